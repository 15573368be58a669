package pdftext

import (
	"cmp"
	"math"
	"slices"
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
		from = end
	}
	return string(runes)
}

// leftToRight reports whether a character is read from left to right in any
// text: letters of other scripts, and digits.
func leftToRight(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !(rightToLeft(r) && unicode.IsLetter(r))
}
