package suggest

import (
	"encoding/binary"
	"io"
	"math"
	"slices"
	"sync"

	"onrecord/assets"
	"onrecord/claims"
)

// frequencyName is the table of how often words stand in news; cmd/train
// counts it.
const frequencyName = "models/frequency.bin"

// frequencies tell in what share of articles stems stand. Keys are sorted.
type frequencies struct {
	all     uint32
	keys    []uint32
	holding []uint16
}

// EncodeFrequencies writes in how many of all articles each stem stands. Stems
// of a single article are left out.
func EncodeFrequencies(w io.Writer, holding map[string]int, all int) error {
	f := frequencies{all: uint32(all)} //nolint:gosec // thousands
	counts := map[uint32]uint16{}
	for s, n := range holding {
		if n > 1 {
			counts[stemKey(s)] = max(counts[stemKey(s)], uint16(min(n, 1<<16-1))) //nolint:gosec // limited
		}
	}
	for k := range counts {
		f.keys = append(f.keys, k)
	}
	slices.Sort(f.keys)
	for _, k := range f.keys {
		f.holding = append(f.holding, counts[k])
	}
	for _, part := range []any{f.all, f.keys, f.holding} {
		if err := binary.Write(w, binary.LittleEndian, part); err != nil {
			return err
		}
	}
	return nil
}

// inNews is the table that travels inside the program.
var inNews = sync.OnceValue(func() *frequencies {
	const perRow = 6 // bytes
	data, err := assets.Models.ReadFile(frequencyName)
	if err == nil && (len(data) < 4 || (len(data)-4)%perRow != 0) {
		err = claims.Invalid("frequencies", claims.Say("error.areDamagedInstall", "are damaged; install Onrecord again"))
	}
	if err != nil {
		panic(err)
	}
	n := (len(data) - 4) / perRow
	f := &frequencies{binary.LittleEndian.Uint32(data), make([]uint32, n), make([]uint16, n)}
	for i := range n {
		f.keys[i] = binary.LittleEndian.Uint32(data[4+4*i:])
		f.holding[i] = binary.LittleEndian.Uint16(data[4+4*n+2*i:])
	}
	return f
})

// share is the share of articles that hold a stem, one half of an article for
// a stem that none holds.
func (f *frequencies) share(stem string) float64 {
	n := 0.5
	if i, ok := slices.BinarySearch(f.keys, stemKey(stem)); ok {
		n = float64(f.holding[i])
	}
	return n / float64(f.all)
}

// rarity is the logarithm of one over the share of articles that hold a stem,
// as far as that can be told.
func (f *frequencies) rarity(stem string) float64 {
	return -math.Log(min(max(f.share(stem), outOfTheWay), 0.9))
}

// knows reports whether several articles hold a stem that is not written as a
// name.
func (f *frequencies) knows(stem string) bool {
	_, ok := slices.BinarySearch(f.keys, stemKey(stem))
	return ok
}
