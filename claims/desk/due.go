package desk

import (
	"context"
	"slices"
	"time"

	"onrecord/claims"
)

// DueState says why a claim is on the due desk.
type DueState string

// The states of the due desk. A claim is listed under the first that fits.
const (
	Overdue   DueState = "overdue"
	DueSoon   DueState = "soon"
	Replying  DueState = "reply"     // an answer was asked for and has not come
	Unchecked DueState = "unchecked" // never checked
	Stale     DueState = "stale"     // not checked for a while
)

// DueStates lists them in the order of the desk.
var DueStates = []DueState{Overdue, DueSoon, Replying, Unchecked, Stale}

// DueLimits say what "soon" and "a while" mean, in days.
type DueLimits struct {
	Soon  int
	Stale int
}

// DefaultDueLimits are a month ahead and a quarter of a year back.
var DefaultDueLimits = DueLimits{Soon: 30, Stale: 90}

// DueClaim is a line of the due desk.
type DueClaim struct {
	Claim *claims.Claim
	State DueState
	Days  int // to the due date; negative where it has passed; 0 without one
}

// DueDesk lists the unresolved claims that want attention, most urgent first.
func (d *Desk) DueDesk(ctx context.Context, lim DueLimits) ([]DueClaim, error) {
	today := d.Today()
	var out []DueClaim
	err := d.each(ctx, Query{Kind: claims.KindClaim, Index: ByChecked}, func(r claims.Record) error {
		if line, ok := dueLine(r.(*claims.Claim), today, d.now(), lim); ok {
			out = append(out, line)
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b DueClaim) int {
		if c := slices.Index(DueStates, a.State) - slices.Index(DueStates, b.State); c != 0 {
			return c
		}
		return a.Days - b.Days
	})
	return out, err
}

func dueLine(c *claims.Claim, today claims.Date, now time.Time, lim DueLimits) (DueClaim, bool) {
	line := DueClaim{Claim: c}
	if first, ok := c.Snoozed.First(); ok && first.Compare(today) > 0 {
		return line, false
	}
	last, dated := c.Due.Last()
	if dated {
		line.Days = daysBetween(today, last)
	}
	switch {
	case dated && line.Days < 0:
		line.State = Overdue
	case dated && line.Days <= lim.Soon:
		line.State = DueSoon
	case waiting(c):
		line.State = Replying
	case c.LastChecked.IsZero():
		line.State = Unchecked
	case now.Sub(c.LastChecked) > time.Duration(lim.Stale)*24*time.Hour:
		line.State = Stale
	default:
		return line, false
	}
	return line, true
}

func waiting(c *claims.Claim) bool {
	return len(c.Replies) > 0 && c.Replies[len(c.Replies)-1].State == claims.ReplyAsked
}

func daysBetween(a, b claims.Date) int {
	return int(b.Time().Sub(a.Time()).Hours() / 24)
}
