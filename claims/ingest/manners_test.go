package ingest

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// quayStory is a short article of an invented town.
var quayStory = []string{
	"The old quay at Varnholm will be rebuilt from stone, harbour master Tove Aaker said on Friday, after two winters of storms.",
	"“It will stand for a hundred years,” she said. The work is to begin in April and to cost nine million.",
}

func html5(paras []string) string { return "<p>" + strings.Join(paras, "</p>\n<p>") + "</p>" }

// about is what a reader tells of an article.
type about struct{ title, byline, outlet, published string }

// expectRead reads a file that holds the quay's story and compares what was found.
func expectRead(t *testing.T, name string, data []byte, want about) Item {
	t.Helper()
	items, err := Read(t.Context(), name, data, Limits{})
	if err != nil || len(items) != 1 {
		t.Fatalf("%s: %d articles, error %v", name, len(items), err)
	}
	a := items[0].Article
	if got := (about{a.Title, a.Byline, a.Outlet, a.Published.String()}); got != want {
		t.Errorf("%s: read %+v, want %+v", name, got, want)
	}
	if !strings.Contains(items[0].Text, strings.Join(quayStory, "\n\n")) && !strings.HasSuffix(name, ".txt") {
		t.Errorf("%s: the text is %q", name, items[0].Text)
	}
	return items[0]
}

var quayAbout = about{"Quay to be rebuilt", "Ingrid Solberg", "The Varnholm Courier", "2019-03-05"}

// TestCreditsWithoutAWord reads names, dates and outlets below a title that no
// "By" announces.
func TestCreditsWithoutAWord(t *testing.T) {
	for text, want := range map[string]about{
		"Ingrid Solberg, 5 March 2019":                          {byline: "Ingrid Solberg", published: "2019-03-05"},
		"Parisa Karimi, March 5, 2019":                          {byline: "Parisa Karimi", published: "2019-03-05"},
		"Zsófia Antal | 5 March 2019":                           {byline: "Zsófia Antal", published: "2019-03-05"},
		"Ana Belén Prado\n5 March 2019":                         {byline: "Ana Belén Prado", published: "2019-03-05"},
		"Ingrid Solberg\nThe Varnholm Courier\n5 March 2019":    {byline: "Ingrid Solberg", outlet: "The Varnholm Courier", published: "2019-03-05"},
		"Ingrid Solberg, Varnholm Courier":                      {byline: "Ingrid Solberg", outlet: "Varnholm Courier"},
		"March 5, 2019 by Ingrid Solberg":                       {byline: "Ingrid Solberg", published: "2019-03-05"},
		"New Haven, March 5, 2019":                              {published: "2019-03-05"},
		"Varnholm, 5. März 2019":                                {published: "2019-03-05"},
		"The vote of 5 March 2019 changed the town for a while": {},
		"Neither side would speak to us":                        {},
	} {
		who, ok := creditLines(text)
		if ok != (want != about{}) {
			t.Errorf("%q: read as credits: %t", text, ok)
		}
		if got := (about{"", who.byline, who.outlet, who.published.String()}); got != want {
			t.Errorf("%q: read %+v, want %+v", text, got, want)
		}
	}
}

// TestRunningLines takes outlet and date from headers and footers of documents.
func TestRunningLines(t *testing.T) {
	paras := func(lines ...string) (out string) {
		for _, l := range lines {
			out += "<w:p><w:r><w:t>" + strings.ReplaceAll(l, "|", "</w:t><w:tab/><w:tab/><w:t>") + "</w:t></w:r></w:p>"
		}
		return out
	}
	text := append([]string{"Quay to be rebuilt", "Ingrid Solberg"}, quayStory...)
	expectRead(t, "quay.docx", zipOf(t,
		member{"word/document.xml", "<w:document><w:body>" + paras(text...) + "</w:body></w:document>"},
		member{"word/header1.xml", "<w:hdr>" + paras("The Varnholm Courier|5 March 2019") + "</w:hdr>"},
		member{"word/footer1.xml", "<w:ftr>" + paras("© Varnholm Media|Page 1") + "</w:ftr>"}), quayAbout)
	expectRead(t, "quay.fodt", []byte(`<office:document xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:master-styles><style:master-page><style:header><text:p>The Varnholm Courier<text:tab/>5 March 2019</text:p></style:header></style:master-page></office:master-styles>`+
		`<office:body><office:text><text:h>Quay to be rebuilt</text:h><text:p>Ingrid Solberg</text:p><text:p>`+strings.Join(quayStory, "</text:p><text:p>")+`</text:p></office:text></office:body></office:document>`), quayAbout)
	rtf := strings.NewReplacer("“", `\'93`, "”", `\'94`).Replace(strings.Join(quayStory, `\par `))
	expectRead(t, "quay.rtf", []byte(`{\rtf1\ansi{\header\pard The Varnholm Courier\tab 5 March 2019\par}\pard\b Quay to be rebuilt\b0\par Ingrid Solberg\par `+rtf+`\par}`), quayAbout)
}

