package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// InDialog reports whether a dialog, a menu or the palette lies over the
// window: its keys then belong to that.
func InDialog(c fyne.Canvas) bool { return c != nil && c.Overlays().Top() != nil }

// Dismiss closes the dialog on top without doing what it asks about, and
// reports whether there was one. It is what Escape does.
func Dismiss(c fyne.Canvas) bool {
	if !InDialog(c) {
		return false
	}
	c.Overlays().Top().Hide()
	return true
}

// Confirm presses the button of the dialog on top that stands out, and reports
// whether there was one. It is what Ctrl+Enter does, and Enter in a field of
// one line.
func Confirm(c fyne.Canvas) bool {
	if !InDialog(c) {
		return false
	}
	pop, ok := c.Overlays().Top().(*widget.PopUp)
	if !ok {
		return false
	}
	b := mainButton(pop.Content)
	if b == nil || b.Disabled() || b.OnTapped == nil {
		return false
	}
	b.OnTapped()
	return true
}

// mainButton is the last button of high importance: Fyne sets those of a
// dialog below its content.
func mainButton(o fyne.CanvasObject) *widget.Button {
	switch o := o.(type) {
	case *widget.Button:
		if o.Importance == widget.HighImportance && o.Visible() {
			return o
		}
	case *fyne.Container:
		for i := len(o.Objects) - 1; i >= 0; i-- {
			if b := mainButton(o.Objects[i]); b != nil {
				return b
			}
		}
	}
	return nil
}

// dialogKey handles the keys that every field has in a dialog and reports
// whether it did.
func dialogKey(field fyne.CanvasObject, e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		return Dismiss(canvasOf(field))
	case fyne.KeyReturn, fyne.KeyEnter:
		return Confirm(canvasOf(field))
	}
	return false
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(o) }
