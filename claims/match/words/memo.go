package words

import (
	"strings"
	"sync"
)

// memo remembers the stems of the words that were asked for last: a text has
// most of its words more than once, and finding a stem costs a microsecond.
type memo struct {
	mu    sync.Mutex
	known map[string][]string
}

// mostKnown is how many words are remembered, a few megabytes.
const mostKnown = 1 << 15

var stemsOfAll, stemsInEnglish memo

// of gives what find gives for the word.
func (m *memo) of(word string, find func(string) []string) []string {
	m.mu.Lock()
	out, ok := m.known[word]
	m.mu.Unlock()
	if ok {
		return out
	}
	out = find(word)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known == nil || len(m.known) >= mostKnown {
		m.known = make(map[string][]string)
	}
	m.known[strings.Clone(word)] = out // the word may be a part of a long text
	return out
}
