package segment

import "encoding/binary"

// Postings are the documents that hold a word, in order.
type Postings struct {
	rest  []byte
	doc   uint64 // the last document read, plus one
	docs  uint64
	block [256]uint32
}

// Postings gives the documents that hold a word.
func (s *Segment) Postings(word uint32) *Postings {
	p := &Postings{}
	p.Reset(s, word)
	return p
}

// Reset begins with the documents of another word.
func (p *Postings) Reset(s *Segment, word uint32) {
	p.rest, p.doc, p.docs = s.postings.at(int(word)), 0, uint64(len(s.kinds))
}

// Next gives some more documents, none at the end. They are good until it is
// called again.
func (p *Postings) Next() []uint32 {
	n, i, rest, doc := 0, 0, p.rest, p.doc
	for n < len(p.block) && i < len(rest) {
		gap := uint64(rest[i])
		i++
		if gap >= 0x80 {
			v, size := binary.Uvarint(rest[i-1:])
			if size <= 0 {
				break
			}
			gap, i = v, i-1+size
		}
		if doc += gap; gap == 0 || doc > p.docs {
			i = len(rest)
			break
		}
		p.block[n] = uint32(doc - 1)
		n++
	}
	p.rest, p.doc = rest[i:], doc
	return p.block[:n]
}
