package reader

import (
	"unicode"
	"unicode/utf8"
)

// wordAt is the word around an offset: letters and digits with what joins
// them, or a run of other characters of one kind.
func wordAt(text string, at int) Span {
	at = min(max(at, 0), len(text))
	if at == len(text) && at > 0 {
		at = before(text, at)
	}
	c, _ := utf8.DecodeRuneInString(text[at:])
	kind := kindOf(c)
	s := Span{at, at}
	for s.Start > 0 {
		prev := before(text, s.Start)
		if c, _ := utf8.DecodeRuneInString(text[prev:]); kindOf(c) != kind {
			break
		}
		s.Start = prev
	}
	for s.End < len(text) {
		c, size := utf8.DecodeRuneInString(text[s.End:])
		if kindOf(c) != kind {
			break
		}
		s.End += size
	}
	return s
}

type kind int

const (
	space kind = iota
	word
	lineFeed
	other
)

func kindOf(c rune) kind {
	switch {
	case c == '\n':
		return lineFeed
	case unicode.IsSpace(c):
		return space
	case unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsMark(c), c == '\'', c == '’', c == '_':
		return word
	}
	return other
}

// paragraphAt is the paragraph around an offset, without its line feed.
func paragraphAt(text string, at int) Span {
	s := Span{min(at, len(text)), min(at, len(text))}
	for s.Start > 0 && text[s.Start-1] != '\n' {
		s.Start--
	}
	for s.End < len(text) && text[s.End] != '\n' {
		s.End++
	}
	return s
}

// before is the offset of the character before an offset.
func before(text string, at int) int {
	if at <= 0 {
		return 0
	}
	_, size := utf8.DecodeLastRuneInString(text[:at])
	return at - size
}

// after is the offset behind the character at an offset.
func after(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	return at + size
}

// wordBefore is the start of the word before an offset.
func wordBefore(text string, at int) int {
	at = before(text, at)
	for at > 0 {
		if s := wordAt(text, at); kindAt(text, at) == word {
			return s.Start
		}
		at = before(text, at)
	}
	return at
}

// wordAfter is the end of the word after an offset.
func wordAfter(text string, at int) int {
	for at < len(text) {
		if kindAt(text, at) == word {
			return wordAt(text, at).End
		}
		at = after(text, at)
	}
	return at
}

func kindAt(text string, at int) kind {
	c, _ := utf8.DecodeRuneInString(text[at:])
	return kindOf(c)
}
