package ingest

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// TestJobBeforeName reads the lines of desks that name a job, and where it is
// done, before the writer.
func TestJobBeforeName(t *testing.T) {
	for line, want := range map[string]string{
		"Von unserem Korrespondenten Jonas Vehl, Lissabon":      "Jonas Vehl",
		"Von unserer Redakteurin Lea Brandt-Kühn":               "Lea Brandt-Kühn",
		"From our harbour correspondent, Tom Vale":              "Tom Vale",
		"De notre correspondante à Port-Réal, Hélène Marchal":   "Hélène Marchal",
		"Door onze verslaggever Marloes Terpstra":               "Marloes Terpstra",
		"dal nostro inviato Luca Ferri":                         "Luca Ferri",
		"By staff writer Ana Ruiz":                              "Ana Ruiz",
		"From our foreign desk":                                 "",
		"Von unserer Redaktion":                                 "",
		"By Tom Vale, Business Editor »":                        "Tom Vale",
		"Por nuestro enviado especial en Lima, José Ruiz":       "José Ruiz",
		"Von unseren Fehlern haben wir gelernt, sagt die Stadt": "",
	} {
		if who, _ := creditParts(line); who.byline != want {
			t.Errorf("%q: the byline is %q, want %q", line, who.byline, want)
		}
	}
}

// TestChangedDays tells the day of publication from that of a change, in lines
// that have both.
func TestChangedDays(t *testing.T) {
	for line, want := range map[string][2]string{
		"Publié le 5 mars 2019 à 17h58, modifié le 7 mars 2019 à 09h11 · Temps de lecture 2 min.": {"2019-03-05", "2019-03-07"},
		"de Ioana Drăgulescu, 5 mar. 2019, 10:20 (actualizat 6 mar. 2019)":                        {"2019-03-05", "2019-03-06"},
		"Jan Kotarba, oprac. tz\nwtorek, 5 marca 2019, 14:05\naktualizacja: 6.03.2019":            {"2019-03-05", "2019-03-06"},
		"Publisert: 15.03.19 kl. 14:12 Oppdatert: 16.03.19 kl. 08:00":                             {"2019-03-15", "2019-03-16"},
		"March 5, 2019 02:00 AM Eastern Daylight Time":                                            {"2019-03-05", ""},
		"Dimarts, 5 d'octubre de 2019 a les 20.15":                                                {"2019-10-05", ""},
		"Lomar | 15·03·19 | 18:04 | Actualizado a las 21:30":                                      {"2019-03-15", ""},
	} {
		who, ok := creditParts(line)
		if !ok || who.published.String() != want[0] || who.modified.String() != want[1] || strings.Contains(line, "Time") && who.byline != "" {
			t.Errorf("%q: read %t, %+v, want %v", line, ok, who, want)
		}
	}
	if d := shownDate("الخميس 04/مارس/2021 - 06:10 م").String(); d != "2021-03-04" {
		t.Errorf("a month between strokes is read as %q", d)
	}
}

