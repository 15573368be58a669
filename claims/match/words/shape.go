package words

import "strings"

// Skeleton is a word without its vowels but for a leading one, and without
// double letters: what "krry csfr" keeps of "Kerry" and "ceasefire".
func Skeleton(word string) string {
	var buf [MaxLen]byte
	out := buf[:0]
	for i := range min(len(word), MaxLen) {
		c := word[i]
		if i > 0 && (strings.IndexByte("aeiou'", c) >= 0 || len(out) > 0 && out[len(out)-1] == c && word[i-1] == c) {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// Abbreviates reports whether the letters of short stand in the word in their
// order, beginning with its first: "gvt" in "government".
func Abbreviates(short, word string) bool {
	if short == "" || word == "" || short[0] != word[0] {
		return false
	}
	j := 0
	for i := 0; i < len(word) && j < len(short); i++ {
		if word[i] == short[j] {
			j++
		}
	}
	return j == len(short)
}

// Consonants reports whether the word without its vowels, but for a leading
// one, begins with short: "ppr" in "paper", but not in "proper".
func Consonants(short, word string) bool {
	at := 0
	for i := 0; i < len(word) && at < len(short); i++ {
		switch c := word[i]; {
		case c == short[at]:
			at++
		case i == 0 || strings.IndexByte("aeiou'", c) < 0:
			return false
		}
	}
	return at == len(short)
}

// Sound is a rough key of how a word is heard, for names that were never seen
// written: letters of one sound become one letter, doubles and all vowels but
// a leading one vanish. "Kathryn" and "Cathrin" have the same key.
func Sound(word string) string {
	var buf [MaxLen]byte
	out := buf[:0]
	for i := 0; i < len(word) && len(out) < MaxLen; i++ {
		c, width := heard(word[i:], i == 0)
		i += width - 1
		if c != 0 && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return string(out)
}

// heard gives the sound at the beginning of s, 0 for one that is not heard,
// and how many letters it takes.
func heard(s string, first bool) (sound byte, width int) {
	for _, p := range pairs {
		if strings.HasPrefix(s, p.letters) && (first || !p.first) {
			return p.sound, len(p.letters)
		}
	}
	c := s[0]
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		if first {
			return 'a', 1
		}
		return 0, 1
	case 'h', 'w', '\'':
		if first && c != '\'' {
			return c, 1
		}
		return 0, 1
	case 'q':
		return 'k', 1
	case 'z', 'x':
		return 's', 1
	case 'v':
		return 'f', 1
	case 'd':
		return 't', 1
	case 'c':
		if len(s) > 1 && strings.IndexByte("eiy", s[1]) >= 0 {
			return 's', 1
		}
		return 'k', 1
	case 'j':
		return 'g', 1
	}
	return c, 1
}

// pairs are letters that are one sound together; first marks those that are
// so only at the beginning of a word.
var pairs = []struct {
	letters string
	sound   byte
	first   bool
}{
	{"kn", 'n', true},
	{"gn", 'n', true},
	{"wr", 'r', true},
	{"sch", 'x', false},
	{"sh", 'x', false},
	{"ch", 'x', false},
	{"ph", 'f', false},
	{"gh", 0, false},
	{"ck", 'k', false},
	{"th", 't', false},
	{"dg", 'g', false},
}
