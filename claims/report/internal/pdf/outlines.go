package pdf

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"onrecord/claims"
)

// Outlines is a font of which single glyphs are drawn: a file of the reader's
// machine, TrueType or PostScript, alone or in a collection. A document holds
// the shapes of the glyphs that it shows (a Type 3 font), whatever the size of
// the file.
type Outlines struct {
	name   string
	file   *os.File
	glyphs *sfnt.Font
	buf    sfnt.Buffer
}

// ErrNoEmbedding says that the font's maker does not let documents embed it.
var ErrNoEmbedding = claims.Say("error.fontForbidden", "the maker of the font forbids embedding it")

// OpenOutlines opens a font file, and in a collection the font at the place
// number. The file stays open until Close.
func OpenOutlines(path string, number int) (*Outlines, error) {
	file, err := os.Open(path) //nolint:gosec // a font that the person named or the system has
	if err != nil {
		return nil, err
	}
	o := &Outlines{name: filepath.Base(path), file: file}
	if err := o.parse(number); err != nil {
		_ = file.Close()
		return nil, claims.Say("error.font", "font %s: %s", o.name, err)
	}
	return o, nil
}

func (o *Outlines) parse(number int) error {
	all, err := sfnt.ParseCollectionReaderAt(o.file)
	if err != nil {
		return err
	}
	if o.glyphs, err = all.Font(number); err != nil {
		return err
	}
	if !embeddable(o.file, number) {
		return ErrNoEmbedding
	}
	return nil
}

// Close closes the file.
func (o *Outlines) Close() error { return o.file.Close() }

// Family is the name of the font and that of its style, such as "Regular".
func (o *Outlines) Family() (name, style string) {
	name, _ = o.glyphs.Name(&o.buf, sfnt.NameIDFamily)
	style, _ = o.glyphs.Name(&o.buf, sfnt.NameIDSubfamily)
	return name, style
}

// Has reports whether the font can draw a character.
func (o *Outlines) Has(r rune) bool {
	i, err := o.glyphs.GlyphIndex(&o.buf, r)
	if err != nil || i == 0 {
		return false
	}
	shape, err := o.glyphs.LoadGlyph(&o.buf, i, fixed.I(perEm), nil)
	return err == nil && len(shape) > 0 // a coloured picture has no shape
}

// Covers gives those of the characters that the font has a glyph for. Whether
// that glyph is a shape, and no coloured picture, it looks up for the first of
// them only: a search looks at hundreds of fonts.
func (o *Outlines) Covers(all []rune) (out []rune) {
	for _, r := range all {
		if i, err := o.glyphs.GlyphIndex(&o.buf, r); err != nil || i == 0 {
			continue
		}
		if len(out) == 0 && !o.Has(r) {
			return nil
		}
		out = append(out, r)
	}
	return out
}

func (o *Outlines) advance(i sfnt.GlyphIndex) int {
	a, err := o.glyphs.GlyphAdvance(&o.buf, i, fixed.I(perEm), font.HintingNone)
	if err != nil {
		return perEm
	}
	return a.Round()
}

// embeddable reads the permission in the table OS/2 (OpenType 1.9, fsType).
func embeddable(r io.ReaderAt, number int) bool {
	const header, line, tags, permission, restricted, bitmapsOnly, usage = 12, 16, 4, 8, 2, 0x200, 0xF
	u32 := func(at int64) int64 {
		var b [4]byte
		if _, err := r.ReadAt(b[:], at); err != nil {
			return 0
		}
		return int64(b[0])<<24 | int64(b[1])<<16 | int64(b[2])<<8 | int64(b[3])
	}
	start := int64(0)
	if u32(0) == 'T'<<24|'t'<<16|'c'<<8|'f' || u32(0) == 't'<<24|'t'<<16|'c'<<8|'f' {
		start = u32(int64(header + 4*number))
	}
	for i := range u32(start+tags) >> 16 {
		at := start + header + line*i
		if u32(at) != 'O'<<24|'S'<<16|'/'<<8|'2' {
			continue
		}
		allowed := u32(u32(at+8)+permission) >> 16
		return allowed&usage != restricted && allowed&bitmapsOnly == 0
	}
	return true // older fonts say nothing
}

// drawnFont is what a document shows of such a font: lists of at most 255
// glyphs, each a font of its own in the document.
type drawnFont struct {
	*Outlines
	places map[rune]int // of a character in all the lists together
	order  []rune
}

const listSize = 255

// AddOutlines takes a font of which glyphs are drawn into the document.
func (w *Writer) AddOutlines(o *Outlines) *Font {
	f := &Font{number: len(w.fonts) + 1, known: map[rune]glyph{}, drawn: map[uint16]rune{}, shapes: &drawnFont{Outlines: o, places: map[rune]int{}}}
	w.fonts = append(w.fonts, f)
	return f
}

