package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

func repaint(o fyne.CanvasObject) { canvas.Refresh(o) }

// rowAt is the row under a point, -1 for none.
func (t *Table[T]) rowAt(p fyne.Position) int {
	d := t.drawer
	if d == nil || p.Y < d.paint.headerHeight || p.Y >= d.size.Height {
		return -1
	}
	i := t.view.top + int((p.Y-d.paint.headerHeight+t.view.shift)/d.paint.rowHeight)
	if i >= t.pages.total {
		return -1
	}
	return i
}

// columnAt is the column of the header under a point, and the column whose
// right edge is near it; -1 for none.
func (t *Table[T]) columnAt(p fyne.Position) (column, edge int) {
	d := t.drawer
	column, edge = -1, -1
	if d == nil || p.Y >= d.paint.headerHeight {
		return column, edge
	}
	x := d.paint.pad - t.view.left
	for i, w := range t.view.widths {
		if t.view.hidden[i] {
			continue
		}
		end := x + w + d.paint.gap/2
		if p.X > end-edgeReach && p.X < end+edgeReach {
			edge = i
		}
		if p.X >= x-d.paint.gap/2 && p.X < end {
			column = i
		}
		x += t.step(i, d.paint)
	}
	return column, edge
}

// MouseDown puts the cursor on a row, marks with Ctrl and Shift, opens on the
// second click, and takes hold of a column's edge.
func (t *Table[T]) MouseDown(e *desktop.MouseEvent) {
	Focus(t)
	if column, edge := t.columnAt(e.Position); column >= 0 || edge >= 0 {
		t.mouse.edge, t.mouse.header = edge, column
		return
	}
	row := t.rowAt(e.Position)
	if row < 0 {
		return
	}
	again := t.mouse.clicks.second(row, e)
	switch {
	case e.Button == desktop.MouseButtonSecondary:
		t.moveCursor(row, false)
	case e.Modifier&fyne.KeyModifierShift != 0:
		t.moveCursor(row, true)
	case e.Modifier&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		t.moveCursor(row, false)
		t.toggleMark(row)
	default:
		if len(t.marked) > 0 {
			t.ClearMarks()
		}
		t.moveCursor(row, false)
		if again {
			t.open()
		}
	}
}

// MouseUp sorts by the column whose title was clicked.
func (t *Table[T]) MouseUp(e *desktop.MouseEvent) {
	column, _ := t.columnAt(e.Position)
	pressed := t.mouse.header
	if t.mouse.resizing || t.mouse.edge >= 0 || column < 0 || column != pressed || !t.columns[column].sortable() {
		return
	}
	q := t.pages.query
	t.SortBy(t.columns[column].ID, q.Sort == t.columns[column].ID && !q.Descending)
}

// Dragged changes the width of the column that the mouse has hold of.
func (t *Table[T]) Dragged(e *fyne.DragEvent) {
	i := t.mouse.edge
	if i < 0 {
		return
	}
	t.mouse.resizing = true
	kept := t.prefs.width(t.columns[i].ID, t.columns[i].Width)
	t.prefs.setWidth(t.columns[i].ID, max(kept+e.Dragged.DX/t.drawer.paint.scale, narrowest))
	t.Refresh()
}

// DragEnd lets the edge go.
func (t *Table[T]) DragEnd() { t.mouse.resizing, t.mouse.edge = false, -1 }

// TappedSecondary offers the menu of a row.
func (t *Table[T]) TappedSecondary(e *fyne.PointEvent) {
	row, ok := t.pages.row(t.rowAt(e.Position))
	if ok && t.OnMenu != nil {
		t.OnMenu(row, e.AbsolutePosition)
	}
}

// MouseIn begins to follow the mouse.
func (t *Table[T]) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved lights the row or the title under the mouse.
func (t *Table[T]) MouseMoved(e *desktop.MouseEvent) {
	column, edge := t.columnAt(e.Position)
	t.hover(t.rowAt(e.Position), column, edge)
}

// MouseOut lights nothing.
func (t *Table[T]) MouseOut() { t.hover(-1, -1, -1) }

func (t *Table[T]) hover(row, column, edge int) {
	if t.mouse.resizing || t.drawer == nil {
		return
	}
	old := t.mouse
	t.mouse.row, t.mouse.header, t.mouse.edge = row, column, edge
	if old.row != row || old.header != column {
		t.drawer.redrawRow(old.row)
		t.drawer.redrawRow(row)
		t.drawer.drawHeader()
		repaint(t)
	}
}

// redrawRow draws one visible row again.
func (d *tableDrawer[T]) redrawRow(i int) {
	if i < 0 || len(d.rows) == 0 {
		return
	}
	if r := d.rows[i%len(d.rows)]; r.row == i && r.shown {
		d.drawRow(r, i)
		y := d.paint.headerHeight + float32(i-d.t.view.top)*d.paint.rowHeight - d.t.view.shift
		r.move(y, d.size.Width, d.paint)
	}
}

// Cursor is a double arrow over the edge of a column.
func (t *Table[T]) Cursor() desktop.Cursor {
	if t.mouse.edge >= 0 {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}
