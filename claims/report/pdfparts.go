package report

import (
	"fmt"
	"strconv"
	"strings"
)

func (p *pdfPage) cover(c *cover) {
	p.doc.Rect(paperMargin, p.y, textWidth, 3.5, inkColour, false)
	p.y += 22
	p.quoting(func() {
		p.as("H1", func() { p.para(29, 6, inked{c.title, caption.sized(23).heavy()}) })
		if c.scope != "" {
			p.para(18, 4, inked{c.scope, body.sized(13).soft()})
		}
	})
	p.para(13, 14, inked{c.made, caption.soft()})
	p.hairline()
	p.y += 12
	var counts []inked
	for _, n := range c.counts {
		counts = append(counts, inked{strconv.Itoa(n.n) + "\u00a0", caption.sized(16).heavy()}, inked{strings.ReplaceAll(n.label, " ", "\u00a0") + " ", caption.soft()}, inked{"\u00a0\u00a0\u00a0\u00a0", caption.sized(16)})
	}
	p.para(20, 12, counts...)
	p.hairline()
	p.y += 14
	for _, n := range c.notes {
		p.para(13, 6, inked{p.w.of("note") + ". ", caption.heavy()}, inked{n, caption})
	}
}

func (p *pdfPage) contents(entries []entry) {
	if len(entries) < 3 {
		return
	}
	p.y += 12
	p.as("H2", func() { p.small(p.w.of("contents")) })
	p.group("TOC", func() {
		for _, e := range entries {
			p.pages[e.id] = 0
			p.entry(e)
		}
	})
}

// entry sets a line of the contents: the claim, who made it, the verdict, the
// page. The column of the claim is narrower than the paper.
func (p *pdfPage) entry(e entry) {
	const leading, right = 13.5, 150
	link := caption.sized(9.6)
	link.link = "#" + e.id
	all := p.lines([]inked{{e.text + " ", link}}, textWidth-right)
	height := leading * float64(len(all))
	if e.who != "" {
		height += 12
	}
	p.room(height + 9)
	top := p.y + leading*baseline
	p.within("TOCI", func() {
		for _, words := range all {
			p.line(words, paperMargin, p.y+leading*baseline)
			p.y += leading
		}
		if e.who != "" {
			p.para(12, 0, inked{e.who + " ", caption.sized(8.2).soft()})
		}
		p.value(e, paperMargin+textWidth-right+14, top)
		if p.earlier != nil {
			number := p.words([]inked{{strconv.Itoa(p.earlier.pages[e.id]), link}})
			p.line(number, paperWidth-paperMargin-widthOf(number), top)
		}
	})
	p.y += 3
	p.hairline()
	p.y += 4
}

func (p *pdfPage) value(e entry, x, y float64) {
	if e.value == "" {
		return
	}
	if e.colour != "" {
		p.dot(x, y-3, parseColour(e.colour))
		x += 9
	}
	p.line(p.words([]inked{{clip(oneLine(e.value), 20) + " ", caption.sized(8.6).heavy()}}), x, y)
}

// small sets the small heading of a part.
func (p *pdfPage) small(text string) {
	p.room(84) // with the beginning of what it stands above
	p.as(orElse(p.role, "H3"), func() { p.para(14, 3, inked{strings.ToUpper(text), caption.sized(8).heavy().soft()}) })
}

func (p *pdfPage) heading(level int, id, text string) {
	p.rule, p.indent = false, 0
	if level > 2 {
		p.y += 10
		p.small(text)
		return
	}
	p.endPart()
	p.doc.Begin("Sect", "")
	p.part = true
	p.y += 26
	p.room(120)
	p.mark(id)
	p.ruleAt(0.7, inkColour)
	p.y += 12
	p.doc.Bookmark(clip(oneLine(text), 120), p.y)
	p.quoting(func() { p.as("H2", func() { p.para(19.5, 8, inked{text, caption.sized(15).heavy()}) }) })
}

func (p *pdfPage) facts(rows []fact) {
	p.group("Table", func() {
		for i, r := range rows {
			p.fact(r, i > 0)
		}
	})
	p.y += 8
}

// fact sets a line of the table above a claim, with a rule above it.
func (p *pdfPage) fact(r fact, ruled bool) {
	const label, leading = 122, 14.5
	all := p.lines([]inked{{r.label, caption.soft()}}, label-10)
	p.room(leading * float64(max(1, len(all))))
	if ruled {
		p.y += 2.5
		p.hairline()
		p.y += 2.5
	}
	top, page := p.y, p.doc.Pages()
	p.doc.Begin("TR", "")
	defer p.doc.End()
	p.within("TH", func() {
		for j := range all {
			p.line(all[j], paperMargin, top+leading*(float64(j)+baseline))
		}
	})
	p.indent = label
	value := inked{r.value, body.sized(10)}
	if c := parseColour(r.colour); r.colour != "" {
		p.dot(paperMargin+label+3, p.y+leading*baseline-3.2, c)
		p.indent, value.ink = label+11, caption.sized(9.6).heavy()
	}
	p.within("TD", func() { p.para(leading, 0, value) })
	p.indent = 0
	if p.doc.Pages() == page {
		p.y = max(p.y, top+leading*float64(len(all)))
	}
}

func (p *pdfPage) quote(q *quotation) {
	p.indent, p.rule = 14, true
	p.room(62)
	p.mark(q.id)
	soft := body.sized(11).soft()
	p.quoting(func() {
		lines := p.broken([]inked{{q.before, soft}, {q.text, body.sized(11.3).heavy()}, {q.after, soft}})
		p.within("BlockQuote", func() {
			p.doc.Speak(q.language)
			p.set(16.5, 0, lines)
		})
	})
	by, source := p.broken(append([]inked{{"— ", caption}}, append(inks(q.by, caption), inked{" ", caption})...)), p.broken(inks(q.source, caption))
	p.room(13 * float64(len(by)+len(source))) // who and where stay together
	p.within("P", func() {
		p.set(13, 0, by)
		p.set(13, 0, source)
	})
	p.indent, p.rule = 0, false
	p.y += 13
}

func (p *pdfPage) list(items []item) {
	p.group("L", func() {
		for _, it := range items {
			p.room(32)
			p.mark(it.id)
			p.group("LI", func() { p.item(it) })
			p.y += 5
		}
	})
}

func (p *pdfPage) item(it item) {
	p.dot(paperMargin+5, p.y+7.5, orColour(parseColour(it.colour), softColour))
	p.indent = 16
	p.as("LBody", func() { p.para(15, 1, inks(it.text, body)...) })
	for _, s := range it.sub {
		p.indent = 28
		lines := p.broken(inks(s, caption))
		p.room(13 * float64(min(2, len(lines))))
		p.line(p.words([]inked{{"–", caption.soft()}}), paperMargin+17, p.y+13*baseline)
		p.as("LBody", func() { p.set(13, 1, lines) })
	}
	p.indent = 0
}

func (p *pdfPage) sources(all []*source) {
	p.group("L", func() {
		for _, s := range all {
			p.room(40)
			p.mark(s.id)
			p.group("LI", func() { p.source(s) })
		}
	})
}

func (p *pdfPage) source(s *source) {
	p.within("Lbl", func() {
		p.line(p.words([]inked{{fmt.Sprintf("%d.", s.Number), caption.soft()}}), paperMargin, p.y+13.5*baseline)
	})
	p.indent = 26
	p.within("LBody", func() {
		p.para(13.5, 0, inks(s.line, caption.sized(9.2))...)
		p.para(11.5, 6, inked{s.hash, caption.sized(7.4).soft()})
	})
	p.indent = 0
}
