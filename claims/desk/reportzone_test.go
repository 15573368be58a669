package desk_test

import (
	"context"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
	"onrecord/claims/report"
)

// A verdict of the evening stands on its day in the timeline, whatever day it
// is in Greenwich.
func TestATimelineHasTheDaysOfWhereItIsMade(t *testing.T) {
	ctx := context.Background()
	evening := time.Date(2026, 4, 30, 20, 30, 0, 0, time.FixedZone("West", -5*60*60))
	now := evening.UTC() // as an archive keeps it
	d := desk.New(&storetest.Memory{}, match.New(), desk.Options{Who: "Mina", Now: func() time.Time { return now }})
	c, err := d.MakeClaim(ctx, claims.Claim{Text: "The pool opens", Class: claims.Promise, Tests: []claims.Test{{Text: "Kept if it opens."}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.GiveVerdict(ctx, c.ID, "kept", "It is open."); err != nil {
		t.Fatal(err)
	}
	now = evening
	m, err := d.Report(ctx, desk.Scope{}, desk.ReportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range m.Claims[0].Events {
		if e.Kind == report.Judged && e.Date != claims.On(2026, 4, 30) {
			t.Errorf("the verdict stands on %s", e.Date)
		}
	}
	if len(m.Claims[0].Events) == 0 {
		t.Error("the verdict is not in the timeline")
	}
}
