package linear_test

import (
	"math"
	"testing"

	"onrecord/claims"
	"onrecord/claims/assess/linear"
)

func TestASparseModelSurvivesItsFile(t *testing.T) {
	weights := map[uint32]float64{3: -1, 0x00010003: 2, 0x00010004: 0.5, math.MaxUint32: 1.25, 77: 1e-6}
	m, err := linear.DecodeSparse(linear.EncodeSparse(0.25, weights))
	if err != nil {
		t.Fatal(err)
	}
	for id, w := range weights {
		if got := (m.Score([]uint32{id}) - 0.25) / linear.Share(1); math.Abs(got-w) > 0.01 {
			t.Errorf("feature %x weighs %v, want %v", id, got, w)
		}
	}
	if got := m.Score([]uint32{4, 0x00020003}); got != 0.25 {
		t.Errorf("unknown features give %v, want the bias alone", got)
	}
	if got, want := m.Score([]uint32{3, 0x00010003}), 0.25+linear.Share(2); math.Abs(got-want) > 0.02 {
		t.Errorf("two features give %v, want %v", got, want)
	}
}

func TestADamagedSparseModelIsRefused(t *testing.T) {
	data := linear.EncodeSparse(0, map[uint32]float64{1: 1, 2: -1})
	for _, n := range []int{0, 5, 14, 1000, len(data) - 1} {
		if _, err := linear.DecodeSparse(data[:n]); claims.CodeOf(err) != claims.CodeDamaged {
			t.Errorf("%d bytes of %d: %v", n, len(data), err)
		}
	}
}

func FuzzDecodeSparse(f *testing.F) {
	f.Add(linear.EncodeSparse(1, map[uint32]float64{1: 1, 1 << 20: -1}), uint32(1))
	f.Add([]byte("ORSPA1"), uint32(0))
	f.Fuzz(func(t *testing.T, data []byte, id uint32) {
		m, err := linear.DecodeSparse(data)
		if err != nil {
			if claims.CodeOf(err) != claims.CodeDamaged {
				t.Fatal(err)
			}
			return
		}
		m.Score([]uint32{id})
	})
}
