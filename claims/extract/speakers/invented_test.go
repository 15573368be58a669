package speakers

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract/passages"
	"onrecord/claims/lang"
)

// TestInventedPassages measures the choice of the speaker on the passages and
// articles that the extraction is learned from and measured with. What is wrong
// in those that are only measured is not shown.
func TestInventedPassages(t *testing.T) {
	files, err := filepath.Glob("../testdata/[ap]*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no passages: %v", err)
	}
	var learned, kept, breadth tally
	for _, file := range files {
		all, err := passages.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range all {
			c := &learned
			if !passages.Learnable(file, i) {
				c = &kept
			} else if strings.HasPrefix(filepath.Base(file), "learned-") {
				c = &breadth
			}
			measurePassage(c, p, filepath.Base(file))
		}
	}
	kept.wrong = nil
	learned.report(t, "learned from", 99)
	breadth.report(t, "rare words and frames", 95)
	kept.report(t, "only counted", 94)
}

func measurePassage(c *tally, p passages.Passage, file string) {
	attrs := make([]Attribution, len(p.Statements))
	for i, s := range p.Statements {
		kind, _, _ := strings.Cut(s.Answer, " ")
		attrs[i] = Attribution{Source: s.Source, Cue: s.Cue, Content: s.Content, Quoted: kind != "i", Outer: -1}
	}
	got := Resolve(lang.Parse(p.Text), Input{Published: claims.On(2024, 5, 16)}, attrs)
	for i, s := range p.Statements {
		parts := strings.Split(s.Answer, " | ")
		_, name, _ := strings.Cut(parts[0], " ")
		names := []string{name}
		optional := false
		for _, part := range parts[1:] {
			key, value, _ := strings.Cut(part, " ")
			if key == "also" {
				names = append(names, strings.Split(value, "; ")...)
			}
			optional = optional || key == "optional"
		}
		if optional || name == "" {
			continue
		}
		ok := slices.ContainsFunc(names, func(n string) bool { return samePhenomenaName(got[i].Name, n) })
		c.note(ok, got[i], file+" "+p.Name+": “"+claims.Quote(p.Text, s.Source)+"” is "+name+", got "+got[i].Name+" ("+strings.Join(got[i].Evidence, "; ")+") "+got[i].Doubt+"\n            "+strings.ReplaceAll(p.Text, "\n", "⏎"))
	}
}
