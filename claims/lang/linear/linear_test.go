package linear

import (
	"math/rand/v2"
	"testing"
)

func TestModelGivesBackItsWeights(t *testing.T) {
	var b Builder
	features := make([]uint64, 500)
	for i := range features {
		features[i] = Mix(1, uint32(i), 7)
		b.Set(features[i], []Weight{{Class: i % 5, Value: float64(i%100) + 1}, {Class: 6, Value: -2}, {Class: 7, Value: 0.3}})
	}
	m, err := ReadModel(b.Bytes(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range features {
		var s Scores
		m.Sum([]uint64{f}, &s)
		if s[i%5] != int32(i%100)+1 || s[6] != -2 || s[7] != 0 {
			t.Fatalf("feature %d: %v", i, s[:8])
		}
	}
	var all Scores
	m.Sum(features[:60], &all)
	if all[6] != -120 {
		t.Errorf("sum of sixty features: %d", all[6])
	}
	var none Scores
	m.Sum([]uint64{Mix(2, 3, 4)}, &none)
	if none != (Scores{}) {
		t.Errorf("an unknown feature weighs %v", none)
	}
	if all.Best(8) == 6 {
		t.Error("the class with negative weights is not the best")
	}
}

// A model is unfolded into slots that overflow into each other; what is found
// must not depend on how crowded they are.
func TestModelFindsEveryFeatureOfCrowdedBuckets(t *testing.T) {
	var b Builder
	random := rand.New(rand.NewPCG(3, 4))
	want := map[uint64][]Weight{}
	for i := range 4000 {
		feature := random.Uint64()
		if i%2 == 0 {
			feature = feature>>6 | 0x5<<60 // a sixteenth of the room for half of them
		}
		weights := make([]Weight, 1+i%9)
		for j := range weights {
			weights[j] = Weight{Class: (i + 7*j) % MostClasses, Value: float64(1 + random.IntN(100))}
		}
		b.Set(feature, weights)
		want[feature] = weights
	}
	m, err := ReadModel(b.Bytes(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	for feature, weights := range want {
		var expect, got Scores
		for _, w := range weights {
			expect[w.Class] += int32(w.Value)
		}
		if m.Sum([]uint64{feature}, &got); got != expect {
			t.Fatalf("feature %x: got %v, want %v", feature, got, expect)
		}
	}
}

func TestModelRoundsAndPrunes(t *testing.T) {
	var b Builder
	b.Set(Mix(1, 1, 1), []Weight{{Class: 0, Value: 1000}, {Class: 1, Value: 0.2}, {Class: 2, Value: -0.6}})
	b.Set(Mix(1, 2, 1), []Weight{{Class: 0, Value: 0.1}})
	m, err := ReadModel(b.Bytes(10, 3))
	if err != nil {
		t.Fatal(err)
	}
	var s Scores
	m.Sum([]uint64{Mix(1, 1, 1), Mix(1, 2, 1)}, &s)
	if s[0] != 127 || s[1] != 0 || s[2] != -6 {
		t.Errorf("got %v", s[:3])
	}
}

func TestTableKeepsTheHeaviestRows(t *testing.T) {
	rows := []Row{
		{Feature: 0x0001_0000_0000_0001, Weights: [Lanes - 1]int8{5, -7}},
		{Feature: 0x0002_0000_0000_0001, Weights: [Lanes - 1]int8{-127, 127}},
		{Feature: 0x0003_0000_0000_0001, Weights: [Lanes - 1]int8{1, 1}}, // the third in one pair
		{Feature: 0x0004_0000_0000_0002, Weights: [Lanes - 1]int8{2, 2}},
	}
	table, err := ReadTable(PackTable(rows, 4))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][Lanes]int32{{0, 5, -7}, {0, -127, 127}, {}, {0, 2, 2}} {
		if got := table.Sum([]uint64{rows[i].Feature}); got != want {
			t.Errorf("row %d: got %v, want %v", i, got, want)
		}
	}
	if got := table.Sum([]uint64{rows[0].Feature, rows[1].Feature, rows[3].Feature, 99}); got != [Lanes]int32{0, -120, 122} {
		t.Errorf("sum: %v", got)
	}
	many := make([]uint64, 256)
	for i := range many {
		many[i] = rows[1].Feature
	}
	if got := table.Sum(many); got != [Lanes]int32{0, -127 * 256, 127 * 256} {
		t.Errorf("sum of as many features as fit: %v", got)
	}
}

func TestSureAnswersOnlyWhereThereIsNoDoubt(t *testing.T) {
	b := NewSureBuilder(1)
	add := func(times int, key uint32, answer uint8) {
		for range times {
			b.Add([]uint32{key}, answer)
		}
	}
	add(100, 0x11111100, 3)
	add(99, 0x22222201, 2)
	add(1, 0x22222201, 1)
	add(5, 0x33333302, 4) // too rare
	add(100, 0x44444403, 5)
	add(5, 0x44444403, 6) // in doubt
	s, err := ReadSure(b.Bytes(4, 50, 0.99))
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[uint32]int{0x11111100: 3, 0x22222201: 2, 0x33333302: -1, 0x44444403: -1, 0x55555500: -1} {
		got := -1
		if answer, ok := s.Answer([]uint32{key}); ok {
			got = int(answer)
		}
		if got != want {
			t.Errorf("key %x: got %d, want %d", key, got, want)
		}
	}
}

func TestSureAsksTheNextKeyWhereOneLeavesDoubt(t *testing.T) {
	b := NewSureBuilder(2)
	for range 60 {
		b.Add([]uint32{0x11111100, 0x77777701}, 1) // the first key is in doubt, the second is not
		b.Add([]uint32{0x11111100, 0x88888802}, 2)
		b.Add([]uint32{0x22222203, 0x99999904}, 3) // the first key says all
	}
	s, err := ReadSure(b.Bytes(4, 50, 0.99))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		keys []uint32
		want int
	}{
		{[]uint32{0x11111100, 0x77777701}, 1},
		{[]uint32{0x11111100, 0x88888802}, 2},
		{[]uint32{0x22222203, 0x55555500}, 3},
		{[]uint32{0x11111100}, -1},
		{[]uint32{0x99999904}, -1}, // not needed, so not kept
	} {
		got := -1
		if answer, ok := s.Answer(c.keys); ok {
			got = int(answer)
		}
		if got != c.want {
			t.Errorf("keys %x: got %d, want %d", c.keys, got, c.want)
		}
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	var b Builder
	b.Set(1, []Weight{{Class: 1, Value: 1}})
	model := b.Bytes(1, 1)
	for n := range len(model) {
		if _, err := ReadModel(model[:n]); err == nil {
			t.Errorf("a model of %d bytes of %d was read", n, len(model))
		}
	}
	model[len(model)-2] = MostClasses // the class of the last weight
	if _, err := ReadModel(model); err == nil {
		t.Errorf("a weight for class %d was read", MostClasses)
	}
	packed := Pack([]byte("one"), nil, []byte("three"))
	for n := range len(packed) {
		if _, err := Unpack(packed[:n], 3); err == nil {
			t.Errorf("a file of %d bytes of %d was read", n, len(packed))
		}
	}
	for _, n := range []int{0, 4, 12, 24, 36} {
		if _, err := ReadTable(make([]byte, n)); err == nil {
			t.Errorf("a table of %d bytes was read", n)
		}
	}
	if _, err := ReadSure(make([]byte, 12)); err == nil {
		t.Error("a table of three places was read")
	}
}

// FuzzReadModel checks that no file makes reading or adding up fail other than
// with an error.
func FuzzReadModel(f *testing.F) {
	var b Builder
	for i := range 20 {
		b.Set(Mix(1, uint32(i), 0), []Weight{{Class: i, Value: 1}, {Class: i + 1, Value: -2}, {Class: 40, Value: 3}, {Class: 41, Value: 4}}[:1+i%4])
	}
	f.Add(b.Bytes(1, 1))
	f.Add([]byte(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ReadModel(data)
		if err != nil {
			return
		}
		features := make([]uint64, 64)
		for i := range features {
			features[i] = Mix(1, uint32(i), 0)
		}
		features[0], features[1] = 0, 1<<64-1
		var one, all Scores
		for _, feature := range features {
			m.Sum([]uint64{feature}, &one)
		}
		if m.Sum(features, &all); one != all {
			t.Errorf("one by one %v, together %v", one, all)
		}
	})
}
