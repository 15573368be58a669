// Package search is the screen of the one search field over statements,
// articles, speakers, claims and outcomes, with results while typing.
package search

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
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
	Search(ctx context.Context, typed string, limit, offset int) ([]desk.Result, error)
	SavedSearches(ctx context.Context) ([]desk.SavedSearch, error)
	SaveSearch(ctx context.Context, name, query string) (*claims.Search, error)
	LookAt(ctx context.Context, id claims.ID) error
	DropSearch(ctx context.Context, id claims.ID) error
}

// firstPage is how many hits come at once; the rest comes on demand.
const firstPage = 30

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	field   *kit.SearchField
	chips   *fyne.Container
	list    *kit.List[desk.Result]
	saved   *kit.List[desk.SavedSearch]
	more    *widget.Button
	empty   *fyne.Container
	content fyne.CanvasObject
	results []desk.Result
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, chips: container.New(kit.NewFlow()), empty: container.NewStack()}
	p.field = kit.NewSearchField(host.Jobs, "search", p.ask)
	p.field.PlaceHolder = lang.X("search.hint", "Words as you remember them, a name, speaker:, outlet:, after:, before:, kind:, class:, due:")
	p.field.OnSubmit = func(string) { p.openFirst() }
	p.list = kit.NewList(newResult, func(r desk.Result, line *result) { line.set(r) })
	p.list.OnOpen = p.open
	p.list.Label = lang.X("search.results", "Results")
	p.field.Next = func() fyne.Focusable { return p.list }
	p.saved = kit.NewList(kit.NewLine, func(s desk.SavedSearch, line *kit.Line) { line.Set(savedLine(s)) })
	p.saved.OnChoose = p.run
	p.saved.OnOpen = p.run
	p.more = widget.NewButton(lang.X("search.more", "More results"), func() { p.fetch(p.field.Text, len(p.results)) })
	p.more.Hide()
	p.content = p.layout()
	p.commands()
	return p
}

func (p *Page) layout() fyne.CanvasObject {
	save := widget.NewButtonWithIcon(lang.X("search.save", "Save search"), theme.DocumentSaveIcon(), p.save)
	top := container.NewVBox(container.NewBorder(nil, nil, nil, save, p.field), p.chips)
	side := container.NewBorder(kit.SectionTitle(lang.X("search.saved", "Saved searches")), nil, nil, nil, p.saved)
	results := container.NewBorder(nil, p.more, nil, nil, container.NewStack(p.list, p.empty))
	return kit.Page(lang.X("screen.search", "Search"), nil, container.NewBorder(top, nil, nil, nil, kit.NewHSplit("search", results, side, 0.78)))
}

func (p *Page) commands() {
	p.host.Commands.Add(
		&kit.Command{ID: "search.focus", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("search.go", "Search the archive"), Key: kit.CtrlShift(fyne.KeyF), Do: func() {
			p.host.Go(nav.Route{Screen: nav.Search})
		}},
		&kit.Command{ID: "search.drop", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("search.drop", "Delete the saved search"), Scope: string(nav.Search), Do: p.drop},
	)
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.field }

// Show implements nav.Page.
func (p *Page) Show(r nav.Route) {
	if r.Query != "" && r.Query != p.field.Text {
		p.field.SetText(r.Query)
	}
	p.ask(p.field.Text)
	p.loadSaved()
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	p.ask(p.field.Text)
	if e.Touches(claims.KindSearch) {
		p.loadSaved()
	}
}

func (p *Page) loadSaved() { nav.Fetch(p.host, "search/saved", p.desk.SavedSearches, p.saved.SetItems) }

func (p *Page) ask(typed string) { p.fetch(typed, 0) }

