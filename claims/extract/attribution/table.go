package attribution

// tableBits is the size of each table of weights: 2^tableBits entries. The
// tables that are asked most fit into the second-level cache together.
const tableBits = 19

// table holds the weights of one model by hashed feature. While it is learned
// it is in floating point; in the program it is one signed byte a weight.
type table struct {
	learned []float32
	weights *[1 << tableBits]int8
	scale   float32
}

// score adds up the weights of the features in a bag that was opened for the
// table.
func (t *table) score(b *bag) float32 {
	if t.learned == nil {
		return float32(b.total) * t.scale
	}
	return t.sum(b.idx)
}

// sum adds up the weights of features while they are learned.
func (t *table) sum(features []uint32) float32 {
	var total float32
	for _, f := range features {
		total += t.learned[f]
	}
	return total
}

// bag describes one candidate by hashed features. For a table in its final
// form it adds up the weights at once; otherwise it gathers the features.
//
// Features are hashed by multiply and shift (Dietzfelbinger et al. 1997): the
// parts times odd constants, added up, of which the highest bits are the index.
type bag struct {
	weights *[1 << tableBits]int8
	total   int32
	base    uint64
	idx     []uint32
	learn   *selection // while learning
}

// Multipliers of the parts of a feature.
const (
	byModel    = 0x9E3779B97F4A7C15
	byTemplate = 0xD6E8FEB86659FD93
	byFirst    = 0xC2B2AE3D27D4EB4F
	bySecond   = 0xFF51AFD7ED558CCD
	byThird    = 0x94D049BB133111EB
)

// open makes the bag one for the table.
func (b *bag) open(t *table) { b.weights = t.weights }

// reset empties the bag; the model and kind of candidate that seed names have
// features of their own.
func (b *bag) reset(seed uint32) {
	b.base = uint64(seed) * byModel
	b.idx = b.idx[:0]
	b.total = 0
}

func (b *bag) add(template uint32) { b.put(b.base + uint64(template)*byTemplate) }

func (b *bag) one(template, x uint32) {
	b.put(b.base + uint64(template)*byTemplate + uint64(x)*byFirst)
}

func (b *bag) two(template, x, y uint32) {
	b.put(b.base + uint64(template)*byTemplate + uint64(x)*byFirst + uint64(y)*bySecond)
}

func (b *bag) three(template, x, y, z uint32) {
	b.put(b.base + uint64(template)*byTemplate + uint64(x)*byFirst + uint64(y)*bySecond + uint64(z)*byThird)
}

func (b *bag) put(h uint64) {
	if b.weights != nil {
		b.total += int32(b.weights[h>>(64-tableBits)])
		return
	}
	b.gather(h)
}

// gather keeps a feature for learning, or for a model without a table. It is
// kept out of put, which must stay small enough to be compiled in place.
//
//go:noinline
func (b *bag) gather(h uint64) {
	if b.learn == nil || b.learn.takes(h) {
		b.idx = append(b.idx, uint32(h>>(64-tableBits)))
	}
}

// bucket makes a distance or a count coarse.
func bucket(n int) uint32 {
	sign := uint32(0)
	if n < 0 {
		n, sign = -n, 16
	}
	switch {
	case n <= 4:
		return sign + uint32(n)
	case n <= 6:
		return sign + 5
	case n <= 9:
		return sign + 6
	case n <= 14:
		return sign + 7
	case n <= 20:
		return sign + 8
	case n <= 30:
		return sign + 9
	case n <= 50:
		return sign + 10
	}
	return sign + 11
}
