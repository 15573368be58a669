package pdftext

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// line is a run of glyphs on one baseline without a wide gap: at first a piece
// of a row, later a whole line of a column.
type line struct {
	text   string
	x0, x1 float64
	y      float64
	size   float64
	bold   bool
	page   int
	// left and right are the edges of the column that the line stands in, and
	// column numbers the columns of the document in reading order.
	left, right float64
	column      int
	// from and to are the edges of a line that is narrower than its column since
	// a box stands beside it; 0 for none.
	from, to float64
	box      bool   // it stands in such a box
	parts    []line // its stretches between gaps that are wide for a blank, where there are any
	spaced   bool   // the file has a space before its first letter
	capital  bool   // it stands beside a capital that is set over several lines, below the first
}

// Gaps between glyphs, in parts of their size.
const (
	wordGap  = 0.17 // begins a word
	pieceGap = 0.95 // begins a piece of its own, such as a line of the next column
	wideGap  = 0.7  // may be a gutter, if one is found there
	sameBase = 0.35 // of the baselines of two glyphs of one line
)

// maxLine is longer than the text of any line that people read, in bytes.
const maxLine = 20_000

// pieces joins the glyphs of a page to runs. Glyphs that are painted twice to
// look bold are taken once.
func pieces(glyphs []glyph, page int) []line {
	type key struct {
		text string
		x, y int
	}
	seen := map[key]bool{}
	var out []line
	var run []glyph
	flush := func() {
		if l := join(run, page); strings.TrimSpace(l.text) != "" {
			out = append(out, l)
		}
		run = run[:0]
	}
	for _, g := range glyphs {
		if g.size < 1 || g.text == "" {
			continue
		}
		k := key{g.text, int(math.Round(g.x * 2)), int(math.Round(g.y * 2))}
		if seen[k] && g.text != " " {
			continue
		}
		seen[k] = true
		if len(run) > 0 && !follows(run[len(run)-1], g) {
			flush()
		}
		run = append(run, g)
	}
	flush()
	return merge(out)
}

// follows reports whether b goes on with the run that ends in a.
func follows(a, b glyph) bool {
	size := max(a.size, b.size)
	gap := b.x - (a.x + a.w)
	return math.Abs(a.y-b.y) < sameBase*size && gap > -0.6*size && gap < pieceGap*size && !unlike(a.size, b.size)
}

// unlike reports whether two sizes differ so much that one is a capital set over
// several lines, beside the text.
func unlike(a, b float64) bool { return max(a, b) > 1.9*min(a, b) && max(a, b) > 16 }

// join makes a line of glyphs.
func join(run []glyph, page int) line {
	l := line{page: page, x0: math.Inf(1), x1: math.Inf(-1)}
	sizes := map[float64]float64{}
	bold, all := 0, 0
	l.spaced = len(run) > 0 && run[0].text == " "
	for _, g := range run {
		if strings.TrimSpace(g.text) == "" {
			continue
		}
		l.x0, l.x1 = min(l.x0, g.x), max(l.x1, g.x+g.w)
		sizes[math.Round(g.size*2)/2] += 1
		all++
		if g.bold {
			bold++
		}
	}
	l.size = heaviest(sizes)
	for _, g := range run {
		if math.Abs(g.size-l.size) < 1 {
			l.y = g.y
			break
		}
	}
	var b strings.Builder
	end := math.Inf(1)
	for i, g := range run {
		if g.x-end > wordGap*g.size {
			b.WriteByte(' ')
		}
		if g.text == " " && i+1 < len(run) && run[i+1].x < g.x+0.3*g.w {
			continue // the next glyph stands where the space does: it is kerning
		}
		b.WriteString(l.raise(g))
		end = g.x + g.w
	}
	l.text = strings.Join(strings.Fields(b.String()), " ")
	l.bold = bold*2 > all
	l.parts = stretches(run, l)
	return l
}

// stretches parts a run at its wide gaps; nil where it has none.
func stretches(run []glyph, whole line) []line {
	var out []line
	from, end := 0, math.Inf(1)
	for i, g := range run {
		if strings.TrimSpace(g.text) == "" {
			continue
		}
		if g.x-end > wideGap*whole.size {
			out = append(out, join(run[from:i], whole.page))
			from = i
		}
		end = g.x + g.w
	}
	if from == 0 {
		return nil
	}
	return append(out, join(run[from:], whole.page))
}

// whole gives the stretches of a line, or the line itself where it has one.
func (l line) whole() []line {
	if l.parts == nil {
		return []line{l}
	}
	return l.parts
}

// cut parts a line that runs over a gutter, where it has a wide gap there.
func (l line) cut(x float64) (left, right line, ok bool) {
	for i := 1; i < len(l.parts); i++ {
		if l.parts[i-1].x1 <= x && x <= l.parts[i].x0 {
			left, right = l.parts[0], l.parts[i]
			for _, p := range l.parts[1:i] {
				left.text, left.x1 = left.text+" "+p.text, p.x1
			}
			for _, p := range l.parts[i+1:] {
				right.text, right.x1 = right.text+" "+p.text, p.x1
			}
			return left, right, true
		}
	}
	return l, l, false
}

func heaviest(weights map[float64]float64) float64 {
	best, most := 0.0, -1.0
	for v, w := range weights {
		if w > most || w == most && v > best {
			best, most = v, w
		}
	}
	return best
}

// merge joins pieces that stand side by side although the file shows them at
// different times.
func merge(all []line) []line {
	byRow(all)
	var out []line
	for _, l := range all {
		if n := len(out); n > 0 {
			a := &out[n-1]
			size := max(a.size, l.size)
			if gap := l.x0 - a.x1; math.Abs(a.y-l.y) < sameBase*size && gap > -0.3*size && gap < pieceGap*size && !unlike(a.size, l.size) && len(a.text) < maxLine {
				space := ""
				if gap > wordGap*size {
					space = " "
				}
				var parts []line
				if gap > wideGap*size {
					parts = append(slices.Clone(a.whole()), l.whole()...)
				}
				a.text += space + l.text
				a.x1 = max(a.x1, l.x1)
				a.parts = parts
				if l.size > a.size {
					a.size, a.y = l.size, l.y
				}
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// byRow sorts lines from top to bottom and from left to right. Baselines that
// differ by little are one row.
func byRow(all []line) {
	slices.SortStableFunc(all, func(a, b line) int { return cmp.Compare(b.y, a.y) })
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[from].y-all[to].y < sameBase*max(all[from].size, all[to].size) {
			to++
		}
		slices.SortStableFunc(all[from:to], func(a, b line) int { return cmp.Compare(a.x0, b.x0) })
		from = to
	}
}

// rows joins the pieces of a column that stand on one baseline.
func rows(all []line) []line {
	byRow(all)
	var out []line
	for _, l := range all {
		if n := len(out); n > 0 && math.Abs(out[n-1].y-l.y) < sameBase*max(out[n-1].size, l.size) {
			a := &out[n-1]
			a.text += " " + l.text
			a.x1 = max(a.x1, l.x1)
			a.size = max(a.size, l.size)
			continue
		}
		out = append(out, l)
	}
	return out
}
