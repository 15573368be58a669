package figures

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, number or mark.
type token struct {
	start, end int
	low        string // in lower case
	value      float64
	digits     bool
	upper      bool
	spaced     bool // white space before it
}

func scan(text string) []token {
	out := make([]token, 0, len(text)/5+4)
	spaced := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			spaced = true
			continue
		}
		t := token{start: i, spaced: spaced, upper: unicode.IsUpper(r)}
		switch {
		case r >= '0' && r <= '9':
			i = t.number(text, i)
		case unicode.IsLetter(r):
			for i < len(text) {
				r, size := utf8.DecodeRuneInString(text[i:])
				if !unicode.IsLetter(r) {
					break
				}
				i += size
			}
			t.low = strings.ToLower(text[t.start:i])
		default:
			i += size
			t.low = text[t.start:i]
		}
		t.end = i
		spaced = false
		out = append(out, t)
	}
	return out
}

// number reads digits with commas between thousands and one decimal point:
// "1,200", "4.2", "1,234.5".
func (t *token) number(text string, i int) int {
	at := i
	point := false
	for at < len(text) {
		c := text[at]
		next := at+1 < len(text) && isDigit(text[at+1])
		switch {
		case isDigit(c):
		case c == ',' && !point && next && thousands(text, at+1):
		case c == '.' && !point && next:
			point = true
		default:
			return t.close(text, i, at)
		}
		at++
	}
	return t.close(text, i, at)
}

func (t *token) close(text string, from, to int) int {
	v, err := strconv.ParseFloat(strings.ReplaceAll(text[from:to], ",", ""), 64)
	t.digits = err == nil
	t.value = v
	t.low = text[from:to]
	return to
}

// thousands tells that exactly three digits follow.
func thousands(text string, i int) bool {
	n := 0
	for i+n < len(text) && isDigit(text[i+n]) {
		n++
	}
	return n == 3
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
