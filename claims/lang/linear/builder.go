package linear

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// Weight is the weight of one class.
type Weight struct {
	Class int
	Value float64
}

// Builder collects the weights of a Model.
type Builder struct {
	features []builderFeature
}

type builderFeature struct {
	hash    uint64
	weights []Weight
}

// Set gives the weights of a feature.
func (b *Builder) Set(feature uint64, weights []Weight) {
	b.features = append(b.features, builderFeature{feature, weights})
}

// Bytes writes the model with weights of one byte each: scale is what a weight
// is multiplied with before it is rounded. Weights that round to less than
// least are left out, and so are features without any weight.
func (b *Builder) Bytes(scale float64, least int) []byte {
	kept := make([]builderFeature, 0, len(b.features))
	for _, f := range b.features {
		f.weights = quantise(f.weights, scale, least)
		if len(f.weights) > 0 {
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(x, y builderFeature) int { return cmp.Compare(x.hash, y.hash) })
	logBuckets := max(1, bits.Len(uint(len(kept)))-1) // one or two features in each
	starts := make([]byte, 0, (1<<logBuckets+1)*4)
	var records []byte
	next := 0
	for bucket := range uint64(1) << logBuckets {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(len(records)))
		for next < len(kept) && kept[next].hash>>(64-uint(logBuckets)) == bucket {
			records = appendRecord(records, kept[next])
			next++
		}
	}
	starts = binary.LittleEndian.AppendUint32(starts, uint32(len(records)))
	out := binary.LittleEndian.AppendUint32(nil, uint32(logBuckets))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(records)))
	return append(append(out, starts...), records...)
}

func appendRecord(records []byte, f builderFeature) []byte {
	records = binary.LittleEndian.AppendUint16(records, uint16(f.hash))
	records = append(records, byte(len(f.weights)))
	for _, w := range f.weights {
		records = append(records, byte(w.Class), byte(int8(w.Value)))
	}
	return records
}

// quantise rounds the weights to whole numbers that fit into a byte.
func quantise(weights []Weight, scale float64, least int) []Weight {
	var out []Weight
	for _, w := range weights {
		if w.Class < 0 || w.Class >= MostClasses {
			panic(fmt.Sprintf("class %d of %d", w.Class, MostClasses))
		}
		v := math.Round(max(-127, min(127, w.Value*scale)))
		if math.Abs(v) >= float64(least) && v != 0 {
			out = append(out, Weight{w.Class, v})
		}
	}
	return out
}
