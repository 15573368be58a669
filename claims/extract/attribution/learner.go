package attribution

import "math"

// learner is a table with AdaGrad (Duchi, Hazan and Singer 2011) that can learn
// from texts of two styles of annotation at once: weights that both share, and
// what the house style adds to them (Daumé 2007, "Frustratingly Easy Domain
// Adaptation"). What comes of it are the weights for the house style; where no
// text is shown as one of the house, both are the same.
type learner struct {
	table                 // weights that all texts share
	house       table     // the same and what the house adds
	square      []float32 // of the gradients of the shared weights
	houseSquare []float32
	total       []float32 // of the house's weights after each epoch but the first
	epochs      int
	rate        float32
	inHouse     bool // the text that is shown is in the house style
}

// houseRate is how fast what the house adds is learned, of the rate of the
// weights that all share: there is less text to learn it from.
const houseRate = 0.15

func newLearner(rate float64) *learner {
	weights := func() []float32 { return make([]float32, 1<<tableBits) }
	return &learner{
		table: table{learned: weights()}, house: table{learned: weights()},
		square: weights(), houseSquare: weights(), total: weights(), rate: float32(rate),
	}
}

// show tells of which text is learned next.
func (l *learner) show(ex *Example) { l.inHouse = ex.House }

// now is the table for the text that is shown.
func (l *learner) now() *table {
	if l.inHouse {
		return &l.house
	}
	return &l.table
}

// step moves the weights of the features along the gradient.
func (l *learner) step(features []uint32, gradient float32) {
	if gradient > -1e-4 && gradient < 1e-4 {
		return
	}
	g2 := gradient * gradient
	for _, f := range features {
		l.square[f] += g2
		by := l.rate * gradient / float32(math.Sqrt(float64(l.square[f])+1e-2))
		l.learned[f] += by
		if l.inHouse {
			l.houseSquare[f] += g2
			by += houseRate * l.rate * gradient / float32(math.Sqrt(float64(l.houseSquare[f])+1e-2))
		}
		l.house.learned[f] += by
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
	for i, w := range l.house.learned {
		l.total[i] += w
	}
}

// mean ends the learning.
func (l *learner) mean() *table {
	if l.epochs == 0 {
		return &l.house
	}
	for i := range l.total {
		l.total[i] /= float32(l.epochs)
	}
	return &table{learned: l.total}
}
