package when

import "onrecord/claims"

// anchor is what a phrase is resolved against: a full day and the direction in
// which an undecided date is looked for.
type anchor struct {
	ref claims.Date
	to  lean
}

// phrase is an expression that was read but not yet resolved.
type phrase struct {
	kind     Kind
	at       func(anchor) span // nil where the words name no date
	from     int               // first token
	deadline bool
	since    bool
	today    bool // the day itself may be meant: "on Friday" said on a Friday
	ahead    bool // a time only where one to come is looked for: how long something takes, "by noon"
	// weak phrases ("May", "2016", "the year") are times only beside a word
	// that asks for one.
	weak bool
}

// resolve finds what the phrase comes to, as far as all possible references
// agree.
func (ph *phrase) resolve(refs []claims.Date, to lean) Expression {
	e := Expression{Kind: ph.kind, Deadline: ph.deadline, Since: ph.since, today: ph.today}
	if ph.at == nil {
		return e
	}
	for i, ref := range refs {
		s := ph.at(anchor{ref, to})
		if i == 0 {
			e.Date, e.First, e.Last = s.common(), s.first, s.last
			continue
		}
		e.Date, e.First, e.Last = agree(e.Date, s.common()), agree(e.First, s.first), agree(e.Last, s.last)
	}
	if !inCalendar(e.First) || !inCalendar(e.Last) {
		e.Date = claims.Date{}
	}
	if !e.First.IsFull() || !e.Last.IsFull() {
		e.First, e.Last = claims.Date{}, claims.Date{}
	}
	return e
}

// inCalendar tells a date from one that counting has moved out of the four
// digits of a year.
func inCalendar(d claims.Date) bool { return d.Year >= 0 && d.Check() == nil }

// parser reads phrases from tokens. Every method that reads takes the index of
// a token and returns the index after what it read, 0 where it read nothing;
// none looks further than a fixed number of tokens, so reading is linear.
type parser struct {
	text  string
	toks  []token
	depth int // of nested times
}

func (p *parser) tok(i int) *token {
	if i < 0 || i >= len(p.toks) {
		return &none
	}
	return &p.toks[i]
}

// class is the class of the word at i.
func (p *parser) class(i int) class {
	if l := p.tok(i).lex; l != nil {
		return l.class
	}
	return plain
}

func (p *parser) value(i int) int { return p.tok(i).lex.value }

// word is the word at i in lower case, "" for words outside the vocabulary.
func (p *parser) word(i int) string {
	if l := p.tok(i).lex; l != nil {
		return l.word
	}
	return ""
}

// words tells whether the tokens at i are these words.
func (p *parser) words(i int, words ...string) bool {
	for j, w := range words {
		if p.word(i+j) != w {
			return false
		}
	}
	return true
}

func (p *parser) oneOf(i int, words ...string) bool {
	have := p.word(i)
	for _, w := range words {
		if have != "" && have == w {
			return true
		}
	}
	return false
}

// skip steps over the word where it is there.
func (p *parser) skip(i int, words ...string) int {
	if p.oneOf(i, words...) {
		return i + 1
	}
	return i
}

func (p *parser) dash(i int) bool {
	m := p.tok(i).mark
	return m == '-' || m == '–' || m == '—' || m == '‑'
}

// apostropheS reads the ending of "year's".
func (p *parser) apostropheS(i int) int {
	m := p.tok(i).mark
	if (m == '\'' || m == '’') && !p.tok(i).spaced && !p.tok(i+1).spaced && p.tok(i+1).end-p.tok(i+1).start == 1 && p.tok(i+1).mark == 0 {
		return i + 2
	}
	return i
}

// expression reads a whole expression with the preposition in front of it.
func (p *parser) expression(i int) (phrase, int) {
	if p.class(i) == plain && p.tok(i).num < 0 && !p.shortDecade(i) || p.words(i, "last") && modal(p.lower(i-1)) {
		return phrase{}, 0
	}
	if ph, next := firstOf(i, p.deadline, p.within, p.counted, p.placed); next != 0 {
		ph.from = i
		return ph, next
	}
	ph, next := p.interval(i)
	if next == 0 || ph.weak && (!p.oneOf(i, "the") && !p.oneOf(i-1, "the") || p.ofUnit(i)) || p.namesAnother(i, &ph, next) {
		return phrase{}, 0
	}
	ph.from = i
	return ph, next
}

