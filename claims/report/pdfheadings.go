package report

import "strings"

// pdfHeading is a heading that waits for what it stands above: a page never
// ends with it.
type pdfHeading struct {
	level    int
	id, text string
	lines    [][]word
}

// The measures of headings.
const (
	titleAbove, titleRule, titleLeading, titleBelow = 26, 12, 19.5, 8
	smallAbove, smallLeading, smallBelow            = 10, 14, 3
)

func (p *pdfPage) heading(level int, id, text string) {
	h := pdfHeading{level: level, id: id, text: text}
	if level <= 2 {
		p.begin(0) // of a part that has nothing in it
		p.quoting(func() { h.lines = p.lines([]inked{{text, caption.sized(15).heavy()}}, textWidth) })
	}
	p.waiting = append(p.waiting, h)
}

func (h *pdfHeading) height() float64 {
	if h.level > 2 {
		return smallAbove + smallLeading + smallBelow
	}
	return titleAbove + titleRule + titleBelow + titleLeading*float64(len(h.lines))
}

// begin makes sure that a height fits on the page together with the headings
// above it, and sets these.
func (p *pdfPage) begin(height float64) {
	for i := range p.waiting {
		height += p.waiting[i].height()
	}
	p.room(height)
	all, indent, rule := p.waiting, p.indent, p.rule
	p.waiting, p.indent, p.rule = nil, 0, false
	for i := range all {
		p.setHeading(&all[i])
	}
	p.indent, p.rule = indent, rule
}

func (p *pdfPage) setHeading(h *pdfHeading) {
	if h.level > 2 {
		if p.y > paperTop {
			p.y += smallAbove
		}
		p.small(h.text)
		return
	}
	p.endPart()
	p.doc.Begin("Sect", "")
	p.part = true
	if p.y > paperTop {
		p.y += titleAbove
	}
	p.mark(h.id)
	p.ruleAt(0.7, inkColour)
	p.y += titleRule
	p.doc.Bookmark(clip(oneLine(h.text), 120), p.y)
	p.as("H2", func() { p.set(titleLeading, titleBelow, h.lines) })
}

// small sets the small heading of a part.
func (p *pdfPage) small(text string) {
	p.as(orElse(p.role, "H3"), func() {
		p.para(smallLeading, smallBelow, inked{strings.ToUpper(text), caption.sized(8).heavy().soft()})
	})
}

// longestKept is the height of what is kept whole on one page: longer, it
// would leave too much of the page before empty.
const longestKept = 230

// kept is the whole height of something, or that of its beginning where it
// is long.
func kept(whole, first float64) float64 {
	if whole > longestKept {
		return first
	}
	return whole
}
