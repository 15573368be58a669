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

// sure is the score from which on the words are taken to be meant as they
// were typed, and no guesses are made.
const sure = 0.86

// How many documents are looked at in one pass: fewer where the words are
// taken as they were typed, for then the best are those that hold most.
const (
	looksStrict = 3000
	looksLoose  = 8000
	looksAll    = 12_000 // in all passes of one search

	matchesALook = 8 // matches that are aligned in the time of another look
)

// beside is the least score of a hit that is listed beside those that are sure.
const beside = 0.6

// likely is the score below which hits are listed only where there is nothing
// better.
const likely = 0.4

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
	allowed   []bitmap // for each segment
	phrases   [][]int  // terms of each phrase
	regrouped [][]int  // other divisions: terms in their order
	keep      int

	looks   int  // documents that may still be looked at in this pass
	left    int  // and in all
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
}

var searchers = sync.Pool{New: func() any { return &searcher{} }}

// Search gives the hits from offset on, at most limit, best first. It ends
// with the error of the context when that is cancelled.
func (ix *Index) Search(ctx context.Context, q Query, limit, offset int) ([]Hit, error) {
	if q.Empty() || limit <= 0 {
		return nil, ctx.Err()
	}
	if q.Today.IsZero() {
		q.Today = claims.DateOf(time.Now())
	}
	s := searchers.Get().(*searcher)
	defer searchers.Put(s)
	s.begin(ctx, ix.view(), &q, offset+limit)
	all, err := s.answer()
	if err != nil {
		return nil, err
	}
	if offset >= len(all) {
		return nil, nil
	}
	all = all[offset:min(offset+limit, len(all))]
	hits := make([]Hit, len(all))
	for i, f := range all {
		hits[i] = s.view.hit(f)
	}
	if q.Explain {
		s.explain(all, hits)
	}
	return hits, nil
}

func (s *searcher) begin(ctx context.Context, v *view, q *Query, keep int) {
	s.ctx, s.view, s.query, s.keep = ctx, v, q, keep
	s.allowed = v.filter(q)
	s.terms, s.phrases = termsOf(q)
	s.run = runOf(q)
	s.left = looksAll
}

// answer searches first with the words as they were typed, and where that
// finds nothing that fits well, again with everything that could be meant.
func (s *searcher) answer() ([]found, error) {
	if s.readings = nil; len(s.terms) == 0 && s.run == nil {
		return s.newest(), s.ctx.Err()
	}
	s.prepareRun()
	var best []found
	var err error
	if len(s.terms) > 0 {
		s.expand(false)
		s.readings = s.readAll(false)
		if best, err = s.pass(sure); err != nil {
			return nil, err
		}
	}
	level := notHeld
	if len(best) > 0 {
		level = best[0].level
	}
	if level == asCopied {
		return s.fill(best)
	}
	work := runWork
	if level > notHeld {
		work = lessWork
	}
	runs, err := s.pasted(level+1, work)
	if err != nil || len(runs) >= s.keep {
		return runs, err
	}
	switch {
	case len(best) > 0:
		best, err = s.fill(best)
		return first(runs, best, s.keep), err
	case len(runs) > 0:
		return runs, nil
	case len(s.terms) == 0:
		return s.newest(), s.ctx.Err()
	}
	return s.guess()
}

// prepareRun looks up the words of the query as a run.
func (s *searcher) prepareRun() {
	for len(s.runners) < len(s.view.segs) {
		s.runners = append(s.runners, runner{})
	}
	for at, seg := range s.view.segs {
		if s.run != nil {
			s.runners[at].prepare(s.run, seg)
		}
	}
}

// guess searches with everything that could be meant.
func (s *searcher) guess() ([]found, error) {
	s.expand(true)
	s.regroup()
	s.readings = s.readAll(true)
	if best, err := s.pass(likely); err != nil || len(best) > 0 {
		return best, err
	}
	return s.pass(0)
}

// fill adds less likely hits to those that are sure where there are few.
func (s *searcher) fill(best []found) ([]found, error) {
	if len(best) >= s.keep {
		return best, nil
	}
	return s.pass(beside)
}

// pass looks through all segments. It gives up where no document can reach
// the least score.
func (s *searcher) pass(least float64) (best []found, err error) {
	most := looksLoose
	if least > likely {
		most = looksStrict
	}
	most = min(most, s.left)
	s.looks = most
	defer func() { s.left -= most - s.looks }()
	for i := range s.view.segs {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		best = s.segment(i, best, least)
	}
	return best, s.ctx.Err()
}

