package kit

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Table shows rows of any number in declared columns. It fetches them page by
// page through the job runner and draws only what is visible, so a million
// rows cost what forty do.
//
// The cursor is the row that the keyboard is on; marked rows are those chosen
// with Space, Ctrl or Shift for an action on several. Set the fields before
// the table is shown.
type Table[T any] struct {
	widget.BaseWidget
	Modifiers

	OnCursor func(row T)                         // the cursor came to a row
	OnOpen   func(row T)                         // Enter or a double click
	OnMarked func(count int)                     // the number of marked rows changed
	OnMenu   func(row T, at fyne.Position)       // secondary click or menu key; at is on the canvas
	OnRune   func(r rune) (taken bool)           // a letter, before type-ahead looks at it
	OnKey    func(e *fyne.KeyEvent) (taken bool) // a key, before the table looks at it
	OnError  func(error)                         // a page could not be read
	OnTotal  func(total int)                     // the number of rows is known
	Empty    fyne.CanvasObject                   // shown where there is no row
	Label    string                              // what a screen reader calls the table
	Letters  string                              // the column that typed letters look in; "" for the first

	jobs    *Jobs
	id      string
	columns []Column[T]
	key     func(T) string
	pages   *pages[T]
	prefs   *tablePrefs

	cursor, anchor int
	marked         map[string]bool
	waiting        bool // the cursor is on a row that has not arrived
	focused        bool
	typed          string
	typedAt        time.Time

	view   tableView
	mouse  tableMouse
	drawer *tableDrawer[T]
}

// tableView is the part of the table that is looked at.
type tableView struct {
	top    int     // the first visible row
	shift  float32 // how much of it is hidden above, in pixels
	left   float32 // how far the view is moved to the right
	widths []float32
	hidden []bool // the columns for which there is no room
}

// tableMouse is where the mouse is and what it has hold of.
type tableMouse struct {
	row      int // -1 for none
	edge     int // the column whose right edge is under the mouse, -1 for none
	header   int // the column whose title is under the mouse, -1 for none
	resizing bool
	clicks   doubleClicks
}

// NewTable makes an empty table; SetSource fills it. The id is the stable name
// under which widths and order are kept in the preferences, and key tells rows
// apart.
func NewTable[T any](jobs *Jobs, id string, columns []Column[T], key func(T) string) *Table[T] {
	t := &Table[T]{jobs: jobs, id: id, columns: columns, key: key, marked: map[string]bool{}}
	t.mouse = tableMouse{row: -1, edge: -1, header: -1}
	t.pages = newPages[T](jobs, "table/"+id, t.arrived)
	t.prefs = &tablePrefs{store: fyne.CurrentApp().Preferences(), prefix: "table." + id + "."}
	t.pages.query.Sort, t.pages.query.Descending = t.prefs.order()
	t.ExtendBaseWidget(t)
	return t
}

// SetSource shows the rows of another source. A source must not change while
// it is asked: a screen with a new filter gives a new source.
func (t *Table[T]) SetSource(s Source[T]) {
	t.pages.source = s
	t.Reload()
}

// SetFilter asks the source for the rows that match a text, from the first row.
func (t *Table[T]) SetFilter(text string) {
	if t.pages.query.Filter == text {
		return
	}
	t.pages.query.Filter = text
	t.view.top, t.view.shift, t.cursor, t.anchor = 0, 0, 0, 0
	t.Reload()
}

// SortBy orders the rows by a column and remembers it.
func (t *Table[T]) SortBy(column string, descending bool) {
	t.pages.query.Sort, t.pages.query.Descending = column, descending
	t.prefs.setOrder(column, descending)
	t.Reload()
}

// Reload asks the source again: after a change of the archive. The view and
// the cursor stay where they are.
func (t *Table[T]) Reload() {
	t.pages.reset()
	t.waiting = true
	t.Refresh()
}

// Total is the number of rows, and whether it is known yet.
func (t *Table[T]) Total() (n int, known bool) { return t.pages.total, t.pages.known }

// Query is what the table shows now, for an export of the same rows.
func (t *Table[T]) Query() Query { return t.pages.query }

// Current is the row that the keyboard is on; ok is false while there is none.
func (t *Table[T]) Current() (row T, ok bool) { return t.pages.row(t.cursor) }

// Place is where the table is looked at; RestorePlace brings it back.
type Place struct{ Top, Cursor int }

