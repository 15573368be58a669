package kit

import "time"

// Patience is a good patience for an answer while typing: shorter than a frame.
const Patience = 15 * time.Millisecond

// patience measures how long the window takes for a frame, and waits no longer for a
// quick answer. Without a graphics card a frame takes 20 to 60 ms. Who gives up after 15
// draws one without the answer, which comes meanwhile and waits for the end of it,
// and then another.
type patience struct {
	frame time.Duration // what the latest frame took that kept an answer waiting
	spent time.Duration // waited since the last frame
	ended time.Time     // of the last wait
}

const (
	// longestWait is what nobody feels between a key and its letter.
	longestWait = 50 * time.Millisecond
	// oneGo is the time within which waits are for the same frame: several letters that
	// lie there are handed over without a frame between.
	oneGo = 3 * time.Millisecond
)

// allows is how long an answer may be waited for.
func (p *patience) allows(base time.Duration, now time.Time) time.Duration {
	if now.Sub(p.ended) > oneGo {
		p.spent = 0
	}
	return max(base, min(p.frame, longestWait)) - p.spent
}

// waited notes a wait. One that was longer than it would have been without a measured
// frame lets the measure shrink, so that frames that have become quick are found out.
func (p *patience) waited(base, wait time.Duration, now time.Time) {
	const shrinks = 16
	p.spent += wait
	p.ended = now
	if wait > base {
		p.frame -= p.frame / shrinks
	}
}

// late learns from an answer that was not waited for to the end. Where it was ready
// long before the window came to it, the window drew a frame since the wait was left.
func (p *patience) late(left, ready, now time.Time) {
	if !left.IsZero() && now.Sub(ready) > oneGo {
		p.frame = now.Sub(left)
	}
}

// await gives a patient job the chance to end at once.
func (j *Jobs) await(r *run) {
	base := r.job.Patience
	if base == 0 {
		return
	}
	began := time.Now()
	select {
	case err := <-r.ended:
		j.waits.waited(base, time.Since(began), time.Now())
		j.finish(r, err)
	case <-time.After(j.waits.allows(base, began)):
		r.left = time.Now()
		j.waits.waited(base, r.left.Sub(began), r.left)
	}
}
