package kit

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"onrecord/ui/kit/kittest"
)

func newTestJobs(t *testing.T) (*Jobs, *kittest.Queue) {
	t.Helper()
	q := kittest.NewQueue(t)
	j := NewJobs(q.Post)
	j.interval = time.Millisecond
	t.Cleanup(func() {
		if !j.Shutdown(10 * time.Second) {
			t.Error("a job went on after the shutdown")
		}
	})
	return j, q
}

func TestAJobEndsOnTheInterfaceGoroutine(t *testing.T) {
	j, q := newTestJobs(t)
	touched := 0 // written without a lock: the race detector is the judge
	ended := false
	j.Run(Job{
		Work: func(context.Context, func(Progress)) error { return nil },
		Done: func(err error) {
			touched++
			ended = err == nil
		},
	})
	touched++
	q.Until(func() bool { return ended })
	if touched != 2 {
		t.Errorf("touched %d times, want 2", touched)
	}
}

func TestTheLatestQueryWins(t *testing.T) {
	j, q := newTestJobs(t)
	var shown []string
	ask := func(text string, gate chan struct{}) {
		Fetch(j, "search", func(context.Context) (string, error) {
			<-gate // the slow one does not even look at its context
			return text, nil
		}, func(got string, _ error) { shown = append(shown, got) })
	}
	slow, quick := make(chan struct{}), make(chan struct{})
	ask("s", slow)
	ask("sp", quick)
	close(quick)
	q.Until(func() bool { return len(shown) == 1 })
	close(slow)
	q.Until(func() bool { return len(j.running) == 0 })
	if strings.Join(shown, ",") != "sp" {
		t.Errorf("shown %q: an old answer came through", shown)
	}
}

func TestCancelReachesTheWorkAndDoneIsTold(t *testing.T) {
	j, q := newTestJobs(t)
	var got error
	cancel := j.Run(Job{
		Name: "Reading files",
		Work: func(ctx context.Context, _ func(Progress)) error {
			<-ctx.Done()
			return ctx.Err()
		},
		Done: func(err error) { got = err },
	})
	if n := len(j.Running()); n != 1 {
		t.Fatalf("%d jobs are running, want 1", n)
	}
	cancel()
	q.Until(func() bool { return got != nil })
	if !errors.Is(got, context.Canceled) || len(j.Running()) != 0 {
		t.Errorf("got %v with %d still running", got, len(j.Running()))
	}
}

func TestProgressIsLookedAtNotPushed(t *testing.T) {
	j, q := newTestJobs(t)
	updates := 0
	j.Watch(func() { updates++ })
	release := make(chan struct{})
	j.Run(Job{
		Name: "Counting",
		Work: func(_ context.Context, report func(Progress)) error {
			for i := range 10000 {
				report(Progress{Done: i + 1, Total: 10000})
			}
			<-release
			return nil
		},
	})
	q.Until(func() bool { return len(j.Running()) == 1 && j.Running()[0].Done == 10000 })
	close(release)
	q.Until(func() bool { return len(j.Running()) == 0 })
	if updates > 1000 {
		t.Errorf("10,000 reports became %d updates of the window", updates)
	}
}

func TestAPanicBecomesAnErrorAPersonCanRead(t *testing.T) {
	j, q := newTestJobs(t)
	var got error
	j.Run(Job{
		Work: func(context.Context, func(Progress)) error { panic("index out of range") },
		Done: func(err error) { got = err },
	})
	q.Until(func() bool { return got != nil })
	var fault *PanicError
	if !errors.As(got, &fault) || len(fault.Stack) == 0 || !strings.Contains(got.Error(), "internal fault") {
		t.Errorf("got %v", got)
	}
}

func TestAStoppedTimerDoesNotFire(t *testing.T) {
	j, q := newTestJobs(t)
	fired, other := false, false
	stop := j.After(time.Millisecond, func() { fired = true })
	time.Sleep(5 * time.Millisecond) // already posted, not yet run
	stop()
	j.After(time.Millisecond, func() { other = true })
	q.Until(func() bool { return other })
	if fired {
		t.Error("a stopped timer fired")
	}
}

func TestAQuickAnswerIsThereBeforeTheWindowGoesOn(t *testing.T) {
	j, q := newTestJobs(t)
	var shown []string
	show := func(got string, _ error) { shown = append(shown, got) }
	FetchSoon(j, "search", time.Minute, func(context.Context) (string, error) { return "bridge", nil }, show)
	if len(shown) != 1 {
		t.Fatalf("shown %q without a pump, want the answer", shown)
	}
	q.Until(func() bool { return q.Idle() })
	if len(shown) != 1 {
		t.Errorf("shown %q: the answer came twice", shown)
	}
}

func TestASlowAnswerDoesNotHoldTheWindow(t *testing.T) {
	j, q := newTestJobs(t)
	var shown []string
	gate := make(chan struct{})
	FetchSoon(j, "search", time.Millisecond, func(context.Context) (string, error) {
		<-gate
		return "bridge", nil
	}, func(got string, _ error) { shown = append(shown, got) })
	if len(shown) != 0 {
		t.Fatalf("shown %q before the answer", shown)
	}
	close(gate)
	q.Until(func() bool { return len(shown) == 1 })
}
