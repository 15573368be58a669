package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"onrecord/ui/kit"
)

// caretLine is the line that the caret is in.
func (r *Reader) caretLine() (l line, ok bool) {
	if r.drawer == nil || len(r.page.lines) == 0 {
		return l, false
	}
	return r.page.lines[r.page.lineOf(r.caret)], true
}

// moveCaret puts the caret somewhere, with the selection behind it where it is
// being extended, and keeps it in view.
func (r *Reader) moveCaret(to int, extend bool) {
	r.caret = min(max(to, 0), len(r.text))
	if !extend {
		r.anchor = r.caret
	}
	if l, ok := r.caretLine(); ok {
		height := r.Size().Height
		switch {
		case l.y < r.top:
			r.scrollTo(l.y - r.metrics.gap)
		case l.y+r.metrics.bodyLine > r.top+height:
			r.scrollTo(l.y + r.metrics.bodyLine + r.metrics.gap - height)
		}
	}
	r.repaint()
	if extend {
		r.tellSelected()
	}
}

// moveLines moves the caret up or down and keeps to its place across short
// lines.
func (r *Reader) moveLines(by int, extend bool) {
	l, ok := r.caretLine()
	if !ok {
		return
	}
	if r.goal < 0 {
		r.goal = r.drawer.x(l, r.caret)
	}
	i := min(max(r.page.lineOf(r.caret)+by, 0), len(r.page.lines)-1)
	goal := r.goal
	r.moveCaret(r.offsetAt(fyne.NewPos(goal, r.page.lines[i].y-r.top+1)), extend)
	r.goal = goal
}

// TypedKey moves the caret; with Shift it selects. Space turns a page.
func (r *Reader) TypedKey(e *fyne.KeyEvent) {
	extend := r.Shift()
	screen := max(int(r.Size().Height/max(r.metrics.bodyLine, 1))-2, 1)
	switch e.Name {
	case fyne.KeyUp:
		r.moveLines(-1, extend)
		return
	case fyne.KeyDown:
		r.moveLines(1, extend)
		return
	case fyne.KeyPageUp:
		r.moveLines(-screen, extend)
		return
	case fyne.KeyPageDown:
		r.moveLines(screen, extend)
		return
	}
	r.goal = -1
	switch e.Name {
	case fyne.KeyLeft:
		r.moveCaret(before(r.text, r.caret), extend)
	case fyne.KeyRight:
		r.moveCaret(after(r.text, r.caret), extend)
	case fyne.KeyHome:
		if l, ok := r.caretLine(); ok {
			r.moveCaret(l.Start, extend)
		}
	case fyne.KeyEnd:
		if l, ok := r.caretLine(); ok {
			r.moveCaret(l.shown, extend)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.active != "" {
			r.tap(r.active)
		}
	case fyne.KeyEscape:
		if r.Selection().Empty() {
			kit.Dismiss(fyne.CurrentApp().Driver().CanvasForObject(r))
			return
		}
		r.moveCaret(r.caret, false)
	}
}

// TypedRune turns pages with the space bar, walks the marks with ] and [, and
// moves the ends of the active one: its end with . and , and its start with >
// and <.
func (r *Reader) TypedRune(c rune) {
	if r.OnRune != nil && r.OnRune(c) {
		return
	}
	switch c {
	case ' ':
		r.scrollTo(r.top + r.Size().Height*0.9)
		r.repaint()
	case ']':
		r.Walk(1)
	case '[':
		r.Walk(-1)
	case '.':
		r.Adjust(false, 1)
	case ',':
		r.Adjust(false, -1)
	case '>':
		r.Adjust(true, 1)
	case '<':
		r.Adjust(true, -1)
	}
}

// TypedShortcut copies, selects everything, finds, and moves by words.
func (r *Reader) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		r.Copy()
	case *fyne.ShortcutSelectAll:
		r.Select(Span{0, len(r.text)})
		r.tellSelected()
	case *desktop.CustomShortcut:
		r.controlKey(s)
	}
}

func (r *Reader) controlKey(s *desktop.CustomShortcut) {
	if s.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		return
	}
	extend := s.Modifier&fyne.KeyModifierShift != 0
	switch s.KeyName {
	case fyne.KeyF:
		if r.OnFind != nil {
			r.OnFind()
		}
	case fyne.KeyLeft:
		r.moveCaret(wordBefore(r.text, r.caret), extend)
	case fyne.KeyRight:
		r.moveCaret(wordAfter(r.text, r.caret), extend)
	case fyne.KeyHome:
		r.moveCaret(0, extend)
	case fyne.KeyEnd:
		r.moveCaret(len(r.text), extend)
	}
}

// FocusGained shows the ring and the caret.
func (r *Reader) FocusGained() {
	r.focused = true
	r.repaint()
}

// FocusLost hides them.
func (r *Reader) FocusLost() {
	r.focused = false
	r.Release()
	r.repaint()
}
