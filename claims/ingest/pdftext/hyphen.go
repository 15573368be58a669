package pdftext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// compounds begin words that keep their hyphen.
var compounds = []string{
	"self", "well", "mid", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "year", "left", "far", "wide", "low", "high", "short", "fast", "slow", "full",
}

// glue joins a line to the text before it. A hyphen at the end of a line goes
// where it parts a word, and stays where it belongs to it.
func (s *setter) glue(text, next string) string {
	last, size := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	stem := text[:len(text)-size]
	before, _ := utf8.DecodeLastRuneInString(stem)
	switch {
	case last == '\u00ad' || last == '\u2010' && unicode.IsLetter(before):
		if last == '\u2010' && !unicode.IsLower(first) {
			return stem + "-" + next
		}
		return stem + next
	case last != '-' || !unicode.IsLetter(before) && !unicode.IsDigit(before):
		return text + " " + next
	case s.whole || !unicode.IsLower(first) || !unicode.IsLetter(before) || s.compound(stem, next):
		return text + next
	}
	return stem + next
}

// compound reports whether a word that is parted at the end of a line has a
// hyphen of its own: the document has it elsewhere, or it begins like one.
func (s *setter) compound(stem, next string) bool {
	head := stem[strings.LastIndexByte(stem, ' ')+1:]
	tail, _, _ := strings.Cut(next, " ")
	trim := func(w string) string { return strings.ToLower(strings.Trim(w, `.,;:!?"'“”‘’()[]`)) }
	head, tail = trim(head), trim(tail)
	switch {
	case s.words[head+"-"+tail]:
		return true
	case s.words[head+tail]:
		return false
	}
	return slices.Contains(compounds, head) && utf8.RuneCountInString(tail) > 3
}
