// Package linear is a linear model over hashed features: small, fast and the
// same on every machine. It holds weights and scores; cmd/train learns them.
package linear

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"onrecord/claims"
)

// Bag collects the features of one text as hashes.
type Bag struct{ ids []uint32 }

// NewBag is a bag with room for about so many features.
func NewBag(room int) *Bag { return &Bag{ids: make([]uint32, 0, room+64)} }

// Add puts in the feature that the parts name together.
func (b *Bag) Add(parts ...string) {
	// FNV-1a, 32 bits, with a separator after every part.
	h := uint32(2166136261)
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint32(p[i])) * 16777619
		}
		h = (h ^ 0xff) * 16777619
	}
	b.ids = append(b.ids, h)
}

// IDs gives the features in ascending order, each once.
func (b *Bag) IDs() []uint32 {
	slices.Sort(b.ids)
	b.ids = slices.Compact(b.ids)
	return b.ids
}

// AddIf puts the feature in where the condition holds.
func (b *Bag) AddIf(on bool, name string) {
	if on {
		b.Add(name)
	}
}

// Model has one weight for every class and bucket of features. A text's
// features share a weight of one, so that long texts score like short ones.
type Model struct {
	Classes []string
	Bits    int       // the number of buckets is 2 to this power
	Weights []float32 // class by class, the bias in front: (1 + 2^Bits) each
}

// New is a model without knowledge.
func New(bits int, classes ...string) *Model {
	return &Model{Classes: classes, Bits: bits, Weights: make([]float32, len(classes)*(1+1<<bits))}
}

// Bucket is the index in a class's weights of a feature.
func (m *Model) Bucket(id uint32) int { return 1 + int(id>>(32-m.Bits)) }

// Row is the weights of one class.
func (m *Model) Row(class int) []float32 {
	n := 1 + 1<<m.Bits
	return m.Weights[class*n : (class+1)*n]
}

// Share is what one of n features counts.
func Share(n int) float64 { return 4 / math.Sqrt(float64(n)+1) }

// Score gives the sum of the weights for one class.
func (m *Model) Score(class int, ids []uint32) float64 {
	row, sum := m.Row(class), 0.0
	for _, id := range ids {
		sum += float64(row[m.Bucket(id)])
	}
	return float64(row[0]) + sum*Share(len(ids))
}

// Probabilities is the softmax of the scores, in the order of the classes.
func (m *Model) Probabilities(ids []uint32) []float64 {
	out := make([]float64, len(m.Classes))
	highest := math.Inf(-1)
	for c := range out {
		out[c] = m.Score(c, ids)
		highest = max(highest, out[c])
	}
	total := 0.0
	for c := range out {
		out[c] = math.Exp(out[c] - highest)
		total += out[c]
	}
	for c := range out {
		out[c] /= total
	}
	return out
}

// magic opens a model file; the last character is its version.
const magic = "ORLIN1"

// Encode writes the model with eight bits for a weight. Layout, little-endian:
// magic, number of classes, bits, then for each class its name (length, bytes),
// the scale (float32), the bias (float32) and one signed byte for each bucket.
func (m *Model) Encode() []byte {
	out := append([]byte(magic), byte(len(m.Classes)), byte(m.Bits))
	for c, name := range m.Classes {
		row := m.Row(c)
		out = append(out, byte(len(name)))
		out = append(out, name...)
		largest := float32(1e-9)
		for _, w := range row[1:] {
			largest = max(largest, float32(math.Abs(float64(w))))
		}
		scale := largest / math.MaxInt8
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(scale))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(row[0]))
		for _, w := range row[1:] {
			out = append(out, byte(int8(math.Round(float64(w/scale)))))
		}
	}
	return out
}

// Decode reads what Encode wrote.
func Decode(data []byte) (*Model, error) {
	bad := &claims.Error{Code: claims.CodeDamaged, What: "model", Reason: claims.Plain("the file is cut short or not a linear model"), Advice: claims.Plain("run `go run ./cmd/train assess`")}
	if len(data) < len(magic)+2 || string(data[:len(magic)]) != magic {
		return nil, bad
	}
	classes, bits := int(data[len(magic)]), int(data[len(magic)+1])
	data = data[len(magic)+2:]
	if bits < 1 || bits > 24 || len(data) < classes<<bits {
		return nil, bad
	}
	m := New(bits, make([]string, classes)...)
	for c := range m.Classes {
		if len(data) < 1 || len(data) < 9+int(data[0])+1<<bits {
			return nil, fmt.Errorf("class %d: %w", c, bad)
		}
		n := int(data[0])
		m.Classes[c] = string(data[1 : 1+n])
		scale := math.Float32frombits(binary.LittleEndian.Uint32(data[1+n:]))
		row := m.Row(c)
		row[0] = math.Float32frombits(binary.LittleEndian.Uint32(data[5+n:]))
		for i, b := range data[9+n : 9+n+1<<bits] {
			row[1+i] = float32(int8(b)) * scale
		}
		data = data[9+n+1<<bits:]
	}
	return m, nil
}
