package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// markup gives the paragraphs of a piece of HTML that is known to be the text
// of an article: the body of a feed's entry, a mail or a news item. Characters
// without any tag are plain paragraphs.
func markup(j *job, src string) []block {
	if !strings.Contains(src, "<") && escapedTag.MatchString(src) { // it was escaped twice
		src = html.UnescapeString(src)
	}
	if !strings.Contains(src, "<") {
		return plainBlocks(html.UnescapeString(src))
	}
	root, err := parseTree(j.ctx, src)
	if err != nil {
		return plainBlocks(src)
	}
	return trim(pageBlocks(root), meta{})
}

var escapedTag = regexp.MustCompile(`&lt;(?:p|div|br|h[1-6])\b[^<>]{0,200}&gt;`)

// plainBlocks gives the paragraphs of plain text. Lines that were wrapped by
// hand are joined; where no blank line parts them, every line is a paragraph.
func plainBlocks(text string) []block {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	paras := splitParagraphs(text)
	if len(paras) == 1 && !wrapped(strings.Split(paras[0], "\n")) {
		paras = strings.Split(paras[0], "\n")
	}
	out := make([]block, 0, len(paras))
	for _, p := range paras {
		lines := strings.Split(p, "\n")
		if wrapped(lines) {
			p = strings.Join(lines, " ")
		}
		out = append(out, block{text: p})
	}
	return out
}

// nodeNames are the elements of the news formats by the HTML that shows them.
var nodeNames = map[string]string{
	"hl1": "h2", "hl2": "h3", "bq": "blockquote", "block": "div", "body.content": "div", "media": "figure", "media-caption": "figcaption",
	"media-producer": "figcaption", "media-metadata": "template", "media-reference": "template", "nitf-table": "table", "nitf-table-metadata": "template",
	"fn": "p", "note": "aside", "title": "template",
}

// asHTML makes a tree of XML into one of HTML, so that there is one way from
// elements to paragraphs.
func asHTML(e *element) *html.Node {
	if e.name == "" {
		return &html.Node{Type: html.TextNode, Data: e.text}
	}
	name := strings.ToLower(e.name)
	if known := nodeNames[name]; known != "" {
		name = known
	}
	n := &html.Node{Type: html.ElementNode, Data: name}
	for _, a := range e.attrs {
		n.Attr = append(n.Attr, html.Attribute{Key: strings.ToLower(a.Name.Local), Val: a.Value})
	}
	for _, c := range e.children {
		n.AppendChild(asHTML(c))
	}
	return n
}
