package kit

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Select is a choice of one of several words that knows the keys of a dialog:
// Escape closes it. Fyne's own swallows every key that it does not know.
type Select struct{ widget.Select }

// NewSelect makes a choice; changed may be nil.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.PlaceHolder = words.choose()
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the choice in the frame that a text field has.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &framedRenderer{WidgetRenderer: s.Select.CreateRenderer()}
	r.ground, _ = r.Objects()[0].(*canvas.Rectangle)
	r.frame()
	return r
}

// framedRenderer sets a frame around Fyne's drawing of a choice, which has none
// and hardly stands out from the page.
type framedRenderer struct {
	fyne.WidgetRenderer
	ground *canvas.Rectangle
}

func (r *framedRenderer) frame() {
	if r.ground != nil {
		r.ground.StrokeWidth, r.ground.StrokeColor = theme.Size(theme.SizeNameInputBorder), theme.Color(theme.ColorNameInputBorder)
	}
}

func (r *framedRenderer) Refresh() {
	r.frame()
	r.WidgetRenderer.Refresh()
}

// FocusGained scrolls the choice into view.
func (s *Select) FocusGained() {
	s.Select.FocusGained()
	reveal(s)
}

// TypedKey handles the keys of a dialog before those of the choice. Space opens
// the list with the choice of now lit.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	if dialogKey(s, e) {
		return
	}
	s.Select.TypedKey(e)
	if e.Name == fyne.KeySpace {
		lightItem(canvasOf(s), max(s.SelectedIndex(), 0))
	}
}

// TypedRune chooses by the first letter in a dialog, the next one each time. On a
// screen letters are its commands, and go on to the window.
func (s *Select) TypedRune(r rune) {
	if c := canvasOf(s); !InDialog(c) {
		passOn(s, r)
		return
	}
	for i := range s.Options {
		at := (max(s.SelectedIndex(), 0) + 1 + i) % len(s.Options)
		if first, _ := utf8.DecodeRuneInString(s.Options[at]); unicode.ToLower(first) == unicode.ToLower(r) {
			s.SetSelectedIndex(at)
			return
		}
	}
}

// Check is a box to tick that knows the keys of a dialog.
type Check struct{ widget.Check }

// NewCheck makes a box; changed may be nil.
func NewCheck(text string, changed func(on bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// Labelled sets words that wrap beside a box without words of its own; a click on
// them ticks it as well.
func Labelled(c *Check, text string) fyne.CanvasObject {
	label := &checkLabel{of: c}
	label.Text, label.Wrapping = text, fyne.TextWrapWord
	label.ExtendBaseWidget(label)
	return container.NewBorder(nil, nil, container.NewVBox(c), nil, label)
}

type checkLabel struct {
	widget.Label
	of *Check
}

// Tapped ticks the box.
func (l *checkLabel) Tapped(*fyne.PointEvent) {
	if !l.of.Disabled() {
		l.of.SetChecked(!l.of.Checked)
	}
}

// FocusGained scrolls the box into view.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	reveal(c)
}

// TypedKey handles the keys of a dialog.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if !dialogKey(c, e) {
		c.Check.TypedKey(e)
	}
}

// TypedRune ticks with the space bar and hands letters on to the window.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Check.TypedRune(r)
		return
	}
	passOn(c, r)
}
