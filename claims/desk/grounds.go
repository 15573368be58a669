package desk

import (
	"context"
	"slices"

	"onrecord/claims"
	"onrecord/claims/report"
)

// Resting is a verdict that rests on an outcome.
type Resting struct {
	Claim   *claims.Claim
	Verdict claims.Verdict
}

// VerdictsOn lists the verdicts that rest on an outcome, also those that were
// followed by others, and those of claims that it is no longer linked to: who
// corrects it or takes it off a claim has to know of them.
func (d *Desk) VerdictsOn(ctx context.Context, outcome claims.ID) ([]Resting, error) {
	if _, err := d.Outcome(ctx, outcome); err != nil {
		return nil, err
	}
	var out []Resting
	for r, err := range d.store.All(ctx, claims.KindClaim) {
		if err != nil {
			return nil, err
		}
		c := r.(*claims.Claim)
		for _, v := range c.Verdicts {
			if slices.Contains(v.Outcomes, outcome) {
				out = append(out, Resting{c, v})
			}
		}
	}
	return out, nil
}

// grounds gathers what each verdict of a claim rests on, and what became of it
// since.
func (b *reporter) grounds(c *claims.Claim) ([][]report.Ground, error) {
	out := make([][]report.Ground, len(c.Verdicts))
	for i, v := range c.Verdicts {
		for _, id := range v.Outcomes {
			o, err := b.d.Outcome(b.ctx, id)
			if err != nil {
				return nil, err
			}
			out[i] = append(out[i], report.Ground{
				Outcome:   o,
				Unlinked:  !slices.ContainsFunc(o.Links, func(l claims.Link) bool { return l.Claim == c.ID }),
				Corrected: o.Edited.After(v.At),
			})
		}
	}
	return out, nil
}
