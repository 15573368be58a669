package desk_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match/suggest"
	"onrecord/claims/match/suggest/cases"
)

// pair is an earlier and a later statement of the written cases, with what
// changed between them.
type pair struct {
	before, later *claims.Statement
	change        string
	held          bool
}

// speakerWithAPast notes all pairs of the written cases and all claims of the
// repeats, as statements of one speaker.
func speakerWithAPast(t *testing.T, d *desk.Desk) []pair {
	t.Helper()
	note := func(text string, year int) *claims.Statement {
		s, err := d.AddStatement(context.Background(), claims.Statement{Text: text, SaidOn: claims.On(year, 3, 1)}, "Ana Ruiz")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	var out []pair
	for _, held := range []bool{false, true} {
		for _, b := range casesOf(t, "changes", held) {
			out = append(out, pair{
				note(strings.TrimPrefix(b[0], "before "), 2024), note(strings.TrimPrefix(b[1], "later "), 2026), strings.TrimPrefix(b[2], "change "), held,
			})
		}
		for _, b := range casesOf(t, "repeats", held) {
			note(strings.TrimPrefix(b[0], "claim "), 2025)
		}
	}
	return out
}

// casesOf reads the blocks of a file of written cases, or of those held out.
func casesOf(t *testing.T, name string, held bool) [][]string {
	t.Helper()
	file := name + ".txt"
	if held {
		file = name + "_held.txt"
	}
	blocks, err := cases.Blocks(file)
	if err != nil {
		t.Fatal(err)
	}
	return blocks
}

// TestSaidBeforeOfWrittenCases measures whether the earlier statement on the
// subject is found among all that one speaker said, and the change of position
// told.
func TestSaidBeforeOfWrittenCases(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	flags := map[string]string{"negated": suggest.Negated, "opposite": suggest.Opposite, "figure": suggest.OtherFigure}
	var found [2]cases.Ranking
	var told, of [2]int
	for _, p := range speakerWithAPast(t, d) {
		got, err := d.SaidBefore(ctx, p.later.ID, 10)
		if err != nil {
			t.Fatal(err)
		}
		belongs := make([]bool, len(got))
		half := 0
		if p.held {
			half = 1
		}
		turned := p.change == "negated" || p.change == "opposite" // one may be told for the other
		of[half]++
		for k, e := range got {
			if belongs[k] = e.Statement.ID == p.before.ID; belongs[k] && (slices.Contains(e.Flags, flags[p.change]) || p.change == "nothing" && len(e.Flags) == 0 ||
				turned && (slices.Contains(e.Flags, suggest.Negated) || slices.Contains(e.Flags, suggest.Opposite))) {
				told[half]++
			}
		}
		found[half].Note(belongs, 1)
	}
	for half, name := range []string{"seen while tuning", "held out"} {
		r := &found[half]
		t.Logf("%s: said before: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f; what changed told in %d of %d",
			name, r.PrecisionAtOne(), r.PrecisionAtThree(), r.RecallAtTen(), told[half], of[half])
		if r.PrecisionAtOne() < 0.8 || r.RecallAtTen() < 0.9 || float64(told[half]) < 0.75*float64(of[half]) {
			t.Errorf("%s: below 0.8 and 0.9, or fewer than three in four changes told", name)
		}
	}
}

// TestDuplicatesOfWrittenCases measures the pairs of speakers that are
// proposed in an archive that has all the names of the written cases.
func TestDuplicatesOfWrittenCases(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	var known []string
	same := map[string][]string{} // by name: the others that mean the same speaker
	for _, line := range append(casesOf(t, "speakers", false)[0], casesOf(t, "speakers", true)[0]...) {
		kind, both, _ := strings.Cut(line, " ")
		var names []string
		for _, words := range strings.Split(both, " | ") {
			name, role, hasRole := strings.Cut(words, ", ")
			s := claims.Speaker{Name: name}
			if hasRole {
				s.Roles = []claims.Role{{Title: role}}
			}
			if !slices.Contains(known, words) {
				if _, err := d.AddSpeaker(ctx, s); err != nil {
					t.Fatal(err)
				}
			}
			known, names = append(known, words), append(names, name)
		}
		if kind == "same" {
			same[names[0]] = append(same[names[0]], names[1])
			same[names[1]] = append(same[names[1]], names[0])
		}
	}
	all, err := d.SuggestDuplicates(ctx, 1000)
	if err != nil {
		t.Fatal(err)
	}
	var r cases.Ranking
	for name, others := range same {
		var belongs []bool
		for _, p := range all {
			for _, ends := range [][2]string{{p.A.Name, p.B.Name}, {p.B.Name, p.A.Name}} {
				if ends[0] == name && ends[1] != name {
					belongs = append(belongs, slices.Contains(others, ends[1]))
				}
			}
		}
		r.Note(belongs, len(others))
	}
	t.Logf("same speakers: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d names)", r.PrecisionAtOne(), r.PrecisionAtThree(), r.RecallAtTen(), r.Queries)
	if r.PrecisionAtOne() < 0.9 || r.PrecisionAtThree() < 0.85 || r.RecallAtTen() < 0.9 {
		t.Error("below 0.9, 0.85 and 0.9")
	}
}
