package desk

import (
	"context"
	"slices"

	"onrecord/claims"
	"onrecord/claims/match"
)

// Earlier is what the same speaker said before on the subject.
type Earlier struct {
	Statement *claims.Statement
	Score     float64
	Words     []string // those that both have, the rarest first
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
		e := Earlier{Statement: before, Score: h.Score, Flags: changesOf(before, s)}
		for _, w := range h.Why {
			e.Words = append(e.Words, w.Found)
		}
		if out = append(out, e); len(out) == limit {
			break
		}
	}
	return out, nil
}

// SpeakerNames lists the names of all speakers in alphabetical order.
func (d *Desk) SpeakerNames(ctx context.Context) ([]string, error) {
	d.people.mu.Lock()
	defer d.people.mu.Unlock()
	if err := d.people.load(ctx, d.store); err != nil {
		return nil, err
	}
	out := make([]string, 0, len(d.people.byID))
	for _, s := range d.people.byID {
		out = append(out, s.Name)
	}
	slices.Sort(out)
	return out, nil
}
