package when

import "onrecord/claims"

// monthFirst reads "June 4, 2027", "June 4", "June 2027", "June".
func (p *parser) monthFirst(i int) (phrase, int) {
	m, at := p.value(i), p.afterAbbreviation(i)
	d := p.tok(at)
	if d.num >= 1 && d.num <= 31 && d.digits <= 2 && !d.plural && !p.isClock(at) {
		return p.withYear(m, d.num, at+1, true)
	}
	if y, next := p.yearAfter(at); next != 0 {
		return inYear(Month, y, func(year int) span { return monthsOf(year, m, 1) }), next
	}
	ph := phrase{kind: Month, weak: true, at: func(a anchor) span {
		return nearest(a, 0, func(year int) span { return monthsOf(year, m, 1) })
	}}
	return ph, at
}

// isClock tells "10:30" and "5pm" from a day.
func (p *parser) isClock(i int) bool {
	return p.tok(i+1).mark == ':' && !p.tok(i+1).spaced && p.tok(i+2).num >= 0 && !p.tok(i+2).spaced
}

// afterAbbreviation steps over the month or weekday at i and its full stop.
func (p *parser) afterAbbreviation(i int) int {
	t := p.tok(i)
	if n := t.end - t.start; n <= 5 && p.tok(i+1).mark == '.' && !p.tok(i+1).spaced && p.abbreviated(i) {
		return i + 2
	}
	return i + 1
}

// abbreviated tells "Aug." from a sentence that ends with "June.": a word of
// four letters counts only where a number follows.
func (p *parser) abbreviated(i int) bool {
	n := p.tok(i).end - p.tok(i).start
	return n == 3 && p.word(i) != "may" || p.tok(i+2).num >= 0
}

// dayFirst reads "4 June 2027", "4th of June", "4-6 June".
func (p *parser) dayFirst(i int) (phrase, int) {
	d := p.tok(i)
	if d.num < 1 || d.num > 31 || d.digits > 2 || d.plural {
		return phrase{}, 0
	}
	at := i + 1
	last := d.num
	if to := p.tok(at + 1); (p.dash(at) || p.oneOf(at, "to", "and")) && to.num > d.num && to.num <= 31 {
		last, at = to.num, at+2
	}
	if p.tok(at).mark == '.' && !p.tok(at).spaced {
		at++
	}
	at = p.skip(at, "of")
	if p.class(at) != month {
		return phrase{}, 0
	}
	ph, next := p.withYear(p.value(at), d.num, p.afterAbbreviation(at), false)
	if next == 0 || last == d.num {
		return ph, next
	}
	return lengthen(ph, last), next
}

// ordinalOf reads "the Fourth of July".
func (p *parser) ordinalOf(i int) (phrase, int) {
	if !p.words(i+1, "of") || p.class(i+2) != month {
		return phrase{}, 0
	}
	return p.withYear(p.value(i+2), p.value(i), p.afterAbbreviation(i+2), false)
}

// lengthen makes a day the first of a run of days in its month.
func lengthen(ph phrase, last int) phrase {
	inner := ph.at
	ph.at = func(a anchor) span {
		s := inner(a)
		end := s.first
		end.Day = last
		if end.Check() != nil {
			return s
		}
		return span{s.first, end}
	}
	return ph
}

// withYear reads what may follow a month and day: more days, the year.
func (p *parser) withYear(m, d, at int, more bool) (phrase, int) {
	if (claims.Date{Month: m, Day: d}).Check() != nil {
		return phrase{}, 0
	}
	last := d
	if to := p.tok(at + 1); more && (p.dash(at) || p.oneOf(at, "to", "through")) && to.num > d && to.num <= 31 && to.digits <= 2 && p.class(at+2) != month {
		last, at = to.num, at+2
	}
	in := func(year int) span {
		day := claims.Date{Year: year, Month: m, Day: d}
		if day.Check() != nil {
			day.Day = 28 // 29 February in a year without one
		}
		return oneDay(day)
	}
	ph := phrase{kind: Day, at: func(a anchor) span { return nearest(a, 0, in) }}
	next := at
	if y, end := p.yearAfter(at); end != 0 {
		ph, next = inYear(Day, y, in), end
	}
	if last > d {
		ph = lengthen(ph, last)
	}
	return ph, next
}

// inYear puts a time that comes once a year in the year that y resolves to.
func inYear(k Kind, y phrase, in func(year int) span) phrase {
	year := y.at
	return phrase{kind: k, at: func(a anchor) span { return in(year(a).first.Year) }}
}

// yearAfter reads the year that belongs to a month, day or season before it:
// "2027", ", 2027", "of 2027", "next year", "of this year".
func (p *parser) yearAfter(i int) (phrase, int) {
	at := i
	if p.tok(at).mark == ',' && p.tok(at+1).digits == 4 {
		at++
	}
	at = p.skip(at, "of", "in")
	if p.class(at) == shift && p.class(at+1) == unit && p.value(at+1) == years {
		return shiftedUnit(p.value(at), years), at + 2
	}
	if p.words(at, "the") {
		return phrase{}, 0
	}
	ph, next := p.year(at)
	if next != 0 && at == i && p.quantity(next) {
		return phrase{}, 0
	}
	return ph, next
}

// year reads a year of four digits; alone it is weak.
func (p *parser) year(i int) (phrase, int) {
	t := p.tok(i)
	if t.digits != 4 || t.num < 1500 || t.num > 2399 || t.plural || t.ordinal || money(p.tok(i-1)) || p.tok(i+1).mark == '%' {
		return phrase{}, 0
	}
	return yearPhrase(t.num), i + 1
}

func money(t *token) bool { return t.mark == '$' || t.mark == '€' || t.mark == '£' || t.mark == '#' }

