package when

import "onrecord/claims"

// named reads a time that has a name of its own or a place in one: "June 4",
// "the end of 2027", "early next year", "this autumn", "Q3".
func (p *parser) named(i int) (phrase, int) {
	return firstOf(i, p.edge, p.fraction, p.part, p.core)
}

// deepest is how many times may be nested: "the first week of the third quarter
// of next year". It keeps reading linear whatever the text repeats.
const deepest = 4

// core reads a named time without "end of" or "early" before it.
func (p *parser) core(i int) (phrase, int) {
	if p.depth >= deepest {
		return phrase{}, 0
	}
	p.depth++
	defer func() { p.depth-- }()
	i = p.skip(i, "the")
	if ph, next := p.feast(i); next != 0 {
		return ph, next
	}
	switch p.class(i) {
	case month:
		return p.monthFirst(i)
	case weekday:
		return p.weekday(i)
	case season:
		return p.season(i)
	case shift:
		return p.shifted(i)
	case dayWord:
		return p.dayWord(i)
	case holiday:
		return p.holiday(i)
	case unit:
		return p.theUnit(i)
	case ordinal:
		return firstOf(i, p.quarterOf, p.ordinalOf)
	case glue:
		return firstOf(i, p.code, p.sometime, p.newYear)
	case plain:
		if p.tok(i).num >= 0 || p.shortDecade(i) {
			return firstOf(i, p.iso, p.dayFirst, p.decade, p.year, p.dayOfMonth)
		}
	case number, part, edge, timeOfDay, feast:
	}
	return phrase{}, 0
}

// firstOf gives what the first of the readers finds.
func firstOf(i int, readers ...func(int) (phrase, int)) (phrase, int) {
	for _, read := range readers {
		if ph, next := read(i); next != 0 {
			return ph, next
		}
	}
	return phrase{}, 0
}

// thisUnit is the calendar unit that holds the reference day.
func thisUnit(u int) phrase { return shiftedUnit(0, u) }

func shiftedUnit(n, u int) phrase {
	return phrase{kind: kindOf(u), at: func(a anchor) span { return unitOf(a.ref, n, u) }}
}

func kindOf(u int) Kind {
	switch u {
	case hours, days:
		return Day
	case weekends, weeks, fortnights:
		return Week
	case months:
		return Month
	case quarters:
		return Quarter
	case years:
		return Year
	}
	return Decade
}

// theUnit reads "the year", "the week of October 21"; alone it is weak.
func (p *parser) theUnit(i int) (phrase, int) {
	u := p.value(i)
	if p.words(i, "day", "after", "tomorrow") || p.words(i, "day", "before", "yesterday") {
		n := 2 * p.value(i+2)
		return phrase{kind: Day, at: func(a anchor) span { return oneDay(a.ref.AddDays(n)) }}, i + 3
	}
	if u <= days || p.plural(i) {
		return phrase{}, 0
	}
	if p.words(i+1, "after", "next") {
		return shiftedUnit(2, u), i + 3
	}
	if p.oneOf(i+1, "of", "beginning", "starting", "ending") {
		if inner, next := p.core(i + 2); next != 0 && inner.kind == Day && inner.at != nil {
			day := inner.at
			return phrase{kind: kindOf(u), at: func(a anchor) span { return unitOf(day(a).first, 0, u) }}, next
		}
	}
	if u == years && p.tok(i+1).digits == 4 {
		return p.year(i + 1)
	}
	if !p.oneOf(i-1, "the") && p.class(i-1) != edge {
		return phrase{}, 0
	}
	ph := thisUnit(u)
	ph.weak = u != weekends
	if u == weekends {
		ph.at = func(a anchor) span { return nearestWeekend(a) }
	}
	return ph, i + 1
}

func nearestWeekend(a anchor) span {
	s := unitOf(a.ref, 0, weekends)
	if a.to == backward && s.first.Compare(a.ref) > 0 {
		return unitOf(a.ref, -1, weekends)
	}
	return s
}

