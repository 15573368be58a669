package pdf

import (
	"encoding/binary"
	"maps"
	"slices"
)

// subset makes a font file of the glyphs that were drawn. The glyphs keep their
// numbers, and those that nobody needs have no outline: what is left of them
// compresses to nothing. Only the tables stay that a reader of PDF asks for
// (ISO 32000-1, 9.9).
func (f *Font) subset() []byte {
	loca, glyf := f.outlines()
	head := slices.Clone(f.face.tables["head"])
	binary.BigEndian.PutUint32(head[8:], 0)  // the checksum of the whole file, which no reader of PDF looks at
	binary.BigEndian.PutUint16(head[50:], 1) // loca in four bytes
	tables := map[string][]byte{"glyf": glyf, "loca": loca, "head": head}
	for _, name := range []string{"cvt ", "fpgm", "prep", "hhea", "hmtx", "maxp"} {
		if data, ok := f.face.tables[name]; ok {
			tables[name] = data
		}
	}
	return assemble(tables)
}

// outlines are the outlines of the drawn glyphs and of those that they are
// composed of, and where each begins.
func (f *Font) outlines() (loca, glyf []byte) {
	want := map[uint16]bool{0: true}
	for g := range f.drawn {
		f.face.need(g, want)
	}
	loca = make([]byte, 4*(f.face.count+1))
	for g := range f.face.count {
		binary.BigEndian.PutUint32(loca[4*g:], uint32(len(glyf))) //nolint:gosec // smaller than the font's own
		if want[uint16(g)] {                                      //nolint:gosec // a font has no more glyphs than that
			glyf = append(glyf, f.face.outline(g)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	binary.BigEndian.PutUint32(loca[4*f.face.count:], uint32(len(glyf))) //nolint:gosec // smaller than the font's own
	return loca, glyf
}

// outline is the outline of a glyph; nil for an empty or damaged one.
func (f *Face) outline(g int) []byte {
	if g >= f.count {
		return nil
	}
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to int
	if f.longLoca {
		from, to = int(binary.BigEndian.Uint32(loca[4*g:])), int(binary.BigEndian.Uint32(loca[4*g+4:]))
	} else {
		from, to = 2*int(binary.BigEndian.Uint16(loca[2*g:])), 2*int(binary.BigEndian.Uint16(loca[2*g+2:]))
	}
	if from >= to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// The flags of a part of a composite glyph (OpenType 1.9, table glyf).
const (
	wordArguments = 1 << 0
	oneScale      = 1 << 3
	moreParts     = 1 << 5
	twoScales     = 1 << 6
	fourScales    = 1 << 7
)

// need adds a glyph and the parts that it is composed of.
func (f *Face) need(g uint16, want map[uint16]bool) {
	if want[g] {
		return
	}
	want[g] = true
	data := f.outline(int(g))
	const header = 10
	if len(data) < header || int16(binary.BigEndian.Uint16(data)) >= 0 { //nolint:gosec // the number of contours is signed
		return // it is not composed
	}
	for at := header; at+4 <= len(data); {
		flags := binary.BigEndian.Uint16(data[at:])
		f.need(binary.BigEndian.Uint16(data[at+2:]), want)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return
		}
	}
}

// assemble makes a font file of tables, in the order of their names.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	const header, line = 12, 16
	selector, most := 0, 1
	for most*2 <= len(names) {
		most, selector = most*2, selector+1
	}
	out := []byte{0, 1, 0, 0}
	for _, n := range []int{len(names), most * line, selector, (len(names) - most) * line} {
		out = binary.BigEndian.AppendUint16(out, uint16(n)) //nolint:gosec // there are nine tables
	}
	at := header + line*len(names)
	for _, name := range names {
		data := tables[name]
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, checksum(data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))        //nolint:gosec // smaller than the font's own
		out = binary.BigEndian.AppendUint32(out, uint32(len(data))) //nolint:gosec // smaller than the font's own
		at += (len(data) + 3) &^ 3
	}
	for _, name := range names {
		out = append(out, tables[name]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

// checksum is the sum of a table's words.
func checksum(data []byte) (sum uint32) {
	for i, b := range data {
		sum += uint32(b) << (8 * (3 - i%4))
	}
	return sum
}
