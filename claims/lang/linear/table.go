package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// Lanes is the number of classes of a Table.
const Lanes = 4

// bias is what a weight of zero is stored as, so that sums of bytes need no
// sign; noWeights are four of them.
const (
	bias      = 128
	noWeights = bias * 0x01010101
)

// Table is a classifier of four classes. Every feature has one place of eight
// bytes or the place beside it: the upper half of its hash, and four weights of
// one byte. One access to memory answers for a feature.
type Table struct {
	pairs [][2]uint64 // of places, their halves exchanged; no pair lies across two cache lines
	mask  uint64
}

const (
	placeSize = 8
	pairSize  = 2 * placeSize
)

// ReadTable reads what PackTable wrote.
func ReadTable(data []byte) (*Table, error) {
	n := len(data) / pairSize
	if len(data)%pairSize != 0 || bits.OnesCount(uint(n)) != 1 {
		return nil, fmt.Errorf("table of %d bytes is no power of two", len(data))
	}
	t := &Table{pairs: make([][2]uint64, n), mask: uint64(n - 1)}
	for i := range t.pairs {
		pair := data[i*pairSize : (i+1)*pairSize]
		t.pairs[i][0] = bits.RotateLeft64(binary.LittleEndian.Uint64(pair), 32)
		t.pairs[i][1] = bits.RotateLeft64(binary.LittleEndian.Uint64(pair[placeSize:]), 32)
	}
	return t, nil
}

// Sum adds up the weights of the features. At most 256 features fit.
func (t *Table) Sum(features []uint64) [Lanes]int32 {
	pairs, mask := t.pairs, t.mask
	var sum uint64 // sums of 16 bits: lanes 0, 2, 1 and 3
	for _, f := range features {
		pair := &pairs[f&mask]
		first, second, tag := pair[0], pair[1], uint32(f>>32)
		x := uint64(noWeights) << 32
		if uint32(first) == tag {
			x = first
		}
		if uint32(second) == tag {
			x = second
		}
		x >>= 32
		sum += (x | x<<24) & 0x00FF00FF_00FF00FF
	}
	zero := int32(len(features)) * bias
	return [Lanes]int32{
		int32(sum&0xFFFF) - zero, int32(sum>>32&0xFFFF) - zero,
		int32(sum>>16&0xFFFF) - zero, int32(sum>>48) - zero,
	}
}

// Row holds the weights of a feature, between -127 and 127.
type Row struct {
	Feature uint64
	Weights [Lanes]int8
}

// PackTable writes a table with 2^logPairs pairs of places. The rows that
// weigh most come first; a row for which both places are taken is left out.
func PackTable(rows []Row, logPairs int) []byte {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(x, y Row) int {
		return cmp.Or(cmp.Compare(y.size(), x.size()), cmp.Compare(x.Feature, y.Feature))
	})
	out := make([]byte, pairSize<<logPairs)
	for at := 0; at < len(out); at += placeSize {
		binary.LittleEndian.PutUint64(out[at:], noWeights)
	}
	for _, r := range rows {
		pair := out[r.Feature&(1<<logPairs-1)*pairSize:][:pairSize]
		for at := 0; at < pairSize; at += placeSize {
			if binary.LittleEndian.Uint64(pair[at:]) == noWeights {
				binary.LittleEndian.PutUint64(pair[at:], r.place())
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

// place is the eight bytes of the row.
func (r *Row) place() uint64 {
	out := r.Feature >> 32 << 32
	for i, w := range r.Weights {
		out |= uint64(int(w)+bias) << (8 * i)
	}
	return out
}
