package kit

import (
	"fmt"
	"math"
	"sort"
	"time"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Moment is a mark on a timeline.
type Moment struct {
	At    time.Time // the first instant it can mean, where the date is partial
	Until time.Time // the last one; zero for a single day
	Lane  string    // the row it stands in, such as "Statements"
	Title string    // shown beside or above the mark
	Shape Shape
	Tone  look.Tone
	ID    string
}

// Shape is how a mark looks, so that kinds are told apart without colour.
type Shape int

// The shapes.
const (
	Disc    Shape = iota // a statement
	Diamond              // an outcome
	Flag                 // a verdict
	Ring                 // a date that is due
	Square               // a claim
)

// Timeline shows moments in lanes along an axis of time. The wheel zooms at
// the mouse, dragging moves; by keyboard Left and Right go from mark to mark,
// + and - zoom, Home and End go to the first and last, 0 shows everything.
type Timeline struct {
	widget.BaseWidget
	OnOpen   func(Moment)                      // Enter, or a click on a mark
	OnCursor func(Moment)                      // the keyboard came to a mark
	OnKey    func(*fyne.KeyEvent) (taken bool) // a key, before the timeline looks at it
	OnRune   func(r rune) (taken bool)         // a letter that does not zoom
	OnWheel  func(*fyne.ScrollEvent)           // takes the wheel, for a timeline on a page that scrolls; nil zooms
	Label    string                            // what a screen reader calls the timeline

	moments  []Moment
	lanes    []string
	from, to float64 // what is shown, in seconds of Unix time
	cursor   int     // -1 for none
	hovered  int
	focused  bool
	draw     *timelineRenderer
}

const (
	day = 24 * 60 * 60 // in seconds
	// narrowestSpan is the least that can be shown: a week.
	narrowestSpan = 7 * day
	// widestSpan is the most: what can be told apart from nothing.
	widestSpan = 1000 * 366 * day
)

// NewTimeline makes a timeline that shows all of the moments.
func NewTimeline(moments ...Moment) *Timeline {
	t := &Timeline{cursor: -1, hovered: -1}
	t.ExtendBaseWidget(t)
	t.SetMoments(moments)
	return t
}

// SetMoments shows other moments, all of them, in lanes in the order of their
// first appearance in the list.
func (t *Timeline) SetMoments(moments []Moment) {
	t.moments = append([]Moment(nil), moments...)
	t.lanes = nil
	seen := map[string]bool{}
	for _, m := range t.moments {
		if !seen[m.Lane] {
			seen[m.Lane] = true
			t.lanes = append(t.lanes, m.Lane)
		}
	}
	sort.SliceStable(t.moments, func(i, k int) bool { return t.moments[i].At.Before(t.moments[k].At) })
	t.cursor, t.hovered = -1, -1
	t.ShowAll()
}

// ShowAll zooms so that every moment is seen.
func (t *Timeline) ShowAll() {
	if len(t.moments) == 0 {
		return
	}
	t.from, t.to = t.whole()
	t.Refresh()
}

// whole is the time in which every moment is seen.
func (t *Timeline) whole() (start, end float64) {
	from, to := math.Inf(1), math.Inf(-1)
	for _, m := range t.moments {
		from = min(from, float64(m.At.Unix()))
		to = max(to, float64(m.At.Unix()), float64(m.Until.Unix()))
	}
	room := max((to-from)*0.06, narrowestSpan/2)
	return from - room, to + room
}

// Current is the mark that the keyboard is on; ok is false for none.
func (t *Timeline) Current() (m Moment, ok bool) {
	if t.cursor < 0 || t.cursor >= len(t.moments) {
		return m, false
	}
	return t.moments[t.cursor], true
}

// Step zooms in (a positive number) or out by steps around the chosen mark, as
// + and - do.
func (t *Timeline) Step(in int) { t.Zoom(math.Pow(zoomStep, -float64(in)), t.middle()) }

// Zoom shows more (a factor above 1) or less of the time around an instant.
func (t *Timeline) Zoom(factor float64, around time.Time) {
	at := float64(around.Unix())
	if t.to <= t.from {
		return // there is nothing to look at
	}
	factor = min(max(factor, narrowestSpan/(t.to-t.from)), widestSpan/(t.to-t.from))
	t.from, t.to = at-(at-t.from)*factor, at+(t.to-at)*factor
	t.Refresh()
}

func (t *Timeline) middle() time.Time {
	if m, ok := t.Current(); ok {
		return m.At
	}
	return time.Unix(int64((t.from+t.to)/2), 0)
}

func (t *Timeline) move(to int) {
	if len(t.moments) == 0 {
		return
	}
	t.cursor = min(max(to, 0), len(t.moments)-1)
	m := t.moments[t.cursor]
	if at := float64(m.At.Unix()); at < t.from || at > t.to {
		half := (t.to - t.from) / 2
		t.from, t.to = at-half, at+half
	}
	t.Refresh()
	if t.OnCursor != nil {
		t.OnCursor(m)
	}
}

// TypedKey goes from mark to mark and opens.
func (t *Timeline) TypedKey(e *fyne.KeyEvent) {
	if t.OnKey != nil && t.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		t.move(t.cursor + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		t.move(t.cursor - 1)
	case fyne.KeyHome:
		t.move(0)
	case fyne.KeyEnd:
		t.move(len(t.moments) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.open(t.cursor)
	default:
		pageKey(t, e)
	}
}

const zoomStep = 1.4

// TypedRune zooms.
func (t *Timeline) TypedRune(r rune) {
	switch r {
	case '+':
		t.Step(1)
	case '-':
		t.Step(-1)
	case '0':
		t.ShowAll()
	default:
		if t.OnRune != nil {
			t.OnRune(r)
		}
	}
}

func (t *Timeline) open(i int) {
	if i >= 0 && i < len(t.moments) && t.OnOpen != nil {
		t.OnOpen(t.moments[i])
	}
}

// FocusGained shows the ring and begins at the first mark.
func (t *Timeline) FocusGained() {
	t.focused = true
	if t.cursor < 0 && len(t.moments) > 0 {
		t.cursor = 0
	}
	t.Refresh()
	reveal(t)
}

// FocusLost hides the ring.
func (t *Timeline) FocusLost() {
	t.focused = false
	t.Refresh()
}

// Scrolled zooms at the mouse, or moves with a sideways wheel.
func (t *Timeline) Scrolled(e *fyne.ScrollEvent) {
	if t.OnWheel != nil && e.Scrolled.DX == 0 {
		t.OnWheel(e)
		return
	}
	if e.Scrolled.DX != 0 {
		t.shift(-e.Scrolled.DX)
		return
	}
	const step = 0.01 // per pixel of the wheel
	t.Zoom(math.Exp(-float64(e.Scrolled.DY)*step), t.timeAt(e.Position.X))
}

// Dragged moves the time.
func (t *Timeline) Dragged(e *fyne.DragEvent) { t.shift(-e.Dragged.DX) }

// DragEnd does nothing more.
func (t *Timeline) DragEnd() {}

func (t *Timeline) shift(dx float32) {
	if t.draw == nil || t.draw.room() <= 0 {
		return
	}
	by := float64(dx/t.draw.room()) * (t.to - t.from)
	t.from, t.to = t.from+by, t.to+by
	t.Refresh()
}

func (t *Timeline) timeAt(x float32) time.Time {
	if t.draw == nil || t.draw.room() <= 0 {
		return t.middle()
	}
	share := float64((x - t.draw.left) / t.draw.room())
	return time.Unix(int64(t.from+share*(t.to-t.from)), 0)
}

// MouseDown takes the keyboard.
func (t *Timeline) MouseDown(*desktop.MouseEvent) { Focus(t) }

// MouseUp opens the mark under the mouse.
func (t *Timeline) MouseUp(e *desktop.MouseEvent) {
	if i := t.markUnder(e.Position); i >= 0 && e.Button == desktop.MouseButtonPrimary {
		t.move(i)
		t.open(i)
	}
}

// MouseIn begins to follow the mouse.
func (t *Timeline) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved names the mark under the mouse.
func (t *Timeline) MouseMoved(e *desktop.MouseEvent) { t.hover(t.markUnder(e.Position)) }

// MouseOut names none.
func (t *Timeline) MouseOut() { t.hover(-1) }

func (t *Timeline) hover(i int) {
	if i != t.hovered {
		t.hovered = i
		t.Refresh()
	}
}

// Cursor is a hand over a mark.
func (t *Timeline) Cursor() desktop.Cursor {
	if t.hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel says which mark the keyboard is on.
func (t *Timeline) AccessibilityLabel() string {
	label := fmt.Sprintf("%s, %d", t.Label, len(t.moments))
	if m, ok := t.Current(); ok {
		label += fmt.Sprintf(", %d: %s, %s, %s", t.cursor+1, Here().Time(m.At), m.Lane, m.Title)
	}
	return label
}

// AccessibilityRole is that of a text.
func (t *Timeline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