// Place tells where the table is looked at, for back and forward.
func (t *Table[T]) Place() Place { return Place{Top: t.view.top, Cursor: t.cursor} }

// RestorePlace looks at a place again.
func (t *Table[T]) RestorePlace(p Place) {
	t.view.top, t.view.shift = p.Top, 0
	t.cursor, t.anchor = p.Cursor, p.Cursor
	t.waiting = true
	t.Refresh()
}

// Chosen gives the keys that an action is about: those of the marked rows, or
// the cursor's where none is marked.
func (t *Table[T]) Chosen() []string {
	if len(t.marked) == 0 {
		if row, ok := t.Current(); ok {
			return []string{t.key(row)}
		}
		return nil
	}
	out := make([]string, 0, len(t.marked))
	for k := range t.marked {
		out = append(out, k)
	}
	return out
}

// Marked is the number of marked rows.
func (t *Table[T]) Marked() int { return len(t.marked) }

// ClearMarks unmarks every row.
func (t *Table[T]) ClearMarks() {
	clear(t.marked)
	t.marksChanged()
}

// MarkAll marks every row of the query, fetching those that are not here.
func (t *Table[T]) MarkAll() { t.markRange(0, t.pages.total) }

// markRange marks the rows from first up to past beside those already marked.
func (t *Table[T]) markRange(first, past int) {
	missing := false
	for i := first; i < past && !missing; i++ {
		if row, ok := t.pages.row(i); ok {
			t.marked[t.key(row)] = true
		} else {
			missing = true
		}
	}
	t.marksChanged()
	if !missing {
		return
	}
	t.pages.collect(words.selecting(), first, past, func(rows []T, err error) {
		for _, row := range rows {
			t.marked[t.key(row)] = true
		}
		t.marksChanged()
		t.report(err)
	})
}

func (t *Table[T]) toggleMark(i int) {
	row, ok := t.pages.row(i)
	if !ok {
		return
	}
	if k := t.key(row); t.marked[k] {
		delete(t.marked, k)
	} else {
		t.marked[k] = true
	}
	t.marksChanged()
}

func (t *Table[T]) marksChanged() {
	if t.OnMarked != nil {
		t.OnMarked(len(t.marked))
	}
	t.Refresh()
}

// arrived is called when a page has come or failed.
func (t *Table[T]) arrived(err error) {
	t.report(err)
	if err == nil && t.OnTotal != nil {
		t.OnTotal(t.pages.total)
	}
	t.cursor = min(t.cursor, max(t.pages.total-1, 0))
	t.Refresh()
	if t.waiting {
		t.tellCursor()
	}
}

func (t *Table[T]) report(err error) {
	if err != nil && t.OnError != nil {
		t.OnError(err)
	}
}

// tellCursor tells the screen about the row under the cursor, at once or when
// it has arrived.
func (t *Table[T]) tellCursor() {
	row, ok := t.Current()
	t.waiting = !ok
	if ok && t.OnCursor != nil {
		t.OnCursor(row)
	}
}

// moveCursor puts the cursor on a row, in view, and marks what lies between it
// and the anchor when the selection is being extended.
func (t *Table[T]) moveCursor(to int, extend bool) {
	to = min(max(to, 0), max(t.pages.total-1, 0))
	moved := to != t.cursor
	t.cursor = to
	if !extend {
		t.anchor = to
	} else {
		clear(t.marked)
		t.markRange(min(t.anchor, to), max(t.anchor, to)+1)
	}
	t.reveal(to)
	t.Refresh()
	if moved {
		t.tellCursor()
	}
}

// typeAhead goes to the next row here that begins with what was typed.
func (t *Table[T]) typeAhead(r rune) {
	const pause = time.Second
	if time.Since(t.typedAt) > pause {
		t.typed = ""
	}
	t.typed += strings.ToLower(string(r))
	t.typedAt = time.Now()
	column := t.columns[max(slices.IndexFunc(t.columns, func(c Column[T]) bool { return c.ID == t.Letters }), 0)]
	from := t.cursor
	if len(t.typed) == 1 {
		from++
	}
	n := min(t.pages.total, pagesKept*pageSize)
	for step := range n {
		i := (from + step) % t.pages.total
		row, ok := t.pages.row(i)
		if ok && strings.HasPrefix(strings.ToLower(column.Cell(row).Text), t.typed) {
			t.moveCursor(i, false)
			return
		}
	}
}
