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

// table writes the mean of the weights over all steps, each in one byte, as
// differences to the first move.
func (l *moveLearner) table() []byte {
	difference := func(at, m int) float64 {
		return float64(l.weights[at][m]-l.weights[at][0]) - (l.sums[at][m]-l.sums[at][0])/max(1, l.steps)
	}
	var sizes []float64
	for at, key := range l.keys {
		for m := 1; m < linear.Lanes && key != 0; m++ {
			sizes = append(sizes, math.Abs(difference(at, m)))
		}
	}
	scale := byteScale(sizes)
	var rows []linear.Row
	for at, key := range l.keys {
		if key == 0 {
			continue
		}
		row := linear.Row{Feature: key}
		for i := range row.Weights {
			row.Weights[i] = int8(math.Round(max(-math.MaxInt8, min(math.MaxInt8, difference(at, i+1)*scale))))
		}
		if row.Weights != [linear.Lanes - 1]int8{} {
			rows = append(rows, row)
		}
	}
	return linear.PackTable(rows, shipPairs)
}
