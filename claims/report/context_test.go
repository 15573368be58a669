package report

import (
	"strings"
	"testing"

	"onrecord/claims"
)

// TestContext shows the words around a quotation, with one pair of marks, and
// of a text without paragraphs no more than some sentences.
func TestContext(t *testing.T) {
	long := strings.Repeat("The council met again and decided nothing. ", 40)
	for _, c := range []struct{ before, text, after, language, want string }{
		{"“I was wrong,” she said. “", "We will finish it", "”", "en", "“I was wrong,” she said. “[We will finish it]”"},
		{"Er sagte: „", "Das war ein Fehler", "“, und ging.", "de", "Er sagte: „[Das war ein Fehler]“, und ging."},
		{"Elle répond : «", "On nous oublie", "».", "fr", "Elle répond : «\u00a0[On nous oublie]\u00a0»."},
		{"«", "No habrá muelle", "», dijo.", "es", "«[No habrá muelle]», dijo."},
		{"She said", "It will open", "in May.", "en", "She said [“It will open”] in May."},
		{
			long + "She said:", "It will open", "And so it did. " + long, "en",
			"… " + strings.TrimSpace(strings.Repeat("The council met again and decided nothing. ", 8)) + " She said: [“It will open”] And so it did. " + strings.Repeat("The council met again and decided nothing. ", 8) + "…",
		},
	} {
		m := &Model{Options: Options{Context: true}}
		s := &Statement{Statement: &claims.Statement{Kind: claims.Direct, Text: c.text}, Source: &Source{Article: &claims.Article{Language: c.language}}, Before: c.before, After: c.after}
		q := (&composer{m: m, w: wordsFor("en")}).quotation(s, "x")
		if got := q.before + "[" + q.text + "]" + q.after; got != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}
