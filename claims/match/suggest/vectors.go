package suggest

import (
	"encoding/binary"
	"io"
	"math"
	"slices"
	"sort"
	"sync"

	"onrecord/assets"
	"onrecord/claims"
)

// vectorsName is the table of vectors of words; cmd/train makes it.
const vectorsName = "models/vectors.bin"

// vectors are directions of stems: those that stand in like contexts point
// alike. Keys are sorted.
type vectors struct {
	size int
	keys []uint32
	rows []int8 // size numbers a key, of length 127
}

// EncodeVectors writes the directions of the vectors of stems.
func EncodeVectors(w io.Writer, stems []string, of [][]float64) error {
	order := make([]int, len(stems))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return stemKey(stems[order[i]]) < stemKey(stems[order[j]]) })
	v := vectors{size: len(of[0])}
	for _, i := range order {
		v.keys = append(v.keys, stemKey(stems[i]))
		norm := 0.0
		for _, x := range of[i] {
			norm += x * x
		}
		for _, x := range of[i] {
			v.rows = append(v.rows, int8(math.Round(math.MaxInt8*x/max(math.Sqrt(norm), 1e-12))))
		}
	}
	for _, part := range []any{uint32(v.size), uint32(len(v.keys)), v.keys, v.rows} { //nolint:gosec // thousands
		if err := binary.Write(w, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	return nil
}

// wordVectors is the table that travels inside the program.
var wordVectors = sync.OnceValue(func() *vectors {
	data, err := assets.Models.ReadFile(vectorsName)
	if err == nil {
		var v *vectors
		if v, err = readVectors(data); err == nil {
			return v
		}
	}
	panic(err)
})

func readVectors(data []byte) (*vectors, error) {
	damaged := claims.Invalid("vectors", claims.Say("error.areDamagedInstall", "are damaged; install Onrecord again"))
	if len(data) < 8 {
		return nil, damaged
	}
	v := &vectors{size: int(binary.LittleEndian.Uint32(data))}
	n := int(binary.LittleEndian.Uint32(data[4:]))
	if data = data[8:]; len(data) != n*(4+v.size) {
		return nil, damaged
	}
	v.keys, v.rows = make([]uint32, n), make([]int8, n*v.size)
	for i := range n {
		v.keys[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	for i, b := range data[4*n:] {
		v.rows[i] = int8(b) //nolint:gosec // written as such
	}
	return v, nil
}

// of gives the direction of a stem, nil for one that is not known.
func (v *vectors) of(stem string) []int8 {
	if i, ok := slices.BinarySearch(v.keys, stemKey(stem)); ok {
		return v.rows[i*v.size : (i+1)*v.size]
	}
	return nil
}
