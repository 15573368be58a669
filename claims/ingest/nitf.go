package ingest

import (
	"strings"

	"onrecord/claims"
)

func init() {
	register(Format{Name: "nitf", Endings: []string{"xml", "nitf"}, detect: detectTag("nitf"), read: readNITF})
}

// readNITF reads the IPTC's News Industry Text Format 3.
func readNITF(j *job, name string, data []byte) ([]Item, error) {
	root, err := parseXML(j, name, data)
	if err != nil {
		return nil, err
	}
	m, blocks := nitf(root)
	item, ok := compose("nitf", m, blocks)
	if !ok {
		return nil, claims.Refused(name, claims.Say("error.newsItemWithout", "is a news item without text"))
	}
	return []Item{item}, nil
}

// nitf reads one document: the paragraphs of its body.content, and what its
// head and body.head say.
func nitf(root *element) (meta, []block) {
	head, top := root.child("head"), root.child("body", "body.head")
	doc, pub := head.child("docdata"), head.child("pubdata")
	m := meta{
		title:  orElse(top.child("hedline", "hl1").words(), head.child("title").words()),
		byline: people(bylineWords(top.find("byline"))), outlet: pub.attr("name"), url: pub.attr("ex-ref"), language: languageTag(root.attr("lang")),
		published: firstDate(doc.child("date.issue").attr("norm"), pub.attr("date.publication"), doc.child("date.release").attr("norm"),
			top.find("story.date").attr("norm")),
	}
	if p := top.find("byline").find("person"); p != nil {
		m.byline = p.words()
	}
	m.outlet = orElse(orElse(m.outlet, top.find("distributor").words()), doc.child("doc.copyright").attr("holder"))
	content := root.child("body", "body.content")
	if content == nil {
		return m, nil
	}
	return m, pageBlocks(asHTML(content))
}

// bylineWords is a byline without the job or the agency that stands in it.
func bylineWords(e *element) string {
	var b strings.Builder
	e.walk(func(c *element) bool {
		b.WriteString(c.text)
		return c.name != "byttl"
	})
	return squeeze(b.String())
}
