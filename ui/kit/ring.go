package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"onrecord/ui/kit/look"
)

// newRing makes the frame around what has the keyboard.
func newRing() *canvas.Rectangle {
	r := canvas.NewRectangle(transparent)
	r.CornerRadius = 4
	paintRing(r)
	return r
}

func paintRing(r *canvas.Rectangle) {
	r.StrokeColor, r.StrokeWidth = theme.Color(look.ColorRing), theme.Size(look.SizeFocusRing)
}

// ringed sets such a frame above another drawing.
type ringed struct {
	fyne.WidgetRenderer
	ring *canvas.Rectangle
}

// Objects are those of the drawing and the frame.
func (r *ringed) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject(nil), r.WidgetRenderer.Objects()...), r.ring)
}

// Layout gives both all the room.
func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
}

// Refresh takes over the colours of the theme.
func (r *ringed) Refresh() {
	paintRing(r.ring)
	r.WidgetRenderer.Refresh()
}
