package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lowerWords sets Lower of every token. Words without capitals share memory
// with the text, the others with one copy of it in lower case.
func lowerWords(d *Document) {
	var lower string
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch asciiCase(t.Word) {
		case lowerASCII:
			t.Lower = t.Word
		case mixedASCII:
			if lower == "" {
				lower = lowerASCIIOf(d.Text)
			}
			t.Lower = lower[t.Span.Start:t.Span.End]
		default:
			t.Lower = Lower(t.Word)
		}
	}
}

// Lower is the word in lower case with straight apostrophes, as in
// Token.Lower.
func Lower(word string) string {
	return straightApostrophes.Replace(strings.ToLower(word))
}

var straightApostrophes = strings.NewReplacer("’", "'", "‘", "'")

type letterCase uint8

const (
	lowerASCII letterCase = iota
	mixedASCII
	otherLetters
)

func asciiCase(word string) letterCase {
	out := lowerASCII
	for i := range len(word) {
		switch c := word[i]; {
		case c >= utf8.RuneSelf:
			return otherLetters
		case 'A' <= c && c <= 'Z':
			out = mixedASCII
		}
	}
	return out
}

// lowerASCIIOf lowers the letters A to Z alone, so that offsets stay.
func lowerASCIIOf(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// isCapitalised reports whether the word begins with a capital letter.
func isCapitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}
