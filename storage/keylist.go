package storage

import (
	"bytes"
	"sort"
)

// keyList is a list of keys one after the other in memory: a million of them
// are a few allocations instead of a million.
type keyList struct {
	buf  []byte
	keys []keyRange
}

// keyRange is where a key lies; a list never holds 4 GB.
type keyRange struct{ from, size uint32 }

func (l *keyList) add(prefix, key []byte) {
	from := len(l.buf)
	l.buf = append(append(l.buf, prefix...), key...)
	l.keys = append(l.keys, keyRange{uint32(from), uint32(len(l.buf) - from)}) //nolint:gosec // see keyRange
}

func (l *keyList) at(i int) []byte {
	k := l.keys[i]
	return l.buf[k.from : k.from+k.size]
}

func (l *keyList) clear() { l.buf, l.keys = l.buf[:0], l.keys[:0] }

func (l *keyList) sort() { sort.Sort(l) }

// Len, Less and Swap implement sort.Interface.
func (l *keyList) Len() int           { return len(l.keys) }
func (l *keyList) Less(i, j int) bool { return bytes.Compare(l.at(i), l.at(j)) < 0 }
func (l *keyList) Swap(i, j int)      { l.keys[i], l.keys[j] = l.keys[j], l.keys[i] }
