package report

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
)

// unmarked leaves the words of a document that a person reads.
var unmarked = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)

// schemaTypes are the names of schema.org, which are English everywhere.
var schemaTypes = regexp.MustCompile(`"@type": "\w+"`)

// TestNoEnglishInReportsOfOtherLanguages writes a report about English articles
// in every other language and citation style, and looks in it for each English
// word that the report itself brings.
func TestNoEnglishInReportsOfOtherLanguages(t *testing.T) {
	for _, language := range languages[1:] {
		for _, style := range append([]CitationStyle{""}, CitationStyles...) {
			for _, f := range []Format{HTML, MD, ICal, CSL, BibTeX, RIS, CSV, ClaimReviewHTML} {
				m := ferryModel(t)
				m.Options.Language, m.Options.Citation = language, style
				got := schemaTypes.ReplaceAllString(unmarked.ReplaceAllString(string(written(t, m, f)), " "), "")
				for key, english := range wordTable()["en"] {
					if own := wordTable()[language][key]; len(english) < 8 || own == english || strings.Contains(own, english) || strings.ContainsAny(english, "{%") || strings.HasPrefix(key, "format.") {
						continue
					}
					if regexp.MustCompile(`\b` + regexp.QuoteMeta(english) + `\b`).MatchString(got) {
						t.Errorf("%s, %s, %q: %s is %q", language, f, style, key, english)
					}
				}
			}
		}
	}
}

// TestReferencesInOtherLanguages checks that a style guide's order comes with
// the dates and marks of the language.
func TestReferencesInOtherLanguages(t *testing.T) {
	a := ferryModel(t).Sources[0].Article
	bare := &claims.Article{Outlet: "Port FM"}
	for _, c := range []struct {
		language string
		article  *claims.Article
		style    CitationStyle
		want     string
	}{
		{"en", a, Chicago, "Vik, Jonas, and Ada van der Laan. “Night ferry to return.” Point Gazette, March 5, 2025."},
		{"fr", a, Chicago, "Vik, Jonas et Ada van der Laan. «\u00a0Night ferry to return\u00a0». Point Gazette, 5 mars 2025."},
		{"de", a, APA, "Vik, J. & van der Laan, A. (2025, 5. März). Night ferry to return. Point Gazette."},
		{"es", a, MLA, "Vik, Jonas y Ada van der Laan. «Night ferry to return». Point Gazette, 5 de mar. de 2025."},
		{"de", bare, APA, "Port FM. (o. D.). Ohne Titel."},
		{"fr", a, AP, "Jonas Vik and Ada van der Laan, «\u00a0Night ferry to return\u00a0», Point Gazette, 5 mars 2025."},
	} {
		got := wordsFor(c.language).reference(c.article, c.style)
		if strings.ReplaceAll(got, "\u202f", "\u00a0") != c.want {
			t.Errorf("%s %s: %q, want %q", c.language, c.style, got, c.want)
		}
	}
}

// TestPhrasesTakeTheSameValues checks that a sentence has the same places for
// values in every language.
func TestPhrasesTakeTheSameValues(t *testing.T) {
	places := regexp.MustCompile(`%[a-z]`)
	for key, english := range wordTable()["en"] {
		for _, l := range languages {
			if got, want := places.FindAllString(wordTable()[l][key], -1), places.FindAllString(english, -1); !slices.Equal(got, want) {
				t.Errorf("%s in %s takes %q, want %q", key, l, got, want)
			}
		}
	}
	if got := Phrase("de", "scope.search", "Fähre"); got != "Suche: Fähre" {
		t.Errorf("phrase %q", got)
	}
}

// TestFrenchMarksHaveTheirBlanks: no line may begin with such a mark.
func TestFrenchMarksHaveTheirBlanks(t *testing.T) {
	loose := regexp.MustCompile(`[ \pL\pN][;!?»]| :|«[^\x{a0}\x{202f}]`)
	for key, text := range wordTable()["fr"] {
		if loose.MatchString(text) {
			t.Errorf("%s: %q", key, text)
		}
	}
}

func TestAMonthIsNamedAsTheLanguageDoes(t *testing.T) {
	month, year := claims.Date{Year: 2026, Month: 5}, claims.Date{Year: 2026}
	for language, want := range map[string][2]string{
		"en": {"said in May 2026", "said in 2026"}, "fr": {"déclaré en mai 2026", "déclaré en 2026"},
		"de": {"gesagt im Mai 2026", "gesagt 2026"}, "es": {"dicho en mayo de 2026", "dicho en 2026"},
	} {
		w := wordsFor(language)
		if got := [2]string{w.dated("said.on", "said.in", month), w.dated("said.on", "said.in", year)}; got != want {
			t.Errorf("%s: %q", language, got)
		}
	}
}
