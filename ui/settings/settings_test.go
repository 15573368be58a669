package settings

import (
	"context"
	"errors"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
	"onrecord/ui/statement"
)

func open(t *testing.T, s Safety) (w *navtest.Window, p *Page, applied *int) {
	w = navtest.New(t)
	applied = new(int)
	s.Place = "/home/mina/archive.db"
	p = New(w.Host, w.Desk, s, func() { *applied++ })
	w.Open(p, nav.Route{Screen: nav.Settings})
	w.Sees("Promises")
	return w, p, applied
}

func TestLooksAreChosenAndApplied(t *testing.T) {
	w, p, applied := open(t, Safety{})
	w.Choose("Dark")
	if got := w.Host.App.Preferences().Int(nav.PrefMode); look.Mode(got) != look.Dark || *applied != 1 {
		t.Errorf("the mode is %d, applied %d times", got, *applied)
	}
	p.size.OnChangeEnded(150)
	if got := w.Host.App.Preferences().Int(nav.PrefText); got != 150 || *applied != 2 {
		t.Errorf("the text size is %d", got)
	}
	w.Host.App.Preferences().SetInt(nav.PrefText, 120) // by Ctrl+=
	p.Show(nav.Route{})
	w.Sees("120 %")
}

func TestTheCitationStyleIsRemembered(t *testing.T) {
	w, _, _ := open(t, Safety{})
	w.Choose("MLA")
	if got := w.Host.App.Preferences().String(statement.PrefCitation); got != "mla" {
		t.Errorf("the style is %q", got)
	}
}

func TestTheFilesThemselvesNeedNotBeKept(t *testing.T) {
	w, _, _ := open(t, Safety{})
	box := navtest.Find(w, func(c *kit.Check) bool { return c.Text == "Keep the files themselves" })
	if !box.Checked {
		t.Error("the files are not kept from the start")
	}
	box.SetChecked(false)
	if !w.Host.App.Preferences().Bool(nav.PrefTextOnly) {
		t.Error("the choice is not remembered")
	}
}

func TestDaysOfTheDueDeskAreChecked(t *testing.T) {
	w, _, _ := open(t, Safety{})
	fields := w.Fields()
	fields[0].SetText("14")
	fields[1].SetText("for ever")
	prefs := w.Host.App.Preferences()
	if prefs.Int(nav.PrefSoon) != 14 || prefs.IntWithFallback(nav.PrefStale, -1) != -1 {
		t.Errorf("soon is %d, stale %d", prefs.Int(nav.PrefSoon), prefs.Int(nav.PrefStale))
	}
	if fields[1].Validate() == nil {
		t.Error("for ever is a number of days")
	}
}

func TestAScaleIsEditedAndTakenBack(t *testing.T) {
	w, _, _ := open(t, Safety{})
	w.Press("Edit…")
	w.Fields()[6].SetText("Half done") // the word of "Stalled", each value having word, colour and rating
	w.Confirm()
	w.Sees("Half done")
	w.Press("Undo")
	w.Misses("Half done")
}

func TestAValueInUseCannotVanish(t *testing.T) {
	w, _, _ := open(t, Safety{})
	w.Verdict(w.Promise("Ana Ruiz", "The pool will open", claims.Date{}), "stalled", "No contract.")
	w.Press("Edit…")
	w.Fields()[6].SetText("")
	w.Confirm()
	w.Sees("Stalled") // in the sentence that says why not
	scales, err := w.Desk.Scales(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := scales[0].Find("stalled"); !ok {
		t.Error("the value has vanished")
	}
}

func TestABadColourIsAnswered(t *testing.T) {
	w, _, _ := open(t, Safety{})
	w.Press("Edit…")
	w.Fields()[1].SetText("greenish")
	w.Sees("is no colour such as")
	if kit.Confirm(w.Win.Canvas()) {
		t.Error("the dialog closes, and what was typed is lost")
	}
	w.Fields()[1].SetText("#2e8b57")
	w.Misses("is no colour such as")
}

func TestTheStateBeforeAnyVerdictIsNotDeleted(t *testing.T) {
	w, _, _ := open(t, Safety{})
	w.Press("Edit…")
	w.Fields()[0].SetText(" ")
	w.Sees("it can be renamed, not deleted")
	if kit.Confirm(w.Win.Canvas()) {
		t.Error("the first value is deleted")
	}
}

func TestColoursAreReadAndWritten(t *testing.T) {
	c, ok := readColour("#2e8b57")
	if !ok || writeColour(c) != "#2e8b57" || c != (color.NRGBA{0x2e, 0x8b, 0x57, 0xff}) {
		t.Errorf("%v, %v", c, ok)
	}
	for _, bad := range []string{"", "2e8b57", "#2e8b5", "#2e8b577", "green"} {
		if _, ok := readColour(bad); ok {
			t.Errorf("%q is read as a colour", bad)
		}
	}
}

func TestTheCheckSaysWhatItFound(t *testing.T) {
	found := []*claims.Sentence{claims.Plain("article 1: text is damaged")}
	var failure error
	w, p, _ := open(t, Safety{Verify: func(context.Context) ([]*claims.Sentence, error) { return found, failure }})
	p.verify()
	w.Sees("1 problem:")
	w.Sees("text is damaged")
	w.Win.Canvas().Overlays().Remove(w.Win.Canvas().Overlays().Top())
	found = nil
	p.verify()
	w.Sees("Everything holds")
	failure = errors.New("the disk is on fire")
	p.verify()
	w.Sees("the disk is on fire")
}

func TestManyProblemsAreCountedInThePlural(t *testing.T) {
	var found []*claims.Sentence
	for _, c := range "abcdefghij" {
		found = append(found, claims.Plain(string(c)))
	}
	err := damage(found).Error()
	if !strings.Contains(err, "10 problems") || strings.Contains(err, "\ni") {
		t.Errorf("the error reads %q", err)
	}
}

func TestTheJournalTellsWhoDidWhat(t *testing.T) {
	w, p, _ := open(t, Safety{})
	w.Promise("Ana Ruiz", "The pool will open", claims.Date{})
	if _, err := w.Desk.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	p.showJournal()
	w.Sees("Make claim")
	w.Sees("Mina")
	w.Sees("taken back")
	w.Sees("Add speaker")
	entries, err := latest(context.Background(), w.Desk, 1)
	if err != nil || len(entries) != 1 || entries[0].Undoes == 0 {
		t.Errorf("the last entry is %+v, %v", entries, err)
	}
}

func TestAWatchedFolderIsNamed(t *testing.T) {
	w, p, _ := open(t, Safety{})
	w.Sees("No folder is watched")
	w.Host.App.Preferences().SetString(nav.PrefWatch, "/home/mina/incoming")
	p.Show(nav.Route{})
	w.Sees("/home/mina/incoming")
	_ = navtest.Find(w, func(*widget.Slider) bool { return true })
}
