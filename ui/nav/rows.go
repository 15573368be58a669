package nav

import (
	"context"
	"sync"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
)

// Lister is what a table of records needs of the desk.
type Lister interface {
	List(ctx context.Context, q desk.Query) (desk.Page, error)
	Count(ctx context.Context, q desk.Query) (int, error)
}

// Rows lets a table show the records of an index, however many there are. The
// query says which; orders maps the columns that can be sorted to the index
// that has their order. What a row shows beside its record is read by rowOf
// for the visible rows only.
func Rows[T any](d Lister, q desk.Query, orders map[string]desk.Index, rowOf func(context.Context, claims.Record) (T, error)) kit.Source[T] {
	r := &rows[T]{d: d, query: q, orders: orders, rowOf: rowOf}
	return kit.SourceFunc[T](r.page)
}

type rows[T any] struct {
	d      Lister
	query  desk.Query
	orders map[string]desk.Index
	rowOf  func(context.Context, claims.Record) (T, error)

	mu      sync.Mutex
	known   desk.Query     // the query that the cursors belong to
	cursors map[int]string // place of a row: the cursor that leads to it
}

func (r *rows[T]) page(ctx context.Context, q kit.Query, offset, limit int) ([]T, int, error) {
	query := r.query
	if index, ok := r.orders[q.Sort]; ok && query.Value == "" {
		query.Index, query.Reverse = index, q.Descending
	}
	total, err := r.d.Count(ctx, query)
	if err != nil {
		return nil, 0, err
	}
	query.Limit = limit
	page, err := r.d.List(ctx, r.from(query, offset))
	if err != nil {
		return nil, 0, err
	}
	r.note(offset+len(page.Records), page.Next)
	out := make([]T, len(page.Records))
	for i, rec := range page.Records {
		if out[i], err = r.rowOf(ctx, rec); err != nil {
			return nil, 0, err
		}
	}
	return out, total, nil
}

// from starts at the nearest cursor before the offset and skips the rest.
func (r *rows[T]) from(q desk.Query, offset int) desk.Query {
	r.mu.Lock()
	defer r.mu.Unlock()
	bare := q
	bare.Limit = 0
	if bare != r.known {
		r.known, r.cursors = bare, map[int]string{}
	}
	nearest := 0
	for at, cursor := range r.cursors {
		if at <= offset && at > nearest {
			nearest, q.After = at, cursor
		}
	}
	q.Skip = offset - nearest
	return q
}

func (r *rows[T]) note(at int, cursor string) {
	if cursor == "" {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cursors[at] = cursor
}
