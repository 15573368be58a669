package when

// count reads a number of units: "18", "two", "twenty-four", "a", "a few", "a
// couple of", "two to three". The longer of a range counts, the shorter of two
// alternatives.
func (p *parser) count(i int) (n, next int) {
	n, next = p.cardinal(i)
	if next == 0 {
		return 0, 0
	}
	if p.words(next, "to") || p.dash(next) {
		if more, end := p.cardinal(next + 1); end != 0 && more > n {
			return more, end
		}
	}
	if p.words(next, "or") {
		if _, end := p.cardinal(next + 1); end != 0 {
			return n, end
		}
	}
	return n, next
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
	if n == some {
		next = p.skip(next, "of")
	}
	return n, next
}

func (p *parser) plural(i int) bool {
	t := p.tok(i)
	return p.class(i) == unit && (p.text[t.end-1] == 's' || p.text[t.end-1] == 'S')
}
