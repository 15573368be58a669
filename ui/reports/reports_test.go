package reports

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

func open(t *testing.T) (*navtest.Window, *Page) {
	w := navtest.New(t)
	a := w.Article("Mayor promises a pool", "", claims.On(2025, 3, 4), "Hundreds had come. “We will open the Harbour Pool by 2027,” said Ruiz at noon.")
	s := w.Says(a, "We will open the Harbour Pool by 2027", "Ana Ruiz")
	c := w.Claim("Ana Ruiz", claims.Claim{Text: "The Harbour Pool will open by 2027", Due: claims.Date{Year: 2027}, Appearances: []claims.ID{s.ID}, Tests: []claims.Test{{Text: "Kept if it opens."}}})
	w.Verdict(c, "stalled", "No contract.")
	w.Promise("Per Holm", "The tram will be free", claims.Date{})
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Reports})
	w.Sees("The Harbour Pool will open by 2027")
	return w, p
}

func choose(w *navtest.Window, p *Page, f report.Format) {
	w.Helper()
	for i, known := range report.Formats() {
		if known == f {
			p.choices.kind.SetSelectedIndex(i)
		}
	}
	w.Queue.Pump()
}

func TestThePreviewFollowsTheScope(t *testing.T) {
	w, p := open(t)
	w.Sees("The tram will be free")
	w.Show(nav.Route{Screen: nav.Reports, Query: "speaker:Per Holm"})
	w.Misses("Harbour Pool")
	w.Sees("The tram will be free")
	w.Choose("A period")
	p.scope.from.SetText("once upon a time")
	p.show()
	w.Sees("ot understood")
}

func TestAScopeThatIsNotSaidYetIsAskedFor(t *testing.T) {
	w, _ := open(t)
	w.Choose("A search")
	w.Sees("say first what the report is about")
}

func TestThePreviewIsInTheLanguageOfTheReport(t *testing.T) {
	w, _ := open(t)
	w.Choose("German")
	w.Sees("Versprechen")
}

func TestWhatTheFormatLeavesOutIsSaid(t *testing.T) {
	w, p := open(t)
	choose(w, p, report.ClaimReview)
	w.Sees("without a verdict")
	w.Sees("ClaimReview")
	choose(w, p, report.HTML)
	w.Misses("without a verdict")
}

func TestOnlyAPDFAsksForFontsAndAReviewForItsPublisher(t *testing.T) {
	w, p := open(t)
	w.Misses("Fonts of this computer")
	choose(w, p, report.PDF)
	w.Sees("Fonts of this computer")
	p.choices.fonts.SetChecked(true)
	if !p.choices.options().SystemFonts {
		t.Error("the fonts of the machine are not asked")
	}
	choose(w, p, report.ClaimReview)
	w.Misses("Fonts of this computer")
	w.Sees("name the newsroom that publishes them")
	p.choices.publisher.SetText("Point Gazette")
	p.choices.publisher.OnSubmitted("")
	w.Sees(`"Point Gazette"`)
	w.Misses("name the newsroom that publishes them")
}

func TestATableIsWrittenForFrance(t *testing.T) {
	w, p := open(t)
	choose(w, p, report.CSV)
	w.Sees("Claim ID")
	p.choices.continental.SetChecked(true)
	w.Sees(";")
	opts := p.choices.options()
	if opts.Locale != report.Continental || opts.BOM {
		t.Errorf("the options are %+v", opts)
	}
	choose(w, p, report.HTML)
	if opts := p.choices.options(); opts.Locale != report.Plain {
		t.Errorf("a page is written with %+v", opts)
	}
}

func TestColumnsAreChosenAndRemembered(t *testing.T) {
	w, p := open(t)
	choose(w, p, report.CSV)
	w.Press("Columns…")
	for _, id := range report.Columns(report.CSV)[1:] {
		navtest.Find(w, func(c *kit.Check) bool { return c.Text == report.ColumnName(id, "en") }).SetChecked(false)
	}
	w.Confirm()
	if got := p.choices.chosenColumns(); len(got) != 1 || got[0] != report.Columns(report.CSV)[0] {
		t.Errorf("the columns are %q", got)
	}
	w.Sees("1 of ")
	w.Misses("Claim ID")
}

