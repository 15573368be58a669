package report

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

// Not every spreadsheet program makes a row as high as its text when it opens a
// file, and those that do would make one with a long context fill the screen.
const (
	sheetLine = 15 // the height of a line, in points
	mostLines = 8  // that a row shows; the cell holds the rest
)

// linesOf is about how many lines a text takes in a column that is so many
// characters wide.
func linesOf(text string, columnWidth float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += max(1, int(math.Ceil(float64(columnsOf(line))/columnWidth)))
	}
	return n
}

// columnsOf is the width of a line in characters; those of East Asia are twice
// as wide.
func columnsOf(line string) int {
	n := utf8.RuneCountInString(line)
	if n == len(line) { // nothing but ASCII
		return n
	}
	for _, r := range line {
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

// rowHeight is the option of a row of so many lines; a row of one line has the
// height of its sheet.
func rowHeight(lines int) []excelize.RowOpts {
	if lines < 2 {
		return nil
	}
	return []excelize.RowOpts{{Height: sheetLine * float64(min(lines, mostLines))}}
}
