package storage

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match"
)

// dictionarySize is how much of the sample makes the dictionary: more saves
// hardly anything.
const dictionarySize = 32 << 10

// TestWriteDictionary packs the statements of the sample archive, without
// identifiers, into a file to be the dictionary of a new mark.
func TestWriteDictionary(t *testing.T) {
	path := os.Getenv("ONRECORD_DICTIONARY")
	if path == "" {
		t.Skip("names no file in ONRECORD_DICTIONARY")
	}
	a := open(t, filepath.Join(t.TempDir(), "a.db"))
	files, err := assets.SampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.New(a, match.New(), desk.Options{}).AddSample(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for r, err := range a.All(t.Context(), claims.KindStatement) {
		if err != nil {
			t.Fatal(err)
		}
		s := r.(*claims.Statement)
		s.Article, s.Speaker, s.Outer = "", "", ""
		fields, err := packStatement(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := encoder.MarshalToBuffer(fields, &out); err != nil {
			t.Fatal(err)
		}
	}
	words := out.Bytes()
	if err := os.WriteFile(path, words[max(0, len(words)-dictionarySize):], 0o600); err != nil {
		t.Fatal(err)
	}
}

// Records of all archives depend on it: where this test fails, do not change
// the test.
func TestTheDictionaryIsWhatRecordsWerePackedWith(t *testing.T) {
	const want = "f8f031d6102758d0f97d3da4f157fa7974f7fba0aa59633d442410b50593a66e"
	if got := fmt.Sprintf("%x", sha256.Sum256(recordWords)); got != want {
		t.Errorf("the dictionary has the hash %s", got)
	}
}

func TestPackingHalvesAStatementAndKeepsItsWords(t *testing.T) {
	id := appendID(nil, "01HQ3V5E8N0000000000000009")
	s := &claims.Statement{
		ID: "01HQ3V5E8N0000000000000009", Article: "01HQ3V5E8N0000000000000001", Kind: claims.Indirect,
		Text: "the harbour wall would be raised before the winter storms", CueText: "said", Mention: "the harbour master",
		Content: []claims.Span{{Start: 10, End: 67}}, Polarity: claims.Positive, Class: claims.Promise, Review: claims.Unreviewed,
		Why: claims.Why{
			Rule:     "reporting verb with its clause",
			Evidence: []string{"“said” attributes words here with a probability of 97 %", "“the harbour master” is named as the source"}, Confidence: 0.97,
		},
	}
	value, err := encodeRecord(s, id)
	if err != nil {
		t.Fatal(err)
	}
	fields, err := unpackFields(value)
	if err != nil {
		t.Fatal(err)
	}
	if value[0] != recordVersion|packed || len(value) > len(fields)*2/3 {
		t.Errorf("%d bytes of fields take %d, version %d", len(fields), len(value), value[0])
	}
	r, err := decodeRecord(claims.KindStatement, id, value)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.(*claims.Statement); got.Text != s.Text || strings.Join(got.Why.Evidence, "|") != strings.Join(s.Why.Evidence, "|") {
		t.Errorf("it comes back as %+v", got)
	}
}

func BenchmarkRecord(b *testing.B) {
	id := appendID(nil, "01HQ3V5E8N0000000000000009")
	s := &claims.Statement{
		ID: "01HQ3V5E8N0000000000000009", Kind: claims.Indirect, Text: "the harbour wall would be raised before the winter storms",
		Why: claims.Why{Rule: "reporting verb with its clause", Evidence: []string{"“said” attributes words here with a probability of 97 %"}, Confidence: 0.97},
	}
	value, err := encodeRecord(s, id)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			if _, err := encodeRecord(s, id); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := decodeRecord(claims.KindStatement, id, value); err != nil {
				b.Fatal(err)
			}
		}
	})
}
