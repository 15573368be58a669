package main

import (
	"math"

	"onrecord/claims/assess/linear"
)

// ranking is how an order of samples is learned: those of class 1 above those
// of class 0.
type ranking struct {
	rounds int     // steps of the search
	decay  float64 // pull of the weights towards zero
	rare   float64 // power of its number of samples by which a feature counts less
	rivals float64 // samples of class 0 that one of class 1 is set against at once
}

// ranker is the sum that ranking makes small. A sample of class 1 should be
// first among so many chance samples of class 0 with the probability
// e^s / (e^s + rivals * mean of e^s of class 0), and what is made small is the
// negative logarithm of it (Cao and others, "Learning to Rank: From Pairwise
// Approach to Listwise Approach", 2007). Every group counts alike, because the
// measure counts every group alike.
type ranker struct {
	how     ranking
	samples []sample
	columns map[uint32]int32
	rows    [][]int32 // columns of each sample
	scale   []float64 // what a column counts: rare features say more
	share   []float64 // what each sample of class 1 counts; nought for the others
	low     float64   // samples of class 0
	scores  []float64
}

// rank learns the weights of the features of an order.
func rank(samples []sample, how ranking) map[uint32]float64 {
	r := newRanker(samples, how)
	weights := minimise(len(r.scale), how.rounds, r.loss)
	out := make(map[uint32]float64, len(r.columns))
	for id, c := range r.columns {
		out[id] = weights[c] * r.scale[c]
	}
	return out
}

func newRanker(samples []sample, how ranking) *ranker {
	r := &ranker{how: how, samples: samples, columns: map[uint32]int32{}, share: make([]float64, len(samples)), scores: make([]float64, len(samples))}
	high := map[int]float64{}
	for _, s := range samples {
		high[s.group] += float64(s.class)
		r.low += float64(1 - s.class)
		row := make([]int32, len(s.ids))
		for i, id := range s.ids {
			c, ok := r.columns[id]
			if !ok {
				c = int32(len(r.columns))
				r.columns[id] = c
				r.scale = append(r.scale, 0)
			}
			row[i] = c
			r.scale[c]++
		}
		r.rows = append(r.rows, row)
	}
	for c, n := range r.scale {
		r.scale[c] = math.Pow(n, -how.rare)
	}
	for i, s := range samples {
		if s.class == 1 {
			r.share[i] = 1 / high[s.group]
		}
	}
	return r
}

// loss is what is to be made small, and its gradient.
func (r *ranker) loss(weights, gradient []float64) float64 {
	lows := 0.0
	for i, row := range r.rows {
		sum := 0.0
		for _, c := range row {
			sum += weights[c] * r.scale[c]
		}
		r.scores[i] = sum * linear.Share(len(row))
		if r.samples[i].class == 0 {
			lows += math.Exp(r.scores[i])
		}
	}
	rivals := math.Log(r.how.rivals * lows / r.low)
	loss, pushed := r.how.decay/2*dot(weights, weights), 0.0
	for i, share := range r.share {
		if share > 0 {
			loss += share * math.Log1p(math.Exp(rivals-r.scores[i]))
			pushed += share * below(r.scores[i], rivals)
		}
	}
	for i, w := range weights {
		gradient[i] = r.how.decay * w
	}
	for i, row := range r.rows {
		up := pushed * math.Exp(r.scores[i]) / lows
		if r.samples[i].class == 1 {
			up = -r.share[i] * below(r.scores[i], rivals)
		}
		up *= linear.Share(len(row))
		for _, c := range row {
			gradient[c] += up * r.scale[c]
		}
	}
	return loss
}

// below is the probability that a sample does not come before its rivals.
func below(score, rivals float64) float64 { return 1 / (1 + math.Exp(score-rivals)) }
