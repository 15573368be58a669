package desk

import (
	"context"
	"slices"

	"onrecord/claims"
)

// A suggestion that a person refused is not made again. What was refused is
// kept with the claim, or with both speakers of a pair, so that it is undone,
// journaled, dumped and loaded as everything else.

// RefuseOutcome notes that an article does not bear on the claim.
func (d *Desk) RefuseOutcome(ctx context.Context, claim, article claims.ID) error {
	if _, err := d.Article(ctx, article); err != nil {
		return err
	}
	return d.refuse(ctx, claim, article)
}

// RefuseRepeat notes that a statement does not make the claim again.
func (d *Desk) RefuseRepeat(ctx context.Context, claim, statement claims.ID) error {
	if _, err := d.Statement(ctx, statement); err != nil {
		return err
	}
	return d.refuse(ctx, claim, statement)
}

func (d *Desk) refuse(ctx context.Context, claim, id claims.ID) error {
	return d.changeClaim(ctx, claim, "Refuse suggestion", func(c *claims.Claim) error {
		if slices.Contains(c.Refused, id) {
			return claims.Invalid("suggestion", claims.Say("error.wasRefusedAlready", "was refused already"))
		}
		c.Refused = append(c.Refused, id)
		return nil
	})
}

// Reconsider lets articles and statements that were refused for the claim be
// suggested again; without any, all of them.
func (d *Desk) Reconsider(ctx context.Context, claim claims.ID, ids ...claims.ID) error {
	return d.changeClaim(ctx, claim, "Reconsider suggestion", func(c *claims.Claim) error {
		kept := slices.DeleteFunc(slices.Clone(c.Refused), func(id claims.ID) bool { return len(ids) == 0 || slices.Contains(ids, id) })
		if len(kept) == len(c.Refused) {
			return claims.Invalid("suggestion", claims.Say("error.wasNotRefused", "was not refused"))
		}
		c.Refused = kept
		return nil
	})
}

// RefuseSame notes that two speakers of a like name are not the same.
func (d *Desk) RefuseSame(ctx context.Context, one, other claims.ID) error {
	return d.changePair(ctx, one, other, "Tell speakers apart", func(s *claims.Speaker, from claims.ID) error {
		if !slices.Contains(s.Distinct, from) {
			s.Distinct = append(slices.Clone(s.Distinct), from)
		}
		return nil
	})
}

// ReconsiderSame lets a pair of speakers that were told apart be suggested
// again.
func (d *Desk) ReconsiderSame(ctx context.Context, one, other claims.ID) error {
	return d.changePair(ctx, one, other, "Reconsider speakers", func(s *claims.Speaker, from claims.ID) error {
		if !slices.Contains(s.Distinct, from) {
			return claims.Invalid("speakers", claims.Say("error.wereNotTold", "were not told apart"))
		}
		s.Distinct = without(s.Distinct, from)
		return nil
	})
}

// changePair changes two speakers, each with regard to the other, as one
// change.
func (d *Desk) changePair(ctx context.Context, one, other claims.ID, what string, change func(s *claims.Speaker, other claims.ID) error) error {
	if one == other {
		return claims.Invalid("speakers", claims.Say("error.sameRecord", "are one and the same record"))
	}
	var edits []claims.Edit
	for _, pair := range [][2]claims.ID{{one, other}, {other, one}} {
		before, err := d.Speaker(ctx, pair[0])
		if err != nil {
			return err
		}
		after := *before
		if err := change(&after, pair[1]); err != nil {
			return err
		}
		edits = append(edits, claims.Put(before, &after))
	}
	return d.commit(ctx, what, edits...)
}

func without(ids []claims.ID, id claims.ID) []claims.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(have claims.ID) bool { return have == id })
}

// toldApart reports whether a person said that two speakers are not the same.
// After a merge only one of the two may know.
func toldApart(a, b *claims.Speaker) bool {
	return slices.Contains(a.Distinct, b.ID) || slices.Contains(b.Distinct, a.ID)
}
