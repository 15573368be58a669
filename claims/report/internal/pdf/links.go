package pdf

import (
	"fmt"
	"slices"
)

// place is where a name leads to.
type place struct {
	page int // the object; 0 while the name is only spoken of
	y    float64
}

// Mark gives a height on the present page a name that links lead to.
func (w *Writer) Mark(name string, y float64) {
	w.places[name] = place{w.page.id, y}
}

// LinkTo makes a rectangle a link to a named place; says is what stands there.
// A name that is never given leads to the first page.
func (w *Writer) LinkTo(x, y, width, height float64, name, says string) {
	if _, ok := w.places[name]; !ok {
		w.places[name] = place{}
	}
	w.link(x, y, width, height, "/Dest("+escaped(name)+")", says)
}

// LinkOut makes a rectangle a link to an address; says is what stands there.
func (w *Writer) LinkOut(x, y, width, height float64, address, says string) {
	w.link(x, y, width, height, "/A<</S/URI/URI("+escaped(address)+")>>", says)
}

// link writes a link. Within an open element "Link" it belongs to it, so that
// programs which read aloud come to it in its place.
func (w *Writer) link(x, y, width, height float64, leads, says string) {
	if w.out == nil {
		return
	}
	id := w.allocate()
	w.page.notes = append(w.page.notes, reference(id)...)
	if e := &w.tags.open[len(w.tags.open)-1]; e.tag == "Link" {
		e.kids = fmt.Appendf(e.kids, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", w.page.id, id)
		leads += fmt.Sprintf("/StructParent %d", len(w.tags.parents))
		w.tags.parents = append(w.tags.parents, e.id)
	}
	y = w.info.Height - y
	at := w.numbers(nil, x, y-height, x+width, y)
	w.object(id, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]%s/Contents%s>>", at, leads, text(says))
}

// escaped writes a string of bytes so that it can stand in parentheses.
func escaped(s string) string {
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(', c == ')', c == '\\':
			out = append(out, '\\', c)
		case c < ' ' || c > '~':
			out = fmt.Appendf(out, `\%03o`, c)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// leafSize is how many names stand in one leaf of their tree.
const leafSize = 64

// writePlaces writes the tree of names, in the order of their bytes, and gives
// the catalogue's entry.
func (w *Writer) writePlaces() string {
	if len(w.places) == 0 {
		return ""
	}
	names := make([]string, 0, len(w.places))
	for name := range w.places {
		names = append(names, name)
	}
	slices.Sort(names)
	kids := ""
	for leaf := range slices.Chunk(names, leafSize) {
		id := w.allocate()
		kids += reference(id)
		var list []byte
		for _, name := range leaf {
			at := w.places[name]
			if at.page == 0 {
				at = place{page: w.firstPage}
			}
			list = fmt.Appendf(list, "(%s)[%d 0 R/XYZ null %s null]", escaped(name), at.page, number(w.info.Height-at.y))
		}
		w.object(id, "<</Limits[(%s)(%s)]/Names[%s]>>", escaped(leaf[0]), escaped(leaf[len(leaf)-1]), list)
	}
	root := w.allocate()
	w.object(root, "<</Kids[%s]>>", kids)
	return fmt.Sprintf("/Names<</Dests %d 0 R>>", root)
}

// outline is the list of bookmarks: a chain, of which the last link waits for
// the next.
type outline struct {
	root, first, last int // objects
	count             int
	before            int // the object before the last
	title             string
	at                place
}

// Bookmark adds a line to the list of bookmarks that leads to a height on the
// present page.
func (w *Writer) Bookmark(title string, y float64) {
	o := &w.outline
	id := w.allocate()
	if o.count == 0 {
		o.root, o.first = w.allocate(), id
	} else {
		w.bookmark(fmt.Sprintf("/Next %d 0 R", id))
		o.before = o.last
	}
	o.last, o.title, o.at = id, title, place{w.page.id, y}
	o.count++
}

// bookmark writes the last bookmark.
func (w *Writer) bookmark(next string) {
	o := &w.outline
	if o.before > 0 {
		next += fmt.Sprintf("/Prev %d 0 R", o.before)
	}
	w.object(o.last, "<</Title%s/Parent %d 0 R%s/Dest[%d 0 R/XYZ null %s null]>>", text(o.title), o.root, next, o.at.page, number(w.info.Height-o.at.y))
}

// writeOutline ends the chain and gives the catalogue's entries.
func (w *Writer) writeOutline() string {
	o := &w.outline
	if o.count == 0 {
		return ""
	}
	w.bookmark("")
	w.object(o.root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", o.first, o.last, o.count)
	return fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", o.root)
}
