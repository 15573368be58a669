package reader

import (
	"sort"
	"time"

	"onrecord/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mouse is what the mouse has hold of.
type mouse struct {
	grasp   grasp
	clicks  int // in a row, at one place
	at      time.Time
	where   fyne.Position
	origin  Span // the word or paragraph that a drag began in
	dragged bool
	before  Span  // the mark before its end was moved
	pending *Span // to be scrolled to when there is a page

	overHandle bool
}

type grasp int

const (
	nothing grasp = iota
	words
	startHandle
	endHandle
)

const (
	clickGap   = 400 * time.Millisecond
	clickReach = 4 // pixels between two clicks of a double click
	handleNear = 8 // pixels around a handle
)

// offsetAt is the place between two characters that is nearest to a point.
func (r *Reader) offsetAt(p fyne.Position) int {
	if r.drawer == nil || len(r.page.lines) == 0 {
		return 0
	}
	l := r.page.lines[r.page.lineAt(p.Y+r.top)]
	var stops []int
	for at := l.Start; at < l.shown; at = after(r.text, at) {
		stops = append(stops, at)
	}
	stops = append(stops, l.shown)
	i := sort.Search(len(stops), func(i int) bool { return r.drawer.x(l, stops[i]) >= p.X })
	switch {
	case i == 0:
		return stops[0]
	case i == len(stops):
		return l.shown
	case p.X-r.drawer.x(l, stops[i-1]) < r.drawer.x(l, stops[i])-p.X:
		return stops[i-1]
	}
	return stops[i]
}

// characterAt is the offset of the character under a point; ok is false beside
// the text.
func (r *Reader) characterAt(p fyne.Position) (at int, ok bool) {
	if r.drawer == nil || len(r.page.lines) == 0 || p.Y+r.top > r.page.height {
		return 0, false
	}
	l := r.page.lines[r.page.lineAt(p.Y+r.top)]
	if p.Y+r.top > l.y+r.metrics.titleLine || p.X < r.drawer.left || p.X > r.drawer.x(l, l.shown) {
		return 0, false
	}
	at = r.offsetAt(p)
	if at > l.Start && r.drawer.x(l, at) > p.X {
		at = before(r.text, at)
	}
	return at, at < l.shown
}

func (r *Reader) markUnder(p fyne.Position) string {
	if at, ok := r.characterAt(p); ok {
		m, _ := r.marks.at(at)
		return m.ID
	}
	return ""
}

func (r *Reader) handleUnder(p fyne.Position) grasp {
	start, end, ok := r.handles()
	if !ok {
		return nothing
	}
	near := func(q fyne.Position) bool {
		return p.X > q.X-handleNear && p.X < q.X+handleNear && p.Y > q.Y-handleNear && p.Y < q.Y+r.metrics.titleText+handleNear
	}
	switch {
	case near(end):
		return endHandle
	case near(start):
		return startHandle
	}
	return nothing
}

// MouseDown begins a selection: of characters, of words with the second click,
// of paragraphs with the third; with Shift it extends the one there is.
func (r *Reader) MouseDown(e *desktop.MouseEvent) {
	kit.Focus(r)
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	r.mouse.dragged = false
	if r.mouse.grasp = r.handleUnder(e.Position); r.mouse.grasp != nothing {
		r.beginAdjusting()
		return
	}
	r.countClick(e.Position)
	at := r.offsetAt(e.Position)
	r.mouse.grasp = words
	switch {
	case e.Modifier&fyne.KeyModifierShift != 0:
		r.caret = at
	case r.mouse.clicks == 1:
		r.anchor, r.caret = at, at
	}
	r.mouse.origin = r.unit(at)
	if r.mouse.clicks > 1 {
		r.anchor, r.caret = r.mouse.origin.Start, r.mouse.origin.End
	}
	r.goal = -1
	r.repaint()
}

func (r *Reader) countClick(p fyne.Position) {
	d := p.Subtract(r.mouse.where)
	again := time.Since(r.mouse.at) < clickGap && d.X*d.X+d.Y*d.Y < clickReach*clickReach
	r.mouse.at, r.mouse.where = time.Now(), p
	if !again || r.mouse.clicks == 3 {
		r.mouse.clicks = 0
	}
	r.mouse.clicks++
}

// unit is what a click or a drag selects at an offset.
func (r *Reader) unit(at int) Span {
	switch r.mouse.clicks {
	case 2:
		return wordAt(r.text, at)
	case 3:
		return paragraphAt(r.text, at)
	}
	return Span{at, at}
}

// Dragged extends the selection, or moves an end of the active mark, and
// scrolls when the mouse is above or below the text.
func (r *Reader) Dragged(e *fyne.DragEvent) {
	if e.Position.Y < 0 {
		r.scrollTo(r.top + e.Position.Y/2)
	} else if over := e.Position.Y - r.Size().Height; over > 0 {
		r.scrollTo(r.top + over/2)
	}
	at := r.offsetAt(e.Position)
	r.mouse.dragged = true
	switch r.mouse.grasp {
	case words:
		here := r.unit(at)
		r.anchor, r.caret = r.mouse.origin.Start, max(here.End, r.mouse.origin.End)
		if at < r.mouse.origin.Start {
			r.anchor, r.caret = r.mouse.origin.End, here.Start
		}
	case startHandle:
		r.preview(Span{min(at, r.mouse.before.End-1), r.mouse.before.End}, true)
	case endHandle:
		r.preview(Span{r.mouse.before.Start, max(at, r.mouse.before.Start+1)}, false)
	case nothing:
	}
	r.repaint()
}

// DragEnd ends a selection or an adjustment.
func (r *Reader) DragEnd() { r.letGo() }

// MouseUp taps the mark under the mouse where nothing was selected.
func (r *Reader) MouseUp(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	tapped := r.mouse.grasp == words && !r.mouse.dragged && r.Selection().Empty()
	r.letGo()
	if !tapped {
		return
	}
	if id := r.markUnder(e.Position); id != "" {
		r.active = id
		r.repaint()
		r.tap(id)
	}
}

// letGo is called by both MouseUp and DragEnd; the first one counts.
func (r *Reader) letGo() {
	was := r.mouse.grasp
	r.mouse.grasp = nothing
	switch {
	case was == words:
		r.tellSelected()
	case was != nothing && r.mouse.dragged:
		r.endAdjusting(was == startHandle)
	}
}

func (r *Reader) tellSelected() {
	if s := r.Selection(); !s.Empty() && r.OnSelected != nil {
		r.OnSelected(s)
	}
}

// TappedSecondary offers the menu of a mark or of the selection.
func (r *Reader) TappedSecondary(e *fyne.PointEvent) {
	id := r.markUnder(e.Position)
	if id != "" && r.Selection().Empty() {
		r.active = id
		r.repaint()
	}
	if r.OnMenu != nil {
		r.OnMenu(id, e.AbsolutePosition)
	}
}

// Scrolled moves the text.
func (r *Reader) Scrolled(e *fyne.ScrollEvent) {
	r.scrollTo(r.top - e.Scrolled.DY)
	r.repaint()
}

// MouseIn begins to follow the mouse.
func (r *Reader) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved lights the mark under the mouse.
func (r *Reader) MouseMoved(e *desktop.MouseEvent) {
	r.mouse.overHandle = r.handleUnder(e.Position) != nothing
	r.hover(r.markUnder(e.Position))
}

// MouseOut lights nothing.
func (r *Reader) MouseOut() { r.hover("") }

func (r *Reader) hover(id string) {
	if id == r.hovered {
		return
	}
	r.hovered = id
	r.repaint()
	if r.OnHover != nil {
		r.OnHover(id)
	}
}

// Cursor is a double arrow over the end of the active mark, a hand over a mark
// and a bar over other text.
func (r *Reader) Cursor() desktop.Cursor {
	if r.mouse.overHandle {
		return desktop.HResizeCursor
	}
	if r.hovered != "" {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}
