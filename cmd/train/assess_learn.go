package main

import (
	"bufio"
	"encoding/json"
	"math"
	"math/rand"

	"onrecord/claims/assess/linear"
)

// learning is how a linear model is learned: stochastic gradient descent on
// the logistic loss with a step for each weight that shrinks with its own
// gradients (Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011).
type learning struct {
	rounds int     // times through the samples
	rate   float64 // first step
	decay  float64 // pull of the weights towards zero
	seed   int64
	weight []float64 // what an error on each class costs; all 1 where it is nil
}

// learn makes a model from the samples, the same for the same seed.
func learn(samples []sample, classes []string, bits int, how learning) *linear.Model {
	m := linear.New(bits, classes...)
	squares := make([]float32, len(m.Weights))
	for i := range squares {
		squares[i] = 1
	}
	width := 1 + 1<<bits
	random := rand.New(rand.NewSource(how.seed)) //nolint:gosec // the order of learning is no secret
	for range how.rounds {
		for _, i := range random.Perm(len(samples)) {
			s := samples[i]
			cost := 1.0
			if how.weight != nil {
				cost = how.weight[s.class]
			}
			part := linear.Share(len(s.ids))
			for c, p := range m.Probabilities(s.ids) {
				if c == s.class {
					p--
				}
				step := func(at int, gradient float64) {
					w, sq := &m.Weights[c*width+at], &squares[c*width+at]
					gradient += how.decay * float64(*w)
					*sq += float32(gradient * gradient)
					*w -= float32(how.rate * gradient / math.Sqrt(float64(*sq)))
				}
				step(0, cost*p)
				for _, id := range s.ids {
					step(m.Bucket(id), cost*p*part)
				}
			}
		}
	}
	return m
}

// readLines reads a file of JSON lines of the corpora.
func readLines[T any](name string) ([]T, error) {
	f, err := openCorpus(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, lines.Err()
}
