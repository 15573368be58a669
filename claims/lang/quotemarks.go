package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// family groups the marks that can pair with each other.
type family uint8

const (
	doubleMarks family = iota
	singleMarks
	guillemets
	singleGuillemets
	dashes
	families
)

// facing is what the text around a mark says about its direction.
type facing uint8

const (
	unclear  facing = iota
	forward         // a space before it, a word after it: it looks like an opening mark
	backward        // a word before it, a space or a mark after it
)

// mark is one token that may open or close a quotation.
type mark struct {
	token   int
	word    string
	family  family
	facing  facing
	reopens bool // never closes: “ „ ‘ «
	seals   bool // closes by its form: ” ’ »
	after   byte // kind of the character before it: 's' for s, '0' for a digit, '.' for punctuation
	tight   bool // followed by punctuation or the end of its paragraph
	ahead   ahead
}

// ahead is what follows the mark in its paragraph, the mark included, among
// the marks of its family.
type ahead struct {
	marks   int // how many
	surplus int // how many more look like closing than like opening
	next    facing
	closer  closer // the best closing mark before the next opening one, after this one
}

// closer grades the closing marks that follow a mark.
type closer uint8

const (
	noCloser closer = iota
	fairCloser
	goodCloser // beside punctuation, so hardly an apostrophe
)

func (m *mark) style() Style {
	switch {
	case strings.ContainsAny(m.word, "„‚‟"):
		return Low
	case m.family == singleMarks:
		return Single
	case m.family == guillemets || m.family == singleGuillemets:
		return Guillemet
	}
	return Double
}

// mustClose reports whether the mark can only end a quotation from an earlier
// paragraph.
func (m *mark) mustClose() bool {
	return m.facing == backward || m.seals && m.facing != forward
}

// quoteFamily tells whether a token is a quotation mark, and of which family.
func quoteFamily(word string) (family, bool) {
	switch word {
	case "\"", "“", "”", "„", "‟", "``", "''", "’’", "‘‘":
		return doubleMarks, true
	case "'", "’", "‘", "‚", "‛", "`":
		return singleMarks, true
	case "«", "»":
		return guillemets, true
	case "‹", "›":
		return singleGuillemets, true
	}
	return 0, false
}

// findMarks collects the marks of the text; the marks of paragraph i lie
// between the places i and i+1 that it returns.
func (p *pairing) findMarks() []int {
	starts := make([]int, 0, len(p.doc.Paragraphs)+1)
	for _, paragraph := range p.doc.Paragraphs {
		starts = append(starts, len(p.marks))
		for t := paragraph.First; t < paragraph.Last; t++ {
			if f, ok := quoteFamily(p.doc.Tokens[t].Word); ok {
				word := p.doc.Tokens[t].Word
				p.marks = append(p.marks, mark{
					token: t, word: word, family: f,
					reopens: strings.ContainsAny(word, "“„‟‘«‹") || word == "``",
					seals:   strings.ContainsAny(word, "”’»›") || word == "''",
				})
			}
		}
		marks := p.marks[starts[len(starts)-1]:]
		p.face(paragraph, marks)
		lookAhead(marks)
	}
	return append(starts, len(p.marks))
}

// face tells for every mark of a paragraph which way it looks. A mark beside
// another mark looks the same way as that one.
func (p *pairing) face(paragraph Range, marks []mark) {
	text := p.doc.Text
	span := p.doc.Span(paragraph)
	freeLeft := make([]bool, len(marks))  // a word could begin here
	freeRight := make([]bool, len(marks)) // a word could end here
	for i := range marks {
		at := p.doc.Tokens[marks[i].token].Span.Start
		before, size := utf8.DecodeLastRuneInString(text[span.Start:at])
		freeLeft[i] = size == 0 || isSpace(before) || strings.ContainsRune("([{<—–-/", before)
		if i > 0 && p.doc.Tokens[marks[i-1].token].Span.End == at {
			freeLeft[i] = freeLeft[i-1]
			marks[i].after = marks[i-1].after
			continue
		}
		marks[i].after = kindBefore(before, size)
	}
	for i := len(marks) - 1; i >= 0; i-- {
		at := p.doc.Tokens[marks[i].token].Span.End
		after, size := utf8.DecodeRuneInString(text[at:span.End])
		freeRight[i] = size == 0 || isSpace(after) || strings.ContainsRune(".,;:!?)]}>—–-…/", after)
		marks[i].tight = size == 0 || strings.ContainsRune(".,;:!?)]}…—–", after)
		if i+1 < len(marks) && p.doc.Tokens[marks[i+1].token].Span.Start == at {
			freeRight[i] = freeRight[i+1]
			marks[i].tight = marks[i+1].tight
		}
		switch {
		case freeLeft[i] && !freeRight[i]:
			marks[i].facing = forward
		case freeRight[i] && !freeLeft[i]:
			marks[i].facing = backward
		}
	}
}

// kindBefore sorts the character before a mark: 's' for s and z, '0' for
// digits, '.' for punctuation, 'a' for other letters, ' ' for the rest.
func kindBefore(r rune, size int) byte {
	switch {
	case size == 0 || isSpace(r):
		return ' '
	case strings.ContainsRune("sSzZxX", r):
		return 's'
	case isDigit(r):
		return '0'
	case unicode.IsLetter(r):
		return 'a'
	}
	return '.'
}

// lookAhead fills ahead of the marks of one paragraph.
func lookAhead(marks []mark) {
	var seen [families]ahead
	for i := len(marks) - 1; i >= 0; i-- {
		m := &marks[i]
		a := &seen[m.family]
		facing := m.facing
		m.ahead = *a
		a.marks++
		a.next = facing
		switch facing {
		case forward:
			a.surplus--
			a.closer = noCloser
		case backward:
			a.surplus++
			grade := fairCloser
			if m.after == '.' || m.after == 'a' || m.tight {
				grade = goodCloser
			}
			a.closer = max(a.closer, grade)
		}
		m.ahead.marks, m.ahead.surplus = a.marks, a.surplus
	}
}
