package ordered

import (
	"context"
	"sync/atomic"
	"testing"
	"time"
)

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func TestMapKeepsTheOrder(t *testing.T) {
	slowFirst := func(_ context.Context, n int) int {
		if n%7 == 0 {
			time.Sleep(time.Millisecond)
		}
		return n * n
	}
	next := 0
	for got := range Map(context.Background(), numbers(200), slowFirst) {
		if got != next*next {
			t.Fatalf("place %d holds %d", next, got)
		}
		next++
	}
	if next != 200 {
		t.Errorf("%d results of 200", next)
	}
}

func TestMapStopsWhenTheLoopIsLeft(t *testing.T) {
	var begun atomic.Int64
	for got := range Map(context.Background(), numbers(100000), func(_ context.Context, n int) int { begun.Add(1); return n }) {
		if got == 5 {
			break
		}
	}
	if n := begun.Load(); n > 1000 {
		t.Errorf("%d calls were begun for 6 results", n)
	}
}

func TestMapStopsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range Map(ctx, numbers(100000), func(_ context.Context, n int) int { return n }) {
		if n++; n == 10 {
			cancel()
		}
	}
	if n > 1000 {
		t.Errorf("%d results after the cancel", n)
	}
}
