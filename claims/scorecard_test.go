package claims

import "testing"

func TestScorecardKeepsItsDenominators(t *testing.T) {
	verdict := func(value string) []Verdict { return []Verdict{{ID: "v", Value: value, Label: value, Reason: "r"}} }
	all := []*Claim{
		{Class: Promise, Verdicts: verdict("kept")},
		{Class: Promise, Verdicts: verdict("broken")},
		{Class: Promise, Verdicts: verdict("stalled"), Due: On(2025, 1, 31)},
		{Class: Promise, Due: Date{Year: 2026}},
		{Class: Promise},
		{Class: Prediction, Verdicts: verdict("unresolvable")},
		{Class: Promise, Verdicts: verdict("withdrawn")},
	}
	today := On(2026, 6, 1)
	got := Score(all, DefaultScales(), Promise, today)
	want := Scorecard{Class: Promise, Total: 6, Resolved: 2, NotYetDue: 1, Overdue: 1, Open: 2}
	got.Tallies = nil
	if got.Total != want.Total || got.Resolved != want.Resolved || got.NotYetDue != want.NotYetDue || got.Overdue != want.Overdue || got.Open != want.Open || got.Unresolvable != 0 {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !got.Few() {
		t.Error("two resolved claims are called enough")
	}
	whole := Score(all, DefaultScales(), "", today)
	if whole.Total != 7 || whole.Unresolvable != 1 {
		t.Errorf("all classes: %+v", whole)
	}
	if whole.Total != whole.Resolved+whole.Unresolvable+whole.NotYetDue+whole.Overdue+whole.Open {
		t.Errorf("the parts of %+v do not add up", whole)
	}
}

func TestOverdueOnlyAfterTheLastDay(t *testing.T) {
	for _, c := range []struct {
		due, today Date
		want       bool
	}{
		{Date{Year: 2025}, On(2025, 12, 31), false},
		{Date{Year: 2025}, On(2026, 1, 1), true},
		{Date{Month: 8, Day: 27}, On(2026, 12, 1), false},
	} {
		if IsOverdue(c.due, c.today) != c.want {
			t.Errorf("due %s on %s: want overdue %v", c.due, c.today, c.want)
		}
	}
}
