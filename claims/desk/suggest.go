package desk

import (
	"cmp"
	"context"
	"slices"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/claims/match/suggest"
)

// Earlier is what the same speaker said before on the subject.
type Earlier struct {
	Statement *claims.Statement
	Score     float64  // how much of both is of one subject, 0 to 1
	Words     []string // those that both have, the rarest first, as the earlier one writes them
	Flags     []string // what may have changed: suggest.Negated, Opposite, OtherFigure, OtherDate
}

// SaidBefore finds the speaker's earlier statements that share most with one,
// weighted by the rarity of their words.
func (d *Desk) SaidBefore(ctx context.Context, id claims.ID, limit int) ([]Earlier, error) {
	s, err := d.Statement(ctx, id)
	if err != nil || s.Speaker == "" {
		return nil, err
	}
	who, err := d.Speaker(ctx, s.Speaker)
	if err != nil {
		return nil, err
	}
	doc, err := newDocs(ctx, d).of(s)
	if err != nil {
		return nil, err
	}
	filters := []match.Filter{{Field: match.ByKind, Value: string(claims.KindStatement)}, {Field: match.BySpeaker, Value: who.Name}}
	hits, err := d.index.Near(ctx, doc, filters, 4*limit)
	if err != nil {
		return nil, err
	}
	said := suggest.NewSubject(suggest.Claim{Text: s.Text}, d.index)
	var out []Earlier
	for _, h := range hits {
		before, err := d.Statement(ctx, h.ID)
		if claims.CodeOf(err) == claims.CodeNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		if before.Speaker != s.Speaker || before.Review == claims.Rejected || before.SaidOn.Compare(s.SaidOn) > 0 || (before.Article != "" && before.Article == s.Article) {
			continue
		}
		share, words := said.Related(suggest.NewSubject(suggest.Claim{Text: before.Text}, d.index))
		if share < suggest.LeastRelated {
			continue
		}
		e := Earlier{Statement: before, Score: share, Words: words, Flags: changesOf(before, s)}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Earlier) int { return cmp.Compare(b.Score, a.Score) })
	return out[:min(len(out), max(limit, 0))], nil
}
