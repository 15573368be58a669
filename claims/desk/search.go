package desk

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/match"
)

// Result is a hit with its record and the letters of its text that match.
type Result struct {
	match.Hit
	Record  claims.Record
	Text    string // what is shown: the words of a statement, the title of an article
	Speaker string
	Said    claims.Date
	Match   []claims.Span // bytes of Text
}

// Search answers what was typed, best first. It can be cancelled: a newer
// query makes the older one stop.
func (d *Desk) Search(ctx context.Context, typed string, limit, offset int) ([]Result, error) {
	q := d.query(typed)
	hits, err := d.index.Search(ctx, q, limit, offset)
	if err != nil {
		return nil, err
	}
	return d.results(ctx, q, hits)
}

// Explain answers like Search from the first hit on, tells for each why it
// stands where it stands, and what was left out of the search.
func (d *Desk) Explain(ctx context.Context, typed string, limit int) ([]Result, match.Cut, error) {
	q := d.query(typed)
	q.Explain = true
	answer, err := d.index.Answer(ctx, q, limit, 0)
	if err != nil {
		return nil, 0, err
	}
	out, err := d.results(ctx, q, answer.Hits)
	return out, answer.Cut, err
}

func (d *Desk) query(typed string) match.Query {
	q := match.ParseQuery(typed)
	q.Today = d.Today()
	return q
}

// SearchKeys answers with keys and scores alone: for callers that show none
// of the records.
func (d *Desk) SearchKeys(ctx context.Context, typed string, limit int) ([]match.Hit, error) {
	return d.index.Search(ctx, d.query(typed), limit, 0)
}

// Matches is SearchKeys for lists that want every record: cut tells whether more
// may answer, 0 where these are all.
func (d *Desk) Matches(ctx context.Context, typed string, limit int) (hits []match.Hit, cut match.Cut, err error) {
	a, err := d.index.Answer(ctx, d.query(typed), limit, 0)
	return a.Hits, a.Cut, err
}

func (d *Desk) results(ctx context.Context, q match.Query, hits []match.Hit) ([]Result, error) {
	b := newDocs(ctx, d)
	out := make([]Result, 0, len(hits))
	for _, h := range hits {
		r, err := d.store.Get(ctx, h.Key())
		if claims.CodeOf(err) == claims.CodeNotFound {
			continue // deleted since the index answered
		}
		if err != nil {
			return nil, err
		}
		doc, err := b.of(r)
		if err != nil {
			return nil, err
		}
		res := Result{Hit: h, Record: r, Text: doc.Text, Said: doc.Date}
		if a, ok := r.(*claims.Article); ok {
			res.Text = a.Title
		}
		if len(doc.Speakers) > 0 {
			res.Speaker = doc.Speakers[0]
		}
		res.Match = match.Highlight(q, res.Text)
		out = append(out, res)
	}
	return out, nil
}

// SavedSearch is a saved search with the number of hits that are new since it
// was last looked at.
type SavedSearch struct {
	*claims.Search
	New int
}

// maxNew is how many hits of a saved search are looked at for new ones, the
// best first.
const maxNew = 500

// SavedSearches lists them with what is new in each.
func (d *Desk) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	var out []SavedSearch
	for r, err := range d.store.All(ctx, claims.KindSearch) {
		if err != nil {
			return nil, err
		}
		s := SavedSearch{Search: r.(*claims.Search)}
		if s.New, err = d.newHits(ctx, s.Search); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// newHits counts the hits whose record was made after the last look: the
// identifiers that the program mints tell when that was.
func (d *Desk) newHits(ctx context.Context, s *claims.Search) (int, error) {
	hits, err := d.index.Search(ctx, d.query(s.Query), maxNew, 0)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, h := range hits {
		if madeAfter(h.ID, s.Looked) {
			n++
		}
	}
	return n, nil
}

// SaveSearch keeps a query under a name.
func (d *Desk) SaveSearch(ctx context.Context, name, query string) (*claims.Search, error) {
	s := &claims.Search{ID: d.newID(), Name: name, Query: query, Looked: d.now()}
	return s, d.commit(ctx, "Save search", claims.Create(s))
}

// LookAt notes that a saved search was looked at now.
func (d *Desk) LookAt(ctx context.Context, id claims.ID) error {
	before, err := get[*claims.Search](ctx, d.store, claims.KindSearch, id)
	if err != nil {
		return err
	}
	after := *before
	after.Looked = d.now()
	return d.commit(ctx, "Look at saved search", claims.Put(before, &after))
}

// RenameSearch gives a saved search another name.
func (d *Desk) RenameSearch(ctx context.Context, id claims.ID, name string) error {
	before, err := get[*claims.Search](ctx, d.store, claims.KindSearch, id)
	if err != nil {
		return err
	}
	after := *before
	after.Name = name
	return d.commit(ctx, "Rename saved search", claims.Put(before, &after))
}

// DropSearch removes a saved search.
func (d *Desk) DropSearch(ctx context.Context, id claims.ID) error {
	s, err := get[*claims.Search](ctx, d.store, claims.KindSearch, id)
	if err != nil {
		return err
	}
	return d.commit(ctx, "Delete saved search", claims.Trash(s))
}
