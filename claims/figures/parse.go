package figures

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/when"
)

// Parse gives the figures of a text in its order, none overlapping another.
func Parse(text string) []Figure {
	p := parser{text: text, toks: scan(text), times: when.Find(text, claims.Date{})}
	var out []Figure
	for i := 0; i < len(p.toks); {
		f, next := p.figure(i)
		if next == 0 {
			i++
			continue
		}
		out = append(out, f)
		i = next
	}
	return out
}

// parser reads figures from tokens. Its methods take the index of a token and
// return the index after what they read, 0 where they read nothing.
type parser struct {
	text  string
	toks  []token
	times []when.Expression
	time  int // the first expression of time that may still lie ahead
}

var nothing token

func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.toks) {
		return &nothing
	}
	return &p.toks[i]
}

// figure reads a whole figure that begins at i.
func (p *parser) figure(i int) (Figure, int) {
	if end := p.dated(i); end > i {
		return Figure{}, 0
	}
	f, next := p.amount(i)
	if next == 0 {
		return Figure{}, 0
	}
	bound, first := p.bound(i)
	f.Bound = bound
	f.Change = p.change(first, next, &f)
	if from, end := p.from(next); end != 0 && f.Change == Level {
		f.From, f.HasFrom = from.Value, true
		next = end
	}
	f.Span = claims.Span{Start: p.at(i).start, End: p.at(next - 1).end}
	f.Period = p.period(f.Span)
	return f, next
}

// dated gives the end of the expression of time that holds token i, else i.
func (p *parser) dated(i int) int {
	start := p.at(i).start
	for p.time < len(p.times) && p.times[p.time].Span.End <= start {
		p.time++
	}
	if p.time < len(p.times) && p.times[p.time].Span.Start <= start {
		return i + 1
	}
	return i
}

// amount reads a number or a range with its unit.
func (p *parser) amount(i int) (Figure, int) {
	if f, next := p.money(i); next != 0 {
		return f, next
	}
	if v, next := p.fraction(i); next != 0 {
		return Figure{Value: v, High: v, Unit: unitWords["percent"], Of: p.ofWhat(next)}, next
	}
	if m, ok := multiples[p.at(i).low]; ok {
		return Figure{Value: m, High: m, Unit: unitWords["times"]}, i + 1
	}
	if low, ok := vague[p.at(i).low]; ok {
		return p.counted(Figure{Value: low, High: low, Vague: true, Unit: Unit{Kind: Count}}, p.skip(i+1, "of"))
	}
	v, next := p.number(i)
	if next == 0 || p.partOfName(i, next) {
		return Figure{}, 0
	}
	f := Figure{Value: v, High: v}
	if high, end, ok := p.upTo(v, i, next); ok {
		f.High, next = high, end
		f.Value = sameScale(v, high, p.at(i))
	}
	return p.measured(f, i, next)
}

func (p *parser) skip(i int, word string) int {
	if p.at(i).low == word {
		return i + 1
	}
	return i
}

// upTo reads the upper end of a range: "5 to 7", "3-4", "between 5 and 7".
func (p *parser) upTo(v float64, i, next int) (high float64, end int, ok bool) {
	w := p.at(next).low
	between := p.at(i-1).low == "between" && w == "and"
	if !between && w != "to" && w != "-" && w != "–" {
		return 0, 0, false
	}
	if p.at(next+1).low == "" || w == "to" && p.at(i-1).low == "from" {
		return 0, 0, false
	}
	at := next + 1
	if _, sign := signs[rune0(p.at(at).low)]; sign {
		at++
	}
	high, end = p.number(at)
	return high, end, end != 0 && high > v
}

// sameScale gives the lower end of "5 to 7 billion" the scale of the upper.
func sameScale(low, high float64, t *token) float64 {
	if !t.digits || low >= 1000 {
		return low
	}
	for _, s := range []float64{1e12, 1e9, 1e6, 1e3} {
		if high >= s && low*s <= high {
			return low * s
		}
	}
	return low
}

// money reads an amount behind the sign of a currency: "$3.2 billion", "US$5
// to $7 million".
func (p *parser) money(i int) (Figure, int) {
	at := i
	if w := p.at(at).low; (w == "us" || w == "a" || w == "c") && p.at(at).upper && p.at(at+1).low == "$" && !p.at(at+1).spaced {
		at++
	}
	code, ok := signs[rune0(p.at(at).low)]
	if !ok || !p.at(at+1).digits {
		return Figure{}, 0
	}
	v, next := p.number(at + 1)
	f := Figure{Value: v, High: v, Unit: Unit{Money, code, 1}}
	if high, end, ok := p.upTo(v, i, next); ok {
		f.Value, f.High, next = sameScale(v, high, p.at(at+1)), high, end
	}
	return f, next
}

