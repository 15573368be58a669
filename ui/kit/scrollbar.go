package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ScrollBar moves a view over a content that has no canvas object of its own
// length: a table of a million rows would lose its pixels in the arithmetic of
// one. Positions are float64 in any unit.
type ScrollBar struct {
	widget.BaseWidget
	// OnMove is called with the new position while the person drags or clicks.
	OnMove func(position float64)

	horizontal             bool
	length, shown, at      float64
	bar                    *canvas.Rectangle
	hovered, dragging      bool
	grabbed                float64 // the position where the drag began
	dragDistance           float32
	track                  *canvas.Rectangle
	barStart, barLen, full float32
}

// NewScrollBar makes an upright bar.
func NewScrollBar(onMove func(position float64)) *ScrollBar {
	b := &ScrollBar{OnMove: onMove}
	b.ExtendBaseWidget(b)
	return b
}

// NewHorizontalScrollBar makes a lying bar.
func NewHorizontalScrollBar(onMove func(position float64)) *ScrollBar {
	b := &ScrollBar{OnMove: onMove, horizontal: true}
	b.ExtendBaseWidget(b)
	return b
}

// Set tells the bar how long the content is, how much of it is shown and where
// the view begins.
func (b *ScrollBar) Set(length, shown, at float64) {
	if b.length == length && b.shown == shown && b.at == at {
		return
	}
	b.length, b.shown, b.at = length, shown, at
	b.place()
}

// Needed reports whether there is more than the view can show.
func (b *ScrollBar) Needed() bool { return b.length > b.shown && b.shown > 0 }

// CreateRenderer draws a track and a bar.
func (b *ScrollBar) CreateRenderer() fyne.WidgetRenderer {
	b.track = canvas.NewRectangle(nil)
	b.bar = canvas.NewRectangle(nil)
	b.paint()
	return &scrollBarRenderer{b: b}
}

func (b *ScrollBar) paint() {
	th := b.Theme()
	v := fyne.CurrentApp().Settings().ThemeVariant()
	b.bar.FillColor = th.Color(theme.ColorNameScrollBar, v)
	b.track.FillColor = th.Color(theme.ColorNameScrollBarBackground, v)
	b.track.Hidden = !b.hovered && !b.dragging
}

// place puts the bar where it belongs.
func (b *ScrollBar) place() {
	if b.bar == nil {
		return
	}
	size := b.Size()
	wide := b.hovered || b.dragging
	thin := b.Theme().Size(theme.SizeNameScrollBarSmall)
	thick := size.Width
	b.full = size.Height
	if b.horizontal {
		thick, b.full = size.Height, size.Width
	}
	width := thin
	if wide {
		width = thick - 2
	}
	b.bar.Hidden = !b.Needed()
	b.bar.CornerRadius = width / 2
	if b.Needed() {
		b.barLen = min(max(b.full*float32(b.shown/b.length), 28), b.full)
		b.barStart = (b.full - b.barLen) * float32(b.at/(b.length-b.shown))
	}
	b.track.Resize(size)
	if b.horizontal {
		b.bar.Move(fyne.NewPos(b.barStart, thick-width-1))
		b.bar.Resize(fyne.NewSize(b.barLen, width))
	} else {
		b.bar.Move(fyne.NewPos(thick-width-1, b.barStart))
		b.bar.Resize(fyne.NewSize(width, b.barLen))
	}
	b.bar.Refresh()
}

func (b *ScrollBar) along(p fyne.Position) float32 {
	if b.horizontal {
		return p.X
	}
	return p.Y
}

func (b *ScrollBar) move(to float64) {
	to = min(max(to, 0), max(b.length-b.shown, 0))
	if to != b.at && b.OnMove != nil {
		b.at = to
		b.place()
		b.OnMove(to)
	}
}

// Dragged moves the view with the bar.
func (b *ScrollBar) Dragged(e *fyne.DragEvent) {
	if !b.Needed() {
		return
	}
	if !b.dragging {
		b.dragging, b.grabbed, b.dragDistance = true, b.at, 0
	}
	b.dragDistance += b.along(fyne.NewPos(e.Dragged.DX, e.Dragged.DY))
	if room := b.full - b.barLen; room > 0 {
		b.move(b.grabbed + float64(b.dragDistance/room)*(b.length-b.shown))
	}
}

// DragEnd lets the bar go.
func (b *ScrollBar) DragEnd() {
	b.dragging = false
	b.Refresh()
}

// Tapped moves the view one screen towards the click.
func (b *ScrollBar) Tapped(e *fyne.PointEvent) {
	switch at := b.along(e.Position); {
	case !b.Needed():
	case at < b.barStart:
		b.move(b.at - b.shown*0.9)
	case at > b.barStart+b.barLen:
		b.move(b.at + b.shown*0.9)
	}
}

// MouseIn makes the bar thicker.
func (b *ScrollBar) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved does nothing.
func (b *ScrollBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes the bar thin again.
func (b *ScrollBar) MouseOut() { b.hover(false) }

func (b *ScrollBar) hover(in bool) {
	b.hovered = in
	b.Refresh()
}

type scrollBarRenderer struct{ b *ScrollBar }

func (r *scrollBarRenderer) Layout(fyne.Size) { r.b.place() }
func (r *scrollBarRenderer) MinSize() fyne.Size {
	t := r.b.Theme().Size(theme.SizeNameScrollBar)
	return fyne.NewSize(t, t)
}

func (r *scrollBarRenderer) Refresh() {
	r.b.paint()
	r.b.place()
	canvas.Refresh(r.b)
}

func (r *scrollBarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.track, r.b.bar}
}
func (r *scrollBarRenderer) Destroy() {}
