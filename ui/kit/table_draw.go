package kit

import (
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// tableDrawer is the renderer of a table: a pool of row drawings, one more
// than fit, below a header that stays.
type tableDrawer[T any] struct {
	t          *Table[T]
	paint      tablePaint
	rows       []*rowDrawing
	header     *headerDrawing
	vertical   *ScrollBar
	horizontal *ScrollBar
	ring       *canvas.Rectangle
	objects    []fyne.CanvasObject
	size       fyne.Size
	version    int // of everything that rows are drawn from
}

// CreateRenderer makes the drawings.
func (t *Table[T]) CreateRenderer() fyne.WidgetRenderer {
	d := &tableDrawer[T]{t: t, ring: canvas.NewRectangle(nil), header: newHeaderDrawing(len(t.columns))}
	d.ring.FillColor = theme.Color(theme.ColorNameBackground)
	d.vertical = NewScrollBar(t.scrollToPixel)
	d.horizontal = NewHorizontalScrollBar(func(x float64) {
		t.view.left = float32(x)
		d.rows = nil // widths are the same, places are not
		t.Refresh()
	})
	t.drawer = d
	d.Refresh()
	return d
}

// Objects lists what is drawn, the header above the rows.
func (d *tableDrawer[T]) Objects() []fyne.CanvasObject { return d.objects }

// Destroy has nothing to free.
func (d *tableDrawer[T]) Destroy() {}

// MinSize is room for the header and three rows.
func (d *tableDrawer[T]) MinSize() fyne.Size {
	return fyne.NewSize(160, d.paint.headerHeight+3*d.paint.rowHeight)
}

// Refresh takes the theme and the rows anew.
func (d *tableDrawer[T]) Refresh() {
	d.version++
	d.paint = newTablePaint()
	d.Layout(d.size)
	canvas.Refresh(d.t)
}

// Layout places everything in a size.
func (d *tableDrawer[T]) Layout(size fyne.Size) {
	if size != d.size {
		d.version++
	}
	d.size = size
	d.t.layoutColumns(d.bodyWidth(), d.paint)
	d.t.clampView()
	d.fillPool()
	first, past := d.t.visible()
	d.t.pages.want(first, past)
	d.drawRows(first, past)
	d.drawRing()
	d.drawHeader()
	d.placeBars()
	d.placeEmpty()
	d.collect()
}

// bodyWidth leaves the scroll bar its place, whether it is needed or not, so
// that nothing jumps when rows arrive.
func (d *tableDrawer[T]) bodyWidth() float32 {
	return d.size.Width - theme.Size(theme.SizeNameScrollBarSmall)
}

func (d *tableDrawer[T]) bodyHeight() float32 { return max(d.size.Height-d.paint.headerHeight, 0) }

func (d *tableDrawer[T]) fillPool() {
	need := int(d.bodyHeight()/d.paint.rowHeight) + 2
	if d.size.Height <= 0 {
		need = 0
	}
	if len(d.rows) != need {
		d.rows = make([]*rowDrawing, need)
		for i := range d.rows {
			d.rows[i] = newRowDrawing(len(d.t.columns))
		}
	}
}

// drawRows gives each row the drawing with its number modulo the pool, so that
// a row keeps its drawing while the table scrolls.
func (d *tableDrawer[T]) drawRows(first, past int) {
	used := make([]bool, len(d.rows))
	for i := first; i < past && len(d.rows) > 0; i++ {
		at := i % len(d.rows)
		used[at] = true
		drawing := d.rows[at]
		y := d.paint.headerHeight + float32(i-d.t.view.top)*d.paint.rowHeight - d.t.view.shift
		if drawing.row != i || drawing.version != d.version {
			d.drawRow(drawing, i)
		}
		drawing.move(y, d.size.Width, d.paint)
	}
	for at, drawing := range d.rows {
		drawing.show(used[at])
	}
}

func (d *tableDrawer[T]) drawRow(r *rowDrawing, i int) {
	r.row, r.version = i, d.version
	row, ok := d.t.pages.row(i)
	x := d.paint.pad - d.t.view.left
	for c, column := range d.t.columns {
		width := d.t.view.widths[c]
		switch {
		case d.t.view.hidden[c]:
			r.cells[c].clear()
		case ok:
			r.cells[c].set(column.Cell(row), x, width, column.Align, d.paint)
		default:
			r.cells[c].wait(x, width, i+c, d.paint)
		}
		x += d.t.step(c, d.paint)
	}
	r.ground.FillColor = d.paint.clear
	switch {
	case ok && d.t.marked[d.t.key(row)]:
		r.ground.FillColor = d.paint.selection
	case i == d.t.cursor && d.t.pages.total > 0:
		r.ground.FillColor = d.paint.cursor
	case i == d.t.mouse.row:
		r.ground.FillColor = d.paint.hover
	}
	r.ground.Refresh()
	r.line.FillColor = d.paint.separator
	r.line.Refresh()
}

// drawRing frames the cursor's row while the table has the keyboard, and all of
// a table that has no rows.
func (d *tableDrawer[T]) drawRing() {
	first, past := d.t.visible()
	none := d.t.pages.known && d.t.pages.total == 0
	d.ring.Hidden = !d.t.focused || !none && (d.t.cursor < first || d.t.cursor >= past)
	d.ring.FillColor = d.paint.clear
	d.ring.StrokeColor = d.paint.ring
	d.ring.StrokeWidth = d.paint.ringWidth
	d.ring.CornerRadius = 4
	y, height := d.paint.headerHeight+float32(d.t.cursor-d.t.view.top)*d.paint.rowHeight-d.t.view.shift, d.paint.rowHeight
	if none {
		y, height = d.paint.headerHeight, d.bodyHeight()
	}
	d.ring.Move(fyne.NewPos(1, y))
	d.ring.Resize(fyne.NewSize(d.size.Width-2, height))
	d.ring.Refresh()
}

func (d *tableDrawer[T]) drawHeader() {
	titles := make([]headerTitle, len(d.t.columns))
	x := d.paint.pad - d.t.view.left
	for c, column := range d.t.columns {
		titles[c] = headerTitle{text: column.Title, x: x, width: d.t.view.widths[c], align: column.Align}
		if q := d.t.pages.query; q.Sort == column.ID && column.sortable() {
			titles[c].order = ascending
			if q.Descending {
				titles[c].order = descending
			}
		}
		titles[c].lit = d.t.mouse.header == c && column.sortable()
		titles[c].hidden = d.t.view.hidden[c]
		x += d.t.step(c, d.paint)
	}
	d.header.draw(titles, d.size.Width, d.paint)
}

func (d *tableDrawer[T]) placeBars() {
	t := d.t
	height := float64(d.paint.rowHeight)
	thick := d.vertical.MinSize().Width
	d.vertical.Move(fyne.NewPos(d.size.Width-thick, d.paint.headerHeight))
	d.vertical.Resize(fyne.NewSize(thick, d.bodyHeight()))
	d.vertical.Set(float64(t.pages.total)*height, float64(d.bodyHeight()), float64(t.view.top)*height+float64(t.view.shift))
	d.vertical.Hidden = !d.vertical.Needed()
	d.horizontal.Move(fyne.NewPos(0, d.size.Height-thick))
	d.horizontal.Resize(fyne.NewSize(d.size.Width, thick))
	d.horizontal.Set(float64(t.contentWidth(d.paint)), float64(d.size.Width), float64(t.view.left))
	d.horizontal.Hidden = !d.horizontal.Needed()
}

func (d *tableDrawer[T]) placeEmpty() {
	e := d.t.Empty
	if e == nil {
		return
	}
	if !d.t.pages.known || d.t.pages.total > 0 {
		e.Hide()
		return
	}
	e.Show()
	e.Move(fyne.NewPos(0, d.paint.headerHeight))
	e.Resize(fyne.NewSize(d.size.Width, d.bodyHeight()))
}

func (d *tableDrawer[T]) collect() {
	d.objects = d.objects[:0]
	for _, r := range d.rows {
		d.objects = append(d.objects, r.objects()...)
	}
	d.objects = append(d.objects, d.ring)
	if d.t.Empty != nil {
		d.objects = append(d.objects, d.t.Empty)
	}
	d.objects = append(d.objects, d.header.objects()...)
	d.objects = append(d.objects, d.vertical, d.horizontal)
}

// tablePaint is what the theme says about a table.
type tablePaint struct {
	rowHeight, headerHeight, pad, gap, scale, icon, ringWidth float32
	text, bold, caption                                       *Ruler
	clear, selection, cursor, hover, separator, ring          colour
	header, ink, dim, bar                                     colour
}

func newTablePaint() tablePaint {
	size := theme.TextSize()
	p := tablePaint{
		scale: size / 14,
		pad:   theme.Size(theme.SizeNameInnerPadding),
		gap:   theme.Size(theme.SizeNameInnerPadding) * 1.5,
		icon:  theme.Size(theme.SizeNameInlineIcon),
		text:  rulerFor(size, fyne.TextStyle{}), bold: rulerFor(size, fyne.TextStyle{Bold: true}),
		caption:   rulerFor(theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{Bold: true}),
		clear:     transparent,
		selection: theme.Color(theme.ColorNameSelection), hover: theme.Color(theme.ColorNameHover),
		cursor: theme.Color(theme.ColorNameFocus), separator: theme.Color(theme.ColorNameSeparator),
		ring: theme.Color(look.ColorRing), header: theme.Color(theme.ColorNameHeaderBackground),
		ink: theme.Color(theme.ColorNameForeground), dim: theme.Color(look.ColorDim),
		bar: theme.Color(look.ColorPlaceholder), ringWidth: theme.Size(look.SizeFocusRing),
	}
	p.rowHeight = p.text.Height() + 1.5*p.pad
	p.headerHeight = p.caption.Height() + 1.5*p.pad
	return p
}
