package attribution_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// lesson is a sentence with its cue, source and content marked by their words.
type lesson struct{ text, source, cue, content string }

// example finds the marked words in the parsed sentence.
func (l lesson) example(t *testing.T) attribution.Example {
	t.Helper()
	doc := lang.Parse(l.text)
	part := func(words string) []attribution.Stretch {
		at := strings.Index(l.text, words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, l.text)
		}
		first, last := doc.TokenAt(at), doc.TokenAt(at+len(words)-1)
		return []attribution.Stretch{{First: first, Last: last}}
	}
	return attribution.Example{Scene: attribution.NewScene(doc), Weight: 1, Gold: []attribution.Gold{{
		Source: part(l.source), Cue: part(l.cue), Content: part(l.content),
	}}}
}

func words(doc *lang.Document, s attribution.Stretch) string {
	return doc.Span(lang.Range{First: s.First, Last: s.Last + 1}).In(doc.Text)
}

// From a dozen sentences the models learn enough to read another one of the
// same build, with other people and another matter.
func TestLearnReadsAnotherSentence(t *testing.T) {
	t.Parallel()
	var examples []attribution.Example
	for _, l := range []lesson{
		{"The mayor said the well was dry.", "The mayor", "said", "the well was dry"},
		{"The vet said the horse was lame.", "The vet", "said", "the horse was lame"},
		{"The judge said the letter was late.", "The judge", "said", "the letter was late"},
		{"The pilot said the fog was thick.", "The pilot", "said", "the fog was thick"},
	} {
		examples = append(examples, l.example(t), l.example(t), l.example(t))
	}
	m := attribution.Learn(examples, attribution.Settings{Seed: 1, Epochs: 4, Rate: 0.1, Folds: 2, Keep: 0.4, Log: io.Discard})
	doc := lang.Parse("The nurse said the room was cold.")
	found := m.Find(m.NewScene(doc))
	if len(found) != 1 {
		t.Fatalf("want one attribution, got %d", len(found))
	}
	f := found[0]
	if got := words(doc, f.Content[0]); got != "the room was cold" {
		t.Errorf("content %q", got)
	}
	if got := words(doc, f.Source); !f.HasSource || got != "The nurse" {
		t.Errorf("source %q", got)
	}
	if f.Sure <= 0 || f.Sure > 1 {
		t.Errorf("%v is no probability", f.Sure)
	}
}

// The same lessons and seed give the same file, byte for byte, and the file
// gives the same answers.
func TestLearnIsRepeatable(t *testing.T) {
	t.Parallel()
	lessons := lesson{"The mayor said the well was dry.", "The mayor", "said", "the well was dry"}
	var files [2]bytes.Buffer
	for i := range files {
		examples := []attribution.Example{lessons.example(t), lessons.example(t)}
		m := attribution.Learn(examples, attribution.Settings{Seed: 7, Epochs: 2, Rate: 0.1, Folds: 2, Drop: 0.1, Log: io.Discard})
		if err := m.Write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Fatal("two runs with one seed gave different weights")
	}
	if _, err := attribution.Read(files[0].String()); err != nil {
		t.Errorf("cannot read what was written: %v", err)
	}
}

func TestReadRefusesDamage(t *testing.T) {
	t.Parallel()
	var whole bytes.Buffer
	if err := attribution.Default().Write(&whole); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"empty": "", "short": whole.String()[:8], "cut": whole.String()[:whole.Len()-1], "another file": strings.Repeat("x", whole.Len()),
	} {
		if _, err := attribution.Read(data); err == nil {
			t.Errorf("%s: want an error", name)
		}
	}
}

// A name is one source however many words it has, and never part of the cue;
// nor is the day.
func TestWholeNames(t *testing.T) {
	t.Parallel()
	m := attribution.Default()
	for text, want := range map[string][2]string{
		"The campaign group Clear Sill accused the council of hiding the report.":        {"The campaign group Clear Sill", "accused"},
		"The pressure group Stop The Spire said that the tower would shade two schools.": {"The pressure group Stop The Spire", "said"},
		"The harbour board said Tuesday that the pier would stay closed.":                {"The harbour board", "said"},
	} {
		doc := lang.Parse(text)
		found := m.Find(m.NewScene(doc))
		if len(found) != 1 {
			t.Errorf("%q: want one attribution, got %d", text, len(found))
			continue
		}
		if got := [2]string{words(doc, found[0].Source), words(doc, found[0].Cue)}; got != want {
			t.Errorf("%q: source and cue %q, want %q", text, got, want)
		}
	}
}

// A subtree runs from its leftmost to its rightmost word, and every token lies
// in the subtree of its head.
func TestSceneExtents(t *testing.T) {
	t.Parallel()
	doc := lang.Parse("The old pilot of the ferry said that the fog, which had come at noon, was thick.")
	s := attribution.NewScene(doc)
	for i := range doc.Tokens {
		h := doc.Tokens[i].Head
		if h >= 0 && (s.First[h] > s.First[i] || s.Last[h] < s.Last[i]) {
			t.Errorf("%q reaches beyond its head %q", doc.Tokens[i].Word, doc.Tokens[h].Word)
		}
	}
}

// The table of meanings tells people from things.
func TestPersonal(t *testing.T) {
	t.Parallel()
	doc := lang.Parse("The mayor bought a wardrobe.")
	s := attribution.NewScene(doc)
	if !s.Personal(1) {
		t.Error("a mayor is a person")
	}
	if s.Personal(4) {
		t.Error("a wardrobe is no person")
	}
}

// Every reading that is weighed has a probability, and the best is first.
func TestTrace(t *testing.T) {
	t.Parallel()
	m := attribution.Default()
	traces := m.Trace(m.NewScene(lang.Parse("The nurse said the room was cold.")), 3)
	if len(traces) == 0 {
		t.Fatal("no word was looked at")
	}
	for _, tr := range traces {
		for i, c := range tr.Choices {
			if c.Probability < 0 || c.Probability > 1 || i > 0 && c.Probability > tr.Choices[i-1].Probability {
				t.Errorf("choice %d of token %d: %v", i, tr.Head, c.Probability)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	doc := lang.Parse(strings.Repeat("The board met on Monday. “The piles are sound,” engineer Rosa Kemp said, adding that the deck was old. ", 40))
	benchmark(b, doc)
}

// One line without an end: the time for a word must not grow with its length.
func BenchmarkFindLongLine(b *testing.B) {
	for _, pattern := range []string{"he said that ", "x: ", "he said “no” and ", "and warned and said "} {
		for _, size := range []int{20_000, 200_000} {
			b.Run(fmt.Sprintf("%s%d", pattern, size), func(b *testing.B) {
				benchmark(b, lang.Parse(strings.Repeat(pattern, size/len(pattern))))
			})
		}
	}
}

func benchmark(b *testing.B, doc *lang.Document) {
	b.Helper()
	m := attribution.Default()
	for b.Loop() {
		m.Find(m.NewScene(doc))
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
