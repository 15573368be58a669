package report

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// contextSize is how much is shown on either side of a quotation, in bytes: a
// paragraph's sentences, and not the whole of a text that has no paragraphs.
const contextSize = 360

// context puts the words around a quotation that is shown with them. Where they
// bring the quotation marks, the report adds none.
func (c *composer) context(q *quotation, s *Statement) {
	before, after := clipBefore(oneLine(s.Before)), clipAfter(oneLine(s.After))
	open, _ := utf8.DecodeLastRuneInString(before)
	if marks, ok := pairs[open]; ok && strings.ContainsRune(marks, firstRune(after)) {
		blank := ""
		if open == '«' && s.Source != nil && s.Source.Language == "fr" {
			blank = "\u00a0"
		}
		q.before, q.text, q.after = before+blank, oneLine(s.Text), blank+after
		return
	}
	q.before, q.after = beside(before, after)
}

// pairs are the marks that close what a mark opens, in the languages that use
// them in one way or the other.
var pairs = map[rune]string{'“': "”", '„': "“”", '«': "»", '»': "«", '‘': "’", '‚': "‘’", '”': "”", '"': `"`, '「': "」", '『': "』"}

// beside puts the blank back between a quotation and the words around it,
// except where a mark of punctuation joins them.
func beside(before, after string) (string, string) {
	if last, _ := utf8.DecodeLastRuneInString(before); before != "" && !strings.ContainsRune("([{“„‚¿¡", last) {
		before += " "
	}
	if after != "" && !strings.ContainsRune(".,;:!?)]}”’…", firstRune(after)) {
		after = " " + after
	}
	return before, after
}

// sentenceBreak is the end of a sentence with the blank behind it.
var sentenceBreak = regexp.MustCompile(`[.!?…]["'”’“»)]*\s`)

// clipBefore keeps the last sentences of what stands before a quotation.
func clipBefore(s string) string {
	if len(s) <= contextSize {
		return s
	}
	tail := strings.ToValidUTF8(s[len(s)-contextSize:], "")
	at := sentenceBreak.FindStringIndex(tail)
	if at == nil {
		at = []int{0, strings.IndexByte(tail, ' ') + 1}
	}
	return "… " + tail[at[1]:]
}

// clipAfter keeps the first sentences of what stands behind one.
func clipAfter(s string) string {
	if len(s) <= contextSize {
		return s
	}
	head := strings.ToValidUTF8(s[:contextSize], "")
	end := strings.LastIndexByte(head, ' ')
	if all := sentenceBreak.FindAllStringIndex(head, -1); len(all) > 0 {
		end = all[len(all)-1][1]
	}
	return strings.TrimRight(head[:max(end, 0)], " ") + " …"
}
