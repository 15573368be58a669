package reader

import (
	"unicode"
	"unicode/utf8"
)

// Span is a half-open range of bytes of the text.
type Span struct{ Start, End int }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether an offset lies in the span.
func (s Span) Contains(at int) bool { return s.Start <= at && at < s.End }

// cut is the part that s and o share; it is empty where they share nothing.
func (s Span) cut(o Span) Span { return Span{max(s.Start, o.Start), min(s.End, o.End)} }

// line is one line as it is shown.
type line struct {
	Span              // with the white space at its end, without the line feed
	shown     int     // where the white space at its end begins
	paragraph int     // counted from 0; lines between paragraphs belong to none
	first     bool    // of its paragraph
	title     bool    // in the face of the title
	y         float32 // of its upper edge, from the upper edge of the text
}

// paragraphs gives the spans between line feeds that hold more than white
// space.
func paragraphs(text string) []Span {
	var out []Span
	start := 0
	for start <= len(text) {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if p := (Span{start, end}); !blank(text[start:end]) {
			out = append(out, p)
		}
		start = end + 1
	}
	return out
}

func blank(s string) bool {
	for _, c := range s {
		if !unicode.IsSpace(c) {
			return false
		}
	}
	return true
}

// breakLines cuts a paragraph into lines no wider than width, at white space,
// after hyphens and dashes, and between ideographs. White space hangs over the
// end of a line. A word wider than a line is cut between characters. The lines
// put together are the paragraph.
func breakLines(text string, p Span, width float32, advance func(rune) float32) []line {
	var out []line
	start, fit := p.Start, -1 // fit is the last place where the line may end
	var x, xFit float32       // the width up to here and up to fit
	cut := func(end int) {
		out = append(out, line{Span: Span{start, end}, shown: trimEnd(text, start, end)})
		start = end
	}
	for at := p.Start; at < p.End; {
		c, size := utf8.DecodeRuneInString(text[at:])
		w := advance(c)
		for x+w > width && !hangs(c) && at > start {
			if fit > start {
				cut(fit)
				x -= xFit
			} else {
				cut(at)
				x = 0
			}
			fit = -1
		}
		at += size
		x += w
		if breakAfter(c) && at < p.End {
			fit, xFit = at, x
		}
	}
	if start < p.End {
		cut(p.End)
	}
	return out
}

// hangs reports whether a character may stand over the end of a line: white
// space at which a line may end.
func hangs(c rune) bool { return unicode.IsSpace(c) && c != '\u00a0' && c != '\u202f' }

// breakAfter reports whether a line may end after a character.
func breakAfter(c rune) bool {
	switch c {
	case ' ', '\t', '-', '–', '—', '‐', '/', '\u200b', '\u2003', '\u2002', '\u2009':
		return true
	case '\u00a0', '\u202f', '\u2011':
		return false
	}
	if c < 0x2e80 { // no ideographs below
		return false
	}
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func trimEnd(text string, start, end int) int {
	for end > start {
		c, size := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(c) {
			break
		}
		end -= size
	}
	return end
}