func TestWordsAroundAreShownOnRequest(t *testing.T) {
	w, p := open(t)
	w.Misses("Hundreds had come")
	p.choices.context.SetChecked(true)
	w.Sees("Hundreds had come")
}

func TestTheLastChoiceIsRemembered(t *testing.T) {
	w, p := open(t)
	choose(w, p, report.RIS)
	w.Choose("What is due")
	again := New(&nav.Host{App: w.Host.App, Window: w.Win, Jobs: w.Host.Jobs, Toasts: w.Host.Toasts, Commands: &kit.Commands{}}, w.Desk)
	if again.choices.format() != report.RIS || again.scope.kind.SelectedIndex() != scopeDue {
		t.Errorf("the format is %s, the scope %d", again.choices.format(), again.scope.kind.SelectedIndex())
	}
}

func TestEveryFormatHasALook(t *testing.T) {
	_, p := open(t)
	for _, f := range report.Formats() {
		resolve, err := p.scope.resolve(p.desk)
		if err != nil {
			t.Fatal(err)
		}
		m, err := gather(t.Context(), p.desk, desk.ReportOptions{}, resolve)
		if err != nil {
			t.Fatal(err)
		}
		if l, err := lookAt(m, f); err != nil || strings.TrimSpace(l.text) == "" {
			t.Errorf("%s looks like %.60q, %v", f, l.text, err)
		}
	}
}

func TestFactsAreListsInThePreview(t *testing.T) {
	got := plainFacts("# A\n\n|  |  |\n|---|---|\n| Verdict | **Kept** |\n\n| a | b | c |\n|---|---|---|\n")
	if want := "# A\n\n- Verdict: **Kept**\n\n| a | b | c |\n|---|---|---|\n"; got != want {
		t.Errorf("the preview reads %q", got)
	}
}

func TestNumbersOfSourcesAreShownPlainly(t *testing.T) {
	w, _ := open(t)
	w.Sees("characters 20–57")
	w.Misses(`\[`)
	if got := sourceMark.ReplaceAllString(`said [\[12\]](#source-12).`, "[$1]"); got != "said [12]." {
		t.Errorf("a mark is shown as %q", got)
	}
}

func TestALongReportIsCutAtALine(t *testing.T) {
	long := strings.Repeat("Zeile mit Ümläuten\n", 4000)
	got := beginning(long)
	if len(got) > previewBytes+10 || !strings.HasSuffix(got, "Ümläuten\n\n…") {
		t.Errorf("it ends with %q", got[len(got)-30:])
	}
}

func TestALongReportIsDrawnPieceByPiece(t *testing.T) {
	w, p := open(t)
	ctx := context.Background()
	for i := range 150 {
		c := claims.Claim{Text: fmt.Sprintf("The library will have %d new chairs by the summer", i), Class: claims.Promise, MadeOn: claims.On(2025, 3, 4)}
		if _, err := w.Desk.MakeClaim(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	w.Until(func() bool { return len(p.preview.rest) > 0 })
	for len(p.preview.rest) > 0 {
		before := len(p.preview.rest)
		p.preview.scroll.ScrollToBottom()
		w.Queue.Pump()
		if len(p.preview.rest) == before {
			t.Fatalf("%d pieces are not drawn at the end of the preview", before)
		}
	}
	w.Sees("The library will have 149 new chairs")
}

func TestAReportIsCutAtParagraphs(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat(strings.Repeat("word ", 300)+"\n\n", 12))
	parts := pieces(text)
	if strings.Join(parts, "\n\n") != text || len(parts) < 3 {
		t.Errorf("%d pieces are not the whole text", len(parts))
	}
	for i, part := range parts {
		if len(part) > pieceBytes || !strings.HasPrefix(part, "word") {
			t.Errorf("piece %d has %d bytes and begins with %.10q", i, len(part), part)
		}
	}
}
