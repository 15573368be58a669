package due

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/nav"
	"onrecord/ui/nav/navtest"
)

// open shows a due desk with a claim of each kind on 4 May 2026.
func open(t *testing.T) (*navtest.Window, *Page) {
	w := navtest.New(t)
	w.Promise("Per Holm", "Nobody will wait for a school place", claims.On(2026, 4, 12))
	w.Promise("Ana Ruiz", "The ferry will run on Sundays", claims.On(2026, 5, 20))
	asked := w.Promise("Ana Ruiz", "The tram will be free", claims.On(2028, 1, 1))
	ctx := context.Background()
	if err := w.Desk.AddReply(ctx, asked.ID, claims.Reply{State: claims.ReplyAsked, To: "Ana Ruiz", Until: claims.On(2026, 5, 1)}); err != nil {
		t.Fatal(err)
	}
	w.Promise("Zora Lind", "The library will stay", claims.Date{})
	done := w.Promise("Zora Lind", "The square will be paved", claims.On(2025, 9, 1))
	w.Verdict(done, "kept", "It is.")
	p := New(w.Host, w.Desk)
	w.Open(p, nav.Route{Screen: nav.Due})
	w.Sees("school place")
	return w, p
}

func TestTheDeskListsWhatWantsAttentionMostUrgentFirst(t *testing.T) {
	w, p := open(t)
	var got []string
	for _, r := range p.rows {
		got = append(got, strings.Fields(r.Claim.Text)[1]+" "+string(r.State)+" "+daysCell(r).Text)
	}
	if want := "will overdue −22|ferry soon +16|tram reply −3|library unchecked "; strings.Join(got, "|") != want {
		t.Errorf("the desk lists %q", got)
	}
	w.Sees("Overdue 1")
	w.Misses("paved")
}

func TestAChipHidesItsRows(t *testing.T) {
	w, _ := open(t)
	w.Press("Overdue 1")
	w.Misses("school place")
	w.Press("Overdue 1")
	w.Sees("school place")
}

func TestAClaimIsSnoozedAndBroughtBack(t *testing.T) {
	w, _ := open(t)
	w.Type("z")
	w.Sees("Back on 11 May 2026")
	w.Misses("school place")
	w.Press("Undo")
	w.Sees("school place")
}

func TestWhatIsSnoozedCanBeSeenAndBroughtBackEarly(t *testing.T) {
	w, p := open(t)
	w.Misses("Snoozed")
	w.Type("z")
	w.Sees("Back on 11 May 2026")
	w.Misses("school place")
	w.Press("Snoozed 1")
	w.Sees("school place")
	w.Keys(fyne.KeyEnd)
	w.Do("due.wake")
	w.Sees("1 claim is back on the due desk")
	w.Until(func() bool { return p.rows[0].State == desk.Overdue })
	w.Misses("Snoozed 1")
}

func TestASnoozeUntilAPastDayIsAnswered(t *testing.T) {
	w, _ := open(t)
	w.Do("due.snoozeUntil")
	w.Fields()[0].SetText("2026-05-04")
	w.Confirm()
	w.Sees("must be a day to come")
}

func TestASnoozeUntilAChosenDay(t *testing.T) {
	w, _ := open(t)
	w.Do("due.snoozeUntil")
	w.Fields()[0].SetText("1 June 2026")
	w.Confirm()
	w.Sees("Back on 1 Jun 2026")
	w.Misses("school place")
}

func TestWhatWasCheckedTodayLeavesTheDesk(t *testing.T) {
	w, p := open(t)
	w.Keys(fyne.KeyEnd)
	w.Do("due.checked")
	w.Misses("library will stay")
	if n := len(p.rows); n != 3 {
		t.Errorf("%d claims are left", n)
	}
}

func TestEnterOpensTheClaim(t *testing.T) {
	w, p := open(t)
	w.Keys(fyne.KeyDown, fyne.KeyReturn)
	if at := w.WentTo(); at.Screen != nav.Claim || at.ID != p.rows[1].Claim.ID {
		t.Errorf("went to %+v", at)
	}
}

func TestAChangedArticleBringsItsClaimToTheDesk(t *testing.T) {
	w, _ := open(t)
	old := w.Article("Pool", "https://karlsund.example/pool", claims.On(2025, 3, 4), "“We will open the Harbour Pool by 2030,” said Ruiz.")
	s := w.Says(old, "We will open the Harbour Pool by 2030", "Ana Ruiz")
	c := w.Claim("Ana Ruiz", claims.Claim{Text: "The pool opens by 2030", Due: claims.Date{Year: 2030}, Appearances: []claims.ID{s.ID}})
	if err := w.Desk.MarkChecked(context.Background(), c.ID); err != nil {
		t.Fatal(err)
	}
	w.Misses("pool opens")
	w.Article("Pool", "https://karlsund.example/pool", claims.On(2025, 3, 5), "Ruiz spoke of a pool.")
	w.Sees("Article changed 1")
	w.Sees("The pool opens by 2030")
	if err := w.Desk.Snooze(context.Background(), claims.On(2026, 6, 1), c.ID); err != nil {
		t.Fatal(err)
	}
	w.Misses("The pool opens by 2030")
}

func TestTheDaysOfTheSettingsCount(t *testing.T) {
	w, p := open(t)
	w.Host.App.Preferences().SetInt(nav.PrefSoon, 10)
	p.load()
	w.Sees("Never checked 2") // the ferry is not due within ten days
}

func TestTheCalendarHoldsTheDueDays(t *testing.T) {
	w, _ := open(t)
	var b bytes.Buffer
	if err := writeCalendar(context.Background(), w.Desk, &b, []desk.DueState{desk.Overdue, desk.DueSoon}); err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"BEGIN:VCALENDAR", "school place", "20260520"} {
		if !strings.Contains(b.String(), words) {
			t.Errorf("the calendar lacks %q", words)
		}
	}
	if strings.Contains(b.String(), "library") {
		t.Error("a claim without a due date is in the calendar")
	}
}
