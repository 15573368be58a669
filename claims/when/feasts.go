package when

import (
	"time"

	"onrecord/claims"
)

// feasts are the holidays of more than one word, each with the day it has in a
// year: "Labor Day". Where countries differ, the one that writes the word so.
var feasts = []struct {
	words [2]string
	in    func(year int) claims.Date
}{
	{[2]string{"good", "friday"}, fromEaster(-2)},
	{[2]string{"easter", "monday"}, fromEaster(1)},
	{[2]string{"ash", "wednesday"}, fromEaster(-46)},
	{[2]string{"palm", "sunday"}, fromEaster(-7)},
	{[2]string{"whit", "sunday"}, fromEaster(49)},
	{[2]string{"whit", "monday"}, fromEaster(50)},
	{[2]string{"labor", "day"}, nthOf(time.September, 1, time.Monday)},
	{[2]string{"memorial", "day"}, func(year int) claims.Date { return weekdayFrom(claims.On(year, time.May, 25), time.Monday) }},
	{[2]string{"columbus", "day"}, nthOf(time.October, 2, time.Monday)},
	{[2]string{"presidents", "day"}, nthOf(time.February, 3, time.Monday)},
	{[2]string{"veterans", "day"}, dayOf(time.November, 11)},
	{[2]string{"remembrance", "sunday"}, nthOf(time.November, 2, time.Sunday)},
	{[2]string{"election", "day"}, func(year int) claims.Date { return weekdayFrom(claims.On(year, time.November, 2), time.Tuesday) }},
	{[2]string{"inauguration", "day"}, func(year int) claims.Date { return claims.On(year+(5-year%4)%4, time.January, 20) }},
	{[2]string{"black", "friday"}, func(year int) claims.Date { return holidayIn(year, thanksgiving).AddDays(1) }},
	{[2]string{"boxing", "day"}, dayOf(time.December, 26)},
	{[2]string{"may", "day"}, dayOf(time.May, 1)},
	{[2]string{"bastille", "day"}, dayOf(time.July, 14)},
	{[2]string{"canada", "day"}, dayOf(time.July, 1)},
	{[2]string{"valentine", "day"}, dayOf(time.February, 14)},
	{[2]string{"patrick", "day"}, dayOf(time.March, 17)},
	{[2]string{"mother", "day"}, nthOf(time.May, 2, time.Sunday)},
	{[2]string{"father", "day"}, nthOf(time.June, 3, time.Sunday)},
	{[2]string{"saints", "day"}, dayOf(time.November, 1)},
	{[2]string{"groundhog", "day"}, dayOf(time.February, 2)},
}

func dayOf(m time.Month, day int) func(int) claims.Date {
	return func(year int) claims.Date { return claims.On(year, m, day) }
}

func fromEaster(days int) func(int) claims.Date {
	return func(year int) claims.Date { return easterSunday(year).AddDays(days) }
}

// nthOf is the first, second ... such weekday of a month.
func nthOf(m time.Month, n int, day time.Weekday) func(int) claims.Date {
	return func(year int) claims.Date { return weekdayFrom(claims.On(year, m, 7*n-6), day) }
}

// weekdayFrom is the first such weekday on or after a day.
func weekdayFrom(d claims.Date, day time.Weekday) claims.Date {
	return d.AddDays((int(day) - int(d.Time().Weekday()) + 7) % 7)
}

// feast reads "Labor Day", "Easter Monday", "Election Day weekend".
func (p *parser) feast(i int) (phrase, int) {
	if p.lower(i) == "st" && p.tok(i+1).mark == '.' {
		i += 2
	} else if p.lower(i) == "all" && p.lower(i+1) == "saints" {
		i++
	}
	if c := p.class(i); !p.tok(i).upper || c != feast && c != holiday && c != month {
		return phrase{}, 0
	}
	for f := range feasts {
		second := p.possessive(i + 1)
		if p.lower(i) == feasts[f].words[0] && p.lower(second) == feasts[f].words[1] && p.tok(second).upper {
			return p.yearly(feasts[f].in, p.holidayWeekend(second+1))
		}
	}
	return phrase{}, 0
}

// holidayWeekend steps over the weekend that a holiday gives its name to.
func (p *parser) holidayWeekend(i int) int {
	if p.words(i, "weekend") {
		return i + 1
	}
	return i
}

// yearly is a day that comes once a year, with the year that follows it.
func (p *parser) yearly(day func(year int) claims.Date, at int) (phrase, int) {
	in := func(year int) span { return oneDay(day(year)) }
	if y, next := p.yearAfter(at); next != 0 {
		return inYear(Day, y, in), next
	}
	return phrase{kind: Day, at: func(a anchor) span { return nearest(a, 0, in) }}, at
}

// holiday reads "Christmas", "Christmas Eve 2027".
func (p *parser) holiday(i int) (phrase, int) {
	which, at := p.value(i), i+1
	if which == christmas && p.words(at, "eve") {
		which, at = christmasEve, at+1
	} else if p.class(at) == unit && p.value(at) == days && p.tok(at).upper {
		at++
	}
	return p.holidayAt(which, at)
}

func (p *parser) holidayAt(which, at int) (phrase, int) {
	return p.yearly(func(year int) claims.Date { return holidayIn(year, which) }, p.holidayWeekend(at))
}

// newYear reads "New Year's Eve", "the new year".
func (p *parser) newYear(i int) (phrase, int) {
	if !p.words(i, "new") || p.class(i+1) != unit || p.value(i+1) != years || p.plural(i+1) {
		return phrase{}, 0
	}
	which, at := newYear, p.possessive(i+2)
	if p.words(at, "eve") {
		which, at = newYearsEve, at+1
	} else if p.class(at) == unit && p.value(at) == days {
		at++
	}
	return p.holidayAt(which, at)
}
