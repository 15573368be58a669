package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean normalises the characters of a text whose layout is not its own:
// soft hyphens, zero-width characters and direction marks go, every kind of
// blank becomes a space, ligatures become letters, accents are composed.
// Quotation marks and dashes stay as the author set them, and so do line ends.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	last := ' '
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r >= ' ' && r < 0x7f:
		case invisible(r, last):
			continue
		case r == '\u2028' || r == '\u2029' || r == '\r' || r == '\v' || r == '\f' || r == 0x85:
			r = '\n'
		case unicode.Is(unicode.Zs, r):
			r = ' '
		case r >= 0xfb00 && r <= 0xfb06:
			b.WriteString(ligatures[r-0xfb00])
			last = r
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return norm.NFC.String(b.String())
}

var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// isPlain is the common case: nothing to clean.
func isPlain(s string) bool {
	for i := range len(s) {
		if b := s[i]; b >= 0x7f || b < ' ' && b != '\n' && b != '\t' {
			return false
		}
	}
	return true
}

// invisible reports whether a character shows nothing. The joiners carry
// meaning in Persian, in Indic scripts and between emoji, none in Latin.
func invisible(r, last rune) bool {
	const nonJoiner, joiner, hebrew = 0x200c, 0x200d, 0x0590
	if r == nonJoiner || r == joiner {
		return last < hebrew
	}
	return unicode.Is(unseen, r)
}

// unseen are the control characters that do not part lines, the marks of
// direction, width and joining, and the private use area.
var unseen = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x0000, 0x000a, 1},
		{0x000e, 0x001f, 1},
		{0x007f, 0x0084, 1},
		{0x0086, 0x009f, 1},
		{0x00ad, 0x00ad, 1},
		{0x034f, 0x034f, 1},
		{0x061c, 0x061c, 1},
		{0x180e, 0x180e, 1},
		{0x200b, 0x200f, 1},
		{0x202a, 0x202e, 1},
		{0x2060, 0x206f, 1},
		{0xe000, 0xf8ff, 1},
		{0xfeff, 0xfeff, 1},
		{0xfff9, 0xfffb, 1},
	},
	LatinOffset: 5,
}

// squeeze is clean with every run of white space made one space: a paragraph.
func squeeze(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
