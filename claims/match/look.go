package match

import (
	"slices"
)

// segment looks for the best documents of one segment and merges them with
// the best of those before.
func (s *searcher) segment(at int, best []found, least float64) []found {
	seg := s.view.segs[at]
	total, scale := s.scale()
	list := s.counter.candidates(seg.Segment, s.active, at, total, max(least-surplus, 0)/scale, s.allowed[at])
	if len(list) == 0 || list[0].most*scale+surplus < least {
		return best
	}
	before := s.work.left
	defer s.work.lend(s.looks)()
	s.mark(at)
	defer func() {
		s.unmark()
		s.looks -= before - s.work.left
	}()
	for n, c := range list {
		if n%512 == 511 && s.ctx.Err() != nil {
			break
		}
		if n >= looksLeast && s.work.over(CutDocuments) {
			break
		}
		if s.settled(best, min(c.most*scale, 1), least, n) {
			break
		}
		needed := least
		if len(best) >= s.keep {
			needed = max(least, best[s.keep-1].score)
		}
		if f, ok := s.look(at, c.doc, needed); ok && f.score >= least && !s.bars(at, c.doc) {
			best = s.insertOnce(best, f)
		}
	}
	return best
}

// settled reports whether no document after the n that were looked at can be
// among the best, where the words of the next give at most so much. After some
// looks what brevity and the letters between words may add no longer counts:
// of equal ones the newest come first.
func (s *searcher) settled(best []found, most, least float64, n int) bool {
	if most+surplus < least {
		return true
	}
	if n < looksEqual {
		most += surplus
	}
	return len(best) >= s.keep && most < best[s.keep-1].score
}

// scale sums up the weight of all terms, and tells how many times that of the
// reading with the least weight it is: what a document can give is counted in
// all terms and scored in those of a reading.
func (s *searcher) scale() (total, scale float64) {
	for _, t := range s.active {
		total += t.weight
	}
	least := total
	for _, r := range s.readings[s.from:s.to] {
		sum := 0.0
		for _, k := range r.terms {
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
		if t.idle {
			continue
		}
		s.work.do(marking, len(t.found[at]))
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

// look compares one document with the query, unless it can be seen at once
// that it does not reach the score that is needed.
func (s *searcher) look(at int, doc uint32, needed float64) (found, bool) {
	seg := s.view.segs[at]
	s.collect(seg, doc)
	pairs := len(s.matches) * min(len(s.matches), 2*lookBack) / 2
	s.work.do(looking, 1)
	s.work.do(wording, s.length)
	s.work.do(matching, len(s.matches)*(s.to-s.from))
	if !s.phrased() {
		return found{}, false
	}
	const rounded = 0.001
	out := found{seg: at, doc: doc}
	for i := s.from; i < s.to; i++ {
		if s.readings[i].most(s.matches, &s.likest)+surplus+rounded < needed {
			continue
		}
		s.work.do(pairing, pairs)
		if score, _ := s.readings[i].align(s.matches); score > out.score {
			out.score, out.read = score, i
		}
	}
	if out.score == 0 {
		return out, false
	}
	out.score += brevity * min(1, float64(len(s.readings[out.read].terms))/float64(s.length+1))
	if out.score >= nearlyAll && s.run != nil && s.run.plain && s.readings[out.read].typed && s.holds(s.readings[out.read].terms) {
		out.level = s.runners[at].held(doc).level
		out.score += verbatim * float64(out.level)
	}
	out.score = float64(int(out.score*1000+0.5)) / 1000
	out.date = seg.Date(doc)
	return out, true
}

// collect lists the words of a document that stand for a term.
func (s *searcher) collect(seg *part, doc uint32) {
	s.marked, s.length = seg.Marked(doc, s.marks[:seg.Words()], seg.light, s.marked[:0])
	s.matches = s.matches[:0]
	for _, m := range s.marked {
		if len(s.matches) >= maxMatches {
			break
		}
		through := m.Light
		if seg.light.has(m.Word) {
			through++
		}
		for k := s.marks[m.Word]; k != 0; k = s.slots[k-1].next {
			sl := &s.slots[k-1]
			s.matches = append(s.matches, match{at: m.At, light: m.Light, through: through, term: sl.term, field: uint8(seg.Field(m.Word)), quality: sl.quality, how: sl.how, word: m.Word})
		}
	}
}

// insertOnce puts a document among the best; where another pass found it
// already, the better of both counts.
func (s *searcher) insertOnce(best []found, f found) []found {
	if i := slices.IndexFunc(best, func(b found) bool { return b.seg == f.seg && b.doc == f.doc }); i >= 0 {
		if best[i].score >= f.score {
			return best
		}
		best = slices.Delete(best, i, i+1)
	}
	return insert(best, f, s.keep, s.view.segs)
}
