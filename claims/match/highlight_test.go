package match

import (
	"strings"
	"testing"
)

func TestHighlightMarksWhatWasTyped(t *testing.T) {
	const text = "The Réservoir holds water for eleven weeks, whatever the opposition may tell you."
	for typed, want := range map[string]string{
		"holds water":        "holds|water",
		"reservoir":          "Réservoir",
		"hold waters":        "holds|water",
		"elevne weks":        "eleven|weeks",
		"oppos":              "oppos",
		"rsrvr hlds":         "R|s|rv|r|h|lds",
		"reseholwat":         "Rése|hol|wat",
		"kind:claim -water":  "",
		"zebra":              "",
		`"eleven weeks" may`: "eleven|weeks|may",
	} {
		var got []string
		for _, s := range Highlight(ParseQuery(typed), text) {
			if err := s.Check(text); err != nil {
				t.Fatal(err)
			}
			got = append(got, s.In(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q marks %q, not %q", typed, strings.Join(got, "|"), want)
		}
	}
}

func FuzzHighlight(f *testing.F) {
	f.Add("rsrvr hlds", "The Réservoir holds water")
	f.Add("st", "Straße ﬁn İstanbul")
	f.Add(`"a b" c`, "a\u00adb c’s")
	f.Fuzz(func(t *testing.T, typed, text string) {
		if len(text) > 2000 || len(typed) > 200 {
			return
		}
		text = strings.ToValidUTF8(text, "")
		for _, s := range Highlight(ParseQuery(typed), text) {
			if err := s.Check(text); err != nil || s.Empty() {
				t.Errorf("%q in %q: %v %v", typed, text, s, err)
			}
		}
	})
}
