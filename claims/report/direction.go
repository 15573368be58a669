package report

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// flow tells how text that runs from right to left in parts is shown: the form
// of each character and its level, as in the Unicode bidirectional algorithm
// (Unicode Standard Annex 9): even levels run to the right, odd ones to the
// left. A nil flow is text that runs to the right throughout.
type flow struct {
	shown  []rune // 0 for a character that the one before it shows as well
	levels []byte
	base   byte // the level of the paragraph
	at     int
}

// flowOf looks at the characters of a paragraph. One of the report's own runs
// to the right, whatever name it begins with; of others the first letter
// decides.
func flowOf(text []rune, own bool) *flow {
	if !slices.ContainsFunc(text, leftward) {
		return nil
	}
	plain := make([]rune, len(text))
	for i, r := range text {
		if unicode.IsSpace(r) {
			r = ' '
		}
		plain[i] = r
	}
	f := &flow{shown: shaped(plain), levels: make([]byte, len(text)), base: baseOf(plain)}
	const rightward, mark = "\u200e", 1
	ahead := 0
	whole := string(plain)
	if own {
		f.base, ahead, whole = 0, mark, rightward+whole
	}
	var p bidi.Paragraph
	if _, err := p.SetString(whole); err != nil {
		return nil
	}
	order, err := p.Order()
	if err != nil {
		return nil
	}
	afterLeftward := false
	for i := range order.NumRuns() {
		run := order.Run(i)
		from, last := run.Pos()
		from, to := max(from-ahead, 0), last+1-ahead
		switch {
		case run.Direction() == bidi.RightToLeft:
			f.set(from, to, 1)
		case f.base == 1:
			f.set(from, to, 2)
		case afterLeftward: // a number in text that runs to the left
			f.set(from, from+numberAt(plain[from:to]), 2)
		}
		afterLeftward = run.Direction() == bidi.RightToLeft
	}
	return f
}

func (f *flow) set(from, to int, level byte) {
	for i := from; i < to; i++ {
		f.levels[i] = level
	}
}

// next gives the form and the level of the next character of the paragraph.
func (f *flow) next(r rune) (shown rune, level byte) {
	if f == nil {
		return r, 0
	}
	i := f.at
	f.at++
	return f.shown[i], f.levels[i]
}

func classOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// leftward reports whether a character runs from right to left.
func leftward(r rune) bool {
	const firstHebrew = 0x590
	return r >= firstHebrew && (classOf(r) == bidi.R || classOf(r) == bidi.AL)
}

// baseOf is the level of a paragraph: that of its first letter.
func baseOf(text []rune) byte {
	for _, r := range text {
		switch classOf(r) {
		case bidi.L:
			return 0
		case bidi.R, bidi.AL:
			return 1
		}
	}
	return 0
}

// numberAt is the length of the number that text begins with.
func numberAt(text []rune) int {
	length := 0
	for i, r := range text {
		switch classOf(r) {
		case bidi.EN, bidi.AN:
			length = i + 1
		case bidi.ES, bidi.ET, bidi.CS, bidi.NSM:
		default:
			return length
		}
	}
	return length
}

// linePart is a stretch of a line: a run, or a blank.
type linePart struct {
	run   *glyphRun
	blank float64
	level byte
}

// visual puts the words of a line in the order in which they stand on paper,
// from left to right (rule L2 of the algorithm).
func visual(line []word) []word {
	var parts []linePart
	var highest byte
	for i := range line {
		w := &line[i]
		for j := range w.runs {
			parts = append(parts, linePart{run: &w.runs[j], level: w.runs[j].level})
			highest = max(highest, w.runs[j].level)
		}
		if i < len(line)-1 && w.space > 0 { // not where a word is merely divided
			parts = append(parts, linePart{blank: w.space, level: w.blankLevel})
		}
	}
	if highest == 0 {
		return line
	}
	for level := highest; level > 0; level-- {
		for from := 0; from < len(parts); from++ {
			to := from
			for to < len(parts) && parts[to].level >= level {
				to++
			}
			slices.Reverse(parts[from:to])
			from = max(from, to)
		}
	}
	out := []word{{}}
	for _, p := range parts {
		if p.run == nil {
			out[len(out)-1].space += p.blank
			continue
		}
		run := *p.run
		if run.level%2 == 1 {
			run.text = reversed(run.text)
		}
		out = append(out, word{runs: []glyphRun{run}, width: run.width})
	}
	return out
}

// mirrored are the marks that turn round in text that runs to the left.
var mirrored = map[rune]rune{
	'(': ')', '[': ']', '{': '}', '<': '>', '«': '»', '‹': '›',
	')': '(', ']': '[', '}': '{', '>': '<', '»': '«', '›': '‹',
}

// reversed turns text round; accents and points stay behind their letter.
func reversed(text string) string {
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	for to := len(runes); to > 0; {
		from := to - 1
		for from > 0 && unicode.Is(unicode.Mn, runes[from]) {
			from--
		}
		for _, r := range runes[from:to] {
			if m, ok := mirrored[r]; ok {
				r = m
			}
			out = append(out, r)
		}
		to = from
	}
	return string(out)
}