// sometime reads "later this year", "earlier this week", "sometime next year".
func (p *parser) sometime(i int) (phrase, int) {
	if !p.oneOf(i, "later", "earlier", "sometime") {
		return phrase{}, 0
	}
	at := p.skip(i+1, "in", "on")
	ph, next := p.core(at)
	if next == 0 || ph.at == nil || ph.kind == Day && p.class(at) != dayWord {
		return phrase{}, 0
	}
	inner, which := ph.at, p.word(i)
	ph.weak = false
	ph.at = func(a anchor) span {
		s := inner(a)
		if which == "later" && s.last.Compare(a.ref) > 0 && s.first.Compare(a.ref) <= 0 {
			s.first = a.ref
		}
		if which == "earlier" && s.first.Compare(a.ref) < 0 && s.last.Compare(a.ref) >= 0 {
			s.last = a.ref.AddDays(-1)
		}
		return s
	}
	return ph, next
}

// code reads "Q3", "H1 2027", "FY27", "fiscal year 2027".
func (p *parser) code(i int) (phrase, int) {
	if n := p.tok(i + 1); p.tok(i).upper && n.num >= 1 && !n.spaced {
		switch {
		case p.words(i, "q"):
			return p.quarterIn(n.num, i+2)
		case p.words(i, "h") && n.num <= 2:
			return p.half(i+2, n.num-1, false)
		}
	}
	if p.words(i, "fiscal") || p.words(i, "financial") || p.words(i, "fy") {
		at := i + 1
		if p.class(at) == ordinal {
			return p.quarterOf(at)
		}
		if p.class(at) == unit && p.value(at) == years {
			at++
		}
		if n := p.tok(at); p.words(i, "fy") && n.digits == 2 {
			return yearPhrase(2000 + n.num), at + 1
		}
		ph, next := p.year(at)
		ph.weak = false
		return ph, next
	}
	return phrase{}, 0
}

// quarterOf reads "third quarter", "third quarter of next year".
func (p *parser) quarterOf(i int) (phrase, int) {
	at := p.skip(i+1, "fiscal", "financial")
	if p.dash(at) {
		at++
	}
	if p.class(at) != unit || p.value(at) != quarters {
		return phrase{}, 0
	}
	return p.quarterIn(p.value(i), at+1)
}

// quarterIn reads the year of a quarter; without one it is the nearest.
func (p *parser) quarterIn(n, at int) (phrase, int) {
	if n > 4 {
		return phrase{}, 0
	}
	if y, next := p.core(p.skip(at, "of", "in")); next != 0 && y.kind == Year && y.at != nil {
		inner := y.at
		return phrase{kind: Quarter, at: func(a anchor) span { return quarter(inner(a).first.Year, n) }}, next
	}
	return phrase{kind: Quarter, at: func(a anchor) span {
		return nearest(a, 0, func(year int) span { return quarter(year, n) })
	}}, at
}

// nearest picks the year of a time that comes once a year: the one that holds
// the reference day or lies nearest to it in the direction of the anchor. A
// shift of -1 or 1 excludes the one that holds the day.
func nearest(a anchor, by int, in func(year int) span) span {
	if by < 0 || by == 0 && a.to == backward {
		for year := a.ref.Year + 1; ; year-- {
			s := in(year)
			if s.first.Compare(a.ref) <= 0 && (by == 0 || s.last.Compare(a.ref) < 0) {
				return s
			}
		}
	}
	for year := a.ref.Year - 1; ; year++ {
		s := in(year)
		if s.last.Compare(a.ref) >= 0 && (by == 0 || s.first.Compare(a.ref) > 0) {
			return s
		}
	}
}

func dayPhrase(d claims.Date) phrase {
	return phrase{kind: Day, at: func(anchor) span { return whole(d) }}
}
