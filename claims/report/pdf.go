package report

import (
	"io"
	"strconv"

	"onrecord/claims/report/internal/pdf"
)

func init() { writers[PDF] = writer{".pdf", writePDF} }

// writePDF writes a report on A4 pages. It is set twice: the first time tells
// on which page everything stands, the second time fills in the contents. Of
// the first setting only the numbers are kept, of the second only the page that
// is being set.
func writePDF(w io.Writer, m *Model) error {
	more, notes, err := gaps(m)
	if err != nil {
		return err
	}
	defer more.Close()
	withNotes := *m
	withNotes.Notes = append(m.Notes[:len(m.Notes):len(m.Notes)], notes...)
	first, err := setPDF(nil, &withNotes, more.fonts, nil)
	if err != nil {
		return err
	}
	_, err = setPDF(w, &withNotes, more.fonts, &numbering{pages: first.pages, count: first.doc.Pages()})
	return err
}

// numbering is what the first setting of a report tells the second one.
type numbering struct {
	pages map[string]int // where the parts that the contents name are
	count int
}

// setPDF sets the report, with the page numbers of an earlier setting; a nil
// out is for the numbers alone. More are the fonts beyond the program's own.
func setPDF(out io.Writer, m *Model, more []*pdf.Outlines, earlier *numbering) (*pdfPage, error) {
	w := wordsFor(m.Options.Language)
	doc := pdf.New(out, pdf.Info{
		Title: oneLine(m.Title), Author: oneLine(m.Author), Producer: "Onrecord", Language: w.of("language"), Made: m.Made,
		Width: paperWidth, Height: paperHeight,
	})
	t, err := newTypesetter(doc, more...)
	if err != nil {
		return nil, err
	}
	p := &pdfPage{typesetter: t, doc: doc, m: m, w: w, earlier: earlier, pages: map[string]int{}}
	p.newPage()
	compose(m, p)
	p.begin(0)
	p.endPart()
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
	y       float64      // the top of what comes next
	indent  float64      // of what comes next
	rule    bool         // a rule stands to the left, as beside a quotation
	role    string       // what the next paragraph is, where it is none or of its own kind
	part    bool         // a part of the report is open
	waiting []pdfHeading // set with what they stand above
	earlier *numbering
	pages   map[string]int // where the parts that the contents name are
}

// newPage begins a page and writes its foot.
func (p *pdfPage) newPage() {
	p.doc.NewPage()
	p.doc.Begin("", "") // the foot is no part of the text
	defer p.doc.End()
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

// room makes sure that a height fits on the page, or is at its top.
func (p *pdfPage) room(height float64) {
	if p.y > paperTop && p.y+height > paperHeight-paperBottom {
		p.newPage()
	}
}

// para sets a paragraph and leaves a gap after it.
func (p *pdfPage) para(leading, gap float64, line ...inked) {
	p.set(leading, gap, p.broken(line))
}

// broken breaks a paragraph into lines of the present width.
func (p *pdfPage) broken(line []inked) [][]word { return p.lines(line, textWidth-p.indent) }

// held says that paragraphs are a part of an element that is open.
const held = "held"

// as sets paragraphs in a role of their own.
func (p *pdfPage) as(role string, f func()) {
	before := p.role
	p.role = role
	f()
	p.role = before
}

// within sets what f sets as one element.
func (p *pdfPage) within(tag string, f func()) {
	p.doc.Begin(tag, "")
	p.as(held, f)
	p.doc.End()
}

// quoting sets words that are not the report's own.
func (p *pdfPage) quoting(f func()) {
	p.foreign = true
	f()
	p.foreign = false
}

// group opens an element that holds others.
func (p *pdfPage) group(tag string, f func()) {
	p.doc.Begin(tag, "")
	f()
	p.doc.End()
}

func (p *pdfPage) endPart() {
	if p.part {
		p.doc.End()
		p.part = false
	}
}

// set sets the lines of a paragraph and leaves a gap after it.
func (p *pdfPage) set(leading, gap float64, all [][]word) {
	p.setBefore(leading, 0, all)
	p.y += gap
}

// setBefore sets the lines of a paragraph, the end of which stays on one page
// with a height that follows.
func (p *pdfPage) setBefore(leading, follows float64, all [][]word) {
	if p.role != held {
		p.doc.Begin(orElse(p.role, "P"), "")
		defer p.doc.End()
	}
	for i, words := range all {
		p.room(roomFor(len(all), i, leading, follows))
		if p.rule {
			x := paperMargin + p.indent - 12
			p.doc.Line(pdf.Point{X: x, Y: p.y}, pdf.Point{X: x, Y: p.y + leading}, 2, lineColour, false)
		}
		x := paperMargin + p.indent
		if len(words) > 0 && words[0].leftward { // such a paragraph begins at the right
			x = paperMargin + textWidth - widthOf(words)
		}
		p.line(words, x, p.y+leading*baseline)
		p.y += leading
	}
}

// roomFor is the height that has to fit on the page before line i of a
// paragraph is set: no line of it stands alone at the foot or head of a page.
func roomFor(lines, i int, leading, follows float64) float64 {
	rest := lines - i
	switch {
	case rest <= 2, i == 0 && rest == 3:
		return leading*float64(rest) + follows
	case i == 0:
		return 2 * leading
	}
	return leading
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
