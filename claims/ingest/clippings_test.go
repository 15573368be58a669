package ingest

import (
	"strings"
	"testing"
)

// TestForms reads the fields that clipping services put above a text.
func TestForms(t *testing.T) {
	story := strings.Join(quayStory, "\n\n")
	expectRead(t, "form.txt", []byte("Headline: Quay to be rebuilt\nByline: Ingrid Solberg\nPublication: The Varnholm Courier\nDate: 5 March 2019\nWord count: 42\n\n"+story+"\n"), quayAbout)
	var rows strings.Builder
	for _, r := range [][2]string{{"Titel", "Quay to be rebuilt"}, {"Autor", "Ingrid Solberg"}, {"Medium", "The Varnholm Courier"}, {"Datum", "05.03.2019"}} {
		rows.WriteString("<w:tr><w:tc><w:p><w:r><w:t>" + r[0] + "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>" + r[1] + "</w:t></w:r></w:p></w:tc></w:tr>")
	}
	doc := "<w:document><w:body><w:tbl>" + rows.String() + "</w:tbl><w:p><w:r><w:t>" + strings.Join(quayStory, "</w:t></w:r></w:p><w:p><w:r><w:t>") + "</w:t></w:r></w:p></w:body></w:document>"
	core := `<cp:coreProperties><dc:title>Clipping template</dc:title><dc:creator>Media Monitoring</dc:creator></cp:coreProperties>`
	expectRead(t, "form.docx", zipOf(t, member{"word/document.xml", doc}, member{"docProps/core.xml", core}), quayAbout)
	if _, _, ok := form([]block{{text: "Date palms were planted along the quay."}, {text: "Land reform was not discussed."}, {text: "Page after page of the report is about stone."}}); ok {
		t.Error("sentences were taken for the fields of a form")
	}
}

// TestAboveTheHeadline reads the paper, the day and the page where they stand
// above the headline.
func TestAboveTheHeadline(t *testing.T) {
	story := strings.Join(quayStory, "\n\n")
	expectRead(t, "base.txt", []byte("The Varnholm Courier\nVarnholm, Tuesday 5 March 2019, p. 7\n\nQuay to be rebuilt\n\nBy Ingrid Solberg\n\n"+story+"\n"), quayAbout)
	rtf := strings.NewReplacer("“", `\'93`, "”", `\'94`).Replace(strings.Join(quayStory, `\par `))
	expectRead(t, "pad.rtf", []byte(`{\rtf1\ansi\pard The Varnholm Courier, Tuesday, 5 March 2019, page 9\par\b Quay to be rebuilt\b0\par by Ingrid Solberg\par `+rtf+`\par}`), quayAbout)
}

// TestMailsOfOthers reads a release with a greeting and a signature around it,
// and an article that a list hands on.
func TestMailsOfOthers(t *testing.T) {
	story := strings.Join(quayStory, "\n\n")
	head := "From: \"Pruitt, Wanda\" <wanda@quay.example>\nSubject: Quay to be rebuilt\nDate: Tue, 5 Mar 2019 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n"
	it := expectRead(t, "release.eml", []byte(head+"Good morning,\n\nOur news is below.\n\nQuay to be rebuilt\n\n"+story+"\n\nWanda Pruitt\nPress office, tel. 555 0142\n\nThis e-mail is confidential and intended solely for the addressee.\n"),
		about{"Quay to be rebuilt", "Wanda Pruitt", "", "2019-03-05"})
	if it.Text != story {
		t.Errorf("read %q", it.Text)
	}
	list := "From: Clippings via Islands <islands@lists.example>\nSubject: [Islands] Quay to be rebuilt\nList-Id: <islands.lists.example>\nDate: Thu, 7 Mar 2019 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n" +
		"The Varnholm Courier\nQuay to be rebuilt\nby Ingrid Solberg\n5 March 2019\nhttps://courier.example/quay\n\n" + story + "\n\n-- \nA service of the library\n"
	it = expectRead(t, "list.eml", []byte(list), quayAbout)
	if it.Article.URL != "https://courier.example/quay" {
		t.Errorf("address %q", it.Article.URL)
	}
}