func yearPhrase(y int) phrase {
	return phrase{kind: Year, weak: true, at: func(anchor) span { return manyYears(y, y) }}
}

// iso reads 2027-06-04 and 27.08.2016, which is the order wherever dots are
// used. Dates with slashes are not read: their order is not known.
func (p *parser) iso(i int) (phrase, int) {
	a, b, c := p.tok(i), p.tok(i+2), p.tok(i+4)
	sep, again := p.tok(i+1).mark, p.tok(i+3).mark
	if a.num < 0 || b.num < 0 || c.num < 0 || sep != again || sep != '-' && sep != '.' || b.spaced || c.spaced {
		return phrase{}, 0
	}
	d := claims.Date{Year: a.num, Month: b.num, Day: c.num}
	if sep == '.' {
		d = claims.Date{Year: c.num, Month: b.num, Day: a.num}
	}
	if d.Year < 1000 || !d.IsFull() || d.Check() != nil {
		return phrase{}, 0
	}
	return dayPhrase(d), i + 5
}

// weekday reads "Friday", "Friday, June 4", "Friday next week", with the time
// of the day.
func (p *parser) weekday(i int) (phrase, int) {
	day, at := p.value(i), p.afterAbbreviation(i)
	if ph, next := p.dayInCalendar(at); next != 0 {
		return ph, next
	}
	if size := p.tok(i).end - p.tok(i).start; size <= 3 && !p.oneOf(i-1, "on", "next", "last", "this") {
		return phrase{}, 0 // "the Sun"
	}
	at = p.partOfDay(at)
	if n := p.skip(at, "of"); p.class(n) == shift && p.class(n+1) == unit && p.value(n+1) == weeks {
		by := p.value(n)
		return phrase{kind: Day, at: func(a anchor) span { return oneDay(unitOf(a.ref, by, weeks).first.AddDays((day + 6) % 7)) }}, n + 2
	}
	weeks := 0
	if p.words(at, "after", "next") {
		weeks, at = 1, at+2
	} else if p.words(at, "week") && p.tok(at+1).lex == nil && !p.dash(at+1) && (p.tok(at+1).mark != 0 || at+1 >= len(p.toks)) {
		weeks, at = 1, at+1 // "Friday week"
	}
	ph := weekdayPhrase(day, min(weeks, 1))
	ph.today = weeks == 0
	if weeks > 0 {
		inner := ph.at
		ph.at = func(a anchor) span { return oneDay(inner(a).first.AddDays(7)) }
	}
	return ph, at
}

// dayInCalendar reads the date that follows a weekday: ", June 4".
func (p *parser) dayInCalendar(i int) (phrase, int) {
	if m := p.tok(i).mark; m == ',' || m == '(' {
		i++
	}
	i = p.skip(i, "the")
	read := p.dayFirst
	if p.class(i) == month {
		read = p.monthFirst
	}
	ph, next := read(i)
	if ph.kind != Day {
		return phrase{}, 0
	}
	return ph, next
}

// weekdayPhrase is the nearest such day: on or before the reference looking
// back, on or after it looking forward, for newspapers call the day of the report
// by its name. "Last" and "next" (by -1 and 1) set the direction and keep off the
// day itself.
func weekdayPhrase(day, by int) phrase {
	return phrase{kind: Day, at: func(a anchor) span {
		ahead := (day - int(a.ref.Time().Weekday()) + 7) % 7
		switch {
		case ahead == 0 && by == 0:
		case by < 0 || by == 0 && a.to == backward:
			ahead -= 7
		case ahead == 0:
			ahead = 7
		}
		return oneDay(a.ref.AddDays(ahead))
	}}
}

func (p *parser) partOfDay(i int) int {
	if p.class(i) == timeOfDay {
		return i + 1
	}
	return i
}

// dayOfMonth reads "the 14th": of the nearest month.
func (p *parser) dayOfMonth(i int) (phrase, int) {
	d := p.tok(i)
	if !d.ordinal || d.num < 1 || d.num > 31 || !p.oneOf(i-1, "the") || !p.oneOf(i-2, "on", "by", "until", "till", "before", "since", "from") {
		return phrase{}, 0
	}
	if t := p.tok(i + 1); t.mark == 0 && t != &none && p.class(i+1) != glue {
		return phrase{}, 0 // "the 14th century", "the 14th Amendment"
	}
	day := d.num
	return phrase{kind: Day, at: func(a anchor) span {
		for n := 0; ; n++ {
			step := n
			if a.to == backward {
				step = -n
			}
			s := unitOf(a.ref, step, months)
			found := s.first.AddDays(day - 1)
			if found.Month == s.first.Month && (found == a.ref || (found.Compare(a.ref) > 0) == (a.to == forward)) {
				return oneDay(found)
			}
		}
	}}, i + 1
}

// decade reads "the 2030s" and "the '90s".
func (p *parser) decade(i int) (phrase, int) {
	t := p.tok(i)
	if p.shortDecade(i) {
		t = p.tok(i + 1)
		return decadePhrase(1900 + t.num), i + 2
	}
	if !t.plural || t.digits != 4 || t.num%10 != 0 {
		return phrase{}, 0
	}
	return decadePhrase(t.num), i + 1
}

// shortDecade recognises '90s; the century is the last one.
func (p *parser) shortDecade(i int) bool {
	t := p.tok(i + 1)
	return (p.tok(i).mark == '\'' || p.tok(i).mark == '’') && !t.spaced && t.plural && t.digits == 2 && t.num%10 == 0 && t.num >= 20
}

func decadePhrase(first int) phrase {
	return phrase{kind: Decade, at: func(anchor) span { return manyYears(first, first+9) }}
}
