package main

import (
	"context"
	"fmt"

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
	Repeat  claimRepeatCmd  `cmd:"" help:"Record that a statement makes the claim again, or with --undo that it does not."`
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
	setDate(&c.Due, &c.DueWords, f.Due)
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
	drafted := draft
	c.apply(&draft)
	switch {
	case c.Test != "":
		draft.Tests = []claims.Test{{Text: c.Test}}
	case c.Statement != "" && (draft.Text != drafted.Text || draft.Class != drafted.Class || draft.Due != drafted.Due):
		desk.ProposeTest(&draft) // the one that was drafted is of other words
	}
	if c.Speaker != "" {
		who, err := ar.FindSpeaker(ctx, c.Speaker)
		if err != nil {
			return err
		}
		draft.Speaker = who.ID
	}
	if err := a.tellOthers(ctx, c.Statement); err != nil {
		return err
	}
	made, err := ar.MakeClaim(ctx, draft)
	if err != nil {
		return err
	}
	a.tell(draftWords(made))
	return a.out.line(string(made.ID))
}

// tellOthers names the claims that a statement makes already: a second one may
// be meant, or not.
func (a *app) tellOthers(ctx context.Context, statement claims.ID) error {
	if statement == "" {
		return nil
	}
	page, err := a.opened.List(ctx, desk.Query{Kind: claims.KindClaim, Index: desk.ByStatement, Value: string(statement)})
	for _, r := range page.Records {
		a.tell("The statement makes another claim already: " + string(r.Key().ID) + "  " + clip(r.(*claims.Claim).Text))
	}
	return err
}

// draftWords says what a claim was made of, so that a wrong guess is seen.
func draftWords(c *claims.Claim) string {
	out := fmt.Sprintf("%s: %s\n  made %s, due %s", c.Class, c.Text, orDash(c.MadeOn), orDash(c.Due))
	if c.DueWords != "" {
		out += " (“" + c.DueWords + "”)"
	}
	if c.Test() == "" {
		return out + "; no resolution test yet: claim edit ID --test"
	}
	return out + "\n  " + c.Test()
}

// orDash writes a date, and a dash where it is unknown.
func orDash(d claims.Date) string {
	if d.IsZero() {
		return "-"
	}
	return d.String()
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
	if err := a.writeReport(ctx, desk.Scope{Claim: c.ID}, "md", a.out); err != nil {
		return err
	}
	return a.printAsides(ctx, cl)
}

// printAsides adds to a claim what is no part of a report: how its figures
// compare, and what changed in the articles that it was made in.
func (a *app) printAsides(ctx context.Context, c *claims.Claim) error {
	page, err := a.opened.List(ctx, desk.Query{Kind: claims.KindOutcome, Index: desk.ByClaim, Value: string(c.ID), Limit: 500})
	if err != nil {
		return err
	}
	for _, r := range page.Records {
		o := r.(*claims.Outcome)
		all, err := a.opened.Workings(ctx, c, o)
		if err != nil {
			return err
		}
		for _, words := range all {
			if err := a.out.printf("\nFigures: %s (outcome %s)\n", words, o.ID); err != nil {
				return err
			}
		}
	}
	flags, err := a.opened.Flags(ctx, c.ID)
	if err != nil {
		return err
	}
	for i := range flags {
		if err := a.out.line("\nChanged since in a newer version of the article:"); err != nil {
			return err
		}
		if err := printFate(a.out, &flags[i]); err != nil {
			return err
		}
	}
	return nil
}

type claimEditCmd struct {
	ID    claims.ID `arg:"" help:"Identifier."`
	Clear []string  `help:"Parts to empty: due, made-on, check, actor, topics, tags, notes, speaker." sep:","`
	claimFlags
}

// empty clears the parts that are named.
func (c *claimEditCmd) empty(to *claims.Claim) error {
	parts := map[string]func(){
		"due": func() { to.Due, to.DueWords = claims.Date{}, "" }, "made-on": func() { to.MadeOn = claims.Date{} }, "check": func() { to.Checkability = "" }, "actor": func() { to.Actor = "" },
		"topics": func() { to.Topics = nil }, "tags": func() { to.Tags = nil }, "notes": func() { to.Notes = "" }, "speaker": func() { to.Speaker = "" },
	}
	return clearParts(c.Clear, parts, "due, made-on, check, actor, topics, tags, notes or speaker")
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
	if err := c.empty(cl); err != nil {
		return err
	}
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
