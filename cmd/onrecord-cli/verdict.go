package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
)

type claimVerdictCmd struct {
	ID      claims.ID   `arg:"" help:"Identifier of the claim."`
	Value   string      `arg:"" help:"A value of the claim's scale, such as kept."`
	Reason  string      `help:"Why." required:""`
	Outcome []claims.ID `help:"Outcomes that it rests on."`
}

// Run gives a verdict.
func (c *claimVerdictCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.GiveVerdict(ctx, c.ID, c.Value, c.Reason, c.Outcome...); err != nil {
		return err
	}
	cl, err := ar.Claim(ctx, c.ID)
	if err != nil {
		return err
	}
	for _, id := range c.Outcome {
		o, err := ar.Outcome(ctx, id)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(o.Links, func(l claims.Link) bool { return l.Claim == c.ID }) {
			a.tell(fmt.Sprintf("Outcome %s is not linked to the claim: outcome link says how it bears on it.", id))
		}
	}
	was := "the first verdict"
	if n := len(cl.Verdicts); n > 1 {
		was = "before: " + cl.Verdicts[n-2].Label
	}
	return a.out.printf("%s (%s)\n", cl.Verdict().Label, was)
}

type claimCheckedCmd struct{ idsArg }

// Run marks claims as checked.
func (c *claimCheckedCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.MarkChecked(ctx, c.IDs...); err != nil {
		return err
	}
	return a.out.printf("checked today: %d\n", len(c.IDs))
}

type claimSnoozeCmd struct {
	Until claims.Date `help:"The day on which they come back; without it they come back now."`
	idsArg
}

// Run snoozes claims.
func (c *claimSnoozeCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.Snooze(ctx, c.Until, c.IDs...); err != nil {
		return err
	}
	if c.Until.IsZero() {
		return a.out.printf("back on the due desk: %d\n", len(c.IDs))
	}
	return a.out.printf("off the due desk until %s: %d\n", c.Until, len(c.IDs))
}

type claimRepeatCmd struct {
	ID        claims.ID `arg:"" help:"Identifier of the claim."`
	Statement claims.ID `arg:"" help:"Identifier of the statement."`
	Undo      bool      `help:"Take the statement off the claim."`
}

// Run adds an appearance, or takes one away.
func (c *claimRepeatCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	change, words := ar.AddAppearance, "statements that make the claim: %d\n"
	if c.Undo {
		change = ar.RemoveAppearance
	}
	if err := change(ctx, c.ID, c.Statement); err != nil {
		return err
	}
	cl, err := ar.Claim(ctx, c.ID)
	if err != nil {
		return err
	}
	return a.out.printf(words, len(cl.Appearances))
}

type claimReplyCmd struct {
	ID    claims.ID         `arg:"" help:"Identifier of the claim."`
	State claims.ReplyState `arg:"" enum:"asked,given,declined" help:"asked, given or declined."`
	To    string            `help:"Who was asked."`
	Text  string            `help:"The question or the answer."`
	Until claims.Date       `help:"An answer was asked for by this day."`
}

// Run logs a reply.
func (c *claimReplyCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.AddReply(ctx, c.ID, claims.Reply{State: c.State, To: c.To, Text: strings.TrimSpace(c.Text), Until: c.Until}); err != nil {
		return err
	}
	return a.out.printf("logged: %s\n", c.State)
}
