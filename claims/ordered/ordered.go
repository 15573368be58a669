// Package ordered works on many things at once and hands the results out in
// the order of the input, so that parallel work stays deterministic.
package ordered

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// Map calls f for every input on as many goroutines as there are processors
// and yields the results in the order of the input. No more than a few results
// beyond the one that is awaited are held: a slow consumer slows the work
// down. When the context ends or the loop is left, nothing new is begun, and
// Map returns after the calls under way.
func Map[In, Out any](ctx context.Context, inputs []In, f func(context.Context, In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		workers := runtime.GOMAXPROCS(0)
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()

		window := make(chan chan Out, 2*workers) // results in order, finished or not
		tasks := make(chan func(), 2*workers)
		running.Add(workers)
		for range workers {
			go func() {
				defer running.Done()
				for task := range tasks {
					task()
				}
			}()
		}
		running.Add(1)
		go func() {
			defer running.Done()
			defer close(tasks)
			defer close(window)
			for _, in := range inputs {
				result := make(chan Out, 1)
				select {
				case window <- result:
				case <-ctx.Done():
					return
				}
				tasks <- func() { result <- f(ctx, in) }
			}
		}()
		for result := range window {
			out := <-result
			if ctx.Err() != nil || !yield(out) {
				return
			}
		}
	}
}
