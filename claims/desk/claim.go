package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
)

// MakeClaim stores a claim. Its statements become its appearances and, where
// nobody had judged them, accepted: whoever builds on a statement has read it.
func (d *Desk) MakeClaim(ctx context.Context, c claims.Claim) (*claims.Claim, error) {
	c.ID = d.newID()
	c.Created = d.now()
	for i := range c.Tests {
		if c.Tests[i].At.IsZero() {
			c.Tests[i].At, c.Tests[i].Who = d.now(), d.who
		}
	}
	edits := []claims.Edit{claims.Create(&c)}
	for _, id := range c.Appearances {
		s, err := d.Statement(ctx, id)
		if err != nil {
			return nil, err
		}
		if !s.Decided() {
			after := *s
			after.Review = claims.Accepted
			edits = append(edits, claims.Put(s, &after))
		}
	}
	if err := d.commit(ctx, "Make claim", edits...); err != nil {
		return nil, err
	}
	return &c, nil
}

// EditClaim stores a corrected claim. Verdicts, tests, replies and what was
// refused have methods of their own and stay as they are.
func (d *Desk) EditClaim(ctx context.Context, c claims.Claim) error {
	return d.changeClaim(ctx, c.ID, "Edit claim", func(after *claims.Claim) error {
		c.Verdicts, c.Tests, c.Replies, c.LastChecked = after.Verdicts, after.Tests, after.Replies, after.LastChecked
		c.Refused = after.Refused
		if after.Class != c.Class {
			if err := d.canBeOf(ctx, &c); err != nil {
				return err
			}
		}
		*after = c
		return nil
	})
}

// canBeOf tells whether the scale of a claim's class has all its verdicts: a
// claim that was judged changes its class among those that share a scale only.
func (d *Desk) canBeOf(ctx context.Context, c *claims.Claim) error {
	if len(c.Verdicts) == 0 {
		return nil
	}
	if err := c.Check(); err != nil {
		return err
	}
	scale, err := d.ScaleFor(ctx, c.Class)
	if err != nil {
		return err
	}
	for _, v := range c.Verdicts {
		if _, ok := scale.Find(v.Value); !ok {
			return &claims.Error{
				Code: claims.CodeInvalid, What: "class", Reason: claims.Say("error.claimHasVerdict", "the claim has the verdict %q, which the scale of a %s lacks", claims.Label(v.Label), c.Class),
				Advice: claims.Say("error.undoVerdictFirst", "Undo the verdict first, or make another claim of the statement."),
			}
		}
	}
	return nil
}

// EditClaims changes several claims in one change: class, topics, tags or
// whatever else edit does to each.
func (d *Desk) EditClaims(ctx context.Context, ids []claims.ID, edit func(*claims.Claim)) error {
	return d.changeClaims(ctx, ids, fmt.Sprintf("Edit claims (%d)", len(ids)), edit)
}

func (d *Desk) changeClaims(ctx context.Context, ids []claims.ID, what string, edit func(*claims.Claim)) error {
	edits := make([]claims.Edit, 0, len(ids))
	for _, id := range ids {
		before, err := d.Claim(ctx, id)
		if err != nil {
			return err
		}
		after := cloneClaim(before)
		edit(after)
		if before.Class != after.Class {
			if err := d.canBeOf(ctx, after); err != nil {
				return err
			}
		}
		edits = append(edits, claims.Put(before, after))
	}
	return d.commit(ctx, what, edits...)
}

// SetTest fixes a new version of the resolution test.
func (d *Desk) SetTest(ctx context.Context, id claims.ID, text string) error {
	return d.changeClaim(ctx, id, "Set resolution test", func(c *claims.Claim) error {
		if strings.TrimSpace(text) == "" {
			return claims.Invalid("test", claims.Say("error.needsWordsSuch", "needs words, such as \"kept if the bridge opens by 31 December\""))
		}
		c.Tests = append(c.Tests, claims.Test{Text: text, At: d.now(), Who: d.who})
		return nil
	})
}

// AddAppearance records that the statement makes the same claim again.
func (d *Desk) AddAppearance(ctx context.Context, id claims.ID, statement claims.ID) error {
	if _, err := d.Statement(ctx, statement); err != nil {
		return err
	}
	return d.changeClaim(ctx, id, "Add appearance", func(c *claims.Claim) error {
		if slices.Contains(c.Appearances, statement) {
			return claims.Invalid("appearances", claims.Say("error.claimHasStatement", "the claim has that statement already"))
		}
		c.Appearances = append(c.Appearances, statement)
		return nil
	})
}

// RemoveAppearance takes a statement off the claim.
func (d *Desk) RemoveAppearance(ctx context.Context, id claims.ID, statement claims.ID) error {
	return d.changeClaim(ctx, id, "Remove appearance", func(c *claims.Claim) error {
		if !slices.Contains(c.Appearances, statement) {
			return claims.Invalid("appearances", claims.Say("error.claimDoesNot", "the claim does not have that statement"))
		}
		c.Appearances = slices.DeleteFunc(c.Appearances, func(s claims.ID) bool { return s == statement })
		return nil
	})
}

