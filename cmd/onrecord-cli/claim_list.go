package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// dueFlags choose lines of the due desk.
type dueFlags struct {
	Due   []desk.DueState `help:"Only what is overdue, soon, reply, unchecked, stale or snoozed." sep:","`
	Soon  int             `help:"Days before the due date from which a claim is due soon." default:"30"`
	Stale int             `help:"Days after the last check from which a claim is stale." default:"90"`
}

// limits gives the days, which are more than none.
func (f *dueFlags) limits() (desk.DueLimits, error) {
	if f.Soon < 1 || f.Stale < 1 {
		return desk.DueLimits{}, claims.Invalid("days", claims.Plain("are at least one"))
	}
	return desk.DueLimits{Soon: f.Soon, Stale: f.Stale}, nil
}

type claimListCmd struct {
	dueFlags
	Class   claims.Class `help:"Only of this class." xor:"by"`
	Speaker string       `help:"Only by this speaker." xor:"by"`
	Verdict string       `help:"Only with this latest verdict." xor:"by"`
	Flagged bool         `help:"Only those of which a statement was altered or removed in a newer version of its article." xor:"by"`
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
		if !slices.Contains(claims.Classes, c.Class) || c.Class == claims.Other {
			return claims.Invalid("class", claims.Plain(fmt.Sprintf("%q is not promise, prediction, statistic, fact, denial, accusation or position", c.Class)))
		}
		q.Index, q.Value = desk.ByClass, string(c.Class)
	case c.Speaker != "":
		who, err := ar.FindSpeaker(ctx, c.Speaker)
		if err != nil {
			return err
		}
		q.Index, q.Value = desk.BySpeaker, string(who.ID)
	case c.Verdict != "":
		value, err := verdictNamed(ctx, ar.Desk, c.Verdict)
		if err != nil {
			return err
		}
		q.Index, q.Value = desk.ByVerdict, value
	}
	return c.list(ctx, a, q, func(r claims.Record) error { return a.printClaim(ctx, r.(*claims.Claim)) })
}

// verdictNamed gives the identifier of a value of some scale, by it or by its
// word.
func verdictNamed(ctx context.Context, d *desk.Desk, name string) (string, error) {
	scales, err := d.Scales(ctx)
	if err != nil {
		return "", err
	}
	var all []string
	for _, s := range scales {
		if v, ok := s.Find(name); ok {
			return v.ID, nil
		}
		for _, v := range s.Values {
			if !slices.Contains(all, v.ID) {
				all = append(all, v.ID)
			}
		}
	}
	return "", claims.Invalid("verdict", claims.Plain(fmt.Sprintf("%q is on no scale: %s", name, strings.Join(all, ", "))))
}

// checkDue tells which word is no state of the due desk.
func checkDue(states []desk.DueState) error {
	for _, s := range states {
		if s != desk.Snoozed && !slices.Contains(desk.DueStates, s) {
			return claims.Invalid("due", claims.Plain(fmt.Sprintf("%q is not overdue, soon, reply, unchecked, stale or snoozed", s)))
		}
	}
	return nil
}

func (c *claimListCmd) due(ctx context.Context, a *app) error {
	if err := checkDue(c.Due); err != nil {
		return err
	}
	lim, err := c.limits()
	if err != nil {
		return err
	}
	lines, err := a.opened.DueIn(ctx, lim, c.Due...)
	if err != nil {
		return err
	}
	for _, l := range lines {
		err := c.record(ctx, a, l.Claim, func(claims.Record) error {
			if err := a.out.printf("%-9s %14s  ", l.State, daysWords(&l)); err != nil {
				return err
			}
			return a.printClaim(ctx, l.Claim)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// daysWords says how far the day of a line of the due desk is from today.
func daysWords(l *desk.DueClaim) string {
	switch {
	case l.Day.IsZero():
		return "-"
	case l.Days < 0:
		return counted(-l.Days, "day") + " ago"
	case l.Days == 0:
		return "today"
	}
	return "in " + counted(l.Days, "day")
}

// counted writes a number of things: "1 day", "3 days".
func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// printClaim prints a claim as one line.
func (a *app) printClaim(ctx context.Context, c *claims.Claim) error {
	verdict := c.Verdict().Label
	if verdict == "" {
		verdict = "-"
	}
	by := ""
	if c.Speaker != "" {
		by = a.speakerOf(ctx, c.Speaker, "") + ": "
	}
	return a.out.printf("%s  %-10s  due %-10s  %-14s %s%s\n", c.ID, c.Class, orDash(c.Due), verdict, by, oneLine(c.Text))
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
