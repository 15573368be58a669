package claim

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

const poolText = "“We will open the Harbour Pool by the end of 2027,” said Mayor Ana Ruiz. The council agreed."

// pool opens the page of a promise with one appearance.
func pool(t *testing.T) (*navtest.Window, *Page, *claims.Claim) {
	w := navtest.New(t)
	a := w.Article("Mayor promises a pool", "https://karlsund.example/pool", claims.On(2025, 3, 4), poolText)
	s := w.Says(a, "We will open the Harbour Pool by the end of 2027", "Ana Ruiz")
	c := w.Claim("Ana Ruiz", claims.Claim{
		Text: "The Harbour Pool will open by the end of 2027", Due: claims.Date{Year: 2027}, DueWords: "by the end of 2027",
		Topics: []string{"pool"}, Appearances: []claims.ID{s.ID}, Tests: []claims.Test{{Text: "Kept if the pool admits swimmers by 31 December 2027."}},
	})
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Claim, ID: c.ID})
	w.Sees("The Harbour Pool will open")
	return w, p, c
}

func TestThePageSaysWhatIsKnownAndNoMore(t *testing.T) {
	w, _, _ := pool(t)
	for _, words := range []string{"Not yet rated", "Promise", "Ana Ruiz", "4 Mar 2025", "2027  (“by the end of 2027”)", "Kept if the pool admits swimmers", "pool", "“We will open the Harbour Pool by the end of 2027”", "Karlsund Daily"} {
		w.Sees(words)
	}
	for _, words := range []string{"Last checked", "Who must act", "Snoozed"} {
		if strings.Contains(w.Text(), words) {
			t.Errorf("a row for what is unknown: %s", words)
		}
	}
}

func TestAVerdictIsGivenAndTakenBack(t *testing.T) {
	w, _, c := pool(t)
	w.Type("v")
	w.Sees("Kept if the pool admits swimmers")
	w.Choose("Broken")
	w.Fields()[0].SetText("The pool is still a hole in the ground.")
	w.Confirm()
	w.Sees("The pool is still a hole in the ground.")
	if now := w.Reread(c); now.Verdict().Value != "broken" || now.Verdict().Label != "Broken" {
		t.Errorf("the verdict is %+v", now.Verdict())
	}
	w.Press("Undo")
	w.Misses("hole in the ground")
	w.Sees("None yet. A verdict names its reason")
}

func TestTheStateBeforeAnyVerdictIsNoVerdict(t *testing.T) {
	w, p, c := pool(t)
	w.Type("v")
	w.Sees("Kept if the pool admits swimmers")
	choice := navtest.Find(w, func(s *kit.Select) bool { return true })
	if slices.Contains(choice.Options, "Not yet rated") || choice.Selected != "" {
		t.Errorf("a claim without a verdict is offered %q, with %q chosen", choice.Options, choice.Selected)
	}
	w.Choose("Kept")
	if kit.Confirm(w.Win.Canvas()) {
		t.Error("a verdict without a reason is confirmed")
	}
	kit.Dismiss(w.Win.Canvas())
	w.Verdict(c, "stalled", "No contract is signed.")
	w.Until(func() bool { return len(p.claim.Verdicts) == 1 })
	w.Type("v")
	w.Sees("Kept if the pool admits swimmers")
	w.Choose("Withdraw the verdict: Not yet rated")
	w.Fields()[0].SetText("The contract was found.")
	w.Confirm()
	w.Sees("Withdrawn")
	w.Sees("No contract is signed.")
	if now := w.Reread(c); now.Verdict().Value != "not-yet-rated" || len(now.Verdicts) != 2 {
		t.Errorf("the verdicts are %+v", now.Verdicts)
	}
}

func TestEarlierVerdictsStayReadable(t *testing.T) {
	w, _, c := pool(t)
	w.Verdict(c, "stalled", "No contract is signed.")
	w.Verdict(c, "in-the-works", "The diggers have come.")
	w.Sees("The diggers have come.")
	w.Sees("No contract is signed.")
	if text := w.Text(); strings.Index(text, "diggers") > strings.Index(text, "contract") {
		t.Error("the latest verdict does not come first")
	}
}

func TestNoVerdictWithoutATest(t *testing.T) {
	w := navtest.New(t)
	c := w.Claim("Ana Ruiz", claims.Claim{Text: "The tram will be free"})
	w.Open(New(w.Host, w.Desk), nav.Route{Screen: nav.Claim, ID: c.ID})
	w.Sees("The tram will be free")
	w.Do("claim.verdict")
	w.Sees("Write down first what decides the claim.")
	w.Press("Set the resolution test…")
	w.Fields()[0].SetText("Kept if nobody pays on 1 January 2028.")
	w.Confirm()
	w.Sees("Kept if nobody pays")
}

