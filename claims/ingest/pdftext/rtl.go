package pdftext

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A page shows its glyphs where they stand, from left to right, also where the
// script is read the other way. Such a page is mirrored before anything else is
// done: lines, columns, indents and short last lines are then those of a script
// that is read from left to right. What is read so within it, numbers and
// words of other scripts, is turned again in each line.

// readFromRight reports whether most letters of a page are of a script that is
// read from right to left.
func readFromRight(glyphs []glyph) bool {
	right, left := 0, 0
	for _, g := range glyphs {
		switch r, _ := utf8.DecodeRuneInString(g.text); {
		case rightToLeft(r):
			right++
		case unicode.IsLetter(r):
			left++
		}
	}
	return right > left
}

func rightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// mirror turns a page around and puts its glyphs into the order in which they
// are read. Letters in the forms that they take within a word become themselves.
func mirror(glyphs []glyph) []glyph {
	out := slices.Clone(glyphs)
	for i := range out {
		g := &out[i]
		g.x = -(g.x + g.w)
		if r, _ := utf8.DecodeRuneInString(g.text); r >= 0xfb1d && r <= 0xfefc {
			g.text = norm.NFKC.String(g.text)
		}
	}
	slices.SortStableFunc(out, func(a, b glyph) int { return cmp.Compare(b.y, a.y) })
	for from := 0; from < len(out); {
		to := from + 1
		for to < len(out) && math.Abs(out[from].y-out[to].y) < sameBase*max(out[from].size, out[to].size) {
			to++
		}
		slices.SortStableFunc(out[from:to], func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
		from = to
	}
	return out
}

// turned turns the runs of a mirrored line that are read from left to right.
func turned(line string) string {
	runes := []rune(line)
	for from := 0; from < len(runes); from++ {
		if !leftToRight(runes[from]) {
			continue
		}
		end := from + 1
		for to := end; to < len(runes) && !rightToLeft(runes[to]); to++ {
			if leftToRight(runes[to]) {
				end = to + 1
			}
		}
		slices.Reverse(runes[from:end])
		if from > 0 && closes[runes[from-1]] != 0 && leavesOpen(runes[from:end], closes[runes[from-1]], runes[from-1]) {
			last := runes[from-1] // it closes what the run has opened
			copy(runes[from-1:end-1], runes[from:end])
			runes[end-1] = last
		}
		from = end
	}
	return string(runes)
}

// closes gives the bracket that another one closes, mirrors each one's other side.
var (
	closes  = map[rune]rune{')': '(', ']': '[', '}': '{', '»': '«', '›': '‹'}
	mirrors = map[rune]rune{')': '(', ']': '[', '}': '{', '»': '«', '›': '‹', '(': ')', '[': ']', '{': '}', '«': '»', '‹': '›'}
)

// leavesOpen reports whether a run opens a bracket that it does not close.
func leavesOpen(run []rune, opening, closing rune) bool {
	n := 0
	for _, r := range run {
		switch r {
		case opening:
			n++
		case closing:
			n--
		}
	}
	return n > 0
}

// brackets turns the brackets of a page whose file names them by how they look
// and not by what they are, as most of those that stand in pairs tell.
func brackets(lines []line) {
	right, wrong := 0, 0
	for _, l := range lines {
		for closing, opening := range closes {
			a, b := strings.IndexRune(l.text, opening), strings.IndexRune(l.text, closing)
			switch {
			case a < 0 || b < 0:
			case a < b:
				right++
			default:
				wrong++
			}
		}
	}
	if wrong <= right {
		return
	}
	for i := range lines {
		l := &lines[i]
		runes := []rune(l.text)
		for j, r := range runes {
			if other := mirrors[r]; other != 0 && !(strongBefore(runes[:j]) && strongBehind(runes[j+1:])) {
				runes[j] = other
			}
		}
		l.text = string(runes)
	}
}

// strongBefore reports whether the last letter or digit of a text is read from
// left to right, strongBehind the same of the first one.
func strongBefore(runes []rune) bool {
	for i := len(runes) - 1; i >= 0; i-- {
		if unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]) {
			return leftToRight(runes[i])
		}
	}
	return false
}

func strongBehind(runes []rune) bool {
	for _, r := range runes {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return leftToRight(r)
		}
	}
	return false
}

// leftToRight reports whether a character is read from left to right in any
// text: letters of other scripts, and digits.
func leftToRight(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !(rightToLeft(r) && unicode.IsLetter(r))
}
