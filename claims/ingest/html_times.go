package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"onrecord/claims"
)

// timeTag is a <time> element or one whose class says that it is a date.
type timeTag struct {
	date     claims.Date
	modified bool
}

// time notes the date of an element that is marked as one.
func (f *facts) time(n *html.Node, marks string) {
	text := textOf(n)
	if len(text) > 200 {
		return
	}
	d := readDate(attr(n, "datetime"))
	if d.IsZero() {
		d = readDate(attr(n, "content"))
	}
	if d.IsZero() {
		d = shownDate(text)
	}
	if d.IsZero() {
		d, _ = dateLine(text)
	}
	if d.IsZero() {
		return
	}
	before := ""
	if p := n.PrevSibling; p != nil && p.Type == html.TextNode {
		before = p.Data
	}
	modified := strings.Contains(marks, "updated") || strings.Contains(marks, "modified") || modifiedOn.MatchString(text) || modifiedOn.MatchString(before)
	f.times = append(f.times, timeTag{d, modified})
}

// todayMark is what the parts of a page are called that show the day on which it
// is read.
var todayMark = regexp.MustCompile(`(?:^|[ _-])(?:top[ -]?bar|site[ -]?header|nav[ -]?bar|today|current[ -]?date)(?:$|[ _-])`)

// ofToday reports whether a date stands in such a part.
func ofToday(n *html.Node) bool {
	for p := n; p != nil && p.Data != "article"; p = p.Parent {
		if p.Type == html.ElementNode && todayMark.MatchString(namesOf(p)) {
			return true
		}
	}
	return false
}
