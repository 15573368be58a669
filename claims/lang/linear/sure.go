package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// Sure is a table of the cases in which the examples leave no doubt, so that
// no classifier needs to be asked: about half of all decisions. Each place
// holds the upper 24 bits of a key and the answer; an empty place is 0xFF
// throughout.
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

// Answer is the answer for the key, and whether there is one.
func (s *Sure) Answer(key uint32) (answer uint8, ok bool) {
	at := key & s.mask * 4
	place := binary.LittleEndian.Uint32(s.places[at : at+4])
	return uint8(place), place>>8 == key>>8 && place != sureEmpty
}

// SureBuilder counts the answers for each key.
type SureBuilder struct {
	seen  map[uint32]int
	right map[uint32]map[uint8]int
}

// NewSureBuilder begins counting.
func NewSureBuilder() *SureBuilder {
	return &SureBuilder{seen: map[uint32]int{}, right: map[uint32]map[uint8]int{}}
}

// Count notes one example for the key, for which each of the answers is right.
func (b *SureBuilder) Count(key uint32, answers ...uint8) {
	b.seen[key]++
	if b.right[key] == nil {
		b.right[key] = map[uint8]int{}
	}
	for _, a := range answers {
		b.right[key][a]++
	}
}

// Bytes writes the table with 2^logPlaces places: of the keys with at least
// fewest examples those for which one answer was right in at least this share.
// Where two want one place the commoner gets it.
func (b *SureBuilder) Bytes(logPlaces, fewest int, share float64) []byte {
	type entry struct {
		key    uint32
		answer uint8
		seen   int
	}
	var entries []entry
	for key, n := range b.seen {
		for answer, right := range b.right[key] {
			if n >= fewest && float64(right) >= share*float64(n) {
				entries = append(entries, entry{key, answer, n})
			}
		}
	}
	slices.SortFunc(entries, func(x, y entry) int {
		return cmp.Or(cmp.Compare(y.seen, x.seen), cmp.Compare(x.key, y.key), cmp.Compare(x.answer, y.answer))
	})
	out := slices.Repeat([]byte{0xFF}, 4<<logPlaces)
	for _, e := range entries {
		place := out[e.key&(1<<logPlaces-1)*4:][:4]
		if binary.LittleEndian.Uint32(place) == sureEmpty {
			binary.LittleEndian.PutUint32(place, e.key&^0xFF|uint32(e.answer))
		}
	}
	return out
}
