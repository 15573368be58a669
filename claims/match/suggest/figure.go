package suggest

import (
	"math"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/figures"
)

// comparison is a figure of the claim beside one of the article.
type comparison struct {
	figures.Comparison
	bound  figures.Bound // of the one that was said
	count  bool          // of people or things
	round  bool          // the one that was said is a share in words
	turned bool          // one is a rise, the other a fall
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
// the second of "74 of the 120 beds", the first of "of the 120 beds, 74".
func (t *Text) isWhole(f figures.Figure) bool {
	const joint = " of the "
	if t.opens(f) {
		return true
	}
	for _, o := range t.figures {
		if gap := f.Span.Start - o.Span.End; gap > 0 && gap <= len(joint) && strings.HasPrefix(t.raw[o.Span.End:f.Span.Start], " of ") {
			return true
		}
	}
	return false
}

// opens reports whether a figure opens a sentence as the whole of what
// follows: "Of the 120 beds".
func (t *Text) opens(f figures.Figure) bool {
	k := t.sentenceOf(f)
	if k < 0 {
		return false
	}
	before := strings.ToLower(t.raw[t.spans[k].Start:f.Span.Start])
	return strings.HasPrefix(before, "of ") && len(before) <= len("of the more than ")
}

// sentenceOf gives the index of the sentence that has a figure, -1 for none.
func (t *Text) sentenceOf(f figures.Figure) int {
	return slices.IndexFunc(t.spans, func(s claims.Span) bool { return s.Contains(f.Span) })
}

// isYear reports whether a bare number is the name of a year.
func isYear(t *Text, f figures.Figure) bool {
	const first, last = 1900, 2100
	return f.Unit.Kind == figures.Count && f.Of == "" && f.Value >= first && f.Value <= last && f.Span.Len() == len("2000") && !strings.Contains(t.in(f.Span), ",")
}

// compare compares two figures where they are of one unit and, for plain
// counts, of the same things.
func compare(one *Text, said figures.Figure, other *Text, published figures.Figure) (comparison, bool) {
	if isYear(one, said) || isYear(other, published) {
		return comparison{}, false
	}
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
	turned := said.Change != published.Change && said.Change != figures.Level && published.Change != figures.Level
	round := said.Unit.Kind == figures.Percent && !strings.ContainsAny(one.in(said.Span), "0123456789")
	return comparison{c, said.Bound, said.Unit.Kind == figures.Count, round, turned}, c.Comparable
}

// asLevel takes "rise above 7 percent" and "fell to 7 percent" for the level
// that they speak of.
func (t *Text) asLevel(f figures.Figure) figures.Figure {
	before, words := strings.ToLower(t.raw[:f.Span.Start]), strings.ToLower(t.in(f.Span))
	for _, w := range []string{"above ", "below ", "under ", "over ", "to "} {
		if strings.HasPrefix(words, w) || strings.HasSuffix(before, " "+w) {
			f.Change = figures.Level
		}
	}
	return f
}

// counted gives the meanings of the words that tell what a figure counts: the
// few that follow it in its clause, and, of a part, those of the whole: the
// 2,610 of "of the 4,000 flats, 2,610 are let" are flats.
func (t *Text) counted(f figures.Figure) map[string]bool {
	const reach = 6
	out := map[string]bool{}
	if k := t.sentenceOf(f); k >= 0 {
		before := strings.ToLower(t.raw[t.spans[k].Start:f.Span.Start])
		if i := strings.LastIndex(before, "number of "); i >= 0 {
			for m := range meaningsOf(before[i+len("number of "):]) {
				out[m] = true
			}
		}
	}
	if f.Of == "" {
		for _, o := range t.figures {
			if o.Span.End <= f.Span.Start && o.Of != "" && t.opens(o) && t.sentenceOf(o) == t.sentenceOf(f) {
				out = t.counted(o)
			}
		}
	}
	for k, s := range t.sentences {
		if !t.spans[k].Contains(f.Span) {
			continue
		}
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

// roundly is the same for a share that was said in words, such as "a quarter"
// or "nine out of ten".
const roundly = 0.08

// says proposes the relation that two figures tell. Where the claim is a
// promise or a prediction of so many, more of them support it as well, and of
// one that something will sink so far, less.
func (c comparison) says(p *predicate) claims.Relation {
	exact := c.bound == figures.Exactly || c.bound == figures.About
	near := about
	if c.round {
		near = roundly
	}
	if c.Holds || exact && (math.Abs(c.Relative) <= near || p.target && c.Difference != 0 && c.Difference > 0 != p.down) {
		return claims.Supports
	}
	return claims.Contradicts
}

// interim reports whether a sentence speaks of a part of the time only.
func interim(sentence string) bool {
	sentence = strings.ToLower(sentence)
	for _, w := range []string{"so far", "by now", "between ", "first half", "half-year", "halfway", "until now", "to date"} {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}

// Workings compares every figure of a claim with the first of the published
// texts that has one of the same kind, each in words: "said 4.2%, published
// 3.6%: 0.6 points lower, -14%".
func Workings(claim string, published ...string) []string {
	said := Read(claim)
	var out []string
	for _, f := range said.figures {
		if words := working(said, f, published); words != "" {
			out = append(out, words)
		}
	}
	return out
}

func working(said *Text, f figures.Figure, published []string) string {
	for _, text := range published {
		is := Read(text)
		for _, g := range is.figures {
			if is.isWhole(g) {
				continue
			}
			if c, ok := compare(said, f, is, g); ok {
				return c.Working
			}
		}
	}
	return ""
}
