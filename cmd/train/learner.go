package main

import (
	"math"
	"slices"

	"onrecord/claims/lang/linear"
)

// learner is an averaged perceptron over hashed features, where each feature
// has weights for few classes (Collins 2002). The average is kept lazily: the
// sum of a weight is brought up to date when the weight changes.
type learner struct {
	rows  map[uint64][]weight
	steps float64
	seen  *sieve
}

// weight is the weight of one class, its sum over the steps so far, and the
// step up to which the sum is right.
type weight struct {
	class            int
	value, sum, step float64
}

func newLearner() *learner {
	return &learner{rows: map[uint64][]weight{}, seen: newSieve()}
}

// score adds up the weights of the features for each class.
func (l *learner) score(features []uint64, scores *[linear.MostClasses]float64) {
	for _, f := range features {
		for _, w := range l.rows[f] {
			scores[w.class] += w.value
		}
	}
}

// update moves the features by delta towards the right class and away from the
// guess. A feature is kept from its second update on.
func (l *learner) update(features []uint64, right, guess int, delta float64) {
	for _, f := range features {
		if l.seen.again(f) {
			l.rows[f] = l.move(l.move(l.rows[f], right, delta), guess, -delta)
		}
	}
}

func (l *learner) move(row []weight, class int, delta float64) []weight {
	i := slices.IndexFunc(row, func(w weight) bool { return w.class == class })
	if i < 0 {
		return append(row, weight{class: class, value: delta, step: l.steps})
	}
	w := &row[i]
	w.sum += w.value * (l.steps - w.step)
	w.value += delta
	w.step = l.steps
	return row
}

// average replaces every weight by its mean over all steps.
func (l *learner) average() {
	for _, row := range l.rows {
		for i := range row {
			w := &row[i]
			w.value = (w.sum + w.value*(l.steps-w.step)) / max(1, l.steps)
			w.sum, w.step = 0, 0
		}
	}
}

// model writes the weights, each in one byte; what rounds to less than least is
// left out.
func (l *learner) model(least int) []byte {
	var b linear.Builder
	var sizes []float64
	for f, row := range l.rows {
		weights := make([]linear.Weight, len(row))
		for i, w := range row {
			weights[i] = linear.Weight{Class: w.class, Value: w.value}
			sizes = append(sizes, math.Abs(w.value))
		}
		b.Set(f, weights)
	}
	return b.Bytes(byteScale(sizes), least)
}

// byteScale is the factor that brings the weights within the range of a signed
// byte, all but one in twenty thousand: the few largest weights decide most, so
// hardly any may be cut, while the small ones may well be rounded away.
func byteScale(sizes []float64) float64 {
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return math.MaxInt8 / max(1e-9, sizes[len(sizes)-1-len(sizes)/20000])
}

// sieve tells which numbers come for the second time, in little memory; a few
// pass at their first.
type sieve []uint64

const sieveBits = 27

func newSieve() *sieve {
	s := make(sieve, 1<<(sieveBits-6))
	return &s
}

func (s sieve) again(n uint64) bool {
	at := n >> (64 - sieveBits)
	bit := uint64(1) << (at & 63)
	was := s[at>>6]&bit != 0
	s[at>>6] |= bit
	return was
}
