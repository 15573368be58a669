package pdf

import (
	"fmt"
	"maps"
	"slices"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// The flags of a font's descriptor: no script, no symbols.
const plainFont = 1 << 5

// writeFont writes a font: its outlines, its measures, and what its glyphs
// stand for, so that text can be searched and copied.
func (w *Writer) writeFont(f *Font) {
	if f.shapes != nil {
		return // its lists are written with the resources
	}
	if !f.used() {
		w.object(f.id, "null")
		return
	}
	file, words, descriptor, inner := w.allocate(), w.allocate(), w.allocate(), w.allocate()
	data := f.subset()
	w.stream(file, fmt.Sprintf("/Length1 %d", len(data)), data)
	w.stream(words, "", toUnicode(f.drawn, "%04X"))
	name := "/" + f.tag() + "+" + f.face.name
	face := f.face
	w.object(descriptor, "<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>",
		name, plainFont, face.signed("head", 36), face.signed("head", 38), face.signed("head", 40), face.signed("head", 42),
		face.signed("hhea", 4), face.signed("hhea", 6), face.capHeight(), face.stem(), file)
	w.object(inner, "<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 0/W[%s]>>", name, descriptor, f.widths())
	w.object(f.id, "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, inner, words)
}

// tag is the six letters that tell one subset of a font from another.
func (f *Font) tag() string {
	sum := uint32(f.number) //nolint:gosec // there are five fonts
	for _, g := range f.sorted() {
		sum = sum*31 + uint32(g)
	}
	out := make([]byte, 6)
	for i := range out {
		out[i] = 'A' + byte(sum%26) //nolint:gosec // less than 26
		sum /= 26
	}
	return string(out)
}

func (f *Font) sorted() []uint16 { return slices.Sorted(maps.Keys(f.drawn)) }

// widths lists the width of each drawn glyph.
func (f *Font) widths() []byte {
	var out []byte
	for _, g := range f.sorted() {
		out = fmt.Appendf(out, "%d[%d]", g, f.face.advance(g))
	}
	return out
}

// mapsAtOnce is how many glyphs one list of a character map may hold.
const mapsAtOnce = 100

// toUnicode is the map from glyphs to characters (ISO 32000-1, 9.10.3); the
// codes of the glyphs are written in a format such as "%04X".
func toUnicode(drawn map[uint16]rune, code string) []byte {
	out := []byte("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n" +
		"1 begincodespacerange")
	out = fmt.Appendf(out, "<"+code+"><"+code+">endcodespacerange\n", 0, 1<<(4*(code[2]-'0'))-1)
	for part := range slices.Chunk(slices.Sorted(maps.Keys(drawn)), mapsAtOnce) {
		out = fmt.Appendf(out, "%d beginbfchar\n", len(part))
		for _, g := range part {
			out = fmt.Appendf(out, "<"+code+"><", g)
			for _, u := range utf16.Encode(letters(drawn[g])) {
				out = fmt.Appendf(out, "%04X", u)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap CMapName currentdict/CMap defineresource pop end end\n"...)
}

// letters gives what a character is to a reader: of a presentation form of
// Arabic the letters that it shows.
func letters(r rune) []rune {
	const first, last = 0xFB50, 0xFEFC
	if r >= first && r <= last {
		return []rune(norm.NFKC.String(string(r)))
	}
	return []rune{r}
}

// capHeight is the height of capital letters, which older fonts do not tell.
func (f *Face) capHeight() int {
	const at, version = 88, 2
	if f.unsigned("OS/2", 0) >= version && len(f.tables["OS/2"]) >= at+2 {
		return f.signed("OS/2", at)
	}
	return f.signed("hhea", 4) * 7 / 10
}

// stem guesses how wide the strokes are from the weight of the font, as other
// programs that write PDF do: no table tells it.
func (f *Face) stem() int {
	const weight, scale = 4, 65.0
	share := float64(f.unsigned("OS/2", weight)) / scale
	return 50 + int(share*share)
}
