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
	pop := top(c)
	if pop != nil {
		c.Unfocus() // the cursor of a hidden field would blink on
		pop.Hide()
	}
	return pop != nil
}

// Confirm presses the button of the dialog on top that stands out, and reports
// whether there was one. It is what Ctrl+Enter does, and Enter in a field of
// one line.
func Confirm(c fyne.Canvas) bool {
	pop := top(c)
	if pop == nil {
		return false
	}
	b := mainButton(pop.Content)
	if b == nil || b.Disabled() || b.OnTapped == nil {
		return false
	}
	field := c.Focused()
	b.OnTapped()
	if field != nil && !pop.Visible() {
		field.FocusLost() // the cursor of a hidden field would blink on
	}
	return true
}

// top is the dialog on top, nil where there is none. Fyne lays it into an
// overlay of a type that it keeps to itself, but whose drawing names its parts.
func top(c fyne.Canvas) *widget.PopUp {
	if !InDialog(c) {
		return nil
	}
	over, ok := c.Overlays().Top().(fyne.Widget)
	if !ok {
		return nil
	}
	for _, o := range over.CreateRenderer().Objects() {
		if pop, ok := o.(*widget.PopUp); ok {
			return pop
		}
	}
	return nil
}

// mainButton is the last button of high importance: Fyne sets those of a
// dialog below its content.
func mainButton(o fyne.CanvasObject) *widget.Button {
	switch o := o.(type) {
	case *Button:
		return mainButton(&o.Button)
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
	return pageKey(field, e)
}

// passOn gives the window a letter that the widget with the keyboard has no use
// for: the keys of a screen work wherever one has tabbed to.
func passOn(from fyne.CanvasObject, letter rune) {
	if c := canvasOf(from); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(letter)
	}
}

// canvasOf is the canvas of a widget that has got a key. The driver does not know
// one that is part of another by embedding; its window has the keyboard.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	for _, w := range driver.AllWindows() {
		if c := w.Canvas(); c.Focused() != nil {
			return c
		}
	}
	return nil
}
