package claimlist

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

type row struct {
	*claims.Claim
	speaker string
	value   claims.Value
	overdue bool
	changed bool
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{ID: "text", Title: lang.X("record.claim", "Claim"), Width: 380, Grow: true, Sortable: true, Cell: func(r row) kit.Cell { return nav.ClaimCell(r.Claim, r.changed) }},
		{ID: "speaker", Title: lang.X("record.speaker", "Speaker"), Width: 150, Least: 100, Rank: 1, Sortable: true, Cell: func(r row) kit.Cell { return kit.Text(r.speaker) }},
		{ID: "class", Title: lang.X("statement.class", "Class"), Width: 100, Least: 80, Rank: 3, Sortable: true, Cell: func(r row) kit.Cell { return kit.Cell{Text: nav.Class(r.Class), Dim: true} }},
		{ID: "made", Title: lang.X("claim.madeOn", "Made on"), Width: 110, Least: 95, Rank: 2, Sortable: true, Cell: func(r row) kit.Cell { return kit.Text(nav.Date(r.MadeOn)) }},
		{ID: "due", Title: lang.X("statement.due", "Due"), Width: 110, Least: 95, Sortable: true, Cell: dueCell},
		{ID: "verdict", Title: lang.X("record.verdict", "Verdict"), Width: 165, Least: 158, Sortable: true, Cell: func(r row) kit.Cell { return kit.Badge(nav.ScaleWord(r.value.Label), nav.Tone(r.value)) }},
	}
}

func dueCell(r row) kit.Cell {
	c := kit.Text(nav.Date(r.Due))
	if r.overdue {
		c.Tone, c.Bold = look.Bad, true
	}
	return c
}

// orders maps the columns to the indexes of the archive that have their order.
// The index by speaker orders by identifier: names are sorted here.
var orders = map[string]desk.Index{
	"text": desk.ByTitle, "class": desk.ByClass, "made": desk.ByDate, "due": desk.ByDue, "verdict": desk.ByVerdict,
}

// source yields the rows of the filter. All claims come straight from an index
// of the archive, page by page; those of a filter are looked up once and then
// sorted here.
func (p *Page) source() kit.Source[row] {
	filter, flagged := p.filter.text(), p.flagged
	r := &reader{desk: p.desk, scales: p.scales, flagged: flagged, today: p.desk.Today(), names: nav.NewNames(p.desk)}
	if p.filter.changed.On {
		r.only = flagged
	}
	all := nav.Rows(p.desk, desk.Query{Kind: claims.KindClaim, Index: desk.ByDate, Reverse: true}, orders, r.rowOf)
	some := &selection{reader: r, filter: filter, cut: new(atomic.Bool)}
	p.cut = some.cut
	return kit.SourceFunc[row](func(ctx context.Context, q kit.Query, offset, limit int) ([]row, int, error) {
		if filter == "" && r.only == nil && q.Sort != "speaker" && q.Sort != "due" {
			return all.Page(ctx, q, offset, limit)
		}
		return some.page(ctx, q, offset, limit)
	})
}

// reader makes rows of claims. It reads outside the interface goroutine.
type reader struct {
	desk    Desk
	scales  []*claims.Scale
	flagged map[claims.ID]bool
	only    map[claims.ID]bool // nil: every claim
	today   claims.Date
	names   *nav.Names
}

func (r *reader) rowOf(ctx context.Context, rec claims.Record) (row, error) {
	c := rec.(*claims.Claim)
	out := row{Claim: c, changed: r.flagged[c.ID]}
	if scale, ok := claims.ScaleFor(r.scales, c.Class); ok {
		out.value = claims.ValueOf(c, scale)
	}
	out.overdue = !out.value.Final && claims.IsOverdue(c.Due, r.today)
	var err error
	out.speaker, err = r.names.Of(ctx, c.Speaker)
	return out, err
}

// selection is the claims that pass a filter, kept sorted for the pages that
// the table asks for.
type selection struct {
	*reader
	filter string
	cut    *atomic.Bool // set where more claims may pass

	mu     sync.Mutex
	loaded bool
	rows   []row
	sorted kit.Query
}

func (s *selection) page(ctx context.Context, q kit.Query, offset, limit int) ([]row, int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.loaded {
		rows, err := s.load(ctx)
		if err != nil {
			return nil, 0, err
		}
		s.rows, s.loaded, s.sorted = rows, true, kit.Query{}
	}
	if q.Sort != "" && q != s.sorted {
		slices.SortStableFunc(s.rows, func(a, b row) int {
			c := compare(a, b, q.Sort)
			if q.Descending {
				c = -c
			}
			return c
		})
		s.sorted = q
	}
	from := min(offset, len(s.rows))
	return slices.Clone(s.rows[from:min(from+limit, len(s.rows))]), len(s.rows), nil
}

// maxFiltered is more claims than anybody follows.
const maxFiltered = 1_000_000

// load reads the claims of the filter: in the order of the search where words
// were typed, else the latest first.
func (s *selection) load(ctx context.Context) ([]row, error) {
	if s.filter == "" {
		return s.every(ctx)
	}
	hits, cut, err := s.desk.Matches(ctx, kindFilter+" "+s.filter, maxFiltered)
	if err != nil {
		return nil, err
	}
	s.cut.Store(cut&match.CutDocuments != 0)
	var out []row
	for _, h := range hits {
		c, err := s.desk.Claim(ctx, h.ID)
		if claims.CodeOf(err) == claims.CodeNotFound {
			continue // deleted since the index answered
		}
		if err != nil {
			return nil, err
		}
		if out, err = s.with(ctx, out, c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *selection) every(ctx context.Context) (out []row, err error) {
	q := desk.Query{Kind: claims.KindClaim, Index: desk.ByDate, Reverse: true, Limit: 1000}
	for {
		page, err := s.desk.List(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, r := range page.Records {
			if out, err = s.with(ctx, out, r.(*claims.Claim)); err != nil {
				return nil, err
			}
		}
		if page.Next == "" {
			return out, nil
		}
		q.After = page.Next
	}
}

func (s *selection) with(ctx context.Context, rows []row, c *claims.Claim) ([]row, error) {
	if s.only != nil && !s.only[c.ID] {
		return rows, nil
	}
	r, err := s.rowOf(ctx, c)
	return append(rows, r), err
}

// compare orders two rows by a column. Claims without a due date come last.
func compare(a, b row, column string) int {
	switch column {
	case "text":
		return cmp.Compare(fold.Key(a.Text), fold.Key(b.Text))
	case "speaker":
		return cmp.Compare(fold.Key(a.speaker), fold.Key(b.speaker))
	case "class":
		return cmp.Compare(a.Class, b.Class)
	case "due":
		if a.Due.IsZero() != b.Due.IsZero() {
			return cmp.Compare(b2i(a.Due.IsZero()), b2i(b.Due.IsZero()))
		}
		return a.Due.Compare(b.Due)
	case "verdict":
		return cmp.Compare(a.value.ID, b.value.ID)
	}
	return a.MadeOn.Compare(b.MadeOn)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
