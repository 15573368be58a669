package when

import "time"

// edge reads "the end of March", "the beginning of next year", "year-end",
// "the year's end".
func (p *parser) edge(i int) (phrase, int) {
	i = p.skip(i, "the")
	if u := p.apostropheS(i + 1); p.class(i) == unit && (u > i+1 || p.dash(i+1)) {
		if p.dash(u) {
			u++
		}
		if p.oneOf(u, "end", "close") {
			if y, next := p.yearAfter(u + 1); next != 0 && p.value(i) == years {
				return lastDayOf(y), next // "year-end 2027"
			}
			return lastDayOf(thisUnit(p.value(i))), u + 1
		}
	}
	if p.class(i) != edge {
		return phrase{}, 0
	}
	at := i + 1
	if p.oneOf(at, "of") || p.dash(at) {
		at++
	} else if p.class(at) == edge || !p.oneOf(i-1, "the", "by", "at", "until", "till", "before", "to", "from", "since", "through", "in") {
		return phrase{}, 0 // "will end this year"
	}
	if p.words(at, "the", "day") {
		if p.oneOf(i-1, "the") && p.oneOf(i-2, "at") {
			return phrase{}, 0 // "at the end of the day", when all is said and done
		}
		return thisUnit(days), at + 2
	}
	inner, next := p.core(at)
	if next == 0 || inner.at == nil {
		return p.edgeOfEvent(i, at)
	}
	inner.weak = false
	switch p.value(i) {
	case 0:
		return portion(inner, 0, 1, 4), next
	case 1:
		return portion(inner, 1, 3, 6), next
	}
	return lastDayOf(inner), next
}

// edgeOfEvent reads "the end of his term": words without a date.
func (p *parser) edgeOfEvent(i, at int) (phrase, int) {
	if at == i+1 || !p.oneOf(i, "end", "close", "beginning", "start") {
		return phrase{}, 0
	}
	return p.event(at, false)
}

// ended reads "the year is out", "the month ends": its last day.
func (p *parser) ended(i int) (phrase, int) {
	i = p.skip(p.skip(i, "the"), "this")
	var ph phrase
	switch {
	case p.class(i) == unit && p.value(i) > days && !p.plural(i):
		ph = thisUnit(p.value(i))
	case p.class(i) == season && !p.words(i, "fall"):
		ph, _ = p.season(i)
	default:
		return phrase{}, 0
	}
	at := i + 1
	switch w := p.lower(at); {
	case w == "ends" || w == "ended":
		at++
	case (w == "is" || w == "was") && (p.lower(at+1) == "out" || p.lower(at+1) == "over" || p.lower(at+1) == "up"):
		at += 2
	default:
		return phrase{}, 0
	}
	ph = lastDayOf(ph)
	ph.deadline = true
	return ph, at
}

func lastDayOf(ph phrase) phrase {
	inner := ph.at
	ph.kind, ph.weak = Day, false
	ph.at = func(a anchor) span { return oneDay(inner(a).last) }
	return ph
}

// portion cuts a part out of a longer time: from from/of of its length to
// to/of, in whole months where it has some.
func portion(ph phrase, from, to, of int) phrase {
	inner := ph.at
	ph.weak = false
	ph.at = func(a anchor) span {
		s := inner(a)
		if n := monthsIn(s); n >= of {
			start := addMonths(s.first, n*from/of)
			return span{start, addMonths(s.first, n*to/of).AddDays(-1)}
		}
		n := int(s.last.Time().Sub(s.first.Time())/(24*time.Hour)) + 1
		if n < of {
			return s
		}
		return span{s.first.AddDays(n * from / of), s.first.AddDays(n*to/of - 1)}
	}
	return ph
}

// monthsIn counts the months of a span that consists of whole ones, else 0.
func monthsIn(s span) int {
	if s.first.Day != 1 || s.last.AddDays(1).Day != 1 {
		return 0
	}
	return (s.last.Year-s.first.Year)*12 + s.last.Month - s.first.Month + 1
}

// part reads "early 2027", "mid-March", "late next year". The middle of a year
// ends in June, because "by mid-2027" means half of the year.
func (p *parser) part(i int) (phrase, int) {
	i = p.skip(i, "the")
	if p.class(i) != part {
		return phrase{}, 0
	}
	at := i + 1
	if p.dash(at) {
		at++
	}
	at = p.skip(at, "in", "on")
	inner, next := p.core(at)
	if next == 0 || inner.at == nil {
		return phrase{}, 0
	}
	inner.weak = false
	if inner.kind == Day {
		return inner, next
	}
	switch p.value(i) {
	case 0:
		return portion(inner, 0, 1, 3), next
	case 1:
		switch {
		case inner.kind == Year || inner.kind == Decade:
			return portion(inner, 1, 3, 6), next
		case inner.kind == Month && p.oneOf(i-1, "by", "before", "until", "till"):
			return portion(inner, 0, 1, 2), next // half of the month
		}
		return portion(inner, 1, 2, 3), next
	}
	return portion(inner, 2, 3, 3), next
}

// fraction reads "the second half of next year", "the first three months of
// 2027", "the last week of June".
func (p *parser) fraction(i int) (phrase, int) {
	i = p.skip(i, "the")
	last := p.oneOf(i, "last", "final", "penultimate")
	if p.class(i) != ordinal && !last {
		return phrase{}, 0
	}
	nth, at, count := 0, i+1, 1
	switch {
	case !last:
		nth = p.value(i) - 1
	case p.words(i, "penultimate"):
		nth = 1
	}
	if p.dash(at) {
		at++ // "first-half 2027"
	}
	if p.words(at, "half") {
		return p.half(at+1, nth, last)
	}
	if n, next := p.count(at); next != 0 && n > 0 {
		count, at = n, next
	}
	if p.class(at) != unit || !p.oneOf(at+1, "of", "in") || p.value(at) == quarters && count == 1 && !last {
		return phrase{}, 0
	}
	u := p.value(at)
	if count == 1 && p.plural(at) { // "the first days of May"
		count = 2
		if u == days {
			count = 7
		}
	}
	whole, next := p.core(at + 2)
	if next == 0 || whole.at == nil {
		return phrase{}, 0
	}
	inner := whole.at
	whole.weak = false
	whole.at = func(a anchor) span { return run(inner(a), nth*count, count, u, last) }
	if u == days && count == 1 {
		whole.kind = Day
	}
	return whole, next
}

// run is a number of units from the start of a span, or from its end.
func run(s span, skip, count, u int, last bool) span {
	if last {
		end := move(s.last.AddDays(1), -skip, u)
		return span{move(end, -count, u), end.AddDays(-1)}
	}
	first := move(s.first, skip, u)
	return span{first, move(first, count, u).AddDays(-1)}
}

func (p *parser) half(at, nth int, last bool) (phrase, int) {
	if last || nth > 1 {
		nth = 1
	}
	ph, next := p.core(p.skip(at, "of", "in"))
	if next == 0 || ph.at == nil {
		return phrase{}, 0 // of a match
	}
	ph = portion(ph, nth, nth+1, 2)
	if ph.kind == Year {
		ph.kind = Quarter
	}
	return ph, next
}
