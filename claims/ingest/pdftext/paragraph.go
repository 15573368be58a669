package pdftext

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Block is a paragraph of the text, or a heading above it.
type Block struct {
	Text string
	Size float64 // of the type, in points
	Bold bool
	Page int // from 1
}

// setter joins lines to paragraphs by how the lines stand.
type setter struct {
	body     float64 // size of the text's type
	pitch    float64 // usual distance of two lines
	indented bool    // paragraphs begin with an indented line
	whole    bool    // words are not parted at line ends: a hyphen there belongs to the word
	words    map[string]bool
}

// paragraphs joins the lines of the columns, which are in reading order.
// office tells that the file comes from a program that parts no words unless
// it is told to.
func paragraphs(cols [][]line, body float64, office bool) []Block {
	var all []line
	for i, c := range cols {
		left, right := edges(c, body)
		for _, l := range c {
			l.left, l.right, l.column = left, right, i
			if l.from != 0 { // edges are negative on a page that is read from the right
				l.left = max(left, l.from)
			}
			if l.to != 0 {
				l.right = min(right, l.to)
			}
			all = append(all, l)
		}
	}
	s := setter{body: body, words: map[string]bool{}}
	s.measure(all)
	s.whole = partsNoWords(all, office)
	var out []Block
	for i, l := range all {
		if i == 0 || s.begins(all, i) {
			out = append(out, Block{Text: l.text, Size: l.size, Bold: l.bold, Page: l.page + 1})
			continue
		}
		b := &out[len(out)-1]
		b.Text = s.glue(b.Text, l.text)
	}
	return s.aroundBoxes(out)
}

// aroundBoxes joins a paragraph that goes on below what is set in smaller type
// beside it: a note in the margin, an address, a caption. That comes behind it.
func (s *setter) aroundBoxes(blocks []Block) []Block {
	const small, most = 0.93, 10 // part of the size of the text, paragraphs of a box
	for i := 0; i < len(blocks); i++ {
		b := &blocks[i]
		if math.Abs(b.Size-s.body) > 0.1*s.body || ended(b.Text) {
			continue
		}
		j := i + 1
		for j < len(blocks) && j <= i+most && blocks[j].Size < small*s.body && blocks[j].Page == b.Page {
			j++
		}
		if j > i+1 && j < len(blocks) && blocks[j].Size == b.Size && blocks[j].Page == b.Page && startsLower(blocks[j].Text) {
			b.Text = s.glue(b.Text, blocks[j].Text)
			blocks = slices.Delete(blocks, j, j+1)
		}
	}
	return blocks
}

// edges gives where the lines of a column begin and end. Lines of other sizes
// than the body's do not count where there are enough of those, and neither do
// names that are centred above the column, which can be wider than it.
func edges(c []line, body float64) (left, right float64) {
	for _, all := range []bool{false, true} {
		left, right = math.Inf(1), math.Inf(-1)
		for _, l := range c {
			if all || math.Abs(l.size-body) < 0.6 {
				left = min(left, l.x0)
			}
		}
		for _, l := range c {
			if (all || math.Abs(l.size-body) < 0.6) && l.x0 < left+farIn*body {
				right = max(right, l.x1)
			}
		}
		if right > left {
			return left, min(right, widest(c, left, body))
		}
	}
	return left, right
}

// widest is how far the lines of a column go, but for the few that go much
// farther: what stands beside them was taken for their end.
func widest(c []line, left, body float64) float64 {
	const least, farther = 8, 1.15
	var ends []float64
	for _, l := range c {
		if math.Abs(l.size-body) < 0.6 {
			ends = append(ends, l.x1)
		}
	}
	slices.Sort(ends)
	far := math.Inf(1)
	for i := len(ends) - 1; len(ends) >= least && i >= len(ends)-len(ends)/5-1; i-- {
		if ends[i]-left > farther*(ends[i-1]-left) {
			far = ends[i-1]
		}
	}
	return far
}

// farIn is how far inside of its column a line begins that is no paragraph's,
// in parts of its size.
const farIn = 6

// measure learns from the lines how the document is set.
func (s *setter) measure(all []line) {
	pitches := map[float64]float64{}
	indents, starts := 0, 0
	for i, l := range all {
		for _, w := range strings.Fields(l.text) {
			s.words[strings.ToLower(strings.Trim(w, `.,;:!?"'“”‘’()[]`))] = true
		}
		if i == 0 || all[i-1].column != l.column || math.Abs(l.size-s.body) > 0.6 || math.Abs(all[i-1].size-s.body) > 0.6 {
			continue
		}
		if s.short(all[i-1], l) {
			starts++
			if s.indent(l) {
				indents++
			}
		} else if d := all[i-1].y - l.y; d > 0 { // most likely of one paragraph
			pitches[math.Round(d*2)/2]++
		}
	}
	s.pitch = linePitch(pitches, s.body)
	s.indented = indents >= 2 && indents*2 >= starts
}

