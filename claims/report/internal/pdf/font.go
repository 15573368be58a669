package pdf

import (
	"encoding/binary"

	"golang.org/x/image/font/sfnt"

	"onrecord/claims"
)

// Face is a TrueType font that any number of documents can use.
type Face struct {
	name       string
	tables     map[string][]byte
	glyphs     *sfnt.Font // to know which characters it has
	count      int        // of glyphs
	metrics    int        // how many glyphs have a width of their own
	unitsPerEm int
	longLoca   bool
}

// ParseFace reads a TrueType font. The name is what the document calls it, in
// plain letters.
func ParseFace(name string, data []byte) (*Face, error) {
	glyphs, err := sfnt.Parse(data)
	if err != nil {
		return nil, claims.Say("error.font", "font %s: %s", name, err)
	}
	f := &Face{name: name, glyphs: glyphs, count: glyphs.NumGlyphs(), unitsPerEm: int(glyphs.UnitsPerEm()), tables: map[string][]byte{}}
	const header, line = 12, 16
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := header + line*i
		if at+line > len(data) {
			return nil, claims.Say("error.fontList", "font %s: the list of tables is cut off", name)
		}
		from := int(binary.BigEndian.Uint32(data[at+8:]))
		to := from + int(binary.BigEndian.Uint32(data[at+12:]))
		if to > len(data) {
			return nil, claims.Say("error.fontTable", "font %s: a table is cut off", name)
		}
		f.tables[string(data[at:at+4])] = data[from:to]
	}
	for table, least := range map[string]int{"head": 54, "hhea": 36, "OS/2": 78, "post": 32, "maxp": 6, "glyf": 1, "hmtx": 4, "loca": 4} {
		if len(f.tables[table]) < least {
			return nil, claims.Say("error.fontLacks", "font %s: lacks the table %q", name, table)
		}
	}
	f.metrics = int(f.unsigned("hhea", 34))
	f.longLoca = f.unsigned("head", 50) == 1
	width := 2
	if f.longLoca {
		width = 4
	}
	if len(f.tables["hmtx"]) < 4*f.metrics || f.metrics == 0 || len(f.tables["loca"]) < width*(f.count+1) {
		return nil, claims.Say("error.fontMeasures", "font %s: has more glyphs than measures", name)
	}
	return f, nil
}

// Has reports whether the font can show a character.
func (f *Face) Has(buf *sfnt.Buffer, r rune) bool {
	i, err := f.glyphs.GlyphIndex(buf, r)
	return err == nil && i > 0
}

func (f *Face) unsigned(table string, at int) uint16 {
	return binary.BigEndian.Uint16(f.tables[table][at:])
}

// signed reads a number in the font's units and gives it in thousandths of the
// size.
func (f *Face) signed(table string, at int) int {
	return int(int16(f.unsigned(table, at))) * perEm / f.unitsPerEm //nolint:gosec // the table's numbers are signed
}

// perEm is the unit of all widths in a document: a thousandth of the size.
const perEm = 1000

// advance is the width of a glyph.
func (f *Face) advance(g uint16) int {
	at := min(int(g), f.metrics-1)
	return (int(f.unsigned("hmtx", 4*at))*perEm + f.unitsPerEm/2) / f.unitsPerEm
}

// Font is a face in one document, which embeds of it what was drawn.
type Font struct {
	face   *Face
	number int
	id     int // the object
	buf    sfnt.Buffer
	known  map[rune]glyph
	shapes *drawnFont      // of a font of which glyphs are drawn; else nil
	drawn  map[uint16]rune // the glyphs that the document shows, and what they stand for
}

type glyph struct {
	index   uint16 // 0 where the font lacks the character
	advance int
}

// AddFont takes a face into the document.
func (w *Writer) AddFont(face *Face) *Font {
	f := &Font{face: face, number: len(w.fonts) + 1, id: w.allocate(), known: map[rune]glyph{}, drawn: map[uint16]rune{}}
	w.fonts = append(w.fonts, f)
	return f
}

func (f *Font) glyph(r rune) glyph {
	g, ok := f.known[r]
	if !ok && f.shapes != nil {
		g = f.shapes.glyph(r)
		f.known[r] = g
	} else if !ok {
		if i, err := f.face.glyphs.GlyphIndex(&f.buf, r); err == nil && i > 0 {
			g = glyph{uint16(i), f.face.advance(uint16(i))}
		}
		f.known[r] = g
	}
	return g
}

// Has reports whether the font can show a character.
func (f *Font) Has(r rune) bool { return f.glyph(r).index > 0 }

// Advance is the width of a character at size 1000.
func (f *Font) Advance(r rune) int { return f.glyph(r).advance }

// use notes that a character is drawn. Where two characters share a glyph, as
// blanks do, it stands for the one with the lower number.
func (f *Font) use(r rune) uint16 {
	g := f.glyph(r)
	if before, ok := f.drawn[g.index]; g.index > 0 && (!ok || r < before) {
		f.drawn[g.index] = r
	}
	return g.index
}

func (f *Font) used() bool { return len(f.drawn) > 0 }
