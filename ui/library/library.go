// Package library is the screen that lists the articles: the first place a
// person sees, and the one that says how to begin.
package library

import (
	"context"

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
	nav.Lister
	nav.SpeakerReader
	Facets(ctx context.Context, kind claims.Kind, index desk.Index) (map[string]int, error)
	TrashArticles(ctx context.Context, ids ...claims.ID) error
}

// Actions are what the window does for the screen.
type Actions struct {
	Paste, Folder, Sample func()
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	table   *kit.Table[row]
	outlets *kit.Select
	said    *statementList
	views   *switches
	shows   bool // the statements, not the articles
	content fyne.CanvasObject
}

type row struct {
	*claims.Article
	statements int
}

// choiceWidth is room for most names of outlets, in letters.
const choiceWidth = 28

// New makes the screen.
func New(host *nav.Host, d Desk, do Actions) *Page {
	p := &Page{host: host, desk: d}
	p.table = kit.NewTable(host.Jobs, "library", columns(), func(r row) string { return string(r.ID) })
	p.table.Label = lang.X("screen.library", "Library")
	p.table.OnOpen = func(r row) { host.Go(nav.Route{Screen: nav.Article, ID: r.ID}) }
	p.table.OnError = host.Fail
	p.table.OnKey = p.key
	p.table.OnMenu = func(_ row, at fyne.Position) {
		kit.ShowMenu(host.Window.Canvas(), at, host.Commands, nav.OpenCommand(p.table), nil, host.Commands.Find("library.delete"))
	}
	p.table.OnRune, p.table.Letters = host.Commands.Typed, "title"
	p.table.Empty = empty(do)
	p.outlets = kit.NewSelect(nil, func(string) { p.show() })
	p.outlets.PlaceHolder = lang.X("library.allOutlets", "All outlets")
	add := kit.NewButton(lang.X("library.paste", "Paste article"), theme.ContentPasteIcon(), do.Paste)
	add.Importance = widget.HighImportance
	folder := kit.NewButton(lang.X("library.folder", "Import folder"), theme.FolderOpenIcon(), do.Folder)
	p.said, p.views = newStatementList(host, d), newSwitches(host)
	p.said.table.Hide()
	p.said.reviews.Hide()
	choice := kit.NewWide(choiceWidth, container.NewStack(p.outlets, p.said.reviews)) // the same for both, so that nothing moves
	p.content = kit.Page(lang.X("screen.library", "Library"), container.New(kit.NewFlow(), p.views.row, choice, folder, add), container.NewStack(p.table, p.said.table))
	p.commands()
	return p
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{ID: "date", Title: lang.X("article.published", "Published"), Width: 110, Sortable: true, Cell: func(r row) kit.Cell { return kit.Text(nav.Date(r.Published)) }},
		{ID: "title", Title: lang.X("article.title", "Title"), Width: 420, Least: 260, Grow: true, Sortable: true, Cell: func(r row) kit.Cell {
			return kit.Text(nav.TitleOf(r.Article))
		}},
		{ID: "outlet", Title: lang.X("article.outlet", "Outlet"), Width: 170, Least: 90, Rank: 1, Sortable: true, Cell: func(r row) kit.Cell { return kit.Cell{Text: r.Outlet, Dim: true} }},
		{ID: "statements", Title: lang.X("library.statements", "Statements"), Width: 100, Align: fyne.TextAlignTrailing, Cell: func(r row) kit.Cell { return kit.Text(nav.Number(r.statements)) }},
	}
}

var orders = map[string]desk.Index{"date": desk.ByDate, "title": desk.ByTitle, "outlet": desk.ByOutlet}

func empty(do Actions) fyne.CanvasObject {
	sample := kit.NewButton(lang.X("library.emptySample", "Add the sample archive"), nil, do.Sample)
	hint := kit.Caption(lang.X("library.emptySampleHint", "Invented people, real work: it shows the whole way in two minutes and goes again with one command.")).Centered()
	return kit.NewEmptyState(look.Icon(look.IconLibrary), lang.X("library.empty", "No articles yet"),
		lang.X("library.emptyHint", "Paste an article, or drop files and folders anywhere on this window. Onrecord splits out who said what and keeps every quotation pinned to its place."),
		lang.X("library.emptyPaste", "Paste an article"), do.Paste, container.NewCenter(sample), hint)
}

func (p *Page) commands() {
	p.host.Commands.Add(&kit.Command{
		ID: "library.delete", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("library.delete", "Delete articles"), Icon: look.Icon(look.IconTrash),
		Key: kit.CtrlShift(fyne.KeyD), Scope: string(nav.Library), Do: p.delete,
		Enabled: func() bool { return !p.shows },
	}, &kit.Command{
		ID: "library.statements", Menu: lang.X("menu.go", "Go"), Title: lang.X("library.go", "All statements"), Icon: look.Icon(look.IconQuote),
		Do: func() { p.host.Go(nav.Route{Screen: nav.Library, Query: viewStatements}) },
	})
}

func (p *Page) delete() {
	var ids []claims.ID
	for _, key := range p.table.Chosen() {
		ids = append(ids, claims.ID(key))
	}
	if len(ids) == 0 {
		return
	}
	p.host.Do(func(ctx context.Context) error { return p.desk.TrashArticles(ctx, ids...) }, func() {
		p.host.Did(lang.XN("library.deleted", "{{.Count}} articles deleted", len(ids), map[string]any{"Count": nav.Number(len(ids))}))
	})
}

func (p *Page) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDelete {
		return false
	}
	p.delete()
	return true
}

func (p *Page) show() {
	q := desk.Query{Kind: claims.KindArticle, Index: desk.ByDate, Reverse: true}
	if o := p.outlets.Selected; o != "" && o != p.outlets.PlaceHolder {
		q.Index, q.Value = desk.ByOutlet, o
	}
	p.table.SetSource(nav.Rows(p.desk, q, orders, p.row))
}

func (p *Page) row(ctx context.Context, r claims.Record) (row, error) {
	a := r.(*claims.Article)
	n, err := p.desk.Count(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.ByArticle, Value: string(a.ID)})
	return row{Article: a, statements: n}, err
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements nav.Page. The query says which of the two views.
func (p *Page) Show(r nav.Route) {
	p.shows = r.Query == viewStatements
	p.views.set(p.shows)
	p.table.Hidden, p.outlets.Hidden = p.shows, p.shows
	p.said.table.Hidden, p.said.reviews.Hidden = !p.shows, !p.shows
	p.content.Refresh()
	if p.shows {
		p.said.show()
		return
	}
	p.show()
	nav.Fetch(p.host, "library/outlets", func(ctx context.Context) (map[string]int, error) {
		return p.desk.Facets(ctx, claims.KindArticle, desk.ByOutlet)
	}, func(counts map[string]int) { p.outlets.SetOptions(outletNames(counts, p.outlets.PlaceHolder)) })
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if p.shows && (e.Touches(claims.KindStatement) || e.Touches(claims.KindSpeaker)) {
		p.said.show()
	} else if e.Touches(claims.KindArticle) || e.Touches(claims.KindStatement) {
		p.table.Reload()
	}
}

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable {
	if p.shows {
		return p.said.table
	}
	return p.table
}
