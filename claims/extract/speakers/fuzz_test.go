package speakers

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract/passages"
	"onrecord/claims/lang"
)

// FuzzResolve feeds any text and any cut of it into attributions: no panic, one
// answer each, a doubt where there is no name, a confidence between 0 and 1.
func FuzzResolve(f *testing.F) {
	f.Add("Mayor Ana Ruiz met Bo Marsh, 61. \"No,\" she said.\n\nQ: Why?\n\nA: He and I — the minister's \"Red\" aide — said so.", uint16(12), uint16(3))
	f.Add("THE CHAIR: Order.\n\n— Who? said Van der Meulen, the head of the St. Anne's Workers' Union (SAWU).", uint16(1), uint16(7))
	f.Add("al-Rashid, Jr., O’Neill & Sons; de la Cruz’ ’s and and, of the", uint16(0), uint16(1))
	f.Fuzz(func(t *testing.T, text string, start, step uint16) {
		if len(text) > 4000 {
			return
		}
		text = strings.ToValidUTF8(text, "?")
		doc := lang.Split(text)
		attrs := cut(doc, int(start), int(step)%7+1)
		in := Input{Known: []Known{{Name: "Ana Ruiz", Type: claims.Person, Aliases: []string{"Ruiz"}}}}
		got := Resolve(doc, in, attrs)
		if len(got) != len(attrs) {
			t.Fatalf("%d answers for %d attributions", len(got), len(attrs))
		}
		for _, g := range got {
			if g.Confidence < 0 || g.Confidence > 1 || g.Name == "" && g.Doubt == "" {
				t.Errorf("%+v", g)
			}
		}
	})
}

// cut makes attributions of runs of tokens, the last told inside the first.
func cut(doc *lang.Document, start, step int) []Attribution {
	var out []Attribution
	for _, p := range passages.Cut(doc, start, step) {
		out = append(out, Attribution{Source: p.Source, Cue: p.Cue, Content: p.Content, Outer: -1})
	}
	last := &out[len(out)-1]
	last.Quoted, last.Outer = true, 0
	return out
}
