// Package claimlist is the screen that lists the claims: sortable, filtered,
// with saved filters and edits of several at once.
package claimlist

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	nav.SpeakerReader
	nav.Checker
	nav.Lister
	Claim(ctx context.Context, id claims.ID) (*claims.Claim, error)
	Scales(ctx context.Context) ([]*claims.Scale, error)
	Matches(ctx context.Context, typed string, limit int) ([]match.Hit, match.Cut, error)
	FlaggedClaims(ctx context.Context) ([]desk.Flagged, error)
	SavedSearches(ctx context.Context) ([]desk.SavedSearch, error)
	SaveSearch(ctx context.Context, name, query string) (*claims.Search, error)
	RenameSearch(ctx context.Context, id claims.ID, name string) error
	DropSearch(ctx context.Context, id claims.ID) error
	EditClaims(ctx context.Context, ids []claims.ID, edit func(*claims.Claim)) error
	TrashClaims(ctx context.Context, ids ...claims.ID) error
	Today() claims.Date
}

// prefFilter is the filter of the last run.
const prefFilter = "claims.filter"

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	table   *kit.Table[row]
	filter  *filterBar
	count   *widget.Label
	cut     *atomic.Bool // the filter's words stand in more claims than are listed
	content fyne.CanvasObject
	scales  []*claims.Scale
	flagged map[claims.ID]bool // those of which a statement was altered or removed
	warned  bool               // there was such a claim, and undoing may bring it back
	saved   []desk.SavedSearch
	actions []*kit.Command // of the menu of a row
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, count: widget.NewLabel("")}
	p.table = kit.NewTable(host.Jobs, "claims", columns(), func(r row) string { return string(r.ID) })
	p.table.Label = lang.X("screen.claims", "Claims")
	p.table.OnOpen = func(r row) { host.Go(nav.Route{Screen: nav.Claim, ID: r.ID}) }
	p.table.OnError = host.Fail
	p.table.OnKey = p.key
	p.table.OnTotal = func(int) { p.tell() }
	p.table.OnMarked = func(int) { p.tell() }
	p.table.OnCursor = func(row) { host.Commands.Refresh() }
	p.table.OnMenu = func(_ row, at fyne.Position) { kit.ShowMenu(host.Window.Canvas(), at, host.Commands, p.actions...) }
	p.filter = newFilterBar(host, p.filtered)
	p.filter.words.Next = func() fyne.Focusable { return p.table }
	filters := kit.NewButton(lang.X("claims.filters", "Filters"), theme.MenuDropDownIcon(), nil)
	filters.OnTapped = func() { p.showFilters(kit.Below(filters)) }
	edit := kit.NewButton(lang.X("claims.editMany", "Edit claims…"), theme.DocumentCreateIcon(), p.edit)
	p.filter.row.Add(filters)
	p.content = kit.Page(lang.X("screen.claims", "Claims"), container.New(kit.NewFlow(), p.count, edit), container.NewBorder(p.filter.row, nil, nil, nil, p.table))
	p.commands()
	p.filter.set(host.App.Preferences().String(prefFilter))
	return p
}

func (p *Page) emptyState() fyne.CanvasObject {
	if p.filter.text() != "" || p.filter.changed.On {
		return kit.NewEmptyState(look.Icon(look.IconClaim), lang.X("claims.none", "No claim passes the filter"),
			lang.X("claims.noneHint", "Take a filter away, or try fewer words."), lang.X("claims.clear", "Clear the filter"), p.clear)
	}
	return kit.NewEmptyState(look.Icon(look.IconClaim), lang.X("claims.empty", "No claims yet"),
		lang.X("claims.emptyHint", "A claim is one thing that can be checked. Open an article, choose a statement and press C: the proposal comes filled in, and you correct it."),
		lang.X("claims.emptyGo", "Go to the library"), func() { p.host.Go(nav.Route{Screen: nav.Library}) })
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.table }

// Show implements nav.Page. A route with a query brings its own filter.
func (p *Page) Show(r nav.Route) {
	if r.Query != "" {
		p.filter.set(r.Query)
	}
	nav.Fetch(p.host, "claims/scales", p.desk.Scales, func(scales []*claims.Scale) {
		p.scales = scales
		p.filter.setScales(scales)
		p.show()
	})
	p.loadFlagged()
	p.loadSaved()
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	switch {
	case e.Touches(claims.KindScale):
		p.Show(nav.Route{})
	case e.Touches(claims.KindClaim), e.Touches(claims.KindSpeaker):
		p.show()
	}
	if e.Touches(claims.KindArticle) || (p.warned && e.Touches(claims.KindClaim)) {
		p.loadFlagged()
	}
	if e.Touches(claims.KindSearch) {
		p.loadSaved()
	}
}

func (p *Page) loadFlagged() {
	nav.Fetch(p.host, "claims/flagged", p.desk.FlaggedClaims, func(all []desk.Flagged) {
		had := len(p.flagged)
		p.flagged = map[claims.ID]bool{}
		for _, f := range all {
			p.flagged[f.Claim.ID] = true
		}
		p.filter.setChanged(len(p.flagged))
		if p.warned = p.warned || len(p.flagged) > 0; had > 0 || len(p.flagged) > 0 {
			p.show()
		}
	})
}

// filtered follows a change of the filter.
func (p *Page) filtered() {
	p.host.App.Preferences().SetString(prefFilter, p.filter.text())
	p.table.ClearMarks()
	p.table.RestorePlace(kit.Place{})
	p.show()
}

func (p *Page) clear() { p.filter.clear() }

// show gives the table the rows of the filter: a new source, because what the
// old one has read may have changed.
func (p *Page) show() {
	p.table.Empty = p.emptyState()
	p.table.SetSource(p.source())
}

// tell says how many claims there are and how many of them are chosen.
func (p *Page) tell() {
	n, known := p.table.Total()
	words := ""
	if known {
		words = lang.XN("claims.count", "{{.Count}} claims", n, map[string]any{"Count": nav.Number(n)})
		if p.cut.Load() {
			words += " · " + lang.X("claims.cut", "the best of more; add a word to narrow them down")
		}
	}
	if marked := p.table.Marked(); marked > 0 {
		words += " · " + lang.XN("claims.chosen", "{{.Count}} chosen", marked, map[string]any{"Count": nav.Number(marked)})
	}
	p.count.SetText(words)
}
