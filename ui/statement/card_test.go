package statement_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
	"onrecord/ui/statement"
)

const pool = `Pool to open in June

“The pool will open by the end of June 2026,” mayor Ana Ruiz said on Monday.

She said the water would be warm.`

// table is a card with a statement of an article on it.
type table struct {
	*navtest.Window
	card    *statement.Card
	article *claims.Article
}

func open(t *testing.T) *table {
	w := navtest.New(t)
	x := &table{Window: w, card: statement.NewCard(w.Host, w.Desk)}
	w.Win.SetContent(container.NewStack(x.card.Content(), w.Host.Toasts.Layer()))
	w.Win.Resize(fyne.NewSize(500, 800))
	x.article = w.Article("Pool to open in June", "https://karlsund.example/pool", claims.On(2026, 3, 2), pool)
	return x
}

func (x *table) show(s *claims.Statement) {
	x.Helper()
	r, err := x.Desk.Open(x.Context(), x.article.ID)
	if err != nil {
		x.Fatal(err)
	}
	x.card.Show(r, s)
	x.Queue.Pump()
}

func (x *table) now(id claims.ID) *claims.Statement {
	x.Helper()
	s, err := x.Desk.Statement(x.Context(), id)
	if err != nil {
		x.Fatal(err)
	}
	return s
}

func TestTheEmptyCardSaysWhatItIsFor(t *testing.T) {
	x := open(t)
	x.Sees("Click a marked passage")
	if x.card.ID() != "" {
		t.Errorf("an empty card shows %s", x.card.ID())
	}
	x.card.Accept() // there is nothing to accept, and nothing happens
	x.Queue.Pump()
	x.Misses("Statement accepted")
}

func TestADoubtOffersWhoItCouldBe(t *testing.T) {
	x := open(t)
	s := x.Says(x.article, "the water would be warm", "")
	s.Why.Doubt, s.Why.Candidates = "“She” could be two people.", []string{"Ana Ruiz", "Zora Lind"}
	x.show(s)
	x.Sees("could be two people")
	x.Press("It is Zora Lind")
	x.Sees("Speaker set: Zora Lind")
	if got := x.now(s.ID).Speaker; got != x.Speaker("Zora Lind").ID {
		t.Errorf("the speaker is %s", got)
	}
}

func TestAcceptedAndTakenBack(t *testing.T) {
	x := open(t)
	s := x.Says(x.article, "the water would be warm", "Ana Ruiz")
	x.show(s)
	x.Press("Reject")
	x.Sees("Statement rejected")
	if got := x.now(s.ID).Review; got != claims.Rejected {
		t.Fatalf("the statement is %s", got)
	}
	x.Press("Undo")
	x.Until(func() bool { return x.now(s.ID).Review == s.Review })
}

func TestAStatementIsCorrected(t *testing.T) {
	x := open(t)
	s := x.Says(x.article, "the water would be warm", "Ana Ruiz")
	x.show(s)
	x.card.Edit()
	x.Sees("Correct the statement")
	x.Choose("Prediction")
	x.Confirm()
	x.Sees("Statement corrected")
	if got := x.now(s.ID); got.Class != claims.Prediction || got.Review != claims.Edited {
		t.Errorf("the statement is a %s, %s", got.Class, got.Review)
	}
}

func TestAClaimIsProposedAndMade(t *testing.T) {
	x := open(t)
	x.show(x.Says(x.article, "“The pool will open by the end of June 2026,”", "Ana Ruiz"))
	x.card.MakeClaim()
	x.Sees("What will decide it")
	x.Confirm()
	x.Sees("Claim made")
	x.Press("Open it")
	at := x.WentTo()
	c, err := x.Desk.Claim(t.Context(), at.ID)
	if err != nil || c.Class != claims.Promise || c.Due.Year != 2026 || c.Due.Month != 6 {
		t.Errorf("the claim is %+v (%v)", c, err)
	}
}

func TestWhatWasSaidBeforeIsShown(t *testing.T) {
	x := open(t)
	old := x.Article("Pool plans", "https://karlsund.example/plans", claims.On(2025, 9, 1), "Pool plans\n\nThe pool will open by the end of June 2026, Ana Ruiz said.")
	x.Says(old, "The pool will open by the end of June 2026", "Ana Ruiz")
	x.show(x.Says(x.article, "“The pool will open by the end of June 2026,”", "Ana Ruiz"))
	x.Sees("Said before")
	x.Sees("1 Sep 2025")
}

// A narrow column beside the text must not take the room of the text.
func TestNothingOnTheCardIsWiderThanItsButtons(t *testing.T) {
	x := open(t)
	before := x.Article("Pool promised", "https://karlsund.example/before", claims.On(2026, 1, 2), "The pool will open by the end of June 2026, mayor Ana Ruiz said.")
	first := x.Says(before, "The pool will open by the end of June 2026", "Ana Ruiz")
	x.Claim("Ana Ruiz", claims.Claim{Text: "The pool will open by the end of June 2026", Appearances: []claims.ID{first.ID}})
	x.show(x.Says(x.article, "The pool will open by the end of June 2026", "Ana Ruiz"))
	x.Sees("Does this repeat a claim?")
	x.Sees("Said before")
	widest := navtest.Find(x.Window, func(b *kit.Button) bool { return b.Text == "Make a claim…" }).MinSize().Width
	if got := x.card.Content().MinSize().Width; got > widest {
		t.Errorf("the card asks for %v, its widest button for %v", got, widest)
	}
}

func TestAPronounIsNoName(t *testing.T) {
	x := open(t)
	s := x.Says(x.article, "the water would be warm", "")
	s.Mention, s.Why.Doubt, s.Why.Candidates = "She", "“She” could be Ana Ruiz or Zora Lind.", []string{"Ana Ruiz", "Zora Lind"}
	x.show(s)
	x.Sees("Speaker undecided: “She”")
	x.Sees("It is Ana Ruiz")
	x.card.SetSpeaker()
	if e := navtest.Find(x.Window, func(*nav.SpeakerEntry) bool { return true }); e.Text != "Ana Ruiz" {
		t.Errorf("the field offers %q", e.Text)
	}
}

func TestWhoHasNoSpeakerCanBeGivenOneOnTheCard(t *testing.T) {
	x := open(t)
	s := x.Says(x.article, "the water would be warm", "")
	s.Mention = "She"
	x.show(s)
	x.Press("Set speaker…")
	x.Sees("Who said it?")
}