// TestParagraphsOfLineBreaks parts what some writers put into one paragraph.
func TestParagraphsOfLineBreaks(t *testing.T) {
	doc := "<w:document><w:body><w:p><w:r><w:t>Quay to be rebuilt</w:t></w:r></w:p><w:p><w:r><w:t>" + strings.Join(quayStory, "</w:t><w:br/><w:br/><w:t>") + "</w:t></w:r></w:p></w:body></w:document>"
	expectRead(t, "quay.docx", zipOf(t, member{"word/document.xml", doc}), about{title: "Quay to be rebuilt"})
}

// TestHandedOnTwice reads mails that were handed on twice, or without a mark.
func TestHandedOnTwice(t *testing.T) {
	head := "From: Rita Marsh <rita@example.org>\nSubject: Fwd: Fwd: Quay to be rebuilt\nDate: Thu, 7 Mar 2019 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n"
	story := strings.Join(quayStory, "\n\n") + "\n"
	twice := head + "FYI\n\n---------- Forwarded message ---------\nFrom: Sam Otis <sam@example.org>\nDate: Wed, 6 Mar 2019\nSubject: Fwd: Quay to be rebuilt\nTo: Rita\n\nSee below.\n\n" +
		"---------- Forwarded message ---------\nFrom: Solberg, Ingrid <ingrid@courier.example>\nDate: Tue, 5 Mar 2019\nSubject: Quay to be rebuilt\nTo: Sam\n\n" + story
	unmarked := head + "Worth a line?\n\nFrom: Ingrid Solberg <ingrid@courier.example>\nSent: Tuesday, 5 March 2019 08:12\nTo: Rita Marsh\nSubject: Quay to be rebuilt\n\n" + story
	want := about{title: "Quay to be rebuilt", byline: "Ingrid Solberg", published: "2019-03-05"}
	expectRead(t, "twice.eml", []byte(twice), want)
	expectRead(t, "unmarked.eml", []byte(unmarked), want)
	quoted := head + "Please see below.\n\n> -----Original Message-----\n> From: Ingrid Solberg [mailto:ingrid@courier.example]\n> Sent: Tuesday, March 5, 2019 8:12 AM\n> To: Rita Marsh\n> Subject: Quay to be rebuilt\n>\n> " + strings.ReplaceAll(strings.TrimSpace(story), "\n", "\n> ") + "\n"
	expectRead(t, "quoted.eml", []byte(quoted), want)
	letter := strings.Replace(head, "Rita Marsh", "Quay Letter", 1) + story
	letter = strings.Replace(letter, "Date:", "List-Unsubscribe: <https://example.org/u>\nDate:", 1)
	expectRead(t, "letter.eml", []byte(letter), about{"Quay to be rebuilt", "", "Quay Letter", "2019-03-07"})
}

