package kit

import "sync"

// mailbox gathers what is posted to the interface goroutine and hands it over in
// one go, in its order. Between two things that are handed over Fyne may draw a
// frame. On a busy machine, or without a graphics card, a frame takes so long that
// what was posted for fifty letters would be there seconds after them.
type mailbox struct {
	hand    func(func()) // to the interface goroutine
	mu      sync.Mutex
	waiting []func()
}

func (m *mailbox) post(f func()) {
	m.mu.Lock()
	m.waiting = append(m.waiting, f)
	first := len(m.waiting) == 1
	m.mu.Unlock()
	if first {
		m.hand(m.deliver)
	}
}

func (m *mailbox) deliver() {
	m.mu.Lock()
	all := m.waiting
	m.waiting = nil
	m.mu.Unlock()
	for _, f := range all {
		f()
	}
}
