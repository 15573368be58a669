package pdf

import (
	"fmt"
	"slices"
	"strconv"
)

// A document says what its text is: headings, paragraphs, quotations, lists,
// tables, in the order of reading. Programs that read aloud go by that. What is
// drawn belongs to the innermost open element; what is drawn in none, or in one
// that only holds others, is decoration.

// element is an open element of the tree.
type element struct {
	id       int
	tag      string // empty for decoration
	alt      string
	language string // where it is not that of the document
	box      string // of a picture, as numbers
	page     int    // the page of its first mark
	kids     []byte // marks and elements in it
}

// groups are the elements that hold others and nothing that is drawn.
var groups = map[string]bool{"Document": true, "Sect": true, "TOC": true, "Table": true, "TR": true, "L": true, "LI": true}

// structure is the tree while it is being written: an element is written when
// it ends.
type structure struct {
	root    int // the object of the tree
	open    []element
	parents []int // for each page with marks, the object that lists whose they are
}

// Begin opens an element, such as "H2", "P", "L" or "Figure"; alt is what it
// shows, in words, for a picture. Without a tag what follows is decoration, up
// to the End that belongs to it.
func (w *Writer) Begin(tag, alt string) {
	if w.out == nil {
		return
	}
	w.unmark()
	e := element{tag: tag, alt: alt}
	if tag != "" {
		e.id = w.allocate()
		if n := len(w.tags.open); n > 0 {
			above := &w.tags.open[n-1]
			above.kids = fmt.Appendf(above.kids, "%d 0 R ", e.id)
		}
	}
	w.tags.open = append(w.tags.open, e)
}

// End closes the element that was opened last, and writes it.
func (w *Writer) End() {
	if w.out == nil {
		return
	}
	w.unmark()
	last := len(w.tags.open) - 1
	e := w.tags.open[last]
	w.tags.open = w.tags.open[:last]
	if e.tag == "" {
		return
	}
	parent, more := w.tags.root, ""
	if last > 0 {
		parent = w.tags.open[last-1].id
	}
	if e.page > 0 {
		more = fmt.Sprintf("/Pg %d 0 R", e.page)
	}
	if e.alt != "" {
		more += "/Alt" + text(e.alt)
	}
	if e.tag == "TH" { // all tables here have their heads at the left
		more += "/A<</O/Table/Scope/Row>>"
	}
	if e.box != "" {
		more += "/A<</O/Layout/Placement/Block/BBox[" + e.box + "]>>"
	}
	if e.language != "" {
		more += "/Lang" + text(e.language)
	}
	w.object(e.id, "<</S/%s/P %d 0 R%s/K[%s]>>", e.tag, parent, more, e.kids)
}

// mark makes what is drawn next a part of the innermost element.
func (w *Writer) mark() {
	if w.out == nil {
		return
	}
	p, e := &w.page, &w.tags.open[len(w.tags.open)-1]
	if p.marked {
		return
	}
	p.marked = true
	if e.tag == "" || groups[e.tag] {
		p.content = append(p.content, "/Artifact BMC\n"...)
		return
	}
	n := len(p.owners)
	p.owners = append(p.owners, e.id)
	p.content = fmt.Appendf(p.content, "/%s<</MCID %d>>BDC\n", e.tag, n)
	switch e.page {
	case 0, p.id:
		e.page = p.id
		e.kids = append(strconv.AppendInt(e.kids, int64(n), 10), ' ')
	default:
		e.kids = fmt.Appendf(e.kids, "<</Type/MCR/Pg %d 0 R/MCID %d>>", p.id, n)
	}
}

// Instead draws what stands for a text that is not drawn itself; programs that
// search, copy or read aloud find the text.
func (w *Writer) Instead(s string, draw func()) {
	if w.out == nil {
		return
	}
	w.mark()
	w.page.content = fmt.Appendf(w.page.content, "/Span<</ActualText%s>>BDC\n", text(s))
	draw()
	w.page.content = append(w.page.content, "EMC\n"...)
}

// Stand puts a text that nothing is drawn for on the base line, over a width:
// one letter of a font stands for it unseen.
func (w *Writer) Stand(s string, at Point, width float64, f *Font, size float64) {
	const letter, all = '0', 100
	if w.out == nil || !f.Has(letter) {
		return
	}
	w.Instead(s, func() {
		stretch := all * width / (float64(f.Advance(letter)) * size / perEm)
		w.page.content = fmt.Appendf(w.page.content, "3 Tr %s Tz\n", number(stretch))
		w.Text(at.X, at.Y, f, size, w.page.fill, string(letter))
		w.page.content = fmt.Appendf(w.page.content, "0 Tr %d Tz\n", all)
	})
}

// Box says which part of the page the innermost element, a picture, takes up.
func (w *Writer) Box(at Point, width, height float64) {
	if w.out != nil {
		bottom := w.info.Height - at.Y - height
		w.tags.open[len(w.tags.open)-1].box = string(w.numbers(nil, at.X, bottom, at.X+width, bottom+height))
	}
}

// Speak says in which language the innermost element is, such as "fr".
func (w *Writer) Speak(language string) {
	if w.out != nil {
		w.tags.open[len(w.tags.open)-1].language = language
	}
}

// unmark ends the mark that is open on the page.
func (w *Writer) unmark() {
	if w.page.marked {
		w.page.marked = false
		w.page.content = append(w.page.content, "EMC\n"...)
	}
}

// writeOwners writes whose the marks of the page are, and gives the page's entry.
func (w *Writer) writeOwners() string {
	if len(w.page.owners) == 0 {
		return ""
	}
	var list []byte
	for _, id := range w.page.owners {
		list = fmt.Appendf(list, "%d 0 R ", id)
	}
	id := w.allocate()
	w.object(id, "[%s]", list)
	w.tags.parents = append(w.tags.parents, id)
	return fmt.Sprintf("/Tabs/S/StructParents %d", len(w.tags.parents)-1)
}

// writeTags ends the tree and gives the catalogue's entries.
func (w *Writer) writeTags() string {
	document := w.tags.open[0].id
	for len(w.tags.open) > 0 {
		w.End()
	}
	leaves, at := "", 0
	for part := range slices.Chunk(w.tags.parents, leafSize) {
		var list []byte
		first := at
		for _, id := range part {
			list = fmt.Appendf(list, "%d %d 0 R ", at, id)
			at++
		}
		leaf := w.allocate()
		leaves += reference(leaf)
		w.object(leaf, "<</Limits[%d %d]/Nums[%s]>>", first, at-1, list)
	}
	tree := w.allocate()
	w.object(tree, "<</Kids[%s]>>", leaves)
	w.object(w.tags.root, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", document, tree, at)
	return fmt.Sprintf("/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R", w.tags.root)
}
