package desk_test

import (
	"context"
	"slices"
	"testing"

	"onrecord/claims"
)

func TestFiguresOfAnOutcomeAreComparedWithTheClaim(t *testing.T) {
	ctx := context.Background()
	d := newDesk(t)
	s, err := d.AddStatement(ctx, claims.Statement{Text: "Unemployment stood at 3.6 percent in May"}, "The statistics office")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		claim   string
		outcome claims.Outcome
		want    []string
	}{
		{"Unemployment is at 4.2 percent", claims.Outcome{Summary: "The figures for May", Evidence: []claims.Evidence{{Statement: s.ID}}}, []string{"said 4.2%, published 3.6%: 0.6 points lower, -14%"}},
		{"120 new beds by 2024", claims.Outcome{Summary: "74 of the 120 beds are there"}, []string{"said 120 beds, published 74: 46 beds lower, -38%"}},
		{"The school opened in 2024", claims.Outcome{Summary: "In 2025 it had 300 pupils"}, nil},
		{"The bridge will reopen", claims.Outcome{Summary: "The bridge has 4 lanes"}, nil},
	} {
		got, err := d.Workings(ctx, &claims.Claim{Text: c.claim}, &c.outcome)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q, %v", c.claim, got, c.want, err)
		}
	}
}
