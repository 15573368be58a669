package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ground fills its place with a colour of the theme. It is a line as thick as the place
// is wide: where there is no graphics card, a pixel of a rectangle takes four times as
// long, since edges, stroke and shadow are computed for each, and the ground of the
// rail took a fifth of the time of every frame.
type ground struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

func newGround(name fyne.ThemeColorName) *ground {
	g := &ground{name: name}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer draws the line.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return &groundRenderer{g: g, line: canvas.NewLine(theme.Color(g.name))}
}

type groundRenderer struct {
	g    *ground
	line *canvas.Line
}

func (r *groundRenderer) Destroy()                     {}
func (r *groundRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

// Layout puts the line in the middle.
func (r *groundRenderer) Layout(size fyne.Size) {
	r.line.StrokeWidth = size.Width
	r.line.Position1, r.line.Position2 = fyne.NewPos(size.Width/2, 0), fyne.NewPos(size.Width/2, size.Height)
	r.line.Refresh()
}

// Refresh takes the colour of the present theme.
func (r *groundRenderer) Refresh() {
	r.line.StrokeColor = theme.Color(r.g.name)
	r.line.Refresh()
}
