package due

import (
	"context"
	"fmt"
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

const week, month = 7, 30 // days

func (p *Page) commands() {
	menu, scope := lang.X("menu.claim", "Claim"), string(nav.Due)
	some := func() bool { return len(p.table.Chosen()) > 0 }
	icon := look.Icon(look.IconSnooze)
	checked := &kit.Command{ID: "due.checked", Menu: menu, Title: lang.X("claims.checked", "Mark as checked today"), Icon: theme.ConfirmIcon(), Letter: 'm', Scope: scope, Enabled: some, Do: p.checked}
	snooze := &kit.Command{ID: "due.snooze", Menu: menu, Title: lang.X("due.snooze", "Snooze a week"), Icon: icon, Letter: 'z', Scope: scope, Enabled: some, Do: func() { p.snoozeDays(week) }}
	longer := &kit.Command{ID: "due.snoozeMonth", Menu: menu, Title: lang.X("due.snoozeMonth", "Snooze a month"), Icon: icon, Scope: scope, Enabled: some, Do: func() { p.snoozeDays(month) }}
	until := &kit.Command{ID: "due.snoozeUntil", Menu: menu, Title: lang.X("due.snoozeUntil", "Snooze until a day…"), Icon: icon, Scope: scope, Enabled: some, Do: p.askSnooze}
	wake := &kit.Command{ID: "due.wake", Menu: menu, Title: lang.X("claim.wake", "Bring back now"), Icon: theme.ViewRefreshIcon(), Scope: scope, Enabled: p.asleep, Do: p.wake}
	calendar := &kit.Command{ID: "due.calendar", Menu: menu, Title: lang.X("due.calendar", "Save as calendar…"), Icon: look.Icon(look.IconDue), Scope: scope, Do: p.export}
	p.host.Commands.Add(checked, snooze, longer, until, wake, calendar)
	p.actions = []*kit.Command{nav.OpenCommand(p.table), nil, checked, snooze, longer, until, wake}
}

func (p *Page) checked() { p.host.MarkChecked(p.desk, nav.Chosen(p.table), p.table.ClearMarks) }

func (p *Page) snoozeDays(days int) { p.snooze(p.desk.Today().AddDays(days)) }

func (p *Page) snooze(until claims.Date) {
	if ids := nav.Chosen(p.table); len(ids) > 0 {
		p.host.Do(func(ctx context.Context) error { return p.desk.Snooze(ctx, until, ids...) }, func() {
			p.table.ClearMarks()
			p.host.Did(fmt.Sprintf(lang.X("due.snoozed", "Back on %s"), nav.Date(until)))
		})
	}
}

// asleep reports whether one of the chosen claims is put off.
func (p *Page) asleep() bool {
	ids := nav.Chosen(p.table)
	return slices.ContainsFunc(p.rows, func(r row) bool { return r.State == desk.Snoozed && slices.Contains(ids, r.Claim.ID) })
}

// wake brings the chosen claims back before their day.
func (p *Page) wake() {
	ids := nav.Chosen(p.table)
	p.host.Do(func(ctx context.Context) error { return p.desk.Snooze(ctx, claims.Date{}, ids...) }, func() {
		p.table.ClearMarks()
		p.host.Did(lang.XN("due.woken", "{{.Count}} claims are back on the due desk", len(ids), map[string]any{"Count": nav.Number(len(ids))}))
	})
}

// askSnooze asks for the day on which the claims come back.
func (p *Page) askSnooze() {
	until := nav.NewDateEntry(p.desk.Today().AddDays(week))
	form := kit.NewForm(kit.Field{Label: lang.X("due.until", "Until"), Input: container.NewVBox(until, until.Echo())})
	d := kit.NewConfirm(lang.X("due.snoozeUntil", "Snooze until a day…"), lang.X("due.later", "Snooze"), lang.X("kit.cancel", "Cancel"), form, func(ok bool) {
		if !ok {
			return
		}
		day, err := nav.ReadDate(until.Text)
		if first, dated := day.First(); err == nil && (!dated || first.Compare(p.desk.Today()) <= 0) {
			err = claims.Invalid(lang.X("due.until", "Until"), claims.Plain(lang.X("due.past", "must be a day to come")))
		}
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.snooze(day)
	}, p.host.Window)
	d.Resize(fyne.NewSize(420, 0))
	d.Show()
	p.host.Window.Canvas().Focus(until)
}

// export saves the due dates of what the chips show as a calendar.
func (p *Page) export() {
	var chosen []desk.DueState
	for _, s := range desk.DueStates {
		if p.filters[s].On {
			chosen = append(chosen, s)
		}
	}
	if len(chosen) == 0 {
		chosen = desk.DueStates
	}
	p.host.SaveFile("onrecord-due"+report.ICal.Ending(), lang.X("job.calendar", "Writing the calendar"), func(ctx context.Context, w io.Writer) error {
		return writeCalendar(ctx, p.desk, w, chosen)
	})
}

func writeCalendar(ctx context.Context, d Desk, w io.Writer, chosen []desk.DueState) error {
	m, err := d.Report(ctx, desk.Scope{Due: chosen}, desk.ReportOptions{})
	if err != nil {
		return err
	}
	return report.Write(w, m, report.ICal)
}
