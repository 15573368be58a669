package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"onrecord/claims/report/internal/pdf"
)

func init() { writers[PDF] = writer{".pdf", writePDF} }

// writePDF writes a report on A4 pages. It is set twice: the first time tells
// on which page everything stands, the second time fills in the contents. Of
// the first setting only the numbers are kept, of the second only the page that
// is being set.
func writePDF(w io.Writer, m *Model) error {
	first, err := setPDF(nil, m, nil)
	if err != nil {
		return err
	}
	_, err = setPDF(w, m, &numbering{pages: first.pages, count: first.doc.Pages(), missing: first.missing})
	return err
}

// numbering is what the first setting of a report tells the second one.
type numbering struct {
	pages   map[string]int // where the parts that the contents name are
	count   int
	missing bool // the fonts lack characters
}

// setPDF sets the report, with the page numbers of an earlier setting; a nil
// out is for the numbers alone.
func setPDF(out io.Writer, m *Model, earlier *numbering) (*pdfPage, error) {
	w := wordsFor(m.Options.Language)
	doc := pdf.New(out, pdf.Info{
		Title: oneLine(m.Title), Author: oneLine(m.Author), Producer: "Onrecord", Language: w.of("language"), Made: m.Made,
		Width: paperWidth, Height: paperHeight,
	})
	t, err := newTypesetter(doc)
	if err != nil {
		return nil, err
	}
	p := &pdfPage{typesetter: t, doc: doc, m: m, w: w, earlier: earlier, pages: map[string]int{}}
	p.newPage()
	compose(m, p)
	return p, doc.Close()
}

// The measures of the paper, in points.
const (
	paperWidth  = 595.28
	paperHeight = 841.89
	paperMargin = 66
	paperTop    = 64
	paperBottom = 72
	textWidth   = paperWidth - 2*paperMargin
	baseline    = 0.76 // of a line, as a share of its height
)

// pdfPage sets a report on paper.
type pdfPage struct {
	*typesetter
	doc     *pdf.Writer
	m       *Model
	w       words
	y       float64 // the top of what comes next
	indent  float64 // of what comes next
	rule    bool    // a rule stands to the left, as beside a quotation
	earlier *numbering
	pages   map[string]int // where the parts that the contents name are
}

// newPage begins a page and writes its foot.
func (p *pdfPage) newPage() {
	p.doc.NewPage()
	p.y = paperTop
	foot := strconv.Itoa(p.doc.Pages())
	if p.earlier != nil {
		foot += " / " + strconv.Itoa(p.earlier.count)
	}
	at := ink{family: sans, size: 8, colour: softColour}
	y := paperHeight - paperBottom + 34
	p.line(p.words([]inked{{clip(oneLine(p.m.Title), 80), at}}), paperMargin, y)
	number := p.words([]inked{{foot, at}})
	p.line(number, paperWidth-paperMargin-widthOf(number), y)
}

// room makes sure that a height fits on the page.
func (p *pdfPage) room(height float64) {
	if p.y+height > paperHeight-paperBottom {
		p.newPage()
	}
}

// para sets a paragraph and leaves a gap after it.
func (p *pdfPage) para(leading, gap float64, line ...inked) {
	p.set(leading, gap, p.broken(line))
}

// broken breaks a paragraph into lines of the present width.
func (p *pdfPage) broken(line []inked) [][]word { return p.lines(line, textWidth-p.indent) }

// set sets the lines of a paragraph.
func (p *pdfPage) set(leading, gap float64, all [][]word) {
	if few := min(len(all), 2); few > 0 { // no single line at the foot of a page
		p.room(float64(few) * leading)
	}
	for _, words := range all {
		p.room(leading)
		if p.rule {
			x := paperMargin + p.indent - 12
			p.doc.Line(pdf.Point{X: x, Y: p.y}, pdf.Point{X: x, Y: p.y + leading}, 2, lineColour, false)
		}
		p.line(words, paperMargin+p.indent, p.y+leading*baseline)
		p.y += leading
	}
	p.y += gap
}

// mark makes the present place the target of an anchor.
func (p *pdfPage) mark(id string) {
	if id == "" {
		return
	}
	if _, ok := p.pages[id]; ok {
		p.pages[id] = p.doc.Pages()
	}
	p.doc.Mark(id, max(p.y-6, 0))
}

// inks gives the runs of a line the look of the base.
func inks(line inline, base ink) []inked {
	out := make([]inked, len(line))
	for i, r := range line {
		in := base
		in.link = r.link
		switch {
		case r.link != "" && r.face != faint:
			in.colour = linkColour
		case r.face == faint:
			in.colour = softColour
		case r.face == code:
			in.size *= 0.88
			in.family = sans
		}
		in.bold = in.bold || r.face == bold
		out[i] = inked{r.text, in}
	}
	return out
}

var (
	body    = ink{family: serif, size: 10.5, colour: inkColour}
	caption = ink{family: sans, size: 8.8, colour: inkColour}
)

func (in ink) sized(size float64) ink { in.size = size; return in }
func (in ink) heavy() ink             { in.bold = true; return in }
func (in ink) soft() ink              { in.colour = softColour; return in }

