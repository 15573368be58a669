package kit

import (
	"fmt"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	edgeReach     = 5  // how near to a column's edge the mouse takes hold of it
	narrowest     = 32 // a column cannot be made narrower
	pageOverlap   = 1  // rows that stay in view over PgUp and PgDn
	rowsLookAhead = 20 // fetched beyond the visible ones
)

// visible is the range of rows that can be seen, whole or in part.
func (t *Table[T]) visible() (first, past int) {
	if t.drawer == nil || len(t.drawer.rows) == 0 {
		return 0, 0
	}
	height := t.drawer.bodyHeight() + t.view.shift
	past = t.view.top + int(math.Ceil(float64(height/t.drawer.paint.rowHeight)))
	total := t.pages.total
	if !t.pages.known {
		total = past // bars stand for rows that may come
	}
	return min(t.view.top, total), min(past, total)
}

// scrollToPixel looks at a place given in pixels from the first row.
func (t *Table[T]) scrollToPixel(y float64) {
	height := float64(t.drawer.paint.rowHeight)
	t.view.top = int(y / height)
	t.view.shift = float32(y - float64(t.view.top)*height)
	t.look()
}

// look draws the rows of a new view without asking the theme again.
func (t *Table[T]) look() {
	t.drawer.Layout(t.drawer.size)
	repaint(t)
}

// clampView keeps the view within the rows.
func (t *Table[T]) clampView() {
	p := t.drawer.paint
	if !t.pages.known {
		return
	}
	height := float64(p.rowHeight)
	at := float64(t.view.top)*height + float64(t.view.shift)
	most := max(float64(t.pages.total)*height-float64(t.drawer.bodyHeight()), 0)
	at = min(max(at, 0), most)
	t.view.top = int(at / height)
	t.view.shift = float32(at - float64(t.view.top)*height)
	t.view.left = min(max(t.view.left, 0), max(t.contentWidth(p)-t.drawer.size.Width, 0))
}

// reveal scrolls just far enough that a row is whole in view.
func (t *Table[T]) reveal(row int) {
	if t.drawer == nil || t.drawer.bodyHeight() <= 0 {
		return
	}
	height := float64(t.drawer.paint.rowHeight)
	at := float64(t.view.top)*height + float64(t.view.shift)
	y := float64(row) * height
	switch body := float64(t.drawer.bodyHeight()); {
	case y < at:
		at = y
	case y+height > at+body:
		at = y + height - body
	default:
		return
	}
	t.view.top = int(at / height)
	t.view.shift = float32(at - float64(t.view.top)*height)
}

// Scrolled moves the view with the wheel.
func (t *Table[T]) Scrolled(e *fyne.ScrollEvent) {
	if t.drawer == nil {
		return
	}
	t.view.left -= e.Scrolled.DX
	if e.Scrolled.DX != 0 {
		t.drawer.version++
	}
	height := float64(t.drawer.paint.rowHeight)
	at := float64(t.view.top)*height + float64(t.view.shift) - float64(e.Scrolled.DY)
	t.scrollToPixel(max(at, 0))
}

// TypedKey moves the cursor, marks and opens.
func (t *Table[T]) TypedKey(e *fyne.KeyEvent) {
	if t.OnKey != nil && t.OnKey(e) {
		return
	}
	page := max(int(t.drawer.bodyHeight()/t.drawer.paint.rowHeight)-pageOverlap, 1)
	switch e.Name {
	case fyne.KeyDown:
		t.moveCursor(t.cursor+1, t.Shift())
	case fyne.KeyUp:
		t.moveCursor(t.cursor-1, t.Shift())
	case fyne.KeyPageDown:
		t.moveCursor(t.cursor+page, t.Shift())
	case fyne.KeyPageUp:
		t.moveCursor(t.cursor-page, t.Shift())
	case fyne.KeyHome:
		t.moveCursor(0, t.Shift())
	case fyne.KeyEnd:
		t.moveCursor(t.pages.total-1, t.Shift())
	case fyne.KeyRight, fyne.KeyLeft:
		t.scrollSideways(e.Name)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open()
	case fyne.KeyEscape:
		if !Dismiss(canvasOf(t)) {
			t.ClearMarks()
		}
	case desktop.KeyMenu:
		t.menuAtCursor()
	}
}

func (t *Table[T]) scrollSideways(key fyne.KeyName) {
	step := float32(40)
	if key == fyne.KeyLeft {
		step = -step
	}
	t.view.left += step
	t.Refresh()
}

// TypedRune marks with the space bar and otherwise looks for a row that begins
// with the letters.
func (t *Table[T]) TypedRune(r rune) {
	switch {
	case t.OnRune != nil && t.OnRune(r):
	case r == ' ' && time.Since(t.typedAt) > time.Second:
		t.toggleMark(t.cursor)
	default:
		t.typeAhead(r)
	}
}

// TypedShortcut marks everything on Ctrl+A.
func (t *Table[T]) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok {
		t.MarkAll()
	}
}

// FocusGained shows the ring.
func (t *Table[T]) FocusGained() {
	t.focused = true
	t.Refresh()
}

// FocusLost hides the ring.
func (t *Table[T]) FocusLost() {
	t.focused = false
	t.Release()
	t.Refresh()
}

func (t *Table[T]) open() {
	if row, ok := t.Current(); ok && t.OnOpen != nil {
		t.OnOpen(row)
	}
}

func (t *Table[T]) menuAtCursor() {
	row, ok := t.Current()
	if !ok || t.OnMenu == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
	y := t.drawer.paint.headerHeight + float32(t.cursor-t.view.top+1)*t.drawer.paint.rowHeight
	t.OnMenu(row, at.Add(fyne.NewPos(t.drawer.paint.pad, y)))
}

// AccessibilityLabel says where the cursor is and what the row holds.
func (t *Table[T]) AccessibilityLabel() string {
	label := fmt.Sprintf("%s, %d", t.Label, t.pages.total)
	if row, ok := t.Current(); ok {
		label += fmt.Sprintf(", %d: ", t.cursor+1)
		for i, c := range t.columns {
			if i > 0 {
				label += ", "
			}
			label += c.Cell(row).Text
		}
	}
	return label
}

// AccessibilityRole is that of a text: Fyne has no role for a table yet.
func (t *Table[T]) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
