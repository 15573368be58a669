package desk

import (
	"sync"

	"onrecord/claims"
)

// Event says that a change is on disk: which one, and which records it
// touched.
type Event struct {
	Seq  uint64
	What string
	Keys []claims.Key
}

// Touches reports whether the change concerns a record of the kind.
func (e Event) Touches(kind claims.Kind) bool {
	for _, k := range e.Keys {
		if k.Kind == kind {
			return true
		}
	}
	return false
}

type broker struct {
	mu   sync.Mutex
	next int
	to   map[int]func(Event)
}

// Subscribe calls f after every commit, in order, on the goroutine that
// committed: f hands the event on and returns at once. The function returned
// ends the subscription.
func (d *Desk) Subscribe(f func(Event)) (cancel func()) {
	b := &d.events
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.to == nil {
		b.to = map[int]func(Event){}
	}
	id := b.next
	b.next++
	b.to[id] = f
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.to, id)
	}
}

func (b *broker) publish(e Event) {
	b.mu.Lock()
	to := make([]func(Event), 0, len(b.to))
	for id := range b.next {
		if f, ok := b.to[id]; ok {
			to = append(to, f)
		}
	}
	b.mu.Unlock()
	for _, f := range to {
		f(e)
	}
}
