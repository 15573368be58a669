// Package search is the screen of the one search field over statements,
// articles, speakers, claims and outcomes, with results while typing.
package search

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	Search(ctx context.Context, typed string, limit, offset int) ([]desk.Result, error)
	SavedSearches(ctx context.Context) ([]desk.SavedSearch, error)
	SaveSearch(ctx context.Context, name, query string) (*claims.Search, error)
	LookAt(ctx context.Context, id claims.ID) error
	RenameSearch(ctx context.Context, id claims.ID, name string) error
	DropSearch(ctx context.Context, id claims.ID) error
	Scales(ctx context.Context) ([]*claims.Scale, error)
	Text(ctx context.Context, a *claims.Article) (string, error)
}

// pageOf is how many hits come at once when the end of the list is reached.
const pageOf = 30

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	field   *kit.SearchField
	chips   *fyne.Container // the filters in use, and those to be added
	count   *widget.Label
	list    *kit.List[desk.Result]
	saved   *kit.List[desk.SavedSearch]
	change  *fyne.Container // what can be done with the chosen saved search
	noSaved *kit.CaptionText
	empty   *fyne.Container
	content fyne.CanvasObject
	results []desk.Result

	answered string         // what the results are the answer to
	more     bool           // there are more hits than are shown
	opening  bool           // Enter was pressed before the answer had come
	filters  string         // what the chips say
	verdicts []claims.Value // that can be filtered by
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, chips: container.New(kit.NewFlow()), empty: container.NewStack(), count: widget.NewLabel("")}
	p.field = kit.NewSearchField(p.ask)
	p.field.PlaceHolder = lang.X("search.hint", "Words as you remember them, or a name")
	p.field.OnSubmit = func(string) { p.openFirst() }
	p.list = kit.NewList(newResult, func(r desk.Result, line *result) { line.set(r) })
	p.list.OnOpen = p.open
	p.list.OnEnd = p.fetchMore
	p.list.Label = lang.X("search.results", "Results")
	p.field.Next = p.list.First
	p.saved = kit.NewList(kit.NewLine, func(s desk.SavedSearch, line *kit.Line) { line.Set(savedLine(s)) })
	p.saved.Label = lang.X("search.saved", "Saved searches")
	p.saved.OnChoose = p.run
	p.saved.OnOpen = p.run
	p.list.OnRune = host.Commands.Typed
	p.noSaved = kit.Caption(lang.X("search.noSaved", "A search that you save stands here with the number of hits that are new."))
	p.content = p.layout()
	p.commands()
	return p
}

func (p *Page) layout() fyne.CanvasObject {
	save := kit.NewButton(lang.X("search.save", "Save search"), theme.DocumentSaveIcon(), p.save)
	top := container.NewVBox(container.NewBorder(nil, nil, nil, save, p.field), p.chips)
	p.change = container.New(kit.NewFlow(), kit.NewAction(lang.X("search.rename", "Rename…"), p.renameChosen), kit.NewAction(lang.X("search.drop", "Delete the saved search"), p.dropChosen))
	p.change.Hide()
	title := kit.SectionTitle(lang.X("search.saved", "Saved searches"))
	side := container.NewBorder(kit.WholeWords(title), p.change, nil, nil, container.NewStack(p.saved, p.noSaved))
	results := container.NewStack(p.list, p.empty)
	return kit.Page(lang.X("screen.search", "Search"), p.count, container.NewBorder(top, nil, nil, nil, kit.NewHSplit("search", results, side, 0.75)))
}

func (p *Page) commands() {
	p.host.Commands.Add(
		&kit.Command{ID: "search.focus", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("search.go", "Search the archive"), Key: kit.CtrlShift(fyne.KeyF), Do: func() {
			p.host.Go(nav.Route{Screen: nav.Search})
		}},
		&kit.Command{ID: "search.save", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("search.save", "Save search"), Icon: theme.DocumentSaveIcon(), Scope: string(nav.Search), Key: kit.Ctrl(fyne.KeyS), Enabled: func() bool { return strings.TrimSpace(p.field.Text) != "" }, Do: p.save},
		&kit.Command{ID: "search.rename", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("search.renameSaved", "Rename the saved search…"), Scope: string(nav.Search), Enabled: p.hasChosen, Do: p.renameChosen},
		&kit.Command{ID: "search.drop", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("search.drop", "Delete the saved search"), Scope: string(nav.Search), Enabled: p.hasChosen, Do: p.dropChosen},
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
	} else {
		p.ask(p.field.Text)
	}
	p.loadSaved()
	nav.Fetch(p.host, "search/scales", p.desk.Scales, p.setScales)
}

// setScales notes the verdicts that can be given, each once.
func (p *Page) setScales(scales []*claims.Scale) {
	p.verdicts = nil
	seen := map[string]bool{}
	for _, s := range scales {
		for _, v := range s.Values[1:] {
			if !seen[v.ID] {
				seen[v.ID] = true
				p.verdicts = append(p.verdicts, v)
			}
		}
	}
}

// Changed implements nav.Page.
func (p *Page) Changed(desk.Event) {
	p.ask(p.field.Text)
	p.loadSaved() // whatever was stored may be new to one of them
}

