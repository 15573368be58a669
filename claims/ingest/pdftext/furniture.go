package pdftext

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
)

// page is a page with its pieces of text.
type page struct {
	height float64
	// low and high are where the paper that is used begins and ends: the whole
	// page, but for text that was set for a smaller paper than it stands on.
	low, high float64
	lines     []line
	scanned   bool   // its text was recognised in a picture
	aside     []line // what the file itself marks as running headers and footers
}

// crowded is how many pieces a page has that is no page of text, such as a map:
// none of them is compared with all others.
const crowded = 5000

// margin is the part of a page's height in which running lines stand.
const margin = 0.13

var (
	pageNumber = regexp.MustCompile(`(?i)^[-–—|· ]*(?:page|p\.|seite|página|pagina)?\s*\d{1,4}\s*(?:(?:of|/|von|de|di|sur|\|)\s*\d{1,4})?[-–—|· ]*$`)
	printed    = regexp.MustCompile(`\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}`)
	address    = regexp.MustCompile(`^(?:https?|file)://\S+`)
	digits     = regexp.MustCompile(`\d+`)
)

// at is the height of a share of the page, its margins counted from the edges
// of the used paper.
func (p page) at(share float64) float64 {
	if share < 0.5 {
		return p.low + share*p.height
	}
	return p.high - (1-share)*p.height
}

// used measures how much of the paper is used. Where the lowest lines of several
// pages are their numbers, on one height far above the edge, the paper ends below
// them; the same above the highest ones.
func used(pages []page) {
	const edge, far, same = 6, 0.2, 3
	lows, highs := map[float64]int{}, map[float64]int{}
	for i := range pages {
		p := &pages[i]
		p.low, p.high = 0, p.height
		if len(p.lines) == 0 {
			continue
		}
		height := func(a, b line) int { return cmp.Compare(a.y, b.y) }
		if low := slices.MinFunc(p.lines, height); pageNumber.MatchString(low.text) {
			lows[math.Round(low.y/same)]++
		}
		if high := slices.MaxFunc(p.lines, height); pageNumber.MatchString(high.text) {
			highs[math.Round((p.height-high.y)/same)]++
		}
	}
	common := func(heights map[float64]int) float64 {
		for h, n := range heights {
			if n >= 2 && n*2 >= len(pages) {
				return h * same
			}
		}
		return 0
	}
	low, high := common(lows), common(highs)
	for i := range pages {
		p := &pages[i]
		if low > p.height*far {
			p.low = low + edge - margin*p.height // so that the margin ends right above the line
		}
		if high > p.height*far {
			p.high = p.height - high - edge + margin*p.height
		}
	}
}

// furnish takes the running headers, footers and page numbers off the pages,
// and gives each of them once.
func furnish(pages []page, body float64) []string {
	used(pages)
	times := map[string]int{}
	for _, p := range pages {
		once := map[string]bool{}
		for _, l := range p.lines {
			if k := runningKey(l, p); k != "" && !once[k] {
				once[k] = true
				times[k]++
			}
		}
	}
	var out []string
	told := map[string]bool{}
	tell := func(l line) {
		if !told[l.text] && !pageNumber.MatchString(l.text) && len(out) < 20 {
			told[l.text] = true
			out = append(out, l.text)
		}
	}
	for i := range pages {
		p := &pages[i]
		for _, l := range p.aside {
			tell(l)
		}
		kept := p.lines[:0:0]
		for _, l := range p.lines {
			k := runningKey(l, *p)
			if len(p.lines) > crowded {
				kept = append(kept, l)
				continue
			}
			if k == "" && loneNumber(l, p, body) {
				continue
			}
			if k == "" || !(times[k] >= 2 && times[k]*3 >= len(pages) || running(l, p, body)) {
				kept = append(kept, l)
				continue
			}
			tell(l)
		}
		p.lines = kept
	}
	return out
}

// loneNumber reports whether a line is a page number by itself below all others,
// on paper with wide margins.
func loneNumber(l line, p *page, body float64) bool {
	if l.y > p.at(2*margin) || len(l.text) > 4 || !pageNumber.MatchString(l.text) {
		return false
	}
	for _, o := range p.lines {
		if (o.x0 != l.x0 || o.y != l.y) && o.y < l.y+1.5*body {
			return false
		}
	}
	return true
}

// runningKey names a line in a margin by its words and place, its numbers made
// equal; "" for lines of the page's body.
func runningKey(l line, p page) string {
	top := l.y > p.at(1-margin)
	if !top && l.y > p.at(margin) {
		return ""
	}
	side := "bottom "
	if top {
		side = "top "
	}
	return side + digits.ReplaceAllString(strings.ToLower(l.text), "0")
}

// running reports whether a line that is on one page only is furniture: a page
// number, the line of a browser's print, or a small line far off the text.
func running(l line, p *page, body float64) bool {
	if pageNumber.MatchString(l.text) || printed.MatchString(l.text) && len(l.text) < 60 || address.MatchString(l.text) {
		return true
	}
	if besidePrinted(l, p) {
		return true
	}
	if len(l.text) > 40 && ended(l.text) {
		return false // a page begins with the last line of a paragraph
	}
	far, lines := l.y > p.at(0.92) || l.y < p.at(0.08), 2.0
	if !far && l.page > 0 && runningKey(l, *p) != "" && len(l.text) < 60 {
		far, lines = true, 3
	}
	if !far || l.size > body*1.3 || l.bold && l.size > body*1.05 || len(p.lines) < 6 {
		return false
	}
	gap := p.gap(l)
	return gap > lines*body && !(ended(l.text) && math.Abs(l.size-body) < 0.6 && p.usual(gap))
}

// gap is how far a line stands from the one that is nearest to it.
func (p *page) gap(l line) float64 {
	gap := math.Inf(1)
	for _, o := range p.lines {
		if d := math.Abs(o.y - l.y); d > sameBase*l.size {
			gap = min(gap, d)
		}
	}
	return gap
}

// usual reports whether several paragraphs of the page stand so far apart: then
// a short sentence at its foot is the last of them.
func (p *page) usual(gap float64) bool {
	n := 0
	for _, l := range p.lines {
		below := math.Inf(1)
		for _, o := range p.lines {
			if d := l.y - o.y; d > sameBase*l.size {
				below = min(below, d)
			}
		}
		if math.Abs(below-gap) < 0.1*gap {
			n++
		}
	}
	return n >= 3
}

// besidePrinted reports whether a browser's print date stands in the same row.
func besidePrinted(l line, p *page) bool {
	for _, o := range p.lines {
		if math.Abs(o.y-l.y) < 1 && o.x0 != l.x0 && (printed.MatchString(o.text) && len(o.text) < 30 || address.MatchString(o.text)) {
			return true
		}
	}
	return false
}
