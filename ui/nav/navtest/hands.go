package navtest

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// each visits everything that is visible, parents first, until f says stop.
func each(o fyne.CanvasObject, f func(fyne.CanvasObject) (stop bool)) bool {
	if o == nil || !o.Visible() {
		return false
	}
	if f(o) {
		return true
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		if each(part, f) {
			return true
		}
	}
	return false
}

// front is what can be worked now: the dialog on top, or the screen.
func (w *Window) front() fyne.CanvasObject {
	if over := w.Win.Canvas().Overlays().Top(); over != nil {
		return over
	}
	return w.Win.Content()
}

// Each visits everything visible on the screen, or in the dialog on top of it.
func Each(w *Window, visit func(fyne.CanvasObject)) {
	each(w.front(), func(o fyne.CanvasObject) bool {
		visit(o)
		return false
	})
}

// Text is everything that the screen, or the dialog on top of it, says.
func (w *Window) Text() string {
	var said []string
	each(w.front(), func(o fyne.CanvasObject) bool {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			said = append(said, t.Text)
		}
		return false
	})
	return strings.Join(said, " ")
}

// Find gives the first visible object of a type for which fits holds.
func Find[T fyne.CanvasObject](w *Window, fits func(T) bool) T {
	w.Helper()
	var found T
	if !each(w.front(), func(o fyne.CanvasObject) bool {
		t, ok := o.(T)
		if ok && fits(t) {
			found = t
			return true
		}
		return false
	}) {
		w.Fatalf("there is no such %T in\n%s", found, w.Text())
	}
	return found
}

// Press presses the button, the link or the chip with these words.
func (w *Window) Press(words string) {
	w.Helper()
	var do func()
	each(w.front(), func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *widget.Button:
			if o.Text == words && !o.Disabled() {
				do = o.OnTapped
			}
		case *kit.Button:
			if o.Text == words && !o.Disabled() {
				do = o.OnTapped
			}
		case *kit.Link:
			if o.Text == words {
				do = o.OnTapped
			}
		case *kit.Chip:
			if o.Text == words {
				do = func() { o.Tapped(&fyne.PointEvent{Position: fyne.NewPos(o.Size().Width-1, 1)}) }
			}
		}
		return do != nil
	})
	if do == nil {
		w.Fatalf("there is no button %q in\n%s", words, w.Text())
	}
	do()
	w.Queue.Pump()
}

// Fields lists the text fields of the screen, or of the dialog on top of it,
// from top to bottom.
func (w *Window) Fields() (out []*widget.Entry) {
	Each(w, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Input:
			out = append(out, &o.Entry)
		case *kit.DateEntry:
			out = append(out, &o.Entry)
		case *kit.SearchField:
			out = append(out, &o.Entry)
		case *kit.SelectEntry:
			out = append(out, &o.Entry)
		case *nav.SpeakerEntry:
			out = append(out, &o.Entry)
		}
	})
	return out
}

// Choose takes an option of the visible choice that offers it.
func (w *Window) Choose(option string) {
	w.Helper()
	has := func(s *widget.Select) bool { return slices.Contains(s.Options, option) }
	var choice *widget.Select
	each(w.front(), func(o fyne.CanvasObject) bool {
		switch o := o.(type) {
		case *widget.Select:
			choice = o
		case *kit.Select:
			choice = &o.Select
		default:
			return false
		}
		return has(choice)
	})
	if choice == nil || !has(choice) {
		w.Fatalf("there is no choice with %q in\n%s", option, w.Text())
	}
	choice.SetSelected(option)
	w.Queue.Pump()
}

// Type types letters where the keyboard is.
func (w *Window) Type(letters string) {
	w.Helper()
	for _, r := range letters {
		f := w.Win.Canvas().Focused()
		if f == nil {
			w.Fatalf("nothing has the keyboard for %q", letters)
		}
		f.TypedRune(r)
	}
	w.Queue.Pump()
}

// Keys presses keys where the keyboard is.
func (w *Window) Keys(keys ...fyne.KeyName) {
	w.Helper()
	for _, k := range keys {
		f := w.Win.Canvas().Focused()
		if f == nil {
			w.Fatalf("nothing has the keyboard for %s", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
		w.Queue.Pump()
	}
}

// Do does a command by its identifier, as the menu does, as soon as it can be
// done.
func (w *Window) Do(command string) {
	w.Helper()
	c := w.Host.Commands.Find(command)
	if c == nil {
		w.Fatalf("there is no command %s", command)
	}
	w.Until(func() bool { return w.Host.Commands.Available(c) })
	if !w.Host.Commands.Run(c) {
		w.Fatalf("the command %s cannot be done while a dialog says %q", command, w.Text())
	}
	w.Queue.Pump()
}

// Confirm presses the button of the open dialog that stands out.
func (w *Window) Confirm() {
	w.Helper()
	if !kit.Confirm(w.Win.Canvas()) {
		w.Fatalf("no dialog can be confirmed; the screen says\n%s", w.Text())
	}
	w.Queue.Pump()
}
