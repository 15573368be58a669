package speakers

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

// open shows the speakers of an archive in which Ana Ruiz has three claims of
// two years.
func open(t *testing.T) (*navtest.Window, *Page) {
	w := navtest.New(t)
	a := w.Article("Mayor promises a pool", "", claims.On(2025, 3, 4), "“We will open the Harbour Pool by 2027,” said Ruiz. “A pool is not a policy,” said Holm. “It is ours,” said Ruiz.")
	w.Says(a, "We will open the Harbour Pool by 2027", "Ana Ruiz")
	w.Says(a, "It is ours", "Ana Ruiz")
	w.Says(a, "A pool is not a policy", "Per Holm")
	w.Promise("Ana Ruiz", "The Harbour Pool will open by 2027", claims.Date{Year: 2027})
	kept := w.Promise("Ana Ruiz", "The ferry will run on Sundays", claims.On(2025, 9, 1))
	w.Verdict(kept, "kept", "It does.")
	w.Claim("Ana Ruiz", claims.Claim{Class: claims.Statistic, Text: "Bicycle thefts fell by half", MadeOn: claims.On(2024, 2, 1)})
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Speakers})
	w.Sees("Latest statements")
	return w, p
}

func TestTheMostQuotedComesFirstWithTheScorecard(t *testing.T) {
	w, _ := open(t)
	for _, words := range []string{
		"Ana Ruiz", "Kept", "Not yet rated", "Unchecked", "All classes",
		"3 claims · resolved: 1 · cannot be resolved: 0 · not yet due: 1 · overdue: 0 · without a date: 1. Too few are resolved",
		"By the year in which the claims were made", "2025", "2024", "“It is ours”",
	} {
		w.Sees(words)
	}
}

func TestOneClaimIsCountedInTheSingular(t *testing.T) {
	if got := denominators(claims.Scorecard{Total: 1, Resolved: 1}); got[:8] != "1 claims" && got[:7] != "1 claim" {
		t.Errorf("one claim is counted as %q", got)
	}
}

func TestTheCursorChoosesTheSpeaker(t *testing.T) {
	w, p := open(t)
	w.Keys(fyne.KeyDown)
	w.Until(func() bool { return p.open != nil && p.open.Name == "Per Holm" })
	w.Sees("No claim of theirs is followed yet.")
}

func TestSpeakersAreMergedWithAPreviewAndTakenApartAgain(t *testing.T) {
	w, p := open(t)
	w.Keys(fyne.KeyDown)
	w.Until(func() bool { return p.open != nil && p.open.Name == "Per Holm" })
	w.Do("speaker.merge")
	w.Type("Ana Ruiz")
	w.Sees("1 statement · 0 claims go to Ana Ruiz, who then is also called Per Holm.")
	w.Confirm()
	w.Sees("Speakers merged")
	w.Until(func() bool { return p.open != nil && p.open.Name == "Ana Ruiz" && len(p.rows) == 1 })
	w.Sees("Also: Per Holm")
	w.Press("Undo")
	w.Until(func() bool { return len(p.rows) == 2 })
}

func TestAMergeNeedsAnotherSpeaker(t *testing.T) {
	w, p := open(t)
	w.Until(func() bool { return p.open != nil && p.open.Name == "Ana Ruiz" })
	w.Do("speaker.merge")
	into := navtest.Find(w, func(*nav.SpeakerEntry) bool { return true })
	w.Until(func() bool { return len(into.Matching()) == 1 }) // all but her own name
	for _, typed := range []string{"", "Nobody at all", "Ana Ruiz"} {
		w.Fields()[0].SetText(typed)
		w.Queue.Pump()
		if kit.Confirm(w.Win.Canvas()) {
			t.Fatalf("a merge into %q is confirmed", typed)
		}
	}
	w.Fields()[0].SetText("")
	w.Type("holm")
	w.Keys(fyne.KeyReturn) // completes the name
	w.Sees("go to Per Holm, who then is also called Ana Ruiz.")
	w.Keys(fyne.KeyReturn)
	w.Sees("Speakers merged")
}

func TestASplitNeedsANameAndStatements(t *testing.T) {
	w, p := open(t)
	w.Until(func() bool { return p.open != nil && p.open.Name == "Ana Ruiz" })
	w.Do("speaker.split")
	w.Sees("Tick the statements that are theirs.")
	w.Type("Anton Ruiz")
	if kit.Confirm(w.Win.Canvas()) {
		t.Fatal("nothing is split off")
	}
	navtest.Find(w, func(c *kit.Check) bool { return true }).SetChecked(true)
	w.Confirm()
	w.Sees("Speaker split")
	w.Until(func() bool { return len(p.rows) == 3 })
}

