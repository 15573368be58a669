package report

import (
	"strings"
	"testing"
	"time"

	"onrecord/claims"
)

func TestAQuotationSaysWhoseWordAReaderTakesForIt(t *testing.T) {
	m := ferryModel(t)
	s := &m.Statements[0]
	s.Statement.Speaker, s.Speaker, s.Mention, s.Teller, s.Hedge = "", "She", "She", "Olav Berg", "reportedly"
	for language, want := range map[string]string{
		"en": "She**, identity not established, as told by Olav Berg, said on 4 March 2025, in the article’s words, not asserted by the speaker, with the reservation “reportedly”, not yet reviewed",
		"fr": "She**, identité non établie, rapporté par Olav Berg, déclaré le 4 mars 2025, dans les termes de l’article, non affirmé par la source, avec la réserve «\u00a0reportedly\u00a0»",
		"de": "She**, Identität nicht geklärt, wiedergegeben von Olav Berg, gesagt am 4. März 2025",
		"es": "She**, identidad sin establecer, según cuenta Olav Berg, dicho el 4 de marzo de 2025",
	} {
		m.Options.Language = language
		if got := string(written(t, m, MD)); !strings.Contains(got, want) {
			t.Errorf("%s: the report lacks %q:\n%s", language, want, got[strings.Index(got, "She**"):])
		}
	}
	s.Speaker, s.Mention = "", ""
	m.Options.Language = "de"
	if got := string(written(t, m, HTML)); !strings.Contains(got, "<b>Ungenannt</b>, wiedergegeben von Olav Berg") {
		t.Error("a statement without a speaker does not say so")
	}
}

func TestTablesSayWhatWasNotAsserted(t *testing.T) {
	m := ferryModel(t)
	m.Options.Columns, m.Options.Language = []string{"quotation", "asserted", "review"}, "fr"
	got := string(written(t, m, CSV))
	for _, want := range []string{"the fare would rise,non,pas encore relue", "by the end of 2025,”\",oui,acceptée"} {
		if !strings.Contains(got, want) {
			t.Errorf("the table lacks %q:\n%s", want, got)
		}
	}
}

func TestOneIsNotMany(t *testing.T) {
	m := ferryModel(t)
	for language, want := range map[string]string{"en": "<b>1</b> Outcome<", "fr": "<b>1</b> Fait survenu<", "de": "<b>1</b> Ereignis<", "es": "<b>1</b> Hecho<"} {
		m.Options.Language = language
		if !strings.Contains(string(written(t, m, HTML)), want) {
			t.Errorf("%s: no %q", language, want)
		}
	}
	m.Options.Language = "fr"
	if got := string(written(t, m, HTML)); !strings.Contains(got, "Affirmations\u00a0: 2. 1 tranchée, 1 pas encore échue.") {
		t.Errorf("the scorecard counts wrongly: %s", got[strings.Index(got, "class=\"card\""):][:300])
	}
}

