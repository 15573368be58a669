package suggest

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"onrecord/claims"
	"onrecord/claims/figures"
)

// figuresSay proposes the relation that the figures tell, with the working, or
// nothing where they do not decide; plain counts only where asked for. The
// sentence itself is asked first, then its neighbours.
func (s *Subject) figuresSay(a *Article, at int, counts bool) (claims.Relation, string) {
	for _, near := range []int{at, at + 1, at - 1, at + 2} {
		if near < 0 || near >= len(a.text.spans) || interim(a.text.in(a.text.spans[near])) {
			continue
		}
		if near <= at+1 {
			if words := s.lastOf(a, near); words != "" && counts {
				return claims.Supports, "“" + words + "”"
			}
			for _, c := range s.comparisons(a, near) {
				if c.count && !counts {
					continue
				}
				if says := c.says(s.predicate()); says == claims.Supports || !s.tooEarly(a, near, c) {
					return says, c.Working
				}
			}
		}
		if relation, why := s.multiple(a, near); relation != "" {
			return relation, why
		}
		if relation, why := s.shareOf(a, near); relation != "" && counts {
			return relation, why
		}
	}
	return "", ""
}

// comparisons sets every figure of the claim beside every figure of a sentence
// of the article that measures the same. Figures that only tell of how many
// another is a part, from where something rose, or what was expected, are left
// out.
func (s *Subject) comparisons(a *Article, at int) []comparison {
	var out []comparison
	for _, said := range s.text.figures {
		for _, published := range a.text.figuresIn(a.text.spans[at]) {
			if a.text.aside(published, at) {
				continue
			}
			if c, ok := compare(s.text, said, a.text, published); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// aside reports whether a figure is not what a sentence tells: the second of
// "74 of the 120 beds", the first of "of the 120 beds, 74", a base ("from 90",
// "against 90", "than 90") or the foil of what is ("instead of 90", "had
// promised 90").
func (t *Text) aside(f figures.Figure, at int) bool {
	if t.isWhole(f) {
		return true
	}
	before := strings.ToLower(t.raw[t.spans[at].Start:f.Span.Start])
	if hasAnySuffix(before, basing...) {
		return true
	}
	if strings.HasPrefix(t.raw[f.Span.End:], " a ") {
		return true // "half a point"
	}
	p := t.parse(at)
	tok := p.token(f.Span)
	if tok < 0 {
		return false
	}
	st := p.standing(tok)
	return st.foil || st.open || st.wish
}

var basing = phrasesOf("from |against |compared with |compared to |rather than |instead of |far from |not |of the |up on |down on |as many as the ")

// tooEarly reports whether a figure that is not yet what was promised or
// foretold says nothing against it: before it is due not all has to be there,
// and somewhere there is a part. "Only" says that it is all.
func (s *Subject) tooEarly(a *Article, at int, c comparison) bool {
	upwards := !s.predicate().down
	if !s.predicate().target || c.turned || upwards != (c.Difference < 0) {
		return false
	}
	due, ok := s.claim.Due.Last()
	published, known := a.date.First()
	if ok && known && published.Compare(due) > 0 || !ok && !c.count {
		return false
	}
	low := strings.ToLower(a.text.in(a.text.spans[at]))
	return !slices.ContainsFunc(limiting, func(w string) bool { return strings.Contains(low, w) })
}

var limiting = phrasesOf("only |just |merely |no more than|fewer than|less than|instead of|short of|not even|barely| of the ")

// lastOf finds the words that tell of the last of so many as the claim speaks
// of: "the 4,000th of its flats", "the last of four ships".
func (s *Subject) lastOf(a *Article, at int) string {
	span := a.text.spans[at]
	sentence := a.text.in(span)
	for _, said := range s.text.figures {
		if said.Unit.Kind != figures.Count || isYear(s.text, said) {
			continue
		}
		for _, m := range ordinal.FindAllStringSubmatch(sentence, -1) {
			n, err := strconv.ParseFloat(strings.ReplaceAll(m[1], ",", ""), 64)
			if err == nil && n >= said.Value && sameThing(s.text.counted(said), a.text.meanings) {
				return m[0]
			}
		}
		for _, f := range a.text.figuresIn(span) {
			before := strings.ToLower(a.text.raw[span.Start:f.Span.Start])
			for _, w := range []string{"last of ", "last of the ", "last of its "} {
				if c, ok := compare(s.text, said, a.text, f); ok && c.Holds && strings.HasSuffix(before, w) {
					return w + a.text.in(f.Span)
				}
			}
		}
	}
	return ""
}

var ordinal = regexp.MustCompile(`\b(\d[\d,]*)(?:st|nd|rd|th)\b`)

// multiple sets a claim that something doubled, or fell by half, beside how
// much it rose or fell: as a share ("a rise of 12 percent") or from one number
// to another ("from 104 to 213").
func (s *Subject) multiple(a *Article, at int) (claims.Relation, string) {
	for _, said := range s.text.figures {
		if said.Unit.Kind != figures.Times || said.Value <= 0 {
			continue
		}
		is, words := a.text.multipleIn(a.text.spans[at])
		if is == 0 {
			continue
		}
		why := "said “" + s.text.in(said.Span) + "”, published “" + words + "”"
		if math.Abs(is-said.Value) <= roughly*said.Value {
			return claims.Supports, why
		}
		return claims.Contradicts, why
	}
	return "", ""
}

// roughly is how far from its double a number may be that a speaker calls
// doubled.
const roughly = 0.15

// multipleIn finds by what something is multiplied according to a sentence: 0
// where it does not tell.
func (t *Text) multipleIn(span claims.Span) (is float64, words string) {
	all := t.figuresIn(span)
	for i, f := range all {
		before := strings.ToLower(t.raw[span.Start:f.Span.Start])
		switch {
		case f.Unit.Kind == figures.Percent && (f.Change == figures.Up || hasAnySuffix(before, "rise of ", "increase of ", "growth of ", "up ", "up by ")):
			return 1 + f.Value/100, "up " + t.in(f.Span)
		case f.Unit.Kind == figures.Percent && (f.Change == figures.Down || hasAnySuffix(before, "fall of ", "drop of ", "decrease of ", "down ", "down by ")):
			return 1 - f.Value/100, "down " + t.in(f.Span)
		case strings.HasSuffix(before, "from ") && f.Value > 0 && !isYear(t, f):
			for _, g := range all[i+1:] {
				if strings.HasSuffix(strings.ToLower(t.raw[span.Start:g.Span.Start]), " to ") && !isYear(t, g) && g.Unit == f.Unit {
					return g.Value / f.Value, "from " + t.in(f.Span) + " to " + t.in(g.Span)
				}
			}
		}
	}
	return 0, ""
}

func hasAnySuffix(s string, all ...string) bool {
	return slices.ContainsFunc(all, func(suffix string) bool { return strings.HasSuffix(s, suffix) })
}
