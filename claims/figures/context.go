package figures

import (
	"onrecord/claims"
	"onrecord/claims/wordlist"
)

// smallWords are never what is counted.
var smallWords = set(`the and for are was were has had have been with from that this these those which who whom its his her their our your but not
	than then when while where will would could should can may might must also were per out off over into onto about after before since until
	during between among against under above more less fewer higher lower others yes does says was`)

var set = wordlist.Set

// limits are the words in front of a figure that bound it, longest first.
var limits = []struct {
	words []string
	bound Bound
}{
	{[]string{"no", "more", "than"}, AtMost},
	{[]string{"no", "fewer", "than"}, AtLeast},
	{[]string{"no", "less", "than"}, AtLeast},
	{[]string{"not", "more", "than"}, AtMost},
	{[]string{"more", "than"}, MoreTo},
	{[]string{"less", "than"}, LessTo},
	{[]string{"fewer", "than"}, LessTo},
	{[]string{"at", "least"}, AtLeast},
	{[]string{"at", "most"}, AtMost},
	{[]string{"up", "to"}, AtMost},
	{[]string{"as", "many", "as"}, AtMost},
	{[]string{"as", "much", "as"}, AtMost},
	{[]string{"higher", "than"}, MoreTo},
	{[]string{"lower", "than"}, LessTo},
	{[]string{"close", "to"}, About},
	{[]string{"some"}, About},
	{[]string{"about"}, About},
	{[]string{"around"}, About},
	{[]string{"roughly"}, About},
	{[]string{"nearly"}, About},
	{[]string{"almost"}, About},
	{[]string{"approximately"}, About},
	{[]string{"over"}, MoreTo},
	{[]string{"above"}, MoreTo},
	{[]string{"exceeded"}, MoreTo},
	{[]string{"under"}, LessTo},
	{[]string{"below"}, LessTo},
	{[]string{"maximum", "of"}, AtMost},
	{[]string{"minimum", "of"}, AtLeast},
}

// bound reads the words before the figure at i and gives where they begin.
func (p *parser) bound(i int) (Bound, int) {
	if p.at(i-1).low == "a" || p.at(i-1).low == "an" {
		i--
	}
	for _, l := range limits {
		if p.endsWith(i, l.words) {
			return l.bound, i - len(l.words)
		}
	}
	return Exactly, i
}

func (p *parser) endsWith(i int, words []string) bool {
	for j, w := range words {
		if p.at(i-len(words)+j).low != w {
			return false
		}
	}
	return true
}

var (
	rising  = set("rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbed jump jumped gain gained soared surged up raise raised")
	falling = set("fall falls fell fallen falling drop drops dropped dropping decrease decreased decline declined declining shrink shrank shrunk sink sank sunk lost down cut reduced reduce plunged slumped")
	moreOf  = set("more higher bigger larger longer greater faster increase rise growth")
	rises   = set("rise increase growth gain jump climb surge")
	falls   = set("fall drop decline decrease reduction cut loss plunge slump dip")
	lessOf  = set("less fewer lower smaller shorter slower decrease drop fall decline cut reduction")
)

// change tells a movement from a level: "fell by 3 points", "12% higher", "20
// more beds". "Rose to 5%" is a level; "rose 5%" is not.
func (p *parser) change(first, next int, f *Figure) Change {
	if f.Unit.Kind == Times {
		return Level
	}
	before := p.at(first - 1).low
	by := first - 1
	if before == "to" || before == "at" {
		return Level
	}
	if before == "of" { // "an increase of 61 percent"
		switch noun := p.at(first - 2).low; {
		case rises[noun]:
			return Up
		case falls[noun]:
			return Down
		}
	}
	if before == "by" {
		by--
	}
	for back := range 3 { // "fell in May by 3 points"
		if back > 0 && before != "by" {
			break
		}
		switch w := p.at(by - back).low; {
		case rising[w]:
			return Up
		case falling[w]:
			return Down
		}
	}
	after := p.at(next).low
	if f.Of != "" && after != "than" {
		after = p.between(first, next)
	}
	switch {
	case moreOf[after] && f.Bound != MoreTo:
		return Up
	case lessOf[after] && f.Bound != LessTo:
		return Down
	}
	return Level
}

// between finds "more" and its like inside the figure: "20 more beds".
func (p *parser) between(first, next int) string {
	for i := first; i < next; i++ {
		if w := p.at(i).low; (moreOf[w] || lessOf[w]) && p.at(i+1).low != "than" {
			return w
		}
	}
	return ""
}

// from reads the earlier level: ", up from 3.1%", "compared with 40 in 2019".
func (p *parser) from(i int) (Figure, int) {
	at := p.skip(p.skip(p.afterTime(i), ","), "and")
	switch {
	case (p.at(at).low == "up" || p.at(at).low == "down") && p.at(at+1).low == "from":
		at += 2
	case p.at(at).low == "compared" && (p.at(at+1).low == "with" || p.at(at+1).low == "to"):
		at += 2
	case p.at(at).low == "from" && i > 0:
		at++
	default:
		return Figure{}, 0
	}
	if p.dated(at) > at {
		return Figure{}, 0
	}
	return p.amount(at)
}

// afterTime steps over an expression of time that begins at i, with the
// preposition in front of it.
func (p *parser) afterTime(i int) int {
	for i < len(p.toks) && p.dated(i) > i {
		i++
	}
	return i
}

// period gives the words of the nearest expression of time: behind the figure
// first, then before it, within the same sentence.
func (p *parser) period(at claims.Span) string {
	const reach = 80 // bytes
	best, words := reach, ""
	const window = 3 // expressions on either side
	for _, e := range p.times[max(p.time-window, 0):min(p.time+window, len(p.times))] {
		gap := e.Span.Start - at.End
		if gap < 0 {
			gap = at.Start - e.Span.End + reach/4
		}
		if gap < 0 || gap >= best || p.sentenceEnds(at, e.Span) {
			continue
		}
		best, words = gap, e.Span.In(p.text)
	}
	return words
}

// sentenceEnds tells whether a full stop lies between the two spans.
func (p *parser) sentenceEnds(a, b claims.Span) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	for i := a.End; i+1 < b.Start; i++ {
		if c := p.text[i]; (c == '.' || c == '!' || c == '?') && p.text[i+1] == ' ' {
			return true
		}
	}
	return false
}
