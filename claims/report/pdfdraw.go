package report

import (
	"math"
	"strconv"
	"strings"

	"onrecord/claims/report/internal/pdf"
)

// colour is a colour of ink.
type colour = pdf.Colour

var (
	inkColour  = colour{R: 28, G: 30, B: 33}
	softColour = colour{R: 93, G: 101, B: 112}
	lineColour = colour{R: 208, G: 212, B: 218}
	linkColour = colour{R: 31, G: 84, B: 135}
	nowColour  = colour{R: 179, G: 38, B: 30}
)

// parseColour reads #rrggbb; anything else is black.
func parseColour(s string) colour {
	n, err := strconv.ParseUint(strings.TrimPrefix(colourOr(s, ""), "#"), 16, 32)
	if err != nil {
		return colour{}
	}
	return colour{R: byte(n >> 16), G: byte(n >> 8), B: byte(n)}
}

func orColour(c, other colour) colour {
	if c == (colour{}) {
		return other
	}
	return c
}

// line draws the words of a line from x onward on the base line y. Words in
// one look are drawn in one go, with their blanks; the blank behind them is
// drawn too, for programs that read the text without its places.
func (p *pdfPage) line(words []word, x, y float64) {
	var at glyphRun
	start, blank := x, 0.0
	flush := func() {
		if at.text != "" {
			if blank > 0 && at.font != nil && at.font.Has(' ') {
				at.text += " "
			}
			p.text(at, start, y, x-start)
		}
		at.text = ""
	}
	for _, w := range visual(words) {
		for _, r := range w.runs {
			follows := at.text != "" && at.font == r.font && at.ink == r.ink
			switch {
			case follows && blank == 0:
				at.text += r.text
			case follows && r.font != nil && r.font.Has(' ') && near(blank, measure(glyphRun{text: " ", ink: r.ink, font: r.font})):
				at.text += " " + r.text
				x += blank
			default:
				flush()
				x += blank
				at, start = r, x
			}
			x += r.width
			blank = 0
		}
		blank = w.space
	}
	flush()
}

// near reports whether two widths differ by less than anybody sees.
func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// text draws a run, and makes it a link where its ink says so.
func (p *pdfPage) text(r glyphRun, x, y, width float64) {
	draw := func() {
		if r.font == nil {
			p.boxes(r, x, y)
			return
		}
		p.doc.Text(x, y, r.font.Font, r.ink.size, r.ink.colour, r.text)
	}
	if r.ink.link == "" {
		draw()
		return
	}
	const above, height = 1, 1.3 // of the size
	p.doc.Begin("Link", "")
	defer p.doc.End()
	draw()
	if name, inside := strings.CutPrefix(r.ink.link, "#"); inside {
		p.doc.LinkTo(x, y-r.ink.size*above, width, r.ink.size*height, name, r.text)
	} else {
		p.doc.LinkOut(x, y-r.ink.size*above, width, r.ink.size*height, r.ink.link, r.text)
	}
}

// widthOf is the width of a line, without the blank at its end.
func widthOf(line []word) float64 {
	total := 0.0
	for i, w := range line {
		total += w.width
		if i < len(line)-1 {
			total += w.space
		}
	}
	return total
}

func (p *pdfPage) hairline() { p.ruleAt(0.5, lineColour) }

// ruleAt draws a line over the width of the text.
func (p *pdfPage) ruleAt(width float64, c colour) {
	p.doc.Line(pdf.Point{X: paperMargin, Y: p.y}, pdf.Point{X: paperMargin + textWidth, Y: p.y}, width, c, false)
}

func (p *pdfPage) dot(x, y float64, c colour) { p.doc.Disc(x, y, 2.8, c) }

