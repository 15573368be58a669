package pdf

import (
	"fmt"
	"strconv"
)

// page is the page that is being drawn.
type page struct {
	id      int
	content []byte
	notes   []byte // its links
	font    *Font  // what the last text was drawn with
	size    float64
	fill    Colour
	stroke  Colour
	marked  bool  // a mark is open in the content
	owners  []int // the elements that its marks belong to
}

// branch is a part of the tree of pages.
type branch struct {
	id    int
	pages []int
}

// branchSize is how many pages hang on one branch: with 20,000 pages a reader
// finds any of them in two steps.
const branchSize = 128

// Colour is a colour of red, green and blue, 0 to 255 each.
type Colour struct{ R, G, B uint8 }

// Point is a place on the page.
type Point struct{ X, Y float64 }

// NewPage begins a page and hands the one before on.
func (w *Writer) NewPage() {
	w.endPage()
	id := w.allocate()
	if w.pages == 0 {
		w.firstPage = id
	}
	w.pages++
	if n := len(w.branches); n == 0 || len(w.branches[n-1].pages) == branchSize {
		w.branches = append(w.branches, branch{id: w.allocate()})
	}
	last := &w.branches[len(w.branches)-1]
	last.pages = append(last.pages, id)
	w.page = page{id: id, content: w.page.content[:0], notes: w.page.notes[:0], owners: w.page.owners[:0]}
}

func (w *Writer) endPage() {
	if w.page.id == 0 {
		return
	}
	w.unmark()
	content := w.allocate()
	w.stream(content, "", w.page.content)
	links := ""
	if len(w.page.notes) > 0 {
		links = "/Annots[" + string(w.page.notes) + "]"
	}
	links += w.writeOwners()
	w.object(w.page.id, "<</Type/Page/Parent %d 0 R/Contents %d 0 R%s>>", w.branches[len(w.branches)-1].id, content, links)
	w.page.id = 0
}

// writePages writes the tree of pages; what all pages share stands at its root.
func (w *Writer) writePages() {
	kids := ""
	for _, b := range w.branches {
		kids += reference(b.id)
		pages := ""
		for _, p := range b.pages {
			pages += reference(p)
		}
		w.object(b.id, "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>", w.root, len(b.pages), pages)
	}
	w.object(w.root, "<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 %s %s]/Resources %d 0 R>>", w.pages, kids, number(w.info.Width), number(w.info.Height), w.resources)
}

// writeResources writes the fonts and the two strengths of shapes.
func (w *Writer) writeResources() {
	fonts := ""
	for _, f := range w.fonts {
		if f.shapes != nil {
			fonts += w.writeShapes(f)
		} else if f.used() {
			fonts += fmt.Sprintf("/F%d %d 0 R", f.number, f.id)
		}
	}
	w.object(w.resources, "<</Font<<%s>>/ExtGState<</Full<</ca 1>>/Faint<</ca %s>>>>>>", fonts, number(faint))
}

// faint is how strongly a faint shape covers what lies under it.
const faint = 0.35

// Text draws text in a font, its base line beginning at x and y. Characters
// that the font lacks are left out: see Font.Has.
func (w *Writer) Text(x, y float64, f *Font, size float64, c Colour, s string) {
	if w.out == nil {
		return
	}
	p := &w.page
	w.mark()
	w.setFill(c)
	p.content = append(p.content, "BT"...)
	if f.shapes != nil {
		p.content = append(w.numbers(p.content, x, w.info.Height-y), "Td"...)
		w.drawShapes(f, size, s)
		return
	}
	if p.font != f || p.size != size {
		p.font, p.size = f, size
		p.content = fmt.Appendf(p.content, "/F%d %s Tf", f.number, number(size))
	}
	p.content = w.numbers(p.content, x, w.info.Height-y)
	p.content = append(p.content, "Td<"...)
	for _, r := range s {
		if g := f.use(r); g > 0 {
			p.content = hexDigits(p.content, g)
		}
	}
	p.content = append(p.content, ">Tj ET\n"...)
}

