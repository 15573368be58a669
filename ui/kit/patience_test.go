package kit

import (
	"testing"
	"time"
)

func TestAnAnswerIsWaitedForAsLongAsAFrameLasts(t *testing.T) {
	const ms = time.Millisecond
	var p patience
	now := time.Unix(1000, 0)
	for _, step := range []struct{ frame, want time.Duration }{
		{2 * ms, 15 * ms}, // with a graphics card
		{35 * ms, 15 * ms},
		{35 * ms, 16 * ms},
		{5 * time.Second, longestWait},
	} {
		p.drew(step.frame)
		if got := p.allows(15*ms, now).Truncate(ms); got != step.want {
			t.Errorf("waits %v after a frame of %v, want %v", got, step.frame, step.want)
		}
	}
	p = patience{}
	if p.drew(35 * ms); p.allows(15*ms, now) != 35*ms {
		t.Errorf("waits %v after the first frame", p.allows(15*ms, now))
	}
}

func TestLettersThatComeTogetherShareOneWait(t *testing.T) {
	const ms = time.Millisecond
	var p patience
	at := func(d time.Duration) time.Time { return time.Unix(1000, 0).Add(d) }
	p.waited(15*ms, at(15*ms))
	if got := p.allows(15*ms, at(16*ms)); got != 0 {
		t.Errorf("waits %v more for the frame that was waited for", got)
	}
	if got := p.allows(15*ms, at(40*ms)); got != 15*ms {
		t.Errorf("waits %v for the next frame", got)
	}
}
