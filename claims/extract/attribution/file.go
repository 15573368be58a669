package attribution

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"

	"onrecord/assets"
	"onrecord/claims"
)

// The model file: a magic word, the working point, then each table as its
// scale and one signed byte a weight. All numbers are little-endian.
const (
	magic     = "ONRATTR4"
	modelName = "models/attribution.bin"

	optionsSize = 4 * 8
)

func (m *Model) tables() []*table {
	return []*table{&m.glance, &m.cue, &m.span, &m.source, &m.extent}
}

// Write saves the model, each weight rounded to one byte.
func (m *Model) Write(w io.Writer) error {
	head := []any{[]byte(magic), m.options, m.known[:], m.judge.pack()}
	for _, v := range head {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return fmt.Errorf("attribution model: %w", err)
		}
	}
	for _, t := range m.tables() {
		q := t.quantized()
		if err := binary.Write(w, binary.LittleEndian, q.scale); err != nil {
			return fmt.Errorf("attribution model: %w", err)
		}
		if err := binary.Write(w, binary.LittleEndian, q.weights); err != nil {
			return fmt.Errorf("attribution model: %w", err)
		}
	}
	return nil
}

// quantized rounds the weights to 255 levels. The largest weights, one in ten
// thousand, are clipped so that the small ones keep their differences.
func (t *table) quantized() table {
	if t.learned == nil {
		return *t
	}
	limit := clipAt(t.learned)
	scale := limit / 127
	q := table{weights: new([1 << tableBits]int8), scale: scale}
	for i, w := range t.learned {
		v := math.Round(float64(w / scale))
		q.weights[i] = int8(max(-127, min(127, v)))
	}
	return q
}

// clipAt is the size that all but one in ten thousand of the weights stay below.
func clipAt(weights []float32) float32 {
	const steps = 4096
	top := float32(1e-6)
	for _, w := range weights {
		top = max(top, w, -w)
	}
	var count [steps + 1]int
	used := 0
	for _, w := range weights {
		if w != 0 {
			count[int(max(w, -w)/top*steps)]++
			used++
		}
	}
	over := 0
	for i := steps; i > 0; i-- {
		if over += count[i]; over > used/10000 {
			return top * float32(i+1) / steps
		}
	}
	return top
}

// Read loads a model that Write has saved.
func Read(data string) (*Model, error) {
	const header = len(magic) + optionsSize + len(vocabulary{}) + judgeSize
	size := 4 + 1<<tableBits
	m := &Model{}
	if len(data) != header+len(m.tables())*size || data[:len(magic)] != magic {
		return nil, claims.Invalid("attribution model", claims.Say("error.damagedOrAnother", "is damaged or of another version; install Onrecord again"))
	}
	number := func(at int) float64 {
		return math.Float64frombits(binary.LittleEndian.Uint64([]byte(data[at : at+8])))
	}
	m.options = Options{Glance: number(len(magic)), Prior: number(len(magic) + 8), Cued: number(len(magic) + 16), Keep: number(len(magic) + 24)}
	copy(m.known[:], data[len(magic)+optionsSize:])
	m.judge.unpack(data[header-judgeSize : header])
	at := header
	for _, t := range m.tables() {
		t.scale = math.Float32frombits(binary.LittleEndian.Uint32([]byte(data[at : at+4])))
		t.weights = new([1 << tableBits]int8)
		for i, w := range []byte(data[at+4 : at+size]) {
			t.weights[i] = int8(w)
		}
		at += size
	}
	return m, nil
}

// Default is the model that travels inside the program. It panics where the
// program was built with a damaged one, which a test rules out.
var Default = sync.OnceValue(func() *Model {
	data, err := assets.Models.ReadFile(modelName)
	if err != nil {
		panic(err)
	}
	m, err := Read(string(data))
	if err != nil {
		panic(err)
	}
	return m
})
