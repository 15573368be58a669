package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Flow is a layout that sets objects side by side and begins a new row where
// the width is used up: for chips and buttons in any language and text size.
type Flow struct{ width float32 }

// NewFlow makes the layout. One belongs to one container.
func NewFlow() *Flow { return &Flow{} }

// Layout places the objects.
func (f *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Resize(size)
		o.Move(at)
	})
}

// MinSize is the widest object and as many rows as the last width needs.
func (f *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	f.place(objects, func(_ fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		out.Width = max(out.Width, size.Width)
		out.Height = max(out.Height, at.Y+size.Height)
	})
	return out
}

// place sets the objects row by row, in the middle of their row's height.
func (f *Flow) place(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) {
	gap := theme.Padding()
	var row []fyne.CanvasObject
	var x, y, height float32
	end := func() {
		x = 0
		for _, o := range row {
			size := o.MinSize()
			put(o, fyne.NewPos(x, y+(height-size.Height)/2), size)
			x += size.Width + gap
		}
		x, y, height, row = 0, y+height+gap, 0, row[:0]
	}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if x > 0 && f.width > 0 && x+size.Width > f.width {
			end()
		}
		row = append(row, o)
		x += size.Width + gap
		height = max(height, size.Height)
	}
	end()
}

// Columns is a layout that sets blocks below each other in as many columns as the
// width has room for, each block in the column that is shortest so far.
type Columns struct{ width float32 }

// Layout places the blocks.
func (c *Columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	c.place(objects, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Resize(size)
		o.Move(at)
	})
}

// MinSize is the widest block and the height that the last width needs.
func (c *Columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	c.place(objects, func(_ fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		out.Width = max(out.Width, size.Width)
		out.Height = max(out.Height, at.Y+size.Height)
	})
	return out
}

func (c *Columns) place(objects []fyne.CanvasObject, put func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) {
	widest := float32(1)
	for _, o := range objects {
		widest = max(widest, o.MinSize().Width)
	}
	heights := make([]float32, max(1, int(c.width/widest)))
	room := max(widest, c.width/float32(len(heights)))
	for _, o := range objects {
		at := 0
		for i, h := range heights {
			if h < heights[at] {
				at = i
			}
		}
		size := o.MinSize()
		put(o, fyne.NewPos(float32(at)*room, heights[at]), size)
		heights[at] += size.Height + theme.Padding()
	}
}

// Footed sets a text that wraps below what takes the rest of the height. In a
// Border the text has the height of before it knew its width.
func Footed(body, foot fyne.CanvasObject) *fyne.Container {
	return container.New(footed{}, body, foot)
}

type footed struct{}

// Layout gives the foot the height that it needs at the width.
func (footed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, foot := objects[0], objects[1]
	foot.Resize(fyne.NewSize(size.Width, foot.Size().Height))
	height := foot.MinSize().Height
	foot.Resize(fyne.NewSize(size.Width, height))
	foot.Move(fyne.NewPos(0, size.Height-height))
	body.Resize(fyne.NewSize(size.Width, size.Height-height-theme.Padding()))
	body.Move(fyne.Position{})
}

// MinSize has room for both.
func (footed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	body, foot := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(body.Width, foot.Width), body.Height+theme.Padding()+foot.Height)
}

// spacer is an invisible object of a width.
func spacer(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(transparent)
	r.SetMinSize(fyne.NewSize(width, 0))
	return r
}

// Scrollable puts an object that may be too tall into a scroller, with room
// for the bar.
func Scrollable(content fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.NewPadded(container.NewBorder(nil, nil, nil, spacer(theme.ScrollBarSize()), content)))
}

// column gives its one object a fixed width, at 100 percent text size, and the
// height that it needs at that width.
type column struct{ width float32 }

func (c *column) size(o fyne.CanvasObject) fyne.Size {
	width := c.width * theme.TextSize() / 14
	o.Resize(fyne.NewSize(width, o.Size().Height)) // wrapped text knows its height after its width
	return fyne.NewSize(width, o.MinSize().Height)
}

// Layout fills the column.
func (c *column) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for _, o := range objects {
		o.Resize(c.size(o))
		o.Move(fyne.Position{})
	}
}

// MinSize is that of the object in the column.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out = out.Max(c.size(o))
	}
	return out
}
