package article

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
	"onrecord/ui/reader"
)

const ferry = `Ferry to sail all winter

The ferry will sail all winter, harbour chief Britta Solheim said on Monday.

“We will not cancel a single crossing before March,” Solheim told reporters.

Islander Knut Aas said that he would believe it in spring.`

type table struct {
	*navtest.Window
	page          *Page
	article       *claims.Article
	first, second *claims.Statement
}

func open(t *testing.T) *table {
	w := navtest.New(t)
	a := w.Article("Ferry to sail all winter", "https://karlsund.example/ferry", claims.On(2026, 3, 2), ferry)
	x := &table{Window: w, article: a}
	x.first = w.Says(a, "The ferry will sail all winter", "Britta Solheim")
	x.second = w.Says(a, "he would believe it in spring", "Knut Aas")
	x.page = New(w.Host, w.Desk)
	w.Open(x.page, nav.Route{Screen: nav.Article, ID: a.ID})
	w.Sees("The ferry will sail all winter, harbour chief")
	return x
}

func (x *table) reread(id claims.ID) *claims.Statement {
	x.Helper()
	s, err := x.Desk.Statement(x.Context(), id)
	if err != nil {
		x.Fatal(err)
	}
	return s
}

func (x *table) until(id claims.ID, ok func(*claims.Statement) bool) {
	x.Helper()
	x.Until(func() bool { return ok(x.reread(id)) })
}

func TestStatementsAreWalkedAndDecidedByLetters(t *testing.T) {
	x := open(t)
	x.Type("j")
	x.Sees("Britta Solheim")
	if x.page.card.ID() != x.first.ID {
		t.Fatalf("J chose %s", x.page.card.ID())
	}
	x.Type("j")
	x.Sees("Knut Aas")
	x.Type("r")
	x.until(x.second.ID, func(s *claims.Statement) bool { return s.Review == claims.Rejected })
	x.Type("k")
	if x.page.card.ID() != x.first.ID {
		t.Errorf("K went to %s", x.page.card.ID())
	}
}

func TestARejectedStatementIsNoLongerMarkedUntilUndone(t *testing.T) {
	x := open(t)
	marks := func() int { return len(x.page.marks()) }
	if marks() != 2 {
		t.Fatalf("%d marks for two statements", marks())
	}
	x.Type("jr")
	x.Until(func() bool { return marks() == 1 })
	x.Press("Undo")
	x.Until(func() bool { return marks() == 2 })
}

func TestTheEndOfAStatementIsMovedByAKey(t *testing.T) {
	x := open(t)
	x.Type("j")
	x.Type(",")
	x.until(x.first.ID, func(s *claims.Statement) bool { return s.Text == "The ferry will sail all" })
	x.Sees("The statement’s ends were moved")
	x.Press("Undo")
	x.until(x.first.ID, func(s *claims.Statement) bool { return s.Text == "The ferry will sail all winter" })
}

func TestSelectedWordsBecomeAStatementOfWhoSpokeBefore(t *testing.T) {
	x := open(t)
	at := strings.Index(ferry, "We will not")
	x.page.reader.Select(reader.Span{Start: at, End: at + len("We will not cancel a single crossing before March")})
	x.Type("n")
	x.Sees("Make a statement of these words")
	x.Sees("Britta Solheim")
	x.Confirm()
	x.Sees("Statement added")
	x.Until(func() bool { return len(x.page.reading.Statements) == 3 })
}

func TestWordsAreCopiedWithTheirSource(t *testing.T) {
	x := open(t)
	x.Type("j")
	x.Do("article.copy")
	x.Sees("Copied with its source")
	got := x.Host.App.Clipboard().Content()
	for _, want := range []string{"The ferry will sail all winter", "Britta Solheim", "Karlsund Daily"} {
		if !strings.Contains(got, want) {
			t.Errorf("the copy lacks %q: %s", want, got)
		}
	}
}

func TestFindCountsThePlacesAndEscapeGivesTheKeyboardBack(t *testing.T) {
	x := open(t)
	x.page.reader.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault})
	x.Type("winter")
	x.Sees("1 / 2")
	x.Keys(fyne.KeyReturn)
	x.Sees("2 / 2")
	x.Type("zz")
	x.Sees("Not in this text")
	x.Keys(fyne.KeyEscape)
	if x.Win.Canvas().Focused() != fyne.Focusable(x.page.reader) {
		t.Errorf("the keyboard is at %T", x.Win.Canvas().Focused())
	}
}

func TestDetailsAreCorrectedWithAPartialDate(t *testing.T) {
	x := open(t)
	x.Press("Details")
	x.Sees("SHA-256")
	date := navtest.Find(x.Window, func(*kit.DateEntry) bool { return true })
	date.SetText("March 2026")
	x.Sees("Mar 2026")
	x.Confirm()
	x.Sees("Details saved")
	x.Until(func() bool { return x.page.reading.Article.Published == claims.Date{Year: 2026, Month: 3} })
}

func TestANewVersionIsComparedWithTheOneBefore(t *testing.T) {
	x := open(t)
	x.Press("Versions")
	x.Sees("There is one version of this article")
	changed := strings.Replace(ferry, "all winter, harbour", "until February, harbour", 1)
	a := claims.Article{Title: x.article.Title, URL: x.article.URL, Published: claims.On(2026, 3, 4), Language: "en", Text: claims.HashOf([]byte(changed)), Length: len(changed)}
	stored, err := x.Desk.Store(t.Context(), desk.Prepared{Article: a, Text: changed, Status: desk.StatusVersion, Existing: x.article.ID})
	if err != nil {
		t.Fatal(err)
	}
	x.Show(nav.Route{Screen: nav.Article, ID: stored.Article})
	x.Sees("until February, harbour")
	x.Press("Versions")
	x.Sees("1 statement changed or gone")
	x.Sees("No longer in the article")
	kit.Dismiss(x.Win.Canvas())
	x.Misses("No longer in the article")
}

