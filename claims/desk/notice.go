package desk

import (
	"context"

	"onrecord/claims"
)

// Notice is what a person is told when the program starts, and once a day
// while it runs.
type Notice struct {
	Day     claims.Date   // of the notice; kept, and given to the next call as told
	Overdue int           // claims whose due date has passed
	Fresh   int           // of those, the ones whose date has passed since the last notice
	Soon    int           // claims due within NoticeAhead days
	Replies int           // claims on which an answer was asked for by a day that has passed
	Flagged int           // claims of which a statement was altered or removed, and nobody has looked since
	First   *claims.Claim // the most urgent of the due ones; nil where only changed articles are told of
}

// NoticeAhead is how many days before its due date a claim is told of.
const NoticeAhead = 7

// NoticeFor sums up the lines of the due desk and the number of flagged claims
// for a person who was last told something on the day told (the zero Date:
// never). It is not ok where there is nothing to tell: nothing wants
// attention, or it was told today.
func NoticeFor(lines []DueClaim, flagged int, told, today claims.Date) (n Notice, ok bool) {
	if !told.IsZero() && told.Compare(today) >= 0 {
		return Notice{}, false
	}
	n = Notice{Day: today, Flagged: flagged}
	for _, l := range lines {
		switch {
		case l.State == Overdue:
			n.Overdue++
			if l.Day.Compare(told) >= 0 {
				n.Fresh++
			}
		case l.State == DueSoon && l.Days <= NoticeAhead:
			n.Soon++
		case l.State == Replying && l.Days < 0:
			n.Replies++
		default:
			continue
		}
		if n.First == nil {
			n.First = l.Claim
		}
	}
	return n, n.First != nil || n.Flagged > 0
}

// Notice looks at the archive and tells what NoticeFor makes of it. It reads
// nothing where something was told today.
func (d *Desk) Notice(ctx context.Context, told claims.Date) (n Notice, ok bool, err error) {
	today := d.Today()
	if !told.IsZero() && told.Compare(today) >= 0 {
		return Notice{}, false, nil
	}
	lines, err := d.DueDesk(ctx, DefaultDueLimits)
	if err != nil {
		return Notice{}, false, err
	}
	flagged, err := d.FlaggedClaims(ctx)
	if err != nil {
		return Notice{}, false, err
	}
	seen := map[claims.ID]bool{}
	for _, f := range flagged {
		seen[f.Claim.ID] = true
	}
	n, ok = NoticeFor(lines, len(seen), told, today)
	return n, ok, nil
}
