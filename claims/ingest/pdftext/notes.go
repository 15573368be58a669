package pdftext

import (
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// noteMark is what a footnote begins with.
var noteMark = regexp.MustCompile(`^(\d{1,2}|[*†‡])[.)]?(?:\s|$)`)

// notes takes the footnotes off a page: lines in small type below all others, of
// which one begins with a mark. The text goes on over them. The marks in the
// text that refer to them are taken off too, and added to marks.
func (p *page) notes(body float64, marks map[string]bool) []line {
	const small, most = 0.93, 0.4
	lines := slices.Clone(p.lines)
	byRow(lines)
	at := len(lines)
	for at > 0 && lines[at-1].size < small*body {
		at--
	}
	found := map[string]bool{}
	for _, l := range lines[at:] {
		if m := noteMark.FindStringSubmatch(plain(l.text)); m != nil {
			found[m[1]], marks[m[1]] = true, true
		}
	}
	if len(found) == 0 || at == 0 || float64(len(lines)-at) > most*float64(len(lines)) {
		return nil
	}
	raised := func(l line) bool { return l.size < 0.8*body && found[l.text] }
	p.lines = slices.DeleteFunc(lines[:at:at], raised)
	return slices.DeleteFunc(slices.Clone(lines[at:]), raised)
}

// dropCap joins a capital that is set over several lines to the first of them,
// and moves all of them out to its edge.
func dropCap(lines []line, body float64) []line {
	const large = 1.9
	for i, c := range lines {
		if r, _ := utf8.DecodeRuneInString(c.text); c.size < large*body || utf8.RuneCountInString(c.text) > 2 || !unicode.IsUpper(r) && !unicode.IsPunct(r) {
			continue
		}
		first := -1
		for j := range lines {
			l := &lines[j]
			near := (l.x0 > c.x0 || l.y > c.y+body && l.x0 > c.x0-0.5) && j != i && l.x0 < c.x1+2.5*body
			if !near || l.size > large*body || l.y < c.y-0.5*body || l.y > c.y+c.size {
				continue
			}
			if first < 0 || l.y > lines[first].y {
				first = j
			}
			l.x0, l.capital = c.x0, true
		}
		if first >= 0 {
			lines[first].capital = false
			space := ""
			if lines[first].spaced { // "A" is a word of its own
				space = " "
			}
			lines[first].text = c.text + space + lines[first].text
			return dropCap(slices.Delete(slices.Clone(lines), i, i+1), body)
		}
	}
	return lines
}
