package review

import (
	"testing"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/ingest"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

const pool = `Pool to open in June

“The pool will open in June,” mayor Ana Ruiz said on Monday.

“Nobody will pay more than four crowns,” she said.

Per Holm, who leads the swimming club, said that the water was still cold.`

func open(t *testing.T) (*navtest.Window, *Page) {
	w := navtest.New(t)
	it, err := ingest.Paste(t.Context(), pool, claims.Article{Outlet: "Karlsund Daily", Published: claims.On(2026, 3, 2), Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	prepared, err := w.Desk.Prepare(t.Context(), it)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Desk.Store(t.Context(), prepared); err != nil {
		t.Fatal(err)
	}
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Review})
	w.Sees("3 to go")
	w.Until(func() bool { return p.card.ID() != "" })
	return w, p
}

func waiting(w *navtest.Window) int {
	n, err := w.Desk.Count(w.Context(), desk.Query{Kind: claims.KindStatement, Index: desk.ByReview, Value: string(claims.Unreviewed)})
	if err != nil {
		w.Fatal(err)
	}
	return n
}

func TestStatementsAreWorkedOffWithSingleKeys(t *testing.T) {
	w, p := open(t)
	for _, key := range []string{"a", "r", "a"} {
		was := p.card.ID()
		w.Type(key)
		w.Until(func() bool { return p.card.ID() != was })
	}
	w.Sees("All reviewed")
	if n := waiting(w); n != 0 {
		t.Errorf("%d statements wait", n)
	}
}

func TestAQuickSecondKeyDoesNotFallOnADecidedStatement(t *testing.T) {
	w, p := open(t)
	first := p.card.ID()
	w.Win.Canvas().Focused().TypedRune('a')
	w.Win.Canvas().Focused().TypedRune('r')
	w.Until(func() bool { return p.card.ID() != first })
	s, err := w.Desk.Statement(t.Context(), first)
	if err != nil || s.Review != claims.Accepted || waiting(w) != 2 {
		t.Errorf("the first is %s (%v), %d wait", s.Review, err, waiting(w))
	}
}

func TestUndoShowsWhatItTookBack(t *testing.T) {
	w, p := open(t)
	w.Type("j") // leave the least certain one
	w.Until(func() bool { return p.at == 1 })
	w.Sees("3 to go")
	second := p.queue.Next[1].ID
	w.Until(func() bool { return p.card.ID() == second })
	w.Type("r")
	w.Sees("2 to go")
	w.Until(func() bool { return p.card.ID() != second })
	w.Type("k")
	w.Type("u")
	w.Until(func() bool { return p.card.ID() == second })
	w.Sees("3 to go")
}

func TestTheRateOfRightOnesIsShown(t *testing.T) {
	w, p := open(t)
	for _, key := range []string{"a", "r"} {
		was := p.card.ID()
		w.Type(key)
		w.Until(func() bool { return p.card.ID() != was })
	}
	w.Sees("1 of 2 decided were right (50 %)")
	w.Press("How the rules fare")
	w.Sees("Wrong")
}

func TestTheSpeakerIsSetFromTheKeyboard(t *testing.T) {
	w, p := open(t)
	id := p.card.ID()
	w.Type("s")
	w.Sees("Who said it?")
	w.Type("Zora Lind") // over the name that was there
	w.Keys(fyne.KeyReturn)
	w.Sees("Speaker set: Zora Lind Undo")
	s, err := w.Desk.Statement(t.Context(), id)
	if err != nil || s.Speaker != w.Speaker("Zora Lind").ID {
		t.Errorf("the speaker is %s (%v)", s.Speaker, err)
	}
}

func TestTheArticleIsOpenedAtTheStatement(t *testing.T) {
	w, p := open(t)
	w.Type("o")
	if at := w.WentTo(); at.Screen != nav.Article || at.Statement != p.card.ID() {
		t.Errorf("went to %+v", at)
	}
}

func TestWhatIsUnknownOfAnArticleLeavesNoGap(t *testing.T) {
	w, p := open(t)
	a := *p.reading.Article
	a.Outlet = ""
	if err := w.Desk.EditArticle(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	w.Show(nav.Route{Screen: nav.Review})
	w.Sees("Pool to open in June · 2 Mar 2026")
}

func TestTheKeyboardIsNeverWhereNobodySeesIt(t *testing.T) {
	w, p := open(t)
	was := p.card.ID()
	accept := navtest.Find(w, func(b *kit.Button) bool { return b.Text == "Accept" })
	w.Win.Canvas().Focus(accept)
	w.Keys(fyne.KeyReturn)
	w.Until(func() bool { return p.card.ID() != was })
	if got := w.Win.Canvas().Focused(); got != fyne.Focusable(p.reader) {
		t.Errorf("after the card has changed the keyboard is at %T", got)
	}
}

func TestANoteIsReviewedUnderWhoSaidIt(t *testing.T) {
	w, p := open(t)
	note, err := w.Desk.AddStatement(t.Context(), claims.Statement{Text: "The slide will be repaired", SaidOn: claims.On(2026, 3, 4)}, "Zora Lind")
	if err == nil {
		err = w.Desk.Review(t.Context(), claims.Unreviewed, note.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	p.load()
	w.Sees("4 to go")
	for range 4 {
		if p.card.ID() == note.ID {
			break
		}
		was := p.card.ID()
		w.Type("j")
		w.Until(func() bool { return p.card.ID() != was })
	}
	w.Sees("Zora Lind")
	w.Misses("Nobody is named")
}
