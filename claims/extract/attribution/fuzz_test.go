package attribution_test

import (
	"strings"
	"testing"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// Whatever the text, every range lies in it, the parts of an attribution do not
// overlap, and what is called a probability is one.
func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"", "said", "The mayor said the well was dry.", "“No,” he said. “Never.”\n\n“Why?”", "According to the log, it \"sank\".",
		"A: b. (c said d", "“a “b ‘c’ said", "Clear Sill accused", strings.Repeat("he said that ", 90), strings.Repeat("“", 40) + " said x",
		"Rain fell (as he put it) on [the] roof — “softly”, she added Friday, “and long”.",
	} {
		f.Add(text)
	}
	m := attribution.Default()
	f.Fuzz(func(t *testing.T, text string) {
		doc := lang.Parse(strings.ToValidUTF8(text, "\uFFFD"))
		for _, a := range m.Find(m.NewScene(doc)) {
			checkFound(t, len(doc.Tokens), &a)
		}
	})
}

func checkFound(t *testing.T, tokens int, a *attribution.Found) {
	t.Helper()
	taken := make([]bool, tokens)
	take := func(part string, s attribution.Stretch) {
		if s.First < 0 || s.Last < s.First || s.Last >= tokens {
			t.Fatalf("%s %v of %d tokens", part, s, tokens)
		}
		for i := s.First; i <= s.Last; i++ {
			if taken[i] {
				t.Fatalf("token %d of the %s belongs to another part", i, part)
			}
			taken[i] = true
		}
	}
	for _, c := range a.Content {
		take("content", c)
	}
	take("cue", a.Cue)
	if a.HasSource {
		take("source", a.Source)
	}
	for _, p := range []float64{a.Cued, a.Sure, a.Bounds, a.Sourced} {
		if !(p >= 0 && p <= 1.000001) {
			t.Fatalf("%v is no probability", p)
		}
	}
}

// What is not a model is refused, whatever it is.
func FuzzRead(f *testing.F) {
	f.Add("")
	f.Add("ONRATTR4")
	f.Add(strings.Repeat("x", 100))
	f.Fuzz(func(t *testing.T, data string) {
		if _, err := attribution.Read(data); err == nil {
			t.Fatalf("%d bytes were read as a model", len(data))
		}
	})
}
