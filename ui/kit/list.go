package kit

import (
	"fmt"
	"strings"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// List shows up to a few thousand items of one kind, each drawn by an object
// of the screen's choice. The arrows move the choice, Home, End, PgUp and PgDn
// jump, Enter opens. For more rows, for columns and for marks there is Table.
type List[T any] struct {
	widget.List
	OnChoose func(item T)              // the choice came to an item, by key or click
	OnOpen   func(item T)              // Enter
	OnRune   func(r rune) (taken bool) // a letter
	OnEnd    func()                    // the last item has come into view: more may be wanted
	Label    string                    // what a screen reader calls the list
	Speak    func(item T) string       // what a screen reader says of an item; may be nil

	items   []T
	at      int // -1 while nothing is chosen
	focused bool
	ring    *canvas.Rectangle
}

// NewList makes an empty list. create makes the drawing of an item and update
// fills it, as in widget.List; all drawings have the height of a fresh one.
//
//	list := kit.NewList(kit.NewLine, func(a article, line *kit.Line) {
//		line.Set(kit.LineText{Title: a.Title, Note: a.Outlet})
//	})
func NewList[T any, O fyne.CanvasObject](create func() O, update func(item T, drawing O)) *List[T] {
	l := &List[T]{at: -1}
	l.Length = func() int { return len(l.items) }
	l.CreateItem = func() fyne.CanvasObject { return create() }
	l.UpdateItem = func(i int, o fyne.CanvasObject) {
		if i < len(l.items) {
			update(l.items[i], o.(O))
		}
		if i == len(l.items)-1 && l.OnEnd != nil {
			l.OnEnd()
		}
	}
	l.OnSelected = l.choose
	l.ExtendBaseWidget(l)
	return l
}

// SetItems replaces the items and keeps the choice at its place, without
// telling OnChoose.
func (l *List[T]) SetItems(items []T) {
	l.items = items
	if l.at >= len(items) {
		l.at = len(items) - 1
	}
	l.Refresh()
}

// Items gives the items shown.
func (l *List[T]) Items() []T { return l.items }

// Chosen is the chosen item; ok is false where there is none.
func (l *List[T]) Chosen() (item T, ok bool) {
	if l.at < 0 || l.at >= len(l.items) {
		return item, false
	}
	return l.items[l.at], true
}

// ChooseFirst chooses the first item that fits, or nothing.
func (l *List[T]) ChooseFirst(fits func(T) bool) {
	for i, item := range l.items {
		if fits(item) {
			l.move(i)
			return
		}
	}
}

// ChooseNone leaves no item chosen, without telling OnChoose.
func (l *List[T]) ChooseNone() {
	l.at = -1
	l.UnselectAll()
}

// ChooseIndex chooses an item by its place; a place outside is moved inside.
func (l *List[T]) ChooseIndex(i int) { l.move(i) }

// First chooses the first item and gives the list, for the field above it that the
// arrow down leaves.
func (l *List[T]) First() fyne.Focusable {
	l.move(0)
	return l
}

func (l *List[T]) move(to int) {
	if len(l.items) == 0 {
		return
	}
	to = min(max(to, 0), len(l.items)-1)
	l.Highlight(to)
	if to == l.at {
		l.Unselect(to) // an item that came to the chosen place is told again
	}
	l.Select(to)
}

// Resize brings a choice into view again that was made before the list had
// room: a window gives a list several sizes before it has its own, and in a
// small one Fyne scrolls too far.
func (l *List[T]) Resize(size fyne.Size) {
	const noRoom = 100
	was := l.Size().Height
	l.List.Resize(size)
	if was < noRoom && size.Height > was && l.at >= 0 {
		l.ScrollToTop()
		l.ScrollTo(l.at)
	}
}

func (l *List[T]) choose(i int) {
	if i < 0 || i >= len(l.items) {
		return
	}
	l.at = i
	l.Highlight(i)
	if l.OnChoose != nil {
		l.OnChoose(l.items[i])
	}
}

// TypedKey moves the choice and opens.
func (l *List[T]) TypedKey(e *fyne.KeyEvent) {
	const page = 10
	switch e.Name {
	case fyne.KeyDown:
		l.move(l.at + 1)
	case fyne.KeyUp:
		l.move(l.at - 1)
	case fyne.KeyPageDown:
		l.move(l.at + page)
	case fyne.KeyPageUp:
		l.move(l.at - page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.open()
	case fyne.KeyEscape:
		Dismiss(canvasOf(l))
	}
}

// CreateRenderer draws a frame around the list while it has the keyboard: Fyne's
// own looks the same with and without.
func (l *List[T]) CreateRenderer() fyne.WidgetRenderer {
	l.ring = newRing()
	l.ring.Hidden = !l.focused
	return &ringed{WidgetRenderer: l.List.CreateRenderer(), ring: l.ring}
}

// FocusGained shows the frame.
func (l *List[T]) FocusGained() {
	l.List.FocusGained()
	l.light(true)
}

// FocusLost hides the frame.
func (l *List[T]) FocusLost() {
	l.List.FocusLost()
	l.light(false)
}

func (l *List[T]) light(on bool) {
	l.focused = on
	if l.ring != nil {
		l.ring.Hidden = !on
		l.ring.Refresh()
	}
}

func (l *List[T]) open() {
	if item, ok := l.Chosen(); ok && l.OnOpen != nil {
		l.OnOpen(item)
	}
}

// TypedRune offers a letter to the screen.
func (l *List[T]) TypedRune(r rune) {
	if l.OnRune == nil || !l.OnRune(r) {
		passOn(l, r)
	}
}

// AccessibilityLabel says how many items there are and which is chosen.
func (l *List[T]) AccessibilityLabel() string {
	label := fmt.Sprintf("%s, %d", l.Label, len(l.items))
	if item, ok := l.Chosen(); ok && l.Speak != nil {
		label += fmt.Sprintf(", %d: %s", l.at+1, l.Speak(item))
	}
	return label
}

// AccessibilityRole is that of a text: Fyne has no role for a list yet.
func (l *List[T]) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// LineText is what a Line shows.
type LineText struct {
	Title string
	Note  string // below the title, of second rank
	Badge string // at the right, on a ground in Tone
	Tone  look.Tone
	Icon  fyne.Resource
	Dot   fyne.ThemeColorName
	Bold  bool
}

// Line is the usual drawing of a list's item: a title, a note below it, a
// badge at the right. Texts that do not fit end in an ellipsis.
type Line struct {
	widget.BaseWidget
	value LineText
	row   *lineRenderer
}

// NewLine makes an empty line.
func NewLine() *Line {
	l := &Line{}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows a value.
func (l *Line) Set(v LineText) {
	if l.value != v {
		l.value = v
		l.Refresh()
	}
}

// AccessibilityLabel is title, note and badge.
func (l *Line) AccessibilityLabel() string {
	return strings.Join([]string{l.value.Title, l.value.Note, l.value.Badge}, ", ")
}

// AccessibilityRole is that of a text.
func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws with the cells of a table.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	l.row = newLineRenderer(l)
	return l.row
}
