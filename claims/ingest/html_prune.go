package ingest

import (
	"strings"

	"golang.org/x/net/html"
)

// pruner takes off a page what is not its article.
type pruner struct {
	w     weights
	total int // how much text of sentences the whole page has, in bytes
	// idle are weak words that say nothing on this page, since they stand on most
	// of its sentences: some builders of pages call every paragraph a widget.
	idle map[string]bool
	// judged are the elements whose judgement does not depend on what is left
	// around them.
	judged map[*html.Node]bool
}

// newPruner looks for the words that say nothing on a page.
func newPruner(root *html.Node, w weights) *pruner {
	p := &pruner{w: w, total: w[root].good, idle: map[string]bool{}, judged: map[*html.Node]bool{}}
	for range 3 { // each word can hide behind another
		lost := map[string]int{}
		p.losses(root, lost)
		found := false
		for word, good := range lost {
			if good*2 > p.total {
				p.idle[word], found = true, true
			}
		}
		if !found {
			break
		}
	}
	return p
}

// losses adds up how much text would go by each weak word.
func (p *pruner) losses(n *html.Node, lost map[string]int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if p.junk(c) {
			if word, yes := weakJunk(c, p.idle); yes && word != "" && !strongJunk(c) {
				lost[word] += p.w[c].good
			}
			continue
		}
		p.losses(c, lost)
	}
}

// prune takes everything off the tree that is not the article. An element is
// kept where most of the page's sentences stand in it, whatever its name says.
func (p *pruner) prune(n *html.Node) {
	var next *html.Node
	for c := n.FirstChild; c != nil; c = next {
		next = c.NextSibling
		switch {
		case c.Type == html.CommentNode || c.Type == html.ElementNode && p.junk(c):
			n.RemoveChild(c)
		case c.Type == html.ElementNode:
			p.prune(c)
		}
	}
}

func (p *pruner) junk(n *html.Node) bool {
	here, total := p.w[n], p.total
	yes, known := p.judged[n]
	if !known {
		yes = p.itselfJunk(n)
		if p.judged != nil {
			p.judged[n] = yes
		}
	}
	if yes || p.isCall(n) {
		return true
	}
	_, weakly := weakJunk(n, p.idle)
	return weakly && here.good*4 < total && here.text < 700 && !p.headsText(n)
}

// itselfJunk judges an element by its names and by what is in it.
func (p *pruner) itselfJunk(n *html.Node) bool {
	here, total := p.w[n], p.total
	switch {
	case droppedTags[n.Data]:
		return true
	case strongJunk(n):
		return here.good*2 < total || total-here.good > 600
	case isCard(n):
		return here.good*4 < total && here.text < 700
	}
	return boxTags[n.Data] && here.good*4 < total && here.text < 4000 && (announced(n) || offersLetter(n, here))
}

// headsText reports whether an element is called a header and holds nothing but
// the heading of the sentences that stand right behind it.
func (p *pruner) headsText(n *html.Node) bool {
	if n.Data == "header" && n.Parent != nil && (isArticle(n.Parent) || n.Parent.Data == "body") {
		return false
	}
	heading := ""
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (d.Data == "h2" || d.Data == "h3" || d.Data == "h4") {
			heading = textOf(d)
		}
	}
	if heading == "" || p.w[n].text > len(heading)+40 {
		return false
	}
	next := n.NextSibling
	for next != nil && next.Type != html.ElementNode {
		next = next.NextSibling
	}
	return next != nil && p.w[next].good > 0 && p.w[next].link == 0
}

// isCall reports whether an element among the paragraphs of a text is a small
// box in which readers are asked to click: a line of its own is a link or a
// button.
func (p *pruner) isCall(n *html.Node) bool {
	const most = 300 // bytes
	here := p.w[n]
	if n.Data != "div" && n.Data != "section" || here.text > most || here.text == 0 || n.Parent == nil || !amongParagraphs(n) {
		return false
	}
	for d := range n.Descendants() {
		if d.Type != html.ElementNode || d.Data != "a" && d.Data != "button" {
			continue
		}
		if words := len(strings.Fields(textOf(d))); words > 0 && words < 8 && aloneInLine(d) {
			return true
		}
	}
	return false
}

// amongParagraphs reports whether p elements stand right before and behind n.
func amongParagraphs(n *html.Node) bool {
	before, behind := n.PrevSibling, n.NextSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	for behind != nil && behind.Type != html.ElementNode {
		behind = behind.NextSibling
	}
	return before != nil && behind != nil && before.Data == "p" && behind.Data == "p"
}

// aloneInLine reports whether no words stand beside an element in its block.
func aloneInLine(n *html.Node) bool {
	beside := func(s *html.Node) bool {
		return s != nil && (s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" || s.Type == html.ElementNode && !blockTags[s.Data] && s.Data != "br" && textOf(s) != "")
	}
	for ; n != nil && !blockTags[n.Data]; n = n.Parent {
		if beside(n.PrevSibling) || beside(n.NextSibling) {
			return false
		}
	}
	return true
}
