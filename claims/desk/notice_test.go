package desk_test

import (
	"context"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
)

// deskAt sits down at an empty archive with a clock that the test moves.
func deskAt(t *testing.T, now *time.Time) *desk.Desk {
	t.Helper()
	clock := func() time.Time { return *now }
	return desk.New(&storetest.Memory{Now: clock}, match.New(), desk.Options{Who: "Mina", Now: clock})
}

// promised makes a promise that is due on a day.
func promised(t *testing.T, d *desk.Desk, text string, due claims.Date) *claims.Claim {
	t.Helper()
	c, err := d.MakeClaim(context.Background(), claims.Claim{Text: text, Class: claims.Promise, Due: due, Tests: []claims.Test{{Text: "Kept if so."}}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestANoticeOnceADay(t *testing.T) {
	ctx := context.Background()
	now := today
	d := deskAt(t, &now)
	pier := promised(t, d, "The pier is repaired", claims.On(2026, 5, 3))
	promised(t, d, "The tram runs", claims.On(2026, 5, 10))
	promised(t, d, "The school opens", claims.On(2026, 5, 25))

	n, ok, err := d.Notice(ctx, claims.Date{})
	if err != nil || !ok || n.Overdue != 1 || n.Fresh != 1 || n.Soon != 1 || n.First.ID != pier.ID || n.Day != claims.On(2026, 5, 4) {
		t.Fatalf("at the first start: %+v, %v, %v", n, ok, err)
	}
	if _, again, err := d.Notice(ctx, n.Day); again || err != nil {
		t.Errorf("the same is told twice on one day, %v", err)
	}
	now = now.AddDate(0, 0, 1)
	if n, ok, err = d.Notice(ctx, n.Day); err != nil || !ok || n.Overdue != 1 || n.Fresh != 0 {
		t.Errorf("on the next day: %+v, %v, %v", n, ok, err)
	}
	now = now.AddDate(0, 0, 6) // 11 May: the tram was due yesterday
	if n, ok, err = d.Notice(ctx, n.Day); err != nil || !ok || n.Overdue != 2 || n.Fresh != 1 || n.Soon != 0 {
		t.Errorf("a week later: %+v, %v, %v", n, ok, err)
	}
}

func TestNothingToTell(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	c := promised(t, d, "The school opens", claims.On(2026, 12, 25))
	if n, ok, err := d.Notice(ctx, claims.Date{}); ok || err != nil {
		t.Errorf("a claim that is due in December is told of in May: %+v, %v", n, err)
	}
	if err := d.AddReply(ctx, c.ID, claims.Reply{State: claims.ReplyAsked, To: "The ministry", Until: claims.On(2026, 5, 3)}); err != nil {
		t.Fatal(err)
	}
	if n, ok, err := d.Notice(ctx, claims.Date{}); err != nil || !ok || n.Replies != 1 || n.First.ID != c.ID {
		t.Errorf("the answer that did not come: %+v, %v, %v", n, ok, err)
	}
}

func TestWhoOfThoseAskedHasNotAnswered(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	c := promised(t, d, "The school opens", claims.On(2026, 12, 25))
	log := func(state claims.ReplyState, to, text string, until claims.Date) {
		t.Helper()
		if err := d.AddReply(ctx, c.ID, claims.Reply{State: state, To: to, Text: text, Until: until}); err != nil {
			t.Fatal(err)
		}
	}
	log(claims.ReplyAsked, "The ministry", "", claims.On(2026, 5, 9))
	log(claims.ReplyAsked, "Ana Ruiz", "", claims.On(2026, 5, 6))
	log(claims.ReplyDeclined, "the Ministry", "", claims.Date{})
	lines, err := d.DueDesk(ctx, desk.DefaultDueLimits)
	if err != nil || len(lines) != 1 || lines[0].State != desk.Replying || lines[0].Days != 2 {
		t.Fatalf("want the claim waiting two more days for Ruiz, got %+v, %v", lines, err)
	}
	log(claims.ReplyGiven, "Ana Ruiz", "It will open.", claims.Date{})
	if lines, err = d.DueDesk(ctx, desk.DefaultDueLimits); err != nil || len(lines) != 1 || lines[0].State != desk.Unchecked {
		t.Errorf("everybody has answered, and the desk says %+v, %v", lines, err)
	}
}
