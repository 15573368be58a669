// Package kittest helps to test screens without a window: a queue in place of
// the interface goroutine, which the test pumps, and an app with the look of
// the real one.
//
//	q := kittest.NewQueue(t)
//	jobs := kit.NewJobs(q.Post)
//	screen := library.New(jobs, fakeDesk)
//	q.Until(func() bool { return screen.Count() == 3 })
package kittest

import (
	"sync"
	"testing"
	"time"
)

// Queue stands in for the interface goroutine: what is posted runs when the
// test pumps, on the goroutine of the test. So a test of concurrent work is as
// free of races as the program is.
type Queue struct {
	t     testing.TB
	mu    sync.Mutex
	tasks []func()
	wake  chan struct{}
}

// NewQueue makes an empty queue.
func NewQueue(t testing.TB) *Queue { return &Queue{t: t, wake: make(chan struct{}, 1)} }

// Post appends a task. It may be called from any goroutine.
func (q *Queue) Post(f func()) {
	q.mu.Lock()
	q.tasks = append(q.tasks, f)
	q.mu.Unlock()
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// Pump runs everything that is waiting, including what the tasks post
// themselves, and tells how many ran.
func (q *Queue) Pump() int {
	n := 0
	for {
		q.mu.Lock()
		tasks := q.tasks
		q.tasks = nil
		q.mu.Unlock()
		if len(tasks) == 0 {
			return n
		}
		for _, f := range tasks {
			f()
			n++
		}
	}
}

// patience is how long Until waits: long for a machine that is busy with
// other tests, never reached where the program is right.
const patience = 20 * time.Second

// Until pumps until the condition holds and fails the test if it never does.
func (q *Queue) Until(condition func() bool) {
	q.t.Helper()
	deadline := time.After(patience)
	for {
		q.Pump()
		if condition() {
			return
		}
		select {
		case <-q.wake:
		case <-deadline:
			q.t.Fatal("what the test waits for did not happen")
		}
	}
}

// Idle pumps and reports whether nothing has come for a moment: for pictures
// of what is filled by several jobs.
func (q *Queue) Idle() bool {
	q.t.Helper()
	q.Pump()
	time.Sleep(20 * time.Millisecond)
	return q.Pump() == 0
}
