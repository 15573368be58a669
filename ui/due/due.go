// Package due is the screen of the due desk: the open claims that want
// attention, most urgent first, and those whose article has changed.
package due

import (
	"context"

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

// Desk is what the screen needs of the desk.
type Desk interface {
	nav.SpeakerReader
	nav.Checker
	DueIn(ctx context.Context, lim desk.DueLimits, states ...desk.DueState) ([]desk.DueClaim, error)
	FlaggedClaims(ctx context.Context) ([]desk.Flagged, error)
	Snooze(ctx context.Context, until claims.Date, ids ...claims.ID) error
	Report(ctx context.Context, scope desk.Scope, opts desk.ReportOptions) (*report.Model, error)
	Today() claims.Date
}

// changed is the state of a claim that is here because its article changed.
const changed desk.DueState = "changed"

// states are those of the desk, what was put off, and last that of a changed
// article.
var states = append(append([]desk.DueState(nil), desk.DueStates...), desk.Snoozed, changed)

// mayLack says that the chip of a state is there only while a claim is in it.
func mayLack(s desk.DueState) bool { return s == changed || s == desk.Snoozed }

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	table   *kit.Table[row]
	filters map[desk.DueState]*kit.Chip
	chips   *fyne.Container
	content fyne.CanvasObject
	rows    []row
	actions []*kit.Command // of the menu of a row
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, filters: map[desk.DueState]*kit.Chip{}, chips: container.New(kit.NewFlow())}
	p.table = kit.NewTable(host.Jobs, "due", columns(), func(r row) string { return string(r.Claim.ID) })
	p.table.Label = lang.X("screen.due", "Due")
	p.table.OnOpen = func(r row) { host.Go(nav.Route{Screen: nav.Claim, ID: r.Claim.ID}) }
	p.table.OnError = host.Fail
	p.table.OnRune = host.Commands.Typed
	p.table.OnCursor = func(row) { host.Commands.Refresh() }
	p.table.OnMenu = func(_ row, at fyne.Position) { kit.ShowMenu(host.Window.Canvas(), at, host.Commands, p.actions...) }
	p.table.Empty = kit.NewEmptyState(look.Icon(look.IconDue), lang.X("due.empty", "Nothing is due"),
		lang.X("due.emptyHint", "Claims come here when they are overdue or due soon, when nobody has checked them, and when an answer is awaited."), "", nil)
	for _, s := range states {
		chip := kit.NewFilterChip(stateWords(s), s != desk.Snoozed, func(bool) { p.draw() })
		chip.Hidden = mayLack(s)
		p.filters[s] = chip
		p.chips.Add(chip)
	}
	p.commands()
	checked := kit.NewButton(lang.X("due.checked", "Checked today"), theme.ConfirmIcon(), p.checked)
	later := kit.NewButton(lang.X("due.later", "Snooze"), look.Icon(look.IconSnooze), nil)
	later.OnTapped = func() {
		kit.ShowMenu(host.Window.Canvas(), kit.Below(later), host.Commands, host.Commands.Find("due.snooze"), host.Commands.Find("due.snoozeMonth"), host.Commands.Find("due.snoozeUntil"))
	}
	calendar := kit.NewButton(lang.X("due.calendar", "Save as calendar…"), look.Icon(look.IconDue), p.export)
	p.content = kit.Page(lang.X("screen.due", "Due"), container.New(kit.NewFlow(), calendar, later, checked), container.NewBorder(p.chips, nil, nil, nil, p.table))
	return p
}

// stateWords names a state of the desk, or that of a changed article.
func stateWords(s desk.DueState) string {
	if s == changed {
		return lang.X("due.changed", "Article changed")
	}
	return nav.DueWords(s)
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.table }

// Show implements nav.Page.
func (p *Page) Show(nav.Route) { p.load() }

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindClaim) || e.Touches(claims.KindSpeaker) || e.Touches(claims.KindArticle) || e.Touches(claims.KindScale) {
		p.load()
	}
}

// Limits are what "soon" and "a while" mean to this person, in days.
func Limits(prefs fyne.Preferences) desk.DueLimits {
	return desk.DueLimits{
		Soon:  prefs.IntWithFallback(nav.PrefSoon, desk.DefaultDueLimits.Soon),
		Stale: prefs.IntWithFallback(nav.PrefStale, desk.DefaultDueLimits.Stale),
	}
}

func (p *Page) load() {
	lim := Limits(p.host.App.Preferences())
	nav.Fetch(p.host, "due", func(ctx context.Context) ([]row, error) { return read(ctx, p.desk, lim) }, func(rows []row) {
		p.rows = rows
		p.draw()
	})
}

// draw shows the rows whose states are turned on, and how many each has.
func (p *Page) draw() {
	counts := map[desk.DueState]int{}
	var shown []row
	for _, r := range p.rows {
		counts[r.State]++
		also := r.flagged && r.State != desk.Snoozed // what was put off is out of sight, whatever its article does
		if also && r.State != changed {
			counts[changed]++
		}
		if p.filters[r.State].On || (also && p.filters[changed].On) {
			shown = append(shown, r)
		}
	}
	for s, chip := range p.filters {
		chip.Text = stateWords(s)
		if n := counts[s]; n > 0 {
			chip.Text += " " + nav.Number(n)
		}
		chip.Hidden = mayLack(s) && counts[s] == 0
		chip.Refresh()
	}
	p.chips.Refresh()
	p.table.SetSource(kit.SliceSource(shown, columns()))
}
