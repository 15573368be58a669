package match

import "math/bits"

// bitmap is a set of documents of one segment, one bit each. Nil holds them
// all.
type bitmap []uint64

func newBitmap(docs int) bitmap { return make(bitmap, (docs+63)/64) }

func (b bitmap) has(doc uint32) bool { return b == nil || b[doc>>6]&(1<<(doc&63)) != 0 }

func (b bitmap) set(doc uint32) { b[doc>>6] |= 1 << (doc & 63) }

func (b bitmap) clear(doc uint32) { b[doc>>6] &^= 1 << (doc & 63) }

// and keeps what both hold.
func (b bitmap) and(o bitmap) bitmap {
	if b == nil {
		return o
	}
	if o != nil {
		for i := range b {
			b[i] &= o[i]
		}
	}
	return b
}

// without drops what o holds.
func (b bitmap) without(o bitmap) {
	for i := range b {
		b[i] &^= o[i]
	}
}

// add takes in what o holds.
func (b bitmap) add(o bitmap) {
	for i := range b {
		b[i] |= o[i]
	}
}

// span takes in the documents from one to before another.
func (b bitmap) span(from, to uint32) {
	for from < to && from&63 != 0 {
		b.set(from)
		from++
	}
	for ; from+64 <= to; from += 64 {
		b[from>>6] = ^uint64(0)
	}
	for ; from < to; from++ {
		b.set(from)
	}
}

// count counts the documents.
func (b bitmap) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// each calls f with every document in order, until it returns false.
func (b bitmap) each(f func(doc uint32) bool) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			if !f(uint32(i*64 + bits.TrailingZeros64(w))) {
				return
			}
		}
	}
}

// all returns a bitmap that holds every document.
func all(docs int) bitmap {
	b := newBitmap(docs)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if rest := docs & 63; rest != 0 {
		b[len(b)-1] = 1<<rest - 1
	}
	return b
}
