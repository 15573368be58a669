package assess_test

import (
	"math"
	"testing"

	"onrecord/claims/assess"
)

// A figure that a document can bear out or refute is worth more than a greeting
// or an opinion, in the news as in debates.
func TestFiguresAndDeedsAreWorthCheckingBeforeGreetingsAndOpinions(t *testing.T) {
	check := []string{
		"Unemployment in Varnholt fell to 4.1 percent last year, the lowest since 1998.",
		"The ministry spent 3 billion crowns on a bridge that was never built.",
		"Nearly 40,000 people lost their health insurance in the province.",
		"The factory exported 2,300 buses to Kelmar in 2021.",
		"She said that the company paid no taxes for eight years.",
	}
	leave := []string{
		"Good evening, and thank you all for coming.",
		"I think the mayor is a wonderful person.",
		"Let me say a word about that.",
		"What do you think about it?",
		"We hope to see our friends again soon.",
	}
	for _, high := range check {
		for _, low := range leave {
			a, b := assess.Assess(assess.Input{Text: high}).Worth, assess.Assess(assess.Input{Text: low}).Worth
			if a <= b {
				t.Errorf("%q has %.2f, %q has %.2f", high, a, low, b)
			}
		}
	}
}

// Fact-checkers take up passages: the same sentence is worth more among claims
// than among pleasantries, and by itself it is judged as if alone.
func TestWhatStandsAroundASentenceCounts(t *testing.T) {
	sentence := assess.Input{Text: "That happened under this council."}
	claim := assess.Input{Text: "The council cut the school budget by 12 million crowns between 2019 and 2023."}
	thanks := assess.Input{Text: "Thank you."}
	worth := func(around ...assess.Input) float64 {
		in := append([]assess.Input{sentence}, around...)
		return assess.Sequence(in)[0].Worth
	}
	alone := assess.Assess(sentence).Worth
	if got := worth(); got != alone {
		t.Errorf("a sequence of one gives %v, by itself %v", got, alone)
	}
	if claims, pleasantries := worth(claim, claim), worth(thanks, thanks); claims <= alone || pleasantries >= alone {
		t.Errorf("among claims %v, alone %v, among thanks %v", claims, alone, pleasantries)
	}
	if near, far := worth(claim, thanks, thanks), worth(thanks, thanks, claim); near <= far {
		t.Errorf("beside a claim %v, two further away %v", near, far)
	}
}

func TestNeighboursThatAreAsUsualAddNothing(t *testing.T) {
	for i, s := range assess.Neighbourhood([]float64{0, 0, 0, 0}) {
		if math.Abs(s) > 1e-12 {
			t.Errorf("sentence %d gets %v", i, s)
		}
	}
}
