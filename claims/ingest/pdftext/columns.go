package pdftext

import (
	"cmp"
	"math"
	"slices"
)

// A gutter needs this many lines on both of its sides.
const leastColumn = 4

// columns puts the pieces of a page into reading order: from top to bottom,
// and where a gutter parts them, the left column before the right one. It
// gives one list of lines for each column.
func columns(all []line) [][]line {
	return split(all, 0)
}

func split(all []line, depth int) [][]line {
	if len(all) == 0 {
		return nil
	}
	x, ok := gutter(all)
	if !ok || depth > 4 {
		return [][]line{rows(all)}
	}
	byRow(all)
	d := divider{x: x, depth: depth}
	const large = 1.3 // a heading goes on over the gutter
	size := usualSize(all)
	lo, hi := extent(all)
	for i, l := range all {
		switch {
		case len(d.left)+len(d.right) == 0 && len(d.across) > 0 && alone(all, i) && math.Abs(l.x0+l.x1-lo-hi) < 0.04*(hi-lo):
			d.across = append(d.across, l) // a name or a date below a title
		case l.x1 <= x:
			d.left = append(d.left, l)
		case l.x0 >= x:
			d.right = append(d.right, l)
		default:
			if left, right, ok := l.cut(x); ok && l.size < large*size {
				d.left, d.right = append(d.left, left), append(d.right, right)
				continue
			}
			d.flush(true)
			d.across = append(d.across, l)
		}
	}
	d.flush(false)
	if len(d.across) > 0 {
		d.out = append(d.out, rows(d.across))
	}
	return append(d.out, split(d.boxes, depth+1)...)
}

// usualSize is the size of the type of most lines.
func usualSize(all []line) float64 {
	weights := map[float64]float64{}
	for _, l := range all {
		weights[l.size] += float64(len(l.text))
	}
	return heaviest(weights)
}

// divider deals the lines of a page out to what stands across a gutter, to its
// left and to its right.
type divider struct {
	x                   float64
	depth               int
	across, left, right []line
	boxes               []line // what stands beside the text and comes after it
	out                 [][]line
}

// flush ends a stretch of two columns. within tells that lines across both
// follow.
func (d *divider) flush(within bool) {
	defer func() { d.left, d.right = nil, nil }()
	if len(d.left) < 3 || len(d.right) < 3 {
		d.across = append(append(d.across, d.left...), d.right...)
		return
	}
	if within && len(d.across) > 0 {
		if beside(d.left, d.right) {
			_, to := extent(d.left)
			for _, l := range d.left {
				l.to = to
				d.across = append(d.across, l)
			}
			d.addBox(d.right)
			return
		}
		if beside(d.right, d.left) {
			from, _ := extent(d.right)
			for _, l := range d.right {
				l.from = from
				d.across = append(d.across, l)
			}
			d.addBox(d.left)
			return
		}
	}
	if len(d.across) > 0 {
		d.out = append(d.out, rows(d.across))
	}
	d.out = append(d.out, split(d.left, d.depth+1)...)
	d.out = append(d.out, split(d.right, d.depth+1)...)
	d.across = nil
}

// addBox puts a box behind the text.
func (d *divider) addBox(lines []line) {
	for _, l := range lines {
		l.box = true
		d.boxes = append(d.boxes, l)
	}
}

// beside reports whether one of two stretches side by side is a box in the
// margin of the other: few lines with little text, so that the text goes on
// below them.
func beside(text, box []line) bool {
	const most = 14
	if len(text) > most || len(box) > most {
		return false
	}
	letters := func(all []line) (n int) {
		for _, l := range all {
			n += len(l.text)
		}
		return n
	}
	return letters(box)*2 < letters(text)
}

// extent is how far lines reach to the left and to the right.
func extent(all []line) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, l := range all {
		lo, hi = min(lo, l.x0), max(hi, l.x1)
	}
	return lo, hi
}

// alone reports whether no other piece stands in the row of a piece; they are
// sorted by rows.
func alone(all []line, i int) bool {
	beside := func(j int) bool {
		return j >= 0 && j < len(all) && math.Abs(all[i].y-all[j].y) < sameBase*max(all[i].size, all[j].size)
	}
	return !beside(i-1) && !beside(i+1)
}

// gutter finds the place that parts the most lines on its left from the most
// on its right without cutting any in a stretch of the page. It looks at the
// places just before lines begin.
func gutter(all []line) (x float64, ok bool) {
	lo, hi := extent(all)
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b line) int { return cmp.Compare(b.y, a.y) })
	tried := map[int]bool{}
	best := 0
	for _, l := range all {
		at := l.x0 - 0.3*l.size
		key := int(at / 2)
		if tried[key] || at < lo+(hi-lo)*0.15 || at > lo+(hi-lo)*0.85 || len(tried) > 200 {
			continue
		}
		tried[key] = true
		if n := parted(sorted, at); n > best {
			best, x = n, at
		}
	}
	return x, best >= leastColumn
}

// parted counts how many lines a place parts: in each stretch without a line
// that it cuts, those of the side that has fewer.
func parted(sorted []line, x float64) int {
	const edge = 0.8 // of the size: how exactly lines of a column begin that run on from the one beside it
	total, left, right := 0, 0, 0
	near := 0 // lines on the right that begin at the place: a column has an edge
	flush := func() {
		if n := min(left, right); n >= 3 && near*2 >= right {
			total += n
		}
		left, right, near = 0, 0, 0
	}
	for _, l := range sorted {
		switch {
		case l.x1 <= x:
			left++
		case l.x0 >= x:
			right++
			if l.x0 < x+2.5*l.size {
				near++
			}
		default:
			if _, r, ok := l.cut(x); ok && r.x0 < x+2.5*l.size {
				left, right = left+1, right+1
				if r.x0 < x+edge*l.size { // blanks of justified text are as wide and stand anywhere
					near++
				}
				continue
			}
			flush()
		}
	}
	flush()
	return total
}
