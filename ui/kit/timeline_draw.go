package kit

import (
	"fmt"
	"time"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer draws lanes, axis and marks.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	t.draw = &timelineRenderer{t: t}
	return t.draw
}

// timelineRenderer draws the timeline anew with every change: it shows some
// dozens of marks, not thousands.
type timelineRenderer struct {
	t       *Timeline
	size    fyne.Size
	left    float32 // where the lanes begin, right of their names
	rows    []int   // of titles, by lane
	marks   []placedMark
	objects []fyne.CanvasObject
}

// placedMark is where a moment was drawn, to be found by the mouse.
type placedMark struct {
	moment int
	at     fyne.Position // of its middle
}

const (
	markSize  = 12
	markReach = 9 // how near the mouse must be
	covered   = 1 // nearer than this to another of its kind a mark cannot be seen
	mostRows  = 6 // of titles in a lane
	titleGap  = 5 // between a mark, which may carry the ring, and its title
)

func (r *timelineRenderer) Destroy()                     {}
func (r *timelineRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *timelineRenderer) room() float32                { return r.size.Width - r.left - theme.InnerPadding() }

func (r *timelineRenderer) caption() *Ruler {
	return rulerFor(theme.CaptionTextSize(), fyne.TextStyle{})
}

// leastLane is the height of a lane with one row of titles.
func (r *timelineRenderer) leastLane() float32 { return r.caption().Height()*2 + markSize + titleGap }

// laneHeight is that of a lane with its rows of titles.
func (r *timelineRenderer) laneHeight(i int) float32 {
	return r.leastLane() + float32(r.rows[i]-1)*r.caption().Height()
}

// share gives each lane the rows that its titles need when everything is shown,
// as far as there is room: zooming then moves no lane.
func (r *timelineRenderer) share() {
	r.rows = make([]int, len(r.t.lanes))
	need := make([]int, len(r.t.lanes))
	for i, lane := range r.t.lanes {
		r.rows[i], need[i] = 1, r.needed(lane)
	}
	room := r.size.Height - r.axisHeight() - float32(len(r.t.lanes))*r.leastLane()
	for more := true; more; {
		more = false
		for i := range r.rows {
			if room >= r.caption().Height() && r.rows[i] < min(need[i], mostRows) {
				r.rows[i]++
				room -= r.caption().Height()
				more = true
			}
		}
	}
}

// needed is how many rows the titles of a lane take when everything is shown.
func (r *timelineRenderer) needed(lane string) int {
	from, to := r.t.whole()
	free := make([]float32, 0, mostRows)
	for _, m := range r.t.moments {
		if m.Lane != lane || len(free) == mostRows {
			continue
		}
		x := r.left + r.room()*float32((float64(m.At.Unix())-from)/(to-from))
		width := min(r.caption().Width(m.Title), r.room())
		left := min(max(x-width/2, r.left), r.left+r.room()-width)
		row := 0
		for row < len(free) && left < free[row] {
			row++
		}
		if row == len(free) {
			free = append(free, 0)
		}
		free[row] = left + width + theme.InnerPadding()
	}
	return max(len(free), 1)
}

func (r *timelineRenderer) axisHeight() float32 { return r.caption().Height() * 2 }

func (r *timelineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(320, r.leastLane()*float32(max(len(r.t.lanes), 1))+r.axisHeight())
}

func (r *timelineRenderer) Refresh() {
	r.Layout(r.size)
	canvas.Refresh(r.t)
}

func (r *timelineRenderer) Layout(size fyne.Size) {
	r.size, r.objects, r.marks = size, nil, nil
	r.left = theme.InnerPadding()
	for _, lane := range r.t.lanes {
		r.left = max(r.left, r.caption().Width(lane)+2*theme.InnerPadding())
	}
	if r.t.to <= r.t.from || r.room() <= 0 {
		return
	}
	r.share()
	bottom := float32(0)
	for i := range r.t.lanes {
		bottom += r.laneHeight(i)
	}
	r.axis(bottom)
	bottom = 0
	for i, lane := range r.t.lanes {
		bottom += r.laneHeight(i)
		r.lane(i, lane, bottom)
	}
	r.ring()
}

