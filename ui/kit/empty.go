package kit

import (
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewEmptyState fills the place of a list that has nothing yet with what the
// list is for and the button that begins it. An empty action leaves the button
// out. What else could be done stands below.
//
//	kit.NewEmptyState(look.Icon(look.IconReview), "Nothing to review",
//		"Statements that are new or unsure wait here.", "Import articles", openImport)
func NewEmptyState(icon fyne.Resource, title, sentence, action string, do func(), more ...fyne.CanvasObject) fyne.CanvasObject {
	picture := canvas.NewImageFromResource(theme.NewColoredResource(icon, look.ColorDim))
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSquareSize(56))
	head := widget.NewLabelWithStyle(title, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameSubHeadingText
	head.Wrapping = fyne.TextWrapWord
	text := widget.NewLabel(sentence)
	text.Alignment = fyne.TextAlignCenter
	text.Wrapping = fyne.TextWrapWord
	rows := []fyne.CanvasObject{picture, head, text}
	if action != "" {
		button := NewButton(action, nil, do)
		button.Importance = widget.HighImportance
		rows = append(rows, container.NewCenter(button))
	}
	rows = append(rows, more...)
	return container.New(middle{width: 420}, container.NewVBox(rows...))
}

// middle centres its one object, no wider than the given width at 100 percent
// text size.
type middle struct{ width float32 }

func (m middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		width := min(m.width*theme.TextSize()/14, size.Width)
		o.Resize(fyne.NewSize(width, o.MinSize().Height)) // wrapped text knows its height after its width
		height := min(o.MinSize().Height, size.Height)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos((size.Width-width)/2, max((size.Height-height)*0.4, 0)))
	}
}

func (m middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out = out.Max(o.MinSize())
	}
	return out
}
