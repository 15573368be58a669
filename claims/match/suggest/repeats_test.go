package suggest_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
	"onrecord/claims/match/suggest/cases"
)

// said is a statement of the written cases.
type said struct {
	text  string
	claim int  // index of the claim that it was written beside
	kind  byte // '=' makes it again, '~' with another figure or date, '!' speaks of something else
}

func blocks(t testing.TB, name string) [][]string {
	t.Helper()
	out, err := cases.Blocks(name)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func readRepeats(t testing.TB) (known []string, all []said) {
	for _, block := range blocks(t, "repeats.txt") {
		known = append(known, strings.TrimPrefix(block[0], "claim "))
		for _, line := range block[1:] {
			all = append(all, said{line[2:], len(known) - 1, line[0]})
		}
	}
	return known, all
}

func TestRepeatsOfWrittenCases(t *testing.T) {
	known, all := readRepeats(t)
	counter := suggest.NewTexts(known...)
	var subjects []*suggest.Subject
	for _, c := range known {
		subjects = append(subjects, suggest.NewSubject(suggest.Claim{Text: c}, counter))
	}
	for _, held := range []bool{false, true} {
		var r cases.Ranking
		flagged, changed := 0, 0
		for _, s := range all {
			if s.claim%2 == 1 != held {
				continue
			}
			got := offered(subjects, suggest.NewSubject(suggest.Claim{Text: s.text}, counter))
			var belongs []bool
			for _, g := range got {
				belongs = append(belongs, g.claim == s.claim && s.kind != '!')
				if s.kind == '!' && !held {
					t.Logf("%q offered for %q (%.2f)", known[g.claim], s.text, g.Score)
				}
			}
			if s.kind == '!' {
				r.Note(belongs, 0)
				continue
			}
			if !slices.Contains(belongs, true) && !held {
				t.Logf("missed %q for %q: %+v", known[s.claim], s.text, subjects[s.claim].Repeats(suggest.NewSubject(suggest.Claim{Text: s.text}, counter)))
			}
			r.Note(belongs, 1)
			if s.kind == '~' {
				changed++
				if i := slices.Index(belongs, true); i >= 0 && len(got[i].Flags) > 0 {
					flagged++
				}
			}
		}
		t.Logf("held out %v: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d repeats, %d of %d proposals right), %d offers for statements that repeat nothing; other figures flagged in %d of %d",
			held, r.PrecisionAtOne(), r.PrecisionAtThree(), r.RecallAtTen(), r.Queries, r.Accepted, r.Proposed, r.Idle, flagged, changed)
		if r.PrecisionAtOne() < 0.9 || r.RecallAtTen() < 0.9 {
			t.Errorf("held out %v: below 0.9", held)
		}
	}
}

type offer struct {
	suggest.Repeat
	claim int
}

func offered(known []*suggest.Subject, s *suggest.Subject) []offer {
	var out []offer
	for i, k := range known {
		if r := k.Repeats(s); r.Score >= suggest.LeastRepeat {
			out = append(out, offer{r, i})
		}
	}
	slices.SortStableFunc(out, func(a, b offer) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

func TestChangesOfPosition(t *testing.T) {
	right := map[bool]int{}
	total := map[bool]int{}
	want := map[string]string{"negated": suggest.Negated, "opposite": suggest.Opposite, "figure": suggest.OtherFigure}
	for i, b := range blocks(t, "changes.txt") {
		before, later, change := strings.TrimPrefix(b[0], "before "), strings.TrimPrefix(b[1], "later "), strings.TrimPrefix(b[2], "change ")
		held := i%2 == 1
		total[held]++
		got := suggest.Changes(before, later)
		if ok := slices.Contains(got, want[change]) || change == "nothing" && len(got) == 0; ok {
			right[held]++
		} else if !held {
			t.Logf("%q - %q: want %s, got %q", before, later, change, got)
		}
	}
	for _, held := range []bool{false, true} {
		t.Logf("held out %v: %d of %d changes told", held, right[held], total[held])
		if float64(right[held]) < 0.8*float64(total[held]) {
			t.Errorf("held out %v: less than four in five", held)
		}
	}
}

// speaker reads "Renata Voss, economist".
func speaker(s string) *suggest.Names {
	name, role, ok := strings.Cut(s, ", ")
	out := &claims.Speaker{Name: name}
	if ok {
		out.Roles = []claims.Role{{Title: role}}
	}
	return suggest.NewNames(out)
}

func TestNamesOfOneSpeaker(t *testing.T) {
	var right, wrong, missed, none [2]int
	for i, line := range blocks(t, "speakers.txt")[0] {
		kind, pair, _ := strings.Cut(line, " ")
		a, b, _ := strings.Cut(pair, " | ")
		held := i % 2
		got := suggest.SameSpeaker(speaker(a), speaker(b))
		offered := got.Score >= suggest.LeastDuplicate
		switch {
		case offered && kind == "same":
			right[held]++
		case offered:
			wrong[held]++
		case kind == "same":
			missed[held]++
		default:
			none[held]++
		}
		if offered != (kind == "same") && held == 0 {
			t.Logf("%s: %+v", line, got)
		}
	}
	for held, name := range []string{"written with the rules", "held out"} {
		t.Logf("%s: %d pairs found, %d missed, %d wrong, %d rightly left alone", name, right[held], missed[held], wrong[held], none[held])
		if wrong[held] > 1 || right[held] < 4*missed[held] {
			t.Errorf("%s: too many wrong or missed", name)
		}
	}
}

// BenchmarkSameSpeaker compares two names that share a surname: the pair of
// which a large archive has most.
func BenchmarkSameSpeaker(b *testing.B) {
	x, y := speaker("Renata Voss, economist"), speaker("Martin K. Voss, painter")
	for b.Loop() {
		suggest.SameSpeaker(x, y)
	}
}
