package suggest

import (
	"regexp"
	"strings"

	"onrecord/claims"
	"onrecord/claims/figures"
)

// shareOf sets a share that was said beside a part and the whole that a
// sentence counts: "nine out of ten" beside "183 of 200".
func (s *Subject) shareOf(a *Article, at int) (claims.Relation, string) {
	span := a.text.spans[at]
	part, words := a.text.partIn(span)
	if part < 0 {
		return "", ""
	}
	for _, said := range s.text.figures {
		if said.Unit.Kind != figures.Percent || said.Change != figures.Level {
			continue
		}
		published := said
		published.Value, published.High, published.Bound = part, part, figures.Exactly
		c := comparison{Comparison: figures.Compare(said, published), bound: said.Bound, round: !strings.ContainsAny(s.text.in(said.Span), "0123456789")}
		says := c.says(s.predicate())
		if says == claims.Contradicts && s.tooEarly(a, at, c) {
			continue
		}
		return says, c.Working + " (“" + words + "”)"
	}
	return "", ""
}

var (
	partFirst  = regexp.MustCompile(`^ (?:out )?of (?:the |all |its |their |some |about )*$`)
	wholeFirst = regexp.MustCompile(`\b(?:of|in a sample of|among|out of)(?: the| all| its| their| some| about)*$`)
)

// partIn finds a part and its whole in a sentence, and gives the share in
// percent, -1 for none: "183 of 200", "of 9,000 letters 8,660 arrived".
func (t *Text) partIn(span claims.Span) (percent float64, words string) {
	all := t.figuresIn(span)
	for i := 0; i+1 < len(all); i++ {
		one, other := all[i], all[i+1]
		if one.Unit.Kind != figures.Count || other.Unit.Kind != figures.Count || isYear(t, one) || isYear(t, other) {
			continue
		}
		between := strings.ToLower(t.raw[one.Span.End:other.Span.Start])
		before := strings.TrimRight(strings.ToLower(t.raw[span.Start:one.Span.Start]), " ")
		part, whole := one.Value, other.Value
		switch {
		case partFirst.MatchString(between):
		case wholeFirst.MatchString(before) && len(between) < mostBetween:
			part, whole = whole, part
		default:
			continue
		}
		if part <= whole && whole > 0 {
			return 100 * part / whole, t.raw[one.Span.Start:other.Span.End]
		}
	}
	return -1, ""
}

// mostBetween is how far a part may stand behind its whole, in bytes.
const mostBetween = 60
