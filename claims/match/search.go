package match

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"onrecord/claims"
	"onrecord/claims/match/segment"
)

// found is a document that was looked at closely.
type found struct {
	seg   int
	doc   uint32
	score float64
	date  uint32
	read  int // the reading that fits best

	level  int  // how well it holds the query letter for letter
	pasted bool // found as a run of letters
	place  int  // of such a run: its first word
}

// searcher holds the arrays of one search; they are used again.
type searcher struct {
	view  *view
	query *Query
	ctx   context.Context

	terms     []*term
	readings  []reading
	from, to  int        // readings that are searched for
	active    []*term    // and their terms
	short     []found    // what the words find as words that were cut short
	cut       bool       // short is known
	allowed   []bitmap   // for each segment
	barred    [][]phrase // what must not be there and is still to be looked for
	phrases   [][]int    // terms of each phrase
	regrouped [][]int    // other divisions: terms in their order
	keep      int

	work    work
	looks   int  // what may still be used in this pass to look at documents
	run     *run // the query letter for letter, nil where it has no words
	runners []runner

	counter  counter
	meanings meanings
	marks    []uint16 // for each word of the segment its slot, plus one
	slots    []slot
	noted    []uint32 // words with a mark
	marked   []segment.Marked
	length   int // words of the document that is looked at
	order    []uint32
	matches  []match
	likest   []float32 // for each term how much it is like a word of the document
}

var searchers = sync.Pool{New: func() any { return &searcher{} }}

// Search gives the hits from offset on, at most limit, best first. It ends
// with the error of the context when that is cancelled.
func (ix *Index) Search(ctx context.Context, q Query, limit, offset int) ([]Hit, error) {
	a, err := ix.Answer(ctx, q, limit, offset)
	return a.Hits, err
}

// Answer is what Search gives, with what was left out of the search.
func (ix *Index) Answer(ctx context.Context, q Query, limit, offset int) (Answer, error) {
	if q.Empty() || limit <= 0 {
		return Answer{}, ctx.Err()
	}
	if q.Today.IsZero() {
		q.Today = claims.DateOf(time.Now())
	}
	s := searchers.Get().(*searcher)
	defer searchers.Put(s)
	s.begin(ctx, ix.view(), &q, offset+limit)
	all, err := s.answer()
	if err != nil {
		return Answer{}, err
	}
	if offset >= len(all) {
		return Answer{Cut: s.work.cut}, nil
	}
	all = all[offset:min(offset+limit, len(all))]
	hits := make([]Hit, len(all))
	for i, f := range all {
		hits[i] = s.view.hit(f)
	}
	if q.Explain {
		s.explain(all, hits)
	}
	return Answer{Hits: hits, Cut: s.work.cut}, nil
}

func (s *searcher) begin(ctx context.Context, v *view, q *Query, keep int) {
	s.ctx, s.view, s.query, s.keep = ctx, v, q, keep
	s.work = work{left: budgetOf(q)}
	s.counter.work, s.meanings.work = &s.work, &s.work
	s.allowed, s.barred = v.filter(q, &s.work)
	s.terms, s.phrases = termsOf(q)
	s.run = runOf(q)
	s.short, s.cut = nil, false
}

// insert keeps the best documents in their order.
func insert(best []found, f found, keep int, segs []*part) []found {
	if len(best) >= keep && compare(best[len(best)-1], f, segs) <= 0 {
		return best
	}
	at, _ := slices.BinarySearchFunc(best, f, func(a, b found) int { return compare(a, b, segs) })
	if len(best) < keep {
		best = append(best, found{})
	}
	copy(best[at+1:], best[at:])
	best[at] = f
	return best
}

// compare orders documents: better, newer, then by kind and identifier.
func compare(a, b found, segs []*part) int {
	if c := cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.date, a.date)); c != 0 {
		return c
	}
	sa, sb := segs[a.seg], segs[b.seg]
	return cmp.Or(cmp.Compare(sa.Kind(a.doc), sb.Kind(b.doc)), cmp.Compare(string(sa.ID(a.doc)), string(sb.ID(b.doc))))
}

// newest lists the documents that pass the filters, where nothing else was
// asked.
func (s *searcher) newest() []found {
	var best []found
	for i, seg := range s.view.segs {
		b := s.allowed[i]
		if b == nil {
			b = all(seg.Docs())
		}
		early := seg.EarlyDocs()
		b.each(func(doc uint32) bool {
			s.work.do(sorting, 5)
			f := found{seg: i, doc: doc, score: 1, date: seg.Date(doc)}
			if doc >= early && len(best) >= s.keep && f.date < best[len(best)-1].date {
				return false // this and all after it are older
			}
			if !s.bars(i, doc) {
				best = insert(best, f, s.keep, s.view.segs)
			}
			return !s.work.over(CutDocuments)
		})
	}
	return best
}

// hit turns a document into what the caller sees.
func (v *view) hit(f found) Hit {
	seg := v.segs[f.seg]
	return Hit{Kind: kindOf(seg.Kind(f.doc)), ID: claims.ID(seg.ID(f.doc)), Score: min(f.score, 1)}
}