func TestASpeechOfAClaimHasATitleThatFits(t *testing.T) {
	m := ferryModel(t)
	speech := strings.Repeat("The quay must be raised and the lock must be widened. ", 100) + "That is all."
	m.Claims[0].Text = speech
	for _, f := range []Format{HTML, MD} {
		got := string(written(t, m, f))
		if n := strings.Count(got, "That is all."); n != 1 {
			t.Errorf("%s: the whole claim stands there %d times, want once, below its title", f, n)
		}
	}
	p, err := setPDF(nil, m, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.pages["claim-C1"] != 1 && p.pages["claim-C1"] != 2 {
		t.Errorf("the contents take %d pages", p.pages["claim-C1"])
	}
}

func TestATimelineSpeaksTheLanguageOfTheReport(t *testing.T) {
	m := ferryModel(t)
	m.Options.Language = "de"
	m.Claims[0].Events = append(m.Claims[0].Events, Event{Date: claims.On(2026, 4, 1), Kind: Replied, Label: string(claims.ReplyAsked)})
	if got := string(written(t, m, MD)); !strings.Contains(got, "Antwort: angefragt") {
		t.Error("the request for a reply is not in German")
	}
}

func TestSentencesOfOtherScriptsEndOnce(t *testing.T) {
	for _, s := range []string{"橋は完成しなかった。", "هل ينتهي؟", "पुल खुलेगा।", "She said: “No.”", "Il a dit « non. »"} {
		if got := withStop(s); got != s {
			t.Errorf("%s gets a second stop: %s", s, got)
		}
	}
}

func TestWordsOfAnArticleAreCitedWithoutASpeaker(t *testing.T) {
	m := ferryModel(t)
	s := m.Claims[0].Appearances[0]
	own := *s.Statement
	own.Speaker, s.Statement, s.Speaker = "", &own, ""
	if got, want := Cite(&s, AP), "“We will run the night ferry again by the end of 2025,” Point Gazette reported on March 5, 2025."; !strings.HasPrefix(got, want) {
		t.Errorf("got %s", got)
	}
	s.Speaker, s.Teller = "Olav Berg", "Mira Solheim"
	own.Speaker = "SP2"
	if got, want := Cite(&s, AP), "Olav Berg, as told by Mira Solheim, said on March 4, 2025, Point Gazette reported"; !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
}

func TestADueYearIsNotGivenOutForADay(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Events[2].Date, m.Claims[0].Events[2].Known = claims.On(2025, 12, 31), claims.Date{Year: 2025}
	if got := string(written(t, m, MD)); !strings.Contains(got, "- 2025 · Due: by the end of 2025") || strings.Contains(got, "- 31 December 2025 · Due") {
		t.Error("the timeline names a day that nobody said")
	}
}

func TestACalendarsLineIsShort(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Text = strings.Repeat("The quay must be raised. ", 100)
	got := strings.ReplaceAll(string(written(t, m, ICal)), "\r\n ", "")
	for line := range strings.Lines(got) {
		if strings.HasPrefix(line, "SUMMARY:") && len(line) > 200 {
			t.Errorf("the line has %d characters", len(line))
		}
	}
	if strings.Count(got, "The quay must be raised.") < 100 {
		t.Error("the whole claim is lost")
	}
}

func TestAQuotationTellsWordItsLanguage(t *testing.T) {
	m := ferryModel(t)
	m.Options.Language = "de"
	document := string(members(t, written(t, m, DOCX))["word/document.xml"])
	if !strings.Contains(document, `<w:rStyle w:val="Strong"/><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">“We will`) {
		t.Error("Word checks an English quotation by German words")
	}
	if strings.Contains(document, `<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">Mira Solheim`) {
		t.Error("the attribution is said to be English")
	}
	if styles := string(members(t, written(t, m, DOCX))["word/styles.xml"]); !strings.Contains(styles, `<w:lang w:val="de-DE"/></w:rPr></w:rPrDefault>`) {
		t.Error("the document does not say that it is German")
	}
	m.Claims[0].Appearances[0].Text = strings.Repeat("long ", 400)
	if document = string(members(t, written(t, m, DOCX))["word/document.xml"]); !strings.Contains(document, `<w:pStyle w:val="Quote"/><w:keepNext w:val="0"/><w:keepLines w:val="0"/>`) {
		t.Error("a quotation of a page is kept on one page")
	}
}

func TestExcelMakesNoDayOfAMonth(t *testing.T) {
	m := ferryModel(t)
	m.Options.Columns = []string{"due", "made_on"}
	m.Claims[1].MadeOn = claims.Date{Year: 2019}
	if got := string(written(t, m, CSV)); !strings.Contains(got, "\r\n2026-09-XX,2019\r\n") {
		t.Errorf("the table is %q", got)
	}
}

func TestEvidenceInATableSpeaksTheLanguageOfTheReport(t *testing.T) {
	m := ferryModel(t)
	o := &m.Claims[0].Outcomes[0]
	o.Evidence = append(o.Evidence, Evidence{Statement: &m.Statements[0]})
	m.Sources[1].Title = ""
	w := wordsFor("fr")
	got := evidenceCell(w, o).text
	for _, want := range []string{"« Sans titre », Harbour Radio, février 2026", "the fare would rise — Mira Solheim, déclaré le 4 mars 2025", "publié le 5 mars 2025, caractères 210–229; https://gazette.example/ferry"} {
		if !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), want) {
			t.Errorf("the evidence lacks %q:\n%s", want, got)
		}
	}
	m.Options.Language = "de"
	for _, f := range []Format{BibTeX, RIS} {
		if got := string(written(t, m, f)); strings.Contains(got, "Untitled") || !strings.Contains(got, "Ohne Titel") {
			t.Errorf("%s: a source without a title is called so in English", f)
		}
	}
}

// TestAClaimNotedByHandBeginsOnItsDay: it has no statement with a day.
func TestAClaimNotedByHandBeginsOnItsDay(t *testing.T) {
	m := ferryModel(t)
	c := &m.Claims[0]
	c.Appearances, c.Events = nil, c.Events[1:]
	events := (&composer{m: m, w: wordsFor("en")}).events(c)
	if events[0].Kind != Said || events[0].when != "4 March 2025" || events[0].href != "#claim-C1" {
		t.Errorf("its life begins with %+v", events[0])
	}
}

// TestAVerdictOfTheEveningIsOfItsDay: an archive keeps moments as they are in
// Greenwich, and a report is read where it was made.
func TestAVerdictOfTheEveningIsOfItsDay(t *testing.T) {
	m := ferryModel(t)
	west := time.FixedZone("West", -5*60*60)
	m.Made = time.Date(2026, 4, 30, 20, 30, 0, 0, west)
	last := &m.Claims[0].Verdicts[1]
	last.At, m.Claims[0].LastChecked, m.Sources[0].Read = m.Made.UTC(), m.Made.UTC(), m.Made.UTC()
	for format, want := range map[Format]string{MD: "(30 April 2026, jv)", CSV: ",2026-04-30,", ClaimReview: `"datePublished": "2026-04-30"`, RIS: "Y2  - 2026/04/30/", BibTeX: "urldate = {2026-04-30}"} {
		if got := string(written(t, m, format)); !strings.Contains(got, want) || strings.Contains(got, "1 May 2026") {
			t.Errorf("%s has no %q", format, want)
		}
	}
}
