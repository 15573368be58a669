package suggest_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"onrecord/claims/match/suggest"
	"onrecord/claims/match/suggest/cases"
)

// example is a pair of claim and article of the seen cases: what is measured
// of it, with a 1 at the end, and whether the article bears on the claim.
type example struct {
	measures []float64
	belongs  bool
}

func seenExamples(beats []*cases.Beat) []example {
	beats = slices.DeleteFunc(slices.Clone(beats), func(b *cases.Beat) bool { return b.Set != cases.Seen })
	var out []example
	eachPair(beats, func(subject *suggest.Subject, article *suggest.Article, p proposal) {
		if all, ok := subject.Measures(article); ok {
			out = append(out, example{append(all, 1), p.belongs()})
		}
	})
	return out
}

// TestWeightsAreLearnedFromTheSeenCases fits a logistic regression to the seen
// cases and fails, with the weights to write down, where those in the program
// are not the ones.
func TestWeightsAreLearnedFromTheSeenCases(t *testing.T) {
	beats, err := cases.Beats()
	if err != nil {
		t.Fatal(err)
	}
	learned := regression(seenExamples(beats))
	var line []string
	apart := 0.0
	for i, w := range learned {
		line = append(line, fmt.Sprintf("%.2f", w))
		apart = max(apart, math.Abs(w-suggest.Weights[i]))
	}
	if apart > 0.01 {
		t.Errorf("the seen cases teach Weights = []float64{%s}", strings.Join(line, ", "))
	}
}

// regression finds the weights that tell the examples apart best, by Newton's
// method; the penalty on large weights spares the last, which is the constant.
func regression(all []example) []float64 {
	const penalty, rounds = 1, 30
	n := len(all[0].measures)
	w := make([]float64, n)
	for range rounds {
		slope, bend := make([]float64, n), make([][]float64, n)
		for i := range n {
			bend[i] = make([]float64, n)
			bend[i][i] = 1e-6
			if i < n-1 {
				slope[i], bend[i][i] = penalty*w[i], penalty
			}
		}
		for _, e := range all {
			sum := 0.0
			for i, x := range e.measures {
				sum += w[i] * x
			}
			p := 1 / (1 + math.Exp(-sum))
			off := p
			if e.belongs {
				off--
			}
			for i, x := range e.measures {
				slope[i] += off * x
				for k, y := range e.measures {
					bend[i][k] += p * (1 - p) * x * y
				}
			}
		}
		for i, step := range solve(bend, slope) {
			w[i] -= step
		}
	}
	return w
}

// solve gives the x with m x = y, by elimination; m is positive definite.
func solve(m [][]float64, y []float64) []float64 {
	n := len(y)
	for i := range n {
		for k := i + 1; k < n; k++ {
			f := m[k][i] / m[i][i]
			for j := i; j < n; j++ {
				m[k][j] -= f * m[i][j]
			}
			y[k] -= f * y[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for j := i + 1; j < n; j++ {
			y[i] -= m[i][j] * y[j]
		}
		y[i] /= m[i][i]
	}
	return y
}
