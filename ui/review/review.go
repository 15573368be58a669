// Package review is the screen on which the statements that wait are worked
// off, one at a time in their context, with single keys.
package review

import (
	"context"
	"fmt"
	"slices"

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
	"onrecord/ui/reader"
	"onrecord/ui/statement"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	statement.Desk
	nav.SpeakerReader
	Open(ctx context.Context, id claims.ID) (*desk.Reading, error)
	ReviewQueue(ctx context.Context, limit int) (desk.Queue, error)
	WaitingStatements(ctx context.Context, w desk.Waiting) ([]*claims.Statement, error)
	RuleRates(ctx context.Context) ([]desk.RuleRate, error)
}

// ahead is how many statements of the queue are held, so that the next one is
// there at once.
const ahead = 20

// Page is the screen.
type Page struct {
	host     *nav.Host
	desk     Desk
	reader   *reader.Reader
	card     *statement.Card
	where    *widget.Label
	progress *kit.Meter
	counts   *widget.Label
	work     *fyne.Container
	empty    fyne.CanvasObject // before anything was ever decided
	done     fyne.CanvasObject // once all was
	content  *fyne.Container

	queue   desk.Queue
	at      int
	loaded  claims.ID // the article in the reader
	reading *desk.Reading
	decided claims.ID // still on the card, until the next one is there
	changed []claims.Key
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, reader: reader.New(), where: widget.NewLabel(""), progress: kit.NewMeter(), counts: widget.NewLabel("")}
	p.where.Truncation = fyne.TextTruncateEllipsis
	p.where.TextStyle.Bold = true
	p.counts.SizeName = theme.SizeNameCaptionText
	p.card = statement.NewCard(host, d)
	p.card.Instead = p.reader
	p.reader.OnRune = host.Commands.Typed
	p.reader.OnTapped = func(id string) { p.look(claims.ID(id)) }
	p.work = p.layout()
	p.empty = kit.NewEmptyState(look.Icon(look.IconReview), lang.X("review.empty", "Nothing to review"),
		lang.X("review.emptyHint", "Statements of new articles wait here, the least certain first. Work them off with single keys: A accepts, R rejects, E corrects, S sets the speaker, C makes a claim, U takes it back."), lang.X("claims.emptyGo", "Go to the library"), func() { host.Go(nav.Route{Screen: nav.Library}) })
	p.done = kit.NewEmptyState(look.Icon(look.IconReview), lang.X("review.done", "All reviewed"),
		lang.X("review.doneHint", "No statement waits. Those of new articles come here by themselves."),
		lang.X("review.due", "See what is due"), func() { host.Go(nav.Route{Screen: nav.Due}) })
	rates := kit.NewButton(lang.X("review.rates", "How the rules fare"), theme.InfoIcon(), p.showRates)
	p.content = kit.Page(lang.X("screen.review", "Review"), rates, container.NewStack(p.work, p.empty, p.done))
	p.commands()
	return p
}

func (p *Page) layout() *fyne.Container {
	keys := kit.Caption(lang.X("review.keys", "A accept · R reject · E edit · S speaker · C claim · J later · K back · O open · U undo"))
	head := container.NewVBox(p.progress, container.NewBorder(nil, nil, nil, p.counts, p.where))
	side := kit.Scrollable(p.card.Content())
	return kit.Footed(container.NewBorder(head, nil, nil, nil, kit.NewHSplit("review", p.reader, side, 0.6)), keys)
}

