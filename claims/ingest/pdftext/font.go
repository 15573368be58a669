package pdftext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// font tells which characters a code shows and how wide they are.
type font struct {
	twoBytes bool
	text     [256]string     // of a simple font
	unicode  map[int]string  // ToUnicode, which wins
	codes    cmapRanges      // of the lengths of codes
	widths   map[int]float64 // in thousandths
	missing  float64         // width of the others
	base     string
	standard bool // no widths are told
	bold     bool
	scale    float64 // of widths: thousandths, or the matrix of a Type 3 font
}

func (f *file) font(v any) *font {
	d := f.dict(v)
	out := &font{widths: map[int]float64{}, base: string(f.name(d["BaseFont"])), scale: 0.001}
	if s, ok := f.get(d["ToUnicode"]).(*stream); ok {
		if src, err := f.decode(s); err == nil || len(src) > 0 {
			out.unicode, out.codes = parseCMap(src)
		}
	}
	low := strings.ToLower(out.base)
	out.bold = strings.Contains(low, "bold") || strings.Contains(low, "black") || strings.Contains(low, "heavy") || strings.Contains(low, "demi")
	if f.name(d["Subtype"]) == "Type0" {
		f.composite(out, d)
	} else {
		f.simple(out, d)
	}
	return out
}

// simple reads a font of one-byte codes.
func (f *file) simple(out *font, d dict) {
	enc := f.get(d["Encoding"])
	base, _ := enc.(name)
	if e, ok := enc.(dict); ok {
		base = f.name(e["BaseEncoding"])
	}
	descriptor := f.dict(d["FontDescriptor"])
	symbolic := f.int(descriptor["Flags"])&4 != 0
	if base == "" && f.name(d["Subtype"]) == "TrueType" && (!symbolic || enc == nil) {
		base = "WinAnsiEncoding"
	}
	out.text = baseEncoding(base)
	if e, ok := enc.(dict); ok {
		code := 0
		for _, v := range f.array(e["Differences"]) {
			switch v := f.get(v).(type) {
			case float64:
				code = int(v)
			case name:
				if code >= 0 && code < 256 {
					out.text[code] = orElse(glyphText(string(v)), texGlyph(string(v), code), string(utf8.RuneError))
				}
				code++
			}
		}
	}
	first := f.int(d["FirstChar"])
	widths := f.nums(d["Widths"])
	for i, w := range widths {
		out.widths[first+i] = w
	}
	out.missing = f.num(descriptor["MissingWidth"])
	out.standard = len(widths) == 0
	if m := f.nums(d["FontMatrix"]); f.name(d["Subtype"]) == "Type3" && len(m) == 6 && m[0] != 0 {
		out.scale = m[0]
	}
}

func orElse(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// composite reads a font of codes of two bytes, or of the lengths that its
// character map tells.
func (f *file) composite(out *font, d dict) {
	out.twoBytes = true
	kids := f.array(d["DescendantFonts"])
	if len(kids) == 0 {
		return
	}
	kid := f.dict(kids[0])
	if emptyMap(out.unicode) {
		if own := f.ownCharacters(d, kid); own != nil {
			out.unicode = own
		}
	}
	out.missing = 1000
	if v, ok := kid["DW"]; ok {
		out.missing = f.num(v)
	}
	ws := f.array(kid["W"])
	for i := 0; i+1 < len(ws); {
		from := f.int(ws[i])
		if list, ok := f.get(ws[i+1]).(array); ok {
			for k, w := range list {
				out.widths[from+k] = f.num(w)
			}
			i += 2
			continue
		}
		if i+2 >= len(ws) {
			return
		}
		for c := from; c <= f.int(ws[i+1]) && c-from < 1<<16; c++ {
			out.widths[c] = f.num(ws[i+2])
		}
		i += 3
	}
}

// char is one code as it is shown.
type char struct {
	text  string
	width float64 // in units of the font's size
	space bool    // the one-byte code 32, to which word spacing applies
}

// chars reads the codes of a string.
func (ft *font) chars(s str) []char {
	out := make([]char, 0, len(s))
	for len(s) > 0 {
		n := 1
		if ft.twoBytes {
			n = min(len(s), ft.codes.size(s))
		}
		code := 0
		for _, b := range []byte(s[:n]) {
			code = code<<8 | int(b)
		}
		s = s[n:]
		c := char{text: ft.show(code), space: n == 1 && code == 32}
		w, ok := ft.widths[code]
		switch {
		case ok:
		case ft.standard:
			w = standardWidth(ft.base, c.text)
		default:
			w = ft.missing
		}
		c.width = w * ft.scale
		out = append(out, c)
	}
	return out
}

// show gives the characters of a code; U+FFFD where nobody can know them.
func (ft *font) show(code int) string {
	if t, ok := ft.unicode[code]; ok && t != "" {
		if r, _ := utf8.DecodeRuneInString(t); r != 0 && r != utf8.RuneError && !unicode.Is(unicode.Co, r) {
			return t
		}
	}
	if !ft.twoBytes && code < 256 && ft.text[code] != "" {
		return ft.text[code]
	}
	return string(utf8.RuneError)
}
