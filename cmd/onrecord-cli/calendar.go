package main

import (
	"context"

	"onrecord/claims/desk"
	"onrecord/claims/report"
)

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
