package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
)

type claimCmd struct {
	New     claimNewCmd     `cmd:"" help:"Make a claim, from a statement or by hand."`
	List    claimListCmd    `cmd:"" help:"List claims."`
	Show    claimShowCmd    `cmd:"" help:"Show a claim with all that bears on it."`
	Edit    claimEditCmd    `cmd:"" help:"Correct a claim."`
	Verdict claimVerdictCmd `cmd:"" help:"Give a verdict; earlier ones stay."`
	Checked claimCheckedCmd `cmd:"" help:"Note that the claims were checked today and stand."`
	Snooze  claimSnoozeCmd  `cmd:"" help:"Keep claims off the due desk until a day."`
	Repeat  claimRepeatCmd  `cmd:"" help:"Record that a statement makes the claim again."`
	Reply   claimReplyCmd   `cmd:"" help:"Log a request for a reply, or the answer."`

	Calendar claimCalendarCmd `cmd:"" help:"Print the due dates as an iCalendar file."`
	Delete   claimDeleteCmd   `cmd:"" help:"Delete claims; they go to the trash."`
}

// claimFlags are the parts of a claim that a person can set.
type claimFlags struct {
	Text    string              `help:"The proposition."`
	Class   claims.Class        `help:"promise, prediction, statistic, fact, denial, accusation or position."`
	Due     claims.Date         `help:"Due date; may be partial."`
	Check   claims.Checkability `help:"now, later or no."`
	Actor   string              `help:"Who has to act for it to come true."`
	Topics  []string            `help:"Topics."`
	Tags    []string            `help:"Tags."`
	Notes   string              `help:"Notes."`
	Test    string              `help:"What decides it: \"kept if ...\"."`
	Speaker string              `help:"Who made it: name, alias or identifier."`
	MadeOn  claims.Date         `help:"When it was made."`
}

func (f *claimFlags) apply(c *claims.Claim) {
	set(&c.Text, f.Text)
	set(&c.Class, f.Class)
	if !f.Due.IsZero() && f.Due != c.Due {
		c.Due, c.DueWords = f.Due, ""
	}
	set(&c.Checkability, f.Check)
	set(&c.Actor, f.Actor)
	set(&c.Notes, f.Notes)
	set(&c.MadeOn, f.MadeOn)
	if len(f.Topics) > 0 {
		c.Topics = f.Topics
	}
	if len(f.Tags) > 0 {
		c.Tags = f.Tags
	}
}

type claimNewCmd struct {
	Statement claims.ID `arg:"" optional:"" help:"The statement that makes it; its proposal is completed by the flags."`
	claimFlags
}

// Run makes a claim.
func (c *claimNewCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	draft := claims.Claim{MadeOn: ar.Today()}
	if c.Statement != "" {
		if draft, err = ar.ProposeClaim(ctx, c.Statement); err != nil {
			return err
		}
	}
	c.apply(&draft)
	if c.Test != "" {
		draft.Tests = []claims.Test{{Text: c.Test}}
	}
	if c.Speaker != "" {
		who, err := ar.FindSpeaker(ctx, c.Speaker)
		if err != nil {
			return err
		}
		draft.Speaker = who.ID
	}
	made, err := ar.MakeClaim(ctx, draft)
	if err != nil {
		return err
	}
	return a.out.line(string(made.ID))
}

type claimListCmd struct {
	Due     []desk.DueState `help:"Only what is overdue, soon, reply, unchecked or stale." sep:","`
	Class   claims.Class    `help:"Only of this class." xor:"by"`
	Speaker string          `help:"Only by this speaker." xor:"by"`
	Verdict string          `help:"Only with this latest verdict." xor:"by"`
	Flagged bool            `help:"Only those of which a statement was altered or removed in a newer version of its article." xor:"by"`
	listFlags
}

