package library

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// statementList is the other view of the library: the statements of all
// articles in one list, newest first, or those of one state of review.
type statementList struct {
	host    *nav.Host
	desk    Desk
	table   *kit.Table[said]
	reviews *kit.Select
	names   *nav.Names
}

// said is a statement with the name of its speaker.
type said struct {
	*claims.Statement
	speaker string
}

func newStatementList(host *nav.Host, d Desk) *statementList {
	l := &statementList{host: host, desk: d}
	l.table = kit.NewTable(host.Jobs, "library/statements", saidColumns(), func(r said) string { return string(r.ID) })
	l.table.Label = lang.X("library.statements", "Statements")
	l.table.OnOpen = l.open
	l.table.OnError = host.Fail
	l.table.OnRune = host.Commands.Typed
	l.table.Empty = kit.NewEmptyState(look.Icon(look.IconQuote), lang.X("library.noStatements", "No statements here"),
		lang.X("library.noStatementsHint", "The statements of every article stand here in one list, newest first. Onrecord finds them when an article comes in."), "", nil)
	words := []string{lang.X("library.allStatements", "All statements")}
	for _, r := range claims.Reviews {
		words = append(words, statement.ReviewWords(r))
	}
	l.reviews = kit.NewSelect(words, func(string) { l.show() })
	l.reviews.Selected = words[0]
	return l
}

func saidColumns() []kit.Column[said] {
	return []kit.Column[said]{
		{ID: "date", Title: lang.X("statement.saidOn", "Said on"), Width: 110, Least: 95, Sortable: true, Cell: func(r said) kit.Cell { return kit.Text(nav.Date(r.SaidOn)) }},
		{ID: "words", Title: lang.X("record.statement", "Statement"), Width: 420, Least: 220, Grow: true, Cell: func(r said) kit.Cell {
			if r.Kind == claims.Indirect {
				return kit.Text(r.Text)
			}
			return kit.Text(nav.Quoted(r.Text))
		}},
		{ID: "speaker", Title: lang.X("record.speaker", "Speaker"), Width: 180, Least: 110, Rank: 1, Cell: func(r said) kit.Cell { return kit.Text(r.speaker) }},
		{ID: "review", Title: lang.X("screen.review", "Review"), Width: 120, Least: 90, Rank: 2, Cell: func(r said) kit.Cell {
			return kit.Cell{Text: statement.ReviewWords(r.Review), Badge: true, Tone: statement.ReviewTone(r.Review)}
		}},
	}
}

var saidOrders = map[string]desk.Index{"date": desk.ByDate}

func (l *statementList) show() {
	q := desk.Query{Kind: claims.KindStatement, Index: desk.ByDate, Reverse: true}
	if i := slices.Index(l.reviews.Options, l.reviews.Selected); i > 0 {
		q.Index, q.Value, q.Reverse = desk.ByReview, string(claims.Reviews[i-1]), false
	}
	l.names = nav.NewNames(l.desk)
	l.table.SetSource(nav.Rows(l.desk, q, saidOrders, l.row))
}

func (l *statementList) row(ctx context.Context, r claims.Record) (said, error) {
	s := r.(*claims.Statement)
	if s.Speaker == "" {
		return said{Statement: s, speaker: statement.Undecided(s.Mention)}, nil
	}
	name, err := l.names.Of(ctx, s.Speaker)
	return said{Statement: s, speaker: name}, err
}

// open shows a statement in its article, or with its speaker where it was noted
// without one.
func (l *statementList) open(r said) {
	if r.Article != "" {
		l.host.Go(nav.Route{Screen: nav.Article, ID: r.Article, Statement: r.ID})
	} else if r.Speaker != "" {
		l.host.Go(nav.Route{Screen: nav.Speakers, ID: r.Speaker})
	}
}

// viewStatements is the query of the route that shows the statements.
const viewStatements = "statements"

// switches are the chips that choose between the two views.
type switches struct {
	articles, statements *kit.Chip
	row                  *fyne.Container
}

func newSwitches(host *nav.Host) *switches {
	s := &switches{}
	s.articles = kit.NewFilterChip(lang.X("library.articles", "Articles"), true, func(bool) { host.Go(nav.Route{Screen: nav.Library}) })
	s.statements = kit.NewFilterChip(lang.X("library.statements", "Statements"), false, func(bool) { host.Go(nav.Route{Screen: nav.Library, Query: viewStatements}) })
	s.row = container.NewHBox(container.NewCenter(s.articles), container.NewCenter(s.statements))
	return s
}

func (s *switches) set(statements bool) {
	s.articles.On, s.statements.On = !statements, statements
	s.articles.Refresh()
	s.statements.Refresh()
}
