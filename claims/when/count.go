package when

// count reads a number of units: "18", "two", "twenty-four", "a", "a few", "a
// couple of", "two to three". The longer of a range counts, the shorter of two
// alternatives.
func (p *parser) count(i int) (n, next int) {
	if p.words(i, "another") {
		if p.class(i+1) == unit {
			return 1, i + 1
		}
		i++
	}
	n, next = p.cardinal(i)
	if next == 0 {
		return 0, 0
	}
	if p.words(next, "to") || p.dash(next) {
		if more, end := p.cardinal(next + 1); end != 0 && more > n {
			n, next = more, end
		}
	} else if p.words(next, "or") {
		if _, end := p.cardinal(next + 1); end != 0 {
			next = end
		}
	}
	return p.more(n, next)
}

// more steps over "more" between a number and its unit. Of five working days
// two more are none.
func (p *parser) more(n, i int) (int, int) {
	if p.class(i+1) != unit {
		return n, i
	}
	switch p.lower(i) {
	case "working", "business":
		if p.value(i+1) == days && n != some {
			n = min(n+n/5*2, most)
		}
		return n, i + 1
	case "more", "further", "additional", "calendar", "full", "whole", "straight", "consecutive":
		return n, i + 1
	}
	return n, i
}

// most is the largest number of units that is counted; it keeps the calendar
// within four digits.
const most = 999

func (p *parser) cardinal(i int) (n, next int) {
	t := p.tok(i)
	if t.num >= 0 && t.num <= most && !t.plural && !t.ordinal && !money(p.tok(i-1)) {
		return t.num, i + 1
	}
	if p.oneOf(i, "a", "an") {
		if p.class(i+1) != number {
			return 1, i + 1
		}
		i++
	}
	if p.class(i) != number {
		return 0, 0
	}
	n, next = p.value(i), i+1
	if n >= 20 && n < 100 {
		at := next
		if p.dash(at) {
			at++
		}
		if p.class(at) == number && p.value(at) > 0 && p.value(at) < 10 {
			return n + p.value(at), at + 1
		}
	}
	if n == some || p.words(i, "couple") {
		next = p.skip(next, "of")
	}
	return n, next
}

func (p *parser) plural(i int) bool {
	t := p.tok(i)
	return p.class(i) == unit && (p.text[t.end-1] == 's' || p.text[t.end-1] == 'S')
}

// countedFrom reads the day from which n units are counted: "a week from
// Tuesday", "two days before Christmas", but not "once a week on Friday".
func (p *parser) countedFrom(i, n, u, at int) (phrase, int) {
	switch {
	case n == some || n > reach[u] || u <= hours || !p.oneOf(at, "from", "after", "before", "on"):
		return phrase{}, 0
	case p.words(at, "on") && (u != weeks || rates[p.lower(i-1)]):
		return phrase{}, 0
	}
	if p.words(at, "before") {
		n = -n
	}
	ph, next := p.core(at + 1)
	if next == 0 || ph.kind != Day || ph.at == nil {
		return phrase{}, 0
	}
	inner := ph.at
	ph.at = func(a anchor) span { return oneDay(move(inner(a).first, n, u)) }
	return ph, next
}

// rates are the words before "a week" that tell how often.
var rates = set("once twice times days hours day hour time")
