package setting

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract/passages"
	"onrecord/claims/lang"
)

// FuzzOf feeds any text and any cut of it into attributions: no panic, one
// answer each, dates that exist.
func FuzzOf(f *testing.F) {
	f.Add("On 3 March 2021 she did not say \"yes\" to reporters at a press conference on Friday, who left in May.", uint16(2), uint16(2))
	f.Add("He told the inquest that; reportedly, may have — it denied never having said.", uint16(0), uint16(1))
	f.Fuzz(func(t *testing.T, text string, start, step uint16) {
		if len(text) > 4000 {
			return
		}
		text = strings.ToValidUTF8(text, "?")
		doc := lang.Split(text)
		attrs := cut(doc, int(start), int(step)%7+1)
		got := Of(doc, claims.On(2024, 5, 17), attrs)
		if len(got) != len(attrs) {
			t.Fatalf("%d answers for %d attributions", len(got), len(attrs))
		}
		for _, g := range got {
			if err := g.SaidOn.Check(); err != nil {
				t.Errorf("%v: %v", g, err)
			}
		}
	})
}

// cut makes attributions of runs of tokens, all by one speaker.
func cut(doc *lang.Document, start, step int) []Attribution {
	var out []Attribution
	for _, p := range passages.Cut(doc, start, step) {
		out = append(out, Attribution{Source: p.Source, Cue: p.Cue, Content: p.Content, Speaker: "A"})
	}
	return out
}
