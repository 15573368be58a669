package ingest

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// weight is how much text stands below an element, in bytes.
type weight struct {
	text int // all of it
	link int // in links
	good int // in paragraphs that read like sentences
}

type weights map[*html.Node]weight

// weigh measures every element, bottom up.
func weigh(root *html.Node) weights {
	w := weights{}
	w.below(root)
	return w
}

// below measures n. It gives the inline text that n leaves to the block
// element around it.
func (w weights) below(n *html.Node) (inline weight, last byte) {
	if n.Type == html.TextNode {
		t := strings.TrimSpace(n.Data)
		if t == "" {
			return weight{}, 0
		}
		return weight{text: len(t)}, t[len(t)-1]
	}
	var all, own weight
	var end byte
	flush := func() {
		all.text += own.text
		all.link += own.link
		if sentences(own, end) {
			all.good += own.text
		}
		own, end = weight{}, 0
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (droppedTags[c.Data] || c.Data == "br" && isBreak(c.NextSibling)) {
			if c.Data == "br" {
				flush()
			}
			continue
		}
		in, b := w.below(c)
		if c.Type == html.ElementNode && blockTags[c.Data] {
			flush()
			all.text, all.link, all.good = all.text+w[c].text, all.link+w[c].link, all.good+w[c].good
			continue
		}
		own.text, own.link = own.text+in.text, own.link+in.link
		if c.Type == html.ElementNode { // of blocks inside of an inline element
			all.text, all.link, all.good = all.text+w[c].text-in.text, all.link+w[c].link-in.link, all.good+w[c].good
		}
		if b != 0 {
			end = b
		}
	}
	if n.Type == html.ElementNode && !blockTags[n.Data] {
		if leadsOn(n) {
			own.link = own.text
		}
		w[n] = weight{text: all.text + own.text, link: all.link + own.link, good: all.good}
		return own, end
	}
	flush()
	w[n] = all
	return weight{}, 0
}

// leadsOn reports whether an element is a link and not the mark of a place.
func leadsOn(n *html.Node) bool {
	return n.Data == "a" && (hasAttr(n, "href") || !hasAttr(n, "name") && !hasAttr(n, "id"))
}

// sentences reports whether a run of inline text reads like sentences: long
// enough, or ended like one, and no list of links.
func sentences(run weight, last byte) bool {
	if run.link*5 > run.text*2 {
		return false
	}
	return run.text >= 80 || run.text >= 25 && (strings.IndexByte(".!?\"'", last) >= 0 || last >= utf8.RuneSelf)
}

func isBreak(n *html.Node) bool {
	for ; n != nil; n = n.NextSibling {
		if n.Type == html.ElementNode {
			return n.Data == "br"
		}
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return false
		}
	}
	return false
}

// bodyNames are the names that publishers give the element with the text, as
// the words of markWords joined by a hyphen.
var bodyNames = wordSet(`article-body article-content article-text article-copy article-main articlebody entry-content post-content post-body story-body story-content
	story-text storytext content-body body-content body-copy body-text articletext maincontent main-content post-entry page-content field-name-body rich-text
	article-page-content text-content single-content the-content article-detail news-content news-body newstext article-container story-body-text
	article-paragraphs content-article e-content`)

// mainOf finds the element with the article's text. It trusts the marks of
// the page, itemprop and the names of bodyNames, then <article> and <main>, as
// long as a fair part of the page's sentences stands below one, and weighs
// the elements against each other where there are none.
func mainOf(root *html.Node, w weights) *html.Node {
	total := w[root].good
	var best *html.Node
	for _, marked := range []func(*html.Node) bool{isArticleBody, isNamedBody, isArticle, isMain} {
		best = heaviest(root, w, marked)
		if best != nil && w[best].good*5 >= total*2 && w[best].good > 0 {
			return around(best, w)
		}
	}
	return densest(root, w)
}

func isArticleBody(n *html.Node) bool { return strings.Contains(attr(n, "itemprop"), "articleBody") }
func isArticle(n *html.Node) bool     { return n.Data == "article" || attr(n, "role") == "article" }
func isMain(n *html.Node) bool        { return n.Data == "main" || attr(n, "role") == "main" }

func isNamedBody(n *html.Node) bool {
	words := marks(n)
	for i, word := range words {
		if bodyNames[word] || i > 0 && bodyNames[words[i-1]+"-"+word] || i > 1 && bodyNames[words[i-2]+"-"+words[i-1]+"-"+word] {
			return true
		}
	}
	return false
}

// heaviest is the marked element with the most sentences; of those that stand
// in each other with the same text, the inmost.
func heaviest(root *html.Node, w weights, marked func(*html.Node) bool) *html.Node {
	var best *html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && marked(n) && (best == nil || w[n].good >= w[best].good) {
			best = n
		}
	}
	return best
}

// around climbs to the parent while it has much more of the text: a body that
// is dealt out to several elements of the same kind, with advertisements
// between them, or to unlike ones of one article.
func around(n *html.Node, w weights) *html.Node {
	best := n
	for p := n.Parent; p != nil && p.Type == html.ElementNode && p.Data != "body"; p = p.Parent {
		more := w[p].good - w[best].good
		if more == 0 && tableParts[n.Data] && tableParts[p.Data] { // letters stand in tables within tables
			n = p
			continue
		}
		if more*4 < w[best].good || w[p].link*4 > w[p].text {
			return best
		}
		if !similar(n, p) && !(more*2 > w[best].good && within(p)) {
			return best
		}
		n, best = p, p
	}
	return best
}

var tableParts = wordSet("table tbody tr td center")

// within reports whether an element is the page's article or a part of it.
func within(n *html.Node) bool {
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if isArticle(n) || articleItem.MatchString(attr(n, "itemtype")) {
			return true
		}
	}
	return false
}

var articleItem = regexp.MustCompile(`schema\.org/\w*(?:Article|Posting)\b`)

// similar reports whether the parent holds a second element that is named like
// n: a part of the same text.
func similar(n, parent *html.Node) bool {
	class := attr(n, "class")
	for c := parent.FirstChild; c != nil; c = c.NextSibling {
		if c != n && c.Type == html.ElementNode && c.Data == n.Data && attr(c, "class") == class {
			return true
		}
	}
	return false
}

// densest is the element with the best balance of sentences against other
// text: it descends as long as one child has nearly all of the sentences.
func densest(root *html.Node, w weights) *html.Node {
	n := root
	for {
		var heavy *html.Node
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && (heavy == nil || w[c].good > w[heavy].good) {
				heavy = c
			}
		}
		if heavy == nil || w[heavy].good == 0 || w[heavy].good*100 < w[n].good*70 || heavy.Data == "p" {
			return n
		}
		n = heavy
	}
}
