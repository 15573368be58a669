package reader

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

const (
	cornerRadius = 3
	thinLine     = 1.5
	thickLine    = 3
	dash, pause  = 7, 5
	handleWidth  = 3
	handleKnob   = 9
)

// drawMarks draws what the marks show of a line: grounds behind the text,
// lines below it, and a question mark in the margin where one begins that the
// program is not sure of.
func (d *drawer) drawMarks(l line) {
	d.r.marks.within(Span{l.Start, l.shown}, func(i int, m Mark) {
		at, size, ok := d.box(l, m.Span)
		if !ok {
			return
		}
		if m.Style == Fill || m.Style == Strike || d.r.lit(m) {
			d.drawGround(l, m, at, size, d.r.marks.depth[i])
		}
		d.drawLines(m, at, size)
		if m.Low && l.Contains(m.Start) {
			d.note("?", l, theme.Color(m.Paint.Line), fyne.TextStyle{Bold: true})
		}
	})
}

// lit reports whether a mark is the active one or below the mouse. One without
// an identifier never is.
func (r *Reader) lit(m Mark) bool { return m.ID != "" && (m.ID == r.active || m.ID == r.hovered) }

// drawGround rounds the corners where the mark begins and ends, and draws a
// mark that lies in another a little lower than it, so that both are seen.
func (d *drawer) drawGround(l line, m Mark, at fyne.Position, size fyne.Size, depth int) {
	inset := float32(min(depth, 3)) * 2
	box := d.behind.put(at.AddXY(0, inset-1), fyne.NewSize(size.Width, size.Height+2-2*inset), d.ground(m))
	if m.Start >= l.Start {
		box.TopLeftCornerRadius, box.BottomLeftCornerRadius = cornerRadius, cornerRadius
	}
	if m.End <= l.End {
		box.TopRightCornerRadius, box.BottomRightCornerRadius = cornerRadius, cornerRadius
	}
	if depth > 0 {
		box.StrokeWidth, box.StrokeColor = 1, theme.Color(m.Paint.Line)
	}
}

// ground is the colour behind a mark: half as strong where the program is not
// sure, unless the mark is lit.
func (d *drawer) ground(m Mark) color.Color {
	c := color.NRGBAModel.Convert(theme.Color(m.Paint.Fill)).(color.NRGBA)
	if m.Low && !d.r.lit(m) {
		c.A = 0x80
	}
	return c
}

func (d *drawer) drawLines(m Mark, at fyne.Position, size fyne.Size) {
	ink := theme.Color(m.Paint.Line)
	below := at.AddXY(0, size.Height)
	switch {
	case m.ID != "" && m.ID == d.r.active:
		d.behind.put(below, fyne.NewSize(size.Width, thickLine), ink)
	case m.Style == Dashed || m.Low:
		for x := float32(0); x < size.Width; x += dash + pause {
			d.behind.put(below.AddXY(x, 0), fyne.NewSize(min(dash, size.Width-x), thinLine+0.5), ink)
		}
	case m.Style == Underline:
		d.behind.put(below, fyne.NewSize(size.Width, thinLine+0.5), ink)
	case m.Style == Strike:
		d.above.put(at.AddXY(0, size.Height*0.55), fyne.NewSize(size.Width, thinLine), ink)
	}
}

// drawHandles draws what the mouse takes hold of to move the ends of the
// active mark.
func (d *drawer) drawHandles() {
	start, end, ok := d.r.handles()
	if !ok {
		return
	}
	marks := d.r.marks.of(d.r.active)
	ink := theme.Color(marks[0].Paint.Line)
	for i, at := range []fyne.Position{start, end} {
		l := d.r.page.lines[d.r.page.lineAt(at.Y+d.r.top)]
		height := d.letters(l)
		d.above.put(at.AddXY(-handleWidth/2, -2), fyne.NewSize(handleWidth, height+5), ink).CornerRadius = 1
		knob := at.AddXY(-handleKnob/2, -handleKnob*0.7)
		if i == 1 {
			knob = at.AddXY(-handleKnob/2, height+1)
		}
		d.above.put(knob, fyne.NewSquareSize(handleKnob), ink).CornerRadius = handleKnob / 2
	}
}

// handles are the places of the two ends of the active mark, on the widget.
func (r *Reader) handles() (start, end fyne.Position, ok bool) {
	marks := r.marks.of(r.active)
	if !r.Adjustable || r.active == "" || len(marks) == 0 || r.drawer == nil || len(r.page.lines) == 0 {
		return start, end, false
	}
	first, last := marks[0], marks[len(marks)-1]
	a, b := r.page.lines[r.page.lineOf(first.Start)], r.page.lines[r.page.lineOf(max(last.End-1, 0))]
	return fyne.NewPos(r.drawer.x(a, first.Start), a.y-r.top), fyne.NewPos(r.drawer.x(b, last.End), b.y-r.top), true
}
