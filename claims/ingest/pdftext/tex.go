package pdftext

import "strconv"

// texGlyph gives the character of a glyph that is named by its code alone: "a65".
// The bitmap fonts of TeX name theirs so, and their codes are those of the Cork
// encoding (T1), which has the letters of Latin-1 in nearly the same places.
func texGlyph(glyph string, code int) string {
	if glyph != "a"+strconv.Itoa(code) {
		return ""
	}
	if t, ok := cork[code]; ok {
		return t
	}
	if code >= 32 && code <= 126 || code >= 192 && code <= 255 {
		return string(rune(code))
	}
	return ""
}

// cork is where the Cork encoding differs from Latin-1, as far as texts need it.
var cork = map[int]string{
	13: "‚", 14: "‹", 15: "›", 16: "“", 17: "”", 18: "„", 19: "«", 20: "»", 21: "–", 22: "—", 27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl",
	39: "’", 96: "‘", 127: "-", 131: "Č", 138: "Ł", 146: "Š", 154: "Ž", 159: "§", 163: "č", 170: "ł", 178: "š", 186: "ž", 189: "¡", 190: "¿", 191: "£",
	215: "Œ", 223: "SS", 247: "œ", 255: "ß",
}
