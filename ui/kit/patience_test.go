package kit

import (
	"testing"
	"time"
)

func TestAnAnswerIsWaitedForAsLongAsAFrameLasts(t *testing.T) {
	const ms = time.Millisecond
	var p patience
	at := func(d time.Duration) time.Time { return time.Unix(1000, 0).Add(d) }
	if got := p.allows(15*ms, at(0)); got != 15*ms {
		t.Errorf("waits %v before any frame was measured", got)
	}
	p.late(at(15*ms), at(17*ms), at(17*ms))
	if got := p.allows(15*ms, at(100*ms)); got != 15*ms {
		t.Errorf("waits %v after an answer that no frame held up", got)
	}
	p.late(time.Time{}, at(100*ms), at(200*ms))
	if got := p.allows(15*ms, at(200*ms)); got != 15*ms {
		t.Errorf("waits %v after an answer that was not waited for", got)
	}
	p.late(at(15*ms), at(20*ms), at(50*ms))
	if got := p.allows(15*ms, at(300*ms)); got != 35*ms {
		t.Errorf("waits %v where a frame takes 35 ms", got)
	}
	p.late(at(15*ms), at(20*ms), at(5000*ms))
	if got := p.allows(15*ms, at(6000*ms)); got != longestWait {
		t.Errorf("waits %v after a frame of seconds", got)
	}
}

func TestLettersThatComeTogetherShareOneWait(t *testing.T) {
	const ms = time.Millisecond
	var p patience
	at := func(d time.Duration) time.Time { return time.Unix(1000, 0).Add(d) }
	p.waited(15*ms, 15*ms, at(15*ms))
	if got := p.allows(15*ms, at(16*ms)); got != 0 {
		t.Errorf("waits %v more for the frame that was waited for", got)
	}
	if got := p.allows(15*ms, at(40*ms)); got != 15*ms {
		t.Errorf("waits %v for the next frame", got)
	}
}

func TestFramesThatHaveBecomeQuickAreFoundOut(t *testing.T) {
	const ms = time.Millisecond
	p := patience{frame: 40 * ms}
	for i := range 40 {
		now := time.Unix(1000+int64(i), 0)
		p.waited(15*ms, p.allows(15*ms, now), now)
	}
	if got := p.allows(15*ms, time.Unix(2000, 0)); got > 17*ms {
		t.Errorf("still waits %v", got)
	}
}
