package when_test

import (
	"testing"

	"onrecord/claims/when"
)

func TestDueFindsTheDeadline(t *testing.T) {
	for _, row := range lines(t, `
		We will close the plant by the end of 2027. | by the end of 2027 | 2027-12-31
		The tram will run within two years | within two years | 2028-11-22
		She will stand next March | next March | 2027-03-31
		Emissions will be halved by 2030 | by 2030 | 2030-12-31
		before 2030 | before 2030 | 2029-12-31
		The school opens this autumn | this autumn | 2026-12-21
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
		The council will meet on Sunday | on Sunday | 2026-11-22
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
		before New Year's Eve | before New Year's Eve | 2026-12-31
		in the first three months of 2027 | in the first three months of 2027 | 2027-03-31
		in the last week of June | in the last week of June | 2027-06-30
		in Q3 2027 | in Q3 2027 | 2027-09-30
		by the third quarter | by the third quarter | 2027-09-30
		in the fourth quarter of next year | in the fourth quarter of next year | 2027-12-31
		H1 2027 | H1 2027 | 2027-06-30
		in the 2027-28 season | in the 2027-28 | 2028-12-31
		by fiscal year 2028 | by fiscal year 2028 | 2028-12-31
		by FY27 | by FY27 | 2027-12-31
		by the summer | by the summer | 2027-09-22
		before winter | before winter | 2026-11-30
		next spring | next spring | 2027-06-20
		in the spring of 2028 | in the spring of 2028 | 2028-06-20
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
		The quay is closed until at least March | until at least March | 2027-03-31
		The winter ferry will run until well into 2028 | until well into 2028 | 2028-12-31
		The council will meet at 8 p.m. Sunday | at 8 p.m. Sunday | 2026-11-22
		The council will meet next Sunday | next Sunday | 2026-11-29
		by 6 a.m. on Tuesday | by 6 a.m. on Tuesday | 2026-11-24
		flights resume at 0600 GMT on Friday | at 0600 GMT on Friday | 2026-11-27
		by close of business Friday | by close of business Friday | 2026-11-27
		They hope to be done by nightfall | by nightfall | 2026-11-22
		The weir will be open by mid-March | by mid-March | 2027-03-15
		The weir will be open in mid-March | in mid-March | 2027-03-20
		a week from Tuesday | a week from Tuesday | 2026-12-01
		two days before Christmas | two days before Christmas | 2026-12-23
		it meets once a week on Friday | on Friday | 2026-11-27
		the week after next | the week after next | 2026-12-06
		on Tuesday week. | on Tuesday week | 2026-12-01
		this time next year | this time next year | 2027-11-22
		by this time tomorrow | by this time tomorrow | 2026-11-23
		between now and the end of February | between now and the end of February | 2027-02-28
		They will stay for at least another 48 hours | for at least another 48 hours | 2026-11-24
		in just under two weeks | in just under two weeks | 2026-12-06
		within ten working days | within ten working days | 2026-12-06
		in a couple of weeks | in a couple of weeks | 2026-12-06
		A cure is five years away | five years away | 2031-11-22
		before the year is out | before the year is out | 2026-12-31
		by the time the month ends | by the time the month ends | 2026-11-30
		by the time my term ends | by the time my term | -
		come spring | come spring | 2027-06-20
		before Labor Day weekend | before Labor Day weekend | 2027-09-06
		on Easter Monday | on Easter Monday | 2027-03-29
		by All Saints' Day | by All Saints' Day | 2027-11-01
		until Election Day 2028 | until Election Day 2028 | 2028-11-07
		by Inauguration Day | by Inauguration Day | 2029-01-20
		by year-end 2027 | by year-end 2027 | 2027-12-31
		for the rest of the year | for the rest of the year | 2026-12-31
		in the first days of December | in the first days of December | 2026-12-07
		in the fiscal first quarter of 2027 | in the fiscal first quarter of 2027 | 2027-03-31
		December 20 through 22 | December 20 through 22 | 2026-12-22
		runners are expected at Sunday's race | at Sunday | 2026-11-22
		this coming Saturday | this coming Saturday | 2026-11-28
		in the years ahead | in the years ahead | -
		The fire will end this year | this year | 2026-12-31
		as soon as next week | as soon as next week | 2026-11-29
	`) {
		e, ok := when.Due(row[0], said)
		if got := e.Span.In(row[0]); !ok || got != row[1] || e.Last.String() != row[2] {
			t.Errorf("%q: found %v %q until %q, want %q until %q", row[0], ok, got, e.Last, row[1], row[2])
		}
	}
}

// TestComingTakesWhatCouldBeLongPast: words that speak of what is to come leave
// no doubt about a month.
func TestComingTakesWhatCouldBeLongPast(t *testing.T) {
	const text = "The pool will open in August."
	if e, ok := when.Due(text, said); ok {
		t.Errorf("took %q for a deadline", e.Span.In(text))
	}
	if e, ok := when.Coming(text, said); !ok || e.Last.String() != "2027-08-31" {
		t.Errorf("found %v, until %q", ok, e.Last)
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
		"the winter timetable is thin", "the Christmas market was full", "today, tomorrow and forever", "until further notice", "the flavour of the week", "because of this year's campaign",
		"the town has not had a mayor of its own in 32 years", "I have never lost a case in thirty-seven years",
	} {
		if e, ok := when.Due(text, said); ok {
			t.Errorf("%q: took %q for a deadline", text, e.Span.In(text))
		}
	}
}
