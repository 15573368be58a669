// Package fold reduces words to what stays the same however they are typed:
// without case, accents, and differences of spacing. It is the form in which
// names and titles are compared and sorted.
//
// It does not stem, correct or translate; see claims/match for that.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key folds s: compatibility decomposition, no combining marks, lower case,
// any run of white space as one space, none at the ends. The result is stable:
// archives keep it in their indexes.
func Key(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case unicode.Is(unicode.Mn, r):
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(lower(r))
		}
	}
	return b.String()
}

// lower maps a letter to its small form, and the few letters that have no
// decomposition to the one that people type instead.
func lower(r rune) rune {
	switch r = unicode.ToLower(r); r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	case '’', 'ʼ', '‘':
		return '\''
	}
	return r
}

// plain reports whether s is its own key: small ASCII letters, digits and
// marks with single spaces between them.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		edge := i == 0 || i == len(s)-1 || s[i-1] == ' '
		if c >= utf8.RuneSelf || c < ' ' || 'A' <= c && c <= 'Z' || c == ' ' && edge {
			return false
		}
	}
	return true
}
