package words

import (
	"unicode"
	"unicode/utf8"

	"onrecord/claims/fold"
)

// MaxLen is the longest word, in bytes; what is longer is cut into pieces.
const MaxLen = 48

// Token is one word of a text.
type Token struct {
	Text       string // folded: small letters without accents
	Start, End int    // bytes of the text that it was read from
}

// Split lists the words of a text.
func Split(text string) []Token {
	var out []Token
	Each(text, func(word []byte, start, end int) {
		out = append(out, Token{string(word), start, end})
	})
	return out
}

// Each calls f for every word of the text in order, folded, with the bytes it
// came from. The slice is good until f returns.
//
// A word is a run of letters and digits. An apostrophe between letters belongs
// to it ("won't"), as does a point between digits ("45.5"); a comma between
// thousands is left out of it ("1,000" is "1000"). Each ideograph is a word.
func Each(text string, f func(word []byte, start, end int)) {
	s := scanner{text: text, emit: f}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			i = s.foreign(i)
			continue
		case small[c] != 0:
			s.add(small[c], i, i+1)
		case c == '\'' || c == '.' || c == ',':
			s.mark(c, i+1)
		default:
			s.flush()
		}
		i++
	}
	s.flush()
}

// small maps an ASCII letter to its small form, a digit to itself and
// everything else to zero.
var small = func() (t [utf8.RuneSelf]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	return t
}()

type scanner struct {
	text       string
	emit       func(word []byte, start, end int)
	buf        [MaxLen]byte
	n          int // bytes of buf that hold the word
	start, end int
}

func (s *scanner) add(c byte, start, end int) {
	if s.n == MaxLen {
		s.flush()
	}
	if s.n == 0 {
		s.start = start
	}
	s.buf[s.n] = c
	s.n++
	s.end = end
}

func (s *scanner) flush() {
	if s.n > 0 {
		s.emit(s.buf[:s.n], s.start, s.end)
		s.n = 0
	}
}

// mark takes a mark of punctuation that ends before next into the word where
// it stands between the right neighbours, and ends the word where not.
func (s *scanner) mark(c byte, next int) {
	if s.n == 0 || next >= len(s.text) {
		s.flush()
		return
	}
	before, after := s.buf[s.n-1], s.text[next]
	number := digit(before) && digit(after)
	switch {
	case c == '\'' && !digit(before) && (after >= utf8.RuneSelf || small[after] > '9'):
		s.add(c, next-1, next)
	case c == '.' && number:
		s.add(c, next-1, next)
	case c == ',' && number && thousands(s.text[next:]):
	default:
		s.flush()
	}
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// thousands reports whether s begins with exactly three digits.
func thousands(s string) bool {
	return len(s) >= 3 && digit(s[1]) && digit(s[2]) && (len(s) == 3 || !digit(s[3]))
}

// foreign reads the character at i that is not ASCII and returns where the
// next one begins.
func (s *scanner) foreign(i int) int {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	next := i + size
	switch {
	case r == '’' || r == 'ʼ' || r == '＇':
		s.mark('\'', next)
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		if s.n > 0 {
			s.end = next
		}
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		s.flush()
		s.addRune(r, i, next)
		s.flush()
	case unicode.IsLetter(r), unicode.IsDigit(r):
		s.addRune(r, i, next)
	default:
		s.flush()
	}
	return next
}

func (s *scanner) addRune(r rune, start, end int) {
	f := foldRune(r)
	if s.n+len(f) > MaxLen {
		s.flush()
	}
	for i := range len(f) {
		s.add(f[i], start, end)
	}
}

// foldRune gives the letters that people type for one.
func foldRune(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'þ', 'Þ':
		return "th"
	}
	return fold.Key(string(r))
}

// Fold gives the words of a text with single spaces between them.
func Fold(text string) string {
	out := make([]byte, 0, len(text))
	Each(text, func(word []byte, _, _ int) {
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out = append(out, word...)
	})
	return string(out)
}
