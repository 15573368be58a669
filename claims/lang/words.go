package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
)

// words cuts a text into tokens as the Penn Treebank and the English Web
// Treebank do: clitics apart ("do n't", "Kerry 's"), compounds apart at the
// hyphen, every mark of punctuation on its own; addresses, numbers with their
// points and commas, and abbreviations in one piece.
type words struct {
	text string
	out  *[]Token
	para claims.Span // the paragraph at hand: no token reaches over it
	// mails tells that the text has an @, so that a word may be a mail address.
	mails bool
}

func newWords(text string, out *[]Token) *words {
	*out = make([]Token, 0, len(text)/5+8)
	return &words{text: text, out: out, mails: strings.IndexByte(text, '@') >= 0}
}

// add appends the token [start, end).
func (w *words) add(start, end int) {
	*w.out = append(*w.out, Token{
		Span: claims.Span{Start: start, End: end}, Word: w.text[start:end], Head: -1, Quote: -1,
	})
}

// scan appends the tokens of one paragraph.
func (w *words) scan(p claims.Span) {
	w.para = p
	for i := p.Start; i < p.End; {
		r, size := w.rune(i)
		switch {
		case isSpace(r):
			i += size
		case isWordRune(r):
			i = w.word(i)
		default:
			i = w.mark(i, r, size)
		}
	}
}

// rune decodes the character at i; utf8.RuneError with size 0 at the end.
func (w *words) rune(i int) (rune, int) {
	if i >= w.para.End {
		return utf8.RuneError, 0
	}
	if c := w.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(w.text[i:w.para.End])
}

// before decodes the character that ends at i; utf8.RuneError with size 0 at
// the start of the paragraph.
func (w *words) before(i int) (rune, int) {
	if i <= w.para.Start {
		return utf8.RuneError, 0
	}
	if c := w.text[i-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeLastRuneInString(w.text[w.para.Start:i])
}

// byteAt is the byte at i, 0 outside the paragraph.
func (w *words) byteAt(i int) byte {
	if i < w.para.Start || i >= w.para.End {
		return 0
	}
	return w.text[i]
}

// word appends the word at i, split at clitics, and returns its end.
func (w *words) word(i int) int {
	if end := w.address(i); end > i {
		w.add(i, end)
		return end
	}
	end := w.wordEnd(i)
	if w.byteAt(end) == '.' && w.byteAt(end+1) != '.' && w.keepsStop(i, end) {
		end++
	}
	w.addWithClitics(i, end)
	return end
}

// wordEnd finds where the word that starts at i ends, without a final stop.
func (w *words) wordEnd(i int) int {
	part := i // start of the part after the last stop or hyphen
	for at := i; ; {
		r, size := w.rune(at)
		if isWordRune(r) {
			at += size
			continue
		}
		if size == 0 || !w.joins(part, at, r, size) {
			return at
		}
		at += size
		if r == '.' || r == '-' {
			part = at
		}
	}
}

// joins reports whether the mark r at position at stands inside a word, whose
// part since the last stop or hyphen begins at part.
func (w *words) joins(part, at int, r rune, size int) bool {
	next, _ := w.rune(at + size)
	if !isWordRune(next) {
		return false
	}
	last, _ := w.before(at)
	digits := isDigit(last) && isDigit(next)
	switch r {
	case '.':
		return digits || unicode.IsLetter(next) && w.dotted(part, at)
	case ',':
		return digits && w.thousands(at+1)
	case ':', '/':
		return digits
	case '\'', '’':
		return unicode.IsLetter(last) && unicode.IsLetter(next) || isDigit(last) && (next == 's' || next == 'S')
	case '&':
		return unicode.IsUpper(last) && unicode.IsUpper(next)
	case '-':
		return w.hyphenates(part, at)
	case '*':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	}
	return false
}

// dotted reports whether the stop at position at stands inside a word: "U.S",
// "example.com", "Ph.D".
func (w *words) dotted(part, at int) bool {
	if utf8.RuneCountInString(w.text[part:min(at, part+utf8.UTFMax)]) == 1 && at-part <= utf8.UTFMax {
		return true
	}
	end := at + 1
	for end < w.para.End && isAlnum(w.text[end]) {
		end++
	}
	const longestEnding = 5
	if end-at-1 > longestEnding {
		return false
	}
	return nameEndings[strings.ToLower(w.text[at+1:end])] || w.text[part:at] == "Ph"
}

// thousands reports whether three digits and no more follow at i.
func (w *words) thousands(i int) bool {
	for n := range 3 {
		if c := w.byteAt(i + n); c < '0' || c > '9' {
			return false
		}
	}
	c := w.byteAt(i + 3)
	return c < '0' || c > '9'
}

// hyphenates reports whether the hyphen at position at stays inside its word:
// after a prefix ("co-owner") and in dates ("2024-05-17").
func (w *words) hyphenates(part, at int) bool {
	const longestPrefix = 7
	if at-part <= longestPrefix && prefixes[strings.ToLower(w.text[part:at])] {
		return true
	}
	return isDate(w.text[part:min(part+10, w.para.End)]) || part >= 5 && isDate(w.text[part-5:min(part+5, w.para.End)])
}

// isDate reports whether s reads like 2024-05-17.
func isDate(s string) bool {
	if len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if i == 4 || i == 7 {
			if s[i] != '-' {
				return false
			}
		} else if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// keepsStop reports whether the stop after the word [i, end) belongs to it.
func (w *words) keepsStop(i, end int) bool {
	word := w.text[i:end]
	if kind, ok := abbreviation(word); ok {
		return kind != beforeNumber || isDigit(rune(w.nextVisible(end+1)))
	}
	r, size := utf8.DecodeRuneInString(word)
	if size < len(word) {
		return strings.IndexByte(word, '.') == size && unicode.IsLetter(r)
	}
	if !unicode.IsUpper(r) || !startsUpper(w.text[end+1:w.para.End]) {
		return false
	}
	return r != 'I' || w.afterCapital(i)
}

// afterCapital reports whether the word before i on the same line begins with
// a capital.
func (w *words) afterCapital(i int) bool {
	if n := len(*w.out); n > 0 && (*w.out)[n-1].Span.Start >= w.para.Start && (*w.out)[n-1].Span.End < i {
		return startsUpper((*w.out)[n-1].Word)
	}
	return false
}

// nextVisible is the first byte at or after i that is not a blank.
func (w *words) nextVisible(i int) byte {
	for i < w.para.End && w.text[i] == ' ' {
		i++
	}
	return w.byteAt(i)
}

// startsUpper reports whether the first letter after blanks is a capital.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0"))
	return unicode.IsUpper(r)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlnum(byte(r)) || r == '_'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u200d')
}

func isAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
