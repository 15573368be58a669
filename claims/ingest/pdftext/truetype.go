package pdftext

import (
	"encoding/binary"
	"unicode/utf8"
)

// Some programs leave out which characters a font shows, or give the first glyph
// of a run the characters of all of it. The font itself can still tell: its table
// of characters names the glyph of each, and in fonts of codes of two bytes the
// code is most often the glyph.

// emptyMap reports whether a map of characters gives most of its codes none.
func emptyMap(unicode map[int]string) bool {
	empty := 0
	for _, text := range unicode {
		if text == "" {
			empty++
		}
	}
	return empty*2 >= len(unicode)
}

// ownCharacters reads what an embedded TrueType font says of its glyphs; nil
// where it says nothing or where codes are not glyphs.
func (f *file) ownCharacters(d, kid dict) map[int]string {
	if f.name(d["Encoding"]) != "Identity-H" || kid["CIDToGIDMap"] != nil && f.name(kid["CIDToGIDMap"]) != "Identity" {
		return nil
	}
	s, ok := f.get(f.dict(kid["FontDescriptor"])["FontFile2"]).(*stream)
	if !ok {
		return nil
	}
	src, err := f.decode(s)
	if err != nil {
		return nil
	}
	out := map[int]string{}
	eachGlyph(sfnt(src).table("cmap"), func(glyph int, r rune) {
		old, _ := utf8.DecodeRuneInString(out[glyph])
		if glyph > 0 && utf8.ValidRune(r) && (out[glyph] == "" || r < old) { // the letter itself stands before its forms
			out[glyph] = string(r)
		}
	})
	if len(out) == 0 {
		return nil
	}
	return out
}

// sfnt are the bytes of a TrueType font.
type sfnt []byte

// table gives the bytes of one of its tables.
func (s sfnt) table(tag string) []byte {
	const head, entry, most = 12, 16, 64
	if len(s) < head {
		return nil
	}
	for i := range min(int(binary.BigEndian.Uint16(s[4:])), most) {
		at := head + i*entry
		if at+entry > len(s) {
			return nil
		}
		if string(s[at:at+4]) == tag {
			return part(s, int64(binary.BigEndian.Uint32(s[at+8:])), int64(binary.BigEndian.Uint32(s[at+12:])))
		}
	}
	return nil
}

// part is a stretch of bytes, as far as there are any.
func part(b []byte, from, size int64) []byte {
	if from < 0 || size < 0 || from > int64(len(b)) {
		return nil
	}
	return b[from:min(int64(len(b)), from+size)]
}

// eachGlyph goes through the pairs of glyph and character of a cmap table: those
// of its maps for Unicode, in the two forms that fonts have.
func eachGlyph(cmap []byte, do func(glyph int, r rune)) {
	const head, entry, most = 4, 8, 16
	if len(cmap) < head {
		return
	}
	for i := range min(int(binary.BigEndian.Uint16(cmap[2:])), most) {
		at := head + i*entry
		if at+entry > len(cmap) {
			return
		}
		platform, kind := binary.BigEndian.Uint16(cmap[at:]), binary.BigEndian.Uint16(cmap[at+2:])
		if platform != 0 && (platform != 3 || kind != 1 && kind != 10) {
			continue
		}
		sub := part(cmap, int64(binary.BigEndian.Uint32(cmap[at+4:])), int64(len(cmap)))
		if len(sub) < 16 {
			continue
		}
		switch binary.BigEndian.Uint16(sub) {
		case 4:
			segments(sub, do)
		case 12:
			groups(sub, do)
		}
	}
}

// segments reads form 4 of a map: ranges of characters below U+10000.
func segments(sub []byte, do func(int, rune)) {
	n := int(binary.BigEndian.Uint16(sub[6:])) / 2
	word := func(at int) (int, bool) {
		if at < 0 || at+2 > len(sub) {
			return 0, false
		}
		return int(binary.BigEndian.Uint16(sub[at:])), true
	}
	left := 1 << 16 // characters
	for i := range n {
		to, ok1 := word(14 + 2*i)
		from, ok2 := word(16 + 2*n + 2*i)
		delta, ok3 := word(16 + 4*n + 2*i)
		offset, ok4 := word(16 + 6*n + 2*i)
		if !ok1 || !ok2 || !ok3 || !ok4 {
			return
		}
		for c := from; c <= to && c < 0xffff && left > 0; c++ {
			left--
			glyph := c
			if offset != 0 {
				var ok bool
				if glyph, ok = word(16 + 6*n + 2*i + offset + 2*(c-from)); !ok || glyph == 0 {
					continue
				}
			}
			do((glyph+delta)&0xffff, rune(c))
		}
	}
}

// groups reads form 12 of a map: ranges of characters and of glyphs.
func groups(sub []byte, do func(int, rune)) {
	const head, size = 16, 12
	left := maxMapped
	for at := head; at+size <= len(sub) && left > 0; at += size {
		from, to, glyph := binary.BigEndian.Uint32(sub[at:]), binary.BigEndian.Uint32(sub[at+4:]), binary.BigEndian.Uint32(sub[at+8:])
		for c := from; c <= to && c <= utf8.MaxRune && left > 0; c++ {
			left--
			do(int(glyph+c-from), rune(c))
		}
	}
}