// ask asks for the first hits; a newer query supersedes an older.
func (p *Page) ask(typed string) {
	p.showChips(typed)
	p.opening = false
	if strings.TrimSpace(typed) == "" {
		p.host.Jobs.Cancel("search")
		p.more = false
		p.answer(typed, nil, 0)
		return
	}
	p.fetch(typed, 0)
}

// fetchMore asks for the hits that follow those shown.
func (p *Page) fetchMore() {
	if p.more && p.answered == p.field.Text {
		p.more = false // until the answer has come
		p.fetch(p.answered, len(p.results))
	}
}

func (p *Page) fetch(typed string, offset int) {
	read, limit := nav.Fetch[[]desk.Result], pageOf
	if offset == 0 { // what follows is asked for by the list while it draws itself
		read, limit = nav.FetchWhileTyping, p.inView()
		if typed == p.answered { // the archive has changed: nothing that was scrolled to goes
			limit = max(limit, len(p.results))
		}
	}
	// One hit more than is shown tells whether there are others.
	read(p.host, "search", func(ctx context.Context) ([]desk.Result, error) { return p.desk.Search(ctx, typed, limit+1, offset) }, func(found []desk.Result) {
		p.more = len(found) > limit
		p.answer(typed, found[:min(limit, len(found))], offset)
	})
}

// inView is how many hits the list draws, and one that keeps its end out of sight. Marking the letters of a page
// of hits takes longer than finding it, and who types sees only these.
func (p *Page) inView() int {
	const cut, ahead, beyond = 1, 1, 1 // a row that is half seen, one that the list keeps ready, one behind it
	row := newResult().MinSize().Height + theme.Padding()
	return min(int(p.list.Size().Height/row)+cut+ahead+beyond, pageOf)
}

// answer shows hits from an offset on.
func (p *Page) answer(typed string, found []desk.Result, offset int) {
	p.results = append(p.results[:min(offset, len(p.results))], found...)
	again := typed == p.answered // the archive has changed, and the place in the list is kept
	p.answered = typed
	p.draw()
	if offset == 0 && !again {
		p.list.ScrollToTop()
	}
	if p.opening {
		p.openFirst()
	}
}

func (p *Page) draw() {
	p.list.SetItems(p.results)
	p.tell()
	if none := len(p.results) == 0; none || len(p.empty.Objects) > 0 {
		p.empty.Objects = nil
		if none {
			p.empty.Objects = []fyne.CanvasObject{p.nothing()}
		}
		p.empty.Refresh()
	}
}

// tell says how many hits there are.
func (p *Page) tell() {
	n := len(p.results)
	words := ""
	switch {
	case p.more:
		words = fmt.Sprintf(lang.X("search.moreThan", "More than %s hits"), nav.Number(roundDown(n)))
	case n > 0:
		words = lang.XN("search.count", "{{.Count}} hits", n, map[string]any{"Count": nav.Number(n)})
	}
	if words != p.count.Text {
		p.count.SetText(words)
	}
}

// roundDown makes tens of the number of hits that happen to be there.
func roundDown(n int) int {
	const ten = 10
	if n < ten {
		return n
	}
	return n / ten * ten
}

func (p *Page) nothing() fyne.CanvasObject {
	if strings.TrimSpace(p.field.Text) == "" {
		return kit.NewEmptyState(theme.SearchIcon(), lang.X("search.empty", "Find a half-remembered quotation"),
			lang.X("search.emptyHint", "Four words, one of them wrong, and a surname half-spelt are enough. Put words in quotation marks to find them as they stand, and a minus before what must not be there."), "", nil)
	}
	return kit.NewEmptyState(theme.SearchIcon(), lang.X("search.none", "Nothing found"),
		lang.X("search.noneHint", "Try fewer words, or take a filter away."), "", nil)
}

// openFirst opens the best hit, as soon as what was typed has its answer.
func (p *Page) openFirst() {
	p.opening = p.answered != p.field.Text
	if !p.opening && len(p.results) > 0 {
		p.open(p.results[0])
	}
}

// open shows a hit at its very place.
func (p *Page) open(r desk.Result) {
	switch rec := r.Record.(type) {
	case *claims.Statement:
		switch {
		case rec.Article != "":
			p.host.Go(nav.Route{Screen: nav.Article, ID: rec.Article, Statement: rec.ID})
		case rec.Speaker != "": // noted without an article
			p.host.Go(nav.Route{Screen: nav.Speakers, ID: rec.Speaker})
		}
	case *claims.Article:
		p.openArticle(rec)
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

// openArticle shows an article where it has the words of the query, or its
// beginning where only its particulars have them.
func (p *Page) openArticle(a *claims.Article) {
	q := match.ParseQuery(p.field.Text)
	nav.Fetch(p.host, "search/place", func(ctx context.Context) (nav.Route, error) {
		to := nav.Route{Screen: nav.Article, ID: a.ID}
		text, err := p.desk.Text(ctx, a)
		if at := match.Highlight(q, text); err == nil && len(at) > 0 {
			to.Span = at[0]
		}
		return to, err
	}, p.host.Go)
}
