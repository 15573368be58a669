package report

import (
	"strings"
	"testing"

	"onrecord/claims"
)

func TestWordsBringTheirOwnMarksAtBothEnds(t *testing.T) {
	for text, want := range map[string]string{
		"We will build it":         "“We will build it”",
		"“We will build it,”":      "“We will build it,”",
		`"We will build it`:        `"We will build it`,
		"It is up to the workers’": "“It is up to the workers’”",
		"’Tis late":                "“’Tis late”",
		"‘Late’":                   "‘Late’",
		"「駅を建て直す」":                 "「駅を建て直す」",
	} {
		if got := wordsFor("en").quoted(text); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestATitleHasMarksWithinItsMarks(t *testing.T) {
	for _, c := range []struct{ language, title, want string }{
		{"en", "Mayor says “never” again", "Vik, “Mayor says ‘never’ again”, Gazette."},
		{"en", "“Never again”", "Vik, “Never again”, Gazette."},
		{"en", "“Never” and “again”", "Vik, “‘Never’ and ‘again’”, Gazette."},
		{"en", "Mayor: „Nie wieder“", "Vik, “Mayor: ‚Nie wieder‘”, Gazette."},
		{"en", "", "Vik, Untitled, Gazette."},
		{"de", "Bürgermeisterin: „Nie wieder“", "Vik, „Bürgermeisterin: ‚Nie wieder‘“, Gazette."},
		{"fr", "« Jamais », dit la maire", "Vik, «\u00a0“Jamais”, dit la maire\u00a0», Gazette."},
		{"es", "La alcaldesa: «Nunca»", "Vik, «La alcaldesa: “Nunca”», Gazette."},
	} {
		w := &composer{m: &Model{}, w: wordsFor(c.language)}
		if got := w.reference(&claims.Article{Title: c.title, Byline: map[string]string{"en": "By ", "de": "Von ", "fr": "Par ", "es": "Por "}[c.language] + "Vik", Outlet: "Gazette"}); got != c.want {
			t.Errorf("%s: %s, want %s", c.language, got, c.want)
		}
	}
}

// TestNotesAreSetOff reads a report in which faint letters cannot be told from
// others.
func TestNotesAreSetOff(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Outcomes[0].Summary += "."
	m.Claims[0].Grounds = [][]Ground{{{Outcome: m.Claims[0].Outcomes[0].Outcome}}}
	page := string(written(t, m, MD))
	for _, want := range []string{
		" — the harbour's own log",
		": Why the delay?",
		"Rests on: “The ferry sails at night again”, 3 February 2026",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is missing", want)
		}
	}
}
