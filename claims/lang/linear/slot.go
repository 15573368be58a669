package linear

// slot holds a feature of a Model in eight bytes, so that eight features share
// what the processor fetches from memory at once. The lowest 22 bits are its
// key; three pairs of a class in 6 bits and a weight in 8 follow. Where a
// feature has more weights, the class of the first pair is rowMark and the
// number of a row follows. An empty slot is 0.
type slot uint64

// few is the number of weights up to which a slot holds them itself.
const few = 3

// Where the parts of a slot begin.
const (
	class0  = 22
	weight0 = class0 + 6
	class1  = weight0 + 8
	weight1 = class1 + 6
	class2  = weight1 + 8
	weight2 = class2 + 6
)

// rowMark stands for the class where the weights are in a row.
const rowMark = width - 1

// slotKey is what tells a feature from the others that lie near it: the lower
// bits of its hash and of the number of its bucket.
func slotKey(bucket uint64, low uint16) slot {
	const bucketBits = 0x3F
	return slot(bucket&bucketBits<<16 | uint64(low))
}

// slotOf is the slot of a feature with few pairs of class and weight.
func slotOf(key slot, pairs []byte) slot {
	s := key
	for i := range few {
		// Where there is no weight, zeros go to many classes: the processor
		// would wait for each of the sums if they all went to one.
		class, weight := byte(int(key)+13*i)%MostClasses, byte(0)
		if 2*i+1 < len(pairs) {
			class, weight = pairs[2*i], pairs[2*i+1]
		}
		s |= (slot(class) | slot(weight)<<(weight0-class0)) << (class0 + i*(class1-class0))
	}
	return s
}

// slotOfRow is the slot of a feature with its weights in a row.
func slotOfRow(key slot, row int) slot {
	return key | rowMark<<class0 | slot(row)<<weight0
}

func (s slot) key() slot   { return s & (1<<class0 - 1) }
func (s slot) inRow() bool { return s>>class0%width == rowMark }
func (s slot) row() uint32 { return uint32(s >> weight0) }
