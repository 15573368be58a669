package suggest

import (
	"math"
	"strings"

	"onrecord/claims"
	"onrecord/claims/figures"
)

// comparison is a figure of the claim beside one of the article.
type comparison struct {
	figures.Comparison
	bound figures.Bound // of the one that was said
}

// compareFigures sets the figures of the claim beside those of a sentence of
// the article and of its neighbours, and gives the first pair that measures
// the same.
func (s *Subject) compareFigures(a *Article, at int) (comparison, bool) {
	for _, near := range []int{at, at + 1, at - 1} {
		if near < 0 || near >= len(a.text.spans) || interim(a.text.in(a.text.spans[near])) {
			continue
		}
		for _, said := range s.text.figures {
			for _, published := range a.text.figuresIn(a.text.spans[near]) {
				if a.text.isWhole(published) {
					continue
				}
				if c, ok := compare(s.text, said, a.text, published); ok {
					return c, true
				}
			}
		}
	}
	return comparison{}, false
}

// isWhole reports whether a figure only says of how many another is a part:
// the second of "74 of the 120 beds".
func (t *Text) isWhole(f figures.Figure) bool {
	const joint = len(" of the ")
	for _, o := range t.figures {
		if gap := f.Span.Start - o.Span.End; gap > 0 && gap <= joint && strings.HasPrefix(t.raw[o.Span.End:f.Span.Start], " of ") {
			return true
		}
	}
	return false
}

// compare compares two figures where they are of one unit and, for plain
// counts, of the same things.
func compare(one *Text, said figures.Figure, other *Text, published figures.Figure) (comparison, bool) {
	switch said.Unit.Kind {
	case figures.Duration:
		return comparison{}, false
	case figures.Count:
		if !sameThing(one.counted(said), other.counted(published)) {
			return comparison{}, false
		}
		// "120 new beds" and "120 beds" count the same.
		said.Change, published.Change = figures.Level, figures.Level
	default:
		said, published = one.asLevel(said), other.asLevel(published)
	}
	c := figures.Compare(said, published)
	return comparison{c, said.Bound}, c.Comparable
}

// asLevel takes "rise above 7 percent" for the level that it speaks of.
func (t *Text) asLevel(f figures.Figure) figures.Figure {
	for _, w := range []string{"above ", "below ", "under "} {
		if strings.HasPrefix(strings.ToLower(t.in(f.Span)), w) {
			f.Change = figures.Level
		}
	}
	return f
}

// counted gives the meanings of the words that tell what a figure counts: the
// few that follow it in its clause.
func (t *Text) counted(f figures.Figure) map[string]bool {
	const reach = 6
	out := map[string]bool{}
	for _, s := range t.sentences {
		n := 0
		for i := range s {
			w := &s[i]
			if w.span.End <= f.Span.Start || w.span.Start < f.Span.Start {
				continue
			}
			if w.span.Start >= f.Span.End {
				if n++; n > reach || w.breaks {
					break
				}
			}
			if !w.empty {
				out[w.meaning] = true
			}
		}
	}
	return out
}

func sameThing(a, b map[string]bool) bool {
	for m := range a {
		if b[m] {
			return true
		}
	}
	return false
}

// about is how far a published figure may be from the one that was said, as a
// share of it, for the two to be called the same by a reporter.
const about = 0.03

// says proposes the relation that two figures tell. Where the claim is a
// promise or a prediction of so many, more of them support it as well.
func (c comparison) says(target bool) claims.Relation {
	exact := c.bound == figures.Exactly || c.bound == figures.About
	if c.Holds || exact && (math.Abs(c.Relative) <= about || target && c.Difference > 0) {
		return claims.Supports
	}
	return claims.Contradicts
}

// interim reports whether a sentence speaks of a part of the time only.
func interim(sentence string) bool {
	for _, w := range []string{"so far", "by now", "between ", "first half", "half-year", "halfway", "until now", "to date"} {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}
