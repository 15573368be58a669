package kit

import (
	"fmt"
	"strings"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bar is one row of a bar chart: a label, and parts of a whole.
type Bar struct {
	Label string
	Parts []Part
}

// Part is a stretch of a bar. Count is its length; its name and count are
// spoken and stand in the legend.
type Part struct {
	Name  string
	Count int
	Tone  look.Tone
}

// Total is the denominator of a bar: what all parts sum up to.
func (b Bar) Total() int {
	n := 0
	for _, p := range b.Parts {
		n += p.Count
	}
	return n
}

// Bars is a chart of stacked bars below one another, each with its label at
// the left and its denominator at the right, on one scale, so that a bar of 3
// looks like 3 beside one of 40. Counts are written into the parts that have
// room for them.
type Bars struct {
	widget.BaseWidget
	bars []Bar
}

// NewBars makes a chart.
func NewBars(bars ...Bar) *Bars {
	b := &Bars{bars: bars}
	b.ExtendBaseWidget(b)
	return b
}

// SetBars shows other bars.
func (b *Bars) SetBars(bars []Bar) {
	b.bars = bars
	b.Refresh()
}

// AccessibilityLabel reads the chart out.
func (b *Bars) AccessibilityLabel() string {
	lines := make([]string, len(b.bars))
	for i, bar := range b.bars {
		parts := make([]string, len(bar.Parts))
		for k, p := range bar.Parts {
			parts[k] = fmt.Sprintf("%s %d", p.Name, p.Count)
		}
		lines[i] = fmt.Sprintf("%s, %d: %s", bar.Label, bar.Total(), strings.Join(parts, ", "))
	}
	return strings.Join(lines, ". ")
}

// AccessibilityRole is that of a text.
func (b *Bars) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the chart from rectangles and texts.
func (b *Bars) CreateRenderer() fyne.WidgetRenderer { return &barsRenderer{b: b} }

type barsRenderer struct {
	b       *Bars
	size    fyne.Size
	objects []fyne.CanvasObject
}

func (r *barsRenderer) Destroy()                     {}
func (r *barsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *barsRenderer) rowHeight() float32 {
	return rulerFor(theme.TextSize(), fyne.TextStyle{}).Height() + theme.InnerPadding()*1.5
}

func (r *barsRenderer) MinSize() fyne.Size {
	height := r.rowHeight() * float32(len(r.b.bars))
	if len(r.b.bars) > 0 {
		height += r.legendHeight() * float32(r.legendRows())
	}
	return fyne.NewSize(260, height)
}

func (r *barsRenderer) legendHeight() float32 {
	return rulerFor(theme.CaptionTextSize(), fyne.TextStyle{}).Height() + theme.InnerPadding()
}

func (r *barsRenderer) Refresh() {
	r.Layout(r.size)
	canvas.Refresh(r.b)
}

func (r *barsRenderer) Layout(size fyne.Size) {
	r.size, r.objects = size, r.objects[:0]
	ruler := rulerFor(theme.TextSize(), fyne.TextStyle{})
	labels, most := float32(0), 1
	for _, bar := range r.b.bars {
		labels = max(labels, ruler.Width(bar.Label))
		most = max(most, bar.Total())
	}
	gap := theme.InnerPadding() // also at the left, where the texts around the chart begin
	labels = min(labels, size.Width*0.35)
	numbers := ruler.Width(Here().Int(most))
	room := max(size.Width-labels-numbers-4*gap, 1)
	y := float32(0)
	for _, bar := range r.b.bars {
		r.text(ruler.Cut(bar.Label, labels), gap, y, theme.ColorNameForeground, ruler.Size)
		end := r.parts(bar, labels+2*gap, y, room/float32(most))
		r.text(Here().Int(bar.Total()), end+gap, y, look.ColorDim, ruler.Size)
		y += r.rowHeight()
	}
	r.legend(y)
}

// parts draws the stretches of a bar and returns where the last one ends.
func (r *barsRenderer) parts(bar Bar, x, y, unit float32) float32 {
	ruler := rulerFor(theme.CaptionTextSize(), fyne.TextStyle{Bold: true})
	height := r.rowHeight() * 0.66
	for _, p := range bar.Parts {
		if p.Count == 0 {
			continue
		}
		width := unit * float32(p.Count)
		box := canvas.NewRectangle(theme.Color(p.Tone.Fill()))
		box.StrokeColor, box.StrokeWidth, box.CornerRadius = theme.Color(p.Tone.Bar()), 1, 2
		box.Move(fyne.NewPos(x, y+(r.rowHeight()-height)/2))
		box.Resize(fyne.NewSize(max(width-1, 2), height))
		r.objects = append(r.objects, box)
		if count := Here().Int(p.Count); ruler.Width(count)+6 < width {
			r.text(count, x+(width-ruler.Width(count))/2, y, p.Tone.Ink(), ruler.Size)
		}
		x += width
	}
	return x
}

func (r *barsRenderer) text(s string, x, y float32, colour fyne.ThemeColorName, size float32) {
	t := canvas.NewText(s, theme.Color(colour))
	t.TextSize = size
	t.Move(fyne.NewPos(x, y+(r.rowHeight()-t.MinSize().Height)/2))
	r.objects = append(r.objects, t)
}

// legend names each part once, in the order in which the parts first appear,
// in as many rows as they need.
func (r *barsRenderer) legend(y float32) {
	r.eachName(func(p Part, x float32, row int) {
		r.key(p, x, y+float32(row)*r.legendHeight())
	})
}

// legendRows is how many rows the legend takes in the width of the chart.
func (r *barsRenderer) legendRows() int {
	rows := 1
	r.eachName(func(_ Part, _ float32, row int) { rows = row + 1 })
	return rows
}

// eachName places the names of the legend.
func (r *barsRenderer) eachName(place func(p Part, x float32, row int)) {
	seen := map[string]bool{}
	ruler := rulerFor(theme.CaptionTextSize(), fyne.TextStyle{})
	gap := theme.InnerPadding()
	x, row := gap, 0
	for _, bar := range r.b.bars {
		for _, p := range bar.Parts {
			if seen[p.Name] {
				continue
			}
			seen[p.Name] = true
			width := ruler.Height()*keySize + 4 + ruler.Width(p.Name)
			if x > gap && r.size.Width > 0 && x+width > r.size.Width {
				x, row = gap, row+1
			}
			place(p, x, row)
			x += width + 1.5*gap
		}
	}
}

// keySize is the side of a key of the legend, in heights of its text.
const keySize = 0.6

// key draws one name of the legend with its colour.
func (r *barsRenderer) key(p Part, x, y float32) {
	side := rulerFor(theme.CaptionTextSize(), fyne.TextStyle{}).Height() * keySize
	mark := canvas.NewRectangle(theme.Color(p.Tone.Fill()))
	mark.StrokeColor, mark.StrokeWidth, mark.CornerRadius = theme.Color(p.Tone.Bar()), 1, 2
	mark.Move(fyne.NewPos(x, y+(r.legendHeight()-side)/2))
	mark.Resize(fyne.NewSquareSize(side))
	name := canvas.NewText(p.Name, theme.Color(look.ColorDim))
	name.TextSize = theme.CaptionTextSize()
	name.Move(fyne.NewPos(x+side+4, y+(r.legendHeight()-name.MinSize().Height)/2))
	r.objects = append(r.objects, mark, name)
}
