package when

import (
	"time"

	"onrecord/claims"
)

// span is a stretch of full days, both ends included.
type span struct{ first, last claims.Date }

func oneDay(d claims.Date) span { return span{d, d} }

// common is the most exact date that names every day of the span: a year, a
// month or the day.
func (s span) common() claims.Date {
	var out claims.Date
	if s.first.Year != s.last.Year {
		return out
	}
	out.Year = s.first.Year
	if s.first.Month != s.last.Month {
		return out
	}
	out.Month = s.first.Month
	if s.first.Day == s.last.Day {
		out.Day = s.first.Day
	}
	return out
}

// whole is the span of a date that may be partial; the year must be known.
func whole(d claims.Date) span {
	first, _ := d.First()
	last, _ := d.Last()
	return span{first, last}
}

// addMonths moves by calendar months and stays inside the month it arrives in:
// a month after 31 January is the last day of February.
func addMonths(d claims.Date, n int) claims.Date {
	total := d.Year*12 + d.Month - 1 + n
	out := claims.Date{Year: total / 12, Month: total%12 + 1}
	last, _ := out.Last()
	out.Day = min(d.Day, last.Day)
	return out
}

// move adds n units to a day.
func move(d claims.Date, n, u int) claims.Date {
	switch u {
	case hours:
		return d.AddDays(n / 24)
	case days:
		return d.AddDays(n)
	case weeks, weekends:
		return d.AddDays(7 * n)
	case fortnights:
		return d.AddDays(14 * n)
	case months:
		return addMonths(d, n)
	case quarters:
		return addMonths(d, 3*n)
	case years:
		return addMonths(d, 12*n)
	case decades:
		return addMonths(d, 120*n)
	}
	return addMonths(d, 1200*n)
}

// unitOf is the calendar week, month, year and so on that holds the day, moved
// by n units.
func unitOf(d claims.Date, n, u int) span {
	switch u {
	case hours, days:
		return oneDay(move(d, n, u))
	case weeks, fortnights:
		monday := d.AddDays(-sinceMonday(d) + 7*n)
		return span{monday, monday.AddDays(6)}
	case weekends:
		monday := d.AddDays(-sinceMonday(d) + 7*n)
		return span{monday.AddDays(5), monday.AddDays(6)}
	case months:
		d = addMonths(d, n)
		return whole(claims.Date{Year: d.Year, Month: d.Month})
	case quarters:
		d = addMonths(d, 3*n)
		return quarter(d.Year, (d.Month+2)/3)
	case years:
		return whole(claims.Date{Year: d.Year + n})
	case decades:
		start := (d.Year/10 + n) * 10
		return manyYears(start, start+9)
	}
	start := ((d.Year-1)/100 + n) * 100
	return manyYears(start+1, start+100)
}

func manyYears(first, last int) span {
	return span{claims.Date{Year: first, Month: 1, Day: 1}, claims.Date{Year: last, Month: 12, Day: 31}}
}

func sinceMonday(d claims.Date) int { return (int(d.Time().Weekday()) + 6) % 7 }

// monthsOf is a run of months within a year or into the next one.
func monthsOf(year, first, count int) span {
	start := claims.Date{Year: year, Month: first, Day: 1}
	return span{start, addMonths(start, count).AddDays(-1)}
}

func quarter(year, n int) span { return monthsOf(year, 3*n-2, 3) }

// seasonOf is the season that begins in the year; winter begins in December. It
// runs from the first day of the meteorological season to the last of the
// astronomical one of the northern hemisphere, so that nothing is overdue while
// somebody can still call it summer.
func seasonOf(year, n int) span {
	s := monthsOf(year, 3+3*n, 3)
	return span{s.first, s.last.AddDays([...]int{20, 22, 21, 20}[n])}
}

// The holidays that are known by name.
const (
	christmas = iota
	christmasEve
	easter
	thanksgiving
	halloween
	newYear
	newYearsEve
	pentecost
)

func holidayIn(year, which int) claims.Date {
	switch which {
	case christmas:
		return claims.On(year, time.December, 25)
	case christmasEve:
		return claims.On(year, time.December, 24)
	case easter:
		return easterSunday(year)
	case pentecost:
		return fromEaster(49)(year)
	case thanksgiving: // of the United States: the fourth Thursday of November
		return nthOf(time.November, 4, time.Thursday)(year)
	case halloween:
		return claims.On(year, time.October, 31)
	case newYearsEve:
		return claims.On(year, time.December, 31)
	}
	return claims.On(year, time.January, 1)
}

// easterSunday is the Gregorian date by the anonymous algorithm printed in
// Nature in 1876 (Meeus, Astronomical Algorithms, chapter 8).
func easterSunday(year int) claims.Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	return claims.Date{Year: year, Month: n, Day: (h + l - 7*m + 33*n + 19) % 32}
}
