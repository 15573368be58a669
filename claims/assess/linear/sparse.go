package linear

import (
	"encoding/binary"
	"math"
	"sort"

	"onrecord/claims"
)

// Sparse has one weight for every feature that it learned from, found by the
// whole hash: features do not share weights, and one that it has not seen
// counts nothing. A text's features share a weight of one, as in Model.
type Sparse struct {
	bias, scale float32
	starts      []uint32 // where the features with the same upper 16 bits begin, and the end
	rest        []byte   // the lower 16 bits of each, little-endian, ascending within a start
	weights     []byte   // signed; times scale
}

// shelves is how many values the upper 16 bits of a hash have.
const shelves = 1 << 16

// Score gives the sum of the weights.
func (s *Sparse) Score(ids []uint32) float64 {
	sum := 0
	for _, id := range ids {
		for i := s.starts[id>>16]; i < s.starts[id>>16+1]; i++ {
			if binary.LittleEndian.Uint16(s.rest[2*i:]) == uint16(id&0xffff) {
				sum += int(int8(s.weights[i]))
				break
			}
		}
	}
	return float64(s.bias) + float64(s.scale)*float64(sum)*Share(len(ids))
}

// sparseMagic opens the file; the last character is its version.
const sparseMagic = "ORSPA1"

// EncodeSparse writes a Sparse with eight bits for a weight; weights that round
// to nothing are left out. Layout, little-endian: magic, bias and scale
// (float32), for each value of the upper 16 bits of a hash the number of
// features (one byte), then of each feature the lower 16 bits, then of each its
// weight (signed byte).
func EncodeSparse(bias float64, weights map[uint32]float64) []byte {
	largest := 1e-9
	for _, w := range weights {
		largest = max(largest, math.Abs(w))
	}
	scale := largest / math.MaxInt8
	ids := make([]uint32, 0, len(weights))
	for id, w := range weights {
		if math.Round(w/scale) != 0 {
			ids = append(ids, id)
		}
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	counts := make([]byte, shelves)
	var rest, bytes []byte
	for _, id := range ids {
		if counts[id>>16] == math.MaxUint8 {
			continue // of a model that small hashes cannot tell apart anyway
		}
		counts[id>>16]++
		rest = binary.LittleEndian.AppendUint16(rest, uint16(id&0xffff))
		bytes = append(bytes, byte(int8(math.Round(weights[id]/scale))))
	}
	out := []byte(sparseMagic)
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(bias)))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(float32(scale)))
	return append(append(append(out, counts...), rest...), bytes...)
}

// DecodeSparse reads what EncodeSparse wrote and keeps the data.
func DecodeSparse(data []byte) (*Sparse, error) {
	bad := &claims.Error{Code: claims.CodeDamaged, What: "model", Reason: claims.Plain("the file is cut short or not a sparse linear model"), Advice: claims.Plain("run `go run ./cmd/train assess`")}
	const head = len(sparseMagic) + 8
	if len(data) < head+shelves || string(data[:len(sparseMagic)]) != sparseMagic {
		return nil, bad
	}
	s := &Sparse{starts: make([]uint32, shelves+1)}
	s.bias = math.Float32frombits(binary.LittleEndian.Uint32(data[len(sparseMagic):]))
	s.scale = math.Float32frombits(binary.LittleEndian.Uint32(data[len(sparseMagic)+4:]))
	for i, n := range data[head : head+shelves] {
		s.starts[i+1] = s.starts[i] + uint32(n)
	}
	n, data := int(s.starts[shelves]), data[head+shelves:]
	if len(data) != 3*n {
		return nil, bad
	}
	s.rest, s.weights = data[:2*n], data[2*n:]
	return s, nil
}
