package ingest

import (
	"strings"

	"golang.org/x/net/html"
)

// shape names the headlines of a page that marks none: word processors style a
// paragraph as a title, and old pages set it in a large font.
func shape(root *html.Node) {
	var large *html.Node
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "h1", "h2", "h3":
			return
		case "p":
			if class := strings.ToLower(attr(n, "class")); class == "msotitle" || class == "title" {
				n.Data = "h1"
				return
			}
		case "font":
			if t := textOf(n); largeFont[attr(n, "size")] > 0 && len(t) < 250 && len(strings.Fields(t)) >= 4 && headline(t) &&
				(large == nil || largeFont[attr(n, "size")] > largeFont[attr(large, "size")]) {
				large = n
			}
		}
	}
	if large != nil {
		large.Data = "h1"
	}
}

var largeFont = map[string]int{"5": 5, "6": 6, "7": 7, "+2": 5, "+3": 6, "+4": 7}

// isCard reports whether a link is a box that leads to another page: one with
// blocks or several lines in it, and not words of the text.
func isCard(n *html.Node) bool {
	if n.Data != "a" || attr(n, "href") == "" {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (blockTags[d.Data] && d.Data != "p" || d.Data == "article") {
			return true
		}
	}
	return false
}