func (p *Page) commands() {
	menu, scope := lang.X("menu.statement", "Statement"), string(nav.Review)
	one := func() bool { return p.card.ID() != "" }
	p.host.Commands.Add(
		&kit.Command{ID: "review.accept", Menu: menu, Title: lang.X("statement.accept", "Accept"), Letter: 'a', Scope: scope, Enabled: one, Do: func() { p.decide(p.card.Accept) }},
		&kit.Command{ID: "review.reject", Menu: menu, Title: lang.X("statement.reject", "Reject"), Letter: 'r', Scope: scope, Enabled: one, Do: func() { p.decide(p.card.Reject) }},
		&kit.Command{ID: "review.edit", Menu: menu, Title: lang.X("statement.edit", "Edit…"), Letter: 'e', Scope: scope, Enabled: one, Do: p.card.Edit},
		&kit.Command{ID: "review.speaker", Menu: menu, Title: lang.X("statement.speaker", "Set speaker…"), Letter: 's', Scope: scope, Enabled: one, Do: p.card.SetSpeaker},
		&kit.Command{ID: "review.claim", Menu: menu, Title: lang.X("statement.claim", "Make a claim…"), Letter: 'c', Scope: scope, Enabled: one, Do: p.card.MakeClaim},
		&kit.Command{ID: "review.undo", Menu: menu, Title: lang.X("cmd.undo", "Undo"), Letter: 'u', Scope: scope, Do: func() { p.host.Undo() }},
		&kit.Command{ID: "review.next", Menu: menu, Title: lang.X("review.next", "Leave it for later"), Letter: 'j', Scope: scope, Enabled: one, Do: func() { p.step(1) }},
		&kit.Command{ID: "review.previous", Menu: menu, Title: lang.X("review.previous", "Back to the one before"), Letter: 'k', Scope: scope, Enabled: one, Do: func() { p.step(-1) }},
		&kit.Command{ID: "review.open", Menu: menu, Title: lang.X("review.open", "Open the article"), Letter: 'o', Scope: scope, Enabled: one, Do: p.openArticle},
		&kit.Command{ID: "review.rates", Menu: menu, Title: lang.X("review.rates", "How the rules fare"), Icon: theme.InfoIcon(), Scope: scope, Do: p.showRates},
		&kit.Command{ID: "review.all", Menu: menu, Title: lang.X("review.all", "Accept the certain ones…"), Scope: scope, Do: p.acceptCertain},
	)
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.reader }

// Show implements nav.Page.
func (p *Page) Show(nav.Route) { p.load() }

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindStatement) {
		p.changed = e.Keys
		p.load()
	}
}

// load reads the head of the queue and keeps the place in it.
func (p *Page) load() {
	limit := p.at + ahead
	nav.Fetch(p.host, "review", func(ctx context.Context) (desk.Queue, error) { return p.desk.ReviewQueue(ctx, limit) }, func(q desk.Queue) {
		back := p.cameBack(q)
		p.queue = q
		p.at = min(p.at, max(len(q.Next)-1, 0))
		if back >= 0 {
			p.at = back
		}
		p.draw()
	})
}

// cameBack is the place of a statement whose decision was taken back, so that
// undo shows what it undid; -1 where there is none.
func (p *Page) cameBack(q desk.Queue) int {
	waited := func(id claims.ID) bool {
		return slices.ContainsFunc(p.queue.Next, func(s *claims.Statement) bool { return s.ID == id })
	}
	keys := p.changed
	p.changed = nil
	if len(keys) > few {
		return -1
	}
	return slices.IndexFunc(q.Next, func(s *claims.Statement) bool {
		return slices.Contains(keys, s.Key()) && !waited(s.ID)
	})
}

// few is how many records a decision on one statement touches at most.
const few = 3

