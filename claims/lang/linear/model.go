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
type Model struct {
	shift    uint
	starts   []uint32 // where the features of a bucket begin; one more closes the last
	features []feature
	rows     []row
	words    int // of a row that are in use
}

// few is the number of weights up to which a feature holds them itself.
const few = 5

// feature holds the weights of a feature in 16 bytes: a quarter of the stretch
// of memory that the processor fetches at once.
type feature struct {
	low     uint16 // the lower bits of its hash
	weights [few]struct {
		class  uint8
		weight int8
	}
	row uint32 // of the weights where they are many; row 0 is empty
}

// row holds a weight for every class, one a byte, each raised by bias so that
// eight can be added at a time.
type row [MostClasses / 8]uint64

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

// unfold reads the records. The starts in the file count bytes, those of the
// model count features.
func (m *Model) unfold(starts, records []byte) error {
	m.starts = make([]uint32, 0, len(starts)/4)
	all, many := count(records)
	m.features = make([]feature, 0, all)
	m.rows = append(make([]row, 0, 1+many), emptyRow())
	at := 0
	for ; len(starts) > 0; starts = starts[4:] {
		start := int(binary.LittleEndian.Uint32(starts))
		for at < start {
			if len(records)-at < recordHead || len(records)-at < recordSize(records[at:]) {
				return errors.New("a record of the model is cut off")
			}
			record := records[at : at+recordSize(records[at:])]
			m.add(binary.LittleEndian.Uint16(record), record[recordHead:])
			at += len(record)
		}
		if at != start {
			return errors.New("the buckets of the model do not fit its records")
		}
		m.starts = append(m.starts, uint32(len(m.features)))
	}
	if at != len(records) {
		return errors.New("the model has records outside its buckets")
	}
	return nil
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
func (m *Model) add(low uint16, pairs []byte) {
	f := feature{low: low}
	if len(pairs) > 2*few {
		f.row = uint32(len(m.rows))
		m.rows = append(m.rows, emptyRow())
	}
	for i := range f.weights {
		// Zeros go to many classes: the processor would wait for each sum of one.
		f.weights[i].class = uint8((int(low) + 13*i) % MostClasses)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		class, weight := pairs[i]%MostClasses, int8(pairs[i+1])
		if f.row > 0 {
			m.rows[f.row][class/8] += uint64(int64(weight)) << (class % 8 * 8)
			m.words = max(m.words, int(class)/8+1)
		} else {
			f.weights[i/2].class, f.weights[i/2].weight = class, weight
		}
	}
	m.features = append(m.features, f)
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
	var places [most]struct {
		from, to uint32
		low      uint16
	}
	starts, all, shift := m.starts, m.features, m.shift&63
	n := uint(0)
	for _, f := range features[:min(len(features), most)] {
		pair := starts[f>>shift:][:2]
		p := &places[n%most]
		p.from, p.to, p.low = pair[0], pair[1], uint16(f)
		if p.from < p.to {
			n++
		}
	}
	var firsts [most]uint16
	for i := range places[:n] {
		firsts[i] = all[places[i].from].low
	}
	var rows [most]uint32
	many := uint(0)
	for i := range places[:n] {
		p := &places[i]
		if firsts[i] != p.low {
			if p.from = m.find(p.from+1, p.to, p.low); p.from == p.to {
				continue
			}
		}
		f := &all[p.from]
		if f.row > 0 {
			rows[many%most] = f.row
			many++
			continue
		}
		for _, w := range f.weights {
			scores[w.class%MostClasses] += int32(w.weight)
		}
	}
	m.sumRows(rows[:many], scores)
}

// find is the place of the feature with these lower bits, to where there is
// none.
func (m *Model) find(from, to uint32, low uint16) uint32 {
	for from < to && m.features[from].low != low {
		from++
	}
	return from
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
