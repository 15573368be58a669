package match

import (
	"errors"
	"iter"
	"testing"

	"onrecord/claims"
)

// yields gives n documents, then an error where there is one, and notes how many
// were taken.
func yields(n int, end error, taken *int) iter.Seq2[Doc, error] {
	return func(yield func(Doc, error) bool) {
		for range n {
			*taken++
			if !yield(Doc{Kind: claims.KindStatement, Text: "the ferry sails"}, nil) {
				return
			}
		}
		if end != nil {
			yield(Doc{}, end)
		}
	}
}

func TestWhatIsReadAheadIsWholeAndInOrder(t *testing.T) {
	broken := errors.New("a page of the archive is damaged")
	for _, n := range []int{0, 1, 511, 512, 513, 5000} {
		for _, end := range []error{nil, broken} {
			taken, got := 0, 0
			var failed error
			for entry, err := range readAhead(yields(n, end, &taken)) {
				if err != nil {
					failed = err
				} else if entry != nil {
					got++
				}
			}
			if got != n || !errors.Is(failed, end) {
				t.Errorf("of %d documents %d came (%v, want %v)", n, got, failed, end)
			}
		}
	}
}

func TestReadingAheadEndsWithTheBuilding(t *testing.T) {
	taken, got := 0, 0
	for _, err := range readAhead(yields(100_000, nil, &taken)) {
		if err != nil {
			t.Fatal(err)
		}
		if got++; got == 3 {
			break
		}
	}
	if taken == 100_000 { // read without a lock: the reading has ended with the loop
		t.Error("all documents were read, though three were wanted")
	}
}
