package main

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
)

// dueFlags choose lines of the due desk.
type dueFlags struct {
	Due   []desk.DueState `help:"Only what is overdue, soon, reply, unchecked or stale." sep:","`
	Soon  int             `help:"Days before the due date from which a claim is due soon." default:"30"`
	Stale int             `help:"Days after the last check from which a claim is stale." default:"90"`
}

// limits gives the days, which are more than none.
func (f *dueFlags) limits() (desk.DueLimits, error) {
	if f.Soon < 1 || f.Stale < 1 {
		return desk.DueLimits{}, claims.Invalid("days", "are at least one")
	}
	return desk.DueLimits{Soon: f.Soon, Stale: f.Stale}, nil
}

type claimCalendarCmd struct{ dueFlags }

// Run prints the due desk as an iCalendar file.
func (c *claimCalendarCmd) Run(ctx context.Context, a *app) error {
	if err := checkDue(c.Due); err != nil {
		return err
	}
	lim, err := c.limits()
	if err != nil {
		return err
	}
	states := c.Due
	if len(states) == 0 {
		states = desk.DueStates
	}
	if _, err := a.archive(ctx); err != nil {
		return err
	}
	return a.writeReport(ctx, desk.Scope{Due: states, Limits: lim}, report.ICal, a.out)
}

// flaggedLine is a claim with what became of its statement, as a JSON line.
type flaggedLine struct {
	*claims.Claim
	Statement claims.ID `json:"statement"`
	Said      string    `json:"said"`
	Newer     claims.ID `json:"newer"` // the newest version of the article
	Now       *string   `json:"now"`   // what stands there instead
}

// flagged lists the claims of which a statement was altered or removed.
func (c *claimListCmd) flagged(ctx context.Context, a *app) error {
	all, err := a.opened.FlaggedClaims(ctx)
	if err != nil {
		return err
	}
	for _, f := range all {
		if c.jsonl() {
			line := flaggedLine{Claim: f.Claim, Statement: f.Statement.ID, Said: f.Statement.Text, Newer: f.Newer.ID}
			if f.Now != nil {
				line.Now = &f.Now.Text
			}
			err = a.out.object(line)
		} else {
			if err = a.printClaim(ctx, f.Claim); err == nil {
				err = printFate(a.out, &f)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// printFate prints what was said and what stands there now.
func printFate(out *output, f *desk.Flagged) error {
	now := "nothing like it"
	if f.Now != nil {
		now = oneLine(f.Now.Text)
	}
	return out.printf("    said  %s  %s\n    now   %s  %s\n", f.Statement.ID, oneLine(f.Statement.Text), f.Newer.ID, now)
}
