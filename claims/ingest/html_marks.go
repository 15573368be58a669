package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// visible notes microdata, dates and bylines in the body.
func (f *facts) visible(n *html.Node) {
	if n.Data == "meta" && attr(n, "itemprop") == "" || len(n.Attr) == 0 && n.Data != "time" {
		return
	}
	for prop := range strings.FieldsSeq(attr(n, "itemprop")) {
		f.property(n, prop)
	}
	if f.signed == "" && attr(n, "rel") == "author" && !nestedArticle(n) {
		f.signed = textOf(n)
	}
	marks := namesOf(n)
	told := f.toldBy(marks)
	if n.Data == "time" || told.date {
		if len(f.times) < 40 && !aside(n) && !ofToday(n) {
			f.time(n, marks)
		}
		return
	}
	if said := attr(n, "aria-label"); publishedOn.MatchString(said) && len(f.times) < 40 && !aside(n) { // shown by the style sheet alone
		if d := shownDate(afterUpdate.ReplaceAllString(said, "")); d.IsFull() {
			f.times = append(f.times, timeTag{date: d})
		}
		return
	}
	if told.logo {
		f.banner(n)
	}
	if f.masthead.byline == "" && told.author && !aside(n) && !inMenu(n) {
		f.visibleAuthor(linesOf(n))
	}
}

var (
	publishedOn = regexp.MustCompile(`(?i)^(?:published|posted|publié|veröffentlicht|publicado)\b`)
	afterUpdate = regexp.MustCompile(`(?i)\s*\b(?:updated|mis à jour|aktualisiert|actualizado)\b.*$`)
)

// namesOf is what an element is called, as it is written and parted into words:
// "NewsDate" also as "news date".
func namesOf(n *html.Node) string {
	var raw []string
	for _, key := range []string{"class", "id", "data-testid", "rel", "property"} {
		if v := attr(n, key); v != "" && len(v) < 400 {
			raw = append(raw, v)
		}
	}
	all := strings.Join(raw, " ")
	return strings.ToLower(all) + " " + strings.Join(markWords(all), " ")
}

var (
	dateMark   = regexp.MustCompile(`(?:^|[ _:-])(?:date|dateline|datetime|timestamp|time|published|publishdate|pubdate|pub-date|updated|modified|publish|dtstamp|entry-date|post-date)(?:$|[ _-])|datepublished|publishedat|publish(?:ed)?date|articledate|postdate`)
	authorMark = regexp.MustCompile(`(?:^|[ _:-])(?:byline|author|authors|by|creator|writer|reporter|contributor|vcard|journalist|autor|autore|auteur|szerzo|kirjoittaja|skribent|redaktor|yazar|muhabir|assinatura|firma)(?:$|[ _-])|byline|(?:^|[ _-])(?:meta|entry-meta|post-meta|meta-line|submitted|post-info|article-info|infos?|dateline|credits?|details)(?:$|[ _-])|author-?name|articleauthor|byauthor`)
)

func (f *facts) property(n *html.Node, prop string) {
	prop = strings.ToLower(prop)
	if _, ok := f.props[prop]; ok && prop != "author" || aside(n) {
		return
	}
	value := attr(n, "content")
	if value == "" {
		value = attr(n, "datetime")
	}
	if value == "" && hasAttr(n, "itemscope") {
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && attr(d, "itemprop") == "name" {
				if value = attr(d, "content"); value == "" {
					value = textOf(d)
				}
				break
			}
		}
	}
	switch prop {
	case "headline", "author", "creator", "datepublished", "datecreated", "datemodified", "publisher", "name", "inlanguage", "alternativeheadline":
		if value == "" {
			value = textOf(n)
		}
	}
	if value = strings.TrimSpace(value); value == "" || len(value) > maxField {
		return
	}
	if old := f.props[prop]; old != "" && !strings.Contains(old, value) && len(old) < 200 {
		value = old + ", " + value
	}
	f.props[prop] = value
}

// aside reports whether the element stands where a page shows other articles,
// comments or the people behind the site.
func aside(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p.Type != html.ElementNode {
			continue
		}
		if p.Data == "aside" || p.Data == "nav" || p.Data == "article" && nestedArticle(p) || strongJunk(p) {
			return true
		}
		if p.Data == "footer" && p.Parent != nil && p.Parent.Data == "body" {
			return true
		}
	}
	return false
}

// inMenu reports whether the element stands in something called a menu.
func inMenu(n *html.Node) bool {
	for p := n; p != nil && !isArticle(p); p = p.Parent {
		if p.Type == html.ElementNode && p.Data != "body" && menuMark.MatchString(namesOf(p)) && len(textOf(p)) < maxField {
			return true
		}
	}
	return false
}

func nestedArticle(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && p.Data == "article" {
			return true
		}
	}
	return false
}