func (p *pdfPage) cover(c *cover) {
	p.doc.Rect(paperMargin, p.y, textWidth, 3.5, inkColour, false)
	p.y += 22
	p.para(29, 6, inked{c.title, caption.sized(23).heavy()})
	if c.scope != "" {
		p.para(18, 4, inked{c.scope, body.sized(13).soft()})
	}
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
	notes := c.notes
	if p.earlier != nil && p.earlier.missing {
		notes = append(notes[:len(notes):len(notes)], p.w.of("pdf.missing")+".")
	}
	for _, n := range notes {
		p.para(13, 6, inked{p.w.of("note") + ". ", caption.heavy()}, inked{n, caption})
	}
}

func (p *pdfPage) contents(entries []entry) {
	if len(entries) < 3 {
		return
	}
	p.y += 12
	p.small(p.w.of("contents"))
	for _, e := range entries {
		p.pages[e.id] = 0
		p.entry(e)
	}
}

// entry sets a line of the contents: the claim, who made it, the verdict, the
// page. The column of the claim is narrower than the paper.
func (p *pdfPage) entry(e entry) {
	const leading, right = 13.5, 150
	link := caption.sized(9.6)
	link.link = "#" + e.id
	all := p.lines([]inked{{e.text, link}}, textWidth-right)
	height := leading * float64(len(all))
	if e.who != "" {
		height += 12
	}
	p.room(height + 9)
	top := p.y
	p.value(e, paperMargin+textWidth-right+14, top+leading*baseline)
	if p.earlier != nil {
		number := p.words([]inked{{strconv.Itoa(p.earlier.pages[e.id]), link}})
		p.line(number, paperWidth-paperMargin-widthOf(number), top+leading*baseline)
	}
	for _, words := range all {
		p.line(words, paperMargin, p.y+leading*baseline)
		p.y += leading
	}
	if e.who != "" {
		p.para(12, 0, inked{e.who, caption.sized(8.2).soft()})
	}
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
	p.line(p.words([]inked{{clip(oneLine(e.value), 20), caption.sized(8.6).heavy()}}), x, y)
}

// small sets the small heading of a part.
func (p *pdfPage) small(text string) {
	p.room(84) // with the beginning of what it stands above
	p.para(14, 3, inked{strings.ToUpper(text), caption.sized(8).heavy().soft()})
}

func (p *pdfPage) heading(level int, id, text string) {
	p.rule, p.indent = false, 0
	if level > 2 {
		p.y += 10
		p.small(text)
		return
	}
	p.y += 26
	p.room(120)
	p.mark(id)
	p.ruleAt(0.7, inkColour)
	p.y += 12
	p.doc.Bookmark(clip(oneLine(text), 120), p.y)
	p.para(19.5, 8, inked{text, caption.sized(15).heavy()})
}

func (p *pdfPage) facts(rows []fact) {
	const label, leading = 122, 14.5
	for i, r := range rows {
		all := p.lines([]inked{{r.label, caption.soft()}}, label-10)
		p.room(leading * float64(max(1, len(all))))
		if i > 0 {
			p.y += 2.5
			p.hairline()
			p.y += 2.5
		}
		top, page := p.y, p.doc.Pages()
		for j := range all {
			p.line(all[j], paperMargin, top+leading*(float64(j)+baseline))
		}
		p.indent = label
		value := inked{r.value, body.sized(10)}
		if c := parseColour(r.colour); r.colour != "" {
			p.dot(paperMargin+label+3, p.y+leading*baseline-3.2, c)
			p.indent, value.ink = label+11, caption.sized(9.6).heavy()
		}
		p.para(leading, 0, value)
		p.indent = 0
		if p.doc.Pages() == page {
			p.y = max(p.y, top+leading*float64(len(all)))
		}
	}
	p.y += 8
}

func (p *pdfPage) quote(q *quotation) {
	p.indent, p.rule = 14, true
	p.room(62)
	p.mark(q.id)
	soft := body.sized(11).soft()
	p.para(16.5, 0, inked{q.before, soft}, inked{q.text, body.sized(11.3).heavy()}, inked{q.after, soft})
	by, source := p.broken(append([]inked{{"— ", caption}}, inks(q.by, caption)...)), p.broken(inks(q.source, caption))
	p.room(13 * float64(len(by)+len(source))) // who and where stay together
	p.set(13, 0, by)
	p.set(13, 0, source)
	p.indent, p.rule = 0, false
	p.y += 13
}

func (p *pdfPage) list(items []item) {
	for _, it := range items {
		p.room(32)
		p.mark(it.id)
		p.dot(paperMargin+5, p.y+7.5, orColour(parseColour(it.colour), softColour))
		p.indent = 16
		p.para(15, 1, inks(it.text, body)...)
		for _, s := range it.sub {
			p.indent = 28
			lines := p.broken(inks(s, caption))
			p.room(13 * float64(min(2, len(lines))))
			p.line(p.words([]inked{{"–", caption.soft()}}), paperMargin+17, p.y+13*baseline)
			p.set(13, 1, lines)
		}
		p.indent = 0
		p.y += 5
	}
}

func (p *pdfPage) sources(all []*source) {
	for _, s := range all {
		p.room(40)
		p.mark(s.id)
		p.line(p.words([]inked{{fmt.Sprintf("%d.", s.Number), caption.soft()}}), paperMargin, p.y+13.5*baseline)
		p.indent = 26
		p.para(13.5, 0, inks(s.line, caption.sized(9.2))...)
		p.para(11.5, 6, inked{s.hash, caption.sized(7.4).soft()})
		p.indent = 0
	}
}
