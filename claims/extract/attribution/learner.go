package attribution

import "math"

// learner is a table with AdaGrad (Duchi, Hazan and Singer 2011).
type learner struct {
	table
	square []float32
	total  []float32 // of the weights after each epoch but the first
	epochs int
	rate   float32
}

func newLearner(rate float64) *learner {
	weights := func() []float32 { return make([]float32, 1<<tableBits) }
	return &learner{table: table{learned: weights()}, square: weights(), total: weights(), rate: float32(rate)}
}

// step moves the weights of the features against the gradient of the loss.
func (l *learner) step(features []uint32, gradient float32) {
	if gradient > -1e-4 && gradient < 1e-4 {
		return
	}
	g2 := gradient * gradient
	for _, f := range features {
		l.square[f] += g2
		l.learned[f] += l.rate * gradient / float32(math.Sqrt(float64(l.square[f])+1e-2))
	}
}

// epoch is called after each pass over the text. The weights that are used in
// the end are the mean of those after the later passes, which forgets the
// accidents of the order.
func (l *learner) epoch(n int) {
	if n == 0 {
		return
	}
	l.epochs++
	for i, w := range l.learned {
		l.total[i] += w
	}
}

// mean ends the learning.
func (l *learner) mean() *table {
	if l.epochs == 0 {
		return &l.table
	}
	for i := range l.total {
		l.total[i] /= float32(l.epochs)
	}
	return &table{learned: l.total}
}
