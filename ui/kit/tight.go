package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tight sets the texts in boxes and forms with little room around each: for
// lists of facts, which are read as a block. The texts in the containers given
// are wrapped in place; a Border, which knows its objects by name, has no place
// among them.
//
// A theme override would need one size only, but Fyne reads the fonts anew for
// every one of them and keeps them, and the widgets under it, for good.
func Tight(content fyne.CanvasObject) fyne.CanvasObject {
	switch o := content.(type) {
	case *fyne.Container:
		for i := range o.Objects {
			o.Objects[i] = Tight(o.Objects[i])
		}
	case *widget.Label, *Readable, *CaptionText, *Link:
		return container.New(tight{}, content)
	}
	return content
}

// tight lets a text reach over the edge with the room that it keeps around
// itself, but for a quarter.
type tight struct{}

func (tight) spare() float32 { return theme.InnerPadding() * 0.75 }

func (t tight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(-t.spare(), -t.spare()))
		o.Resize(size.AddWidthHeight(2*t.spare(), 2*t.spare()))
	}
}

func (t tight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out = out.Max(o.MinSize().SubtractWidthHeight(2*t.spare(), 2*t.spare()))
	}
	return out
}
