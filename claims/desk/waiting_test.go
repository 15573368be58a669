package desk_test

import (
	"context"
	"slices"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
)

func TestStatementsOfAFilterAreAcceptedTogether(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	r := store(t, d, "Mayor promises a pool", "", pool)
	all, err := d.WaitingStatements(ctx, desk.Waiting{})
	if err != nil || len(all) != len(r.Statements) || len(all) < 2 {
		t.Fatalf("%d of %d statements wait, %v", len(all), len(r.Statements), err)
	}
	for i, s := range all[1:] {
		if s.Why.Confidence > all[i].Why.Confidence {
			t.Errorf("a statement of confidence %.2f comes after one of %.2f", s.Why.Confidence, all[i].Why.Confidence)
		}
	}
	first := all[slices.IndexFunc(all, func(s *claims.Statement) bool { return s.Why.Doubt == "" })]
	some, err := d.WaitingStatements(ctx, desk.Waiting{Speaker: first.Speaker, Rule: first.Why.Rule, Least: first.Why.Confidence, Clear: true})
	if err != nil || len(some) == 0 || len(some) == len(all) || some[0].ID != first.ID {
		t.Fatalf("the filter finds %d statements, %v", len(some), err)
	}
	ids := make([]claims.ID, len(some))
	for i, s := range some {
		ids[i] = s.ID
	}
	if err := d.Review(ctx, claims.Accepted, ids...); err != nil {
		t.Fatal(err)
	}
	if left, err := d.WaitingStatements(ctx, desk.Waiting{}); err != nil || len(left) != len(all)-len(some) {
		t.Errorf("%d statements are left, %v", len(left), err)
	}
	if _, err := d.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if left, err := d.WaitingStatements(ctx, desk.Waiting{}); err != nil || len(left) != len(all) {
		t.Errorf("after one undo %d of %d wait, %v", len(left), len(all), err)
	}
}
