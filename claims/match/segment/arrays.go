package segment

import (
	"encoding/binary"
	"slices"
)

// numbers is an array of 32-bit numbers as it lies in a file.
type numbers []byte

func (n numbers) at(i int) uint32 { return binary.LittleEndian.Uint32(n[4*i:]) }

func (n numbers) len() int { return len(n) / 4 }

// below reports whether every number is less than limit.
func (n numbers) below(limit int) bool {
	for i := range n.len() {
		if int64(n.at(i)) >= int64(limit) {
			return false
		}
	}
	return true
}

func packNumbers(all []uint32) numbers {
	out := make([]byte, 0, 4*len(all))
	for _, v := range all {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}

// pieces are byte strings one after the other, with where each begins.
type pieces struct {
	text   []byte
	starts numbers // one more than there are pieces
}

func (p pieces) len() int { return p.starts.len() - 1 }

func (p pieces) at(i int) []byte { return p.text[p.starts.at(i):p.starts.at(i+1)] }

// check reports whether the pieces lie in the text, one after the other.
func (p pieces) check(want int) bool {
	if len(p.starts)%4 != 0 || p.starts.len() != want+1 {
		return false
	}
	before := uint32(0)
	for i := range p.starts.len() {
		v := p.starts.at(i)
		if v < before {
			return false
		}
		before = v
	}
	return p.starts.at(0) == 0 && int(before) == len(p.text)
}

// packer puts pieces one after the other.
type packer struct{ pieces }

func newPacker(n, size int) *packer {
	return &packer{pieces{make([]byte, 0, size), make(numbers, 4, 4*(n+1))}}
}

func (p *packer) add(piece []byte) {
	p.text = append(p.text, piece...)
	p.starts = binary.LittleEndian.AppendUint32(p.starts, uint32(len(p.text)))
}

func packPieces(all []string) pieces {
	p := newPacker(len(all), 8*len(all))
	for _, s := range all {
		p.add([]byte(s))
	}
	return p.pieces
}

// keyed finds words by something that they share: rows of a key and the
// number of a word, in the order of the keys.
type keyed struct {
	keys pieces
	word numbers
}

type row struct {
	key  string
	word uint32
}

func packRows(rows []row) keyed {
	slices.SortFunc(rows, func(a, b row) int {
		if a.key != b.key {
			if a.key < b.key {
				return -1
			}
			return 1
		}
		return int(a.word) - int(b.word)
	})
	keys, word := make([]string, len(rows)), make([]uint32, len(rows))
	for i, r := range rows {
		keys[i], word[i] = r.key, r.word
	}
	return keyed{packPieces(keys), packNumbers(word)}
}

func (k keyed) check(words int) bool {
	return len(k.word)%4 == 0 && k.keys.check(k.word.len()) && k.word.below(words)
}

// each calls f with the words whose key is the given one, or with prefix set
// begins with it.
func (k keyed) each(key string, prefix bool, f func(word uint32, whole bool)) {
	lo, hi := 0, k.word.len()
	for lo < hi {
		mid := (lo + hi) / 2
		if string(k.keys.at(mid)) < key {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < k.word.len(); lo++ {
		at := k.keys.at(lo)
		whole := string(at) == key
		if !whole && (!prefix || len(at) < len(key) || string(at[:len(key)]) != key) {
			return
		}
		f(k.word.at(lo), whole)
	}
}
