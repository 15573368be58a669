package reader

import (
	"strings"

	"onrecord/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Reader shows a text. Set the fields before it is shown.
type Reader struct {
	widget.BaseWidget
	kit.Modifiers

	OnTapped   func(id string)                     // a mark was clicked, or Enter pressed on the active one
	OnSelected func(Span)                          // the person has selected words
	OnAdjusted func(id string, old, adjusted Span) // an end of the active mark was moved
	OnHover    func(id string)                     // the mouse came to a mark; "" when it left
	OnMenu     func(id string, at fyne.Position)   // secondary click on a mark, or "" elsewhere; at is on the canvas
	OnRune     func(r rune) (taken bool)           // a letter, before the reader looks at it
	OnFind     func()                              // Ctrl+F while the reader has the keyboard
	CopyText   func(s Span, words string) string   // what is put on the clipboard; nil means the words
	Adjustable bool                                // the ends of the active mark can be moved
	Numbers    bool                                // numbers of paragraphs in the margin

	text    string
	titled  bool
	given   []Mark // as they were set
	marks   markSet
	page    page
	metrics metrics
	top     float32 // how far the text is scrolled

	anchor, caret int     // the selection lies between them
	goal          float32 // the x that Up and Down keep to; negative for none
	active        string
	hovered       string
	focused       bool

	index   *folded // made by the first search
	found   []Span
	foundAt int

	mouse  mouse
	drawer *drawer
}

// New makes an empty reader.
func New() *Reader {
	r := &Reader{goal: -1, foundAt: -1}
	r.ExtendBaseWidget(r)
	return r
}

// SetText shows a text from its beginning, without marks. With titled, its
// first paragraph is set as a title.
func (r *Reader) SetText(text string, titled bool) {
	r.text, r.titled = text, titled
	r.given, r.marks = nil, markSet{}
	r.anchor, r.caret, r.top, r.goal = 0, 0, 0, -1
	r.active, r.hovered = "", ""
	r.index, r.found, r.foundAt = nil, nil, -1
	r.page = page{}
	r.Refresh()
}

// title is the first paragraph where that is set as a title, else "".
func (r *Reader) title() string {
	if !r.titled {
		return ""
	}
	first, _, _ := strings.Cut(strings.TrimSpace(r.text), "\n")
	return first
}

// Text is the text shown.
func (r *Reader) Text() string { return r.text }

// SetMarks replaces the marks. The view and the active mark stay.
func (r *Reader) SetMarks(marks []Mark) {
	r.given = marks
	r.marks = newMarkSet(marks, len(r.text))
	r.repaint()
}

// Active is the ID of the active mark, "" for none.
func (r *Reader) Active() string { return r.active }

// SetActive makes the marks of an ID the active ones and brings the first into
// view; "" makes none active. It does not call OnTapped.
func (r *Reader) SetActive(id string) {
	r.active = id
	if marks := r.marks.of(id); id != "" && len(marks) > 0 {
		r.ScrollTo(marks[0].Span)
	}
	r.repaint()
}

// Walk makes the mark after (by 1) or before (by -1) the active one active, in
// the order of the text, and tells OnTapped. At the end it begins again.
func (r *Reader) Walk(by int) {
	order := r.marks.order()
	if len(order) == 0 {
		return
	}
	next := 0
	if by < 0 {
		next = len(order) - 1
	}
	for i, id := range order {
		if id == r.active {
			next = (i + by + len(order)) % len(order)
		}
	}
	r.SetActive(order[next])
	r.tap(order[next])
}

func (r *Reader) tap(id string) {
	if r.OnTapped != nil {
		r.OnTapped(id)
	}
}

// Selection is the selected span; it is empty where only the caret stands.
func (r *Reader) Selection() Span {
	return Span{min(r.anchor, r.caret), max(r.anchor, r.caret)}
}

// Select selects a span and brings it into view, without telling OnSelected.
func (r *Reader) Select(s Span) {
	r.anchor, r.caret = s.Start, s.End
	r.goal = -1
	r.ScrollTo(s)
}

// Copy puts the selected words on the clipboard, or those of the active mark
// where nothing is selected. It reports whether there was anything.
func (r *Reader) Copy() bool {
	s := r.Selection()
	if marks := r.marks.of(r.active); s.Empty() && r.active != "" && len(marks) > 0 {
		s = Span{marks[0].Start, marks[len(marks)-1].End}
	}
	if s.Empty() {
		return false
	}
	words := r.text[s.Start:s.End]
	if r.CopyText != nil {
		words = r.CopyText(s, words)
	}
	fyne.CurrentApp().Clipboard().SetContent(words)
	return true
}

// ScrollTo brings a span into view, a third from the top where it was outside.
func (r *Reader) ScrollTo(s Span) {
	if r.drawer == nil || len(r.page.lines) == 0 {
		r.mouse.pending = &s
		return
	}
	height := r.Size().Height
	first, last := r.page.lines[r.page.lineOf(s.Start)], r.page.lines[r.page.lineOf(max(s.End-1, s.Start))]
	bottom := last.y + r.metrics.titleLine
	if first.y < r.top || bottom > r.top+height {
		r.scrollTo(first.y - height/3)
	}
	r.repaint()
}

// Place is how far the text is scrolled, for back and forward: the offset of
// the first visible character, which outlasts a change of width.
func (r *Reader) Place() int {
	if len(r.page.lines) == 0 {
		return 0
	}
	return r.page.lines[r.page.lineAt(r.top+r.metrics.bodyLine)].Start
}

// RestorePlace scrolls to a place.
func (r *Reader) RestorePlace(at int) {
	if len(r.page.lines) == 0 {
		r.mouse.pending = &Span{at, at}
		return
	}
	r.scrollTo(r.page.lines[r.page.lineOf(at)].y - r.metrics.bodyLine)
	r.repaint()
}

func (r *Reader) scrollTo(y float32) {
	r.top = min(max(y, 0), max(r.page.height-r.Size().Height, 0))
}

// repaint draws again without setting the page anew.
func (r *Reader) repaint() {
	if r.drawer != nil {
		r.drawer.draw()
	}
}

// Find looks for a text, case and accents folded, and goes to the first place
// at or after the caret. It returns the number of places; "" forgets them.
func (r *Reader) Find(query string) int {
	if r.index == nil {
		f := fold(r.text)
		r.index = &f
	}
	r.found, r.foundAt = r.index.all(query), -1
	for i, s := range r.found {
		if s.Start >= r.Selection().Start {
			r.showFound(i)
			return len(r.found)
		}
	}
	r.showFound(0)
	return len(r.found)
}

// FindNext goes to the next place (by 1) or the one before (by -1) and returns
// its number, counted from 1; 0 where nothing is found.
func (r *Reader) FindNext(by int) int {
	if n := len(r.found); n > 0 {
		r.showFound((r.foundAt + by + n) % n)
	}
	return r.foundAt + 1
}

// Found is the number of the place looked at, from 1, and of all places.
func (r *Reader) Found() (at, of int) { return r.foundAt + 1, len(r.found) }

func (r *Reader) showFound(i int) {
	if i < len(r.found) {
		r.foundAt = i
		r.ScrollTo(r.found[i])
	}
	r.repaint()
}

// AccessibilityLabel is the active mark's words, or the selected ones, or the
// paragraph that the caret is in: what a person at this place would hear.
func (r *Reader) AccessibilityLabel() string {
	if s := r.Selection(); !s.Empty() {
		return r.text[s.Start:s.End]
	}
	if marks := r.marks.of(r.active); r.active != "" && len(marks) > 0 {
		return r.text[marks[0].Start:marks[len(marks)-1].End]
	}
	p := paragraphAt(r.text, r.caret)
	return r.text[p.Start:p.End]
}

// AccessibilityRole is that of a text.
func (r *Reader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