func (p *Page) draw() {
	waiting := len(p.queue.Next) > 0
	setVisible(p.work, waiting)
	done := p.queue.Decided()
	setVisible(p.empty, !waiting && done == 0)
	setVisible(p.done, !waiting && done > 0)
	p.progress.Set(done, done+p.queue.Waiting)
	p.counts.SetText(countWords(p.queue))
	if waiting {
		p.look(p.queue.Next[p.at].ID)
	} else {
		p.card.Show(nil, nil)
	}
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

func waitingWords(q desk.Queue) string {
	return lang.XN("review.waitingCount", "{{.Count}} to go", q.Waiting, map[string]any{"Count": q.Waiting})
}

func countWords(q desk.Queue) string {
	out := waitingWords(q)
	if n := q.Decided(); n > 0 {
		out += fmt.Sprintf(lang.X("review.rate", " · %d of %d decided were right (%.0f %%)"), q.Accepted, n, 100*float64(q.Accepted)/float64(n))
	}
	return out
}

// look shows a statement in its article.
func (p *Page) look(id claims.ID) {
	var s *claims.Statement
	for _, next := range p.queue.Next {
		if next.ID == id {
			s = next
		}
	}
	if s == nil {
		return
	}
	if s.Article == "" {
		p.lookAtNote(s)
		return
	}
	article := s.Article
	nav.Fetch(p.host, "review/article", func(ctx context.Context) (*desk.Reading, error) { return p.desk.Open(ctx, article) }, func(r *desk.Reading) {
		p.reading = r
		p.where.SetText(nav.Join(nav.TitleOf(r.Article), r.Article.Outlet, nav.Date(r.Article.Published)))
		if p.loaded != article || p.reader.Text() != r.Text {
			p.loaded = article
			p.reader.SetText(r.Text, nav.Titled(r))
		}
		p.reader.SetMarks(marksOf(r, id))
		p.reader.SetActive(string(id))
		p.reader.ScrollTo(reader.Span(claims.Cover(s.Content)))
		if p.card.ID() != id {
			p.decided = ""
		}
		p.card.Show(r, s)
		p.host.Opened(nav.Route{Screen: nav.Review}, lang.X("screen.review", "Review")+" – "+waitingWords(p.queue))
		p.host.Commands.Refresh()
	})
}

// lookAtNote shows a statement that was noted without an article.
func (p *Page) lookAtNote(s *claims.Statement) {
	nav.Fetch(p.host, "review/article", func(ctx context.Context) (*desk.Reading, error) {
		r := &desk.Reading{Article: &claims.Article{}, Text: s.Text, Statements: []*claims.Statement{s}, Speakers: map[claims.ID]*claims.Speaker{}}
		if s.Speaker == "" {
			return r, nil
		}
		who, err := p.desk.Speaker(ctx, s.Speaker)
		r.Speakers[s.Speaker] = who
		return r, err
	}, func(r *desk.Reading) {
		p.reading, p.loaded, p.decided = nil, "", ""
		p.where.SetText(nav.Date(s.SaidOn))
		p.reader.SetText(s.Text, false)
		p.reader.SetMarks(nil)
		p.card.Show(r, s)
		p.host.Commands.Refresh()
	})
}

// decide accepts or rejects the statement on the card, once: a quick second
// key must not fall on it while the next one is on its way.
func (p *Page) decide(how func()) {
	if id := p.card.ID(); id != p.decided {
		p.decided = id
		how()
	}
}

// marksOf draws the statement in question, and its cue and source as a line.
func marksOf(r *desk.Reading, id claims.ID) []reader.Mark {
	var out []reader.Mark
	for _, s := range r.Statements {
		if s.ID != id {
			continue
		}
		for _, span := range s.Content {
			out = append(out, reader.Mark{Span: reader.Span(span), ID: string(id), Paint: reader.Speaker(0)})
		}
		for _, span := range append(append([]claims.Span(nil), s.Cue...), s.Source...) {
			out = append(out, reader.Mark{Span: reader.Span(span), ID: string(id), Paint: reader.Speaker(0), Style: reader.Underline})
		}
	}
	return out
}

func (p *Page) step(by int) {
	if to := p.at + by; to >= 0 && to < len(p.queue.Next) {
		p.at = to
		p.look(p.queue.Next[to].ID)
		if to == len(p.queue.Next)-1 && p.queue.Waiting > len(p.queue.Next) {
			p.load()
		}
	}
}

func (p *Page) openArticle() {
	if p.reading != nil {
		p.host.Go(nav.Route{Screen: nav.Article, ID: p.reading.Article.ID, Statement: p.card.ID()})
	}
}
