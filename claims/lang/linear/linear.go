// Package linear holds linear classifiers over hashed features, in the compact
// form in which they travel inside the program. The bytes of a file are used
// as they are: loading one takes no time and no memory beside its bytes.
//
// Features are numbers: the caller hashes what it sees (Hash, Mix), so no
// string is kept and no feature costs an allocation (the "hashing trick",
// Weinberger et al. 2009, Feature Hashing for Large Scale Multitask Learning).
package linear

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// MostClasses is the largest number of classes of a Model.
const MostClasses = 64

// Scores are the sums of the weights of each class.
type Scores [MostClasses]int32

// Model is a classifier of up to MostClasses classes whose features carry
// weights for few of them.
//
// Its features lie in buckets chosen by the upper bits of their hash. Each
// record is the lower 16 bits of the hash, the number of its weights, and a
// pair (class, weight as int8) for each weight.
type Model struct {
	shift   uint
	starts  []byte // uint32 each: where the records of a bucket begin; one more closes the last
	records []byte
}

// ReadModel reads what Builder.Bytes wrote.
func ReadModel(data []byte) (*Model, error) {
	const header = 8
	if len(data) < header {
		return nil, fmt.Errorf("model of %d bytes is too short", len(data))
	}
	logBuckets := binary.LittleEndian.Uint32(data)
	size := uint64(binary.LittleEndian.Uint32(data[4:]))
	if logBuckets > 30 {
		return nil, fmt.Errorf("model claims 2^%d buckets", logBuckets)
	}
	starts := (uint64(1)<<logBuckets + 1) * 4
	if uint64(len(data)) != header+starts+size {
		return nil, fmt.Errorf("model has %d bytes, its header asks for %d", len(data), header+starts+size)
	}
	return &Model{
		shift:   64 - uint(logBuckets),
		starts:  data[header : header+starts],
		records: data[header+starts:],
	}, nil
}

// bucket is where the records of a bucket lie.
type bucket struct {
	from, to uint32
	low      uint16 // the lower bits of the feature that is looked for
}

// Sum adds the weights of the features, at most 64, to the scores. The places
// in memory are asked for one after the other before any is used, so that the
// processor waits for all of them at once; that is most of the time it takes.
func (m *Model) Sum(features []uint64, scores *Scores) {
	var buckets [64]bucket
	n := 0
	for _, f := range features[:min(len(features), len(buckets))] {
		at := f >> m.shift * 4
		pair := binary.LittleEndian.Uint64(m.starts[at : at+8])
		b := &buckets[n%len(buckets)]
		b.from, b.to, b.low = uint32(pair), uint32(pair>>32), uint16(f)
		if b.from < b.to {
			n++
		}
	}
	var heads [64]uint16
	for i, b := range buckets[:n] {
		heads[i] = binary.LittleEndian.Uint16(m.records[b.from:])
	}
	for i, b := range buckets[:n] {
		records := m.records[b.from:b.to]
		if heads[i] != b.low {
			records = records[min(len(records), recordSize(records)):]
		}
		add(records, b.low, scores)
	}
}

// recordSize is the length of the first record.
func recordSize(records []byte) int { return int(records[2])*2 + 3 }

// add adds the weights of the record with these lower bits.
func add(records []byte, low uint16, scores *Scores) {
	for len(records) > 2 {
		n := min(recordSize(records), len(records))
		if binary.LittleEndian.Uint16(records) == low {
			for weights := records[3:n]; len(weights) > 1; weights = weights[2:] {
				scores[weights[0]%MostClasses] += int32(int8(weights[1]))
			}
			return
		}
		records = records[n:]
	}
}

// Best is the class with the highest score among the first n.
func (s *Scores) Best(n int) int {
	best := 0
	for c := 1; c < n; c++ {
		if s[c] > s[best] {
			best = c
		}
	}
	return best
}

// Hash turns bytes into a number (FNV-1a, 32 bits).
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Mix joins a template's number and two values to one feature.
func Mix(template, a, b uint32) uint64 {
	h := (uint64(a) + uint64(template)<<32) * 0x9E3779B97F4A7C15
	h = (h ^ h>>29 ^ uint64(b)) * 0xBF58476D1CE4E5B9
	return h ^ bits.RotateLeft64(h, 31)
}