// TestPressDatabase reads the lines that a press database and an agency put
// above an article.
func TestPressDatabase(t *testing.T) {
	story := strings.Join(quayStory, "\n\n")
	expectRead(t, "export.txt", []byte("                 1 of 1 DOCUMENT\n\n            The Varnholm Courier\n\n            March 5, 2019 Tuesday\n                FINAL EDITION\n\nQuay to be rebuilt\n\n"+
		"BYLINE: Ingrid Solberg\n\nSECTION: NEWS; Pg. A4\n\nLENGTH: 42 words\n\n"+story+"\n\nLOAD-DATE: March 6, 2019\n"), quayAbout)
	expectRead(t, "letters.txt", []byte("HD Quay to be rebuilt\nBY Ingrid Solberg\nWC 42 words\nPD 5 March 2019\nSN The Varnholm Courier\nLP\n\n"+story+"\n"), quayAbout)
	expectRead(t, "archive.txt", []byte("Quay to be rebuilt\n==================\n\nPublished 5 March 2019 in The Varnholm Courier\nAuthor: Ingrid Solberg\n\n"+story+"\n"), quayAbout)
	expectRead(t, "wire.txt", []byte("BC-QUAY/VARNHOLM (LANTERN)\nQuay at Varnholm to be rebuilt\n\nBy Ingrid Solberg\n\n"+story+"\n"),
		about{title: "Quay at Varnholm to be rebuilt", byline: "Ingrid Solberg"})
}

// TestOlderAgencyFormats reads NewsML 1 and a NITF byline with its title.
func TestOlderAgencyFormats(t *testing.T) {
	expectRead(t, "quay.xml", []byte(`<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2:1" "NewsML_1.2.dtd"><NewsML><NewsItem><NewsManagement><FirstCreated>20190305T101112Z</FirstCreated></NewsManagement><NewsComponent>`+
		`<NewsLines><HeadLine>Quay to be rebuilt</HeadLine><ByLine>By Ingrid Solberg</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="The Varnholm Courier"/></Provider></AdministrativeMetadata><ContentItem><DataContent>`+
		html5(quayStory)+`</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`), quayAbout)
	expectRead(t, "nitf.xml", []byte(`<nitf><head><docdata><date.issue norm="20190305T090000Z"/></docdata><pubdata name="The Varnholm Courier"/></head><body><body.head><hedline><hl1>Quay to be rebuilt</hl1></hedline>`+
		`<byline>By Ingrid Solberg<byttl>Courier Staff</byttl></byline></body.head><body.content>`+html5(quayStory)+`</body.content></body></nitf>`), quayAbout)
}

