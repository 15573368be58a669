package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Modifiers remembers which of Shift, Ctrl and Alt are held while a widget has
// the keyboard: Fyne tells of them in key-down events alone, never in TypedKey.
// A widget embeds it and thereby becomes a desktop.Keyable.
type Modifiers struct{ held fyne.KeyModifier }

// Shift reports whether a shift key is held.
func (m *Modifiers) Shift() bool { return m.held&fyne.KeyModifierShift != 0 }

// KeyDown notes a modifier.
func (m *Modifiers) KeyDown(e *fyne.KeyEvent) { m.held |= modifierOf(e.Name) }

// KeyUp forgets a modifier.
func (m *Modifiers) KeyUp(e *fyne.KeyEvent) { m.held &^= modifierOf(e.Name) }

// Release forgets all of them: to be called when the keyboard goes elsewhere.
func (m *Modifiers) Release() { m.held = 0 }

func modifierOf(key fyne.KeyName) fyne.KeyModifier {
	switch key {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		return fyne.KeyModifierShift
	case desktop.KeyControlLeft, desktop.KeyControlRight:
		return fyne.KeyModifierControl
	case desktop.KeyAltLeft, desktop.KeyAltRight:
		return fyne.KeyModifierAlt
	}
	return 0
}

// Focus gives the keyboard to a widget that has been drawn. One that was
// hidden until now is not known to the driver yet: focus it through the canvas
// of something beside it.
func Focus(w fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.(fyne.CanvasObject)); c != nil {
		c.Focus(w)
	}
}

const doubleClick = 400 * time.Millisecond

// doubleClicks tells a second click on the same thing from a first. Fyne's own
// DoubleTappable delays every single click.
type doubleClicks struct {
	thing int
	at    time.Time
}

// second reports whether a click on a thing is the second of a double click.
func (d *doubleClicks) second(thing int, e *desktop.MouseEvent) bool {
	again := e.Button == desktop.MouseButtonPrimary && thing == d.thing && time.Since(d.at) < doubleClick
	d.thing, d.at = thing, time.Now()
	if again {
		d.at = time.Time{}
	}
	return again
}
