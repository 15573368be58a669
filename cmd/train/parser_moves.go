package main

import (
	"math"

	"onrecord/claims/lang/linear"
	"onrecord/claims/lang/parser"
)

// moveBits is the size of the table of moves: 2^moveBits rows.
const moveBits = 20

// moveLearner is an averaged perceptron for the moves. Features share a row
// where their hashes meet, as they will in the table that is shipped.
type moveLearner struct {
	weights [][linear.Lanes]float32
	sums    [][linear.Lanes]float64 // of step times change: the mean is weight - sum/steps
	steps   float64
}

func newMoveLearner() *moveLearner {
	return &moveLearner{
		weights: make([][linear.Lanes]float32, 1<<moveBits),
		sums:    make([][linear.Lanes]float64, 1<<moveBits),
	}
}

func (l *moveLearner) score(features []uint32) [linear.Lanes]float32 {
	var out [linear.Lanes]float32
	for _, f := range features {
		for m, w := range l.weights[f&(1<<moveBits-1)] {
			out[m] += w
		}
	}
	return out
}

func (l *moveLearner) update(features []uint32, right, guess parser.Move) {
	for _, f := range features {
		at := f & (1<<moveBits - 1)
		l.weights[at][right]++
		l.weights[at][guess]--
		l.sums[at][right] += l.steps
		l.sums[at][guess] -= l.steps
	}
}

// table writes the mean of the weights over all steps, each in one byte.
func (l *moveLearner) table() []byte {
	means := make([][linear.Lanes]float64, len(l.weights))
	var sizes []float64
	for i := range means {
		for m := range means[i] {
			means[i][m] = float64(l.weights[i][m]) - l.sums[i][m]/max(1, l.steps)
			if means[i][m] != 0 {
				sizes = append(sizes, math.Abs(means[i][m]))
			}
		}
	}
	scale := byteScale(sizes)
	rows := make([]byte, 0, len(means)*linear.Lanes)
	for _, row := range means {
		var w [linear.Lanes]int8
		for m, v := range row {
			w[m] = int8(math.Round(max(-math.MaxInt8, min(math.MaxInt8, v*scale))))
		}
		rows = linear.AppendRow(rows, w)
	}
	return rows
}
