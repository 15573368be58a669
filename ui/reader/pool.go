package reader

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// pool hands out rectangles that are used again with every drawing.
type pool struct {
	items []*canvas.Rectangle
	used  int
}

func (p *pool) put(at fyne.Position, size fyne.Size, fill color.Color) *canvas.Rectangle {
	if p.used == len(p.items) {
		p.items = append(p.items, canvas.NewRectangle(fill))
	}
	o := p.items[p.used]
	p.used++
	*o = canvas.Rectangle{FillColor: fill}
	o.Move(at)
	o.Resize(size)
	return o
}

func (p *pool) appendTo(out []fyne.CanvasObject) []fyne.CanvasObject {
	for _, o := range p.items[:p.used] {
		out = append(out, o)
	}
	return out
}
