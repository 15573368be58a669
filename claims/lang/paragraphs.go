package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
)

// The widths, in characters, between which lines count as wrapped by hand.
const (
	narrowest = 40
	widest    = 110
)

// line is one line of the text without its line end.
type line struct {
	span  claims.Span
	width int // in characters, without white space at the ends
	blank bool
}

// paragraphs cuts the text at blank lines and at single line ends, except
// those that only wrap a line: a line end is a wrap where the next word would
// not have fitted into the width of the text, or where the sentence plainly
// goes on. The spans cover everything but line ends and blank lines.
func paragraphs(text string) []claims.Span {
	lines := splitLines(text)
	width := wrapWidth(text, lines)
	var out []claims.Span
	open := false // the last paragraph may take another line
	for i, l := range lines {
		if l.blank {
			open = false
			continue
		}
		if open && continues(text, lines[i-1], l, width) {
			out[len(out)-1].End = l.span.End
			continue
		}
		out = append(out, l.span)
		open = true
	}
	return out
}

// splitLines cuts the text at every kind of line end.
func splitLines(text string) []line {
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	start := 0
	for i := 0; i < len(text); {
		if c := text[i]; c > '\r' && c < utf8.RuneSelf {
			i++
			continue
		}
		size := lineEnd(text, i)
		if size == 0 {
			i++
			continue
		}
		lines = append(lines, newLine(text, start, i))
		i += size
		start = i
	}
	return append(lines, newLine(text, start, len(text)))
}

func newLine(text string, start, end int) line {
	words := strings.TrimFunc(text[start:end], isSpace)
	return line{span: claims.Span{Start: start, End: end}, width: utf8.RuneCountInString(words), blank: words == ""}
}

// lineEnd is the length in bytes of the line end at i, 0 where there is none.
func lineEnd(text string, i int) int {
	switch text[i] {
	case '\n', '\v', '\f':
		return 1
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2
		}
		return 1
	case 0xE2: // U+2028 and U+2029, the line and the paragraph separator
		if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
			return 3
		}
	}
	return 0
}

// wrapWidth is the width that the lines of the text were wrapped to by hand,
// 0 where they were not: most lines that are followed by another could not
// have taken the first word of it.
func wrapWidth(text string, lines []line) int {
	width, over, inner := 0, 0, 0
	for i, l := range lines {
		if l.width > widest {
			over++
		} else {
			width = max(width, l.width)
		}
		if i+1 < len(lines) && !l.blank && !lines[i+1].blank {
			inner++
		}
	}
	if width < narrowest || inner == 0 || over*10 > inner {
		return 0
	}
	full := 0
	for i := 0; i+1 < len(lines); i++ {
		if !lines[i].blank && !lines[i+1].blank && isFull(text, lines[i], lines[i+1], width) {
			full++
		}
	}
	if full*3 < inner*2 {
		return 0
	}
	return width
}

// isFull reports whether the first word of the next line would have made this
// line wider than the rest of the text; ragged lines are given some room.
func isFull(text string, l, next line, width int) bool {
	const room = 6
	word := 0
	for _, r := range strings.TrimLeftFunc(next.span.In(text), isSpace) {
		if isSpace(r) {
			break
		}
		word++
	}
	return l.width+1+word > width-room
}

// continues reports whether the line goes on with the paragraph of the line
// before it.
func continues(text string, before, l line, width int) bool {
	words := strings.TrimLeftFunc(l.span.In(text), isSpace)
	if startsItem(words) {
		return false
	}
	if width > 0 {
		return isFull(text, before, l, width)
	}
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(before.span.In(text), isSpace))
	return unicode.IsLower(first) && (unicode.IsLetter(last) || last == ',') && before.width >= narrowest/2
}

// startsItem reports whether the words open an item of a list, a turn of a
// transcript or a line of dialogue.
func startsItem(words string) bool {
	first, size := utf8.DecodeRuneInString(words)
	rest := words[size:]
	switch {
	case strings.ContainsRune("•‣▪●·*-–—―>", first):
		return true
	case first >= '0' && first <= '9':
		rest = strings.TrimLeft(rest, "0123456789")
		return strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")
	case (first == 'Q' || first == 'A') && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ". ")):
		return true
	}
	return startsTurn(words)
}

// startsTurn reports whether the words open with a name in capitals and a
// colon, as the turns of a transcript do.
func startsTurn(words string) bool {
	const longest = 40
	letters := 0
	for i, r := range words {
		switch {
		case r == ':':
			return letters > 1
		case i > longest || unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		}
	}
	return false
}

// isSpace reports white space and the marks without width that texts from the
// web carry.
func isSpace(r rune) bool {
	switch r {
	case '\u200b', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r)
}
