package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// Sure is a table of the cases in which a classifier nearly always decides
// alike, so that it need not be asked: most of its decisions. A case is known
// by several keys, from what is seen of it in few places to what is seen in
// others or in more. Each place of the table holds the upper 24 bits of a key
// and the answer; an empty place is 0xFF throughout.
type Sure struct {
	places []byte
	mask   uint32
}

// sureEmpty marks a place without an answer.
const sureEmpty = 0xFFFFFFFF

// ReadSure reads what SureBuilder.Bytes wrote.
func ReadSure(data []byte) (*Sure, error) {
	n := len(data) / 4
	if len(data)%4 != 0 || bits.OnesCount(uint(n)) != 1 {
		return nil, fmt.Errorf("table of %d bytes is no power of two", len(data))
	}
	return &Sure{places: data, mask: uint32(n - 1)}, nil
}

// Answer is the answer for the first of the keys that has one, and whether
// there is one.
func (s *Sure) Answer(keys []uint32) (answer uint8, ok bool) {
	for _, key := range keys {
		at := key & s.mask * 4
		if place := binary.LittleEndian.Uint32(s.places[at : at+4]); place>>8 == key>>8 && place != sureEmpty {
			return uint8(place), true
		}
	}
	return 0, false
}

// SureBuilder collects decisions of a classifier and finds those that it
// always takes alike.
type SureBuilder struct {
	keys    []uint32 // level after level of each case
	answers []uint8
	levels  int
}

// NewSureBuilder begins to collect cases that are known by this many keys.
func NewSureBuilder(levels int) *SureBuilder { return &SureBuilder{levels: levels} }

// Add notes the answer of the classifier in the case with these keys.
func (b *SureBuilder) Add(keys []uint32, answer uint8) {
	b.keys = append(b.keys, keys[:b.levels]...)
	b.answers = append(b.answers, answer)
}

// Bytes writes the table with 2^logPlaces places. It goes through the keys
// level by level: of those with at least fewest cases that have no answer yet
// it takes the ones for which one answer was given in at least this share of
// the cases. Where two want one place the earlier level gets it, then the
// commoner key.
func (b *SureBuilder) Bytes(logPlaces, fewest int, share float64) []byte {
	out := slices.Repeat([]byte{0xFF}, 4<<logPlaces)
	table := Sure{places: out, mask: 1<<logPlaces - 1}
	open := make([]int, len(b.answers)) // the cases without an answer
	for i := range open {
		open[i] = i
	}
	for level := range b.levels {
		for _, e := range b.sure(open, level, fewest, share) {
			place := out[e.key&table.mask*4:][:4]
			if binary.LittleEndian.Uint32(place) == sureEmpty {
				binary.LittleEndian.PutUint32(place, e.key&^0xFF|uint32(e.answer))
			}
		}
		open = slices.DeleteFunc(open, func(i int) bool {
			_, ok := table.Answer(b.keys[i*b.levels+level:][:1])
			return ok
		})
	}
	return out
}

// sureKey is a key with the answer that its cases nearly all have.
type sureKey struct {
	key    uint32
	answer uint8
	seen   int
}

// sure finds the keys of a level without doubt among the cases, the commonest
// first.
func (b *SureBuilder) sure(cases []int, level, fewest int, share float64) []sureKey {
	seen := map[uint32]int{}
	given := map[uint64]int{} // by key and answer
	for _, i := range cases {
		key := b.keys[i*b.levels+level]
		seen[key]++
		given[uint64(key)<<8|uint64(b.answers[i])]++
	}
	var out []sureKey
	for pair, n := range given {
		if key := uint32(pair >> 8); seen[key] >= fewest && float64(n) >= share*float64(seen[key]) {
			out = append(out, sureKey{key, uint8(pair), seen[key]})
		}
	}
	slices.SortFunc(out, func(x, y sureKey) int {
		return cmp.Or(cmp.Compare(y.seen, x.seen), cmp.Compare(x.key, y.key), cmp.Compare(x.answer, y.answer))
	})
	return out
}