func TestPairsThatMayBeTheSameAreOfferedAndMerged(t *testing.T) {
	w, p := open(t)
	w.Speaker("Anna Ruiz")
	w.Sees("1 pair may be the same")
	w.Press("1 pair may be the same")
	w.Sees("Keep Ana Ruiz")
	w.Press("Keep Ana Ruiz")
	w.Sees("Speakers merged")
	w.Misses("may be the same")
	if who, err := w.Desk.FindSpeaker(context.Background(), "Anna Ruiz"); err != nil || who.Name != "Ana Ruiz" {
		t.Errorf("Anna Ruiz is now %v, %v", who, err)
	}
	_ = p
}

func TestPairsAreLookedForOnceNothingIsTyped(t *testing.T) {
	w, p := open(t)
	w.Speaker("Anna Ruiz")
	p.loadPairs()
	p.filter("a")
	p.filter("an")
	if p.host.Jobs.Cancel(pairsSlot); !p.searching || len(p.pairs) > 0 {
		t.Errorf("the search runs while letters come: %d pairs", len(p.pairs))
	}
	w.Sees("1 pair may be the same")
}

func TestAPairToldApartIsOfferedNoMore(t *testing.T) {
	w, _ := open(t)
	w.Speaker("Anna Ruiz")
	w.Sees("1 pair may be the same")
	w.Press("1 pair may be the same")
	w.Press("Not the same")
	w.Misses("may be the same")
	w.Press("Undo")
	w.Sees("1 pair may be the same")
}

func TestAnotherScreenOpensASpeaker(t *testing.T) {
	w, p := open(t)
	holm := w.Speaker("Per Holm")
	w.Show(nav.Route{Screen: nav.Speakers, ID: holm.ID})
	w.Until(func() bool { return p.open != nil && p.open.ID == holm.ID })
	w.Sees("“A pool is not a policy”")
}

func TestTheWaysOutOfASpeaker(t *testing.T) {
	w, p := open(t)
	w.Until(func() bool { return p.open != nil })
	for command, want := range map[string]nav.Route{
		"speaker.search":   {Screen: nav.Search, Query: `speaker:"Ana Ruiz" `},
		"speaker.claims":   {Screen: nav.Claims, Query: `speaker:"Ana Ruiz"`},
		"speaker.timeline": {Screen: nav.Timeline, ID: p.open.ID},
		"speaker.report":   {Screen: nav.Reports, Query: "speaker:Ana Ruiz"},
	} {
		w.Do(command)
		if at := w.WentTo(); at != want {
			t.Errorf("%s went to %+v", command, at)
		}
	}
}

func TestRolesAreReadWithTheirTimes(t *testing.T) {
	roles, err := readRoles("Mayor; City of Karlsund; 2021-10; 2025-03\n\nDeputy")
	if err != nil || len(roles) != 2 {
		t.Fatal(roles, err)
	}
	if got := roleWords(roles[0]); got != "Mayor, City of Karlsund (Oct 2021 – Mar 2025)" {
		t.Errorf("the role reads %q", got)
	}
	if got := roleLines(roles); got != "Mayor; City of Karlsund; 2021-10; 2025-03\nDeputy" {
		t.Errorf("it is edited as %q", got)
	}
	if _, err := readRoles("Mayor; City; once upon a time"); err == nil {
		t.Error("a bad date is read")
	}
}

func TestUnnamedSourcesAreHiddenUntilAskedFor(t *testing.T) {
	w, _ := open(t)
	if _, err := w.Desk.AddSpeaker(context.Background(), claims.Speaker{Name: "a person in the building", Type: claims.Unnamed}); err != nil {
		t.Fatal(err)
	}
	w.Misses("in the building")
	w.Press("Unnamed and groups too")
	w.Sees("in the building")
}

func TestASpeakerHasAMenu(t *testing.T) {
	w, _ := open(t)
	w.Keys(fyne.KeyHome, desktop.KeyMenu)
	w.Sees("Merge into another…")
	w.Keys(fyne.KeyDown, fyne.KeyReturn) // the first: edit
	w.Sees("After a rename the old name stays")
}
