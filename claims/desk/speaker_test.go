package desk_test

import (
	"context"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
)

func note(t *testing.T, d *desk.Desk, words, speaker string) *claims.Statement {
	t.Helper()
	s, err := d.AddStatement(context.Background(), claims.Statement{Text: words, SaidOn: claims.On(2026, 5, 1)}, speaker)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMergedSpeakersAreOneAndCanBePartedAgain(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	a, b := note(t, d, "The harbour is safe.", "A. Ruiz"), note(t, d, "The harbour is open.", "Ana Ruiz")
	if err := d.MergeSpeakers(ctx, a.Speaker, b.Speaker); err != nil {
		t.Fatal(err)
	}
	who, err := d.FindSpeaker(ctx, "a. ruiz")
	if err != nil || who.ID != b.Speaker {
		t.Fatalf("the alias leads to %v, %v", who, err)
	}
	if n, _ := d.Count(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(b.Speaker)}); n != 2 {
		t.Errorf("the merged speaker has %d statements", n)
	}
	hits, err := d.Search(ctx, "speaker:ruiz harbour safe", 5, 0)
	if err != nil || len(hits) == 0 || hits[0].Speaker != "Ana Ruiz" {
		t.Errorf("search shows %+v, %v", hits, err)
	}
	if _, err := d.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if who, err := d.FindSpeaker(ctx, "A. Ruiz"); err != nil || who.ID != a.Speaker {
		t.Errorf("after undo the name leads to %v, %v", who, err)
	}
}

func TestSplitGivesStatementsToSomebodyNew(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	a, b := note(t, d, "I run the port.", "Holm"), note(t, d, "I teach at the school.", "Holm")
	fresh, err := d.SplitSpeaker(ctx, a.Speaker, "Kari Holm", []claims.ID{b.ID})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := d.Statement(ctx, b.ID)
	kept, _ := d.Statement(ctx, a.ID)
	if got.Speaker != fresh.ID || kept.Speaker != a.Speaker {
		t.Errorf("the statements went to %s and %s", got.Speaker, kept.Speaker)
	}
	if _, err := d.SplitSpeaker(ctx, a.Speaker, "Nobody", nil); claims.CodeOf(err) != claims.CodeInvalid {
		t.Errorf("a split without statements: %v", err)
	}
}

func TestUnknownSpeakerOffersTheNearest(t *testing.T) {
	d := newDesk(t)
	note(t, d, "Yes.", "Ana Ruiz")
	_, err := d.FindSpeaker(context.Background(), "Anna Ruis")
	if err == nil || !strings.Contains(err.Error(), "Ana Ruiz") {
		t.Errorf("got %v", err)
	}
}

func TestDueDeskOrdersByUrgency(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	claim := func(text string, due claims.Date) *claims.Claim {
		c, err := d.MakeClaim(ctx, claims.Claim{Text: text, Class: claims.Promise, Due: due, Tests: []claims.Test{{Text: "Kept if it is."}}})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	overdue := claim("late", claims.On(2026, 4, 1))
	soon := claim("soon", claims.On(2026, 5, 20))
	never := claim("never looked at", claims.Date{Year: 2030})
	asked := claim("asked", claims.Date{})
	if err := d.AddReply(ctx, asked.ID, claims.Reply{State: claims.ReplyAsked, To: "the ministry"}); err != nil {
		t.Fatal(err)
	}
	done := claim("done", claims.On(2026, 4, 2))
	if err := d.GiveVerdict(ctx, done.ID, "kept", "It is."); err != nil {
		t.Fatal(err)
	}
	lines, err := d.DueDesk(ctx, desk.DefaultDueLimits)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		id    claims.ID
		state desk.DueState
		days  int
	}{{overdue.ID, desk.Overdue, -33}, {soon.ID, desk.DueSoon, 16}, {asked.ID, desk.Replying, 0}, {never.ID, desk.Unchecked, 1702}}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d: %+v", len(lines), len(want), lines)
	}
	for i, w := range want {
		if l := lines[i]; l.Claim.ID != w.id || l.State != w.state || l.Days != w.days {
			t.Errorf("line %d is %q %s %d, want %s %d", i, l.Claim.Text, l.State, l.Days, w.state, w.days)
		}
	}
	if err := d.Snooze(ctx, claims.On(2026, 6, 1), overdue.ID); err != nil {
		t.Fatal(err)
	}
	if lines, _ := d.DueDesk(ctx, desk.DefaultDueLimits); lines[0].Claim.ID == overdue.ID {
		t.Error("a snoozed claim is still on the desk")
	}
	lines, err = d.DueIn(ctx, desk.DefaultDueLimits, append([]desk.DueState{desk.Snoozed}, desk.DueStates...)...)
	if err != nil || len(lines) != len(want) {
		t.Fatalf("with what is snoozed %d lines, want %d (%v)", len(lines), len(want), err)
	}
	if last := lines[len(lines)-1]; last.Claim.ID != overdue.ID || last.State != desk.Snoozed || last.Day != claims.On(2026, 6, 1) {
		t.Errorf("the last line is %q %s until %s", last.Claim.Text, last.State, last.Day)
	}
}

func TestAScaleValueInUseDoesNotVanish(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	c, err := d.MakeClaim(ctx, claims.Claim{Text: "x", Class: claims.Promise, Tests: []claims.Test{{Text: "t"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.GiveVerdict(ctx, c.ID, "stalled", "r"); err != nil {
		t.Fatal(err)
	}
	scale, err := d.ScaleFor(ctx, claims.Promise)
	if err != nil {
		t.Fatal(err)
	}
	fewer := *scale
	fewer.Values = append(fewer.Values[:2:2], fewer.Values[3:]...)
	if err := d.EditScale(ctx, fewer, nil); claims.CodeOf(err) != claims.CodeConflict {
		t.Fatalf("a used value was deleted: %v", err)
	}
	if err := d.EditScale(ctx, fewer, map[string]string{"stalled": "in-the-works"}); err != nil {
		t.Fatal(err)
	}
	got, _ := d.Claim(ctx, c.ID)
	if got.Verdict().Value != "in-the-works" || got.Verdicts[0].Label != "Stalled" {
		t.Errorf("the verdicts are now %+v", got.Verdicts)
	}
}

func TestTheListOfNamesFollowsTheSpeakers(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	find := func(typed string) string {
		list, err := d.SpeakerList(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, n := range list.Find(typed) {
			out = append(out, list.Name(n.Index))
		}
		return strings.Join(out, ", ")
	}
	ruiz := note(t, d, "The harbour is safe.", "Ana Ruiz")
	if got := find("ru"); got != "Ana Ruiz" {
		t.Errorf("found %q", got)
	}
	note(t, d, "The pool leaks.", "Per Ruud")
	if got := find("ru"); got != "Ana Ruiz, Per Ruud" {
		t.Errorf("with somebody new, found %q", got)
	}
	who, err := d.Speaker(ctx, ruiz.Speaker)
	if err != nil {
		t.Fatal(err)
	}
	renamed := *who
	renamed.Name = "Ana Reyes"
	if err := d.EditSpeaker(ctx, renamed); err != nil {
		t.Fatal(err)
	}
	if got := find("reyes"); got != "Ana Reyes" {
		t.Errorf("after the renaming, found %q", got)
	}
}
