package storage

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// rowSorter puts any number of index rows in order with little memory: it
// sorts what fits, writes it to a file as a run, and merges the runs.
type rowSorter struct {
	list keyList // rows, each behind the number of its index
	file *os.File
	out  *bufio.Writer
	size int64
	runs []*io.SectionReader
}

// runBytes is how many bytes of rows are sorted at a time.
const runBytes = 48 << 20

// newRowSorter makes a sorter that writes beside the archive, where there is
// room for what the archive will hold.
func newRowSorter(archive string) (*rowSorter, error) {
	f, err := os.CreateTemp(filepath.Dir(archive), filepath.Base(archive)+sortSuffix+"*")
	if err != nil {
		return nil, err
	}
	return &rowSorter{file: f, out: bufio.NewWriterSize(f, 1<<18)}, nil
}

// close removes the file.
func (s *rowSorter) close() error {
	return errors.Join(s.file.Close(), os.Remove(s.file.Name())) //nolint:gosec // the name that was made above
}

func (s *rowSorter) add(x *index, key []byte) error {
	s.list.add([]byte{byte(x.number)}, key) //nolint:gosec // fewer than maxIndexes
	if len(s.list.buf) < runBytes {
		return nil
	}
	return s.spill()
}

// spill writes the rows in memory as a run.
func (s *rowSorter) spill() error {
	s.list.sort()
	start := s.size
	var length []byte
	for i := range s.list.Len() {
		key := s.list.at(i)
		length = binary.AppendUvarint(length[:0], uint64(len(key)))
		_, err := s.out.Write(length)
		if err == nil {
			_, err = s.out.Write(key)
		}
		if err != nil {
			return err
		}
		s.size += int64(len(length) + len(key))
	}
	s.list.clear()
	if err := s.out.Flush(); err != nil {
		return err
	}
	s.runs = append(s.runs, io.NewSectionReader(s.file, start, s.size-start))
	return nil
}

// merge ends the adding of rows and gives them back in order, each once.
func (s *rowSorter) merge() (*rowMerge, error) {
	if err := s.spill(); err != nil {
		return nil, err
	}
	s.list = keyList{}
	m := &rowMerge{}
	for _, run := range s.runs {
		r := &runReader{r: bufio.NewReaderSize(run, 1<<16)}
		if ok, err := r.next(); err != nil {
			return nil, err
		} else if ok {
			m.runs = append(m.runs, r)
		}
	}
	heap.Init(&m.runs)
	return m, nil
}

// rowMerge reads the runs of a sorter side by side.
type rowMerge struct {
	runs runHeap
	last []byte
}

// next gives the next row, and a nil index after the last. The key is good
// until the next call.
func (m *rowMerge) next() (x *index, key []byte, err error) {
	for len(m.runs) > 0 {
		first := m.runs[0]
		again := bytes.Equal(first.key, m.last)
		m.last = append(m.last[:0], first.key...)
		ok, err := first.next()
		switch {
		case err != nil:
			return nil, nil, err
		case ok:
			heap.Fix(&m.runs, 0)
		default:
			heap.Pop(&m.runs)
		}
		if !again {
			return allIndexes[m.last[0]], m.last[1:], nil
		}
	}
	return nil, nil, nil
}

// runReader reads the rows of one run.
type runReader struct {
	r   *bufio.Reader
	key []byte
}

func (r *runReader) next() (bool, error) {
	n, err := binary.ReadUvarint(r.r)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if uint64(cap(r.key)) < n {
		r.key = make([]byte, n)
	}
	r.key = r.key[:n]
	_, err = io.ReadFull(r.r, r.key)
	return err == nil, err
}

// runHeap is the runs by their next row.
type runHeap []*runReader

// Len, Less, Swap, Push and Pop implement heap.Interface.
func (h runHeap) Len() int           { return len(h) }
func (h runHeap) Less(i, j int) bool { return bytes.Compare(h[i].key, h[j].key) < 0 }
func (h runHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *runHeap) Push(x any)        { *h = append(*h, x.(*runReader)) }
func (h *runHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