// TestAroundThePage reads what papers put in odd places, and leaves out what is
// another article's.
func TestAroundThePage(t *testing.T) {
	long := []string{quayStory[0], quayStory[1], "The council has met four times about it and will meet once more in June, the mayor's office said.", "Fishermen asked for a slip of their own, which the plan does not have, and for a crane that it does."}
	about5 := func(byline string) about {
		return about{"Quay to be rebuilt", byline, "The Varnholm Courier", "2019-03-05"}
	}
	head := `<html><head><title>Quay to be rebuilt | The Varnholm Courier</title>`
	for name, c := range map[string]struct {
		src  string
		want about
	}{
		"data with a line end and a comma too many": {head + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Quay to\nbe rebuilt\",\"datePublished\":\"2019-03-05\",\"author\":[{\"name\":\"Ingrid Solberg\"},],}</script></head><body><h1>Quay to be rebuilt</h1>" + html5(long), about5("Ingrid Solberg")},
		"data of another article":                   {head + `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry cancelled until spring storms pass","datePublished":"2017-01-02","author":{"name":"Tom Vale"}}</script></head><body><h1>Quay to be rebuilt</h1><p>Ingrid Solberg · March 5, 2019 at 2:45 PM</p>` + html5(long), about5("Ingrid Solberg")},
		"a later date below":                        {head + `</head><body><main><h1>Quay to be rebuilt</h1><p>By Ingrid Solberg</p><p>Tue 5 Mar 2019 06.00 GMT</p>` + html5(long) + `</main><section><h2>More</h2><div>A ferry for the islands <time>4 Jan 2017</time></div></section>`, about5("Ingrid Solberg")},
		"the issue below":                           {head + `</head><body><h1>Quay to be rebuilt</h1><p>By Ingrid Solberg</p>` + html5(long) + `<p>This article appears in the print edition of March 5, 2019, with the headline “Stone by Stone.”</p>`, about5("Ingrid Solberg")},
		"signed below":                              {head + `</head><body><h1>Quay to be rebuilt</h1><p>5 March 2019</p>` + html5(long) + `<div class="credits"><p><b>Text:</b> Ingrid Solberg</p><p><b>Foto:</b> Tom Vale</p></div>`, about5("Ingrid Solberg")},
		"a menu above":                              {head + `</head><body><ul><li>Zum Inhalt</li><li>Zur Suche</li></ul><h1>Quay to be rebuilt</h1><p>5 March 2019</p>` + html5(long), about5("")},
	} {
		items, err := Read(t.Context(), name+".html", []byte(c.src+"</body></html>"), Limits{})
		if err != nil || len(items) != 1 {
			t.Errorf("%s: %d articles, error %v", name, len(items), err)
			continue
		}
		a := items[0].Article
		if got := (about{a.Title, a.Byline, a.Outlet, a.Published.String()}); got != c.want {
			t.Errorf("%s: read %+v, want %+v", name, got, c.want)
		}
		if !strings.HasPrefix(items[0].Text, strings.Join(quayStory, "\n\n")) {
			t.Errorf("%s: the text is %q", name, items[0].Text)
		}
	}
}

// TestReportersOfAsia reads a name beside its word without a colon.
func TestReportersOfAsia(t *testing.T) {
	for line, want := range map[string]string{
		"2021年07月05日 18:20 来源：江湾日报 记者 陆文婷": "陆文婷",
		"기자명 서지우 기자":                       "서지우",
		"【白井直子記者】":                         "白井直子",
		"記者会見は四日に開かれた":                     "",
	} {
		if who, _ := creditParts(line); who.byline != want {
			t.Errorf("%q: the byline is %q, want %q", line, who.byline, want)
		}
	}
}

// TestPagesOfDatabases reads names that a database turns round, and does not take
// the number of a page for a title.
func TestPagesOfDatabases(t *testing.T) {
	story := strings.Join(quayStory, "\n\n") + "\n"
	expectRead(t, "a.txt", []byte("The Varnholm Courier\nLocal, Tuesday 5 March 2019, p. 7\n\nQuay to be rebuilt\n\nSolberg, Ingrid\n\n"+story), quayAbout)
	expectRead(t, "b.txt", []byte("Page 1 of 1\nQuay to be rebuilt\n\nThe Varnholm Courier\nMarch 5, 2019 Tuesday\n\nSection: NEWS; Pg. 31\nLength: 142 words\nByline: Ingrid Solberg\n\nBody\n\n"+story), quayAbout)
}

// TestAnnouncedName prefers the name behind "By" to a line that looks like one.
func TestAnnouncedName(t *testing.T) {
	m, _ := masthead(meta{}, []block{{text: "Quay to be rebuilt", role: title}, {text: "Austin Town"}, {text: "5 March 2019"}, {text: "By Ingrid Solberg at the Old Quay, 17:21, 5 March 2019"}, {text: quayStory[0]}, {text: quayStory[1]}})
	if m.byline != "Ingrid Solberg" {
		t.Errorf("the byline is %q", m.byline)
	}
	if looksLikeOutlet("Malin Åkerblad", false) || !looksLikeOutlet("Lomarer Tageblatt", false) {
		t.Error("a person's name that ends as papers do is an outlet, or a paper is none")
	}
}

