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

func TestDueFindsTheDeadline(t *testing.T) {
	for _, row := range lines(t, `
		We will close the plant by the end of 2027. | by the end of 2027 | 2027-12-31
		The tram will run within two years | within two years | 2028-11-22
		She will stand next March | next March | 2027-03-31
		Emissions will be halved by 2030 | by 2030 | 2030-12-31
		before 2030 | before 2030 | 2029-12-31
		The school opens this autumn | this autumn | 2026-11-30
		It will take effect in the next 18 months | in the next 18 months | 2028-05-22
		over the next decade | over the next decade | 2036-11-22
		They will decide before the election. | before the election | -
		She will stay until the state's primary. | until the state's primary | -
		She will stay until the city’s fair. | until the city’s fair | -
		A bridge by the end of the decade | by the end of the decade | 2029-12-31
		by the end of the century | by the end of the century | 2100-12-31
		in the second half of next year | in the second half of next year | 2027-12-31
		The fair opens on 4 June. | on 4 June | 2027-06-04
		Talks run June 4-6 in Harwick | June 4-6 | 2027-06-06
		Talks run from 4 to 6 June | from 4 to 6 June | 2027-06-06
		between March and June | between March and June | 2027-06-30
		between 2027 and 2030 | between 2027 and 2030 | 2030-12-31
		arguments are due the week of December 21 | the week of December 21 | 2026-12-27
		until next Wednesday | until next Wednesday | 2026-11-25
		The council will meet on Monday | on Monday | 2026-11-23
		The council will meet on Sunday | on Sunday | 2026-11-29
		She will run in 2028 if she loses in 2026 | in 2028 | 2028-12-31
		The storm will pass by Sunday night | by Sunday night | 2026-11-22
		The fair opens on the Fourth of July | on the Fourth of July | 2027-07-04
		until his term ends | until his term | -
		by the end of the day or tomorrow | tomorrow | 2026-11-23
		before the outbreak began | before the outbreak | -
		Friday next week | Friday next week | 2026-11-27
		trading on July 1, 2027 | on July 1, 2027 | 2027-07-01
		by mid-2027 | by mid-2027 | 2027-06-30
		early next year | early next year | 2027-04-30
		in late March | in late March | 2027-03-31
		in early December | in early December | 2026-12-10
		by year's end | by year's end | 2026-12-31
		by year-end | by year-end | 2026-12-31
		later this year | later this year | 2026-12-31
		this week | this week | 2026-11-22
		next week | next week | 2026-11-29
		this weekend | this weekend | 2026-11-22
		within weeks | within weeks | -
		within the next three months | within the next three months | 2027-02-22
		within the year | within the year | 2026-12-31
		within 100 days of taking office | within 100 days | -
		in the coming weeks | in the coming weeks | -
		in two years' time | in two years' time | 2028-11-22
		in five to ten years | in five to ten years | 2036-11-22
		in twenty-five years | in twenty-five years | 2051-11-22
		a year from now | a year from now | 2027-11-22
		before the end of March | before the end of March | 2027-03-31
		before March | before March | 2027-02-28
		by Christmas | by Christmas | 2026-12-25
		by Easter 2027 | by Easter 2027 | 2027-03-28
		before New Year's Eve | before New Year's Eve | 2026-12-30
		in the first three months of 2027 | in the first three months of 2027 | 2027-03-31
		in the last week of June | in the last week of June | 2027-06-30
		in Q3 2027 | in Q3 2027 | 2027-09-30
		by the third quarter | by the third quarter | 2027-09-30
		in the fourth quarter of next year | in the fourth quarter of next year | 2027-12-31
		H1 2027 | H1 2027 | 2027-06-30
		in the 2027-28 season | in the 2027-28 | 2028-12-31
		by fiscal year 2028 | by fiscal year 2028 | 2028-12-31
		by FY27 | by FY27 | 2027-12-31
		by the summer | by the summer | 2027-08-31
		before winter | before winter | 2026-11-30
		next spring | next spring | 2027-05-31
		in the spring of 2028 | in the spring of 2028 | 2028-05-31
		by the time of the vote | by the time of the vote | -
		by the end of his term | by the end of his term | -
		by the 14th | by the 14th | 2026-12-14
		from 1 April | from 1 April | 2027-04-01
		in the new year | in the new year | 2027-01-01
		the day after tomorrow | the day after tomorrow | 2026-11-24
		tomorrow night | tomorrow night | 2026-11-23
		by the end of next week | by the end of next week | 2026-11-29
		no later than Dec. 31 | no later than Dec. 31 | 2026-12-31
		on Tuesday, Dec. 8, at noon | on Tuesday, Dec. 8 | 2026-12-08
		through 2028 | through 2028 | 2028-12-31
		by the end of March next year | by the end of March next year | 2027-03-31
		by 2027-06-04 | by 2027-06-04 | 2027-06-04
		by 31.12.2027 | by 31.12.2027 | 2027-12-31
		I will stay until 2030. Otherwise until next Wednesday. | until next Wednesday | 2026-11-25
		before the election, or by 2040 | by 2040 | 2040-12-31
		it will get worse in the next few hours | in the next few hours | 2026-11-22
		he will decide within hours | within hours | 2026-11-22
		mending the weir may take a year | a year | 2027-11-22
		the work could take up to six months | up to six months | 2027-05-22
		it will last two weeks | two weeks | 2026-12-06
		the bridge will close for ten days | for ten days | 2026-12-02
		he intended to stay at home for two weeks | for two weeks | 2026-12-06
		by noon on Friday | by noon on Friday | 2026-11-27
		in the 2028 election | in the 2028 | 2028-12-31
	`) {
		e, ok := when.Due(row[0], said)
		if got := e.Span.In(row[0]); !ok || got != row[1] || e.Last.String() != row[2] {
			t.Errorf("%q: found %v %q until %q, want %q until %q", row[0], ok, got, e.Last, row[1], row[2])
		}
	}
}

func TestDueLeavesAloneWhatIsNoDeadline(t *testing.T) {
	for _, text := range []string{
		"", "We will win.", "It may march on.", "unemployment is the lowest in 20 years", "for the first time in a decade",
		"in 2019 we built a road", "last March", "two years ago", "He stood before the court.", "since 2031",
		"in 2000 cases", "5 million people", "page 12", "at 10:30", "the 14th century", "a 2030%", "after the election",
		"the fall of the wall", "the man arrested in October will be tried", "the Sun is bright", "at the end of the day, we all want peace",
		"they led in the second half", "the next day she left", "as of Friday", "today", "We sat in the sun with Mark.", "by the government", "between us and them",
		"our towns were flooded for the last five years", "within the last year complaints doubled", "a question in papers for the 1999 census", "the 2030 census has a question too many",
		"it was the last of the 2030 games", "they rest after Friday's match", "it rained in a thirty hour period", "it took a year",
		"he has to have been ill for two weeks", "it takes a year", "he died within two years before", "the fourth fire in a month", "The next hours will tell.", "she led the board for ten years", "it may take a five-year plan",
	} {
		if e, ok := when.Due(text, said); ok {
			t.Errorf("%q: took %q for a deadline", text, e.Span.In(text))
		}
	}
}

func TestPastFindsWhenItWasSaid(t *testing.T) {
	for _, row := range lines(t, `
		told a press conference on Friday | on Friday | 2026-11-20
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
	for _, piece := range []string{"the week of ", "later ", "third quarter of ", "the end of ", "4-", "in 5 to ", "before the big ", "Friday, ", "2026-27 to "} {
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