func TestAnyTwoVersionsAreCompared(t *testing.T) {
	x := open(t)
	id := x.article.ID
	for _, until := range []string{"until February, harbour", "until April, harbour"} {
		text := strings.Replace(ferry, "all winter, harbour", until, 1)
		a := claims.Article{Title: x.article.Title, URL: x.article.URL, Published: claims.On(2026, 3, 4), Language: "en", Text: claims.HashOf([]byte(text)), Length: len(text)}
		stored, err := x.Desk.Store(t.Context(), desk.Prepared{Article: a, Text: text, Status: desk.StatusVersion, Existing: id})
		if err != nil {
			t.Fatal(err)
		}
		id = stored.Article
	}
	x.Show(nav.Route{Screen: nav.Article, ID: id})
	x.Sees("until April, harbour")
	x.Press("Versions")
	x.Sees("changed or gone")
	shown := func() string {
		return navtest.Find(x.Window, func(r *reader.Reader) bool { return r != x.page.reader }).Text()
	}
	if text := shown(); !strings.Contains(text, "February") || strings.Contains(text, "all winter, ") {
		t.Errorf("the version before is not compared:\n%s", text)
	}
	all, err := x.Desk.Versions(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	x.Choose(names(all)[0]) // in the first of the two choices
	x.Until(func() bool { return !strings.Contains(shown(), "February") })
	if text := shown(); !strings.Contains(text, "all winter, ") {
		t.Errorf("the first version is not compared:\n%s", text)
	}
}

func TestADeletedArticleIsLeft(t *testing.T) {
	x := open(t)
	if err := x.Desk.TrashArticles(t.Context(), x.article.ID); err != nil {
		t.Fatal(err)
	}
	if at := x.WentTo(); at.Screen != nav.Library {
		t.Errorf("went to %+v", at)
	}
}

func TestFoundWordsBringTheirStatementOntoTheCard(t *testing.T) {
	x := open(t)
	at := strings.Index(ferry, "believe it")
	x.Show(nav.Route{Screen: nav.Article, ID: x.article.ID, Span: claims.Span{Start: at, End: at + len("believe it")}})
	x.Until(func() bool { return x.page.card.ID() == x.second.ID })
	x.Show(nav.Route{Screen: nav.Article, ID: x.article.ID, Span: claims.Span{Start: 0, End: 5}}) // in no statement
	x.Until(func() bool { return x.page.card.ID() == "" })
}

func TestAnArticleShowsNoStatementOfAnother(t *testing.T) {
	x := open(t)
	other := x.Article("Rink to open", "https://karlsund.example/rink", claims.On(2026, 3, 3), strings.ReplaceAll(ferry, "ferry", "rink"))
	x.Says(other, "The rink will sail all winter", "Britta Solheim")
	x.Type("j")
	x.Until(func() bool { return x.page.card.ID() == x.first.ID })
	x.Show(nav.Route{Screen: nav.Article, ID: x.article.ID})
	x.Until(func() bool { _, ok := x.page.list.Chosen(); return ok && x.page.card.ID() == x.first.ID })
	x.Show(nav.Route{Screen: nav.Article, ID: other.ID})
	x.Sees("The rink will sail all winter, harbour chief")
	if s, ok := x.page.list.Chosen(); ok || x.page.card.ID() != "" || x.page.reader.Active() != "" {
		t.Errorf("of a fresh article %v is chosen, %q on the card, %q in the text", s, x.page.card.ID(), x.page.reader.Active())
	}
}

func TestAnotherDateOffersToReadTheStatementsAgain(t *testing.T) {
	x := open(t)
	text := "Rink to open in June\n\nThe rink will open by the end of June, rink director Lena Moen said on Monday."
	a := claims.Article{Title: "Rink to open in June", Language: "en", Text: claims.HashOf([]byte(text)), Length: len(text)}
	p := desk.Prepared{Article: a, Text: text, Status: desk.StatusNew}
	p.Extract(nil)
	stored, err := x.Desk.Store(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	x.Show(nav.Route{Screen: nav.Article, ID: stored.Article})
	x.Sees("The rink will open by the end of June")
	x.Press("Details")
	x.Sees("SHA-256")
	navtest.Find(x.Window, func(*kit.DateEntry) bool { return true }).SetText("3 March 2026")
	x.Confirm()
	x.Sees("Read the statements again?")
	x.Sees("Said on: – → 2 Mar 2026 · Due: 30 Jun → 30 Jun 2026")
	x.Confirm()
	x.Sees("The statements were read again")
	x.Until(func() bool {
		return x.page.reading.Statements[len(x.page.reading.Statements)-1].Due == claims.On(2026, 6, 30)
	})
}

func TestWordsOfTheReporterAreNotTakenForAQuotation(t *testing.T) {
	x := open(t)
	at := strings.Index(ferry, "he would believe")
	x.page.reader.Select(reader.Span{Start: at, End: at + len("he would believe it in spring")})
	x.Type("n")
	x.Sees("Make a statement of these words")
	x.Sees("In the writer’s words")
}
