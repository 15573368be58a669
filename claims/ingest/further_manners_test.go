package ingest

import (
	"strings"
	"testing"

	"onrecord/claims/ingest/pdftext"
)

// TestDigest reads the mails that a list sends as one.
func TestDigest(t *testing.T) {
	mail := func(title string) string {
		return "Message: 1\nDate: Tue, 5 Mar 2019 08:00:00 +0000\nFrom: Ingrid Solberg <ingrid@example.org>\nTo: desk@lists.example.org\nSubject: [Desk] " + title + "\nContent-Type: text/plain;\n charset=\"us-ascii\"\n\n" + strings.Join(quayStory, "\n\n") + "\n\n"
	}
	const line = "\n------------------------------\n\n"
	src := "From: desk-request@lists.example.org\nSubject: Desk Digest, Vol 2, Issue 1\nDate: Wed, 6 Mar 2019 12:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\nToday's Topics:\n\n   1. Quay to be rebuilt\n\n\n" +
		strings.Repeat("-", 70) + "\n\n" + mail("Quay to be rebuilt") + line + mail("Ferry to stop") + line + "Subject: Digest Footer\n\n_______\nDesk mailing list\n\n" + line + "End of Desk Digest, Vol 2, Issue 1\n**********\n"
	items, err := Read(t.Context(), "digest.eml", []byte(src), Limits{})
	if err != nil || len(items) != 2 {
		t.Fatalf("%d articles, error %v", len(items), err)
	}
	for i, title := range []string{"Quay to be rebuilt", "Ferry to stop"} {
		a := items[i].Article
		if a.Title != title || a.Byline != "Ingrid Solberg" || a.Published.String() != "2019-03-05" || items[i].Text != strings.Join(quayStory, "\n\n") {
			t.Errorf("read %q by %q of %s: %q", a.Title, a.Byline, a.Published, items[i].Text)
		}
	}
}

// TestForwardedInOtherLanguages reads the header of a mail that Outlook handed on
// in French, with the blanks that French has before a colon.
func TestForwardedInOtherLanguages(t *testing.T) {
	src := "From: Rita Marsh <rita@example.org>\nSubject: TR: Quay to be rebuilt\nDate: Thu, 7 Mar 2019 09:00:00 +0000\nContent-Type: text/html; charset=utf-8\n\n<p>Pour info.</p><div><p><b>De\u00a0:</b> Ingrid Solberg &lt;ingrid@courier.example&gt;<br><b>Envoyé\u00a0:</b> mardi 5 mars 2019 18:22<br><b>À\u00a0:</b> Rédaction<br><b>Objet\u00a0:</b> Quay to be rebuilt</p></div>" + html5(quayStory)
	items, err := Read(t.Context(), "tr.eml", []byte(src), Limits{})
	if err != nil || len(items) != 1 {
		t.Fatalf("%d articles, error %v", len(items), err)
	}
	if a := items[0].Article; a.Byline != "Ingrid Solberg" || a.Published.String() != "2019-03-05" || strings.Contains(items[0].Text, "Envoyé") {
		t.Errorf("read by %q of %s: %q", a.Byline, a.Published, items[0].Text)
	}
}

// TestBodiesOfAgencies reads the text under a name that only one agency uses.
func TestBodiesOfAgencies(t *testing.T) {
	expectRead(t, "item.json", []byte(`{"uri":"http://agency.example/1","type":"text","versioncreated":"2019-03-05T08:00:00Z","pubstatus":"usable","headline":"Quay to be rebuilt","byline":"Ingrid Solberg","source":"The Varnholm Courier","body_html5":"`+
		strings.ReplaceAll(html5(quayStory), "\n", `\n`)+`"}`), quayAbout)
}

