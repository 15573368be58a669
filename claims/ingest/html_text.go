package ingest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// blockTags begin a paragraph of their own.
var blockTags = wordSet(`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6
	header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul amp-accordion`)

// writer collects the paragraphs of a page.
type writer struct {
	out  []block
	run  strings.Builder
	link int // bytes of the run that are in links
	role role
	pre  bool
	list int // how many list items the run stands in
	// names keeps paragraphs that are one link and can be a person's name: that
	// of the author leads to a page of its own.
	names bool
	// every keeps every paragraph that is one link.
	every bool
	// starts are the places, as indexes of out, where elements with these
	// identifiers begin. It may be nil.
	starts map[string]int
}

// pageBlocks lists the paragraphs below a node.
func pageBlocks(n *html.Node) []block {
	var w writer
	w.node(n)
	w.end()
	return w.out
}

// shownBlocks lists them with the names of people that are links.
func shownBlocks(n *html.Node) []block {
	w := writer{names: true}
	w.node(n)
	w.end()
	return w.out
}

func (w *writer) end() {
	raw := w.run.String()
	text := strings.TrimSpace(raw)
	w.run.Reset()
	link := w.link
	w.link = 0
	if text == "" {
		return
	}
	if !w.every && w.role == body && len(text) < 200 && link*10 > withoutBreaks(text)*9 && (w.list > 0 || !sentenceEnd.MatchString(text)) && (!w.names || (len(strings.Fields(text)) > 4 || !isName(text)) && !(strings.ContainsFunc(text, unicode.IsDigit) && shownDate(text).IsFull())) {
		return // a paragraph that is one link leads to another article
	}
	if !w.every && !w.names && w.role == body && labelledLink(text, link) {
		return
	}
	for _, para := range paragraphsOf(text) {
		w.out = append(w.out, block{text: para, role: w.role})
	}
}

// betweenLinks stands between the links of one line.
var betweenLinks = regexp.MustCompile(`\s*[|·•]\s*`)

// withoutBreaks is the length of a line without what stands between its links.
func withoutBreaks(line string) int {
	if !strings.ContainsAny(line, "|·•") {
		return len(line)
	}
	return len(betweenLinks.ReplaceAllString(line, ""))
}

// labelledLink reports whether a paragraph is a link to another article with a
// word or two before it: "See also: The bridge". link is how much of it is in
// links, in bytes.
func labelledLink(text string, link int) bool {
	const longest, most = 25, 3 // bytes and words of the label
	label, rest, ok := strings.Cut(text, ":")
	rest = strings.TrimSpace(rest)
	return ok && len(label) < longest && len(strings.Fields(label)) <= most && len(rest) > 0 && link*10 > len(rest)*9 && link <= len(rest)+1 && len(strings.Fields(rest)) > most && !sentenceEnd.MatchString(rest)
}

var sentenceEnd = regexp.MustCompile(`[.!?…。！？؟]["'”’»)」』]*$`)

// paragraphsOf parts a run at its empty lines, and at single line breaks where
// these are all that parts its paragraphs.
func paragraphsOf(run string) []string {
	if strings.IndexByte(run, '\n') < 0 {
		return []string{run}
	}
	paras := blankLine.Split(run, -1)
	if len(paras) == 1 {
		lines := strings.Split(run, "\n")
		long := 0
		for _, l := range lines {
			if l = strings.TrimSpace(l); len(l) > 60 && sentenceEnd.MatchString(l) {
				long++
			}
		}
		if len(lines) > 2 && long*3 >= len(lines)*2 {
			return lines
		}
	}
	return paras
}

var blankLine = regexp.MustCompile(`\n[ \t\x{a0}]*(?:\n[ \t\x{a0}]*)+`)

