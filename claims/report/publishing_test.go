package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"onrecord/claims"
)

// reviewsOf reads the ClaimReviews of a report back.
func reviewsOf(t *testing.T, m *Model) (out []review) {
	t.Helper()
	if err := json.Unmarshal(written(t, m, ClaimReview), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAReviewNamesTheNewsroomThatPublishesIt(t *testing.T) {
	m := ferryModel(t)
	m.Options.Address = "https://checks.gazette.example/2026/ferry?a=1"
	if got := reviewsOf(t, m)[0].Author; got.Type != "Person" || got.Name != "Jonas Vik" {
		t.Errorf("without a newsroom the author is %+v", got)
	}
	if got := strings.Join(LeftOut(m, ClaimReview), " "); !strings.Contains(got, "name Jonas Vik as their author") {
		t.Errorf("nobody is told that the newsroom is missing: %s", got)
	}
	m.Options.Publisher = "Point Gazette"
	want := agent{Type: "Organization", Name: "Point Gazette", URL: "https://checks.gazette.example/"}
	if got := reviewsOf(t, m)[0].Author; *got != want {
		t.Errorf("the author is %+v", got)
	}
	if got := LeftOut(m, ClaimReview); len(got) != 1 { // the claim without a verdict
		t.Errorf("the person is told %q", got)
	}
}

func TestAReviewAttributesNothingToNobody(t *testing.T) {
	for kind, want := range map[claims.SpeakerType]string{claims.Person: "Person", claims.Group: "Organization", claims.Unnamed: "", claims.Document: ""} {
		m := ferryModel(t)
		m.Claims[0].SpeakerType = kind
		got := ""
		if by := reviewsOf(t, m)[0].Item.Author; by != nil {
			got = by.Type
		}
		if got != want {
			t.Errorf("%s: the claim is by a %q, want %q", kind, got, want)
		}
	}
}

func TestAVerdictTakenBackIsNotPublished(t *testing.T) {
	m := ferryModel(t)
	c := &m.Claims[0]
	open := c.Scale.Open()
	c.Verdicts = append(c.Verdicts, claims.Verdict{Value: open.ID, Label: open.Label, Reason: "Looked at anew", At: m.Made})
	if got := reviewsOf(t, m); len(got) != 0 {
		t.Errorf("published as %q", got[0].Rating.AlternateName)
	}
	if got := LeftOut(m, ClaimReview); len(got) != 1 || !strings.Contains(got[0], "2 claims without a verdict") {
		t.Errorf("the person is told %q", got)
	}
}

func TestAClaimTooLongForATelephoneIsNamed(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Text = strings.Repeat("a", 76)
	if got := strings.Join(LeftOut(m, ClaimReview), " "); !strings.Contains(got, "1 claim is longer than the 75 characters") {
		t.Error(got)
	}
}

func TestSourcesAreOfTheKindThatTheyAre(t *testing.T) {
	m := ferryModel(t)
	m.Sources[0].Outlet = ""
	m.Sources[1].Outlet, m.Sources[1].URL = "", ""
	for f, want := range map[Format][2]string{CSL: {`"type": "webpage"`, `"type": "document"`}, RIS: {"TY  - ELEC", "TY  - GEN"}, BibTeX: {"@online{", "@misc{"}} {
		got := string(written(t, m, f))
		for _, w := range want {
			if strings.Count(got, w) != 1 {
				t.Errorf("%s: no %q in\n%s", f, w, got)
			}
		}
	}
}

func TestAWorkbooksAddressesAreLinks(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(written(t, ferryModel(t), XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	for sheet, cell := range map[string]string{"Statements": "P2", "Sources": "G2"} {
		ok, link, err := book.GetCellHyperLink(sheet, cell)
		if err != nil || !ok || link != "https://gazette.example/ferry?a=1&b=2" {
			t.Errorf("%s %s leads to %q (%v)", sheet, cell, link, err)
		}
	}
	if ok, _, _ := book.GetCellHyperLink("Sources", "G3"); ok {
		t.Error("a source without an address has a link")
	}
	layout, err := book.GetPageLayout("Claims")
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
		t.Errorf("a sheet prints as %+v (%v)", layout, err)
	}
}

func TestACellThatIsTooLongSaysSo(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Appearances[0].Text = strings.Repeat("ä🚢", 20_000)
	if got := LeftOut(m, XLSX); len(got) != 1 || !strings.HasPrefix(got[0], "1 cell holds more") {
		t.Errorf("the person is told %q", got)
	}
	book, err := excelize.OpenReader(bytes.NewReader(written(t, m, XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := book.GetCellValue("Statements", "A2"); !strings.HasSuffix(got, "ä…") && !strings.HasSuffix(got, "🚢…") {
		t.Errorf("the cell ends with %q", got[len(got)-12:])
	}
}

func TestAPDFTellsItsTimelinesInWords(t *testing.T) {
	m := ferryModel(t)
	want := "4 March 2025, Said: “We will run the night ferry again by the end of 2025,”; 1 October 2025, Verdict: Stalled;"
	if got := spoken(wordsFor("en"), (&composer{m: m, w: wordsFor("en")}).events(&m.Claims[0])); !strings.HasPrefix(got, want) {
		t.Errorf("the timeline is told as %q", got)
	}
	got := written(t, m, PDF)
	for _, part := range []string{"/S/Figure", "/BBox[", "/Scope/Row", "/Type/Metadata", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">The night ferry<"} {
		if !bytes.Contains(got, []byte(part)) {
			t.Errorf("the document has no %s", part)
		}
	}
}

func TestARoleSaysSinceWhen(t *testing.T) {
	c := &composer{w: wordsFor("de")}
	for want, r := range map[string]claims.Role{
		"seit Mai 2019": {From: claims.Date{Year: 2019, Month: 5}}, "bis 2014": {To: claims.Date{Year: 2014}},
		"2014 – 2019": {From: claims.Date{Year: 2014}, To: claims.Date{Year: 2019}}, "": {Title: "Mayor"},
	} {
		if got := c.term(r); got != want {
			t.Errorf("%+v: %q, want %q", r, got, want)
		}
	}
}

func TestAReviewDatesTheClaimByItsStatements(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].MadeOn = claims.Date{}
	if got := reviewsOf(t, m)[0].Item.DatePublished; got != "2025-03-04" {
		t.Errorf("the claim is of %q", got)
	}
}

// TestAnArticleIsNotItsQuotation: the text of an article is more than what a
// review cites of it.
func TestAnArticleIsNotItsQuotation(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Appearances = append(m.Claims[0].Appearances, m.Statements[0])
	said := reviewsOf(t, m)[0].Item.Appearance
	if len(said) != 2 || said[0].Part.Type != "Quotation" || said[1].Part.Type != "CreativeWork" || !strings.Contains(said[0].Part.Text, "night ferry") {
		t.Errorf("the words are told as %+v", said)
	}
}