// fetch asks for hits from an offset on; a newer query supersedes an older.
func (p *Page) fetch(typed string, offset int) {
	p.showChips(typed)
	if strings.TrimSpace(typed) == "" {
		p.host.Jobs.Cancel("search")
		p.results = nil
		p.draw(false)
		return
	}
	nav.Fetch(p.host, "search", func(ctx context.Context) ([]desk.Result, error) { return p.desk.Search(ctx, typed, firstPage, offset) }, func(found []desk.Result) {
		p.results = append(p.results[:min(offset, len(p.results))], found...)
		p.draw(len(found) == firstPage)
		if offset == 0 {
			p.list.ScrollToTop()
		}
	})
}

func (p *Page) draw(more bool) {
	p.list.SetItems(p.results)
	p.more.Hidden = !more
	p.more.Refresh()
	p.empty.Objects = nil
	if len(p.results) == 0 {
		p.empty.Objects = []fyne.CanvasObject{p.nothing()}
	}
	p.empty.Refresh()
}

func (p *Page) nothing() fyne.CanvasObject {
	if strings.TrimSpace(p.field.Text) == "" {
		return kit.NewEmptyState(theme.SearchIcon(), lang.X("search.empty", "Find a half-remembered quotation"),
			lang.X("search.emptyHint", "Four words, one of them wrong, and a surname half-spelt are enough. Put words in quotation marks to find them as they stand, and a minus before what must not be there."), "", nil)
	}
	return kit.NewEmptyState(theme.SearchIcon(), lang.X("search.none", "Nothing found"),
		lang.X("search.noneHint", "Try fewer words, or take a filter away."), "", nil)
}

func (p *Page) openFirst() {
	if len(p.results) > 0 {
		p.open(p.results[0])
	}
}

// open shows a hit at its very place.
func (p *Page) open(r desk.Result) {
	switch rec := r.Record.(type) {
	case *claims.Statement:
		if rec.Article != "" {
			p.host.Go(nav.Route{Screen: nav.Article, ID: rec.Article, Statement: rec.ID})
		}
	case *claims.Article:
		p.host.Go(nav.Route{Screen: nav.Article, ID: rec.ID})
	case *claims.Claim:
		p.host.Go(nav.Route{Screen: nav.Claim, ID: rec.ID})
	case *claims.Speaker:
		p.host.Go(nav.Route{Screen: nav.Speakers, ID: rec.ID})
	case *claims.Outcome:
		if len(rec.Links) > 0 {
			p.host.Go(nav.Route{Screen: nav.Claim, ID: rec.Links[0].Claim})
		}
	}
}

// run opens a saved search and notes that it was looked at.
func (p *Page) run(s desk.SavedSearch) {
	if p.field.Text == s.Query && s.New == 0 {
		return
	}
	p.field.SetText(s.Query)
	p.ask(s.Query)
	if s.New > 0 {
		p.host.Do(func(ctx context.Context) error { return p.desk.LookAt(ctx, s.ID) }, nil)
	}
}

func savedLine(s desk.SavedSearch) kit.LineText {
	line := kit.LineText{Title: s.Name, Note: s.Query}
	if s.New > 0 {
		line.Badge, line.Tone = lang.XN("search.new", "{{.Count}} new", s.New, map[string]any{"Count": s.New}), look.Open
	}
	return line
}

func (p *Page) save() {
	query := strings.TrimSpace(p.field.Text)
	if query == "" {
		return
	}
	name := kit.NewInput()
	name.SetText(query)
	dialog.ShowForm(lang.X("search.save", "Save search"), lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"),
		[]*widget.FormItem{{Text: lang.X("search.name", "Name"), Widget: name}}, func(ok bool) {
			if ok && strings.TrimSpace(name.Text) != "" {
				p.host.Do(func(ctx context.Context) error {
					_, err := p.desk.SaveSearch(ctx, strings.TrimSpace(name.Text), query)
					return err
				}, func() { p.host.Did(lang.X("search.savedToast", "Search saved")) })
			}
		}, p.host.Window)
}

func (p *Page) drop() {
	if s, ok := p.saved.Chosen(); ok {
		p.host.Do(func(ctx context.Context) error { return p.desk.DropSearch(ctx, s.ID) }, func() {
			p.host.Did(lang.X("search.dropped", "Saved search deleted"))
		})
	}
}
