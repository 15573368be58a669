package claims

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes [Start, End) of one frozen text, on rune
// boundaries. Statements, highlights, selections, evidence and excerpts are
// all spans.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// In returns the words of the span. The span must be valid for text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Check tells why the span cannot be a span of text, or nil when it can.
func (s Span) Check(text string) error {
	switch {
	case s.Start < 0 || s.End > len(text) || s.Start > s.End:
		return Invalid("span", Say("error.liesOutsideText", "%d-%d lies outside the text of %d bytes", s.Start, s.End, len(text)))
	case !boundary(text, s.Start) || !boundary(text, s.End):
		return Invalid("span", Say("error.cutsCharacterIn", "%d-%d cuts a character in two", s.Start, s.End))
	}
	return nil
}

func boundary(text string, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at])
}

// Trim returns the span without white space at either end.
func (s Span) Trim(text string) Span {
	words := text[s.Start:s.End]
	s.Start += len(words) - len(strings.TrimLeft(words, " \t\r\n\u00a0"))
	s.End = s.Start + len(strings.Trim(words, " \t\r\n\u00a0"))
	return s
}

// Cover is the smallest span that holds all the given ones; the zero span
// where there are none.
func Cover(spans []Span) Span {
	if len(spans) == 0 {
		return Span{}
	}
	out := spans[0]
	for _, s := range spans[1:] {
		out.Start = min(out.Start, s.Start)
		out.End = max(out.End, s.End)
	}
	return out
}

// Quote joins the words of the spans with one space: what a statement that
// consists of several spans reads like.
func Quote(text string, spans []Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.In(text)
	}
	return strings.Join(parts, " ")
}

// Runes converts between byte offsets, which are used inside, and offsets in
// Unicode code points, which are used in every interchange format. It costs
// one entry for every 64 characters of the text, none where it is plain ASCII.
type Runes struct {
	text  string
	ascii bool
	marks []int // byte offset of every 64th code point
}

const runesPerMark = 64

// NewRunes reads the text once.
func NewRunes(text string) *Runes {
	r := &Runes{text: text, ascii: true}
	n := 0
	for i := range text {
		if n%runesPerMark == 0 {
			r.marks = append(r.marks, i)
		}
		n++
	}
	if n == len(text) {
		r.marks = nil
		return r
	}
	r.ascii = false
	return r
}

// FromByte gives the number of code points before the byte offset.
func (r *Runes) FromByte(at int) int {
	if r.ascii {
		return at
	}
	m := sort.SearchInts(r.marks, at+1) - 1
	if m < 0 {
		return 0
	}
	return m*runesPerMark + utf8.RuneCountInString(r.text[r.marks[m]:at])
}

// ToByte gives the byte offset of the code point with this index, and the
// length of the text for every index past its end.
func (r *Runes) ToByte(index int) int {
	if r.ascii {
		return min(index, len(r.text))
	}
	m := index / runesPerMark
	if m >= len(r.marks) {
		return len(r.text)
	}
	at := r.marks[m]
	for n := index - m*runesPerMark; n > 0 && at < len(r.text); n-- {
		_, size := utf8.DecodeRuneInString(r.text[at:])
		at += size
	}
	return at
}

// Points converts a span of bytes into one of code points.
func (r *Runes) Points(s Span) Span { return Span{r.FromByte(s.Start), r.FromByte(s.End)} }

// Bytes converts a span of code points into one of bytes.
func (r *Runes) Bytes(s Span) Span { return Span{r.ToByte(s.Start), r.ToByte(s.End)} }
