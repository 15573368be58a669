package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// What the marks of a page say of its writers, and lines that only their style
// tells.

// styled notes a line that is set large or bold and can be a headline.
func (f *facts) styled(n *html.Node) {
	const least, longest = 4, 200
	if n.Data == "span" || n.Data == "div" {
		if !largeStyle.MatchString(attr(n, "style")) {
			return
		}
	}
	if n.Data == "font" && largeFont[attr(n, "size")] == 0 && attr(n, "size") != "4" {
		return
	}
	if c := n.FirstChild; c == nil || c.Type == html.TextNode && len(c.Data) > longest || !aloneInLine(n) {
		return
	}
	if text := textOf(n); len(text) < longest && len(strings.Fields(text)) >= least && headline(text) {
		f.head(n, lineRank)
	}
}

// largeStyle is a style that sets a line larger than text.
var largeStyle = regexp.MustCompile(`(?i)font-size:\s*(?:1[8-9]|[2-9]\d)(?:\.\d+)?(?:px|pt)|font-size:\s*(?:1\.[3-9]|[2-5])\d*(?:\.\d+)?r?em|font-size:\s*(?:x-|xx-)?large`)

// authorPath is in the address of a page about one writer.
var authorPath = regexp.MustCompile(`(?i)/(?:authors?|autor(?:en|es|a)?|auteurs?|auteures?|people|person|staff|profiles?|profil|journaliste?s?|redaktion|redakteure?|redactores|firmas|contributors?|writers?|reporters?|columnists?|by|skribent|journalist|medewerker|novinari|redaktori?|szerzok?|yazar(?:lar)?|toimittajat?|autori|autorzy|team)/[^/?#]+|[?&]author=`)

// authorLink notes a link to the page of a writer, where its words are a name.
func (f *facts) authorLink(n *html.Node) {
	if n.Data != "a" || f.writer != "" || !authorPath.MatchString(attr(n, "href")) {
		return
	}
	if name := oneLine(textOf(n)); len(strings.Fields(name)) >= 2 && writers(name) && !aside(n) {
		f.writer = name
	}
}

// linesOf is the text of an element with its lines apart.
func linesOf(n *html.Node) string {
	const longest = 300
	if len(textOf(n)) > longest {
		return ""
	}
	lines := make([]string, 0, 4)
	w := writer{names: true, every: true}
	w.node(n)
	w.end()
	for _, b := range w.out {
		lines = append(lines, b.text)
	}
	return strings.Join(lines, "\n")
}

// visibleAuthor reads the words of an element that is marked as the byline.
func (f *facts) visibleAuthor(text string) {
	if len(text) > 150 || text == "" {
		return
	}
	if who, ok := creditParts(text); ok && who.byline != "" {
		f.masthead.byline = who.byline
		return
	}
	text = oneLine(text)
	if asianName.MatchString(text) {
		f.masthead.byline = text
		return
	}
	if f.masthead.fromLine(text) {
		return
	}
	if name, _ := splitByline(text); len(strings.Fields(name)) >= 2 && len(strings.Fields(name)) <= 8 {
		f.masthead.byline = name
	}
}
