package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// lineRenderer draws a Line with three cells: title, note, badge.
type lineRenderer struct {
	line               *Line
	title, note, badge *cellDrawing
	size               fyne.Size
}

func newLineRenderer(l *Line) *lineRenderer {
	cell := func() *cellDrawing { return &cellDrawing{text: canvas.NewText("", transparent)} }
	return &lineRenderer{line: l, title: cell(), note: cell(), badge: cell()}
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return r.badge.appendTo(r.note.appendTo(r.title.appendTo(nil)))
}

func (r *lineRenderer) Destroy() {}

func (r *lineRenderer) Refresh() {
	r.Layout(r.size)
	canvas.Refresh(r.line)
}

func (r *lineRenderer) MinSize() fyne.Size {
	p := newTablePaint()
	return fyne.NewSize(80, p.text.Height()+noteRuler().Height()+1.5*p.pad)
}

// noteRuler is the ruler of second-rank lines.
func noteRuler() *Ruler {
	return rulerFor(theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{})
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.size = size
	p, v := newTablePaint(), r.line.value
	room := size.Width - 2*p.pad
	badgeRoom := float32(0)
	if v.Badge != "" {
		small := p
		small.text = noteRuler()
		badgeRoom = min(small.text.Width(v.Badge)+2*p.pad, room/2)
		r.badge.set(Cell{Text: v.Badge, Badge: true, Tone: v.Tone}, size.Width-p.pad-badgeRoom, badgeRoom, fyne.TextAlignLeading, small)
		badgeRoom += p.pad
	} else {
		r.badge.set(Cell{}, 0, 0, fyne.TextAlignLeading, p)
	}
	r.title.set(Cell{Text: v.Title, Icon: v.Icon, Dot: v.Dot, Bold: v.Bold}, p.pad, room-badgeRoom, fyne.TextAlignLeading, p)
	indent := r.title.textX - p.pad
	second := p
	second.text = noteRuler()
	r.note.set(Cell{Text: v.Note, Dim: true}, p.pad+indent, room-indent, fyne.TextAlignLeading, second)
	top := p.pad * 0.75
	r.title.move(top, p.text.Height())
	r.badge.move(top, p.text.Height())
	r.note.move(top+p.text.Height(), noteRuler().Height())
	if v.Note == "" {
		r.title.move((size.Height-p.text.Height())/2, p.text.Height())
		r.badge.move((size.Height-p.text.Height())/2, p.text.Height())
	}
}
