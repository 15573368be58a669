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
	switch {
	case r == 0x200c || r == 0x200d:
		return last < 0x0590
	case r == 0xad || r == 0xfeff || r == 0x034f || r == 0x061c || r == 0x180e:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return r < ' ' && r != '\r' && r != '\v' && r != '\f' || 0x7f <= r && r < 0xa0 && r != 0x85 || r >= 0xe000 && r <= 0xf8ff
}

// squeeze is clean with every run of white space made one space: a paragraph.
func squeeze(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
