package pdftext

import (
	"unicode/utf16"
)

// maxMapped bounds the entries of one character map.
const maxMapped = 1 << 17

// cmapRanges are the ranges of codes of each length.
type cmapRanges []struct {
	size     int
	from, to int
}

// size tells how many bytes the code at the start of s has: two, where no
// range says otherwise.
func (rs cmapRanges) size(s str) int {
	code := 0
	for n := 1; n <= 4 && n <= len(s); n++ {
		code = code<<8 | int(s[n-1])
		for _, r := range rs {
			if r.size == n && r.from <= code && code <= r.to {
				return n
			}
		}
	}
	return 2
}

// parseCMap reads a ToUnicode map: the characters of each code.
func parseCMap(src []byte) (map[int]string, cmapRanges) {
	out := map[int]string{}
	var ranges cmapRanges
	l := lexer{src: src}
	var args []any
	for {
		v, ok := l.next()
		if !ok {
			return out, ranges
		}
		word, isWord := v.(keyword)
		if !isWord {
			if args = append(args, v); len(args) > 3*maxMapped {
				return out, ranges
			}
			continue
		}
		switch word {
		case "endcodespacerange":
			for ; len(args) >= 2; args = args[2:] {
				a, b := args[0], args[1]
				from, ok1 := a.(str)
				to, ok2 := b.(str)
				if ok1 && ok2 && len(from) <= 4 {
					ranges = append(ranges, struct{ size, from, to int }{len(from), codeOf(from), codeOf(to)})
				}
			}
		case "endbfchar":
			for ; len(args) >= 2 && len(out) < maxMapped; args = args[2:] {
				from, ok1 := args[0].(str)
				if to, ok2 := args[1].(str); ok1 && ok2 {
					out[codeOf(from)] = utf16Text(to)
				}
			}
		case "endbfrange":
			bfRanges(out, args)
		}
		args = args[:0]
	}
}

func bfRanges(out map[int]string, args []any) {
	for ; len(args) >= 3; args = args[3:] {
		from, ok1 := args[0].(str)
		to, ok2 := args[1].(str)
		if !ok1 || !ok2 {
			continue
		}
		a, b := codeOf(from), codeOf(to)
		for c := a; c <= b && len(out) < maxMapped; c++ {
			switch dst := args[2].(type) {
			case str:
				out[c] = utf16Text(shifted(dst, c-a))
			case array:
				if c-a < len(dst) {
					s, _ := dst[c-a].(str)
					out[c] = utf16Text(s)
				}
			}
		}
	}
}

// shifted adds n to the last unit.
func shifted(s str, n int) str {
	if len(s) < 2 {
		if len(s) == 1 {
			return str([]byte{0, s[0] + byte(n)}) //nolint:gosec // a single byte wraps in broken maps alone
		}
		return s
	}
	b := []byte(s)
	last := int(b[len(b)-2])<<8 | int(b[len(b)-1])
	last += n
	b[len(b)-2], b[len(b)-1] = byte(last>>8), byte(last) //nolint:gosec // the low 16 bits
	return str(b)
}

func codeOf(s str) int {
	n := 0
	for _, b := range []byte(s[:min(len(s), 4)]) {
		n = n<<8 | int(b)
	}
	return n
}

func utf16Text(s str) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	high, low := 0, 1
	if turnedLigature(s) {
		high, low = low, high
	}
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i+high])<<8 | uint16(s[2*i+low])
	}
	return string(utf16.Decode(units))
}

// turnedLigature reports whether the letters of a ligature have their bytes the
// wrong way round, as some versions of Ghostscript write them.
func turnedLigature(s str) bool {
	for i := 0; i+1 < len(s); i += 2 {
		if s[i+1] != 0 || s[i] < 'A' || s[i] > 'z' {
			return false
		}
	}
	return len(s) >= 4
}

// text reads a text string of the document: UTF-16 or UTF-8 with a mark, or
// PDFDocEncoding, which is Latin-1 for all that names and titles hold.
func text(s str) string {
	switch {
	case len(s) >= 2 && s[0] == 0xfe && s[1] == 0xff:
		return utf16Text(s[2:])
	case len(s) >= 3 && s[:3] == "\xef\xbb\xbf":
		return string(s[3:])
	}
	out := make([]rune, len(s))
	for i, b := range []byte(s) {
		out[i] = rune(b)
		if r, ok := docEncoding[b]; ok {
			out[i] = r
		}
	}
	return string(out)
}

// docEncoding is where PDFDocEncoding differs from Latin-1.
var docEncoding = map[byte]rune{
	0x80: '•', 0x81: '†', 0x82: '‡', 0x83: '…', 0x84: '—', 0x85: '–', 0x86: 'ƒ', 0x88: '‹', 0x89: '›', 0x8b: '‰', 0x8c: '„', 0x8d: '“', 0x8e: '”',
	0x8f: '‘', 0x90: '’', 0x91: '‚', 0x92: '™', 0x93: 'ﬁ', 0x94: 'ﬂ', 0x95: 'Ł', 0x96: 'Œ', 0x97: 'Š', 0x98: 'Ÿ', 0x99: 'Ž', 0x9a: 'ı', 0x9b: 'ł',
	0x9c: 'œ', 0x9d: 'š', 0x9e: 'ž', 0xa0: '€',
}
