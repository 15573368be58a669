package desk

import (
	"context"
	"slices"
	"time"

	"onrecord/claims"
	"onrecord/claims/fold"
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
	Snoozed   DueState = "snoozed"   // put off until a day to come: on no desk unless asked for
)

// DueStates lists those of the desk in its order.
var DueStates = []DueState{Overdue, DueSoon, Replying, Unchecked, Stale}

// rank is the place of a state in that order, and behind it for any other.
func (s DueState) rank() int {
	if i := slices.Index(DueStates, s); i >= 0 {
		return i
	}
	return len(DueStates)
}

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
	Day   claims.Date // the last day of the due date, or by which a reply was asked for, or on which it comes back; zero without one
	Days  int         // from today to Day; negative where it has passed; 0 without one
}

// DueDesk lists the unresolved claims that want attention, most urgent first.
func (d *Desk) DueDesk(ctx context.Context, lim DueLimits) ([]DueClaim, error) {
	return d.DueIn(ctx, lim, DueStates...)
}

// DueIn lists the claims in some of the states, each under the first of them
// that it is in: a claim that is overdue and was never checked is among the
// unchecked for whoever asks for those alone.
func (d *Desk) DueIn(ctx context.Context, lim DueLimits, states ...DueState) ([]DueClaim, error) {
	today := d.Today()
	var out []DueClaim
	err := d.each(ctx, Query{Kind: claims.KindClaim, Index: ByChecked}, func(r claims.Record) error {
		if line, ok := dueLine(r.(*claims.Claim), today, d.now(), lim, states); ok {
			out = append(out, line)
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b DueClaim) int {
		if c := a.State.rank() - b.State.rank(); c != 0 {
			return c
		}
		return a.Days - b.Days
	})
	return out, err
}

func dueLine(c *claims.Claim, today claims.Date, now time.Time, lim DueLimits, of []DueState) (DueClaim, bool) {
	in := func(s DueState, is bool) bool { return is && slices.Contains(of, s) }
	line := DueClaim{Claim: c}
	if first, ok := c.Snoozed.First(); ok && first.Compare(today) > 0 {
		line.State, line.Day, line.Days = Snoozed, first, daysBetween(today, first)
		return line, in(Snoozed, true)
	}
	last, dated := c.Due.Last()
	asked, waits := waiting(c)
	if dated {
		line.Day, line.Days = last, daysBetween(today, last)
	}
	switch {
	case in(Overdue, dated && line.Days < 0):
		line.State = Overdue
	case in(DueSoon, dated && line.Days >= 0 && line.Days <= lim.Soon):
		line.State = DueSoon
	case in(Replying, waits):
		line.State, line.Day, line.Days = Replying, claims.Date{}, 0
		if until, ok := asked.Until.Last(); ok {
			line.Day, line.Days = until, daysBetween(today, until)
		}
	case in(Unchecked, c.LastChecked.IsZero()):
		line.State = Unchecked
	case in(Stale, !c.LastChecked.IsZero() && now.Sub(c.LastChecked) > time.Duration(lim.Stale)*24*time.Hour):
		line.State = Stale
	default:
		return line, false
	}
	return line, true
}

// waiting finds the requests for a reply that nobody has answered, and of them
// the one whose answer was asked for first. An answer that names nobody is one
// to every request.
func waiting(c *claims.Claim) (asked claims.Reply, waits bool) {
	var open []claims.Reply
	for _, r := range c.Replies {
		if r.State == claims.ReplyAsked {
			open = append(open, r)
			continue
		}
		open = slices.DeleteFunc(open, func(o claims.Reply) bool { return r.To == "" || o.To == "" || fold.Key(o.To) == fold.Key(r.To) })
	}
	for _, r := range open {
		if !waits || asked.Until.IsZero() || !r.Until.IsZero() && r.Until.Compare(asked.Until) < 0 {
			asked, waits = r, true
		}
	}
	return asked, waits
}

func daysBetween(a, b claims.Date) int {
	return int(b.Time().Sub(a.Time()).Hours() / 24)
}
