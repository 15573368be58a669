package when

// between reads "between March and June", "between 2027 and 2030".
func (p *parser) between(i int) (phrase, int) {
	if p.words(i+1, "now", "and") {
		ph, next := p.named(i + 3)
		ph.deadline = true
		return ph, next
	}
	a, next := p.named(i + 1)
	if next == 0 || !p.oneOf(next, "and") {
		return phrase{}, 0
	}
	b, end := p.named(next + 1)
	if end == 0 {
		return phrase{}, 0
	}
	return merge(a, b), end
}

// interval reads a named time and, where one follows, the time it runs to.
func (p *parser) interval(i int) (phrase, int) {
	a, next := p.named(i)
	if next == 0 || !p.oneOf(next, "to", "until", "till", "through") && (!p.dash(next) || p.tok(next).mark == '—') {
		return a, next
	}
	if p.dash(next) && p.tok(next+1).num >= 0 && p.tok(next+1).digits == 2 && a.kind == Year {
		return p.splitYear(a, next)
	}
	b, end := p.named(next + 1)
	if end == 0 || b.kind != a.kind || a.at == nil || b.at == nil {
		return a, next
	}
	return merge(a, b), end
}

// splitYear reads the second part of "2026-27".
func (p *parser) splitYear(a phrase, i int) (phrase, int) {
	first, second := p.tok(i-1).num, p.tok(i+1).num
	if first < 0 || second <= first%100 {
		return a, i
	}
	a.at = func(anchor) span { return manyYears(first, first-first%100+second) }
	return a, i + 2
}

// merge is the stretch from one time to another. The second is taken for the
// one after the first where only that makes sense.
func merge(a, b phrase) phrase {
	first, second := a.at, b.at
	if first == nil || second == nil {
		return a
	}
	a.at = func(x anchor) span {
		from, to := first(x), second(x)
		if to.last.Compare(from.first) < 0 {
			x.ref, x.to = from.last, forward
			to = second(x)
		}
		if to.last.Compare(from.first) < 0 {
			return from
		}
		return span{from.first, to.last}
	}
	a.weak = a.weak && b.weak
	return a
}
