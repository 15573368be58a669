package reader

import (
	"image/color"
	"strconv"

	"onrecord/ui/kit"
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// drawer is the renderer: one text for each visible line, rectangles behind
// and below them, both from pools.
type drawer struct {
	r       *Reader
	size    fyne.Size
	left    float32 // where the column of text begins
	paper   *canvas.Rectangle
	ring    *canvas.Rectangle
	caret   *canvas.Rectangle
	bar     *kit.ScrollBar
	texts   []*lineText
	behind  pool
	above   pool
	notes   []*canvas.Text // in the margin
	noted   int
	widths  map[prefix]float32
	objects []fyne.CanvasObject
	version int // of theme and page: a line drawn at another is drawn again
}

type lineText struct {
	*canvas.Text
	line, version int
}

// prefix is the beginning of a line whose width has been measured.
type prefix struct{ start, end int }

// CreateRenderer makes the drawings.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	d := &drawer{
		r: r, paper: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), caret: canvas.NewRectangle(nil),
		widths: map[prefix]float32{},
	}
	d.bar = kit.NewScrollBar(func(y float64) {
		r.scrollTo(float32(y))
		d.draw()
	})
	r.drawer = d
	d.Refresh()
	return d
}

// Destroy has nothing to free.
func (d *drawer) Destroy() {}

// MinSize leaves room for a few words.
func (d *drawer) MinSize() fyne.Size { return fyne.NewSize(220, 120) }

// Objects lists what is drawn, from the paper up.
func (d *drawer) Objects() []fyne.CanvasObject { return d.objects }

// Refresh takes theme and text anew, at the place that was looked at.
func (d *drawer) Refresh() {
	place := d.r.Place()
	d.r.metrics = newMetrics()
	d.r.page = page{}
	d.Layout(d.size)
	d.r.RestorePlace(place)
}

// Layout sets the page where the width has changed and keeps the place that
// was looked at.
func (d *drawer) Layout(size fyne.Size) {
	d.size = size
	m := &d.r.metrics
	var width float32
	width, d.left = m.room(size.Width)
	if width > 0 && (d.r.page.width != width || d.r.page.lines == nil) {
		place := d.r.Place()
		m.fit(d.r.title(), width)
		d.r.page = setPage(d.r.text, d.r.titled, width, *m)
		d.version++
		clear(d.widths)
		d.r.RestorePlace(place)
	}
	d.paper.Resize(size)
	thick := d.bar.MinSize().Width
	d.bar.Resize(fyne.NewSize(thick, size.Height))
	d.bar.Move(fyne.NewPos(size.Width-thick, 0))
	d.r.scrollTo(d.r.top)
	d.goPending()
	d.draw()
}

// goPending does a ScrollTo that came before there was a page.
func (d *drawer) goPending() {
	if s := d.r.mouse.pending; s != nil && len(d.r.page.lines) > 0 && d.size.Height > 0 {
		d.r.mouse.pending = nil
		d.r.ScrollTo(*s)
	}
}

// visible is the range of lines that can be seen.
func (d *drawer) visible() (first, past int) {
	lines := d.r.page.lines
	if len(lines) == 0 || d.size.Height <= 0 {
		return 0, 0
	}
	first = d.r.page.lineAt(d.r.top)
	past = d.r.page.lineAt(d.r.top+d.size.Height) + 1
	return first, past
}

// draw places everything that can be seen.
func (d *drawer) draw() {
	d.behind.used, d.above.used, d.noted = 0, 0, 0
	first, past := d.visible()
	d.fillTexts(past - first)
	for i := first; i < past; i++ {
		l := d.r.page.lines[i]
		d.drawMarks(l)
		d.drawFound(l)
		d.drawSelection(l)
		d.drawText(i, l)
		d.drawNumber(l)
	}
	d.drawHandles()
	d.drawCaret()
	d.paint()
	d.bar.Set(float64(d.r.page.height), float64(d.size.Height), float64(d.r.top))
	d.collect(first, past)
	canvas.Refresh(d.r)
}

func (d *drawer) paint() {
	d.paper.FillColor = theme.Color(look.ColorPaper)
	d.ring.FillColor = color.Transparent
	d.ring.StrokeColor, d.ring.StrokeWidth = theme.Color(look.ColorRing), theme.Size(look.SizeFocusRing)
	d.ring.Resize(d.size)
	d.ring.Hidden = !d.r.focused
}

func (d *drawer) collect(first, past int) {
	d.objects = append(d.objects[:0], d.paper)
	d.objects = d.behind.appendTo(d.objects)
	for i := first; i < past; i++ {
		d.objects = append(d.objects, d.texts[i%len(d.texts)].Text)
	}
	for _, n := range d.notes[:d.noted] {
		d.objects = append(d.objects, n)
	}
	d.objects = d.above.appendTo(d.objects)
	d.objects = append(d.objects, d.caret, d.ring, d.bar)
}

