package ingest

import (
	"strings"
	"testing"
)

// TestXMLDocuments reads articles in the forms of XML that converters write.
func TestXMLDocuments(t *testing.T) {
	const start = `<?xml version="1.0" encoding="utf-8"?>`
	paras := func(tag string) string {
		return "<" + tag + ">" + strings.Join(quayStory, "</"+tag+"><"+tag+">") + "</" + tag + ">"
	}
	want := about{title: "Quay to be rebuilt", byline: "Ingrid Solberg", published: "2019-03-05"}
	for name, src := range map[string]string{
		"quay.dbk": `<!DOCTYPE article><article lang="en"><info><title>Quay to be rebuilt</title><author><personname><firstname>Ingrid</firstname><surname>Solberg</surname></personname></author><date>March 5, 2019</date></info>` + paras("para") + `</article>`,
		"quay.xml": `<article><front><article-meta><title-group><article-title>Quay to be rebuilt</article-title></title-group><contrib-group><contrib><name><surname>Solberg</surname><given-names>Ingrid</given-names></name></contrib></contrib-group><pub-date iso-8601-date="2019-03-05"/></article-meta></front><body>` + paras("p") + `</body></article>`,
		"quay.tei": `<TEI><teiHeader><fileDesc><titleStmt><title>Quay to be rebuilt</title><author>Ingrid Solberg</author></titleStmt><publicationStmt><date>March 5, 2019</date></publicationStmt></fileDesc></teiHeader><text><body>` + paras("p") + `</body></text></TEI>`,
		"quay.abw": `<abiword version="3.0"><section><p style="Heading 1">Quay to be rebuilt</p><p style="Normal">By Ingrid Solberg</p><p style="Normal">March 5, 2019</p>` + paras("p") + `</section></abiword>`,
		"quay.fb2": `<FictionBook><description><title-info><author><first-name>Ingrid</first-name><last-name>Solberg</last-name></author><book-title>Quay to be rebuilt</book-title></title-info><document-info><date>1.12.2026</date></document-info></description><body><section><p>March 5, 2019</p>` + paras("p") + `</section></body></FictionBook>`,
	} {
		it := expectRead(t, name, []byte(start+src), want)
		if it.Text != strings.Join(quayStory, "\n\n") {
			t.Errorf("%s: the text is %q", name, it.Text)
		}
	}
	if _, err := Read(t.Context(), "outline.opml", []byte(start+`<opml version="2.0"><body><outline text="x"/></body></opml>`), Limits{}); err == nil {
		t.Error("an outline was read as an article")
	}
}

// TestFieldsOfConverters reads a header with blanks before its colons, and a field
// that goes on in the next line.
func TestFieldsOfConverters(t *testing.T) {
	page := `<html><head><title>Quay to be rebuilt</title></head><body><h1>Quay to be rebuilt</h1><p>By Ingrid Solberg, The Varnholm Courier</p><p>March 5, 2019</p>` + strings.ReplaceAll(html5(quayStory), "=", "=3D") + `</body></html>`
	expectRead(t, "quay.mht", []byte("From : <Saved by AbiWord>\nSubject : \nDate : Tue, 01 Dec 2026 12:24:10 +0100\nMIME-Version : 1.0\nContent-Type : multipart/related; boundary=\"b\"; type=\"text/html\"\n\n--b\nContent-Type : text/html;charset=\"UTF-8\"\nContent-Transfer-Encoding : quoted-printable\n\n"+page+"\n--b--\n"), quayAbout)
	expectRead(t, "quay.md", []byte("author: Ingrid Solberg\ndate: March 5, 2019\ntitle: Quay to be\n  rebuilt\n\n"+strings.Join(quayStory, "\n\n")+"\n"), about{title: "Quay to be rebuilt", byline: "Ingrid Solberg", published: "2019-03-05"})
}
