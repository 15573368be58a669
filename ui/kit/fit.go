package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewChoice sets a choice in a row of filters: as wide as its widest option, so
// that none is cut off and nothing moves when another is chosen.
func NewChoice(s *Select) *fyne.Container { return container.New(widestOption{}, s) }

type widestOption struct{}

func (widestOption) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (widestOption) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out = out.Max(o.MinSize())
		if s, ok := o.(*Select); ok {
			ruler := rulerFor(theme.TextSize(), fyne.TextStyle{})
			frame := 4*theme.InnerPadding() + theme.IconInlineSize()
			for _, option := range s.Options {
				out.Width = max(out.Width, ruler.Width(option)+frame)
			}
		}
	}
	return out
}

// NewWide gives an object a least width in letters, such as a search field in
// a row of filters.
func NewWide(letters float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(wide(letters), o)
}

type wide float32

func (wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (w wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	out := fyne.NewSize(float32(w)*theme.TextSize()/2, 0)
	for _, o := range objects {
		out = out.Max(o.MinSize())
	}
	return out
}

// ShowMenu opens a menu of commands at a place on a canvas; those that cannot
// be done now are grey. A nil command is a line between two groups.
func ShowMenu(c fyne.Canvas, at fyne.Position, commands *Commands, list ...*Command) {
	var items []*fyne.MenuItem
	for _, cmd := range list {
		if cmd == nil {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		item := fyne.NewMenuItemWithIcon(cmd.Title, cmd.Icon, cmd.Do)
		item.Disabled = !commands.Available(cmd)
		items = append(items, item)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

// Below is the place on the canvas under an object, where its menu opens.
func Below(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(0, o.Size().Height)
}

// WholeWords wraps a label, and keeps it as wide as its longest word: Fyne would
// break that in two.
func WholeWords(l *widget.Label) *fyne.Container {
	l.Wrapping = fyne.TextWrapWord
	return container.New(wholeWords{}, l)
}

type wholeWords struct{}

func (wholeWords) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (wholeWords) MinSize(objects []fyne.CanvasObject) fyne.Size {
	label := objects[0].(*widget.Label)
	out := label.MinSize()
	for _, word := range strings.Fields(label.Text) {
		width := fyne.MeasureText(word, theme.Size(label.SizeName), label.TextStyle).Width
		out.Width = max(out.Width, width+2*theme.InnerPadding()+1) // what rounding takes
	}
	return out
}

// NewMeasure keeps an object from growing wider than a text should be read, in
// letters; it stands at the left.
func NewMeasure(letters float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(measure(letters), o)
}

type measure float32

func (m measure) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(size.Width, float32(m)*theme.TextSize()/2), size.Height))
	}
}

func (measure) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out = out.Max(o.MinSize())
	}
	return out
}

// NewBeside sets two parts of a page side by side where it is at least as wide
// as a number of letters, and the second below the first where it is not.
func NewBeside(letters float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&beside{letters: letters}, first, second)
}

type beside struct{ letters, width float32 }

// share is how much of the width the first part takes.
const besideShare = 0.58

func (b *beside) wide() bool { return b.width >= b.letters*theme.TextSize()/2 }

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.width = size.Width
	first, second := objects[0], objects[1]
	first.Move(fyne.Position{})
	if b.wide() {
		gap := 3 * theme.InnerPadding()
		left := (size.Width - gap) * besideShare
		first.Resize(fyne.NewSize(left, size.Height))
		second.Move(fyne.NewPos(left+gap, 0))
		second.Resize(fyne.NewSize(size.Width-left-gap, size.Height))
		return
	}
	first.Resize(fyne.NewSize(size.Width, first.MinSize().Height)) // wrapped text knows its height after its width
	height := first.MinSize().Height
	first.Resize(fyne.NewSize(size.Width, height))
	second.Move(fyne.NewPos(0, height+theme.Padding()))
	second.Resize(fyne.NewSize(size.Width, max(size.Height-height-theme.Padding(), second.MinSize().Height)))
}

func (b *beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	first, second := objects[0].MinSize(), objects[1].MinSize()
	out := first.Max(second)
	if !b.wide() {
		out.Height = first.Height + theme.Padding() + second.Height
	}
	return out
}
