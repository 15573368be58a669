package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// Lanes is the number of classes of a Table.
const Lanes = 3

// bias is what a weight of zero is stored as, so that sums of bytes need no
// sign; noWeights are the two of them of an empty place.
const (
	bias      = 128
	noWeights = bias * 0x0101
)

// Table is a classifier of three classes. Only what a class weighs more than
// the first one matters, so a feature has two weights of one byte and, before
// them, the upper 16 bits of its hash: four bytes in one of two places side by
// side. One access to memory answers for a feature, and a table of a quarter of
// a million features stays in the cache that belongs to the processor's core.
type Table struct {
	pairs []uint64 // of places, the first in the lower half
}

// pairSize is the bytes of two places.
const pairSize = 8

// ReadTable reads what PackTable wrote.
func ReadTable(data []byte) (*Table, error) {
	n := len(data) / pairSize
	if len(data)%pairSize != 0 || bits.OnesCount(uint(n)) != 1 {
		return nil, fmt.Errorf("table of %d bytes is no power of two", len(data))
	}
	t := &Table{pairs: make([]uint64, n)}
	for i := range t.pairs {
		t.pairs[i] = binary.LittleEndian.Uint64(data[i*pairSize:])
	}
	return t, nil
}

// Sum adds up the weights of the features, at most 256. The first class has
// the score 0.
func (t *Table) Sum(features []uint64) [Lanes]int32 {
	pairs := t.pairs
	if len(pairs) == 0 {
		return [Lanes]int32{}
	}
	var sum uint64 // of the second class below, of the third class from bit 32 on
	for _, f := range features {
		pair := pairs[f&uint64(len(pairs)-1)]
		first, second, tag := uint32(pair), uint32(pair>>32), uint32(f>>48)
		weights := uint64(noWeights)
		if first>>16 == tag {
			weights = uint64(first)
		}
		if second>>16 == tag {
			weights = uint64(second)
		}
		sum += (weights | weights<<24) & 0xFF_0000_00FF
	}
	zero := int32(len(features)) * bias
	return [Lanes]int32{0, int32(uint32(sum)) - zero, int32(sum>>32) - zero}
}

// Row holds what a feature weighs for the second and the third class more than
// for the first, between -127 and 127.
type Row struct {
	Feature uint64
	Weights [Lanes - 1]int8
}

// PackTable writes a table with 2^logPairs pairs of places. The rows that
// weigh most come first; a row for which both places are taken is left out.
func PackTable(rows []Row, logPairs int) []byte {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(x, y Row) int {
		return cmp.Or(cmp.Compare(y.size(), x.size()), cmp.Compare(x.Feature, y.Feature))
	})
	const placeSize = pairSize / 2
	out := make([]byte, pairSize<<logPairs)
	for at := 0; at < len(out); at += placeSize {
		binary.LittleEndian.PutUint32(out[at:], noWeights)
	}
	for _, r := range rows {
		pair := out[r.Feature&(1<<logPairs-1)*pairSize:][:pairSize]
		for at := 0; at < pairSize; at += placeSize {
			if binary.LittleEndian.Uint32(pair[at:]) == noWeights {
				binary.LittleEndian.PutUint32(pair[at:], r.place())
				break
			}
		}
	}
	return out
}

// size is the largest weight of the row.
func (r *Row) size() int {
	out := 0
	for _, w := range r.Weights {
		out = max(out, int(w), -int(w))
	}
	return out
}

// place is the four bytes of the row.
func (r *Row) place() uint32 {
	out := uint32(r.Feature >> 48 << 16)
	for i, w := range r.Weights {
		out |= uint32(int(w)+bias) << (8 * i)
	}
	return out
}
