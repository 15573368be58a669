package speakers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain gives the unaccented form of letters that names are often written
// without: "Erdoğan" and "Erdogan" are one name.
var plain = map[rune]string{}

func init() {
	for base, letters := range map[string]string{
		"a": "àáâãäåāăąǎ", "ae": "æ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
		"i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő", "oe": "œ",
		"r": "ŕŗř", "s": "śŝşšș", "ss": "ß", "t": "ţťŧț", "th": "þ", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, r := range letters {
			plain[r] = base
		}
	}
}

// fold removes the accents of a word in lower case.
func fold(lower string) string {
	ascii := true
	for i := range len(lower) {
		if lower[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return lower
	}
	var b strings.Builder
	for _, r := range lower {
		if p, ok := plain[r]; ok {
			b.WriteString(p)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// capital reports whether the word begins with an upper-case letter.
func capital(word string) bool {
	if word == "" {
		return false
	}
	if c := word[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// acronym reports whether the word is written like "WHO" or "U.N.".
func acronym(word string) bool {
	n := 0
	for i := range len(word) {
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z':
			n++
		case c == '.' || c == '&' || '0' <= c && c <= '9' && i > 0:
		default:
			return false
		}
	}
	return n >= 2 && n <= 8
}

// titleCase writes "MERRICK" as "Merrick" and leaves other words alone.
func titleCase(word string) string {
	if utf8.RuneCountInString(word) < 2 || strings.ToUpper(word) != word {
		return word
	}
	up := true
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			up = r != '\'' && r != '’' || up
			return r
		}
		if up {
			up = false
			return r
		}
		return unicode.ToLower(r)
	}, word)
}