func rune0(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// partOfName tells numbers that name or count nothing: "Boeing 707", "Article
// 5", "10:30", "the 4th", "G7", "No. 12".
func (p *parser) partOfName(i, next int) bool {
	t, before, after := p.at(i), p.at(i-1), p.at(next)
	if !t.digits {
		// "one" alone is a pronoun more often than a figure.
		return next == i+1 && (t.low == "one" || t.low == "zero")
	}
	switch {
	case p.gluedBehind(next) || !t.spaced && p.gluedBefore(i) || after.upper && timeZones[after.low]:
		return true
	case before.low == "#" || before.low == "no" || before.low == "." && p.at(i-2).low == "no":
		return true
	}
	return before.upper && i >= 2 && p.at(i-2).low != "." && !isUnit(after.low) && !p.countable(next)
}

// timeZones tell a number before them to be a time of day.
var timeZones = map[string]bool{"utc": true, "gmt": true, "est": true, "edt": true, "pst": true, "pdt": true, "cet": true, "cest": true, "bst": true}

// gluedBehind tells a number that what stands right behind it makes an ordinal,
// a decade, a time of day or a score.
func (p *parser) gluedBehind(next int) bool {
	t, then := p.at(next), p.at(next+1)
	if t.spaced {
		return false
	}
	switch t.low {
	case "th", "st", "nd", "rd", "s":
		return true
	case ":", "/":
		return then.digits && !then.spaced
	}
	return false
}

// gluedBefore tells the second half of a time of day or a score, or a number
// that a letter stands right before.
func (p *parser) gluedBefore(i int) bool {
	t := p.at(i - 1)
	switch t.low {
	case ":", "/", "-":
		return i >= 2 && !t.spaced
	}
	return startsWithLetter(t.low)
}

func startsWithLetter(low string) bool { return low != "" && low[0] >= 'a' && low[0] <= 'z' }

// measured reads the unit or the thing counted behind a number.
func (p *parser) measured(f Figure, i, next int) (Figure, int) {
	at := next
	if p.at(at).low == "-" && !p.at(at).spaced {
		at++
	}
	w := p.at(at)
	if w.low == "per" && p.at(at+1).low == "cent" {
		return p.percent(f, at+2)
	}
	if u, ok := unitWords[w.low]; ok && (len(w.low) > 1 || w.low == "%" || p.at(i).digits) {
		switch {
		case u.Kind == Percent:
			return p.percent(f, at+1)
		case w.low == "foot" && at == next:
			return p.counted(f, next)
		}
		if u.Kind == Length && p.hourly(at+1) {
			f.Unit = Unit{Speed, speedName(u), u.Size / hour}
			return f, at + 3
		}
		f.Unit = u
		return f, p.skip(at+1, "sterling")
	}
	if square := p.at(at).low; (square == "square" || square == "sq") && isUnit(p.at(at+1).low) {
		side := unitWords[p.at(at+1).low]
		f.Unit = Unit{Area, "square " + side.Name, side.Size * side.Size}
		return f, at + 2
	}
	if w.low == "points" || w.low == "point" {
		f.Unit = Unit{Points, "points", 1}
		return f, at + 1
	}
	f.Unit = Unit{Kind: Count}
	return p.counted(f, next)
}

// hourly reports whether a length is one of each hour: "per hour", "an hour",
// "km/h".
func (p *parser) hourly(at int) bool {
	w, then := p.at(at), p.at(at+1)
	return (w.low == "per" || w.low == "an") && then.low == "hour" || w.low == "/" && !w.spaced && then.low == "h"
}

func speedName(length Unit) string {
	if length.Name == "miles" {
		return "mph"
	}
	return length.Name + "/h"
}

// percent tells percentages from percentage points.
func (p *parser) percent(f Figure, next int) (Figure, int) {
	f.Unit = unitWords["percent"]
	if w := p.at(next).low; w == "points" || w == "point" {
		f.Unit = Unit{Points, "points", 1}
		return f, next + 1
	}
	f.Of = p.ofWhat(next)
	return f, next
}

// ofWhat reads what a share is taken of: "of pupils".
func (p *parser) ofWhat(i int) string {
	if p.at(i).low != "of" {
		return ""
	}
	at := i + 1
	for w := p.at(at).low; w == "the" || w == "all" || w == "its" || w == "their" || w == "our"; w = p.at(at).low {
		at++
	}
	if !p.countable(at) {
		return ""
	}
	return p.at(at).low
}

// countable tells a word that can be what is counted.
func (p *parser) countable(i int) bool {
	t := p.at(i)
	return len(t.low) > 2 && !t.digits && startsWithLetter(t.low) && !smallWords[t.low]
}

// counted reads the noun behind a count, with at most two words that describe
// it: "35 people", "200 new hospital beds".
func (p *parser) counted(f Figure, next int) (Figure, int) {
	const describing = 2
	for i := next; i <= next+describing; i++ {
		w := p.at(i).low
		if w == "more" || w == "fewer" {
			continue
		}
		if !p.countable(i) || !p.at(i).spaced {
			break
		}
		if u, ok := unitWords[w]; ok && len(w) > 2 && i > next {
			f.Unit = u
			return f, i + 1
		}
		if w == "people" || w == "men" || w == "women" || w == "children" || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "ous") {
			f.Of = w
			return f, i + 1
		}
	}
	return f, next
}
