package suggest_test

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
	"onrecord/claims/match/suggest/cases"
)

// rounds are the cases that the rules were written with and those that were
// only counted. Of each the share that has to be right, of repeats found, of
// changes told and of names of one speaker found.
var rounds = []struct {
	name                    string
	repeats, changes, names float64
}{{"seen while tuning", 0.95, 0.9, 0.95}, {"held out", 0.85, 0.75, 0.85}}

// casesOf reads the blocks of a file and of the one that is held out, each with
// its round.
func casesOf(t testing.TB, name string) (all [][]string, round []int) {
	t.Helper()
	for i, file := range []string{name + ".txt", name + "_held.txt"} {
		for _, b := range blocks(t, file) {
			all, round = append(all, b), append(round, i)
		}
	}
	return all, round
}

func blocks(t testing.TB, name string) [][]string {
	t.Helper()
	out, err := cases.Blocks(name)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// said is a statement of the written cases.
type said struct {
	text  string
	claim int  // index of the claim that it was written beside
	kind  byte // '=' makes it again, '~' with another figure or date, '!' speaks of something else
	round int
}

func readRepeats(t testing.TB) (known []string, all []said) {
	blocks, round := casesOf(t, "repeats")
	for i, block := range blocks {
		known = append(known, strings.TrimPrefix(block[0], "claim "))
		for _, line := range block[1:] {
			all = append(all, said{line[2:], i, line[0], round[i]})
		}
	}
	return known, all
}

// repeatCount is what is proposed for the statements of one round.
type repeatCount struct {
	cases.Ranking
	flagged, changed int
}

func TestRepeatsOfWrittenCases(t *testing.T) {
	known, all := readRepeats(t)
	counter := suggest.NewTexts(known...)
	var subjects []*suggest.Subject
	for _, c := range known {
		subjects = append(subjects, suggest.NewSubject(suggest.Claim{Text: c}, counter))
	}
	counts := make([]repeatCount, len(rounds))
	for _, s := range all {
		got := offered(subjects, suggest.NewSubject(suggest.Claim{Text: s.text}, counter))
		counts[s.round].note(s, got)
		if at := slices.IndexFunc(got, func(o offer) bool { return o.claim == s.claim }); s.round == 0 && (at == 0) == (s.kind == '!') {
			t.Logf("%q beside %q: %+v", s.text, known[s.claim], got)
		}
	}
	for i, round := range rounds {
		c := &counts[i]
		t.Logf("%s: precision at 1 %.2f, at 3 %.2f, recall at 10 %.2f (%d repeats, %d of %d proposals right), %d offers for statements that repeat nothing; other figures flagged in %d of %d",
			round.name, c.PrecisionAtOne(), c.PrecisionAtThree(), c.RecallAtTen(), c.Queries, c.Accepted, c.Proposed, c.Idle, c.flagged, c.changed)
		if c.PrecisionAtOne() < round.repeats || c.RecallAtTen() < round.repeats {
			t.Errorf("%s: below %.2f", round.name, round.repeats)
		}
	}
}

func (c *repeatCount) note(s said, got []offer) {
	belongs := make([]bool, len(got))
	for i, g := range got {
		belongs[i] = g.claim == s.claim && s.kind != '!'
	}
	if s.kind == '!' {
		c.Note(belongs, 0)
		return
	}
	c.Note(belongs, 1)
	if s.kind == '~' {
		c.changed++
		if i := slices.Index(belongs, true); i >= 0 && len(got[i].Flags) > 0 {
			c.flagged++
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
	right, total := make([]int, len(rounds)), make([]int, len(rounds))
	want := map[string]string{"negated": suggest.Negated, "opposite": suggest.Opposite, "figure": suggest.OtherFigure}
	blocks, round := casesOf(t, "changes")
	for i, b := range blocks {
		before, later, change := strings.TrimPrefix(b[0], "before "), strings.TrimPrefix(b[1], "later "), strings.TrimPrefix(b[2], "change ")
		total[round[i]]++
		got := suggest.Changes(before, later)
		turned := change == "negated" || change == "opposite" // one may be told for the other: both say that it is turned round
		ok := slices.Contains(got, want[change]) || change == "nothing" && len(got) == 0 ||
			turned && (slices.Contains(got, suggest.Negated) || slices.Contains(got, suggest.Opposite))
		if ok {
			right[round[i]]++
		} else if round[i] == 0 {
			t.Logf("%q - %q: want %s, got %q", before, later, change, got)
		}
	}
	for i, round := range rounds {
		t.Logf("%s: %d of %d changes told", round.name, right[i], total[i])
		if float64(right[i]) < round.changes*float64(total[i]) {
			t.Errorf("%s: below %.2f", round.name, round.changes)
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

// lines gives each line of the blocks with the number of its block.
func lines(blocks [][]string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, b := range blocks {
			for _, line := range b {
				if !yield(i, line) {
					return
				}
			}
		}
	}
}

func TestNamesOfOneSpeaker(t *testing.T) {
	right, wrong, missed, none := make([]int, len(rounds)), make([]int, len(rounds)), make([]int, len(rounds)), make([]int, len(rounds))
	files, _ := casesOf(t, "speakers")
	for round, line := range lines(files) {
		kind, pair, _ := strings.Cut(line, " ")
		a, b, _ := strings.Cut(pair, " | ")
		got := suggest.SameSpeaker(speaker(a), speaker(b))
		offered := got.Score >= suggest.LeastDuplicate
		switch {
		case offered && kind == "same":
			right[round]++
		case offered:
			wrong[round]++
		case kind == "same":
			missed[round]++
		default:
			none[round]++
		}
		if offered != (kind == "same") && round == 0 {
			t.Logf("%s: %+v", line, got)
		}
	}
	for i, round := range rounds {
		t.Logf("%s: %d pairs found, %d missed, %d wrong, %d rightly left alone", round.name, right[i], missed[i], wrong[i], none[i])
		if found := float64(right[i]) / float64(right[i]+missed[i]); wrong[i] > 2 || found < round.names {
			t.Errorf("%s: below %.2f, or more than two wrong", round.name, round.names)
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