// deadline reads "by March", "before the end of 2027", "no later than Friday",
// "until at least March", "before the election".
func (p *parser) deadline(i int) (phrase, int) {
	at, before := p.limit(i)
	if at == 0 {
		return phrase{}, 0
	}
	if p.words(i, "by", "the", "time") {
		if ph, next := p.ended(i + 3); next != 0 {
			return ph, next
		}
		return p.event(p.skip(i+3, "of"), false)
	}
	at = p.hedged(at)
	if ph, next := p.ended(at); next != 0 {
		return ph, next
	}
	ph, next := firstOf(at, p.clocked, p.counted, p.named)
	if before && p.timeOfDay(at) != 0 && (near[p.lower(i-1)] || !ph.deadline) {
		return phrase{}, 0 // "shortly before noon", "before noon on Friday"
	}
	if next == 0 && !p.oneOf(i, "by", "through", "up") {
		return p.event(at, true)
	}
	if next == 0 {
		return phrase{}, 0
	}
	ph.deadline = ph.at == nil || !before || !near[p.lower(i-1)]
	if !before || ph.at == nil || ph.kind == Day {
		return ph, next // what is done before Friday is due on Friday
	}
	if inner := ph.at; !p.edgeOf(at) {
		ph.at = func(a anchor) span { return oneDay(inner(a).first.AddDays(-1)) }
	}
	return ph, next
}

// near are the words that make of "before" a point in time: "shortly before
// midnight on Wednesday".
var near = set("shortly just moments minutes hours soon immediately")

// limit steps over the words that make a time a deadline.
func (p *parser) limit(i int) (at int, before bool) {
	switch {
	case p.oneOf(i, "no", "not") && p.oneOf(i+1, "later", "earlier", "sooner") && p.words(i+2, "than"):
		return i + 3, false
	case p.words(i, "on", "or", "before"):
		return i + 3, false
	case p.words(i, "ahead", "of"), p.words(i, "prior", "to"):
		return i + 2, true
	case p.oneOf(i, "before"):
		return i + 1, true
	case p.words(i, "in", "time", "for"):
		return i + 3, false
	case p.words(i, "up", "to") && !p.dash(i-1):
		return i + 2, false
	case p.oneOf(i, "by", "until", "till", "through"):
		return i + 1, false
	}
	return 0, false
}

// edgeOf tells that a phrase names the end of something: what is done before
// the end of a year is done by its last day.
func (p *parser) edgeOf(i int) bool {
	i = p.skip(i, "the")
	return p.class(i) == edge || p.apostropheS(i+1) > i+1
}

// placed reads a preposition that puts something in a time: "in March", "on
// Friday", "since 2019".
func (p *parser) placed(i int) (phrase, int) {
	at, since := i+1, false
	switch p.word(i) {
	case "in", "on", "at", "during", "over", "for", "of", "throughout", "to", "into", "toward", "towards", "overnight", "come":
	case "between":
		return p.between(i)
	case "since", "after":
		since = true
	case "from", "starting", "beginning", "effective":
		at = p.skip(at, "from", "in", "on")
	case "as":
		if at, since = p.asOf(i); at == 0 {
			return phrase{}, 0
		}
	default:
		return phrase{}, 0
	}
	at = p.hedged(at)
	if ph, next := p.clocked(at); next != 0 && !ph.deadline {
		ph.since = since
		return ph, next
	}
	ph, next := p.interval(at)
	if next == 0 || ph.weak && p.ofUnit(at) || p.oneOf(i, "on", "at", "to", "of", "for") && p.namesAnother(at, &ph, next) || ph.weak && ph.kind == Year && p.quantity(next) {
		return phrase{}, 0
	}
	ph.since = since
	if p.oneOf(i, "to", "of", "for") && ph.weak && p.class(at) != shift && !p.oneOf(at, "the") && p.tok(at).num < 0 && p.class(at) != month {
		return phrase{}, 0
	}
	return ph, next
}

// asOf steps over "as of", from which on something is so, or "as far back as".
func (p *parser) asOf(i int) (at int, since bool) {
	if p.words(i, "as", "of") {
		return i + 2, true
	}
	i = p.skip(i+1, "late", "early", "soon")
	if w := p.lower(i); w == "far" && p.lower(i+1) == "back" || w == "long" && p.lower(i+1) == "ago" {
		i += 2
	} else if w == "recently" {
		i++
	}
	if p.words(i, "as") {
		return i + 1, false
	}
	return 0, false
}

// quantity tells that the number before i counts things: "in 2000 cases".
func (p *parser) quantity(i int) bool {
	t := p.tok(i)
	if t.mark == '%' {
		return true
	}
	return t.mark == 0 && t.num < 0 && t.lex == nil && !t.upper && t.end-t.start > 4 && p.tok(i-1).num%100 == 0 && t != &none
}
