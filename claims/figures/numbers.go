package figures

import "strings"

// small are the number words that add up, scales those that multiply.
var (
	small  = makeSmall()
	scales = map[string]float64{
		"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12,
	}
	fractions = map[string]float64{
		"half": 0.5, "third": 1.0 / 3, "thirds": 1.0 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2, "sixth": 1.0 / 6, "sixths": 1.0 / 6,
		"eighth": 0.125, "eighths": 0.125, "tenth": 0.1, "tenths": 0.1,
	}
	// vague plurals stand for at least two of their scale.
	vague     = map[string]float64{"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9, "trillions": 2e12}
	multiples = map[string]float64{"doubled": 2, "doubling": 2, "double": 2, "twice": 2, "tripled": 3, "tripling": 3, "triple": 3, "trebled": 3, "quadrupled": 4, "halved": 0.5}
)

func makeSmall() map[string]float64 {
	out := map[string]float64{}
	for i, w := range strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty`) {
		out[w] = float64(i)
	}
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		out[w] = float64(30 + 10*i)
	}
	return out
}

// number reads a number in digits or words with its scale words: "1.2
// million", "twenty-five", "two hundred and fifty", "two and a half million".
func (p *parser) number(i int) (v float64, next int) {
	if t := p.at(i); t.digits {
		return p.scaled(t.value, i+1)
	}
	return p.spelled(i)
}

// scaled multiplies by the scale words that follow a number in digits.
func (p *parser) scaled(v float64, i int) (float64, int) {
	for range 2 { // "hundred thousand" at most
		if s, ok := scales[p.at(i).low]; ok && (p.at(i).spaced || len(p.at(i).low) == 2) {
			v *= s
			i++
			continue
		}
		if n := p.at(i); n.low == "-" && !n.spaced {
			if s, ok := scales[p.at(i+1).low]; ok {
				v *= s
				i += 2
			}
		}
		break
	}
	return v, i
}

// spelling is a number in words while it is read: the thousands and above that
// are complete, and the group below a thousand that is not.
type spelling struct {
	total, group float64
	seen         bool
}

// spelled reads number words.
func (p *parser) spelled(i int) (float64, int) {
	var n spelling
	at := i
	if w := p.at(at).low; (w == "a" || w == "an") && scales[p.at(at+1).low] != 0 {
		n, at = spelling{group: 1, seen: true}, at+1
	}
	const longest = 12
	for at < i+longest {
		if n.add(p.at(at).low) {
			at++
			continue
		}
		width := n.join(p.at(at).low, p.at(at+1).low, p.at(at+2).low)
		if width == 0 {
			break
		}
		at += width
	}
	if !n.seen {
		return 0, 0
	}
	return n.total + n.group, at
}

// add takes a number word where it can follow those before it.
func (n *spelling) add(w string) bool {
	if v, ok := small[w]; ok {
		group := int(n.group)
		fits := group%100 == 0 || v < 10 && group%10 == 0 && group%100 >= 20
		if fits {
			n.group += v
			n.seen = true
		}
		return fits
	}
	scale, ok := scales[w]
	if !ok || !n.seen {
		return false
	}
	if scale <= 100 {
		n.group = max(n.group, 1) * scale
		return true
	}
	n.total += max(n.group, 1) * scale
	n.group = 0
	return true
}

// join takes what ties number words together, the hyphen and "and", by the two
// words behind it, and "and a half". It gives the number of words taken.
func (n *spelling) join(w, after, third string) int {
	switch {
	case !n.seen:
		return 0
	case w == "-" && small[after] > 0 && small[after] < 10:
		return 1
	case w == "and" && after == "a" && third == "half":
		n.group += 0.5
		return 3
	case w == "and" && (n.group >= 100 || n.total > 0) && small[after] > 0:
		return 1
	}
	return 0
}

// fraction reads "a third", "two thirds", "half", "every third", "one in four",
// "nine out of ten" as a percentage.
func (p *parser) fraction(i int) (v float64, next int) {
	if p.at(i).low == "half" && !p.at(i-1).spaced && p.at(i-1).low == "-" {
		return 0, 0
	}
	if p.at(i).low == "half" {
		return 50, i + 1
	}
	count, at := 1.0, i+1
	if p.at(i).low == "every" {
		return p.every(at)
	}
	if w := p.at(i).low; w != "a" && w != "an" {
		if count, at = p.number(i); at == 0 {
			return 0, 0
		}
	}
	if p.at(at).low == "-" && !p.at(at).spaced {
		at++
	}
	if f, ok := fractions[p.at(at).low]; ok && count*f <= 1 && p.at(at+1).low != "year" {
		return 100 * count * f, at + 1
	}
	return p.outOf(count, at)
}

// every reads the second half of "every third child": not of "every second
// year", which tells how often.
func (p *parser) every(at int) (v float64, next int) {
	f, ok := fractions[p.at(at).low]
	if p.at(at).low == "second" {
		f, ok = 0.5, true
	}
	if after := strings.TrimSuffix(p.at(at+1).low, "s"); !ok || after == "" || timeWord[after] {
		return 0, 0
	}
	return 100 * f, at + 1
}

// timeWord are what is counted where "every third" tells how often.
var timeWord = map[string]bool{
	"time": true, "day": true, "week": true, "month": true, "year": true, "hour": true, "minute": true, "quarter": true, "morning": true,
	"night": true, "evening": true, "summer": true, "winter": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true,
	"friday": true, "saturday": true, "sunday": true,
}

// outOf reads the second half of "one in four", "one child in four" or "nine
// out of ten".
func (p *parser) outOf(count float64, at int) (v float64, next int) {
	if count == 1 && p.at(at+1).low == "in" && p.at(at).spaced && p.at(at).low != "" && !isUnit(p.at(at).low) {
		if whole, end := p.number(at + 2); end != 0 && whole <= 20 && p.at(end).low != "-" {
			at++
		}
	}
	switch {
	case p.at(at).low == "in":
		at++
	case p.at(at).low == "out" && p.at(at+1).low == "of":
		at += 2
	default:
		return 0, 0
	}
	whole, end := p.number(at)
	if end == 0 || whole <= count || whole > 1000 || count < 1 || p.at(end).upper || isUnit(p.at(end).low) {
		return 0, 0
	}
	return 100 * count / whole, end
}

func isUnit(w string) bool {
	_, ok := unitWords[w]
	return ok
}
