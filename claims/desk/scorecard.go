package desk

import (
	"context"
	"maps"
	"slices"

	"onrecord/claims"
)

// Scorecards sums up a speaker's claims: the first card over all classes, then
// one for each class that has claims.
func (d *Desk) Scorecards(ctx context.Context, speaker claims.ID) ([]claims.Scorecard, error) {
	all, scales, err := d.claimsOf(ctx, speaker)
	if err != nil {
		return nil, err
	}
	cards := []claims.Scorecard{claims.Score(all, scales, "", d.Today())}
	for _, class := range claims.Classes {
		if card := claims.Score(all, scales, class, d.Today()); card.Total > 0 {
			cards = append(cards, card)
		}
	}
	return cards, nil
}

// ScorecardsByYear sums up a speaker's claims by the year in which they were
// made, the latest first; those of which the year is unknown come last, with
// the year 0.
func (d *Desk) ScorecardsByYear(ctx context.Context, speaker claims.ID) ([]claims.Scorecard, error) {
	all, scales, err := d.claimsOf(ctx, speaker)
	if err != nil {
		return nil, err
	}
	made := map[int][]*claims.Claim{}
	for _, c := range all {
		made[c.MadeOn.Year] = append(made[c.MadeOn.Year], c)
	}
	years := slices.Sorted(maps.Keys(made))
	slices.Reverse(years)
	var cards []claims.Scorecard
	for _, y := range years {
		card := claims.Score(made[y], scales, "", d.Today())
		card.Year = y
		cards = append(cards, card)
	}
	return cards, nil
}

func (d *Desk) claimsOf(ctx context.Context, speaker claims.ID) (all []*claims.Claim, scales []*claims.Scale, err error) {
	err = d.each(ctx, Query{Kind: claims.KindClaim, Index: BySpeaker, Value: string(speaker)}, func(r claims.Record) error {
		all = append(all, r.(*claims.Claim))
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	scales, err = d.Scales(ctx)
	return all, scales, err
}
