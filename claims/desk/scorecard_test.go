package desk_test

import (
	"context"
	"testing"

	"onrecord/claims"
)

func TestScorecardsByYear(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	who, err := d.AddSpeaker(ctx, claims.Speaker{Name: "Ana Ruiz"})
	if err != nil {
		t.Fatal(err)
	}
	for i, made := range []claims.Date{claims.On(2024, 2, 1), {Year: 2025}, claims.On(2025, 9, 1), {}} {
		c, err := d.MakeClaim(ctx, claims.Claim{Text: "A promise", Class: claims.Promise, MadeOn: made, Speaker: who.ID, Tests: []claims.Test{{Text: "Kept if so."}}})
		if err != nil {
			t.Fatal(err)
		}
		if i < 2 {
			if err := d.GiveVerdict(ctx, c.ID, "kept", "So it is."); err != nil {
				t.Fatal(err)
			}
		}
	}
	cards, err := d.ScorecardsByYear(ctx, who.ID)
	if err != nil || len(cards) != 3 {
		t.Fatalf("%d cards, %v", len(cards), err)
	}
	for i, want := range []claims.Scorecard{{Year: 2025, Total: 2, Resolved: 1, Open: 1}, {Year: 2024, Total: 1, Resolved: 1}, {Year: 0, Total: 1, Open: 1}} {
		got := cards[i]
		if got.Year != want.Year || got.Total != want.Total || got.Resolved != want.Resolved || got.Open != want.Open {
			t.Errorf("card %d is %+v, want %+v", i, got, want)
		}
	}
}
