package library

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"onrecord/claims"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

func open(t *testing.T, articles int) (*navtest.Window, *Page, *[]string) {
	w := navtest.New(t)
	titles := []string{"Pool to open in June", "Ferry sails again", "Untouched dunes"}
	for i := range articles {
		w.Article(titles[i], "https://karlsund.example/"+titles[i][:4], claims.On(2026, 3, i+1), titles[i]+"\n\nNothing was said.")
	}
	did := &[]string{}
	does := func(what string) func() { return func() { *did = append(*did, what) } }
	p := New(w.Host, w.Desk, Actions{Paste: does("paste"), Folder: does("folder"), Sample: does("sample")})
	w.Open(p, nav.Route{Screen: nav.Library})
	return w, p, did
}

func TestAnEmptyLibrarySaysHowToBegin(t *testing.T) {
	w, _, did := open(t, 0)
	w.Sees("No articles yet")
	w.Press("Paste an article")
	w.Press("Add the sample archive")
	if got := *did; len(got) != 2 || got[0] != "paste" || got[1] != "sample" {
		t.Errorf("the buttons did %v", got)
	}
}

func TestTheNewestArticleIsFirstAndEnterOpensIt(t *testing.T) {
	w, _, _ := open(t, 3)
	w.Sees("Untouched dunes")
	w.Sees("3 Mar 2026")
	w.Keys(fyne.KeyHome, fyne.KeyReturn)
	at := w.WentTo()
	a, err := w.Desk.Article(t.Context(), at.ID)
	if err != nil || at.Screen != nav.Article || a.Title != "Untouched dunes" {
		t.Errorf("Enter went to %+v (%v)", at, err)
	}
}

func TestLettersGoToATitle(t *testing.T) {
	w, p, _ := open(t, 3)
	w.Sees("Untouched dunes")
	w.Type("unt")
	if at, ok := p.table.Current(); !ok || at.Title != "Untouched dunes" {
		t.Errorf("the letters went to %+v", at)
	}
}

func TestDeletingTellsAndCanBeTakenBack(t *testing.T) {
	w, _, _ := open(t, 3)
	w.Sees("Untouched dunes")
	w.Keys(fyne.KeyHome, fyne.KeyDelete)
	w.Sees("1 article deleted")
	w.Misses("Untouched dunes")
	w.Press("Undo")
	w.Sees("Untouched dunes")
}

func TestOneOutletCanBeChosen(t *testing.T) {
	w, p, _ := open(t, 3)
	w.Sees("Untouched dunes")
	w.Until(func() bool { return len(p.outlets.Options) == 2 })
	w.Choose("Karlsund Daily")
	w.Sees("Ferry sails again")
	if p.outlets.Selected != "Karlsund Daily" {
		t.Errorf("%q is chosen", p.outlets.Selected)
	}
}

func TestAllStatementsStandInOneList(t *testing.T) {
	w, p, _ := open(t, 0)
	a := w.Article("Pool to open in June", "", claims.On(2026, 3, 1), "“The pool will open in June,” said Ruiz. “It will not,” said Holm.")
	first := w.Says(a, "The pool will open in June", "Ana Ruiz")
	w.Says(a, "It will not", "Per Holm")
	w.Press("Statements")
	w.Show(w.WentTo())
	w.Sees("“It will not”")
	w.Sees("Ana Ruiz")
	if err := w.Desk.Review(t.Context(), claims.Rejected, first.ID); err != nil {
		t.Fatal(err)
	}
	w.Choose("Rejected")
	w.Misses("It will not")
	w.Keys(fyne.KeyHome, fyne.KeyReturn)
	if at := w.WentTo(); at.Screen != nav.Article || at.Statement != first.ID {
		t.Errorf("Enter went to %+v", at)
	}
	if w.Host.Commands.Available(w.Host.Commands.Find("library.delete")) {
		t.Error("articles can be deleted where none is shown")
	}
	w.Show(nav.Route{Screen: nav.Library})
	w.Sees("Pool to open in June")
	if p.said.table.Visible() {
		t.Error("the statements are still shown")
	}
}

func TestARowHasAMenu(t *testing.T) {
	w, _, _ := open(t, 3)
	w.Sees("Untouched dunes")
	w.Keys(fyne.KeyHome, desktop.KeyMenu)
	w.Sees("Delete articles")
	w.Keys(fyne.KeyDown, fyne.KeyReturn) // Open
	if at := w.WentTo(); at.Screen != nav.Article {
		t.Errorf("went to %+v", at)
	}
}
