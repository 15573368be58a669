package attribution

// tableBits is the size of each table of weights: 2^tableBits entries.
const (
	tableBits = 20
	tableMask = 1<<tableBits - 1
)

// table holds the weights of one model by hashed feature. While it is learned
// it is in floating point; in the program it is one signed byte a weight, read
// where it lies.
type table struct {
	learned []float32
	bytes   string
	scale   float32
}

// sum adds up the weights of the features.
func (t *table) sum(features []uint32) float32 {
	var total float32
	if t.learned != nil {
		for _, f := range features {
			total += t.learned[f]
		}
		return total
	}
	n := int32(0)
	for _, f := range features {
		n += int32(int8(t.bytes[f]))
	}
	return float32(n) * t.scale
}

// bag collects the features of one candidate.
type bag struct {
	seed uint32
	idx  []uint32
	drop uint32 // while learning: this share of the features, in 2^-32, is left out
	dice uint32 // state of the generator that chooses them
}

func (b *bag) reset(seed uint32) {
	b.seed = seed
	b.idx = b.idx[:0]
}

func (b *bag) add(template uint32) { b.put(mix(b.seed, template)) }

func (b *bag) one(template, x uint32) { b.put(mix(mix(b.seed, template), x)) }

func (b *bag) two(template, x, y uint32) { b.put(mix(mix(mix(b.seed, template), x), y)) }

func (b *bag) three(template, x, y, z uint32) {
	b.put(mix(mix(mix(mix(b.seed, template), x), y), z))
}

func (b *bag) put(h uint32) {
	if b.drop > 0 {
		b.dice ^= b.dice << 13
		b.dice ^= b.dice >> 17
		b.dice ^= b.dice << 5
		if b.dice < b.drop {
			return
		}
	}
	h ^= h >> 13
	h *= 0x85EBCA6B
	b.idx = append(b.idx, (h^h>>16)&tableMask)
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
