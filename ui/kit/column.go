package kit

import (
	"context"
	"sort"
	"strings"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
)

// Column declares one column of a table: what it is called, how wide it is,
// what a row shows in it, and how the rows are ordered by it.
type Column[T any] struct {
	ID    string  // stable name for preferences and for Query.Sort
	Title string  // in the header, translated
	Width float32 // at 100 percent text size; the person may change it
	Grow  bool    // takes a share of the room that is left over
	Least float32 // at 100 percent; below it the column does not shrink; 0: it keeps its width
	Rank  int     // where room is wanting the highest goes first; 0 never goes
	Align fyne.TextAlign
	// Cell is what a row shows. It is called for visible rows only.
	Cell func(T) Cell
	// Less orders two rows. It makes the header clickable and is used by
	// SliceSource; a source that orders by itself sets Sortable instead.
	Less     func(a, b T) bool
	Sortable bool
}

func (c Column[T]) sortable() bool { return c.Sortable || c.Less != nil }

// Cell is what is drawn in one field of a table: a value, not a widget, so
// that a table of many rows costs a few canvas objects a row.
type Cell struct {
	Text  string
	Icon  fyne.Resource       // before the text
	Dim   bool                // of second rank
	Bold  bool                // a name, a title
	Badge bool                // the text stands on a rounded ground in Tone
	Tone  look.Tone           // of the badge, or of the text where it is not Neutral
	Dot   fyne.ThemeColorName // a coloured dot before the text, such as a speaker's
}

// Text is a plain cell.
func Text(s string) Cell { return Cell{Text: s} }

// Badge is a cell with a word on a coloured ground, such as a verdict.
func Badge(s string, tone look.Tone) Cell { return Cell{Text: s, Badge: true, Tone: tone} }

// Query is what a table wants to see.
type Query struct {
	Sort       string // the ID of a column; "" is the source's own order
	Descending bool
	Filter     string // what SetFilter was given
}

// Source yields the rows of a table page by page. Page is called outside the
// interface goroutine and must return soon after ctx is cancelled; it gives at
// most limit rows from the offset and the number of all rows that match.
type Source[T any] interface {
	Page(ctx context.Context, q Query, offset, limit int) (rows []T, total int, err error)
}

// SourceFunc lets a function be a Source.
type SourceFunc[T any] func(ctx context.Context, q Query, offset, limit int) ([]T, int, error)

// Page calls the function.
func (f SourceFunc[T]) Page(ctx context.Context, q Query, offset, limit int) ([]T, int, error) {
	return f(ctx, q, offset, limit)
}

// SliceSource serves rows that are already in memory, ordered by the Less of
// the columns and filtered by the words of the query, all of which a row must
// contain in one of its cells.
func SliceSource[T any](rows []T, columns []Column[T]) Source[T] {
	type answer struct {
		query Query
		rows  []T
	}
	last := make(chan *answer, 1) // holds the latest answer; taking it is the lock
	last <- nil
	return SourceFunc[T](func(ctx context.Context, q Query, offset, limit int) ([]T, int, error) {
		known := <-last
		if known == nil || known.query != q {
			known = &answer{query: q, rows: arrange(ctx, rows, columns, q)}
		}
		if ctx.Err() != nil {
			last <- nil
			return nil, 0, ctx.Err()
		}
		last <- known
		from := min(offset, len(known.rows))
		to := min(offset+limit, len(known.rows))
		return known.rows[from:to], len(known.rows), nil
	})
}

func arrange[T any](ctx context.Context, rows []T, columns []Column[T], q Query) []T {
	words := strings.Fields(strings.ToLower(q.Filter))
	var out []T
	for _, row := range rows {
		if ctx.Err() != nil {
			return nil
		}
		if matches(row, columns, words) {
			out = append(out, row)
		}
	}
	for _, c := range columns {
		if c.ID == q.Sort && c.Less != nil {
			less := func(i, k int) bool { return c.Less(out[i], out[k]) }
			if q.Descending {
				less = func(i, k int) bool { return c.Less(out[k], out[i]) }
			}
			sort.SliceStable(out, less)
		}
	}
	return out
}

func matches[T any](row T, columns []Column[T], words []string) bool {
	if len(words) == 0 {
		return true
	}
	var all strings.Builder
	for _, c := range columns {
		all.WriteString(strings.ToLower(c.Cell(row).Text))
		all.WriteByte('\n')
	}
	for _, w := range words {
		if !strings.Contains(all.String(), w) {
			return false
		}
	}
	return true
}
