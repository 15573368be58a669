package suggest_test

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

// TestRelationsOfWrittenSentences measures the relation alone: each sentence
// is an article of its own, which a person has linked to the claim already.
func TestRelationsOfWrittenSentences(t *testing.T) {
	right, of := map[bool]int{}, map[bool]int{}
	for i, block := range blocks(t, "relations.txt") {
		held := i%2 == 1
		class, text, _ := strings.Cut(strings.TrimPrefix(block[0], "claim "), " ")
		c := suggest.Claim{Text: text, Class: claims.Class(class), MadeOn: claims.On(2022, 3, 1)}
		subject := suggest.NewSubject(c, suggest.NewTexts(block...))
		for _, line := range block[1:] {
			want := map[byte]claims.Relation{'+': claims.Supports, '-': claims.Contradicts, '?': claims.Context}[line[0]]
			got, why := subject.Relation(suggest.NewArticle("", line[2:], claims.On(2025, 6, 1)))
			of[held]++
			if got == want {
				right[held]++
			} else if !held {
				t.Logf("%s | %s | want %s, got %s: %s", text, line[2:], want, got, why)
			}
		}
	}
	for _, held := range []bool{false, true} {
		t.Logf("held out %v: relation of %d of %d sentences right", held, right[held], of[held])
		if least := map[bool]float64{false: 0.7, true: 0.6}[held]; float64(right[held]) < least*float64(of[held]) {
			t.Errorf("held out %v: fewer than %.0f%% right", held, 100*least)
		}
	}
}
