package suggest_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

// relationTable counts how often each relation was taken for each: a person's
// choice, then what was proposed.
type relationTable map[[2]claims.Relation]int

// right is the share of all cases in which a person would choose what was
// proposed; sure is that share of those in which something was proposed that
// is more than context.
func (t relationTable) right() (right, sure float64) {
	all, agreed, said, kept := 0, 0, 0, 0
	for pair, n := range t {
		all += n
		definite := pair[1] == claims.Supports || pair[1] == claims.Contradicts
		if definite {
			said += n
		}
		if pair[0] == pair[1] {
			agreed += n
			if definite {
				kept += n
			}
		}
	}
	return float64(agreed) / float64(max(all, 1)), float64(kept) / float64(max(said, 1))
}

// tell logs the table with its shares.
func (t relationTable) tell(test *testing.T, name string) (right, sure float64) {
	test.Helper()
	right, sure = t.right()
	test.Logf("%s: relation right in %.2f; where it is supports or contradicts, in %.2f", name, right, sure)
	for _, want := range claims.Relations {
		var row []string
		for _, got := range append(slices.Clone(claims.Relations), "") {
			row = append(row, fmt.Sprintf("%s %d", cmp.Or(got, "none"), t[[2]claims.Relation{want, got}]))
		}
		test.Logf("  %-11s taken for: %s", want, strings.Join(row, ", "))
	}
	return right, sure
}

// TestRelationsOfWrittenSentences measures the relation alone: each sentence
// is an article of its own, which a person has linked to the claim already.
func TestRelationsOfWrittenSentences(t *testing.T) {
	for _, c := range []struct {
		file        string
		right, sure float64 // at least
	}{{"relations.txt", 0.65, 0.85}, {"relations_held.txt", 0.5, 0.7}} {
		table := relationTable{}
		for _, block := range blocks(t, c.file) {
			relationsOf(t, block, table)
		}
		right, sure := table.tell(t, c.file)
		if right < c.right || sure < c.sure {
			t.Errorf("%s: below %.2f and %.2f", c.file, c.right, c.sure)
		}
	}
}

// relationsOf notes what is proposed for the sentences of one claim.
func relationsOf(t *testing.T, block []string, table relationTable) {
	t.Helper()
	class, text, _ := strings.Cut(strings.TrimPrefix(block[0], "claim "), " ")
	c := suggest.Claim{Text: text, Class: claims.Class(class), MadeOn: claims.On(2022, 3, 1)}
	subject := suggest.NewSubject(c, suggest.NewTexts(block...))
	for _, line := range block[1:] {
		want := map[byte]claims.Relation{'+': claims.Supports, '-': claims.Contradicts, '?': claims.Context}[line[0]]
		got, _ := subject.Relation(suggest.NewArticle("", line[2:], claims.On(2025, 6, 1)))
		table[[2]claims.Relation{want, got}]++
	}
}
