package timeline

import (
	"bytes"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/claims/report"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

func open(t *testing.T) (*navtest.Window, *Page) {
	w := navtest.New(t)
	a := w.Article("Mayor promises a pool", "", claims.On(2025, 3, 4), "“We will open the Harbour Pool by 2027,” said Ruiz. “A pool is not a policy,” said Holm.")
	s := w.Says(a, "We will open the Harbour Pool by 2027", "Ana Ruiz")
	w.Says(a, "A pool is not a policy", "Per Holm")
	c := w.Claim("Ana Ruiz", claims.Claim{Text: "The Harbour Pool will open by 2027", Due: claims.Date{Year: 2027}, Appearances: []claims.ID{s.ID}, Tests: []claims.Test{{Text: "Kept if it opens."}}})
	w.Verdict(c, "stalled", "No contract.")
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Timeline})
	w.Sees("Nothing to show yet")
	return w, p
}

// The buttons come with the first mark and may need a row of their own.
func TestTheButtonsDoNotCoverTheTimeline(t *testing.T) {
	w := navtest.New(t)
	w.Promise("Ana Ruiz", "The Harbour Pool will open by 2027", claims.Date{Year: 2027})
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Timeline})
	w.Win.Resize(fyne.NewSize(700, 600))
	w.Until(func() bool { return len(p.who.Matching()) == 1 })
	p.who.SetText("Ana Ruiz")
	w.Sees("Save as SVG…")
	driver := fyne.CurrentApp().Driver()
	foot := driver.AbsolutePositionForObject(p.tools).Y + p.tools.Size().Height
	if top := driver.AbsolutePositionForObject(p.line).Y; top < foot {
		t.Errorf("the timeline begins at %v, the buttons end at %v", top, foot)
	}
}

func TestEnterOffersTheNamesThatFit(t *testing.T) {
	w, p := open(t)
	w.Speaker("Mia Ruiz")
	p.who.Load()
	w.Until(func() bool { return len(p.who.Matching()) == 3 })
	w.Win.Canvas().Focus(p.who)
	w.Type("ruiz")
	w.Keys(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	w.Until(func() bool { return p.who.Text == "Mia Ruiz" })
}

func TestASurnameIsEnough(t *testing.T) {
	w, p := open(t)
	w.Until(func() bool { return len(p.who.Matching()) == 2 })
	w.Win.Canvas().Focus(p.who)
	w.Type("ruiz")
	w.Keys(fyne.KeyReturn)
	w.Sees("4 marks")
	if p.who.Text != "Ana Ruiz" {
		t.Errorf("the field reads %q", p.who.Text)
	}
	for _, lane := range []string{"Said", "Claims", "Verdicts", "Due"} {
		w.Sees(lane)
	}
}

func TestWhoeverNobodyIsIsAnswered(t *testing.T) {
	w, p := open(t)
	w.Win.Canvas().Focus(p.who)
	w.Type("Rui")
	w.Keys(fyne.KeyBackspace, fyne.KeyReturn)
	w.Type("xyz")
	w.Keys(fyne.KeyReturn)
	w.Sees("obody is called")
}

func TestATopicShowsEverybodyOnIt(t *testing.T) {
	w, p := open(t)
	w.Win.Canvas().Focus(p.topic)
	w.Type("pool")
	w.Keys(fyne.KeyReturn)
	w.Sees("5 marks")
}

func TestMarksAreWalkedAndOpenedByKeyboard(t *testing.T) {
	w, p := open(t)
	w.Show(nav.Route{Screen: nav.Timeline, ID: w.Speaker("Ana Ruiz").ID})
	w.Sees("4 marks")
	w.Win.Canvas().Focus(p.topic)
	for range 5 { // over the buttons
		w.Win.Canvas().FocusNext()
	}
	if w.Win.Canvas().Focused() != fyne.Focusable(p.line) {
		t.Fatalf("behind the buttons Tab goes to %T", w.Win.Canvas().Focused())
	}
	w.Keys(fyne.KeyHome)
	w.Sees("4 Mar 2025 · ")
	w.Keys(fyne.KeyEnd, fyne.KeyReturn)
	if at := w.WentTo(); at.Screen != nav.Claim {
		t.Errorf("the last mark went to %+v", at)
	}
	w.Keys(fyne.KeyHome, fyne.KeyReturn)
	if at := w.WentTo(); at.Screen != nav.Article && at.Screen != nav.Claim {
		t.Errorf("the first mark went to %+v", at)
	}
}

func TestTheLastTimelineIsThereAgain(t *testing.T) {
	w, p := open(t)
	w.Show(nav.Route{Screen: nav.Timeline, ID: w.Speaker("Per Holm").ID})
	w.Sees("1 mark")
	if got := w.Host.App.Preferences().String(prefWho); got != "Per Holm" {
		t.Errorf("%q is remembered", got)
	}
	_ = p
}

func TestTheTimelineIsSavedAsAPicture(t *testing.T) {
	w, p := open(t)
	w.Show(nav.Route{Screen: nav.Timeline, ID: w.Speaker("Ana Ruiz").ID})
	w.Sees("4 marks")
	var b bytes.Buffer
	if err := report.Write(&b, p.model, report.SVG); err != nil || !strings.Contains(b.String(), "<svg") || !strings.Contains(b.String(), "Harbour Pool") {
		t.Errorf("the picture is %.200q, %v", b.String(), err)
	}
}