// Run lists claims.
func (c *claimListCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if c.Flagged {
		return c.flagged(ctx, a)
	}
	if len(c.Due) > 0 {
		return c.due(ctx, a)
	}
	q := desk.Query{Kind: claims.KindClaim, Index: desk.ByDate}
	switch {
	case c.Class != "":
		q.Index, q.Value = desk.ByClass, string(c.Class)
	case c.Speaker != "":
		who, err := ar.FindSpeaker(ctx, c.Speaker)
		if err != nil {
			return err
		}
		q.Index, q.Value = desk.BySpeaker, string(who.ID)
	case c.Verdict != "":
		q.Index, q.Value = desk.ByVerdict, c.Verdict
	}
	return c.list(ctx, a, q, func(r claims.Record) error { return printClaim(a.out, r.(*claims.Claim)) })
}

// checkDue tells which word is no state of the due desk.
func checkDue(states []desk.DueState) error {
	for _, s := range states {
		if !slices.Contains(desk.DueStates, s) {
			return claims.Invalid("due", fmt.Sprintf("%q is not overdue, soon, reply, unchecked or stale", s))
		}
	}
	return nil
}

func (c *claimListCmd) due(ctx context.Context, a *app) error {
	if err := checkDue(c.Due); err != nil {
		return err
	}
	lines, err := a.opened.DueDesk(ctx, desk.DefaultDueLimits)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if !slices.Contains(c.Due, l.State) {
			continue
		}
		err := c.record(a, l.Claim, func(claims.Record) error {
			if err := a.out.printf("%-9s %+4d days  ", l.State, l.Days); err != nil {
				return err
			}
			return printClaim(a.out, l.Claim)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func printClaim(out *output, c *claims.Claim) error {
	verdict := c.Verdict().Label
	if verdict == "" {
		verdict = "-"
	}
	return out.printf("%s  %-10s  due %-10s  %-14s %s\n", c.ID, c.Class, c.Due, verdict, c.Text)
}

type claimShowCmd struct{ idArg }

// Run shows a claim as the report on it does.
func (c *claimShowCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	cl, err := ar.Claim(ctx, c.ID)
	if err != nil {
		return err
	}
	if c.jsonl() {
		return a.out.object(cl)
	}
	return a.writeReport(ctx, desk.Scope{Claim: c.ID}, "md", a.out)
}

type claimEditCmd struct {
	ID claims.ID `arg:"" help:"Identifier."`
	claimFlags
}

// Run corrects a claim; a new test is a version of its own.
func (c *claimEditCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	cl, err := ar.Claim(ctx, c.ID)
	if err != nil {
		return err
	}
	before := fmt.Sprintf("%+v", cl)
	c.apply(cl)
	if c.Speaker != "" {
		who, err := ar.FindSpeaker(ctx, c.Speaker)
		if err != nil {
			return err
		}
		cl.Speaker = who.ID
	}
	if fmt.Sprintf("%+v", cl) != before {
		if err := ar.EditClaim(ctx, *cl); err != nil {
			return err
		}
	}
	if c.Test != "" {
		if err := ar.SetTest(ctx, c.ID, c.Test); err != nil {
			return err
		}
	}
	return a.out.line(string(c.ID))
}

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
	return ar.GiveVerdict(ctx, c.ID, c.Value, c.Reason, c.Outcome...)
}

type claimCheckedCmd struct{ idsArg }

// Run marks claims as checked.
func (c *claimCheckedCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	return ar.MarkChecked(ctx, c.IDs...)
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
	return ar.Snooze(ctx, c.Until, c.IDs...)
}

type claimRepeatCmd struct {
	ID        claims.ID `arg:"" help:"Identifier of the claim."`
	Statement claims.ID `arg:"" help:"Identifier of the statement."`
}

// Run adds an appearance.
func (c *claimRepeatCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	return ar.AddAppearance(ctx, c.ID, c.Statement)
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
	return ar.AddReply(ctx, c.ID, claims.Reply{State: c.State, To: c.To, Text: strings.TrimSpace(c.Text), Until: c.Until})
}