func (r *timelineRenderer) x(at time.Time) float32 {
	return r.left + r.room()*float32((float64(at.Unix())-r.t.from)/(r.t.to-r.t.from))
}

// lane draws a name, a line and the marks of a lane, with the titles above the
// line in as many rows as there is room for. A title that would lie on others
// in every row is left out.
func (r *timelineRenderer) lane(i int, name string, bottom float32) {
	y := bottom - r.caption().Height()*0.5 - markSize/2
	r.text(name, theme.InnerPadding(), y-r.caption().Height()/2, look.ColorDim)
	r.box(fyne.NewPos(r.left, y), fyne.NewSize(r.room(), 1), theme.ColorNameSeparator)
	free := make([]float32, r.rows[i]) // where the last title of each row ended
	lastX, lastTone := float32(-1), look.Neutral
	for k, m := range r.t.moments {
		x := r.x(m.At)
		if m.Lane != name || x < r.left || x > r.left+r.room() {
			continue
		}
		if x-lastX < covered && m.Tone == lastTone && !r.named(k) {
			continue // it would lie on the one before
		}
		lastX, lastTone = x, m.Tone
		r.mark(k, m, fyne.NewPos(x, y))
		r.title(k, m, fyne.NewPos(x, y), free)
	}
}

// named reports whether the title of a mark is shown whatever lies there.
func (r *timelineRenderer) named(i int) bool { return i == r.t.cursor || i == r.t.hovered }

// title writes the title of a mark in the lowest row that is free there.
func (r *timelineRenderer) title(i int, m Moment, at fyne.Position, free []float32) {
	title := r.caption().Cut(m.Title, r.room())
	width := r.caption().Width(title)
	from := min(max(at.X-width/2, r.left), r.left+max(r.room()-width, 0))
	row := 0
	for row < len(free) && from < free[row] {
		row++
	}
	covers := row == len(free)
	if covers && !r.named(i) {
		return
	}
	if covers {
		row = 0
	}
	above := at.Y - markSize/2 - titleGap - float32(row+1)*r.caption().Height()
	if covers {
		r.box(fyne.NewPos(from-2, above), fyne.NewSize(width+4, r.caption().Height()), theme.ColorNameMenuBackground)
	}
	r.text(title, from, above, theme.ColorNameForeground)
	free[row] = max(free[row], from+width+theme.InnerPadding())
}

func (r *timelineRenderer) mark(i int, m Moment, at fyne.Position) {
	r.marks = append(r.marks, placedMark{moment: i, at: at})
	if !m.Until.IsZero() {
		width := max(min(r.x(m.Until), r.left+r.room())-at.X, 2)
		r.box(at.AddXY(0, -2), fyne.NewSize(width, 4), m.Tone.Fill())
	}
	size := float32(markSize)
	if i == r.t.cursor || i == r.t.hovered {
		size += 4
	}
	r.shape(m.Shape, at, size, m.Tone.Bar())
	if i == r.t.cursor && r.t.focused {
		ring := newRing()
		ring.Move(at.AddXY(-size/2-4, -size/2-4))
		ring.Resize(fyne.NewSquareSize(size + 8))
		r.objects = append(r.objects, ring)
	}
}

func (r *timelineRenderer) shape(s Shape, at fyne.Position, size float32, name fyne.ThemeColorName) {
	colour := theme.Color(name)
	var o fyne.CanvasObject
	switch s {
	case Diamond:
		d := canvas.NewPolygon(4, colour)
		o = d
	case Flag:
		pole := canvas.NewRectangle(colour)
		pole.Move(at.AddXY(-size/2, -size*0.7))
		pole.Resize(fyne.NewSize(2, size*1.2))
		r.objects = append(r.objects, pole)
		cloth := canvas.NewRectangle(colour)
		cloth.Move(at.AddXY(-size/2, -size*0.7))
		cloth.Resize(fyne.NewSize(size, size*0.65))
		r.objects = append(r.objects, cloth)
		return
	case Ring:
		c := canvas.NewCircle(theme.Color(theme.ColorNameBackground))
		c.StrokeColor, c.StrokeWidth = colour, 2.5
		o = c
	case Square:
		box := canvas.NewRectangle(colour)
		box.CornerRadius = 2
		o = box
	case Disc:
		o = canvas.NewCircle(colour)
	}
	o.Move(at.AddXY(-size/2, -size/2))
	o.Resize(fyne.NewSquareSize(size))
	r.objects = append(r.objects, o)
}