// TestNewspaperAsBook makes an article of every file in a section of a paper,
// and none of the lists of them.
func TestNewspaperAsBook(t *testing.T) {
	page := func(title, text string) string { return "<html><body><h1>" + title + "</h1>" + text + "</body></html>" }
	list := page("World", `<ul><li><a href="a.html">Quay to be rebuilt</a> The old quay at Varnholm goes.</li><li><a href="b.html">Ferry to stop</a> No more boats.</li></ul>`)
	ferry := []string{"The ferry to Lund will stop in May, its owner Per Holm said on Monday, since nobody takes it any more.", "“We carried nine people last week, and three of them were my cousins,” he said."}
	items, err := Read(t.Context(), "paper.epub", zipOf(t, member{"mimetype", "application/epub+zip"},
		member{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`},
		member{"p.opf", `<package><metadata/><manifest><item id="l" href="l.html"/><item id="a" href="a.html"/><item id="b" href="b.html"/><item id="n" href="t.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine><itemref idref="l"/><itemref idref="a"/><itemref idref="b"/></spine></package>`},
		member{"t.ncx", `<ncx><navMap><navPoint><navLabel><text>World</text></navLabel><content src="l.html"/><navPoint><navLabel><text>Quay to be rebuilt</text></navLabel><content src="a.html"/></navPoint><navPoint><navLabel><text>Ferry to stop</text></navLabel><content src="b.html"/></navPoint></navPoint></navMap></ncx>`},
		member{"l.html", list}, member{"a.html", page("Quay to be rebuilt", html5(quayStory))}, member{"b.html", page("Ferry to stop", html5(ferry))}), Limits{})
	if err != nil || len(items) != 2 {
		t.Fatalf("%d articles, error %v", len(items), err)
	}
	if items[0].Text != strings.Join(quayStory, "\n\n") || items[1].Text != strings.Join(ferry, "\n\n") {
		t.Errorf("read %q and %q", items[0].Text, items[1].Text)
	}
}

// TestRollingCaptions reads the captions of a program that recognises speech,
// which shows every line up to three times.
func TestRollingCaptions(t *testing.T) {
	const src = "WEBVTT\n\n00:00:00.000 --> 00:00:03.000\n \nthe<00:00:01.000><c> old</c> quay\n\n00:00:03.000 --> 00:00:03.010\nthe old quay\n \n\n" +
		"00:00:03.010 --> 00:00:06.000\nthe old quay\nwill<00:00:04.000><c> be</c> rebuilt\n\n00:00:06.000 --> 00:00:06.010\nwill be rebuilt\n \n\n00:00:06.010 --> 00:00:08.000\nwill be rebuilt\nin stone.\n"
	items, err := Read(t.Context(), "talk.vtt", []byte(src), Limits{})
	if err != nil || len(items) != 1 || items[0].Text != "the old quay will be rebuilt in stone." {
		t.Errorf("read %+v, error %v", items, err)
	}
}

// TestOtherScripts reads encodings and dates of Japanese and Russian.
func TestOtherScripts(t *testing.T) {
	mail := "From: desk@example.org\nSubject: test\nDate: Wed, 7 Nov 2018 20:15:00 +0900\nContent-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B;T>l$r7z$FBX$($k!#\x1b(B\n"
	items, err := Read(t.Context(), "a.eml", []byte(mail), Limits{})
	if err != nil || items[0].Text != "市場を建て替える。" {
		t.Errorf("read %+v, error %v", items, err)
	}
	for line, want := range map[string]string{"2018年11月7日 朝刊": "2018-11-07", "23 апреля 2019, 18:40": "2019-04-23", "1 мая 2020 г.": "2020-05-01", "2018年13月7日": ""} {
		if got := shownDate(line).String(); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// TestEndsOfFeeds leaves out what programs for sites put below an entry.
func TestEndsOfFeeds(t *testing.T) {
	expectRead(t, "a.rss", []byte(`<rss><channel><title>The Varnholm Courier</title><item><title>Quay to be rebuilt</title><dc:creator xmlns:dc="d">Ingrid Solberg</dc:creator><pubDate>Tue, 05 Mar 2019 08:00:00 GMT</pubDate><description><![CDATA[`+
		html5(append(slices.Clone(quayStory), `The post <a href="#">Quay to be rebuilt</a> appeared first on <a href="#">The Varnholm Courier</a>.`))+`]]></description></item></channel></rss>`), quayAbout)
	if firstSeen.MatchString("The post office appeared first on the list of the council, and nobody minded, because it was the only one that had a roof which did not leak.") {
		t.Error("a sentence was taken for the end of an entry")
	}
}

// TestMailbox reads every mail of a mailbox.
func TestMailbox(t *testing.T) {
	var box strings.Builder
	for _, title := range []string{"Quay to be rebuilt", "Ferry to stop"} {
		box.WriteString("From ingrid@example.org Tue Mar  5 08:00:00 2019\nFrom: Ingrid Solberg <ingrid@example.org>\nSubject: " + title + "\nContent-Type: text/plain; charset=utf-8\n\n" +
			quayStory[0] + "\n\n>From here on it is quiet, she said, as it was in the years before the war.\n\n")
	}
	items, err := Read(t.Context(), "desk.mbox", []byte(box.String()), Limits{})
	if err != nil || len(items) != 2 {
		t.Fatalf("%d articles, error %v", len(items), err)
	}
	if a := items[1]; a.Article.Title != "Ferry to stop" || a.Part != "mail 2" || !strings.Contains(a.Text, "\n\nFrom here on") {
		t.Errorf("read %q of %q: %q", a.Article.Title, a.Part, a.Text)
	}
}

// TestLinksInArchives takes no link of an archive for a text.
func TestLinksInArchives(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	link := &zip.FileHeader{Name: "link.txt"}
	link.SetMode(fs.ModeSymlink | 0o777)
	for _, h := range []*zip.FileHeader{link, {Name: "quay.txt"}} {
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, "Quay to be rebuilt\n\n"+quayStory[0]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	items, err := Read(t.Context(), "cuttings.zip", b.Bytes(), Limits{})
	if err != nil || len(items) != 1 || items[0].Part != "quay.txt" {
		t.Errorf("read %+v, error %v", items, err)
	}
}
