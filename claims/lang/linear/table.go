package linear

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Lanes is the number of classes of a Table.
const Lanes = 4

// bias is what a weight of zero is stored as, so that sums of bytes need no
// sign.
const bias = 128

// Table is a classifier of four classes in one array: the hash of a feature is
// its place, features that meet in one place share their weights, which the
// learner knows and allows for. A row is four bytes, one weight each.
type Table struct {
	rows []byte
	mask uint32
}

// ReadTable reads rows of four bytes, a power of two of them.
func ReadTable(data []byte) (*Table, error) {
	n := len(data) / Lanes
	if len(data)%Lanes != 0 || bits.OnesCount(uint(n)) != 1 {
		return nil, fmt.Errorf("table of %d bytes is no power of two", len(data))
	}
	return &Table{rows: data, mask: uint32(n - 1)}, nil
}

// Sum adds up the weights of the features. At most 256 features fit.
func (t *Table) Sum(features []uint32) [Lanes]int32 {
	var sum uint64 // four sums of 16 bits
	for _, f := range features {
		at := uint64(f&t.mask) * Lanes
		x := uint64(binary.LittleEndian.Uint32(t.rows[at : at+Lanes]))
		x = (x | x<<16) & 0x0000FFFF0000FFFF
		sum += (x | x<<8) & 0x00FF00FF00FF00FF
	}
	zero := int32(len(features)) * bias
	return [Lanes]int32{
		int32(sum&0xFFFF) - zero, int32(sum>>16&0xFFFF) - zero,
		int32(sum>>32&0xFFFF) - zero, int32(sum>>48) - zero,
	}
}

// AppendRow writes a row; the weights must lie between -127 and 127.
func AppendRow(rows []byte, weights [Lanes]int8) []byte {
	for _, w := range weights {
		rows = append(rows, byte(int(w)+bias))
	}
	return rows
}
