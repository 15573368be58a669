package desk_test

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
)

func TestADraftTellsHowTheWordsAreQuoted(t *testing.T) {
	const text = "Pool to open\n\nMayor Ana Ruiz said the pool will open by June 2027. “We will pay for it,” she added, “with nobody's help.”"
	r := &desk.Reading{Article: &claims.Article{ID: "a", Published: claims.On(2026, 3, 2)}, Text: text}
	for words, want := range map[string]claims.Statement{
		"the pool will open by June 2027": {Kind: claims.Indirect, Due: claims.On(2027, 6, 30), DueWords: "by June 2027"},
		"We will pay for it":              {Kind: claims.Direct},
		"“We will pay for it,”":           {Kind: claims.Direct},
		"for it,” she added":              {Kind: claims.Mixed},
	} {
		at := strings.Index(text, words)
		got := desk.DraftStatement(r, claims.Span{Start: at, End: at + len(words)}, "Ana Ruiz")
		if got.Kind != want.Kind || got.Due != want.Due || got.DueWords != want.DueWords || got.Text != words || got.SaidOn != r.Article.Published || got.Class == "" {
			t.Errorf("%q: %+v", words, got)
		}
	}
}
