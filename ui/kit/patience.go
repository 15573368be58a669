package kit

import "time"

// Patience is a good patience for an answer while typing: shorter than a frame.
const Patience = 15 * time.Millisecond

// patience measures how long the window takes for a frame, and lets a quick answer take
// as long. Without a graphics card a frame takes 20 to 60 ms. Who gives up after 15
// draws one without the answer, which comes meanwhile and waits for the end of it,
// and then another.
type patience struct {
	frame time.Duration // of late; 0 while none was measured
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

// waited notes a wait.
func (p *patience) waited(wait time.Duration, now time.Time) {
	p.spent += wait
	p.ended = now
}

// drew notes how long a frame took. One that other work of the machine has held up
// counts by a part.
func (p *patience) drew(frame time.Duration) {
	const part = 4
	if p.frame == 0 {
		p.frame = frame
	}
	p.frame += (frame - p.frame) / part
}

// await gives a patient job the chance to end at once. What is posted then runs when
// the frame has been drawn.
func (j *Jobs) await(r *run) {
	if r.job.Patience == 0 {
		return
	}
	began := time.Now()
	select {
	case err := <-r.ended:
		j.waits.waited(time.Since(began), time.Now())
		j.finish(r, err)
	case <-time.After(j.waits.allows(r.job.Patience, began)):
		j.waits.waited(time.Since(began), time.Now())
	}
	drawing := time.Now()
	j.post(func() { j.waits.drew(time.Since(drawing)) })
}