func (r *timelineRenderer) ring() {
	if !r.t.focused {
		return
	}
	ring := newRing()
	ring.Resize(r.size)
	r.objects = append(r.objects, ring)
}

func (r *timelineRenderer) text(s string, x, y float32, name fyne.ThemeColorName) {
	t := canvas.NewText(s, theme.Color(name))
	t.TextSize = theme.CaptionTextSize()
	t.Move(fyne.NewPos(x, y))
	r.objects = append(r.objects, t)
}

func (r *timelineRenderer) box(at fyne.Position, size fyne.Size, name fyne.ThemeColorName) {
	o := canvas.NewRectangle(theme.Color(name))
	o.Move(at)
	o.Resize(size)
	r.objects = append(r.objects, o)
}

// axis draws ticks at round dates below the lanes, as many as their names leave
// room for.
func (r *timelineRenderer) axis(bottom float32) {
	y := bottom + r.caption().Height()*0.4
	from, to := time.Unix(int64(r.t.from), 0).UTC(), time.Unix(int64(r.t.to), 0).UTC()
	step := tickStep(r.t.to-r.t.from, r.room()/(r.caption().Width("10 Oct. 2026")*1.6))
	for at := step.first(from); !at.After(to); at = step.next(at) {
		if x := r.x(at); x >= r.left {
			name := step.name(at)
			r.box(fyne.NewPos(x, 0), fyne.NewSize(1, y), theme.ColorNameSeparator)
			r.text(name, min(x, r.left+r.room()-r.caption().Width(name)), y, look.ColorDim)
		}
	}
}

// tick is a distance between ticks: months, or days where months is 0.
type tick struct{ months, days int }

var ticks = []tick{{0, 1}, {0, 7}, {1, 0}, {3, 0}, {6, 0}, {12, 0}, {24, 0}, {60, 0}, {120, 0}, {600, 0}, {1200, 0}}

// tickStep is the smallest distance that gives at most the given number of
// ticks over a stretch of seconds.
func tickStep(seconds float64, most float32) tick {
	for _, t := range ticks {
		length := float64(t.days*day) + float64(t.months)*30.44*day
		if seconds/length <= float64(most) {
			return t
		}
	}
	return ticks[len(ticks)-1]
}

func (t tick) first(from time.Time) time.Time {
	if t.months == 0 {
		at := time.Date(from.Year(), from.Month(), from.Day()+1, 0, 0, 0, 0, time.UTC)
		for t.days == 7 && at.Weekday() != time.Monday {
			at = at.AddDate(0, 0, 1)
		}
		return at
	}
	months := from.Year()*12 + int(from.Month()) - 1
	months = (months/t.months + 1) * t.months
	return time.Date(months/12, time.Month(months%12+1), 1, 0, 0, 0, 0, time.UTC)
}

func (t tick) next(at time.Time) time.Time { return at.AddDate(0, t.months, t.days) }

func (t tick) name(at time.Time) string {
	switch {
	case t.months >= 12:
		return fmt.Sprint(at.Year())
	case t.months > 0:
		return Here().Date(at.Year(), int(at.Month()), 0)
	}
	return Here().Time(at)
}

// markUnder is the moment drawn nearest to a point, -1 for none near.
func (t *Timeline) markUnder(p fyne.Position) int {
	if t.draw == nil {
		return -1
	}
	found, nearest := -1, float32(markReach*markReach)
	for _, m := range t.draw.marks {
		d := p.Subtract(m.at)
		if near := d.X*d.X + d.Y*d.Y; near < nearest {
			found, nearest = m.moment, near
		}
	}
	return found
}
