package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// datelineEnd is the first token after the dateline that a paragraph begins
// with, or the first of the paragraph where it has none. A dateline is a place
// in capitals, or a place with an agency in brackets, and perhaps a day, up to
// a dash: "PORT SORREL, Nov. 4 (Coastal Wire) —". It is a sentence of its own,
// for what follows it is one.
func (s *splitter) datelineEnd(p Range) int {
	const longest = 18
	shouted, agency := s.shouted(p.First), false
	for i := p.First; i < p.Last-1 && i < p.First+longest; i++ {
		word := s.doc.Tokens[i].Word
		switch {
		case i > p.First && s.dash(i):
			if (shouted || agency) && s.opensSentence(i+1, p.Last) {
				return i + 1
			}
			return p.First
		case word == ")":
			agency = true
		case strings.Trim(word, ".,/(") == "" && !isStop(word):
		case !s.inDateline(word):
			return p.First
		}
	}
	return p.First
}

// inDateline reports whether the word may stand in a dateline: a name, a
// number, or a small word of a name.
func (s *splitter) inDateline(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if unicode.IsUpper(r) || unicode.IsDigit(r) {
		return true
	}
	switch word {
	case "de", "la", "del", "du", "of", "the", "and", "upon", "’s", "'s", "am", "sur":
		return true
	}
	return false
}

// shouted reports whether the token is a place in capitals.
func (s *splitter) shouted(i int) bool {
	word := s.doc.Tokens[i].Word
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 3 || letters == 2 && i+1 < len(s.doc.Tokens) && letters == len(word)
}

// dash reports whether the token is a dash that stands free.
func (s *splitter) dash(i int) bool {
	t := s.doc.Tokens[i]
	switch t.Word {
	case "—", "–", "--", "―":
		return true
	case "-":
		return t.Span.Start > s.doc.Tokens[i-1].Span.End && i+1 < len(s.doc.Tokens) && s.doc.Tokens[i+1].Span.Start > t.Span.End
	}
	return false
}

// opensSentence reports whether a sentence begins at i, perhaps with an
// opening mark.
func (s *splitter) opensSentence(i, end int) bool {
	first := s.firstWord(i, end)
	return first >= 0 && beginsSentence(s.doc.Tokens[first].Word)
}
