package kit

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// Jobs runs work outside the interface goroutine and brings the results back
// to it. It is the only place of the interface that starts goroutines or calls
// fyne.Do: everything else in ui is written as if there were one thread.
//
// All methods except Post must be called on the interface goroutine.
type Jobs struct {
	post     func(func())
	interval time.Duration // between two looks at the progress of a job
	running  []*run        // in the order they were started
	slots    map[string]*run
	watchers []func()
	waits    patience
	workers  sync.WaitGroup
}

// Job is one piece of work.
type Job struct {
	// Name tells a person what is going on ("Reading 214 files"). A job
	// without a name is a quick query that no status line mentions.
	Name string
	// Slot makes the latest win: a job cancels the unfinished one of the same
	// slot, whose Done is then never called. Empty means that nothing is
	// cancelled.
	Slot string
	// Work runs outside the interface goroutine, must not touch a widget, and
	// returns soon after ctx is cancelled. It may call report from any
	// goroutine and as often as it likes.
	Work func(ctx context.Context, report func(Progress)) error
	// Patience is how long Run waits for the end of the work before it lets
	// the window go on: an answer that comes within it is drawn in the same
	// frame as what has asked for it, which halves the drawing. Where a frame
	// lasts longer than that, the wait may last as long as a frame.
	Patience time.Duration
	// Done runs on the interface goroutine when the work has ended: with nil,
	// with the error of Work, with context.Canceled after a cancellation by
	// the person, or with a *PanicError. It may be nil.
	Done func(error)
}

// Progress is how far a job has come. Total is 0 while it is unknown.
type Progress struct {
	Done, Total int
	Note        string // what is being worked on, such as a file name
}

// Status is a job as a status line shows it.
type Status struct {
	Name string
	Progress
	Cancel func()
}

// PanicError is a panic in a job, caught so that the window stays open.
type PanicError struct {
	Value any
	Stack []byte
}

// Error is a sentence for a person; Stack holds what a programmer needs.
func (e *PanicError) Error() string {
	return fmt.Sprintf("an internal fault stopped this task (%v)", e.Value)
}

type run struct {
	job        Job
	ctx        context.Context
	cancel     context.CancelFunc
	latest     atomic.Pointer[Progress]
	ended      chan error // holds the outcome for who waits in Run
	shown      Progress
	superseded bool
	finished   bool
}

const progressInterval = 100 * time.Millisecond

// NewJobs makes a runner. post hands a function to the interface goroutine and
// returns at once; nil means fyne.Do. Tests pass the Post of a kittest.Queue.
func NewJobs(post func(func())) *Jobs {
	if post == nil {
		post = fyne.Do
	}
	box := &mailbox{hand: post}
	return &Jobs{post: box.post, interval: progressInterval, slots: map[string]*run{}}
}

// Run starts a job and returns the function that cancels it.
func (j *Jobs) Run(job Job) (cancel func()) {
	ctx, stop := context.WithCancel(context.Background())
	r := &run{job: job, ctx: ctx, cancel: stop, ended: make(chan error, 1)}
	if job.Slot != "" {
		if old := j.slots[job.Slot]; old != nil {
			old.superseded = true
			old.cancel()
		}
		j.slots[job.Slot] = r
	}
	j.running = append(j.running, r)
	j.workers.Add(1)
	go j.supervise(r)
	j.changed()
	j.await(r)
	return stop
}

// Fetch runs a job that yields a value: the usual way to fill a screen. A
// newer query of the same slot makes this one's done never be called.
func Fetch[T any](j *Jobs, slot string, work func(ctx context.Context) (T, error), done func(T, error)) {
	FetchSoon(j, slot, 0, work, done)
}

// FetchSoon is Fetch with a patience (see Job).
func FetchSoon[T any](j *Jobs, slot string, patience time.Duration, work func(ctx context.Context) (T, error), done func(T, error)) {
	var value T
	j.Run(Job{
		Slot: slot, Patience: patience,
		Work: func(ctx context.Context, _ func(Progress)) (err error) {
			value, err = work(ctx)
			return err
		},
		Done: func(err error) { done(value, err) },
	})
}

// supervise waits for the work and looks at its progress at fixed intervals,
// so that a job may report ten thousand times without the window noticing.
func (j *Jobs) supervise(r *run) {
	defer j.workers.Done()
	ended := make(chan error, 1)
	go func() { ended <- r.work() }()
	tick := time.NewTicker(j.interval)
	defer tick.Stop()
	var seen *Progress
	for {
		select {
		case err := <-ended:
			r.ended <- err
			j.post(func() { j.finish(r, err) })
			return
		case <-tick.C:
			if p := r.latest.Load(); p != seen {
				seen = p
				j.post(func() { j.progress(r, *p) })
			}
		}
	}
}

func (r *run) work() (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{Value: v, Stack: debug.Stack()}
		}
	}()
	return r.job.Work(r.ctx, func(p Progress) { r.latest.Store(&p) })
}

func (j *Jobs) progress(r *run, p Progress) {
	if r.superseded {
		return
	}
	r.shown = p
	j.changed()
}

func (j *Jobs) finish(r *run, err error) {
	if r.finished {
		return
	}
	r.finished = true
	r.cancel()
	for i, other := range j.running {
		if other == r {
			j.running = append(j.running[:i], j.running[i+1:]...)
			break
		}
	}
	if j.slots[r.job.Slot] == r {
		delete(j.slots, r.job.Slot)
	}
	j.changed()
	if !r.superseded && r.job.Done != nil {
		r.job.Done(err)
	}
}

// Cancel ends the unfinished job of a slot as if a newer one had come: its
// Done is not called. It does nothing for an empty slot.
func (j *Jobs) Cancel(slot string) {
	if r := j.slots[slot]; r != nil {
		r.superseded = true
		r.cancel()
		delete(j.slots, slot)
	}
}

// Running lists the unfinished jobs that have a name, oldest first.
func (j *Jobs) Running() []Status {
	var out []Status
	for _, r := range j.running {
		if r.job.Name != "" && !r.superseded {
			out = append(out, Status{Name: r.job.Name, Progress: r.shown, Cancel: r.cancel})
		}
	}
	return out
}

// Watch calls f whenever Running has changed.
func (j *Jobs) Watch(f func()) { j.watchers = append(j.watchers, f) }

func (j *Jobs) changed() {
	for _, f := range j.watchers {
		f()
	}
}

// Post runs f on the interface goroutine soon. It may be called from any
// goroutine: events of the archive come in through it.
func (j *Jobs) Post(f func()) { j.post(f) }

// After runs f on the interface goroutine after d, unless stop is called first.
func (j *Jobs) After(d time.Duration, f func()) (stop func()) {
	stopped := false
	timer := time.AfterFunc(d, func() {
		j.post(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// Shutdown cancels every job and waits until the work has returned, at most
// for grace. It reports whether all of it has: only then may the archive be
// closed.
func (j *Jobs) Shutdown(grace time.Duration) bool {
	for _, r := range j.running {
		r.cancel()
	}
	idle := make(chan struct{})
	go func() { j.workers.Wait(); close(idle) }()
	select {
	case <-idle:
		return true
	case <-time.After(grace):
		return false
	}
}
