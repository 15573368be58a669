package linear_test

import (
	"math"
	"testing"

	"onrecord/claims"
	"onrecord/claims/assess/linear"
)

func TestAModelSurvivesItsFile(t *testing.T) {
	m := linear.New(4, "no", "yes")
	for c := range m.Classes {
		for i := range m.Row(c) {
			m.Row(c)[i] = float32(i*(c+1)) - 9
		}
	}
	back, err := linear.Decode(m.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if back.Bits != m.Bits || back.Classes[1] != "yes" {
		t.Fatalf("%d bits, classes %v", back.Bits, back.Classes)
	}
	for i, w := range m.Weights {
		if math.Abs(float64(back.Weights[i]-w)) > 0.1 {
			t.Errorf("weight %d: %v became %v", i, w, back.Weights[i])
		}
	}
}

func TestAFeatureCountsOnce(t *testing.T) {
	once, twice := linear.NewBag(2), linear.NewBag(2)
	once.Add("w", "tax")
	twice.Add("w", "tax")
	twice.Add("w", "tax")
	if len(twice.IDs()) != 1 || once.IDs()[0] != twice.IDs()[0] {
		t.Errorf("%v, %v", once.IDs(), twice.IDs())
	}
	apart := linear.NewBag(2)
	apart.Add("wt", "ax")
	if apart.IDs()[0] == once.IDs()[0] {
		t.Error("the parts of a feature run together")
	}
}

func TestProbabilitiesAddUp(t *testing.T) {
	m := linear.New(3, "a", "b", "c")
	m.Row(1)[0] = 2
	p := m.Probabilities([]uint32{1, 1 << 31})
	if math.Abs(p[0]+p[1]+p[2]-1) > 1e-9 || p[1] < p[0] {
		t.Errorf("%v", p)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(linear.New(2, "a", "b").Encode())
	f.Add([]byte("ORLIN1\x01\x18"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := linear.Decode(data); err != nil && claims.CodeOf(err) != claims.CodeDamaged || err == nil && m == nil {
			t.Fatal(m, err)
		}
	})
}