func (d *drawer) fillTexts(need int) {
	if len(d.texts) >= need {
		return
	}
	d.texts = nil // lines change places in a larger pool, so all are drawn again
	for range need + 2 {
		d.texts = append(d.texts, &lineText{Text: canvas.NewText("", color.Transparent), line: -1})
	}
}

func (d *drawer) drawText(i int, l line) {
	t := d.texts[i%len(d.texts)]
	if t.line != i || t.version != d.version {
		t.line, t.version = i, d.version
		ruler := d.ruler(l)
		t.Text.Text = d.r.text[l.Start:l.shown]
		t.TextSize, t.TextStyle, t.Color = ruler.Size, ruler.Style, theme.Color(theme.ColorNameForeground)
		t.Refresh()
	}
	t.Move(fyne.NewPos(d.left, l.y-d.r.top))
}

func (d *drawer) ruler(l line) *kit.Ruler {
	if l.title {
		return d.r.metrics.title
	}
	return d.r.metrics.body
}

func (d *drawer) letters(l line) float32 {
	if l.title {
		return d.r.metrics.titleText
	}
	return d.r.metrics.bodyText
}

// x is where an offset of a line is drawn, from the left of the widget.
func (d *drawer) x(l line, at int) float32 {
	at = min(max(at, l.Start), l.shown)
	if at == l.Start {
		return d.left
	}
	key := prefix{l.Start, at}
	w, ok := d.widths[key]
	if !ok {
		const many = 4000 // prefixes of the lines seen lately
		if len(d.widths) > many {
			clear(d.widths)
		}
		ruler := d.ruler(l)
		w = fyne.MeasureText(d.r.text[l.Start:at], ruler.Size, ruler.Style).Width
		d.widths[key] = w
	}
	return d.left + w
}

// box is the rectangle of a part of a line; it is empty where they share
// nothing that is shown.
func (d *drawer) box(l line, s Span) (at fyne.Position, size fyne.Size, ok bool) {
	part := s.cut(Span{l.Start, l.shown})
	if part.Empty() {
		return at, size, false
	}
	from, to := d.x(l, part.Start), d.x(l, part.End)
	return fyne.NewPos(from, l.y-d.r.top), fyne.NewSize(to-from, d.letters(l)), true
}

func (d *drawer) drawSelection(l line) {
	s := d.r.Selection()
	if at, size, ok := d.box(l, s); ok {
		if s.End > l.shown { // the line's end is selected too
			size.Width += d.r.metrics.body.Rune(' ')
		}
		d.behind.put(at, size, theme.Color(theme.ColorNameSelection))
	}
}

func (d *drawer) drawFound(l line) {
	for i, s := range d.r.found {
		if s.Start >= l.End {
			return
		}
		at, size, ok := d.box(l, s)
		if !ok {
			continue
		}
		name := look.ColorMatch
		if i == d.r.foundAt {
			name = look.ColorMatchHere
		}
		d.behind.put(at, size, theme.Color(name)).CornerRadius = 2
	}
}

func (d *drawer) drawNumber(l line) {
	if d.r.Numbers && l.first && !l.title {
		number := l.paragraph + 1
		if d.r.titled {
			number--
		}
		d.note(strconv.Itoa(number), l, theme.Color(look.ColorDim), fyne.TextStyle{})
	}
}

// note writes into the margin, right-aligned before a line.
func (d *drawer) note(text string, l line, c color.Color, style fyne.TextStyle) {
	if d.noted == len(d.notes) {
		d.notes = append(d.notes, canvas.NewText("", color.Transparent))
	}
	n := d.notes[d.noted]
	d.noted++
	n.Text, n.Color, n.TextSize, n.TextStyle = text, c, theme.Size(theme.SizeNameCaptionText), style
	size := n.MinSize()
	n.Move(fyne.NewPos(d.left-size.Width-theme.Padding()*3, l.y-d.r.top+(d.letters(l)-size.Height)*0.6))
	n.Refresh()
}

func (d *drawer) drawCaret() {
	l, ok := d.r.caretLine()
	d.caret.Hidden = !ok || !d.r.focused || !d.r.Selection().Empty()
	if d.caret.Hidden {
		return
	}
	d.caret.FillColor = theme.Color(theme.ColorNamePrimary)
	d.caret.Move(fyne.NewPos(d.x(l, d.r.caret)-0.75, l.y-d.r.top))
	d.caret.Resize(fyne.NewSize(1.5, d.letters(l)))
	d.caret.Refresh()
}
