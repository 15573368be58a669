package desk

import (
	"context"

	"onrecord/claims"
)

// RemoveSample removes the sample archive as one change: its articles with
// their statements, claims and outcomes, the claims that rest on nothing else,
// and the speakers whom nothing of the person's own names.
func (d *Desk) RemoveSample(ctx context.Context) error {
	g := &gone{d: d, ctx: ctx, keys: map[claims.Key]bool{}}
	// Those that refer to others go first.
	for _, kind := range []claims.Kind{claims.KindOutcome, claims.KindClaim, claims.KindStatement, claims.KindArticle, claims.KindSpeaker} {
		for r, err := range d.store.All(ctx, kind) {
			if err == nil {
				err = g.consider(r)
			}
			if err != nil {
				return err
			}
		}
	}
	if len(g.edits) == 0 {
		return claims.Invalid("sample", claims.Say("error.noSample", "there is none in the archive"))
	}
	return d.commit(ctx, "Remove sample archive", g.edits...)
}

// gone gathers what leaves with the sample.
type gone struct {
	d     *Desk
	ctx   context.Context
	keys  map[claims.Key]bool
	edits []claims.Edit
}

func (g *gone) consider(r claims.Record) error {
	leaves := false
	switch r := r.(type) {
	case *claims.Outcome:
		leaves = r.Sample
	case *claims.Claim:
		leaves = r.Sample
		if !leaves && len(r.Appearances) > 0 {
			own, err := g.ownAppearances(r)
			if err != nil {
				return err
			}
			leaves = own == 0
		}
	case *claims.Statement:
		leaves = r.Sample
	case *claims.Article:
		leaves = r.Sample
	case *claims.Speaker:
		if !r.Sample {
			return nil
		}
		named, err := g.stillNamed(r)
		if err != nil {
			return err
		}
		leaves = !named
	}
	if leaves {
		g.keys[r.Key()] = true
		g.edits = append(g.edits, claims.Trash(r))
	}
	return nil
}

// ownAppearances counts the statements of a claim that are not of the sample.
func (g *gone) ownAppearances(c *claims.Claim) (int, error) {
	n := 0
	for _, id := range c.Appearances {
		s, err := g.d.Statement(g.ctx, id)
		if err != nil {
			return 0, err
		}
		if !s.Sample {
			n++
		}
	}
	return n, nil
}

// stillNamed reports whether a statement or claim that stays names the
// speaker.
func (g *gone) stillNamed(s *claims.Speaker) (bool, error) {
	named := false
	for _, kind := range []claims.Kind{claims.KindStatement, claims.KindClaim} {
		err := g.d.each(g.ctx, Query{Kind: kind, Index: BySpeaker, Value: string(s.ID)}, func(r claims.Record) error {
			named = named || !g.keys[r.Key()]
			return nil
		})
		if err != nil {
			return false, err
		}
	}
	return named, nil
}