// linePitch is the usual distance of two lines of a paragraph, of the counted
// distances. Where most paragraphs have one line, the most frequent is that of
// two paragraphs.
func linePitch(pitches map[float64]float64, body float64) float64 {
	const (
		usual, loose = 1.2, 2.4 // of the size of the type
		apart        = 1.35     // by how much paragraphs stand farther from each other than lines
		share        = 0.3
	)
	most := heaviest(pitches)
	best := most
	for d, n := range pitches {
		if d < best && d > 0.9*body && most > apart*d && (n >= 2 || n >= share*pitches[most]) {
			best = d
		}
	}
	if best == 0 || best > loose*body { // no text is set so wide
		return usual * body
	}
	return best
}

// partsNoWords reports whether "-" at the end of a line is always a hyphen of
// the word's own: where soft hyphens are set as another character, and in a
// document of a program that does not hyphenate, unless there are too many.
func partsNoWords(all []line, office bool) bool {
	lines, hyphens := 0, 0
	for _, l := range all {
		if strings.HasSuffix(l.text, "\u2010") || strings.HasSuffix(l.text, "\u00ad") {
			return true
		}
		if l.x1 > l.left+(l.right-l.left)*0.8 {
			lines++
			if strings.HasSuffix(l.text, "-") {
				hyphens++
			}
		}
	}
	return office && (hyphens < 4 || hyphens*12 < lines)
}

// indent reports whether a line begins inside of its column.
func (s *setter) indent(l line) bool {
	in := l.x0 - l.left
	return in > 0.6*l.size && in < farIn*l.size
}

// centred reports whether a line stands far inside of both edges of its column,
// or beyond them: a name below a title.
func (s *setter) centred(l line) bool {
	in, out := l.x0-l.left, l.right-l.x1
	return in > farIn*l.size && (out > 3*l.size || out < -l.size)
}

// short reports whether the first word of the next line would have had room
// behind a line: then the line ends a paragraph.
func (s *setter) short(l, next line) bool {
	word, _, _ := strings.Cut(next.text, " ")
	n := max(utf8.RuneCountInString(next.text), 1)
	width := (next.x1 - next.x0) / float64(n) * (float64(utf8.RuneCountInString(word)) + 1)
	return l.x1+width*1.1+0.25*l.size < l.right
}

// begins reports whether line i begins a paragraph.
func (s *setter) begins(all []line, i int) bool {
	a, b := all[i-1], all[i]
	size := max(a.size, b.size)
	if a.box != b.box || b.capital && a.column == b.column {
		return a.box != b.box
	}
	if math.Abs(a.size-b.size) > 0.08*size || a.bold != b.bold && (s.short(a, b) || a.size > s.body*1.08) {
		return true
	}
	gap := a.y - b.y
	if b.size > s.body*1.08 {
		return gap > 1.6*b.size || gap <= 0 || a.page != b.page || b.size < creditSize*s.body && fits(a, b)
	}
	if a.column != b.column {
		return s.beginsColumn(a, b)
	}
	if pitch := s.pitch * b.size / s.body; gap > 1.28*pitch+0.5 || gap < 0 {
		return true
	}
	if s.centred(a) || s.centred(b) {
		return !s.centred(a) || !s.centred(b) || s.short(a, b)
	}
	if s.indented {
		return s.beginsIndented(a, b)
	}
	return s.short(a, b) && (ended(a.text) || a.x1 < a.left+(a.right-a.left)*0.75)
}

// creditSize is larger than the type of the names below a title, in parts of the
// text's.
const creditSize = 1.5

// fits reports whether the whole of the next line would have had room behind a
// line: then a person parted them.
func fits(a, next line) bool {
	return a.x1-a.x0+next.x1-next.x0+a.size < next.right-next.left
}

// beginsIndented is begins for a line of a column whose paragraphs are told by
// their indented first lines.
func (s *setter) beginsIndented(a, b line) bool {
	switch {
	case s.indent(b) && s.indent(a):
		return s.short(a, b) || ended(a.text) || !s.flush(a)
	case s.indent(b):
		return true
	case !ended(a.text):
		return false
	}
	return s.short(a, b) && s.indent(a) && !s.flush(a) || a.x1 < a.left+(a.right-a.left)*0.4
}

// flush reports whether a line reaches the right edge of its column.
func (s *setter) flush(l line) bool { return l.right-l.x1 < 1.5*l.size }

// beginsColumn is begins for the first line of a column or page.
func (s *setter) beginsColumn(a, b line) bool {
	if s.indented {
		return s.indent(b) && (ended(a.text) || !startsLower(b.text))
	}
	if startsLower(b.text) && !ended(a.text) {
		return false
	}
	return s.short(a, b)
}

// ended reports whether a line ends like a sentence.
func ended(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"'”’»)]*†0123456789`))
	return strings.ContainsRune(".!?…:", r) || strings.HasSuffix(text, `"`) || strings.HasSuffix(text, "”")
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}
