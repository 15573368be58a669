package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Readable is a text to read and to copy from: the mouse selects in it, Ctrl+C
// or the secondary click copies. Fyne's own selectable label is a stop of Tab
// that nobody sees, and swallows Escape and the letters of a screen.
type Readable struct{ widget.Label }

// NewReadable makes a text that wraps at words.
func NewReadable(text string) *Readable {
	r := &Readable{}
	r.Text, r.Wrapping, r.Selectable = text, fyne.TextWrapWord, true
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer sets a selection of our own in the place of Fyne's.
func (r *Readable) CreateRenderer() fyne.WidgetRenderer {
	drawn := r.Label.CreateRenderer()
	parts := drawn.Objects()
	theirs, ok := parts[0].(fynesSelection)
	if !ok {
		return drawn
	}
	s := &selection{theirs: theirs}
	s.ExtendBaseWidget(s)
	return &readableRenderer{WidgetRenderer: drawn, selection: s, objects: append([]fyne.CanvasObject{s}, parts[1:]...)}
}

type readableRenderer struct {
	fyne.WidgetRenderer
	selection *selection
	objects   []fyne.CanvasObject
}

func (r *readableRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *readableRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.selection.Resize(r.selection.theirs.Size())
	r.selection.Move(r.selection.theirs.Position())
}

func (r *readableRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.selection.Refresh()
}

// fynesSelection is what Fyne's selection can do; its type has no name outside.
type fynesSelection interface {
	fyne.Widget
	fyne.Focusable
	fyne.Draggable
	fyne.DoubleTappable
	desktop.Mouseable
	SelectedText() string
}

// selection lets Fyne's do the work and takes the keyboard only while the mouse
// has selected something.
type selection struct {
	widget.BaseWidget
	theirs fynesSelection
	held   bool
}

// CreateRenderer draws Fyne's selection.
func (s *selection) CreateRenderer() fyne.WidgetRenderer { return s.theirs.CreateRenderer() }

// Enable does nothing: see Disabled.
func (s *selection) Enable() {}

// Disable does nothing: see Disabled.
func (s *selection) Disable() {}

// Disabled keeps Tab from stopping here.
func (s *selection) Disabled() bool { return !s.held }

// MouseDown begins a selection.
func (s *selection) MouseDown(e *desktop.MouseEvent) {
	s.held = true
	s.theirs.MouseDown(e)
	if c := canvasOf(s); c != nil {
		c.Focus(s)
	}
}

// MouseUp ends it.
func (s *selection) MouseUp(e *desktop.MouseEvent) {
	s.theirs.MouseUp(e)
	s.Refresh()
}

// Dragged extends it.
func (s *selection) Dragged(e *fyne.DragEvent) {
	s.theirs.Dragged(e)
	s.Refresh()
}

// DragEnd ends it.
func (s *selection) DragEnd() { s.theirs.DragEnd() }

// DoubleTapped selects a word.
func (s *selection) DoubleTapped(e *fyne.PointEvent) {
	s.theirs.DoubleTapped(e)
	s.Refresh()
}

// TappedSecondary offers to copy.
func (s *selection) TappedSecondary(e *fyne.PointEvent) {
	if c := canvasOf(s); c != nil && s.SelectedText() != "" {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", fyne.NewMenuItem(words.copyText(), s.copy)), c, e.AbsolutePosition)
	}
}

// Cursor is that of a text.
func (s *selection) Cursor() desktop.Cursor { return desktop.TextCursor }

// SelectedText is what is selected.
func (s *selection) SelectedText() string { return s.theirs.SelectedText() }

func (s *selection) copy() { fyne.CurrentApp().Clipboard().SetContent(s.SelectedText()) }

// TypedShortcut copies.
func (s *selection) TypedShortcut(shortcut fyne.Shortcut) {
	if _, ok := shortcut.(*fyne.ShortcutCopy); ok && s.SelectedText() != "" {
		s.copy()
	}
}

// FocusGained shows the selection.
func (s *selection) FocusGained() {
	s.theirs.FocusGained()
	s.Refresh()
}

// FocusLost hides it.
func (s *selection) FocusLost() {
	s.held = false
	s.theirs.FocusLost()
	s.Refresh()
}

// TypedKey leaves a dialog.
func (s *selection) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		Dismiss(canvasOf(s))
	}
}

// TypedRune hands letters on to the window.
func (s *selection) TypedRune(r rune) { passOn(s, r) }
