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

// view is the index at one moment. It never changes.
type view struct {
	segs []*segment.Segment // the one from the file first, where there is one
	dead []bitmap           // for each segment the documents that are no more; nil for none
	docs int                // documents that are there
	seq  uint64
	file bool // the first segment is the one in the file
}

func (v *view) count() {
	v.docs = 0
	for i, s := range v.segs {
		v.docs += s.Docs() - v.dead[i].count()
	}
}

// alive reports whether a document of a segment is still there.
func (v *view) alive(seg int, doc uint32) bool { return v.dead[seg] == nil || !v.dead[seg].has(doc) }

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
	next := &view{segs: slices.Clone(v.segs), dead: slices.Clone(v.dead), seq: seq, file: v.file}
	b, latest := segment.NewBuilder(), map[claims.Key]int{}
	for i := range put {
		latest[put[i].Key()] = i
	}
	own := make([]bool, len(next.segs)) // bitmaps that are not shared with v
	for key := range latest {
		next.kill(key, own)
	}
	for _, key := range remove {
		next.kill(key, own)
	}
	for i := range put {
		if latest[put[i].Key()] == i {
			b.Add(put[i].entry())
		}
	}
	if b.Docs() > 0 {
		if err := next.grow(b); err != nil {
			return err
		}
	}
	next.count()
	ix.now.Store(next)
	return nil
}

// kill marks the document with the key as gone.
func (v *view) kill(key claims.Key, own []bool) {
	for i := range own {
		doc, ok := v.segs[i].Find(kindByte(key.Kind), string(key.ID))
		if !ok {
			continue
		}
		if !own[i] {
			own[i] = true
			fresh := newBitmap(v.segs[i].Docs())
			copy(fresh, v.dead[i])
			v.dead[i] = fresh
		}
		v.dead[i].set(doc)
	}
}

// grow adds a new segment, together with those before it that are not much
// larger: each document is merged a few times at most.
func (v *view) grow(b *segment.Builder) error {
	const muchLarger = 4
	first := 0
	if v.file {
		first = 1
	}
	for n := len(v.segs) - 1; n >= first && v.segs[n].Docs() < muchLarger*b.Docs(); n-- {
		b.AddAll(v.segs[n], func(doc uint32) bool { return v.alive(n, doc) })
		v.segs, v.dead = v.segs[:n], v.dead[:n]
	}
	s, err := b.Build(segment.Info{})
	if err != nil {
		return err
	}
	v.segs, v.dead = append(v.segs, s), append(v.dead, nil)
	return nil
}

// Rebuild makes the index anew from all documents, each key once, and writes
// it. The old one answers until the new one is there. Progress, which may be
// nil, is told how many documents were read, now and then.
func (ix *Index) Rebuild(ctx context.Context, seq uint64, docs iter.Seq2[Doc, error], progress func(int)) error {
	const step = 2048
	ix.mu.Lock()
	defer ix.mu.Unlock()
	b := segment.NewBuilder()
	for d, err := range docs {
		if err != nil {
			return err
		}
		b.Add(d.entry())
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
	next := &view{segs: []*segment.Segment{s}, dead: []bitmap{nil}, seq: s.Seq, file: ix.path != ""}
	next.count()
	ix.now.Store(next)
	return nil
}
