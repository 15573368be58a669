package kit

import (
	"context"

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