func TestEveryVersionOfTheTestIsShown(t *testing.T) {
	w, _, c := pool(t)
	if err := w.Desk.SetTest(context.Background(), c.ID, "Kept if the pool is open for a week."); err != nil {
		t.Fatal(err)
	}
	w.Sees("Kept if the pool is open for a week.")
	w.Sees("Before, from 4 May 2026 · Mina: Kept if the pool admits swimmers")
}

func TestAnOutcomeIsAddedWithEvidenceAsOneChange(t *testing.T) {
	w, _, c := pool(t)
	w.Type("o")
	fields := w.Fields()
	fields[0].SetText("The Harbour Pool opened to swimmers")
	fields[1].SetText("12 June 2026")
	fields[3].SetText("https://karlsund.example/opened")
	w.Confirm()
	w.Sees("The Harbour Pool opened to swimmers")
	w.Sees("12 Jun 2026")
	w.Sees("https://karlsund.example/opened")
	w.Sees("Supports")
	w.Press("Edit…")
	w.Choose("Contradicts")
	w.Confirm()
	w.Sees("Contradicts")
	w.Press("Take off the claim")
	w.Sees("Nothing is linked yet.")
	for range 3 {
		if _, err := w.Desk.Undo(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if what, _, _ := w.Desk.Standing(context.Background()); what != "Make claim" {
		t.Errorf("before the outcome there was %q", what)
	}
	_ = c
}

func TestWhoTakesOffAnOutcomeLearnsWhatRestsOnIt(t *testing.T) {
	w, p, c := pool(t)
	o, err := w.Desk.AddOutcome(t.Context(), claims.Outcome{
		Date: claims.On(2027, 6, 1), Summary: "The pool admits swimmers", Links: []claims.Link{{Claim: c.ID, Relation: claims.Supports}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Desk.GiveVerdict(t.Context(), c.ID, "kept", "It admits swimmers.", o.ID); err != nil {
		t.Fatal(err)
	}
	w.Until(func() bool { return len(p.claim.Verdicts) == 1 && len(p.claim.Outcomes) == 1 })
	p.unlink(&p.claim.Outcomes[0])
	w.Sees("Outcome taken off the claim. 1 verdict rests on it")
	w.Sees("The pool admits swimmers · taken off the claim since then")
}

func TestWhatWasCorrectedAfterTheVerdictIsSaid(t *testing.T) {
	w, _, c := pool(t)
	o, err := w.Desk.AddOutcome(t.Context(), claims.Outcome{
		Date: claims.On(2027, 6, 1), Summary: "The pool admits swimmers", Links: []claims.Link{{Claim: c.ID, Relation: claims.Supports}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Desk.GiveVerdict(t.Context(), c.ID, "kept", "It admits swimmers.", o.ID); err != nil {
		t.Fatal(err)
	}
	w.Sees("The pool admits swimmers")
	w.Misses("corrected since then")
	again, err := w.Desk.Outcome(t.Context(), o.ID)
	if err != nil {
		t.Fatal(err)
	}
	changed := *again
	changed.Summary = "The pool admits swimmers on Sundays"
	if err := w.Desk.EditOutcome(t.Context(), changed); err != nil {
		t.Fatal(err)
	}
	w.Sees("on Sundays · corrected since then")
}

func TestABadDateIsAnswered(t *testing.T) {
	w, _, c := pool(t)
	w.Do("claim.edit")
	w.Fields()[1].SetText("when pigs fly")
	w.Sees("Not understood")
	if kit.Confirm(w.Win.Canvas()) {
		t.Error("the dialog was closed, and what was typed is gone")
	}
	if due := w.Reread(c).Due; due.Year != 2027 {
		t.Errorf("the due date has become %s", due)
	}
}

func TestFiguresAreComparedWithTheWorkingShown(t *testing.T) {
	w := navtest.New(t)
	c := w.Claim("Per Holm", claims.Claim{Class: claims.Statistic, Text: "Unemployment in Karlsund fell to 4.2 percent"})
	_, err := w.Desk.AddOutcome(context.Background(), claims.Outcome{Summary: "The office published a rate of 3.6 percent", Date: claims.On(2026, 1, 8), Links: []claims.Link{{Claim: c.ID, Relation: claims.Contradicts}}})
	if err != nil {
		t.Fatal(err)
	}
	w.Open(New(w.Host, w.Desk), nav.Route{Screen: nav.Claim, ID: c.ID})
	w.Sees("0.6")
}

func TestARepeatIsFoundTiedAndTakenOff(t *testing.T) {
	w, _, c := pool(t)
	a := w.Article("Mayor repeats herself", "https://karlsund.example/again", claims.On(2025, 9, 1), "“The Harbour Pool opens before 2028,” said Ruiz.")
	again := w.Says(a, "The Harbour Pool opens before 2028", "Ana Ruiz")
	w.Type("a")
	w.Type("opens before 2028")
	w.Keys(fyne.KeyReturn)
	w.Sees("Ana Ruiz · 1 Sep 2025")
	w.Keys(fyne.KeyDown, fyne.KeyDown)
	w.Confirm()
	w.Sees("This is another claim")
	if got := w.Reread(c).Appearances; len(got) != 2 || got[1] != again.ID {
		t.Errorf("it appears in %v", got)
	}
	w.Press("This is another claim: take it off")
	w.Misses("This is another claim")
	if got := w.Reread(c).Appearances; len(got) != 1 {
		t.Errorf("it appears in %v", got)
	}
}

func TestASuggestionShowsItsWordsAndIsConfirmed(t *testing.T) {
	w, p, _ := pool(t)
	w.Article("Harbour Pool opened on Friday", "https://karlsund.example/open", claims.On(2027, 11, 5), "The Harbour Pool opened on Friday, as Mayor Ana Ruiz had promised. Hundreds of swimmers came.")
	p.load()
	w.Sees("Matching words:")
	w.Press("It supports")
	w.Sees("Outcome linked")
	w.Misses("Nothing is linked yet.")
}

func TestARefusedSuggestionComesBackOnlyWhenAskedFor(t *testing.T) {
	w, p, c := pool(t)
	w.Article("The pool opens", "https://karlsund.example/opens", claims.On(2027, 6, 5), "The Harbour Pool opened its doors on Saturday.")
	p.load()
	w.Sees("Not about this")
	w.Press("Not about this")
	w.Sees("1 refused: suggest again")
	w.Misses("It supports")
	if now := w.Reread(c); len(now.Refused) != 1 {
		t.Errorf("refused are %v", now.Refused)
	}
	w.Press("1 refused: suggest again")
	w.Sees("It supports")
}

func TestAChangedArticleIsSaid(t *testing.T) {
	w, p, _ := pool(t)
	w.Article("Mayor promises a pool", "https://karlsund.example/pool", claims.On(2025, 3, 5), "Mayor Ana Ruiz spoke of many things.")
	p.load()
	w.Sees("these words are gone")
	w.Press("Open the newer version")
	if at := w.WentTo(); at.Screen != nav.Article {
		t.Errorf("went to %+v", at)
	}
}

func TestSourcesLeadToTheirPlace(t *testing.T) {
	w, _, c := pool(t)
	w.Press("Ana Ruiz · 4 Mar 2025 · Mayor promises a pool · Karlsund Daily")
	at := w.WentTo()
	if at.Screen != nav.Article || at.Statement != c.Appearances[0] {
		t.Errorf("went to %+v", at)
	}
	w.Press("Ana Ruiz")
	if at := w.WentTo(); at.Screen != nav.Speakers || at.ID != c.Speaker {
		t.Errorf("went to %+v", at)
	}
}

func TestARequestForAReplyIsLogged(t *testing.T) {
	w, _, c := pool(t)
	w.Type("r")
	fields := w.Fields()
	fields[1].SetText("Will it open?")
	fields[2].SetText("2026-05-11")
	w.Confirm()
	w.Sees("Asked · Ana Ruiz · Answer by 11 May 2026")
	if r := w.Reread(c).Replies; len(r) != 1 || r[0].State != claims.ReplyAsked {
		t.Errorf("the log is %+v", r)
	}
}

func TestASnoozedClaimIsBroughtBack(t *testing.T) {
	w, _, c := pool(t)
	if err := w.Desk.Snooze(context.Background(), claims.On(2026, 6, 1), c.ID); err != nil {
		t.Fatal(err)
	}
	w.Sees("Snoozed until")
	w.Press("Bring back now")
	w.Misses("Snoozed until")
}

func TestADeletedClaimLeavesThePage(t *testing.T) {
	w, _, _ := pool(t)
	w.Do("claim.delete")
	if at := w.WentTo(); at.Screen != nav.Claims {
		t.Errorf("went to %+v", at)
	}
}