func (w *writer) node(n *html.Node) {
	if n.Type == html.TextNode {
		w.text(n.Data)
		return
	}
	if n.Type != html.ElementNode && n.Type != html.DocumentNode {
		return
	}
	if id := attr(n, "id"); id != "" && w.starts[id] < 0 {
		w.end()
		w.starts[id] = len(w.out)
	}
	if w.special(n) {
		return
	}
	before, pre := w.role, w.pre
	block := blockTags[n.Data]
	if block {
		w.end()
		w.role = roleOf(n, w.role)
	}
	w.pre = pre || n.Data == "pre"
	if n.Data == "li" {
		w.list++
		defer func() { w.list-- }()
	}
	start := w.run.Len()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if w.names && besideEachOther(c) {
			w.run.WriteByte('\n')
		}
		w.node(c)
	}
	w.pre = pre
	switch {
	case block:
		w.end()
		w.role = before
	case leadsOn(n):
		w.link += max(0, w.run.Len()-start)
	case n.Data == "q":
		w.run.WriteString("”")
	}
}

// besideEachOther reports whether an element stands right behind another without
// a blank between them, each with words of its own: a style sheet parts them.
func besideEachOther(n *html.Node) bool {
	const least = 4 // bytes: the first letter of a text can have an element of its own
	before := n.PrevSibling
	if n.Type != html.ElementNode || before == nil || before.Type != html.ElementNode || blockTags[n.Data] || blockTags[before.Data] {
		return false
	}
	left, right := textOf(before), textOf(n)
	last, _ := utf8.DecodeLastRuneInString(left)
	first, _ := utf8.DecodeRuneInString(right)
	return len(left) >= least && len(right) > 1 && len(left)+len(right) < 200 && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == ')') && (unicode.IsUpper(first) || unicode.IsDigit(first) || emailIn.MatchString(right) && !strings.Contains(right, " ") || shownDate(right).IsFull())
}

// special writes the elements whose content is not simply text; it reports
// whether that was all.
func (w *writer) special(n *html.Node) bool {
	switch n.Data {
	case "script", "style", "head", "nav", "template", "img":
		return true
	case "br":
		w.run.WriteByte('\n')
		return true
	case "hr":
		w.end()
		return true
	case "sup":
		return isReference(n)
	case "tr":
		return w.row(n)
	case "q":
		w.run.WriteString("“")
	}
	return false
}

// text writes characters with every run of white space made one space: a line
// end in the source is none on the page.
func (w *writer) text(s string) {
	if w.pre {
		w.run.WriteString(strings.ReplaceAll(s, "\r", ""))
		return
	}
	space := w.run.Len() == 0 || strings.HasSuffix(lastBytes(&w.run), " ") || strings.HasSuffix(lastBytes(&w.run), "\n")
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			if !space {
				w.run.WriteByte(' ')
			}
			space = true
			continue
		}
		w.run.WriteRune(r)
		space = false
	}
}

func lastBytes(b *strings.Builder) string {
	s := b.String()
	return s[max(0, len(s)-1):]
}

// headlineStyle is what programs for layout call the style of a headline.
var headlineStyle = regexp.MustCompile(`(?i)^(?:headline|hed|überschrift|titel|titre|título|titolo)(?:$|[ _\d-])`)

func roleOf(n *html.Node, outer role) role {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return heading
	case "figcaption", "caption", "figure":
		return caption
	case "p":
		if headlineStyle.MatchString(attr(n, "class")) {
			return heading
		}
	}
	for _, w := range marks(n) {
		if w == "caption" || w == "figcaption" || w == "credit" {
			return caption
		}
	}
	return outer
}

// row writes a row of a table of short cells as one paragraph; rows of a table
// that only makes a layout are left to the walk.
func (w *writer) row(n *html.Node) bool {
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
			continue
		}
		t := textOf(c)
		if len(t) > 120 {
			return false
		}
		if t != "" {
			cells = append(cells, t)
		}
	}
	if len(cells) < 2 {
		return false
	}
	w.end()
	w.out = append(w.out, block{text: strings.Join(cells, " "), role: w.role})
	return true
}

// isReference reports whether a raised mark leads to a footnote.
func isReference(n *html.Node) bool {
	t := textOf(n)
	if utf8.RuneCountInString(t) > 5 {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == "a" && strings.Contains(attr(d, "href"), "#") {
			return true
		}
	}
	return false
}
