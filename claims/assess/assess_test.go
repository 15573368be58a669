package assess_test

import (
	"testing"

	"onrecord/claims"
	"onrecord/claims/assess"
)

var said = claims.Date{Year: 2026, Month: 11, Day: 22}

func TestAssessNamesTheClassOfAStatement(t *testing.T) {
	for _, c := range []struct {
		cue  string
		kind claims.Quoting
		text string
		want claims.Class
	}{
		{"promised", claims.Indirect, "to build 300 flats in Marren by 2029", claims.Promise},
		{"said", claims.Direct, "“We will lower bus fares next year.”", claims.Promise},
		{"predicted", claims.Indirect, "the harbour would silt up within a decade", claims.Prediction},
		{"said", claims.Indirect, "unemployment had fallen to 3.9 per cent in June", claims.Statistic},
		{"reported", claims.Indirect, "the ferry had left the port without a permit", claims.Fact},
		{"denied", claims.Indirect, "that she had seen the letter", claims.Denial},
		{"accused", claims.Indirect, "the mayor of selling the land to his cousin", claims.Accusation},
		{"urged", claims.Indirect, "the council to reject the offer", claims.Position},
		{"said", claims.Direct, "“Our thoughts are with the families.”", claims.Other},
	} {
		r := assess.Assess(assess.Input{Text: c.text, Cue: c.cue, Kind: c.kind, Speaker: "Ana Ruiz", SaidOn: said})
		if r.Class != c.want {
			t.Errorf("%s %q: %s (%.2f), want %s", c.cue, c.text, r.Class, r.Confidence, c.want)
		}
		if r.Reason == "" || r.Confidence <= 0 || r.Confidence > 1 {
			t.Errorf("%s %q: reason %q, confidence %v", c.cue, c.text, r.Reason, r.Confidence)
		}
	}
}

// TestHowTheWordsAreReportedTellsTheClass: what is said is little without the
// frame it stands in and the one who says it.
func TestHowTheWordsAreReportedTellsTheClass(t *testing.T) {
	for _, c := range []struct {
		in   assess.Input
		want claims.Class
	}{
		{assess.Input{Cue: "called for", Text: "an inquiry into the sale of the weir", Source: "The union", Type: claims.Organization}, claims.Position},
		{assess.Input{Cue: "described", Text: "the plan as unworkable", Source: "The captain", Type: claims.Unnamed}, claims.Position},
		{assess.Input{Cue: "expressed", Text: "support for the strike", Source: "Ana Ruiz", Type: claims.Person}, claims.Position},
		{assess.Input{Cue: "said", Text: "eleven people died in the fire", Source: "Officials", Type: claims.Group}, claims.Statistic},
		{assess.Input{Cue: "ruled", Text: "the sale of the weir was void", Source: "The court", Type: claims.Organization}, claims.Fact},
	} {
		c.in.Kind, c.in.SaidOn = claims.Indirect, said
		if r := assess.Assess(c.in); r.Class != c.want {
			t.Errorf("%s %s %q: %s (%.2f), want %s", c.in.Source, c.in.Cue, c.in.Text, r.Class, r.Confidence, c.want)
		}
	}
}

// TestDenialIsNoPromise: what somebody denies is not what they promise.
func TestDenialIsNoPromise(t *testing.T) {
	got := assess.Assess(assess.Input{Text: "that the council plans to use the army to enforce a curfew", Cue: "denied", Kind: claims.Indirect, Speaker: "Rosa Tamm"})
	if got.Class != claims.Denial {
		t.Errorf("got %v", got.Class)
	}
}

// TestWithinLasted: how long a thing took is no deadline.
func TestWithinLasted(t *testing.T) {
	for text, due := range map[string]bool{"there were a million messages within 24 hours": false, "the council will answer within 24 hours": true} {
		got := assess.Assess(assess.Input{Text: text, Cue: "said", Kind: claims.Indirect, SaidOn: said, Speaker: "Rosa Tamm"})
		if (got.DueWords != "") != due {
			t.Errorf("%s: got %q, %v", text, got.DueWords, got.Class)
		}
	}
}
