package desk_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
	"onrecord/claims/match"
	"onrecord/claims/report"
)

// A verdict goes on naming what it rests on, and tells that this was taken off
// the claim or corrected since.
func TestAVerdictTellsWhatBecameOfItsGrounds(t *testing.T) {
	ctx := context.Background()
	clock := claims.On(2027, 7, 1).Time()
	d := desk.New(&storetest.Memory{}, match.New(), desk.Options{Who: "Mina", Now: func() time.Time {
		clock = clock.Add(time.Minute)
		return clock
	}})
	r := store(t, d, "Mayor promises a pool", "https://daily.example/pool", pool)
	c := promise(t, d, say(t, d, r, "“We will open the Harbour Pool by the end of 2027,”", "Ana Ruiz"))
	o, err := d.AddOutcome(ctx, claims.Outcome{Summary: "The pool opened", Date: claims.On(2027, 6, 5), Links: []claims.Link{{Claim: c.ID, Relation: claims.Supports}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.SetTest(ctx, c.ID, "kept if the pool opens by the end of 2027"); err != nil {
		t.Fatal(err)
	}
	if err := d.GiveVerdict(ctx, c.ID, "kept", "It opened.", o.ID); err != nil {
		t.Fatal(err)
	}
	if got := verdictsIn(t, d, c.ID); !strings.Contains(got, "Rests on: “The pool opened”") || strings.Contains(got, "corrected") {
		t.Errorf("the verdict does not name its outcome: %s", got)
	}
	o.Summary = "A part of the pool opened"
	if err := d.EditOutcome(ctx, *o); err != nil {
		t.Fatal(err)
	}
	if err := d.Unlink(ctx, c.ID, o.ID); err != nil {
		t.Fatal(err)
	}
	resting, err := d.VerdictsOn(ctx, o.ID)
	if err != nil || len(resting) != 1 || resting[0].Claim.ID != c.ID || resting[0].Verdict.Value != "kept" {
		t.Errorf("want the verdict that rests on the outcome, got %+v, %v", resting, err)
	}
	got := verdictsIn(t, d, c.ID)
	for _, want := range []string{"A part of the pool opened", "since taken off the claim", "corrected after the verdict"} {
		if !strings.Contains(got, want) {
			t.Errorf("the verdict does not say %q: %s", want, got)
		}
	}
}

// verdictsIn gives what the report on a claim says from its verdicts on.
func verdictsIn(t *testing.T, d *desk.Desk, id claims.ID) string {
	t.Helper()
	model, err := d.Report(context.Background(), desk.Scope{Claim: id}, desk.ReportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := report.Write(&b, model, "md"); err != nil {
		t.Fatal(err)
	}
	_, verdicts, _ := strings.Cut(b.String(), "Verdicts")
	return verdicts
}
