package ingest

import (
	"bytes"
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "xml", Endings: []string{"xml", "dbk", "fb2", "abw", "tei", "jats"}, detect: detectXMLDocument, read: readXMLDocument})
}

// detectXMLDocument recognises documents of XML that no other reader knows. Read
// as plain text they would be full of tags.
func detectXMLDocument(_ string, head []byte) int {
	head = bytes.TrimLeft(head, "\ufeff \t\r\n")
	if bytes.HasPrefix(head, []byte("<?xml")) && firstTag(head) != "" {
		return byName + 1
	}
	return 0
}

// Names of elements in the forms of XML that people write articles and books in:
// DocBook, JATS, TEI, FictionBook, AbiWord and what is like them.
var (
	xmlParagraphs = wordSet("p para simpara formalpara v line")
	xmlHeadings   = wordSet("title head subtitle article-title")
	xmlAbout      = wordSet("info articleinfo bookinfo front teiheader description metadata meta head-meta styles pagesize binary back bibliography revisionhistory lists history")
)

// readXMLDocument reads the paragraphs of such a document, and what it says of
// itself above them.
func readXMLDocument(j *job, name string, data []byte) ([]Item, error) {
	root, err := parseXML(j, name, data)
	if err != nil {
		return nil, err
	}
	x := xmlDocument{}
	x.below(root, 0)
	if len(x.blocks) == 0 {
		return nil, claims.Refused(name, claims.Say("error.holdsNoArticle", "holds no article text"))
	}
	return single(name, "xml", xmlMeta(root), x.blocks)
}

// xmlDocument collects the paragraphs.
type xmlDocument struct{ blocks []block }

func (x *xmlDocument) below(e *element, depth int) {
	const deepest = 200
	for _, c := range e.children {
		low := strings.ToLower(c.name)
		switch {
		case depth > deepest, xmlAbout[low]:
		case xmlParagraphs[low]:
			if text := c.words(); text != "" {
				role := body
				if style := strings.ToLower(c.attr("style")); strings.HasPrefix(style, "heading") || strings.HasPrefix(style, "title") {
					role = heading
				}
				x.blocks = append(x.blocks, block{text: text, role: role})
			}
		case xmlHeadings[low]:
			if text := c.words(); text != "" {
				x.blocks = append(x.blocks, block{text: text, role: heading})
			}
		default:
			x.below(c, depth+1)
		}
	}
}

// xmlMeta reads title, writer and day from wherever such a document has them.
func xmlMeta(root *element) (m meta) {
	m.language = languageTag(root.attr("lang"))
	for _, key := range []string{"article-title", "book-title"} {
		m.title = orElse(m.title, root.find(key).words())
	}
	for _, about := range []string{"info", "articleinfo", "bookinfo", "titleStmt"} {
		m.title = orElse(m.title, root.find(about).child("title").words())
	}
	for _, key := range []string{"contrib", "author"} {
		if e := root.find(key); e != nil && m.byline == "" {
			m.byline = people(xmlName(e))
		}
	}
	for _, key := range []string{"pubdate", "pub-date", "date"} {
		if e := root.find(key); e != nil && m.published.IsZero() && root.find("document-info").find(key) != e { // where FictionBook has the day of making
			m.published = firstDate(e.attr("iso-8601-date"), e.attr("when"), e.attr("value"))
			if m.published.IsZero() {
				m.published = shownDate(e.words())
			}
		}
	}
	return m
}

// xmlName is the name of a person, whose parts can stand in any order.
func xmlName(e *element) string {
	first := orElse(orElse(e.find("firstname").words(), e.find("first-name").words()), e.find("given-names").words())
	last := orElse(orElse(e.find("surname").words(), e.find("last-name").words()), e.find("family-names").words())
	if first != "" && last != "" {
		return first + " " + last
	}
	return e.words()
}
