package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// pageHead is the layout of a heading and what stands beside it: at the right,
// or below where the width is used up.
type pageHead struct{}

// Layout places both.
func (pageHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title := objects[0].MinSize()
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, title.Height))
	if len(objects) < 2 {
		return
	}
	beside := objects[1]
	if width := inOneRow(beside); title.Width+width <= size.Width {
		beside.Resize(fyne.NewSize(width, beside.MinSize().Height))
		height := beside.MinSize().Height // of one row, now that it has the width
		beside.Resize(fyne.NewSize(width, height))
		beside.Move(fyne.NewPos(size.Width-width, (title.Height-height)/2))
		return
	}
	beside.Move(fyne.NewPos(0, title.Height))
	beside.Resize(fyne.NewSize(size.Width, beside.MinSize().Height))
}

// MinSize has room for the widest part, and for both heights where they stand
// below one another.
func (pageHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	out := objects[0].MinSize()
	if len(objects) < 2 {
		return out
	}
	beside := objects[1].MinSize()
	if c, ok := objects[1].(*fyne.Container); ok {
		if _, flows := c.Layout.(*Flow); flows {
			beside.Width = 0
			for _, o := range c.Objects {
				beside.Width = max(beside.Width, o.MinSize().Width)
			}
		}
	}
	out.Width = max(out.Width, beside.Width)
	if objects[1].Position().Y >= objects[0].MinSize().Height {
		out.Height += beside.Height
	} else {
		out.Height = max(out.Height, beside.Height)
	}
	return out
}

// inOneRow is the width of an object, or of all objects of a Flow side by side.
func inOneRow(o fyne.CanvasObject) float32 {
	c, ok := o.(*fyne.Container)
	if !ok {
		return o.MinSize().Width
	}
	if _, flows := c.Layout.(*Flow); !flows {
		return o.MinSize().Width
	}
	width := float32(1) // what rounding takes
	for _, part := range c.Objects {
		if part.Visible() {
			width += part.MinSize().Width + theme.Padding()
		}
	}
	return width
}
