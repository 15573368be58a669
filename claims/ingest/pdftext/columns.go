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
	var out [][]line
	var across, left, right []line
	flush := func() {
		if len(left) < 3 || len(right) < 3 {
			across = append(append(across, left...), right...)
			left, right = nil, nil
			return
		}
		if len(across) > 0 {
			out = append(out, rows(across))
		}
		out = append(out, split(left, depth+1)...)
		out = append(out, split(right, depth+1)...)
		across, left, right = nil, nil, nil
	}
	lo, hi := extent(all)
	for i, l := range all {
		switch {
		case len(left)+len(right) == 0 && len(across) > 0 && alone(all, i) && math.Abs(l.x0+l.x1-lo-hi) < 0.04*(hi-lo):
			across = append(across, l) // a name or a date below a title
		case l.x1 <= x:
			left = append(left, l)
		case l.x0 >= x:
			right = append(right, l)
		default:
			flush()
			across = append(across, l)
		}
	}
	flush()
	if len(across) > 0 {
		out = append(out, rows(across))
	}
	return out
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
			flush()
		}
	}
	flush()
	return total
}
