package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Model is a classifier of up to MostClasses classes whose features carry
// weights for few of them.
//
// In its file the features lie in buckets chosen by the upper bits of their
// hash. Each record is the lower 16 bits of the hash, the number of its
// weights, and a pair (class, weight as int8) for each weight.
//
// In memory every bucket begins with a slot of its own, stride slots after the
// one before; what does not fit goes into the slots that follow. A feature is
// looked for from there on up to the first empty slot, which is nearly always
// one access to memory.
type Model struct {
	shift  uint
	stride uint64
	slots  []slot // the last one is empty
	rows   []row
	words  int // of a row that are in use
}

// row holds a weight for every class, one a byte, each raised by bias so that
// eight can be added at a time.
type row [width / 8]uint64

// emptyWord is eight weights of zero.
const emptyWord = bias * 0x01010101_01010101

// ReadModel reads what Builder.Bytes wrote.
func ReadModel(data []byte) (*Model, error) {
	const header = 8
	if len(data) < header {
		return nil, fmt.Errorf("model of %d bytes is too short", len(data))
	}
	logBuckets := binary.LittleEndian.Uint32(data)
	size := uint64(binary.LittleEndian.Uint32(data[4:]))
	if logBuckets < 1 || logBuckets > 30 {
		return nil, fmt.Errorf("model claims 2^%d buckets", logBuckets)
	}
	starts := (uint64(1)<<logBuckets + 1) * 4
	if uint64(len(data)) != header+starts+size {
		return nil, fmt.Errorf("model has %d bytes, its header asks for %d", len(data), header+starts+size)
	}
	m := &Model{shift: 64 - uint(logBuckets)}
	if err := m.unfold(data[header:header+starts], data[header+starts:]); err != nil {
		return nil, err
	}
	return m, nil
}

// unfold reads the records bucket by bucket.
func (m *Model) unfold(starts, records []byte) error {
	buckets := len(starts)/4 - 1
	all, many := count(records)
	m.stride = uint64(1 + all*8/5/buckets) // five slots of eight in use, or fewer
	m.slots = make([]slot, 0, buckets*int(m.stride)+all/8+1)
	m.rows = make([]row, 0, many)
	at := 0
	for bucket := range buckets {
		m.fill(uint64(bucket) * m.stride)
		start, end := binary.LittleEndian.Uint32(starts[bucket*4:]), binary.LittleEndian.Uint32(starts[bucket*4+4:])
		if int(start) != at {
			return errors.New("the buckets of the model do not fit its records")
		}
		for at < int(end) {
			if len(records)-at < recordHead || len(records)-at < recordSize(records[at:]) {
				return errors.New("a record of the model is cut off")
			}
			record := records[at : at+recordSize(records[at:])]
			if err := m.add(slotKey(uint64(bucket), binary.LittleEndian.Uint16(record)), record[recordHead:]); err != nil {
				return err
			}
			at += len(record)
		}
		if at != int(end) {
			return errors.New("the buckets of the model do not fit its records")
		}
	}
	if at != len(records) {
		return errors.New("the model has records outside its buckets")
	}
	m.fill(uint64(buckets) * m.stride)
	m.slots = append(m.slots, 0)
	return nil
}

// fill appends empty slots until there are n at least.
func (m *Model) fill(n uint64) {
	for uint64(len(m.slots)) < n {
		m.slots = append(m.slots, 0)
	}
}

// count is the number of records, and of those with many weights.
func count(records []byte) (all, many int) {
	for len(records) >= recordHead {
		n := recordSize(records)
		all++
		if n > recordHead+2*few {
			many++
		}
		records = records[min(n, len(records)):]
	}
	return all, many
}

// add appends a feature with these pairs of class and weight.
func (m *Model) add(key slot, pairs []byte) error {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] >= MostClasses {
			return fmt.Errorf("the model has a weight for class %d of %d", pairs[i], MostClasses)
		}
	}
	if len(pairs) <= 2*few {
		m.slots = append(m.slots, slotOf(key, pairs))
		return nil
	}
	m.slots = append(m.slots, slotOfRow(key, len(m.rows)))
	r := emptyRow()
	for ; len(pairs) > 1; pairs = pairs[2:] {
		class := pairs[0]
		r[class/8] += uint64(int64(int8(pairs[1]))) << (class % 8 * 8)
		m.words = max(m.words, int(class)/8+1)
	}
	m.rows = append(m.rows, r)
	return nil
}

func emptyRow() (out row) {
	for i := range out {
		out[i] = emptyWord
	}
	return out
}

// recordHead is what comes before the weights of a record.
const recordHead = 3

// recordSize is the length of the first record.
func recordSize(records []byte) int { return int(records[2])*2 + recordHead }

// most is the number of features that can be added up at once.
const most = 64

// Sum adds the weights of the features, at most 64, to the scores. Each step
// asks for all its places in memory before the next step uses any, so that the
// processor waits for all of them at once.
func (m *Model) Sum(features []uint64, scores *Scores) {
	slots, shift, stride := m.slots, m.shift&63, m.stride
	features = features[:min(len(features), most)]
	var firsts [most]slot
	for i, f := range features {
		firsts[i%most] = slots[(f>>shift)*stride]
	}
	var rows [most]uint32
	many := uint(0)
	for i, f := range features {
		s, key := firsts[i%most], slotKey(f>>shift, uint16(f))
		if s.key() != key {
			if s = m.find((f>>shift)*stride, key); s == 0 {
				continue
			}
		}
		if s.inRow() {
			rows[many%most] = s.row()
			many++
			continue
		}
		scores[s>>class0%width] += int32(int8(s >> weight0))
		scores[s>>class1%width] += int32(int8(s >> weight1))
		scores[s>>class2%width] += int32(int8(s >> weight2))
	}
	m.sumRows(rows[:many], scores)
}

// find is the slot with this key from a place on, 0 where there is none.
func (m *Model) find(at uint64, key slot) slot {
	for m.slots[at] != 0 && m.slots[at].key() != key {
		at++
	}
	return m.slots[at]
}

// sumRows adds up rows, at most 257. The bytes of a word are added in two
// halves, so that each sum has 16 bits.
func (m *Model) sumRows(rows []uint32, scores *Scores) {
	const bytes = 0x00FF00FF_00FF00FF
	all, zero := m.rows, int32(len(rows))*bias
	for i := 0; i < m.words && i+1 < len(row{}); i += 2 {
		var even0, odd0, even1, odd1 uint64
		for _, at := range rows {
			r := &all[at]
			even0 += r[i] & bytes
			odd0 += r[i] >> 8 & bytes
			even1 += r[i+1] & bytes
			odd1 += r[i+1] >> 8 & bytes
		}
		addWord(scores[i*8:], even0, odd0, zero)
		addWord(scores[i*8+8:], even1, odd1, zero)
	}
}

// addWord adds the sums of eight classes to their scores.
func addWord(scores []int32, even, odd uint64, zero int32) {
	scores = scores[:8]
	for lane := 0; lane < 8; lane += 2 {
		scores[lane] += int32(even&0xFFFF) - zero
		scores[lane+1] += int32(odd&0xFFFF) - zero
		even, odd = even>>16, odd>>16
	}
}
