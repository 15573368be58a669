// Package due is the screen of the due desk: the open claims that want
// attention, most urgent first.
package due

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	DueDesk(ctx context.Context, lim desk.DueLimits) ([]desk.DueClaim, error)
	Speaker(ctx context.Context, id claims.ID) (*claims.Speaker, error)
	MarkChecked(ctx context.Context, ids ...claims.ID) error
	Snooze(ctx context.Context, until claims.Date, ids ...claims.ID) error
	Today() claims.Date
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	table   *kit.Table[row]
	filters map[desk.DueState]*kit.Chip
	hidden  map[desk.DueState]bool
	content fyne.CanvasObject
	rows    []row
}

type row struct {
	desk.DueClaim
	speaker string
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, filters: map[desk.DueState]*kit.Chip{}, hidden: map[desk.DueState]bool{}}
	p.table = kit.NewTable(host.Jobs, "due", columns(), func(r row) string { return string(r.Claim.ID) })
	p.table.Label = lang.X("screen.due", "Due")
	p.table.OnOpen = func(r row) { host.Go(nav.Route{Screen: nav.Claim, ID: r.Claim.ID}) }
	p.table.OnError = host.Fail
	p.table.OnRune = host.Commands.Typed
	p.table.Empty = kit.NewEmptyState(look.Icon(look.IconDue), lang.X("due.empty", "Nothing is due"),
		lang.X("due.emptyHint", "Claims come here when they are overdue or due soon, when nobody has checked them, and when an answer is awaited."), "", nil)
	chips := container.New(kit.NewFlow())
	for _, s := range desk.DueStates {
		chip := kit.NewFilterChip(nav.DueWords(s), true, func(on bool) {
			p.hidden[s] = !on
			p.draw()
		})
		p.filters[s] = chip
		chips.Add(chip)
	}
	checked := widget.NewButtonWithIcon(lang.X("due.checked", "Checked today"), theme.ConfirmIcon(), p.checked)
	snooze := widget.NewButtonWithIcon(lang.X("due.snooze", "Snooze a week"), look.Icon(look.IconSnooze), func() { p.snooze(7) })
	p.content = kit.Page(lang.X("screen.due", "Due"), container.NewHBox(snooze, checked), container.NewBorder(chips, nil, nil, nil, p.table))
	p.commands()
	return p
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{ID: "state", Title: lang.X("due.why", "Why"), Width: 170, Cell: func(r row) kit.Cell { return kit.Badge(nav.DueWords(r.State), nav.DueTone(r.State)) }},
		{ID: "days", Title: lang.X("due.days", "Days"), Width: 80, Align: fyne.TextAlignTrailing, Cell: func(r row) kit.Cell {
			if r.Claim.Due.IsZero() {
				return kit.Text("")
			}
			return kit.Text(fmt.Sprintf("%+d", r.Days))
		}, Less: func(a, b row) bool { return a.Days < b.Days }},
		{ID: "text", Title: lang.X("record.claim", "Claim"), Width: 380, Grow: true, Cell: func(r row) kit.Cell { return kit.Text(r.Claim.Text) }, Less: func(a, b row) bool { return a.Claim.Text < b.Claim.Text }},
		{ID: "speaker", Title: lang.X("record.speaker", "Speaker"), Width: 150, Cell: func(r row) kit.Cell { return kit.Text(r.speaker) }, Less: func(a, b row) bool { return a.speaker < b.speaker }},
		{ID: "due", Title: lang.X("statement.due", "Due"), Width: 105, Cell: func(r row) kit.Cell { return kit.Text(r.Claim.Due.String()) }, Less: func(a, b row) bool { return a.Claim.Due.Compare(b.Claim.Due) < 0 }},
		{ID: "checked", Title: lang.X("due.lastChecked", "Last checked"), Width: 120, Cell: func(r row) kit.Cell { return kit.Cell{Text: claims.DateOf(r.Claim.LastChecked).String(), Dim: true} }, Less: func(a, b row) bool { return a.Claim.LastChecked.Before(b.Claim.LastChecked) }},
	}
}

func (p *Page) commands() {
	menu, scope := lang.X("menu.claim", "Claim"), string(nav.Due)
	p.host.Commands.Add(
		&kit.Command{ID: "due.checked", Menu: menu, Title: lang.X("claims.checked", "Mark as checked today"), Icon: theme.ConfirmIcon(), Letter: 'm', Scope: scope, Do: p.checked},
		&kit.Command{ID: "due.snooze", Menu: menu, Title: lang.X("due.snooze", "Snooze a week"), Icon: look.Icon(look.IconSnooze), Letter: 'z', Scope: scope, Do: func() { p.snooze(7) }},
		&kit.Command{ID: "due.snoozeMonth", Menu: menu, Title: lang.X("due.snoozeMonth", "Snooze a month"), Scope: scope, Do: func() { p.snooze(30) }},
	)
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.table }

// Show implements nav.Page.
func (p *Page) Show(nav.Route) { p.load() }

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindClaim) || e.Touches(claims.KindSpeaker) {
		p.load()
	}
}

func (p *Page) load() {
	nav.Fetch(p.host, "due", func(ctx context.Context) ([]row, error) {
		lines, err := p.desk.DueDesk(ctx, desk.DefaultDueLimits)
		if err != nil {
			return nil, err
		}
		rows := make([]row, len(lines))
		for i, l := range lines {
			rows[i] = row{DueClaim: l}
			if l.Claim.Speaker == "" {
				continue
			}
			who, err := p.desk.Speaker(ctx, l.Claim.Speaker)
			if err != nil {
				return nil, err
			}
			rows[i].speaker = who.Name
		}
		return rows, nil
	}, func(rows []row) {
		p.rows = rows
		p.draw()
	})
}

func (p *Page) draw() {
	var shown []row
	for _, r := range p.rows {
		if !p.hidden[r.State] {
			shown = append(shown, r)
		}
	}
	p.table.SetSource(kit.SliceSource(shown, columns()))
}

func (p *Page) chosen() []claims.ID {
	var ids []claims.ID
	for _, k := range p.table.Chosen() {
		ids = append(ids, claims.ID(k))
	}
	return ids
}

func (p *Page) checked() {
	if ids := p.chosen(); len(ids) > 0 {
		p.host.Do(func(ctx context.Context) error { return p.desk.MarkChecked(ctx, ids...) }, func() { p.host.Did(lang.X("claims.checkedToast", "Marked as checked today")) })
	}
}

func (p *Page) snooze(days int) {
	if ids := p.chosen(); len(ids) > 0 {
		until := p.desk.Today().AddDays(days)
		p.host.Do(func(ctx context.Context) error { return p.desk.Snooze(ctx, until, ids...) }, func() {
			p.host.Did(fmt.Sprintf(lang.X("due.snoozed", "Back on %s"), until))
		})
	}
}
