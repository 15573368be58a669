package kit

import (
	"image/color"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

type colour = color.Color

// transparent is the one colour that the painter leaves out instead of blending
// it over every pixel.
var transparent color.Color = color.Transparent

// rowDrawing is the canvas objects of one visible row.
type rowDrawing struct {
	row, version int
	ground, line *canvas.Rectangle
	cells        []*cellDrawing
	shown        bool
}

func newRowDrawing(columns int) *rowDrawing {
	r := &rowDrawing{row: -1, ground: canvas.NewRectangle(transparent), line: canvas.NewRectangle(transparent)}
	r.cells = make([]*cellDrawing, columns)
	for i := range r.cells {
		r.cells[i] = &cellDrawing{text: canvas.NewText("", transparent)}
	}
	return r
}

func (r *rowDrawing) show(shown bool) { r.shown = shown }

func (r *rowDrawing) objects() []fyne.CanvasObject {
	if !r.shown {
		return nil
	}
	out := []fyne.CanvasObject{r.ground, r.line}
	for _, c := range r.cells {
		out = c.appendTo(out)
	}
	return out
}

func (r *rowDrawing) move(y, width float32, p tablePaint) {
	r.ground.Move(fyne.NewPos(0, y))
	r.ground.Resize(fyne.NewSize(width, p.rowHeight))
	r.line.Move(fyne.NewPos(0, y+p.rowHeight-1))
	r.line.Resize(fyne.NewSize(width, 1))
	for _, c := range r.cells {
		c.move(y, p.rowHeight)
	}
}

// cellDrawing is one field: text, and the ground, dot and icon that some
// fields have, which are made when first needed.
type cellDrawing struct {
	text      *canvas.Text
	ground    *canvas.Rectangle
	dot       *canvas.Circle
	icon      *canvas.Image
	dotX      float32
	iconX     float32
	textX     float32
	groundX   float32
	hasGround bool
	hasDot    bool
	hasIcon   bool
	groundBox fyne.Size
}

const dotSize = 9

func (c *cellDrawing) appendTo(out []fyne.CanvasObject) []fyne.CanvasObject {
	if c.hasGround {
		out = append(out, c.ground)
	}
	if c.hasDot {
		out = append(out, c.dot)
	}
	if c.hasIcon {
		out = append(out, c.icon)
	}
	return append(out, c.text)
}

// set draws a cell between x and x+width.
func (c *cellDrawing) set(v Cell, x, width float32, align fyne.TextAlign, p tablePaint) {
	c.hasGround, c.hasDot, c.hasIcon = false, false, false
	room := width
	left := x
	if v.Dot != "" {
		c.setDot(v.Dot, left)
		left, room = left+dotSize+p.pad*0.75, room-dotSize-p.pad*0.75
	}
	if v.Icon != nil {
		c.setIcon(v.Icon, left, p)
		left, room = left+p.icon+p.pad*0.5, room-p.icon-p.pad*0.5
	}
	ruler := p.text
	if v.Bold {
		ruler = p.bold
	}
	if v.Badge {
		room -= 2 * p.pad
	}
	text := ruler.Cut(v.Text, room)
	used := ruler.Width(text)
	c.textX = left
	switch {
	case v.Badge:
		c.textX = left + p.pad
		c.setGround(v.Tone.Fill(), left, fyne.NewSize(used+2*p.pad, p.text.Height()+p.pad*0.5))
		c.hasGround = text != ""
	case align == fyne.TextAlignTrailing:
		c.textX = left + max(room-used, 0)
	case align == fyne.TextAlignCenter:
		c.textX = left + max(room-used, 0)/2
	}
	c.text.Text, c.text.TextStyle, c.text.TextSize, c.text.Color = text, ruler.Style, ruler.Size, cellInk(v, p)
	c.text.Refresh()
}

func cellInk(v Cell, p tablePaint) colour {
	switch {
	case v.Badge || v.Tone != look.Neutral:
		return theme.Color(v.Tone.Ink())
	case v.Dim:
		return p.dim
	}
	return p.ink
}

// clear draws nothing: there is no room for the column.
func (c *cellDrawing) clear() {
	c.hasGround, c.hasDot, c.hasIcon = false, false, false
	c.text.Text = ""
	c.text.Refresh()
}

// wait draws a bar in place of a text that is on its way; vary makes the bars
// of neighbours differ.
func (c *cellDrawing) wait(x, width float32, vary int, p tablePaint) {
	c.hasDot, c.hasIcon = false, false
	c.text.Text = ""
	c.text.Refresh()
	share := 0.45 + 0.1*float32(vary%4)
	c.setGround(look.ColorPlaceholder, x, fyne.NewSize(width*share, p.text.Height()*0.6))
}

func (c *cellDrawing) setGround(name fyne.ThemeColorName, x float32, size fyne.Size) {
	if c.ground == nil {
		c.ground = canvas.NewRectangle(transparent)
	}
	c.hasGround, c.groundX, c.groundBox = true, x, size
	c.ground.FillColor = theme.Color(name)
	c.ground.CornerRadius = size.Height / 2
	c.ground.Refresh()
}

func (c *cellDrawing) setDot(name fyne.ThemeColorName, x float32) {
	if c.dot == nil {
		c.dot = canvas.NewCircle(transparent)
	}
	c.hasDot, c.dotX = true, x
	c.dot.FillColor = theme.Color(name)
	c.dot.Refresh()
}

func (c *cellDrawing) setIcon(res fyne.Resource, x float32, p tablePaint) {
	if c.icon == nil {
		c.icon = &canvas.Image{FillMode: canvas.ImageFillContain}
	}
	c.hasIcon, c.iconX = true, x
	if c.icon.Resource != res {
		c.icon.Resource = res
	}
	c.icon.Resize(fyne.NewSize(p.icon, p.icon))
	c.icon.Refresh()
}

func (c *cellDrawing) move(y, height float32) {
	c.text.Move(fyne.NewPos(c.textX, y+(height-c.text.MinSize().Height)/2))
	if c.hasGround {
		c.ground.Move(fyne.NewPos(c.groundX, y+(height-c.groundBox.Height)/2))
		c.ground.Resize(c.groundBox)
	}
	if c.hasDot {
		c.dot.Move(fyne.NewPos(c.dotX, y+(height-dotSize)/2))
		c.dot.Resize(fyne.NewSize(dotSize, dotSize))
	}
	if c.hasIcon {
		c.icon.Move(fyne.NewPos(c.iconX, y+(height-c.icon.Size().Height)/2))
	}
}
