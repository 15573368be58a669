package match

import (
	"context"
	"iter"
	"slices"
	"sync"
	"sync/atomic"

	"onrecord/claims"
	"onrecord/claims/match/segment"
)

// Index finds documents. It may be used from any goroutine; a search sees the
// index as it was when it began.
//
// Next to the large segment that is kept in a file, changes make small
// segments in memory. They are merged with each other as they grow, and by
// Flush with the large one.
type Index struct {
	path string
	mu   sync.Mutex // held by what changes the index
	now  atomic.Pointer[view]
}

// New returns an empty index that is kept in memory only.
func New() *Index {
	ix := &Index{}
	ix.now.Store(&view{})
	return ix
}

func (ix *Index) view() *view { return ix.now.Load() }

// Seq is the position of the archive's journal up to which the index is
// current.
func (ix *Index) Seq() uint64 { return ix.view().seq }

// Len is the number of documents.
func (ix *Index) Len() int { return ix.view().docs }

// Update takes documents in, in place of those with the same key, removes
// others, and sets the position of the journal. Searches find the changes as
// soon as it returns; they are kept over a restart by Flush.
func (ix *Index) Update(ctx context.Context, put []Doc, remove []claims.Key, seq uint64) error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	v := ix.view()
	parts := slices.Clone(v.segs)
	b, latest := segment.NewBuilder(), map[claims.Key]int{}
	for i := range put {
		latest[put[i].Key()] = i
	}
	for key := range latest {
		kill(parts, v.segs, key)
	}
	for _, key := range remove {
		kill(parts, v.segs, key)
	}
	for i := range put {
		if latest[put[i].Key()] == i {
			b.Add(put[i].entry())
		}
	}
	parts, err := grow(parts, v.file, b)
	if err != nil {
		return err
	}
	ix.now.Store(newView(seq, v.file, parts...))
	return nil
}

// kill marks the document with the key as gone, in a copy of its part where
// that is still the one of the view before.
func kill(parts, before []*part, key claims.Key) {
	for i, p := range parts {
		doc, ok := p.Find(kindByte(key.Kind), string(key.ID))
		if !ok || !p.alive(doc) {
			continue
		}
		if p == before[i] {
			parts[i] = p.clone()
		}
		parts[i].kill(doc)
	}
}

// grow adds the documents of a builder as a new segment, together with the
// segments in memory that are not much larger, so that each document is merged
// a few times at most.
func grow(parts []*part, file bool, b *segment.Builder) ([]*part, error) {
	const muchLarger = 4
	first := 0
	if file {
		first = 1
	}
	for n := len(parts) - 1; n >= first && parts[n].living() < muchLarger*max(b.Docs(), 1); n-- {
		b.AddAll(parts[n].Segment, parts[n].alive)
		parts = parts[:n]
	}
	if b.Docs() == 0 {
		return parts, nil
	}
	s, err := b.Build(segment.Info{})
	return append(parts, newPart(s, nil)), err
}

// Rebuild makes the index anew from all documents, each key once, and writes
// it. The old one answers until the new one is there. Progress, which may be
// nil, is told how many documents were read, now and then.
func (ix *Index) Rebuild(ctx context.Context, seq uint64, docs iter.Seq2[Doc, error], progress func(int)) error {
	const step = 2048
	ix.mu.Lock()
	defer ix.mu.Unlock()
	b := segment.NewBuilder()
	for entry, err := range readAhead(docs) {
		if err != nil {
			return err
		}
		b.Add(entry)
		if b.Docs()%step == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if progress != nil {
				progress(b.Docs())
			}
		}
	}
	s, err := b.Build(segment.Info{Seq: seq})
	if err != nil {
		return err
	}
	return ix.replace(s)
}

// replace makes a segment the whole index and writes it.
func (ix *Index) replace(s *segment.Segment) error {
	if err := ix.writeBase(s); err != nil {
		return err
	}
	ix.now.Store(newView(s.Seq, ix.path != "", newPart(s, nil)))
	return nil
}