// TestPodcast takes the person whom an episode names, and not the station.
func TestPodcast(t *testing.T) {
	expectRead(t, "pod.xml", []byte(`<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Varnholm Courier</title><itunes:author>The Varnholm Courier</itunes:author><item><title>Quay to be rebuilt</title>`+
		`<dc:creator>The Varnholm Courier</dc:creator><itunes:author>Ingrid Solberg</itunes:author><pubDate>Tue, 05 Mar 2019 08:00:00 GMT</pubDate><description><![CDATA[`+html5(quayStory)+`]]></description></item></channel></rss>`), quayAbout)
}

// TestTextInTables joins the parts of a letter that stand in tables of their own.
func TestTextInTables(t *testing.T) {
	part := func(text string) string {
		return `<table class="mcnTextBlock"><tbody><tr><td><table><tbody><tr><td class="mcnTextContent">` + text + `</td></tr></tbody></table></td></tr></tbody></table>`
	}
	story := append(append([]string{}, quayStory...), "Work is to begin in May and to last for two summers, the port said in a statement on Tuesday evening.", "The port paid 40,000 for a report of 2014 that advised the same, and never published it.")
	src := `<html><head><title>Quay to be rebuilt</title></head><body><table id="bodyTable"><tr><td>` + part(`<h1>Quay to be rebuilt</h1><p>5 March 2019</p><p>By Ingrid Solberg, The Varnholm Courier</p>`+html5(story[:2])) +
		`<table><tr><td><a href="#">Become a member</a></td></tr></table>` + part(html5(story[2:])) + `</td></tr></table></body></html>`
	items, err := Read(t.Context(), "letter.html", []byte(src), Limits{})
	if err != nil || len(items) != 1 || items[0].Text != strings.Join(story, "\n\n") {
		t.Errorf("read %+v, error %v", items, err)
	}
}

// TestLinesAroundTheText leaves out a label with a link, and reads a date and a
// name beside menus and headlines.
func TestLinesAroundTheText(t *testing.T) {
	src := `<html lang="sv"><head><title>Quay to be rebuilt</title></head><body><div class="header"><a href="/"><img class="logo" alt="The Varnholm Courier"></a><div class="dateline">onsdag 6 mars 2019</div><ul class="menu"><li>Nyheter</li></ul></div>` +
		`<div id="navServiceMeta"><ul><li>Leichte Sprache</li><li>Gebärdensprache</li></ul></div><h1>Quay to be rebuilt</h1><div class="info"><span class="byline">Av Ingrid Solberg</span> <span class="publishDate">Publicerad 5 mars 2019</span></div><div>` +
		html5(quayStory[:1]) + `<div>Läs mer: <a href="/x">Två bussar mindre från måndag</a></div>` + html5(quayStory[1:]) + `</div></body></html>`
	expectRead(t, "quay.html", []byte(src), quayAbout)
}

