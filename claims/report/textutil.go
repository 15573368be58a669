package report

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

func joined(parts []string) string { return joinedBy(", ", parts...) }

// joinedBy joins what is not empty.
func joinedBy(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

// oneLine puts text on one line and drops what no document may hold.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// clean drops what XML forbids: control characters other than white space,
// half of a surrogate pair, and bytes that are not UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError:
			return '\uFFFD'
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xFFFE, r == 0xFFFF, r == 0x7F:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// clip shortens text to n characters, at a word where there is one.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := string([]rune(s)[:n])
	if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,.;:") + "…"
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// colourOr lets only #rrggbb through: a colour comes from a person and goes
// into markup.
func colourOr(colour, other string) string {
	if hexColour.MatchString(colour) {
		return colour
	}
	return other
}
