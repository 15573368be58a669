package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// reveal scrolls what has got the keyboard into view: Tab goes on below the edge
// of a page, and Fyne's scroller does not follow. Every widget of the kit calls
// it when it gains the keyboard.
func reveal(gained fyne.CanvasObject) {
	c := canvasOf(gained)
	if c == nil {
		return
	}
	o, ok := c.Focused().(fyne.CanvasObject) // the whole widget, where gained is a part of it by embedding
	if !ok {
		return
	}
	root := c.Content()
	if pop := top(c); pop != nil {
		root = pop.Content
	}
	within(root, o)
}

// within looks for an object below another, gives its place in it, and scrolls
// the scrollers on the way so that it can be seen.
func within(root, o fyne.CanvasObject) (at fyne.Position, found bool) {
	if root == o {
		return at, true
	}
	switch root := root.(type) {
	case *fyne.Container:
		return withinAny(root.Objects, o)
	case *container.Split:
		return withinAny([]fyne.CanvasObject{root.Leading, root.Trailing}, o)
	case *container.Scroll:
		if at, found = within(root.Content, o); found {
			scrollTo(root, at, o.Size())
		}
		return at.Subtract(root.Offset), found
	}
	return at, false
}

func withinAny(parts []fyne.CanvasObject, o fyne.CanvasObject) (at fyne.Position, found bool) {
	for _, part := range parts {
		if part == nil || !part.Visible() {
			continue
		}
		if at, found = within(part, o); found {
			return at.Add(part.Position()), true
		}
	}
	return at, false
}

// Rebuild makes the parts of a container anew. Where one of them had the keyboard
// and is gone, something else gets it: the keyboard is never where nobody can
// see it.
func Rebuild(body *fyne.Container, instead fyne.Focusable, rebuild func()) {
	c := fyne.CurrentApp().Driver().CanvasForObject(body)
	held := c != nil && holdsKeyboard(c, body)
	rebuild()
	if held && instead != nil && !holdsKeyboard(c, body) {
		c.Focus(instead)
	}
}

func holdsKeyboard(c fyne.Canvas, body fyne.CanvasObject) bool {
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return false
	}
	_, found := within(body, o)
	return found
}

// scrollTo moves a scroller no further than it must; what is higher than its
// room is shown from its top.
func scrollTo(s *container.Scroll, at fyne.Position, size fyne.Size) {
	if s.Direction == container.ScrollNone || s.Direction == container.ScrollHorizontalOnly || s.Size().Height <= 0 {
		return
	}
	margin := 2 * theme.Padding()
	head, foot := at.Y-margin, at.Y+size.Height+margin
	to := s.Offset.Y
	to = max(to, foot-s.Size().Height)
	to = min(to, head)
	to = max(0, min(to, s.Content.Size().Height-s.Size().Height))
	if to != s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, to))
	}
}

// firstField is the first thing below an object that is there to be filled in or
// walked through with the arrows; nil where there are buttons alone.
func firstField(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case *container.Split:
		parts = []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.Scroll:
		parts = []fyne.CanvasObject{o.Content}
	case *Button, *Link, *Chip:
		return nil
	case fyne.Disableable:
		if f, ok := o.(fyne.Focusable); ok && !o.Disabled() {
			return f
		}
	case fyne.Focusable:
		return o
	}
	for _, part := range parts {
		if f := firstField(part); f != nil {
			return f
		}
	}
	return nil
}
