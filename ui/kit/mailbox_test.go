package kit

import (
	"slices"
	"testing"
)

func TestWhatIsPostedMeanwhileIsHandedOverAtOnce(t *testing.T) {
	var handed []func()
	j := NewJobs(func(f func()) { handed = append(handed, f) })
	var ran []int
	for n := range 5 {
		j.Post(func() { ran = append(ran, n) })
	}
	if len(handed) != 1 {
		t.Fatalf("%d things were handed over, each of which may wait for a frame", len(handed))
	}
	j.Post(func() { j.Post(func() { ran = append(ran, 6) }) })
	handed[0]()
	if want := []int{0, 1, 2, 3, 4}; !slices.Equal(ran, want) {
		t.Errorf("ran %v, want %v", ran, want)
	}
	if len(handed) != 2 {
		t.Fatalf("what is posted by what was posted was handed over %d times", len(handed)-1)
	}
	handed[1]()
	if ran[len(ran)-1] != 6 {
		t.Errorf("ran %v", ran)
	}
}
