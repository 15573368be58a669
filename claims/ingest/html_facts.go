package ingest

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// facts is what a page declares, and where its parts are that people see.
type facts struct {
	ld       linked
	tags     map[string]string // content of <meta>, by name, property or itemprop in lower case
	props    map[string]string // microdata and RDFa of the article: the first value of each property
	headline []string          // h1 to h3, in the order of the page
	sections map[string]bool   // the letters of links to sections of the site
	hosts    []named           // what links to the front page and marks of the site say
	heads    []head            // the same as candidates for the title
	home     []string          // the letters of headings that lead to the front page
	first    []*html.Node      // the h1 elements, two at most
	title    string            // <title>
	link     string            // canonical address
	language string
	times    []timeTag
	signed   string   // the words of a link that is marked as the author's
	data     []string // JSON of the program that shows the page
	writer   string   // the words of a link to the page of a writer
	masthead meta     // what the elements say that are marked as byline and the like
	told     map[string]told
	read     int // bytes of text in the part of the page that was walked
}

// leastLine is how long a text is that is more than a line beside others.
const leastLine = 60

// told is what the names of an element tell of it.
type told struct{ date, author, logo bool }

// toldBy judges names. Most of a page's elements share a few.
func (f *facts) toldBy(marks string) told {
	t, known := f.told[marks]
	if !known {
		t = told{dateMark.MatchString(marks), authorMark.MatchString(marks), logoMark.MatchString(marks)}
		f.told[marks] = t
	}
	return t
}

// factsOf walks the page once.
func factsOf(root *html.Node) facts {
	f := facts{tags: map[string]string{}, props: map[string]string{}, told: map[string]told{}}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			f.element(n)
		case n.Type == html.TextNode && len(n.Data) > leastLine && n.Parent.Data != "script" && n.Parent.Data != "style":
			f.read += len(n.Data)
		}
	}
	f.uncapture()
	if len(f.first) > 0 {
		f.ld.forget(f.titles())
	}
	if f.tags["xsl:vendor"] != "" { // a converter puts the time of its work there
		for _, key := range []string{"dcterms.issued", "dcterms.modified", "dcterms.created"} {
			delete(f.tags, key)
		}
	}
	return f
}

// element notes what one element tells.
func (f *facts) element(n *html.Node) {
	switch n.Data {
	case "html", "body":
		f.language = orElse(f.language, languageTag(attr(n, "lang")+attr(n, "xml:lang")))
	case "title":
		if f.title == "" && (n.Parent == nil || n.Parent.Data != "svg") {
			f.title = programTitle.ReplaceAllString(printed.ReplaceAllString(textOf(n), ""), "")
		}
	case "meta":
		f.meta(n)
	case "link":
		if strings.Contains(strings.ToLower(attr(n, "rel")), "canonical") && f.link == "" {
			f.link = attr(n, "href")
		}
	case "script":
		f.script(n)
	case "h1", "h2", "h3", "p":
		f.heading(n)
	case "b", "strong", "font", "big", "span", "div":
		f.styled(n)
	case "a", "img":
		f.host(n)
		f.authorLink(n)
	case "address":
		if name := oneLine(firstText(n)); f.signed == "" && isName(name) && !aside(n) {
			f.signed = name
		}
	}
	f.visible(n)
}

// titles are what the page calls the article.
func (f *facts) titles() []string {
	out := []string{f.title, f.tags["og:title"], f.tags["twitter:title"], f.tags["title"]}
	for _, n := range f.first {
		out = append(out, textOf(n))
	}
	return out
}

// script notes the data that a page carries.
func (f *facts) script(n *html.Node) {
	const most = 20
	switch kind := attr(n, "type"); {
	case n.FirstChild == nil:
	case strings.Contains(kind, "ld+json"):
		f.ld.add(n.FirstChild.Data)
	case strings.Contains(kind, "/json") && len(f.data) < most && len(n.FirstChild.Data) < maxData:
		f.data = append(f.data, n.FirstChild.Data)
	}
}

// titleStyle is what word processors call the style of a title in their pages.
var titleStyle = regexp.MustCompile(`(?:^| )(?:title|MsoTitle)(?:$| )`)

// firstText is the first text below a node that has a letter.
func firstText(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.ContainsFunc(d.Data, unicode.IsLetter) {
			return d.Data
		}
	}
	return ""
}

// uncapture drops what archive.today says in a page's name: when it was
// captured, and who holds the copy. Other archives keep what the page said.
func (f *facts) uncapture() {
	if captured.MatchString(f.link) || captured.MatchString(f.tags["og:url"]) {
		for _, key := range []string{"article:published_time", "article:modified_time", "og:site_name", "og:url"} {
			delete(f.tags, key)
		}
	}
}

var captured = regexp.MustCompile(`^https?://` + archiveToday + `/`)

// printed is what the title of a page for the printer has more than that of the
// article.
var printed = regexp.MustCompile(`(?i)\s*[-–—|:]\s*` + forPrint + `\s*$|^\s*` + forPrint + `\s*[-–—|:]\s*`)

// programTitle is a title that no person gave.
var programTitle = regexp.MustCompile(`(?i)^(?:untitled(?: document| page)?|no title|abiword html document|new page \d+|microsoft word - .*|unbenanntes dokument|sans titre|(?:documento )?sin título)$`)

const forPrint = `(?:print(?: version| view| page)?|printable version|imprimer|version imprimable|drucken|druckversion|druckansicht|imprimir|versión para imprimir)`

// heading notes a heading, and a paragraph that is styled as the title.
func (f *facts) heading(n *html.Node) {
	first := n.Data == "h1" || n.Data == "p" && titleStyle.MatchString(attr(n, "class"))
	if first || n.Data != "p" {
		f.headings(n)
		f.head(n, headRank(n))
	}
	if first && len(f.first) < 2 {
		f.first = append(f.first, n)
	}
}

// headRank gives the points of a heading for its rank.
func headRank(n *html.Node) float64 {
	switch n.Data {
	case "h2":
		return secondRank
	case "h3":
		return thirdRank
	}
	return firstRank
}

// headings notes a heading and, where it has several parts, each of them: the
// line above a headline often stands within it.
func (f *facts) headings(n *html.Node) {
	const longest, most = 400, 60
	if leadsHome(n) {
		f.home = append(f.home, letters(textOf(n)))
		return
	}
	parts := []string{textOf(n)}
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && len(parts) < 5 {
			parts = append(parts, textOf(c))
		}
	}
	for _, t := range parts {
		if t != "" && len(t) < longest && len(f.headline) < most && (len(f.headline) == 0 || f.headline[len(f.headline)-1] != t) {
			f.headline = append(f.headline, t)
		}
	}
}

func (f *facts) meta(n *html.Node) {
	value := strings.TrimSpace(attr(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		k := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if k == "" {
			continue
		}
		if k == "article:author" || k == "author" || k == "dc.creator" || k == "citation_author" {
			if old := f.tags[k]; old != "" && !strings.Contains(value, "://") && !strings.Contains(old, value) {
				f.tags[k] = old + ", " + value
				continue
			}
		}
		if _, ok := f.tags[k]; !ok {
			f.tags[k] = value
		}
	}
}
