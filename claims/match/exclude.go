package match

import (
	"cmp"
	"slices"
)

// What must not be there: "-word" and -"several words".
//
// The documents with such a word are taken out in advance, those of rare words
// first. What is too frequent for that is looked for in each document that is
// found: the answer is the same, only that the documents in question take the
// place of others among those that are looked at.

// phrase is for each of its words those of the segment that it can be.
type phrase [][]uint32

// unwanted is a word or several that must not stand side by side.
type unwanted struct {
	words phrase
	cost  int // documents in the lists of all of them
}

// exclude takes the documents with anything unwanted out of those to keep.
func (s *sieve) exclude(without [][]string, keep bitmap) {
	defer s.work.share(stageShare)()
	for _, u := range s.unwanted(without) {
		if u.cost*cost[listing] > s.work.free() || !s.takeOut(u, keep) {
			s.barred = append(s.barred, u.words)
		}
	}
}

// unwanted looks the words up and puts what has the fewest documents first.
func (s *sieve) unwanted(without [][]string) (out []unwanted) {
next:
	for _, texts := range without {
		var u unwanted
		for _, t := range texts {
			var these []uint32
			s.part.Exact(t, func(w uint32) {
				these = append(these, w)
				u.cost += s.part.Segment.Freq(w)
			})
			if these == nil {
				continue next
			}
			u.words = append(u.words, these)
		}
		out = append(out, u)
	}
	slices.SortStableFunc(out, func(a, b unwanted) int { return cmp.Compare(a.cost, b.cost) })
	return out
}

// takeOut reports whether all documents with what is unwanted are out.
func (s *sieve) takeOut(u unwanted, keep bitmap) (whole bool) {
	s.work.do(sweeping, 2*len(keep)*len(u.words))
	if len(u.words) == 1 {
		keep.without(s.holdingAny(u.words[0]))
		return true
	}
	suspects := slices.Clone(keep)
	for _, these := range u.words {
		suspects = suspects.and(s.holdingAny(these))
	}
	var order []uint32
	whole = true
	suspects.each(func(doc uint32) bool {
		if s.work.left <= s.work.floor {
			whole = false
			return false
		}
		order = s.part.Order(doc, order[:0])
		s.work.do(fetching, 1)
		s.work.do(comparing, len(order))
		if standsIn(order, u.words) {
			keep.clear(doc)
		}
		return true
	})
	return whole
}

// standsIn reports whether the words stand in the order one after the other.
func standsIn(order []uint32, these phrase) bool {
next:
	for i := 0; i+len(these) <= len(order); i++ {
		for k, words := range these {
			if !slices.Contains(words, order[i+k]) {
				continue next
			}
		}
		return true
	}
	return false
}

// bars reports whether something unwanted stands in a document.
func (s *searcher) bars(at int, doc uint32) bool {
	if len(s.barred[at]) == 0 {
		return false
	}
	s.order = s.view.segs[at].Order(doc, s.order[:0])
	s.work.do(fetching, 1)
	s.work.do(comparing, len(s.order)*len(s.barred[at]))
	return slices.ContainsFunc(s.barred[at], func(these phrase) bool { return standsIn(s.order, these) })
}
