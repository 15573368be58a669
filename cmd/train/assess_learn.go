package main

import (
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
	drop   float64 // share of a sample's features that are left out by chance each time
	seed   int64
}

// descent is a model while it is learned.
type descent struct {
	*linear.Model
	how     learning
	squares []float32 // sum of the squared gradients of each weight
	random  *rand.Rand
}

func descend(classes []string, bits int, how learning) *descent {
	m := linear.New(bits, classes...)
	d := &descent{Model: m, how: how, squares: make([]float32, len(m.Weights))}
	for i := range d.squares {
		d.squares[i] = 1
	}
	d.random = rand.New(rand.NewSource(how.seed)) //nolint:gosec // the order of learning is no secret
	return d
}

// push moves the weights of a class that a sample uses against the gradient of
// its score.
func (d *descent) push(class int, ids []uint32, gradient float64) {
	width := 1 + 1<<d.Bits
	step := func(at int, gradient float64) {
		w, sq := &d.Weights[class*width+at], &d.squares[class*width+at]
		gradient += d.how.decay * float64(*w)
		*sq += float32(gradient * gradient)
		*w -= float32(d.how.rate * gradient / math.Sqrt(float64(*sq)))
	}
	step(0, gradient)
	for _, id := range ids {
		step(d.Bucket(id), gradient*linear.Share(len(ids)))
	}
}

// some leaves out features by chance, so that no sign is relied on alone
// (Hinton and others, "Improving neural networks by preventing co-adaptation of
// feature detectors", 2012).
func (d *descent) some(ids []uint32) []uint32 {
	if d.how.drop == 0 {
		return ids
	}
	var out []uint32
	for _, id := range ids {
		if d.random.Float64() >= d.how.drop {
			out = append(out, id)
		}
	}
	return out
}

// learnMean is the mean of models that differ by chance in what they left out
// and in which order they learned.
func learnMean(samples []sample, classes []string, bits int, how learning) *linear.Model {
	const models = 4
	mean := linear.New(bits, classes...)
	for range models {
		for i, w := range learn(samples, classes, bits, how).Weights {
			mean.Weights[i] += w / models
		}
		how.seed++
	}
	return mean
}

// learn makes a model that tells the classes of the samples apart, the same
// for the same seed.
func learn(samples []sample, classes []string, bits int, how learning) *linear.Model {
	d := descend(classes, bits, how)
	for range how.rounds {
		for _, i := range d.random.Perm(len(samples)) {
			s := samples[i]
			s.ids = d.some(s.ids)
			for c, p := range d.Probabilities(s.ids) {
				if c == s.class {
					p--
				}
				d.push(c, s.ids, p)
			}
		}
	}
	return d.Model
}