// TestNamesBesideOthers parts writers from those of the pictures, from places and
// papers, and takes several.
func TestNamesBesideOthers(t *testing.T) {
	for line, want := range map[string]about{
		"Words: Ana Ruiz. Pictures: Tom Vale.":                      {byline: "Ana Ruiz"},
		"Text: Ana Ruiz, Fotos: Tom Vale":                           {byline: "Ana Ruiz"},
		"Carmen Ruiz, El Correo del Duero, 5 de marzo de 2019":      {byline: "Carmen Ruiz", outlet: "El Correo del Duero", published: "2019-03-05"},
		"MARTÍN RUIZ SALAS / SANTA ORIA":                            {byline: "MARTÍN RUIZ SALAS"},
		"Rosa Ruiz / Carmen Prado":                                  {byline: "Rosa Ruiz, Carmen Prado"},
		"Ingrid Solberg ingrid@courier.example":                     {byline: "Ingrid Solberg"},
		"Ana Ruiz reports from Port Ellery":                         {byline: "Ana Ruiz"},
		"The Varnholm Courier · 5 Mar 2019 · 5 · BY INGRID SOLBERG": {byline: "INGRID SOLBERG", outlet: "The Varnholm Courier", published: "2019-03-05"},
		"Release date 5 March 2019":                                 {published: "2019-03-05"},
	} {
		who, d := credits(line)
		seen, _ := creditParts(line)
		if seen = seen.or(who).or(meta{published: d}); (about{"", seen.byline, seen.outlet, seen.published.String()}) != want {
			t.Errorf("%q: read %+v, want %+v", line, seen, want)
		}
	}
}

// TestAboveAndBelowPapers reads the paper and the day above a headline in any
// order, at the foot of a print, and the day that a page shows for a time in UTC.
func TestAboveAndBelowPapers(t *testing.T) {
	blocks := []block{{text: "Ø-Bladet"}, {text: "Tirsdag den 5. marts 2019"}, {text: "Quay to be rebuilt", role: heading}, {text: "Af Ingrid Solberg"}, {text: quayStory[0]}, {text: quayStory[1]}}
	if m, rest := masthead(meta{}, blocks); m.title != "Quay to be rebuilt" || m.outlet != "Ø-Bladet" || m.byline != "Ingrid Solberg" || m.published.String() != "2019-03-05" || len(rest) != 2 {
		t.Errorf("read %+v above %v", m, rest)
	}
	page := `<html><head><title>Quay to be rebuilt</title><meta property="article:published_time" content="2019-03-06T03:30:00Z"><meta property="og:site_name" content="The Varnholm Courier"></head><body><article><h1>Quay to be rebuilt</h1><div>Ingrid Solberg, Harbour Writer</div><div>March 5, 2019 10:30 p.m. CDT</div>` + html5(quayStory) + `</article></body></html>`
	expectRead(t, "quay.html", []byte(page), quayAbout)
	letter := `<html><head><title>Quay to be rebuilt</title></head><body><p>5 March 2019</p><h1>Quay to be rebuilt</h1>` + html5(quayStory) + `<p><em>Copyright © 2019 Port Watch, all rights reserved.</em><br>You are receiving this because you signed up on our site.<br>12 Canal Row<br>Want to change how you receive these emails? You can update your preferences or unsubscribe from this list.</p></body></html>`
	if it := expectRead(t, "letter.html", []byte(letter), about{title: "Quay to be rebuilt", published: "2019-03-05"}); it.Text != strings.Join(quayStory, "\n\n") {
		t.Errorf("the text is %q", it.Text)
	}
}

// TestContainersOfPages reads a post of a newsgroup, a feed whose author stands
// above its items, and an archive whose pages are not compressed.
func TestContainersOfPages(t *testing.T) {
	story := strings.Join(quayStory, "\n\n")
	expectRead(t, "post.txt", []byte("Newsgroups: varnholm.news\nFrom: Ingrid Solberg <is@courier.example>\nSubject: Quay to be rebuilt\nDate: Tue, 5 Mar 2019 10:12:00 GMT\n\n"+story+"\n"), about{title: "Quay to be rebuilt", byline: "Ingrid Solberg", published: "2019-03-05"})
	expectRead(t, "feed.json", []byte(`{"version":"https://jsonfeed.org/version/1.1","title":"The Varnholm Courier","authors":[{"name":"Ingrid Solberg"}],"items":[{"title":"Quay to be rebuilt","content_text":"`+strings.ReplaceAll(story, "\n", `\n`)+`","date_published":"2019-03-05T07:00:00Z"}]}`), quayAbout)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "a.html", Method: zip.Store})
	if err == nil {
		_, err = w.Write([]byte("<!DOCTYPE html><html><head><title>Quay to be rebuilt | The Varnholm Courier</title></head><body><h1>Quay to be rebuilt</h1><p>By Ingrid Solberg, 5 March 2019</p>" + html5(quayStory) + "</body></html>"))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	expectRead(t, "clips.zip", b.Bytes(), quayAbout)
}

