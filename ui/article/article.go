// Package article is the screen on which an article is read: its text with
// every statement marked by speaker, and beside it the card of the statement
// that is looked at.
package article

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/reader"
	"onrecord/ui/statement"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	statement.Desk
	Open(ctx context.Context, id claims.ID) (*desk.Reading, error)
	Versions(ctx context.Context, id claims.ID) ([]*claims.Article, error)
	Diff(ctx context.Context, older, newer claims.ID) ([]desk.Piece, error)
	Fates(ctx context.Context, older, newer claims.ID) ([]desk.Fate, error)
	EditArticle(ctx context.Context, a claims.Article) error
	Reextract(ctx context.Context, id claims.ID) (*desk.Reextraction, error)
	ApplyReextraction(ctx context.Context, all ...*desk.Reextraction) error
}

// Page is the screen.
type Page struct {
	host    *nav.Host
	desk    Desk
	reader  *reader.Reader
	find    *reader.FindBar
	card    *statement.Card
	title   *widget.Label
	source  *kit.CaptionText
	list    *kit.List[*claims.Statement]
	content fyne.CanvasObject

	route   nav.Route
	reading *desk.Reading
	colours map[claims.ID]int // of speakers, in the order of their first words
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, reader: reader.New(), title: widget.NewLabel(""), source: kit.Caption("")}
	p.reader.Adjustable = true
	p.title.SizeName = theme.SizeNameSubHeadingText
	p.title.TextStyle.Bold = true
	p.title.Truncation = fyne.TextTruncateEllipsis
	p.card = statement.NewCard(host, d)
	p.card.Instead = p.reader
	p.find = reader.NewFindBar(p.reader)
	p.find.Hide()
	p.list = kit.NewList(kit.NewLine, func(s *claims.Statement, line *kit.Line) { line.Set(p.line(s)) })
	p.list.OnChoose = func(s *claims.Statement) { p.choose(s.ID, true) }
	p.list.OnRune = host.Commands.Typed
	p.listen()
	p.commands()
	p.content = p.layout()
	return p
}

func (p *Page) layout() fyne.CanvasObject {
	tools := container.NewHBox(
		kit.NewButton("", theme.SearchIcon(), p.openFind),
		kit.NewButton(lang.X("article.details", "Details"), theme.InfoIcon(), p.editDetails),
		kit.NewButton(lang.X("article.versions", "Versions"), theme.HistoryIcon(), p.showVersions),
	)
	head := container.NewBorder(nil, nil, nil, container.NewCenter(tools), kit.Tight(container.NewVBox(p.title, p.source)))
	text := container.NewBorder(p.find, nil, nil, nil, p.reader)
	p.find.OnToggle = text.Refresh
	statements := container.NewBorder(kit.SectionTitle(lang.X("article.statements", "Statements")), nil, nil, nil, p.list)
	side := kit.NewVSplit("article.side", kit.Scrollable(p.card.Content()), statements, 0.62)
	return container.NewBorder(container.NewPadded(head), nil, nil, nil, kit.NewHSplit("article", text, side, 0.66))
}

func (p *Page) listen() {
	p.reader.OnTapped = func(id string) { p.choose(claims.ID(id), false) }
	p.reader.OnSelected = func(reader.Span) { p.host.Commands.Refresh() }
	p.reader.OnAdjusted = p.adjusted
	p.reader.OnFind = p.openFind
	p.reader.OnRune = p.host.Commands.Typed
	p.reader.OnMenu = p.menu
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.reader }

// Show implements nav.Page.
func (p *Page) Show(r nav.Route) {
	p.route = r
	p.load(true)
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindStatement) || e.Touches(claims.KindArticle) || e.Touches(claims.KindSpeaker) || e.Touches(claims.KindClaim) {
		p.load(false)
	}
}

// load reads the article; arrive says that the person has just come here.
func (p *Page) load(arrive bool) {
	id := p.route.ID
	kit.Fetch(p.host.Jobs, "article", func(ctx context.Context) (*desk.Reading, error) { return p.desk.Open(ctx, id) }, func(r *desk.Reading, err error) {
		if claims.CodeOf(err) == claims.CodeNotFound {
			p.host.Gone(nav.Route{Screen: nav.Article, ID: id}) // deleted, or its import was undone
			return
		}
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.reading = r
		p.draw(arrive)
	})
}

func (p *Page) draw(arrive bool) {
	a := p.reading.Article
	p.title.SetText(nav.TitleOf(a))
	p.host.Opened(nav.Route{Screen: nav.Article, ID: a.ID}, nav.TitleOf(a))
	p.source.SetText(sourceWords(a))
	if p.reader.Text() != p.reading.Text {
		p.reader.SetText(p.reading.Text, nav.Titled(p.reading))
	}
	p.colours = colours(p.reading)
	p.reader.SetMarks(p.marks())
	p.list.SetItems(p.reading.Statements)
	switch {
	case !arrive:
		p.card.Show(p.reading, p.find1(p.card.ID()))
	case p.route.Statement != "":
		p.choose(p.route.Statement, true)
	case !p.route.Span.Empty():
		p.arriveAt(p.route.Span)
	default:
		p.lookAgain()
	}
	p.host.Commands.Refresh()
}

// lookAgain shows the statement that was looked at when this article was left, and
// none where another one was open since.
func (p *Page) lookAgain() {
	if id := p.card.ID(); p.find1(id) != nil {
		p.choose(id, false)
		return
	}
	p.chooseNone()
}

func (p *Page) chooseNone() {
	p.reader.SetActive("")
	p.list.ChooseNone()
	p.card.Show(p.reading, nil)
}

// arriveAt shows found words, with the statement on the card that they are part
// of.
func (p *Page) arriveAt(at claims.Span) {
	p.chooseNone()
	for _, s := range p.reading.Statements {
		if slices.ContainsFunc(s.Content, func(c claims.Span) bool { return c.Start <= at.Start && at.End <= c.End }) {
			p.choose(s.ID, false)
			break
		}
	}
	p.reader.ScrollTo(reader.Span(at))
	p.reader.Select(reader.Span(at))
}

func sourceWords(a *claims.Article) string {
	out := a.Outlet
	for _, part := range []string{a.Byline, nav.Date(a.Published), a.URL} {
		if part != "" && out != "" {
			out += " · "
		}
		out += part
	}
	return out
}

func (p *Page) find1(id claims.ID) *claims.Statement {
	for _, s := range p.reading.Statements {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// choose makes a statement the one that is looked at, in text, list and card.
func (p *Page) choose(id claims.ID, scroll bool) {
	s := p.find1(id)
	if s == nil {
		return
	}
	p.reader.SetActive(string(id))
	if scroll && len(s.Content) > 0 {
		p.reader.ScrollTo(reader.Span(claims.Cover(s.Content)))
	}
	if have, ok := p.list.Chosen(); !ok || have.ID != id {
		p.list.ChooseFirst(func(o *claims.Statement) bool { return o.ID == id })
	}
	p.card.Show(p.reading, s)
	p.host.Commands.Refresh()
}
