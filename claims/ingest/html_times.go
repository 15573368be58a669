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
	sure     bool // it stands in an attribute for programs
	below    bool // a headline of the first rank stands above it
	above    int  // bytes of text that stand above it
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
	if shown := shownDate(text); d.IsZero() || sameInstant(orElse(attr(n, "datetime"), attr(n, "content")), shown) {
		d = shown
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
	first := strings.Contains(marks, "entry-date") || strings.Contains(marks, "published") // WordPress calls both dates so where they are one
	modified := strings.Contains(marks, "updated") && !first || strings.Contains(marks, "modified") || modifiedOn.MatchString(text) || modifiedOn.MatchString(before)
	f.times = append(f.times, timeTag{date: d, modified: modified, sure: d == readDate(orElse(attr(n, "datetime"), attr(n, "content"))), below: len(f.first) > 0, above: f.read})
}

// isLate reports whether a time stands below most of the text of the page: it can
// as well be that of another article.
func (f *facts) isLate(t timeTag) bool { return t.above*10 > f.read*7 && f.read > leastText }

// leastText is how long the texts of a page are together before what is below
// them is told from what is above, in bytes.
const leastText = 300

// late is the date that such a time gives.
func (f *facts) late() claims.Date {
	for _, t := range f.times {
		if !t.modified && t.date.IsFull() && f.isLate(t) {
			return t.date
		}
	}
	return claims.Date{}
}

// todayMark is what the parts of a page are called that show the day on which it
// is read.
var todayMark = regexp.MustCompile(`(?:^|[ _-])(?:top[ -]?bar|site[ -]?header|nav[ -]?bar|todays?|current[ -]?date|date[ -]?now|local[ -]?date|hoje|heute|hoy|oggi|vandaag)(?:$|[ _-])`)

// headMark is what the head of a whole site is called.
var headMark = regexp.MustCompile(`(?:^|[ _-])(?:header|masthead|top)(?:$|[ _-])`)

// menuMark is what a menu is called that is no nav element.
var menuMark = regexp.MustCompile(`(?:^|[ _-])(?:menu|nav|navigation|navbar)(?:$|[ _-])`)

// holdsMenu reports whether an element has a menu, and no headline.
func holdsMenu(n *html.Node) (menu bool) {
	for d := range n.Descendants() {
		switch {
		case d.Type != html.ElementNode:
		case d.Data == "h1" || d.Data == "article":
			return false
		case d.Data == "nav" || attr(d, "role") == "navigation", (d.Data == "ul" || d.Data == "div") && menuMark.MatchString(namesOf(d)):
			menu = true
		}
	}
	return menu
}

// ofToday reports whether a date stands in such a part.
func ofToday(n *html.Node) bool {
	for p := n; p != nil && p.Data != "article"; p = p.Parent {
		if p.Type != html.ElementNode {
			continue
		}
		if marks := namesOf(p); todayMark.MatchString(marks) || headMark.MatchString(marks) && holdsMenu(p) {
			return true
		}
	}
	return false
}