// TestCreditParts reads lines of credits in any order, and takes no sentence
// for one.
func TestCreditParts(t *testing.T) {
	for line, want := range map[string]about{
		"Tiago Falcão Reis 14 de setembro de 2021 às 17:45":                   {byline: "Tiago Falcão Reis", published: "2021-09-14"},
		"Emil Trask | Carrow Valley Record | Wednesday, 24 June 2020":         {byline: "Emil Trask", outlet: "Carrow Valley Record", published: "2020-06-24"},
		"Von Wiebke Tönnies\nStand: 17.03.2023, 14:05 Uhr\nLesedauer: 2 Min.": {byline: "Wiebke Tönnies", published: "2023-03-17"},
		"Marloes Terpstra\n16 mei 2023, 14:30\nLaatste update: 17 mei 2023":   {byline: "Marloes Terpstra", published: "2023-05-16"},
		"Publicerad 29 november 2022 kl. 06.00":                               {published: "2022-11-29"},
		"1. marts 2022 kl. 14:05 af redaktionen":                              {published: "2022-03-01"},
		"The vote of 5 March 2019 changed the town":                           {},
		"Department of Trams, 5 March 2019":                                   {},
	} {
		who, ok := creditParts(line)
		if got := (about{"", who.byline, who.outlet, who.published.String()}); got != want || ok != (want != about{}) {
			t.Errorf("%q: read %+v (%t), want %+v", line, got, ok, want)
		}
	}
}

// TestImprints makes no article of the publisher's note in a book, and takes the
// day of a paper from the book's title.
func TestImprints(t *testing.T) {
	items, err := Read(t.Context(), "weekly.epub", zipOf(t, member{"mimetype", "application/epub+zip"},
		member{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`},
		member{"p.opf", `<package><metadata><title>Varnholm Weekly, 5 March 2019</title></metadata><manifest><item id="c" href="c.html"/><item id="a" href="a.html"/></manifest><spine><itemref idref="c"/><itemref idref="a"/></spine></package>`},
		member{"c.html", "<p>Copyright © 2019 Quay Press. All rights reserved. No part of this publication may be reproduced without the permission of the publisher, which is seldom refused to a neighbour.</p>"},
		member{"a.html", "<h1>Quay to be rebuilt</h1><p>By Ingrid Solberg</p>" + html5(quayStory)}), Limits{})
	if err != nil || len(items) != 1 || items[0].Article.Title != "Quay to be rebuilt" || items[0].Article.Published.String() != "2019-03-05" {
		t.Errorf("read %+v, error %v", items, err)
	}
}

// TestFieldsInMarkdown reads the fields that programs for notes write below a
// title.
func TestFieldsInMarkdown(t *testing.T) {
	expectRead(t, "note.md", []byte("# Quay to be rebuilt\n\nAutor: Ingrid Solberg\nMedium: The Varnholm Courier\nDatum: 5. März 2019\n\n"+strings.Join(quayStory, "\n\n")+"\n"), quayAbout)
}

// TestEscapedTwice reads a feed whose markup was escaped twice.
func TestEscapedTwice(t *testing.T) {
	escaped := strings.NewReplacer("<", "&amp;lt;", ">", "&amp;gt;").Replace(html5(quayStory))
	expectRead(t, "a.rss", []byte(`<rss><channel><title>The Varnholm Courier</title><item><title>Quay to be rebuilt</title><author>i@courier.example (Ingrid Solberg)</author><pubDate>Tue, 05 Mar 2019 08:00:00 GMT</pubDate><description>`+escaped+`</description></item></channel></rss>`), quayAbout)
}

// TestDatesOfDatelines reads months of languages that only datelines are read in.
func TestDatesOfDatelines(t *testing.T) {
	for line, want := range map[string]string{
		"Offentliggjort: 12. maj 2022 kl. 09:31": "2022-05-12", "Publisert 3. desember 2021, kl. 07.15": "2021-12-03", "Publicerad 29 augusti 2022": "2022-08-29",
		"12 maja 2022, 14:20": "2022-05-12", "12 Maggio 2022 alle 15:04": "2022-05-12", "5 fev 2021": "2021-02-05", "16 mrt 2023, 14:30": "2023-03-16", "12. toukokuuta 2022": "2022-05-12",
	} {
		if got := shownDate(line).String(); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}