// expand finds what the terms can mean.
func (s *searcher) expand(loose bool) {
	for _, t := range s.terms {
		if !loose || !t.loose {
			t.expand(&s.meanings, s.view.segs, s.view.docs, loose)
		}
		t.weigh(s.view.docs)
	}
}

// segment looks for the best documents of one segment and merges them with
// the best of those before.
func (s *searcher) segment(at int, best []found, least float64) []found {
	seg := s.view.segs[at]
	total, scale := s.scale()
	list := s.counter.candidates(seg.Segment, s.terms, at, total, max(least-surplus, 0)/scale, s.allowed[at])
	if len(list) == 0 || list[0].most*scale+surplus < least {
		return best
	}
	s.mark(at)
	defer s.unmark()
	for n, c := range list {
		if n%512 == 511 && s.ctx.Err() != nil {
			break
		}
		if s.looks < 0 {
			break
		}
		if most := min(c.most*scale, 1) + surplus; most < least || len(best) >= s.keep && most < best[s.keep-1].score {
			break
		}
		if f, ok := s.look(at, c.doc); ok && f.score >= least {
			best = insert(best, f, s.keep, s.view.segs)
		}
	}
	return best
}

// scale sums up the weight of all terms, and tells how many times that of the
// reading with the least weight it is: what a document can give is counted in
// all terms and scored in those of a reading.
func (s *searcher) scale() (total, scale float64) {
	for _, t := range s.terms {
		total += t.weight
	}
	least := total
	for i := range s.readings {
		sum := 0.0
		for _, k := range s.readings[i].terms {
			sum += s.terms[k].weight
		}
		least = min(least, sum)
	}
	return total, total / least
}

// mark notes for every word of the segment the terms that it can stand for.
func (s *searcher) mark(at int) {
	seg := s.view.segs[at]
	if len(s.marks) < seg.Words() {
		s.marks = make([]uint16, seg.Words())
	}
	s.slots, s.noted = s.slots[:0], s.noted[:0]
	for i, t := range s.terms {
		for _, m := range t.found[at] {
			if len(s.slots) == 1<<16-1 {
				return
			}
			if s.marks[m.word] == 0 {
				s.noted = append(s.noted, m.word)
			}
			s.slots = append(s.slots, slot{uint16(i), s.marks[m.word], m.quality, m.how})
			s.marks[m.word] = uint16(len(s.slots))
		}
	}
}

func (s *searcher) unmark() {
	for _, w := range s.noted {
		s.marks[w] = 0
	}
}

// look compares one document with the query.
func (s *searcher) look(at int, doc uint32) (found, bool) {
	seg := s.view.segs[at]
	s.collect(seg.Segment, doc)
	s.looks -= 1 + len(s.matches)/matchesALook
	if !s.phrased() {
		return found{}, false
	}
	out := found{seg: at, doc: doc}
	for i := range s.readings {
		if score, _ := s.readings[i].align(s.matches); score > out.score {
			out.score, out.read = score, i
		}
	}
	if out.score == 0 {
		return out, false
	}
	out.score += brevity * min(1, float64(len(s.readings[out.read].terms))/float64(s.length+1))
	if out.score >= nearlyAll && out.read == 0 && s.run != nil && s.run.plain && s.holds(s.readings[0].terms) {
		out.level = s.runners[at].held(doc).level
		out.score += verbatim * float64(out.level)
	}
	out.score = float64(int(out.score*1000+0.5)) / 1000
	out.date = seg.Date(doc)
	return out, true
}

// collect lists the words of a document that stand for a term.
func (s *searcher) collect(seg *segment.Segment, doc uint32) {
	s.marked, s.length = seg.Marked(doc, s.marks[:seg.Words()], s.marked[:0])
	s.matches = s.matches[:0]
	for _, m := range s.marked {
		for k := s.marks[m.Word]; k != 0; k = s.slots[k-1].next {
			sl := &s.slots[k-1]
			s.matches = append(s.matches, match{at: m.At, term: sl.term, field: uint8(seg.Field(m.Word)), quality: sl.quality, how: sl.how, word: m.Word})
		}
	}
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
		b.each(func(doc uint32) bool {
			best = insert(best, found{seg: i, doc: doc, score: 1, date: seg.Date(doc)}, s.keep, s.view.segs)
			return true
		})
	}
	return best
}

// hit turns a document into what the caller sees.
func (v *view) hit(f found) Hit {
	seg := v.segs[f.seg]
	return Hit{Kind: kindOf(seg.Kind(f.doc)), ID: claims.ID(seg.ID(f.doc)), Score: min(f.score, 1)}
}
