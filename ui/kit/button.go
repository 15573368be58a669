package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that knows Escape in a dialog, and that Enter presses as
// Space does.
type Button struct {
	widget.Button
	focused bool
}

// NewButton makes a button; a nil icon leaves it out.
func NewButton(text string, icon fyne.Resource, do func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = text, icon, do
	b.ExtendBaseWidget(b)
	return b
}

// TypedRune hands letters on to the window.
func (b *Button) TypedRune(r rune) { passOn(b, r) }

// Tapped does what the button does. Fyne's takes the keyboard away first; here
// whoever had it keeps it, so that Tab goes on from a button pressed by key.
func (b *Button) Tapped(e *fyne.PointEvent) {
	do := b.OnTapped
	if c := canvasOf(b); c != nil && do != nil {
		held := c.Focused()
		b.OnTapped = func() {
			if held != nil {
				c.Focus(held)
			}
			do()
		}
		defer func() { b.OnTapped = do }()
	}
	b.Button.Tapped(e)
}

// FocusGained frames the button and scrolls it into view.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	reveal(b)
}

// FocusLost takes the frame away.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// CreateRenderer adds the frame of what has the keyboard: Fyne shades the ground
// a little, which cannot be seen on the button that stands out.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &ringedButton{WidgetRenderer: b.Button.CreateRenderer(), of: b}
	r.ground, _ = r.Objects()[0].(*canvas.Rectangle)
	return r
}

type ringedButton struct {
	fyne.WidgetRenderer
	of     *Button
	ground *canvas.Rectangle
}

func (r *ringedButton) Refresh() {
	if r.ground != nil {
		r.ground.StrokeWidth = 0
		if r.of.focused {
			r.ground.StrokeWidth, r.ground.StrokeColor = 2, theme.Color(theme.ColorNameForeground)
		}
	}
	r.WidgetRenderer.Refresh()
}

// TypedKey closes the dialog or presses the button.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		Dismiss(canvasOf(b))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		if !pageKey(b, e) {
			b.Button.TypedKey(e)
		}
	}
}