// Line draws a line; dashed or whole.
func (w *Writer) Line(from, to Point, width float64, c Colour, dashed bool) {
	w.mark()
	w.setStroke(c)
	p := &w.page
	if dashed {
		p.content = append(p.content, "[2 2]0 d\n"...)
	}
	p.content = append(append(p.content, number(width)...), " w"...)
	p.content = append(w.numbers(p.content, from.X, w.info.Height-from.Y), 'm')
	p.content = append(w.numbers(p.content, to.X, w.info.Height-to.Y), "l S\n"...)
	if dashed {
		p.content = append(p.content, "[]0 d\n"...)
	}
}

// Rect fills a rectangle; what lies under a faint one shines through.
func (w *Writer) Rect(x, y, width, height float64, c Colour, isFaint bool) {
	w.mark()
	w.setFill(c)
	p := &w.page
	if isFaint {
		p.content = append(p.content, "/Faint gs\n"...)
	}
	p.content = append(w.numbers(p.content, x, w.info.Height-y-height, width, height), "re f\n"...)
	if isFaint {
		p.content = append(p.content, "/Full gs\n"...)
	}
}

// Polygon fills a shape with straight sides.
func (w *Writer) Polygon(c Colour, corners ...Point) {
	w.mark()
	w.setFill(c)
	p := &w.page
	for i, at := range corners {
		step := byte('l')
		if i == 0 {
			step = 'm'
		}
		p.content = append(w.numbers(p.content, at.X, w.info.Height-at.Y), step)
	}
	p.content = append(p.content, " f\n"...)
}

// Disc fills a circle around x and y.
func (w *Writer) Disc(x, y, radius float64, c Colour) {
	w.mark()
	w.setFill(c)
	w.circle(x, y, radius)
	w.page.content = append(w.page.content, "f\n"...)
}

// Ring draws a circle around x and y.
func (w *Writer) Ring(x, y, radius, width float64, c Colour) {
	w.mark()
	w.setStroke(c)
	w.page.content = append(append(w.page.content, number(width)...), " w"...)
	w.circle(x, y, radius)
	w.page.content = append(w.page.content, "s\n"...)
}

// bow is how far the handles of a quarter of a circle of radius 1 are from its
// ends, where a Bézier curve has to do for it.
const bow = 0.5523

func (w *Writer) circle(x, y, r float64) {
	y = w.info.Height - y
	k := bow * r
	c := append(w.numbers(w.page.content, x+r, y), 'm')
	c = append(w.numbers(c, x+r, y+k, x+k, y+r, x, y+r), 'c')
	c = append(w.numbers(c, x-k, y+r, x-r, y+k, x-r, y), 'c')
	c = append(w.numbers(c, x-r, y-k, x-k, y-r, x, y-r), 'c')
	w.page.content = append(w.numbers(c, x+k, y-r, x+r, y-k, x+r, y), "c "...)
}

func (w *Writer) setFill(c Colour) {
	if w.page.fill != c {
		w.page.fill = c
		w.page.content = append(w.shares(c), "rg\n"...)
	}
}

func (w *Writer) setStroke(c Colour) {
	if w.page.stroke != c {
		w.page.stroke = c
		w.page.content = append(w.shares(c), "RG\n"...)
	}
}

func (w *Writer) shares(c Colour) []byte {
	const all = 255
	return w.numbers(w.page.content, float64(c.R)/all, float64(c.G)/all, float64(c.B)/all)
}

// numbers appends numbers, each with a blank before and one after the last.
func (w *Writer) numbers(to []byte, all ...float64) []byte {
	for _, n := range all {
		to = append(append(to, ' '), number(n)...)
	}
	return append(to, ' ')
}

// number writes a number with two digits at most behind the point: less than
// the dots of any printer.
func number(n float64) string {
	s := strconv.FormatFloat(n, 'f', 2, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}

func reference(id int) string { return strconv.Itoa(id) + " 0 R " }

func hexDigits(to []byte, g uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(to, digits[g>>12], digits[g>>8&15], digits[g>>4&15], digits[g&15])
}
