package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// pageShare is how much of what is seen a page key goes on by: the last lines stay
// in view.
const pageShare = 0.9

// pageKey turns the page that a widget stands on, and reports whether it did. A
// widget hands it the keys for which it has no use of its own.
func pageKey(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	by := float32(0)
	switch e.Name {
	case fyne.KeyPageDown:
		by = pageShare
	case fyne.KeyPageUp:
		by = -pageShare
	default:
		return false
	}
	s := scrollerOf(o)
	if s == nil {
		return false
	}
	scrollBy(s, by*s.Size().Height)
	return true
}

// scrollerOf is the innermost scroller that the widget with the keyboard stands
// in; nil where there is none.
func scrollerOf(o fyne.CanvasObject) *container.Scroll {
	c := canvasOf(o)
	if c == nil {
		return nil
	}
	held, ok := c.Focused().(fyne.CanvasObject) // the whole widget, where o is a part of it by embedding
	if !ok {
		return nil
	}
	root := c.Content()
	if pop := top(c); pop != nil {
		root = pop.Content
	}
	return scrollerAbove(root, held, nil)
}

func scrollerAbove(root, o fyne.CanvasObject, over *container.Scroll) *container.Scroll {
	var parts []fyne.CanvasObject
	switch root := root.(type) {
	case *fyne.Container:
		parts = root.Objects
	case *container.Split:
		parts = []fyne.CanvasObject{root.Leading, root.Trailing}
	case *container.Scroll:
		over, parts = root, []fyne.CanvasObject{root.Content}
	}
	for _, part := range parts {
		if part == nil || !part.Visible() {
			continue
		}
		if part == o {
			return over
		}
		if s := scrollerAbove(part, o, over); s != nil {
			return s
		}
	}
	return nil
}

func scrollBy(s *container.Scroll, dy float32) {
	to := min(s.Offset.Y+dy, s.Content.Size().Height-s.Size().Height)
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, max(to, 0)))
	if s.OnScrolled != nil {
		s.OnScrolled(s.Offset)
	}
}

// Pane is something to read that scrolls and can have the keyboard: the arrows and
// page keys scroll it, Home and End go to its ends.
type Pane struct {
	widget.BaseWidget
	OnRune  func(r rune) (taken bool) // a letter
	Label   string                    // what a screen reader calls it
	scroll  *container.Scroll
	ring    *canvas.Rectangle
	focused bool
}

// NewPane gives a scroller the keyboard.
func NewPane(scroll *container.Scroll) *Pane {
	p := &Pane{scroll: scroll}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws the content, and a frame while it has the keyboard.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer {
	p.ring = newRing()
	p.ring.Hidden = !p.focused
	return &ringed{WidgetRenderer: widget.NewSimpleRenderer(p.scroll), ring: p.ring}
}

// FocusGained shows the frame.
func (p *Pane) FocusGained() { p.light(true) }

// FocusLost hides the frame.
func (p *Pane) FocusLost() { p.light(false) }

func (p *Pane) light(on bool) {
	p.focused = on
	if p.ring != nil {
		p.ring.Hidden = !on
		p.ring.Refresh()
	}
}

// Tapped gives it the keyboard.
func (p *Pane) Tapped(*fyne.PointEvent) {
	if c := canvasOf(p); c != nil {
		c.Focus(p)
	}
}

// TypedKey scrolls.
func (p *Pane) TypedKey(e *fyne.KeyEvent) {
	page, all := p.scroll.Size().Height, p.scroll.Content.Size().Height
	const step = 40
	switch e.Name {
	case fyne.KeyDown:
		scrollBy(p.scroll, step)
	case fyne.KeyUp:
		scrollBy(p.scroll, -step)
	case fyne.KeyPageDown, fyne.KeySpace:
		scrollBy(p.scroll, pageShare*page)
	case fyne.KeyPageUp:
		scrollBy(p.scroll, -pageShare*page)
	case fyne.KeyHome:
		scrollBy(p.scroll, -all)
	case fyne.KeyEnd:
		scrollBy(p.scroll, all)
	case fyne.KeyEscape:
		Dismiss(canvasOf(p))
	}
}

// TypedRune offers a letter to the screen.
func (p *Pane) TypedRune(r rune) {
	if p.OnRune == nil || !p.OnRune(r) {
		passOn(p, r)
	}
}

// AccessibilityLabel is what it is called.
func (p *Pane) AccessibilityLabel() string { return p.Label }

// AccessibilityRole is that of a text.
func (p *Pane) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