// TestSignatures reads writers who sign below a text, in its opening, or with
// what they did in brackets.
func TestSignatures(t *testing.T) {
	for line, want := range map[string]string{
		"Hélène Marchal (texte) et Tom Vale (photos)":                  "Hélène Marchal",
		"Av Ingrid Solberg Skicka e-post":                              "Ingrid Solberg",
		"Van onze verslaggever Marloes Terpstra":                       "Marloes Terpstra",
		"Piše: Ivana Kos":                                              "Ivana Kos",
		"Grzegorz Maj, 05.03.2019 19:05":                               "Grzegorz Maj",
		"Marloes Terpstra 05-03-19, 06:30 Laatste update: 11:12":       "Marloes Terpstra",
		"Caio Bittencourt\nEspecial para o Jornal do Cais\n5 mar 2019": "Caio Bittencourt",
		"Interview by Ana Ruiz. Portrait by Tom Vale.":                 "Ana Ruiz",
		"Redazione Corriere VARNO 05 marzo 2019":                       "",
	} {
		who, _ := credits(line)
		if seen, _ := creditParts(line); orElse(seen.byline, who.byline) != want {
			t.Errorf("%q: the byline is %q, want %q", line, orElse(seen.byline, who.byline), want)
		}
	}
	if m, _ := masthead(meta{title: "碼頭明年重建"}, []block{{text: "〔記者陸文婷／江灣報導〕市政府三日宣布，明年起重建碼頭。"}}); m.byline != "陸文婷" {
		t.Errorf("the byline of an opening is %q", m.byline)
	}
	end := []block{{text: quayStory[0]}, {text: quayStory[1]}, {text: "Nguyễn Minh An"}}
	if m, rest := trailer(meta{}, end); m.byline != "Nguyễn Minh An" || len(rest) != 2 {
		t.Errorf("read %+v, %d paragraphs left", m, len(rest))
	}
}

// TestHeadingsOfSites takes no heading that leads to the front page for the
// headline, and the headline out of a heading that begins with a kicker.
func TestHeadingsOfSites(t *testing.T) {
	expectRead(t, "post.html", []byte(`<html><head><title>Notes from Varnholm Harbour Side — Quay to be rebuilt</title></head><body><header><h1><a href="/">Notes from Varnholm Harbour Side</a></h1></header><article><h2><a href="/post/1">Quay to be rebuilt</a></h2>`+html5(quayStory)+`<ul><li><a>Tuesday, March 5, 2019</a></li><li>written by Ingrid Solberg</li></ul></article></body></html>`),
		about{"Quay to be rebuilt", "Ingrid Solberg", "Notes from Varnholm Harbour Side", "2019-03-05"})
	one := expectRead(t, "one.html", []byte(`<html><head><title>Storms: Quay to be rebuilt | The Varnholm Courier</title><meta property="og:title" content="Quay to be rebuilt"></head><body><article><h1><span class="topline">Storms in the bay</span> <span>Quay to be rebuilt</span></h1><p>By Ingrid Solberg, 5 March 2019</p>`+html5(quayStory)+`</article></body></html>`), quayAbout)
	if one.Text != strings.Join(quayStory, "\n\n") {
		t.Errorf("the text is %q", one.Text)
	}
	expectRead(t, "kicker.html", []byte(`<html lang="en-GB"><head><title>Harbours: Quay to be rebuilt - The Varnholm Courier</title></head><body><article><h2><span>Storms</span><span>Quay to be rebuilt</span></h2><div>By Ingrid Solberg</div><div>5/3/2019, 10:12</div>`+html5(quayStory)+`</article></body></html>`), quayAbout)
}
