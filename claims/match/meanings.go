package match

import "slices"

// meaning is a word of a segment that a term can stand for.
type meaning struct {
	word    uint32
	freq    uint32 // documents that hold it
	quality float32
	how     How
}

// meanings collects what one term can mean in one segment; of several ways in
// which a word is like the term the best counts.
type meanings struct {
	work *work
	seg  *part
	at   []uint32 // for each word its place in list, plus one; all 0 between terms
	list []meaning
	keys []uint64
}

func (m *meanings) begin(seg *part) {
	m.seg = seg
	if len(m.at) < seg.Words() {
		m.at = make([]uint32, seg.Words())
	}
}

func (m *meanings) add(word uint32, quality float64, how How) {
	m.work.do(naming, 1)
	q := float32(quality) * fieldFactor[m.seg.Field(word)]
	if i := m.at[word]; i != 0 {
		if have := &m.list[i-1]; q > have.quality {
			have.quality, have.how = q, how
		}
		return
	}
	freq := m.seg.Freq(word)
	if freq == 0 {
		return
	}
	m.list = append(m.list, meaning{word, uint32(freq), q, how})
	m.at[word] = uint32(len(m.list))
}

// best returns the meanings, the likeliest first and of equal ones the most
// frequent, as many as are kept, and makes ready for the next term.
func (m *meanings) best() []meaning {
	m.keys = m.keys[:0]
	for i, e := range m.list {
		m.at[e.word] = 0
		m.keys = append(m.keys, e.key(i))
	}
	slices.Sort(m.keys)
	out := make([]meaning, min(len(m.list), maxMeanings))
	for i := range out {
		out[i] = m.list[m.keys[i]&indexMask]
	}
	m.list = m.list[:0]
	return out
}

const (
	indexBits = 24
	indexMask = 1<<indexBits - 1
)

// key is a number by which meanings sort, the likelier first: to sort the
// thousands that one letter begins as numbers takes a quarter of the time.
func (e *meaning) key(index int) uint64 {
	const steps = 1<<16 - 1
	unlikely := uint64(steps * (1 - min(e.quality, 1)))
	rare := uint64(indexMask - min(e.freq, indexMask))
	return unlikely<<(2*indexBits) | rare<<indexBits | uint64(index)&indexMask // #nosec G115 -- a place in a list
}