// timeline draws the strip that web pages show, scaled to the paper.
func (p *pdfPage) timeline(title string, events []claimEvent) {
	s := layStrip(p.w, events, p.m.Made)
	if s == nil {
		return
	}
	const thin = 0.5
	scale := textWidth / s.width
	p.begin(6 + s.height*scale + 8)
	p.y += 6
	p.doc.Begin("Figure", title+". "+spoken(p.w, events))
	defer p.doc.End()
	p.doc.Box(pdf.Point{X: paperMargin, Y: p.y}, textWidth, s.height*scale)
	at := func(x, y float64) pdf.Point { return pdf.Point{X: paperMargin + x*scale, Y: p.y + y*scale} }
	small := caption.sized(7.6).soft()
	for _, l := range s.lanes {
		label, y := at(0, l.y+4), l.y+l.height/2+1.5
		p.line(p.words([]inked{{l.label, small}}), label.X, label.Y)
		p.doc.Line(at(s.left, y), at(s.right, y), thin, lineColour, false)
	}
	p.doc.Line(at(s.left-6, s.axis), at(s.right+6, s.axis), thin, softColour, false)
	for _, t := range s.ticks {
		foot := at(t.x, s.axis)
		p.doc.Line(foot, pdf.Point{X: foot.X, Y: foot.Y + 3}, thin, softColour, false)
		label := p.words([]inked{{t.label, small}})
		p.line(label, min(foot.X-widthOf(label)/2, paperMargin+textWidth-widthOf(label)), foot.Y+12) // within the margin
	}
	if s.now > 0 {
		p.doc.Line(at(s.now, 0), at(s.now, s.axis), thin, nowColour, true)
	}
	for i := range s.marks {
		p.stripMark(&s.marks[i], at)
	}
	p.y += s.height*scale + 8
}

// stripMark draws one event in the shape of its kind.
func (p *pdfPage) stripMark(m *stripMark, at func(x, y float64) pdf.Point) {
	c := parseColour(m.colour())
	mid := at((m.x+m.to)/2, m.y)
	if m.to > m.x+1 {
		from, to := at(m.x, 0).X, at(m.to, 0).X
		p.doc.Rect(from, mid.Y-1.8, to-from, 3.6, c, true)
	}
	corner := func(x, y float64) pdf.Point { return pdf.Point{X: mid.X + x, Y: mid.Y + y} }
	switch m.event.Kind {
	case Happened:
		p.doc.Rect(mid.X-3.4, mid.Y-3.4, 6.8, 6.8, c, false)
	case Judged:
		p.doc.Polygon(c, corner(0, -4.6), corner(4.6, 0), corner(0, 4.6), corner(-4.6, 0))
	case DueOn:
		p.doc.Polygon(c, corner(-4, -3.2), corner(4, -3.2), corner(0, 3.6))
	case Replied:
		p.doc.Ring(mid.X, mid.Y, 2.8, 1.5, c)
	default:
		p.doc.Disc(mid.X, mid.Y, 3.7, c)
	}
	if m.event.href != "" {
		p.doc.Begin("Link", "")
		p.doc.LinkTo(mid.X-4, mid.Y-4, 8, 8, m.event.href[1:], m.event.Label)
		p.doc.End()
	}
}

// card draws a scorecard: the numbers, one bar of stacked shares, the words.
func (p *pdfPage) card(c *card) {
	const leading = 13.5
	standing := p.broken([]inked{{c.standing, caption}})
	p.begin(60 + leading*float64(len(standing)+len(c.tallies)))
	p.y += 6
	p.small(c.title)
	p.set(leading, 4, standing)
	x := float64(paperMargin)
	for _, t := range c.tallies {
		width := textWidth * float64(t.Count) / float64(c.total)
		p.doc.Rect(x, p.y, max(width-1, 0.5), 8, orColour(parseColour(t.Value.Colour), softColour), false)
		x += width
	}
	p.y += 14
	for _, t := range c.tallies {
		p.dot(paperMargin+3, p.y+7, orColour(parseColour(t.Value.Colour), softColour))
		p.indent = 11
		p.para(leading, 0, inked{p.w.verdict(t.Value.Label) + "  ", caption.heavy()}, inked{strconv.Itoa(t.Count) + " " + p.w.of("card.of") + " " + strconv.Itoa(c.total), caption})
		p.indent = 0
	}
	if c.few != "" {
		p.para(leading, 0, inked{c.few, caption.soft()})
	}
	p.y += 6
}
