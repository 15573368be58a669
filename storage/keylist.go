package storage

import (
	"bytes"
	"sort"
)

// keyList is a list of keys one after the other in memory: a million of them
// are two allocations instead of a million.
type keyList struct {
	buf  []byte
	ends []int // in order of adding until sort
	from []int // where each begins
}

func (l *keyList) add(key []byte) {
	l.from = append(l.from, len(l.buf))
	l.buf = append(l.buf, key...)
	l.ends = append(l.ends, len(l.buf))
}

func (l *keyList) at(i int) []byte { return l.buf[l.from[i]:l.ends[i]] }

func (l *keyList) sort() { sort.Sort(l) }

// Len, Less and Swap implement sort.Interface.
func (l *keyList) Len() int           { return len(l.ends) }
func (l *keyList) Less(i, j int) bool { return bytes.Compare(l.at(i), l.at(j)) < 0 }
func (l *keyList) Swap(i, j int) {
	l.from[i], l.from[j] = l.from[j], l.from[i]
	l.ends[i], l.ends[j] = l.ends[j], l.ends[i]
}
