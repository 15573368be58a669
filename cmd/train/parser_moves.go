package main

import (
	"math"

	"onrecord/claims/lang/linear"
	"onrecord/claims/lang/parser"
)

const (
	// learnBits is the room for features while learning: 2^learnBits.
	learnBits = 23
	// shipPairs is the size of the table that is shipped: 2^shipPairs pairs.
	shipPairs = 18
)

// moveLearner is an averaged perceptron for the moves.
type moveLearner struct {
	keys    []uint64 // of the features, each at or soon after the place its hash gives
	weights [][linear.Lanes]float32
	sums    [][linear.Lanes]float64 // of step times change: the mean is weight - sum/steps
	steps   float64
}

func newMoveLearner() *moveLearner {
	const n = 1 << learnBits
	return &moveLearner{
		keys: make([]uint64, n), weights: make([][linear.Lanes]float32, n), sums: make([][linear.Lanes]float64, n),
	}
}

// find is the place of the feature, or a free one for it; -1 where neither is
// near.
func (l *moveLearner) find(feature uint64) int {
	const farthest = 32
	for i := range uint64(farthest) {
		at := (feature>>8 + i) & (1<<learnBits - 1)
		if l.keys[at] == feature || l.keys[at] == 0 {
			return int(at)
		}
	}
	return -1
}

func (l *moveLearner) score(features []uint64) [linear.Lanes]float32 {
	var out [linear.Lanes]float32
	for _, f := range features {
		if at := l.find(f); at >= 0 && l.keys[at] != 0 {
			for m, w := range l.weights[at] {
				out[m] += w
			}
		}
	}
	return out
}

// update moves the features towards the right move.
func (l *moveLearner) update(features []uint64, right, guess parser.Move) {
	for _, f := range features {
		at := l.find(f)
		if at < 0 {
			continue
		}
		l.keys[at] = f
		l.weights[at][right]++
		l.weights[at][guess]--
		l.sums[at][right] += l.steps
		l.sums[at][guess] -= l.steps
	}
}

// table writes the mean of the weights over all steps, each in one byte.
func (l *moveLearner) table() []byte {
	var sizes []float64
	mean := func(at, m int) float64 {
		return float64(l.weights[at][m]) - l.sums[at][m]/max(1, l.steps)
	}
	for at, key := range l.keys {
		for m := range l.weights[at] {
			if key != 0 && l.weights[at][m] != 0 {
				sizes = append(sizes, math.Abs(mean(at, m)))
			}
		}
	}
	scale := byteScale(sizes)
	var rows []linear.Row
	for at, key := range l.keys {
		if key == 0 {
			continue
		}
		row := linear.Row{Feature: key}
		for m := range row.Weights {
			row.Weights[m] = int8(math.Round(max(-math.MaxInt8, min(math.MaxInt8, mean(at, m)*scale))))
		}
		if row.Weights != [linear.Lanes]int8{} {
			rows = append(rows, row)
		}
	}
	return linear.PackTable(rows, shipPairs)
}