// GiveVerdict appends a judgement: a value of the claim's scale by identifier
// or word, with the reason and the outcomes it rests on. A claim needs its
// resolution test first, so that nobody fits the test to the verdict.
func (d *Desk) GiveVerdict(ctx context.Context, id claims.ID, value, reason string, outcomes ...claims.ID) error {
	return d.changeClaim(ctx, id, "Give verdict", func(c *claims.Claim) error {
		scale, err := d.ScaleFor(ctx, c.Class)
		if err != nil {
			return err
		}
		v, ok := scale.Find(value)
		if !ok {
			return claims.Invalid("verdict", claims.Say("error.notOnScale", "%q is not on the scale of a %s: %s", value, c.Class, labels(scale)))
		}
		if open := scale.Open(); v.ID == open.ID && (len(c.Verdicts) == 0 || c.Verdict().Value == open.ID) {
			return claims.Invalid("verdict", claims.Say("error.withdrawsVerdictAnd", "%q withdraws a verdict, and the claim has none", claims.Label(v.Label)))
		}
		if strings.TrimSpace(reason) == "" {
			return claims.Invalid("reason", claims.Say("error.verdictNeedsOne", "a verdict needs one"))
		}
		for _, o := range outcomes {
			if _, err := d.Outcome(ctx, o); err != nil {
				return err
			}
		}
		if c.Test() == "" {
			return &claims.Error{Code: claims.CodeInvalid, What: "verdict", Reason: claims.Say("error.claimHasNo", "the claim has no resolution test yet"), Advice: claims.Say("error.writeDownFirst", "Write down first what decides it.")}
		}
		c.Verdicts = append(c.Verdicts, claims.Verdict{
			ID: d.newID(), Value: v.ID, Label: v.Label, Reason: reason, Outcomes: outcomes, At: d.now(), Who: d.who,
		})
		c.LastChecked = d.now()
		return nil
	})
}

func labels(s *claims.Scale) string {
	out := make([]string, len(s.Values))
	for i, v := range s.Values {
		out[i] = v.ID
	}
	return strings.Join(out, ", ")
}

// MarkChecked notes that somebody looked and that the verdict stands.
func (d *Desk) MarkChecked(ctx context.Context, ids ...claims.ID) error {
	return d.changeClaims(ctx, ids, "Mark as checked", func(c *claims.Claim) { c.LastChecked = d.now() })
}

// Snooze keeps a claim off the due desk until the day, which lies ahead; the
// zero date brings it back.
func (d *Desk) Snooze(ctx context.Context, until claims.Date, ids ...claims.ID) error {
	if first, ok := until.First(); !until.IsZero() && (!ok || first.Compare(d.Today()) <= 0) {
		return claims.Invalid("snooze", claims.Say("error.notDayAfter", "%s is not a day after today (%s)", until, d.Today()))
	}
	edits := make([]claims.Edit, 0, len(ids))
	for _, id := range ids {
		before, err := d.Claim(ctx, id)
		if err != nil {
			return err
		}
		after := cloneClaim(before)
		after.Snoozed = until
		edits = append(edits, claims.Put(before, after))
	}
	return d.commit(ctx, "Snooze claim", edits...)
}

// AddReply appends to the right-of-reply log.
func (d *Desk) AddReply(ctx context.Context, id claims.ID, r claims.Reply) error {
	return d.changeClaim(ctx, id, "Log reply", func(c *claims.Claim) error {
		if r.State == claims.ReplyGiven && strings.TrimSpace(r.Text) == "" {
			return claims.Invalid("reply", claims.Say("error.writeDownWhat", "write down what was answered"))
		}
		if r.At.IsZero() {
			r.At = d.now()
		}
		c.Replies = append(c.Replies, r)
		return nil
	})
}

// TrashClaims removes claims; their statements stay.
func (d *Desk) TrashClaims(ctx context.Context, ids ...claims.ID) error {
	var edits []claims.Edit
	for _, id := range ids {
		c, err := d.Claim(ctx, id)
		if err != nil {
			return err
		}
		unlinked, err := d.unlinkAll(ctx, id)
		if err != nil {
			return err
		}
		edits = append(append(edits, unlinked...), claims.Trash(c))
	}
	return d.commit(ctx, "Delete claim", edits...)
}

func (d *Desk) changeClaim(ctx context.Context, id claims.ID, what string, change func(*claims.Claim) error) error {
	before, err := d.Claim(ctx, id)
	if err != nil {
		return err
	}
	after := cloneClaim(before)
	if err := change(after); err != nil {
		return err
	}
	return d.commit(ctx, what, claims.Put(before, after))
}

// cloneClaim copies a claim with its lists, so that the one before stays as it
// was.
func cloneClaim(c *claims.Claim) *claims.Claim {
	out := *c
	out.Tests = slices.Clone(c.Tests)
	out.Appearances = slices.Clone(c.Appearances)
	out.Refused = slices.Clone(c.Refused)
	out.Verdicts = slices.Clone(c.Verdicts)
	out.Replies = slices.Clone(c.Replies)
	out.Topics = slices.Clone(c.Topics)
	out.Tags = slices.Clone(c.Tags)
	return &out
}
