package desk

import (
	"cmp"
	"context"
	"slices"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/claims/match/suggest"
)

// Repeated is a known claim that a statement may make again. A person confirms
// it with AddAppearance.
type Repeated struct {
	suggest.Repeat
	Claim     *claims.Claim
	Statement *claims.Statement
}

// OtherSpeaker is the flag of a repeat by somebody who did not make the claim.
const OtherSpeaker = "other speaker"

// byAnother is what is left of the score of a repeat by somebody else: people
// who speak of one thing do not often make one claim.
const byAnother = 0.8

// mostLike is how many claims or statements are compared with one.
const mostLike = 40

// SuggestRepeats proposes the claims that a statement makes again, the surest
// first, with what is not the same flagged. Claims that have the statement
// already, or for which it was refused, are passed over.
func (d *Desk) SuggestRepeats(ctx context.Context, statement claims.ID, limit int) ([]Repeated, error) {
	s, err := d.Statement(ctx, statement)
	if err != nil {
		return nil, err
	}
	b, err := d.newBearings(ctx)
	if err != nil {
		return nil, err
	}
	doc, err := b.docs.of(s)
	if err != nil {
		return nil, err
	}
	hits, err := d.index.Near(ctx, doc, []match.Filter{{Field: match.ByKind, Value: string(claims.KindClaim)}}, mostLike)
	if err != nil {
		return nil, err
	}
	said := suggest.NewSubject(suggest.Claim{Text: s.Text}, d.index)
	var out []Repeated
	for _, h := range hits {
		c, err := d.Claim(ctx, h.ID)
		if claims.CodeOf(err) == claims.CodeNotFound || err == nil && (slices.Contains(c.Appearances, s.ID) || slices.Contains(c.Refused, s.ID)) {
			continue
		}
		if err != nil {
			return nil, err
		}
		r, err := b.again(c, said)
		if err != nil {
			return nil, err
		}
		if c.Speaker != s.Speaker {
			r.Flags = append(r.Flags, OtherSpeaker)
			r.Score *= byAnother
		}
		if r.Score < suggest.LeastRepeat {
			continue
		}
		out = append(out, Repeated{r, c, s})
	}
	slices.SortStableFunc(out, func(a, b Repeated) int { return cmp.Compare(b.Score, a.Score) })
	return out[:min(len(out), max(limit, 0))], nil
}

// again compares a statement with the words of a claim and of each of its
// appearances, and gives the closest.
func (b *bearings) again(c *claims.Claim, said *suggest.Subject) (suggest.Repeat, error) {
	subject, err := b.subject(c)
	if err != nil {
		return suggest.Repeat{}, err
	}
	best := subject.Repeats(said)
	for _, id := range c.Appearances {
		s, err := b.d.Statement(b.ctx, id)
		if err != nil {
			return best, err
		}
		if r := suggest.NewSubject(suggest.Claim{Text: s.Text}, b.d.index).Repeats(said); r.Score > best.Score {
			best = r
		}
	}
	return best, nil
}

// changesOf tells what may have changed between two statements of a speaker.
// Who denies a content says the opposite of it.
func changesOf(before, later *claims.Statement) []string {
	flags := suggest.Changes(before.Text, later.Text)
	if (before.Polarity == claims.Negative) == (later.Polarity == claims.Negative) {
		return flags
	}
	if i := slices.Index(flags, suggest.Negated); i >= 0 {
		return slices.Delete(flags, i, i+1)
	}
	return append(flags, suggest.Negated)
}
