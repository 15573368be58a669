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
	p.room(70) // with the first of them
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
	var all [][]word
	p.quoting(func() { all = p.lines([]inked{{e.text + " ", link}}, textWidth-right) })
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

func (p *pdfPage) facts(rows []fact) {
	set := make([]pdfFact, len(rows))
	total := 0.0
	for i, r := range rows {
		set[i] = p.factOf(r)
		total += set[i].height() + factGap
	}
	p.begin(kept(total, set[0].height()+factGap+set[min(1, len(set)-1)].height()))
	p.group("Table", func() {
		for i := range set {
			p.fact(&set[i], i > 0)
		}
	})
	p.y += 8
}

// pdfFact is a line of the table above a claim, broken to its two columns.
type pdfFact struct {
	fact
	label, value [][]word
	indent       float64 // of the value
}

// The measures of that table: the column of labels, a line, and the rule
// between two rows with the space around it.
const (
	factLabel   = 122
	factLeading = 14.5
	factGap     = 5
)

func (p *pdfPage) factOf(r fact) pdfFact {
	f := pdfFact{fact: r, label: p.lines([]inked{{r.label, caption.soft()}}, factLabel-10), indent: factLabel}
	look := body.sized(10)
	if r.colour != "" {
		f.indent, look = factLabel+11, caption.sized(9.6).heavy()
	}
	f.value = p.lines([]inked{{r.value, look}}, textWidth-f.indent)
	return f
}

// height is that of what stays on one page: the whole row, unless it is long.
func (f *pdfFact) height() float64 {
	const longestRow = 8
	lines := max(len(f.label), len(f.value))
	if lines > longestRow {
		lines = max(len(f.label), 2)
	}
	return factLeading * float64(lines)
}

// fact sets a line of the table, with a rule above it.
func (p *pdfPage) fact(f *pdfFact, ruled bool) {
	p.room(f.height() + factGap)
	if ruled {
		p.y += factGap / 2
		p.hairline()
		p.y += factGap / 2
	}
	top, page := p.y, p.doc.Pages()
	p.doc.Begin("TR", "")
	defer p.doc.End()
	p.within("TH", func() {
		for j := range f.label {
			p.line(f.label[j], paperMargin, top+factLeading*(float64(j)+baseline))
		}
	})
	if f.colour != "" {
		p.dot(paperMargin+factLabel+3, p.y+factLeading*baseline-3.2, parseColour(f.colour))
	}
	p.indent = f.indent
	p.within("TD", func() { p.set(factLeading, 0, f.value) })
	p.indent = 0
	if p.doc.Pages() == page {
		p.y = max(p.y, top+factLeading*float64(len(f.label)))
	}
}

func (p *pdfPage) quote(q *quotation) {
	const leading, small = 16.5, 13
	p.indent, p.rule = 14, true
	soft := body.sized(11).soft()
	var lines [][]word
	p.quoting(func() {
		lines = p.broken([]inked{{q.before, soft}, {q.text, body.sized(11.3).heavy()}, {q.after, soft}})
	})
	by, source := p.broken(append([]inked{{"— ", caption}}, append(inks(q.by, caption), inked{" ", caption})...)), p.broken(inks(q.source, caption))
	signed := small * float64(len(by)+len(source)) // who and where stay together, and with the end of the words
	p.begin(kept(leading*float64(len(lines))+signed, 2*leading))
	p.mark(q.id)
	p.within("BlockQuote", func() {
		p.doc.Speak(q.language)
		p.setBefore(leading, signed, lines)
	})
	p.within("P", func() {
		p.set(small, 0, by)
		p.set(small, 0, source)
	})
	p.indent, p.rule = 0, false
	p.y += 13
}

func (p *pdfPage) list(items []item) {
	for i := range items {
		set := p.itemOf(&items[i])
		p.begin(set.height())
		if i == 0 {
			p.doc.Begin("L", "")
		}
		p.mark(items[i].id)
		p.group("LI", func() { p.item(set) })
		p.y += 5
	}
	if len(items) > 0 {
		p.doc.End()
	}
}

// pdfItem is an item of a list, broken into lines.
type pdfItem struct {
	*item
	lines [][]word
	below [][][]word // of what belongs to it
}

// The measures of a list: a line of an item and of what belongs to it, and how
// far these stand from the margin.
const (
	itemLeading = 15
	itemIndent  = 16
	subLeading  = 13
	subIndent   = 28
)

func (p *pdfPage) itemOf(it *item) *pdfItem {
	out := &pdfItem{item: it, lines: p.lines(inks(it.text, body), textWidth-itemIndent)}
	for _, s := range it.sub {
		out.below = append(out.below, p.lines(inks(s, caption), textWidth-subIndent))
	}
	return out
}

// height is that of what stays on one page: the item with what belongs to it,
// or its beginning.
func (it *pdfItem) height() float64 {
	whole := itemLeading*float64(len(it.lines)) + 1
	first := itemLeading * float64(min(len(it.lines), 2))
	for i, s := range it.below {
		whole += subLeading*float64(len(s)) + 1
		if i == 0 && len(it.lines) <= 2 {
			first = whole
		}
	}
	return kept(whole, first)
}

func (p *pdfPage) item(it *pdfItem) {
	p.dot(paperMargin+5, p.y+7.5, orColour(parseColour(it.colour), softColour))
	p.indent = itemIndent
	p.as("LBody", func() { p.set(itemLeading, 1, it.lines) })
	for _, lines := range it.below {
		p.indent = subIndent
		p.room(subLeading * float64(min(3, len(lines))))
		p.line(p.words([]inked{{"–", caption.soft()}}), paperMargin+17, p.y+subLeading*baseline)
		p.as("LBody", func() { p.set(subLeading, 1, lines) })
	}
	p.indent = 0
}

func (p *pdfPage) sources(all []*source) {
	p.begin(40)
	p.group("L", func() {
		for _, s := range all {
			p.source(s)
		}
	})
}

func (p *pdfPage) source(s *source) {
	const leading, small, indent = 13.5, 11.5, 26
	lines := p.lines(inks(s.line, caption.sized(9.2)), textWidth-indent)
	p.room(kept(leading*float64(len(lines))+small, 2*leading))
	p.mark(s.id)
	p.doc.Begin("LI", "")
	defer p.doc.End()
	p.within("Lbl", func() {
		p.line(p.words([]inked{{fmt.Sprintf("%d.", s.Number), caption.soft()}}), paperMargin, p.y+leading*baseline)
	})
	p.indent = indent
	p.within("LBody", func() {
		p.set(leading, 0, lines)
		p.para(small, 6, inked{s.hash, caption.sized(7.4).soft()})
	})
	p.indent = 0
}
