package due

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

type row struct {
	desk.DueClaim
	speaker string
	flagged bool // a statement of it was altered or removed
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{ID: "state", Title: lang.X("due.why", "Why"), Width: 170, Least: 150, Cell: stateCell},
		{ID: "days", Title: lang.X("due.days", "Days"), Width: 70, Least: 50, Align: fyne.TextAlignTrailing, Cell: daysCell, Less: func(a, b row) bool { return a.Days < b.Days }},
		{ID: "text", Title: lang.X("record.claim", "Claim"), Width: 380, Grow: true, Cell: func(r row) kit.Cell { return nav.ClaimCell(r.Claim, r.flagged) }, Less: func(a, b row) bool { return fold.Key(a.Claim.Text) < fold.Key(b.Claim.Text) }},
		{ID: "speaker", Title: lang.X("record.speaker", "Speaker"), Width: 150, Least: 100, Rank: 1, Cell: func(r row) kit.Cell { return kit.Text(r.speaker) }, Less: func(a, b row) bool { return fold.Key(a.speaker) < fold.Key(b.speaker) }},
		{ID: "due", Title: lang.X("statement.due", "Due"), Width: 110, Least: 95, Rank: 2, Cell: func(r row) kit.Cell { return kit.Text(nav.Date(r.Claim.Due)) }, Less: func(a, b row) bool { return a.Claim.Due.Compare(b.Claim.Due) < 0 }},
		{ID: "checked", Title: lang.X("due.lastChecked", "Last checked"), Width: 120, Least: 95, Rank: 3, Cell: func(r row) kit.Cell { return kit.Cell{Text: nav.Day(r.Claim.LastChecked), Dim: true} }, Less: func(a, b row) bool { return a.Claim.LastChecked.Before(b.Claim.LastChecked) }},
	}
}

func stateCell(r row) kit.Cell {
	if r.State == changed {
		return kit.Badge(stateWords(changed), look.Partly)
	}
	return kit.Badge(stateWords(r.State), nav.DueTone(r.State))
}

// daysCell counts the days to the day that the row is about, with a sign.
func daysCell(r row) kit.Cell {
	if r.Day.IsZero() {
		return kit.Text("")
	}
	days := strconv.Itoa(r.Days)
	if r.Days > 0 {
		days = "+" + days
	}
	return kit.Text(strings.Replace(days, "-", "−", 1))
}

// read gathers the lines of the desk and the claims whose article has changed.
func read(ctx context.Context, d Desk, lim desk.DueLimits) ([]row, error) {
	lines, err := d.DueIn(ctx, lim, append(slices.Clone(desk.DueStates), desk.Snoozed)...)
	if err != nil {
		return nil, err
	}
	flagged, err := d.FlaggedClaims(ctx)
	if err != nil {
		return nil, err
	}
	changes := map[claims.ID]*claims.Claim{}
	for _, f := range flagged {
		changes[f.Claim.ID] = f.Claim
	}
	rows := make([]row, 0, len(lines))
	for _, l := range lines {
		rows = append(rows, row{DueClaim: l, flagged: changes[l.Claim.ID] != nil})
		delete(changes, l.Claim.ID)
	}
	for _, f := range flagged { // in their order, each claim once
		if c := changes[f.Claim.ID]; c != nil {
			rows = append(rows, row{DueClaim: desk.DueClaim{Claim: c, State: changed}, flagged: true})
			delete(changes, c.ID)
		}
	}
	names := nav.NewNames(d)
	for i := range rows {
		if rows[i].speaker, err = names.Of(ctx, rows[i].Claim.Speaker); err != nil {
			return nil, err
		}
	}
	return rows, nil
}
