package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"onrecord/claims"
)

func decoded[T any](t *testing.T, m *Model, f Format) T {
	t.Helper()
	var out T
	if err := json.Unmarshal(written(t, m, f), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestClaimReviewHasWhatSearchEnginesAskFor(t *testing.T) {
	m := ferryModel(t)
	m.Options.Address = "https://gazette.example/checks/ferry"
	all := decoded[[]map[string]any](t, m, ClaimReview)
	if len(all) != 1 {
		t.Fatalf("%d reviews; only the claim with a verdict has one", len(all))
	}
	r := all[0]
	for _, key := range []string{"@context", "@type", "url", "claimReviewed", "reviewRating", "author", "datePublished", "itemReviewed"} {
		if r[key] == nil {
			t.Errorf("no %s", key)
		}
	}
	rating := r["reviewRating"].(map[string]any)
	if rating["alternateName"] != "Compromise" || rating["ratingValue"] != 3.0 || rating["bestRating"] != 5.0 || rating["worstRating"] != 1.0 {
		t.Errorf("rating %v", rating)
	}
	item := r["itemReviewed"].(map[string]any)
	for _, key := range []string{"author", "datePublished", "appearance", "firstAppearance"} {
		if item[key] == nil {
			t.Errorf("no itemReviewed.%s", key)
		}
	}
	if !strings.HasPrefix(r["url"].(string), "https://gazette.example/checks/ferry#claim-C1") {
		t.Errorf("url %v", r["url"])
	}
}

func TestVerdictThatSaysNothingHasAWordAndNoNumber(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Value.Rating = 0
	rating := decoded[[]review](t, m, ClaimReview)[0].Rating
	if rating.RatingValue != 0 || rating.BestRating != 0 || rating.AlternateName == "" {
		t.Errorf("got %+v", rating)
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	m := ferryModel(t)
	m.Claims[1].Due = claims.Date{Month: 9}
	m.Statements = append(m.Statements, Statement{Statement: &claims.Statement{ID: "S9", Text: "a note", Kind: claims.Indirect}})
	for f, want := range map[Format]string{ClaimReview: "without a verdict", ICal: "without a due date", Annotations: "without an article"} {
		if got := strings.Join(LeftOut(m, f), " "); !strings.HasPrefix(got, "1 ") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", f, got)
		}
	}
	if got := LeftOut(m, HTML); got != nil {
		t.Errorf("a web page leaves nothing out, but says %q", got)
	}
}

func TestScriptBlocksCannotBeClosedByTheirContent(t *testing.T) {
	page := written(t, hostileModel(t), ClaimReviewHTML)
	blocks := 0
	elements(parsedHTML(t, page), func(n *html.Node) {
		if n.Data != "script" {
			return
		}
		blocks++
		if attr(n, "type") != "application/ld+json" || !json.Valid([]byte(n.FirstChild.Data)) {
			t.Errorf("not a block of data: %q", n.FirstChild.Data)
		}
	})
	if blocks != 1 || bytes.Contains(page, []byte("<img")) {
		t.Errorf("%d blocks in\n%s", blocks, page)
	}
}

func TestAnnotationsFindTheirWordsInTheFrozenText(t *testing.T) {
	m := ferryModel(t)
	text := []rune(ferryText)
	page := decoded[struct {
		Items []struct {
			Target []struct {
				Selector []struct {
					Type, Exact, Prefix, Suffix string
					Start, End                  int
				}
			}
		}
	}](t, m, Annotations)
	if len(page.Items) != 2 {
		t.Fatalf("%d annotations of two statements", len(page.Items))
	}
	for _, item := range page.Items {
		quote, position := item.Target[0].Selector[0], item.Target[0].Selector[1]
		if got := string(text[position.Start:position.End]); got != quote.Exact {
			t.Errorf("at %d-%d stands %q, not %q", position.Start, position.End, got, quote.Exact)
		}
		if !strings.Contains(ferryText, quote.Prefix+quote.Exact+quote.Suffix) {
			t.Errorf("%q is not surrounded by %q and %q", quote.Exact, quote.Prefix, quote.Suffix)
		}
	}
}

func TestCalendarLinesAreFoldedAndUnfoldToTheSame(t *testing.T) {
	m := ferryModel(t)
	m.Claims[0].Text = strings.Repeat("Überfahrt, täglich; ", 12)
	cal := string(written(t, m, ICal))
	for line := range strings.SplitSeq(cal, "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d octets: %q", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(cal, "\r\n ", "")
	for _, want := range []string{`täglich\; Überfahrt\,`, "DTSTART;VALUE=DATE:20251231\r\n", "DTEND;VALUE=DATE:20260101\r\n", "DTSTART;VALUE=DATE:20260930\r\n"} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %q in\n%s", want, unfolded)
		}
	}
}

func TestNoLineOfACalendarOrReferenceCanBeSmuggledIn(t *testing.T) {
	m := hostileModel(t)
	for line := range strings.SplitSeq(string(written(t, m, ICal)), "\r\n") {
		if strings.HasPrefix(line, "TITLE") {
			t.Errorf("a smuggled line %q", line)
		}
	}
	for line := range strings.SplitSeq(string(written(t, m, RIS)), "\r\n") {
		if line != "" && (len(line) < 6 || line[2:6] != "  - ") {
			t.Errorf("not a tag: %q", line)
		}
	}
	bib := string(written(t, m, BibTeX))
	if depth := strings.Count(strings.NewReplacer(`\{`, "", `\}`, "").Replace(bib), "{") - strings.Count(strings.NewReplacer(`\{`, "", `\}`, "").Replace(bib), "}"); depth != 0 {
		t.Errorf("braces do not close: %s", bib)
	}
}

func TestASourceWithoutAuthorsIsSortedByItsTitle(t *testing.T) {
	bib := string(written(t, ferryModel(t), BibTeX))
	if strings.Count(bib, "  key = {") != 1 || !strings.Contains(bib, "  key = {First crossing},") {
		t.Errorf("what to sort by is missing, or not needed: %s", bib)
	}
}

func TestBylinesAreReadAsPeople(t *testing.T) {
	for byline, want := range map[string][]author{
		"By Jonas Vik and Ada van der Laan": {{"Jonas", "Vik"}, {"Ada", "van der Laan"}},
		"Par Léa Fabre, Omar Bensaïd":       {{"Léa", "Fabre"}, {"Omar", "Bensaïd"}},
		"Harbourwire":                       {{"", "Harbourwire"}},
		"":                                  nil,
		"Ministerio de Obras Públicas y Transición Energética": {{"", "Ministerio de Obras Públicas y Transición Energética"}},
		"Loïc Le Goff et Noëlle Œuvrard":                       {{"Loïc", "Le Goff"}, {"Noëlle", "Œuvrard"}},
		"By Ana Ruiz, with Per Åström":                         {{"Ana", "Ruiz"}, {"Per", "Åström"}},
		"Ana Ruiz, Tom Beck, and Ida Holm":                     {{"Ana", "Ruiz"}, {"Tom", "Beck"}, {"Ida", "Holm"}},
		"佐藤 健、高橋 美咲":                                           {{"健", "佐藤"}, {"美咲", "高橋"}},
		"本报记者 王小燕":                                             {{"", "王小燕"}},
	} {
		if diff := cmp.Diff(want, authors(byline), cmp.AllowUnexported(author{})); diff != "" {
			t.Errorf("%q: %s", byline, diff)
		}
	}
}

func TestCitationsFollowTheirStyleGuides(t *testing.T) {
	s := &ferryModel(t).Claims[0].Appearances[0]
	for style, want := range map[CitationStyle]string{
		AP:        "“We will run the night ferry again by the end of 2025,” Mira Solheim said on March 4, 2025, Point Gazette reported on March 5, 2025. https://gazette.example/ferry?a=1&b=2",
		Chicago:   "“We will run the night ferry again by the end of 2025,” — Mira Solheim, quoted in Vik, Jonas, and Ada van der Laan. “Night ferry to return.” Point Gazette, March 5, 2025. https://gazette.example/ferry?a=1&b=2",
		APA:       "“We will run the night ferry again by the end of 2025,” (Mira Solheim, as cited in Vik & van der Laan, 2025)\nVik, J., & van der Laan, A. (2025, March 5). Night ferry to return. Point Gazette. https://gazette.example/ferry?a=1&b=2",
		MLA:       "“We will run the night ferry again by the end of 2025,” (Mira Solheim, qtd. in Vik and van der Laan)\nVik, Jonas, and Ada van der Laan. “Night ferry to return.” Point Gazette, 5 Mar. 2025. https://gazette.example/ferry?a=1&b=2",
		Markdown:  "> “We will run the night ferry again by the end of 2025,”\n>\n> — Mira Solheim, said on 4 March 2025, [Night ferry to return](<https://gazette.example/ferry?a=1&b=2>), Point Gazette, published 5 March 2025",
		PlainCite: "“We will run the night ferry again by the end of 2025,” — Mira Solheim, said on 4 March 2025, Night ferry to return, Point Gazette, published 5 March 2025, https://gazette.example/ferry?a=1&b=2",
	} {
		if diff := cmp.Diff(want, Cite(s, style)); diff != "" {
			t.Errorf("%s:\n%s", style, diff)
		}
	}
}

// TestAwkwardReferences cites what lacks a part, or has too much of it.
func TestAwkwardReferences(t *testing.T) {
	en := wordsFor("en")
	quay := claims.Article{Title: "Mayor says “never” again", Byline: "Jean-Luc Marin, Ana Ruiz and Tom Beck", Outlet: "Point Gazette", Published: claims.Date{Year: 2025, Month: 11}}
	bare := claims.Article{URL: "https://gazette.example/a"}
	for _, c := range []struct {
		a     claims.Article
		style CitationStyle
		want  string
	}{
		{quay, Chicago, "Marin, Jean-Luc, Ana Ruiz, and Tom Beck. “Mayor says ‘never’ again.” Point Gazette, November 2025."},
		{quay, APA, "Marin, J.-L., Ruiz, A., & Beck, T. (2025, November). Mayor says “never” again. Point Gazette."},
		{quay, MLA, "Marin, Jean-Luc, et al. “Mayor says ‘never’ again.” Point Gazette, Nov. 2025."},
		{bare, Chicago, "“Untitled.”"},
		{bare, APA, "Untitled. (n.d.)."},
		{bare, MLA, "“Untitled.”"},
	} {
		if got := en.reference(&c.a, c.style); got != c.want {
			t.Errorf("%s: %s, want %s", c.style, got, c.want)
		}
	}
	many := "Ana Ruiz" + strings.Repeat(", Tom Beck", 20) + ", Ida Holm"
	if got := en.initials(many); strings.Count(got, "Beck") != 18 || !strings.HasSuffix(got, ", . . . Holm, I.") {
		t.Errorf("APA of 22 authors: %s", got)
	}
	if got := en.inverted(many, chicagoMost); got != "Ruiz, Ana, Tom Beck, Tom Beck, et al." {
		t.Errorf("Chicago of 22 authors: %s", got)
	}
	if got := apDate(claims.On(2025, 1, 4)) + apDate(claims.On(2025, 6, 4)); got != "Jan. 4, 2025June 4, 2025" {
		t.Errorf("AP dates: %s", got)
	}
}
