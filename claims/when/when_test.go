package when_test

import (
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/when"
)

// said is the day against which the tables resolve: a Sunday in November.
var said = claims.Date{Year: 2026, Month: 11, Day: 22}

// Each line of a table is a passage, the words that give the time and the day
// on which it ends; "-" where there are none.
func lines(t *testing.T, table string) [][3]string {
	t.Helper()
	var out [][3]string
	for line := range strings.Lines(table) {
		parts := strings.Split(strings.TrimSpace(line), " | ")
		if len(parts) != 3 {
			if strings.TrimSpace(line) != "" {
				t.Fatalf("the table has a line without three parts: %q", line)
			}
			continue
		}
		for i, part := range parts {
			if part == "-" {
				parts[i] = ""
			}
		}
		out = append(out, [3]string(parts))
	}
	return out
}

func TestPastFindsWhenItWasSaid(t *testing.T) {
	for _, row := range lines(t, `
		told a press conference on Friday | on Friday | 2026-11-20
		said at 10 pm local time on Friday | at 10 pm local time on Friday | 2026-11-20
		in a statement on Sunday | on Sunday | 2026-11-22
		on Monday | on Monday | 2026-11-16
		last Sunday | last Sunday | 2026-11-15
		late on Wednesday night | late on Wednesday night | 2026-11-18
		shortly before midnight Wednesday night | Wednesday night | 2026-11-18
		Thursday's debate | Thursday | 2026-11-19
		last March | last March | 2026-03
		in September | in September | 2026-09
		in December | in December | 2025-12
		in 2019 | in 2019 | 2019
		yesterday | yesterday | 2026-11-21
		the day before yesterday | the day before yesterday | 2026-11-20
		last night | last night | 2026-11-21
		this morning | this morning | 2026-11-22
		Aug. 27 | Aug. 27 | 2026-08-27
		Nov. 23 | Nov. 23 | 2025-11-23
		on Tuesday, Nov. 3, 2020 | on Tuesday, Nov. 3, 2020 | 2020-11-03
		on 3 November | on 3 November | 2026-11-03
		on June 5 last year | on June 5 last year | 2025-06-05
		in January 2017 | in January 2017 | 2017-01
		last year | last year | 2025
		last week | last week | 2026-11
		three years ago | three years ago | 2023
		two days ago | two days ago | 2026-11-20
		last summer | last summer | 2026
		on the penultimate day of September | on the penultimate day of September | 2026-09-29
		as far back as 2003 | as far back as 2003 | 2003
		as early as March | as early as March | 2026-03
		on the 14th | on the 14th | 2026-11-14
		by Friday she had said it in May | in May | 2026-05
	`) {
		e, ok := past(row[0], said)
		if got := e.Span.In(row[0]); !ok || got != row[1] || e.Date.String() != row[2] {
			t.Errorf("%q: found %v %q on %q, want %q on %q", row[0], ok, got, e.Date, row[1], row[2])
		}
	}
}

// past gives the first expression that names a time on or before ref.
func past(text string, ref claims.Date) (when.Expression, bool) {
	for _, e := range when.Find(text, ref) {
		last, known := ref.Last()
		ahead := known && e.First.Year != 0 && e.First.Compare(last) > 0
		if e.Kind != when.Vague && !e.Deadline && !e.Since && !ahead {
			return e, true
		}
	}
	return when.Expression{}, false
}

func TestAnUnknownYearStaysUnknown(t *testing.T) {
	noYear := claims.Date{Month: 8, Day: 27}
	for _, c := range []struct {
		text string
		ref  claims.Date
		want string
	}{
		{"yesterday", noYear, "--08-26"},
		{"last month", noYear, "--07"},
		{"on Aug. 27", noYear, "--08-27"},
		{"on Aug. 27", claims.Date{}, "--08-27"},
		{"in 2015", noYear, "2015"},
		{"last year", noYear, ""},
		{"yesterday", claims.Date{}, ""},
		{"last year", claims.Date{Year: 2016}, "2015"},
		{"yesterday", claims.Date{Year: 2016, Month: 8}, "2016"},
	} {
		e, ok := past(c.text, c.ref)
		if !ok || e.Date.String() != c.want {
			t.Errorf("%q said %q: %v %q, want %q", c.text, c.ref, ok, e.Date, c.want)
		}
		if e.Date.Year == 0 && !e.Last.IsZero() {
			t.Errorf("%q said %q: a last day %q without a year", c.text, c.ref, e.Last)
		}
	}
}

func TestAnUnknownDayGivesNoDeadline(t *testing.T) {
	for _, text := range []string{"within two weeks", "by the end of the month", "in ten days"} {
		if e, ok := when.Due(text, claims.Date{}); ok && !e.Date.IsZero() {
			t.Errorf("%q said on an unknown day is due %q", text, e.Date)
		}
	}
}

func TestFindGivesEveryExpressionInOrder(t *testing.T) {
	text := "On Friday she said taxes rose in 2019 and would fall by the end of next year, or before the election."
	want := []string{"On Friday", "in 2019", "by the end of next year", "before the election"}
	kinds := []when.Kind{when.Day, when.Year, when.Day, when.Vague}
	found := when.Find(text, said)
	if len(found) != len(want) {
		t.Fatalf("found %d expressions, want %d: %v", len(found), len(want), found)
	}
	for i, e := range found {
		if e.Span.In(text) != want[i] || e.Kind != kinds[i] || e.Deadline != (i >= 2) {
			t.Errorf("%d: %q, a %s, deadline %v", i, e.Span.In(text), e.Kind, e.Deadline)
		}
	}
}

// Whatever a text repeats, reading it takes time in proportion to its length:
// this would hardly end if nested times were followed all the way down.
func TestLongRepetitionsAreReadInLinearTime(t *testing.T) {
	for _, piece := range []string{"the week of ", "later ", "the primary before ", "8 p.m. ", "before at least ", "third quarter of ", "the end of ", "4-", "in 5 to ", "before the big ", "Friday, ", "2026-27 to "} {
		text := strings.Repeat(piece, 30_000)
		for _, e := range when.Find(text, said) {
			if err := e.Span.Check(text); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestWord: no expression with a date is without one of the words that Word
// knows.
func TestWord(t *testing.T) {
	for text, want := range map[string]bool{
		"on Monday": true, "two weeks ago": true, "in spring": true, "yesterday": true, "before Christmas": true, "in 2019": true, "Q3": true,
		"last night": true, "before the election": false, "the near future": false, "as soon as possible": false,
	} {
		got := false
		for w := range strings.FieldsSeq(strings.ToLower(text)) {
			got = got || when.Word(w)
		}
		if got != want {
			t.Errorf("%q: got %t, want %t", text, got, want)
		}
		for _, e := range when.Find(text, claims.On(2024, 5, 16)) {
			if !got && !e.Date.IsZero() {
				t.Errorf("%q is %v, but none of its words tells a time", text, e.Date)
			}
		}
	}
}

func TestSoManyDecadesThatNoCalendarHoldsThemAreVague(t *testing.T) {
	for text, want := range map[string]when.Kind{
		"It was built 99 decades ago.":             when.Relative,
		"It was built 150 decades ago.":            when.Vague,
		"It is due 150 decades from now.":          when.Vague,
		"The tower has stood since some years ago": when.Vague,
	} {
		if all := when.Find(text, said); len(all) != 1 || all[0].Kind != want || all[0].First.IsZero() != (want == when.Vague) {
			t.Errorf("%q: %+v, want one of the kind %s", text, all, want)
		}
	}
}