func (d *drawnFont) glyph(r rune) glyph {
	i, err := d.glyphs.GlyphIndex(&d.buf, r)
	if err != nil || i == 0 || !d.Has(r) {
		return glyph{}
	}
	return glyph{uint16(i), d.advance(i)}
}

// place is where a character stands in the lists; it is put there at its first
// use.
func (d *drawnFont) place(r rune) int {
	at, ok := d.places[r]
	if !ok {
		at = len(d.order)
		d.places[r] = at
		d.order = append(d.order, r)
	}
	return at
}

// drawShapes writes a text in such a font.
func (w *Writer) drawShapes(f *Font, size float64, s string) {
	p := &w.page
	list := -1
	for _, r := range s {
		if !f.Has(r) {
			continue
		}
		at := f.shapes.place(r)
		if at/listSize != list {
			list = at / listSize
			p.content = fmt.Appendf(p.content, "/F%d.%d %s Tf", f.number, list, number(size))
		}
		p.content = fmt.Appendf(p.content, "<%02X>Tj", at%listSize+1)
	}
	p.content = append(p.content, " ET\n"...)
	p.font = nil
}

// writeShapes writes the lists and gives their names for the resources.
func (w *Writer) writeShapes(f *Font) string {
	names := ""
	for from := 0; from < len(f.shapes.order); from += listSize {
		id := w.allocate()
		names += fmt.Sprintf("/F%d.%d %d 0 R", f.number, from/listSize, id)
		w.writeList(f, id, f.shapes.order[from:min(from+listSize, len(f.shapes.order))])
	}
	return names
}

func (w *Writer) writeList(f *Font, id int, all []rune) {
	var shapes, names, widths strings.Builder
	marks := make(map[uint16]rune, len(all))
	for i, r := range all {
		g := f.glyph(r)
		shape := w.allocate()
		w.stream(shape, "", f.shapes.path(sfnt.GlyphIndex(g.index), g.advance))
		fmt.Fprintf(&shapes, "/g%d %d 0 R", i+1, shape)
		fmt.Fprintf(&names, "/g%d", i+1)
		fmt.Fprintf(&widths, "%d ", g.advance)
		marks[uint16(i+1)] = r //nolint:gosec // at most 255
	}
	words, descriptor := w.allocate(), w.allocate()
	w.stream(words, "", toUnicode(marks, "%02X"))
	family := fmt.Sprintf("/Shapes%d", f.number)
	const symbols = 1 << 2
	w.object(descriptor, "<</Type/FontDescriptor/FontName%s/Flags %d/ItalicAngle 0>>", family, symbols)
	w.object(id, "<</Type/Font/Subtype/Type3/Name%s/FontBBox[0 0 0 0]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<<%s>>/Encoding<</Type/Encoding/Differences[1%s]>>/FirstChar 1/LastChar %d/Widths[%s]/FontDescriptor %d 0 R/Resources<<>>/ToUnicode %d 0 R>>",
		family, shapes.String(), names.String(), len(all), widths.String(), descriptor, words)
}

// path writes the shape of a glyph in thousandths of the size.
func (d *drawnFont) path(i sfnt.GlyphIndex, advance int) []byte {
	shape, err := d.glyphs.LoadGlyph(&d.buf, i, fixed.I(perEm), nil)
	if err != nil {
		return nil
	}
	box := shape.Bounds()
	out := fmt.Appendf(nil, "%d 0 %d %d %d %d d1\n", advance, box.Min.X.Floor(), (-box.Max.Y).Floor(), box.Max.X.Ceil(), (-box.Min.Y).Ceil())
	var last fixed.Point26_6
	point := func(p fixed.Point26_6) { out = fmt.Appendf(out, "%s %s ", unit(p.X), unit(-p.Y)) }
	for _, s := range shape {
		to := s.Args[0]
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			point(to)
			out = append(out, "m\n"...)
		case sfnt.SegmentOpLineTo:
			point(to)
			out = append(out, "l\n"...)
		case sfnt.SegmentOpQuadTo: // as a curve of the third degree
			to = s.Args[1]
			point(between(last, s.Args[0]))
			point(between(to, s.Args[0]))
			point(to)
			out = append(out, "c\n"...)
		case sfnt.SegmentOpCubeTo:
			to = s.Args[2]
			point(s.Args[0])
			point(s.Args[1])
			point(to)
			out = append(out, "c\n"...)
		}
		last = to
	}
	return append(out, "f\n"...)
}

// between is two thirds of the way from an end of a curve to its handle.
func between(end, handle fixed.Point26_6) fixed.Point26_6 {
	return fixed.Point26_6{X: end.X + (handle.X-end.X)*2/3, Y: end.Y + (handle.Y-end.Y)*2/3}
}

func unit(n fixed.Int26_6) string { return number(float64(n) / 64) }
