package pdftext

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// raisedZero is the digit 0 set small and above its line, as the mark of a
// footnote is, in the text of a line. The other digits follow it. The
// characters are of Unicode's private use and leave the text with lower.
const raisedZero = '\uE0F0'

// raise gives the text of a glyph of the line: a digit that is set small and
// above it is raised.
func (l line) raise(g glyph) string {
	const small, above = 0.8, 0.15
	if len(g.text) == 1 && '0' <= g.text[0] && g.text[0] <= '9' && g.size < small*l.size && g.y-l.y > above*l.size {
		return string(raisedZero + rune(g.text[0]-'0'))
	}
	return g.text
}

// raisedDigits is a mark, or an exponent, in the text of a line.
var raisedDigits = regexp.MustCompile(`[\x{E0F0}-\x{E0F9}]+`)

// plain is a text whose raised digits are digits.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if raisedZero <= r && r <= raisedZero+9 {
			return '0' + r - raisedZero
		}
		return r
	}, s)
}

// lower takes the marks of footnotes off the text, and makes digits of all others
// that are raised: the exponent of m² and the mark that begins a note.
func lower(blocks []Block, marks map[string]bool) {
	for i := range blocks {
		b := &blocks[i]
		var out strings.Builder
		end := 0
		for _, at := range raisedDigits.FindAllStringIndex(b.Text, -1) {
			before, mark := b.Text[:at[0]], plain(b.Text[at[0]:at[1]])
			out.WriteString(b.Text[end:at[0]])
			if before == "" || !marks[mark] && !endsWord(before) {
				out.WriteString(mark)
			}
			end = at[1]
		}
		out.WriteString(b.Text[end:])
		b.Text = strings.TrimSpace(out.String())
	}
}

// endsWord reports whether a text ends with a sentence, a quotation or a whole
// word, behind which a raised number is a mark and no exponent.
func endsWord(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune(".,;:!?\"'”’»)", last) {
		return true
	}
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return unicode.IsLower(last) && utf8.RuneCountInString(word) >= 4
}
