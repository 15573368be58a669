package report

import (
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// colour is a colour of ink.
type colour struct{ r, g, b int }

func (c colour) rgb() (r, g, b int) { return c.r, c.g, c.b }

var (
	inkColour  = colour{28, 30, 33}
	softColour = colour{93, 101, 112}
	lineColour = colour{208, 212, 218}
	linkColour = colour{31, 84, 135}
	nowColour  = colour{179, 38, 30}
)

// parseColour reads #rrggbb; anything else is black.
func parseColour(s string) colour {
	n, err := strconv.ParseUint(strings.TrimPrefix(colourOr(s, ""), "#"), 16, 32)
	if err != nil {
		return colour{}
	}
	return colour{int(n >> 16 & 0xFF), int(n >> 8 & 0xFF), int(n & 0xFF)}
}

func orColour(c, other colour) colour {
	if c == (colour{}) {
		return other
	}
	return c
}

// basic keeps what the library can write outside of a page: characters of the
// basic multilingual plane.
func basic(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return replacement
		}
		return r
	}, oneLine(s))
}

// line draws the words of a line from x onward on the base line y.
func (p *pdfPage) line(words []word, x, y float64) {
	for _, w := range words {
		for _, r := range w.runs {
			p.pdf.SetFont(r.font.family, r.font.style, r.ink.size)
			p.pdf.SetTextColor(r.ink.colour.rgb())
			p.pdf.Text(x, y, r.text)
			p.linkOver(r.ink, x, y, r.width)
			x += r.width
		}
		x += w.space
	}
}

// linkOver makes drawn text a link.
func (p *pdfPage) linkOver(in ink, x, y, width float64) {
	switch {
	case in.link == "":
	case in.link[0] == '#':
		p.pdf.Link(x, y-in.size, width, in.size*1.3, p.link(in.link[1:]))
	default:
		p.pdf.LinkString(x, y-in.size, width, in.size*1.3, in.link)
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

func (p *pdfPage) hairline() {
	p.pdf.SetDrawColor(lineColour.rgb())
	p.pdf.SetLineWidth(0.5)
	p.pdf.Line(paperMargin, p.y, paperMargin+textWidth, p.y)
}

func (p *pdfPage) dot(x, y float64, c colour) {
	p.pdf.SetFillColor(c.rgb())
	p.pdf.Circle(x, y, 2.8, "F")
}

// timeline draws the strip that web pages show, scaled to the paper.
func (p *pdfPage) timeline(_ string, events []claimEvent) {
	s := layStrip(p.w, events, p.m.Made)
	if s == nil {
		return
	}
	scale := textWidth / s.width
	p.y += 6
	p.room(s.height*scale + 8)
	at := func(x, y float64) (float64, float64) { return paperMargin + x*scale, p.y + y*scale }
	p.pdf.SetLineWidth(0.5)
	small := caption.sized(7.6).soft()
	for _, l := range s.lanes {
		x, y := at(0, l.y+4)
		p.line(p.words([]inked{{l.label, small}}), x, y)
		p.pdf.SetDrawColor(lineColour.rgb())
		x1, y1 := at(s.left, l.y+l.height/2+1.5)
		x2, _ := at(s.right, 0)
		p.pdf.Line(x1, y1, x2, y1)
	}
	x1, axis := at(s.left-6, s.axis)
	x2, _ := at(s.right+6, s.axis)
	p.pdf.SetDrawColor(softColour.rgb())
	p.pdf.Line(x1, axis, x2, axis)
	for _, t := range s.ticks {
		x, _ := at(t.x, 0)
		p.pdf.Line(x, axis, x, axis+3)
		label := p.words([]inked{{t.label, small}})
		p.line(label, x-widthOf(label)/2, axis+12)
	}
	if s.now > 0 {
		x, top := at(s.now, 0)
		p.pdf.SetDrawColor(nowColour.rgb())
		p.pdf.SetDashPattern([]float64{2, 2}, 0)
		p.pdf.Line(x, top, x, axis)
		p.pdf.SetDashPattern(nil, 0)
	}
	for i := range s.marks {
		p.stripMark(&s.marks[i], at)
	}
	p.y += s.height*scale + 8
}

// stripMark draws one event in the shape of its kind.
func (p *pdfPage) stripMark(m *stripMark, at func(x, y float64) (float64, float64)) {
	c := parseColour(m.colour())
	p.pdf.SetFillColor(c.rgb())
	p.pdf.SetDrawColor(c.rgb())
	x, y := at((m.x+m.to)/2, m.y)
	if m.to > m.x+1 {
		from, _ := at(m.x, 0)
		to, _ := at(m.to, 0)
		p.pdf.SetAlpha(0.35, "Normal")
		p.pdf.Rect(from, y-1.8, to-from, 3.6, "F")
		p.pdf.SetAlpha(1, "Normal")
	}
	corners := func(xy ...float64) []fpdf.PointType {
		var out []fpdf.PointType
		for i := 0; i < len(xy); i += 2 {
			out = append(out, fpdf.PointType{X: x + xy[i], Y: y + xy[i+1]})
		}
		return out
	}
	switch m.event.Kind {
	case Happened:
		p.pdf.Rect(x-3.4, y-3.4, 6.8, 6.8, "F")
	case Judged:
		p.pdf.Polygon(corners(0, -4.6, 4.6, 0, 0, 4.6, -4.6, 0), "F")
	case DueOn:
		p.pdf.Polygon(corners(-4, -3.2, 4, -3.2, 0, 3.6), "F")
	case Replied:
		p.pdf.SetLineWidth(1.5)
		p.pdf.Circle(x, y, 2.8, "D")
		p.pdf.SetLineWidth(0.5)
	default:
		p.pdf.Circle(x, y, 3.7, "F")
	}
	if m.event.href != "" {
		p.pdf.Link(x-4, y-4, 8, 8, p.link(m.event.href[1:]))
	}
}

// card draws a scorecard: the numbers, one bar of stacked shares, the words.
func (p *pdfPage) card(c *card) {
	p.y += 6
	p.room(76)
	p.small(c.title)
	p.para(13.5, 4, inked{c.standing, caption})
	x := float64(paperMargin)
	for _, t := range c.tallies {
		width := textWidth * float64(t.Count) / float64(c.total)
		p.pdf.SetFillColor(orColour(parseColour(t.Value.Colour), softColour).rgb())
		p.pdf.Rect(x, p.y, max(width-1, 0.5), 8, "F")
		x += width
	}
	p.y += 14
	for _, t := range c.tallies {
		p.dot(paperMargin+3, p.y+7, orColour(parseColour(t.Value.Colour), softColour))
		p.indent = 11
		p.para(13.5, 0, inked{t.Value.Label + "  ", caption.heavy()}, inked{strconv.Itoa(t.Count) + " " + p.w.of("card.of") + " " + strconv.Itoa(c.total), caption})
		p.indent = 0
	}
	if c.few != "" {
		p.para(13.5, 0, inked{c.few, caption.soft()})
	}
	p.y += 6
}