// TestPaperAboveTheTitle takes the name of a paper above a headline.
func TestPaperAboveTheTitle(t *testing.T) {
	p := func(text, style string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	doc := "<w:document><w:body>" + p("The Varnholm Courier", "Normal") + p("Quay to be rebuilt", "Heading1") + p("By Ingrid Solberg", "Normal") + p("5 March 2019", "Normal") + p(strings.Join(quayStory, "</w:t></w:r></w:p><w:p><w:r><w:t>"), "Normal") + "</w:body></w:document>"
	expectRead(t, "quay.docx", zipOf(t, member{"word/document.xml", doc}), quayAbout)
}

// TestLinesOfCredits reads a name, a day and a source in lines of their own.
func TestLinesOfCredits(t *testing.T) {
	story := strings.Join(quayStory, "\n\n")
	expectRead(t, "note.txt", []byte("Quay to be rebuilt\nIngrid Solberg\n5 March 2019\n\n"+story+"\n"), about{title: "Quay to be rebuilt", byline: "Ingrid Solberg", published: "2019-03-05"})
	expectRead(t, "clip.md", []byte("# Quay to be rebuilt\n\n> *Source: [The Varnholm Courier](https://courier.example/quay)*  \n> *By **Ingrid Solberg** — 5 March 2019*\n\n"+story+"\n"), quayAbout)
	who, rest := joinedCredits([]block{{text: "Quay to be rebuilt", role: title}, {text: "The Varnholm Courier, 5 March 2019 " + quayStory[0]}})
	if who.outlet != "The Varnholm Courier" || who.published.String() != "2019-03-05" || rest[1].text != quayStory[0] {
		t.Errorf("read %+v before %q", who, rest[1].text)
	}
	if who, _ := creditParts("By Ingrid Solberg ingrid@courier.example"); who.byline != "Ingrid Solberg" {
		t.Errorf("the byline beside an address is %q", who.byline)
	}
}

// TestElementsOfTheirOwn keeps a text that stands in an element of the site's own
// making, whatever the name of that says.
func TestElementsOfTheirOwn(t *testing.T) {
	long := strings.Repeat(" The port has paid for none of it, and says so.", 12)
	story := []string{quayStory[0] + long, quayStory[1] + long}
	src := `<html><head><title>Quay to be rebuilt</title></head><body><main><h1>Quay to be rebuilt</h1><div><x-readmore><div class="RichText">` + html5(story) + `</div></x-readmore></div></main></body></html>`
	items, err := Read(t.Context(), "quay.html", []byte(src), Limits{})
	if err != nil || len(items) != 1 || items[0].Text != strings.Join(story, "\n\n") {
		t.Errorf("read %+v, error %v", items, err)
	}
}

// TestWholeNames takes the whole name of a paper, wherever the page has it.
func TestWholeNames(t *testing.T) {
	for _, src := range []string{
		`<html><head><title>Quay to be rebuilt | Courier</title></head><body><header><a href="/">The Varnholm Courier</a></header><h1>Quay to be rebuilt</h1>`,
		`<html><head><title>Quay to be rebuilt</title></head><body><div class="masthead">The Varnholm Courier</div><h1>Quay to be rebuilt</h1>`,
		`<html><head><title>Print</title></head><body><p>Published on <i>The Varnholm Courier</i> (<a href="https://c.example">https://c.example</a>)</p><h2>Quay to be rebuilt</h2>`,
	} {
		src += `<p>Ingrid Solberg | 5 March 2019</p>` + html5(quayStory) + `<p><a href="/m">Email this story</a> | <a href="/p">Print this story</a></p><p>Encontrou um erro neste artigo? Escreva-nos.</p></body></html>`
		it := expectRead(t, "quay.html", []byte(src), quayAbout)
		if it.Text != strings.Join(quayStory, "\n\n") {
			t.Errorf("the text is %q", it.Text)
		}
	}
}

// TestCreditsWithOpenNumbers reads the name beside a date whose day is open.
func TestCreditsWithOpenNumbers(t *testing.T) {
	if who, _ := creditParts("Ingrid Solberg | Courier staff | 3/5/2019"); who.byline != "Ingrid Solberg" {
		t.Errorf("the byline is %q", who.byline)
	}
}

// TestBookOfAProgram takes the heading of a chapter where the table of contents
// has more beside it, and no publisher whom a program put there.
func TestBookOfAProgram(t *testing.T) {
	chapter := `<html><body><h1>Quay to be rebuilt</h1><p class="epub-author">Ingrid Solberg</p><p>5 March 2019</p>` + html5(quayStory) + `</body></html>`
	expectRead(t, "paper.epub", zipOf(t, member{"mimetype", "application/epub+zip"},
		member{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`},
		member{"p.opf", `<package><metadata><creator>The Varnholm Courier</creator><publisher>anonymous</publisher></metadata><manifest><item id="a" href="a.html"/><item id="n" href="t.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine><itemref idref="a"/></spine></package>`},
		member{"t.ncx", `<ncx><navMap><navPoint><navLabel><text>1. Quay to be rebuilt - Ingrid Solberg</text></navLabel><content src="a.html"/></navPoint></navMap></ncx>`},
		member{"a.html", chapter}), quayAbout)
}

// TestPrintedNames reads two names below the title of a print, and skips the line
// in which a program names its file.
func TestPrintedNames(t *testing.T) {
	blocks := []block{{text: "Quay to be rebuilt", role: title}, {text: "Ingrid Solberg and Rita Marsh"}, {text: quayStory[0]}}
	if name := nameBelow("Quay to be rebuilt", blocks); name != "Ingrid Solberg and Rita Marsh" {
		t.Errorf("the byline is %q", name)
	}
	for line, want := range map[string]bool{"quay.txt Tue Mar 05 10:55:49 2019 1": true, "The ferry left at 10:30 for Lund": false, "quay.txt": false} {
		if printedFile.MatchString(line) != want {
			t.Errorf("%q: %t", line, !want)
		}
	}
}

// TestEveryCueLabelled reads the transcript of a meeting, in which every cue says
// who speaks, also one who speaks once.
func TestEveryCueLabelled(t *testing.T) {
	src := "WEBVTT\n\n1\n00:00:00.000 --> 00:00:05.500\nRadek Hovorka: I promised a date.\n\n2\n00:00:06.000 --> 00:00:11.500\nRadek Hovorka: I apologise for that.\n\n" +
		"3\n00:00:12.000 --> 00:00:17.500\nEva Lind: The region will pay one half.\n\n4\n00:00:18.000 --> 00:00:23.500\nRadek Hovorka: Water will be back.\n"
	const want = "Radek Hovorka: I promised a date. I apologise for that.\n\nEva Lind: The region will pay one half.\n\nRadek Hovorka: Water will be back."
	items, err := Read(t.Context(), "meeting.vtt", []byte(src), Limits{})
	if err != nil || len(items) != 1 || items[0].Text != want {
		t.Errorf("read %+v, error %v", items, err)
	}
}

// TestNoteWithStory reads the attached story and not the note that it is attached.
func TestNoteWithStory(t *testing.T) {
	src := "From: Rita Marsh <rita@example.org>\nSubject: Story\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nStory attached.\n\nRita\n--b\nContent-Type: application/rtf\nContent-Disposition: attachment; filename=quay.rtf\n\n" +
		`{\rtf1\ansi\b Quay to be rebuilt\b0\par By Ingrid Solberg\par The Varnholm Courier, 5 March 2019\par The old quay at Varnholm will be rebuilt from stone, harbour master Tove Aaker said on Friday.\par}` + "\n--b--\n"
	items, err := Read(t.Context(), "note.eml", []byte(src), Limits{})
	if err != nil || len(items) != 1 || items[0].Article.Title != "Quay to be rebuilt" {
		t.Errorf("read %+v, error %v", items, err)
	}
}

// TestFieldsOfNotebooks reads the table that a notebook exports above a page, and
// the underlined title of another.
func TestFieldsOfNotebooks(t *testing.T) {
	row := func(name, value string) string { return "<tr><th>" + name + "</th><td>" + value + "</td></tr>" }
	expectRead(t, "note.html", []byte(`<html><head><title>Quay to be rebuilt</title></head><body><article class="page"><header><h1>Quay to be rebuilt</h1><table class="properties">`+
		row("Author", "Ingrid Solberg")+row("Published", "<time>@March 5, 2019</time>")+row("Source", "The Varnholm Courier")+`</table></header><div class="page-body">`+html5(quayStory)+`</div></article></body></html>`), quayAbout)
	expectRead(t, "quay.txt", []byte("==================\nQuay to be rebuilt\n==================\n\n:Author: Ingrid Solberg\n:Date:   March 5, 2019\n\n"+quayStory[0]+"\n\n"+quayStory[1]+"\n"),
		about{title: "Quay to be rebuilt", byline: "Ingrid Solberg", published: "2019-03-05"})
	const long = "The old quay of Varnholm, which two storms broke, is to be rebuilt in stone"
	for _, head := range []string{
		"The old quay of Varnholm, which two storms broke, is to be\nrebuilt in stone\nIngrid Solberg\nMarch 5, 2019",
		"= The old quay of Varnholm, which two storms broke, is to be\nrebuilt in stone\nIngrid Solberg\nMarch 5, 2019",
		"#+title: " + long + "\n\n#+author: Ingrid Solberg\n#+date: March 5, 2019",
	} {
		expectRead(t, "quay.txt", []byte(head+"\n\n"+quayStory[0]+"\n\n"+quayStory[1]+"\n"), about{title: long, byline: "Ingrid Solberg", published: "2019-03-05"})
	}
}

// TestOnlyHeading takes the one heading of an old page for its title.
func TestOnlyHeading(t *testing.T) {
	src := `<HTML><HEAD><TITLE>VC News: Quay gone</TITLE></HEAD><BODY><CENTER><A HREF="index.html">The Varnholm Courier</A></CENTER><HR><H2>Quay to be rebuilt</H2><B>By INGRID SOLBERG</B><P>Published Tuesday, March 5, 2019` + html5(quayStory) + `</BODY></HTML>`
	items, err := Read(t.Context(), "old.html", []byte(src), Limits{})
	if err != nil || len(items) != 1 || items[0].Article.Title != "Quay to be rebuilt" {
		t.Errorf("read %+v, error %v", items, err)
	}
}

// TestDayOfReading takes no day on which a page was read for that of its article.
func TestDayOfReading(t *testing.T) {
	src := `<html><head><title>Quay to be rebuilt</title><meta property="article:published_time" content="2019-03-05T23:10:44.000Z"></head><body><header><span data-testid="todays-date">Wednesday, March 6, 2019</span></header><article><h1>Quay to be rebuilt</h1><p>By Ingrid Solberg, The Varnholm Courier</p>` +
		html5(quayStory) + `</article></body></html>`
	expectRead(t, "quay.html", []byte(src), quayAbout)
}

// TestMastheadOfPrint takes no name of a paper for the title of a print, however large
// it is set.
func TestMastheadOfPrint(t *testing.T) {
	doc := pdftext.Document{Body: 10, Blocks: []pdftext.Block{
		{Text: "The Varnholm Courier", Size: 30, Page: 1}, {Text: "Quay to be rebuilt", Size: 20, Page: 1}, {Text: quayStory[0], Size: 10, Page: 1}, {Text: quayStory[1], Size: 10, Page: 1},
	}}
	blocks, above := pdfBlocks(doc, meta{})
	if len(blocks) != 3 || blocks[0].role != title || blocks[0].text != "Quay to be rebuilt" || len(above) != 1 {
		t.Errorf("read %+v below %q", blocks, above)
	}
}

// TestLargestLine takes the line that is set largest for the title of a document
// that has no heading, and not the letterhead above it.
func TestLargestLine(t *testing.T) {
	p := func(text, size string) string {
		return `<w:p><w:r><w:rPr><w:b/>` + size + `</w:rPr><w:t>` + text + `</w:t></w:r></w:p>`
	}
	doc := "<w:document><w:body>" + p("Office of the Harbour Master of Varnholm", "") + p("FOR IMMEDIATE RELEASE", "") + p("5 March 2019", "") + p("Quay to be rebuilt", `<w:sz w:val="32"/>`) + p(strings.Join(quayStory, "</w:t></w:r></w:p><w:p><w:r><w:t>"), "") + "</w:body></w:document>"
	expectRead(t, "release.docx", zipOf(t, member{"word/document.xml", doc}), about{title: "Quay to be rebuilt", published: "2019-03-05"})
}

// TestBookOfALayout takes the paragraphs that a program for layout calls headlines
// where the table of contents only counts.
func TestBookOfALayout(t *testing.T) {
	chapter := `<html><head><title>Issue_14</title></head><body><p class="Headline ParaOverride-1">Quay to be rebuilt</p><p class="Byline">By Ingrid Solberg</p><p>5 March 2019</p>` + html5(quayStory) + `</body></html>`
	expectRead(t, "issue.epub", zipOf(t, member{"mimetype", "application/epub+zip"},
		member{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>`},
		member{"p.opf", `<package><metadata><publisher>The Varnholm Courier</publisher></metadata><manifest><item id="a" href="a.html"/><item id="n" href="t.html" properties="nav"/></manifest><spine><itemref idref="a"/></spine></package>`},
		member{"t.html", `<html><body><nav><ol><li><a href="a.html">a</a></li></ol></nav></body></html>`}, member{"a.html", chapter}), quayAbout)
}

// TestCaptionsOfOthers reads captions in the forms of a video site and of
// broadcasters.
func TestCaptionsOfOthers(t *testing.T) {
	const want = "The old quay at Varnholm will be rebuilt in stone."
	for name, src := range map[string]string{
		"talk.sbv":  "0:00:00.599,0:00:04.160\nThe old quay at\nVarnholm\n\n0:00:04.160,0:00:06.770\nwill be rebuilt in stone.\n",
		"talk.ttml": `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="00:00:00.600" end="00:00:04.100">The old quay at<br/>Varnholm</p><p begin="00:00:04.200" end="00:00:06.700"><span>will be rebuilt in stone.</span></p></div></body></tt>`,
	} {
		items, err := Read(t.Context(), name, []byte(src), Limits{})
		if err != nil || len(items) != 1 || items[0].Text != want {
			t.Errorf("%s: read %+v, error %v", name, items, err)
		}
	}
}

// TestNotesOfOtherPages reads a day that is a link, a hidden address and the icon
// of a site.
func TestNotesOfOtherPages(t *testing.T) {
	expectRead(t, "post.html", []byte(`<html><head><title>Quay to be rebuilt</title></head><body><div id="siteIcon"><img alt="The Varnholm Courier"></div><h1>Quay to be rebuilt</h1><article>`+html5(quayStory)+`<footer><p class="author">By Ingrid Solberg</p><ul><li><a href="/p">March 5, 2019 (6:30 pm)</a></li></ul></footer></article></body></html>`),
		quayAbout)
	who, _ := creditParts("Ingrid Solberg ingrid at courier.example\nTue Mar  5 17:02:44 CST 2019")
	if who.byline != "Ingrid Solberg" || who.published.String() != "2019-03-05" {
		t.Errorf("read %+v", who)
	}
}

// TestPageOfConverter reads XHTML of an office program: elements that end in their
// own tag, and the time of converting where that of publication belongs.
func TestPageOfConverter(t *testing.T) {
	src := `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Quay to be rebuilt</title><meta name="DCTERMS.issued" content="2026-12-01T12:08:46"/><meta name="xsl:vendor" content="libxslt"/></head><body>` +
		`<h1><a id="a__Quay"><span/></a><a id="X717a"/>Quay to be rebuilt</h1><p>By Ingrid Solberg, The Varnholm Courier</p><p>March 5, 2019</p>` + html5(quayStory) + `</body></html>`
	expectRead(t, "quay.xhtml", []byte(src), quayAbout)
}

// TestBylineOfTheOtherPart takes the name that only the HTML of a mail has.
func TestBylineOfTheOtherPart(t *testing.T) {
	expectRead(t, "both.eml", []byte("From: The Varnholm Courier <news@courier.example>\nSubject: Quay to be rebuilt\nDate: Tue, 5 Mar 2019 08:00:00 +0000\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"+strings.Join(quayStory, "\n\n")+
		"\n--b\nContent-Type: text/html; charset=utf-8\n\n<h1>Quay to be rebuilt</h1><p>By Ingrid Solberg</p>"+html5(quayStory)+"\n--b--\n"), quayAbout)
}
