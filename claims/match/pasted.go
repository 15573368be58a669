package match

import (
	"cmp"
	"slices"

	"onrecord/claims"
	"onrecord/claims/match/words"
)

// A run of letters copied out of a text may begin and end in mid-word:
// "vernment will not rai". Where the words as they were typed are not found
// side by side, with the same marks between them, the documents that hold the
// query letter for letter are looked for and come first.
//
// The documents with its rarest words are read, the newest first. What the
// rarest word is found in may be too much; then the next one restricts it as
// long as reading a list takes less time than reading the documents that it
// rules out. A run of common words alone is mostly found among the newest
// documents, which are read without any list.

// What may be used for it.
const (
	mostRun   = 4_000_000
	lessRun   = 2_000_000 // where a document with the words side by side is known
	littleRun = 600_000   // and the query has no capital letters, like most that are typed
	firstDocs = 2000      // read without any list
	runHits   = 50        // found before no more are looked for
	readCost  = 300       // of a document of ordinary length
)

// scores of runs that are found, by how well they are held.
var runScore = [...]float64{asWords: 0.97, asMarks: 0.99, asCopied: 1}

const (
	cutWord   = 0.003 // less where the run begins in mid-word
	elsewhere = 0.006 // less where it stands in a name
)

// worth is how much work the run is worth where a document is known that holds
// it as the level says.
func (r *run) worth(level int) int {
	switch {
	case level == asMarks && !slices.Contains(r.capitals, true):
		return littleRun
	case level > notHeld:
		return lessRun
	}
	return mostRun
}

// pasted finds the documents that hold the query as a run of letters, at least
// as well as the given level says.
func (s *searcher) pasted(least int) (best []found, err error) {
	if !s.run.plain {
		least = max(least, asMarks)
	}
	for at := len(s.view.segs) - 1; at >= 0; at-- {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		r := &s.runners[at]
		f := runFinder{s: s, r: r, at: at, least: least, best: best}
		f.find()
		best = f.best
	}
	return best, s.ctx.Err()
}

// runFinder finds the documents of one segment that hold a run.
type runFinder struct {
	s      *searcher
	r      *runner
	at     int
	least  int
	hits   int
	copied bool // one of them is held as it was copied
	best   []found
}

// list is a word of the run: all words of the segment that it can be.
type list struct {
	these []uint32
	cost  int
}

func (f *runFinder) find() {
	lists := f.lists()
	if lists == nil {
		return
	}
	docs, allowed := uint32(f.r.seg.Docs()), f.runAllowed()
	from := f.r.seg.EarlyDocs()
	to := from
	if lists[0].cost > int(docs)/8 {
		to = f.readAll(from, min(docs, from+firstDocs), allowed)
	}
	switch {
	case f.enough():
	case f.affords(lists[0]):
		f.restrict(lists, allowed).each(func(doc uint32) bool {
			if doc < from || doc >= to {
				f.read(doc, nil)
			}
			return !f.enough()
		})
	default:
		f.readAll(to, docs, allowed)
		f.readAll(0, from, allowed)
	}
}

// readAll reads documents one after the other, and tells where it ended.
func (f *runFinder) readAll(from, to uint32, allowed bitmap) uint32 {
	for ; from < to && !f.enough(); from++ {
		f.read(from, allowed)
	}
	return from
}

// runAllowed is what the query allows; where it is read letter for letter its
// filters are no filters.
func (f *runFinder) runAllowed() bitmap {
	if f.r.plain || f.r.seg.dead == nil {
		return f.s.allowed[f.at]
	}
	b := all(f.r.seg.Docs())
	b.without(f.r.seg.dead)
	return b
}

// lists gives the words of the run, the rarest first; nil where the segment
// lacks one.
func (f *runFinder) lists() []list {
	var first, last list
	for _, w := range f.r.noted {
		if f.r.flags[w]&isFirst != 0 {
			first.these = append(first.these, w)
		}
		if f.r.flags[w]&isLast != 0 {
			last.these = append(last.these, w)
		}
	}
	out := []list{first}
	if len(f.r.words) > 1 {
		out = append(out, last)
	}
	for _, these := range f.r.inner {
		out = append(out, list{these: these})
	}
	for i := range out {
		for _, w := range out[i].these {
			out[i].cost += f.r.seg.Freq(w)
		}
		if out[i].cost == 0 {
			return nil
		}
	}
	slices.SortStableFunc(out, func(a, b list) int { return cmp.Compare(a.cost, b.cost) })
	return out
}

// restrict gives the documents that hold the rarest words.
func (f *runFinder) restrict(lists []list, allowed bitmap) bitmap {
	seg := f.r.seg
	docs := seg.Docs()
	var kept bitmap
	for i, l := range lists {
		if i > 0 {
			count := kept.count()
			ruledOut := float64(count) * max(0, 1-float64(l.cost)/float64(docs))
			if !f.affords(l) || float64(l.cost*cost[listing]) > ruledOut*readCost {
				break
			}
		}
		b := holdingAny(seg.Segment, l.these)
		f.s.work.do(opening, len(l.these))
		f.s.work.do(listing, l.cost)
		f.s.work.do(sweeping, 6*len(b))
		if i == 0 && allowed != nil {
			b = b.and(allowed)
		}
		if kept == nil {
			kept = b
		} else {
			kept = kept.and(b)
		}
	}
	return kept
}

// affords reports whether reading a list leaves enough to read documents.
func (f *runFinder) affords(l list) bool { return l.cost*cost[listing] <= f.s.work.free()/2 }

func (f *runFinder) enough() bool {
	switch {
	case f.copied && f.hits >= max(f.s.keep, runHits):
		return true
	case f.least > asWords: // one with the words side by side is known
		return f.s.work.free() == 0
	}
	return f.s.work.over(CutRun)
}

// read looks whether a document holds the run.
func (f *runFinder) read(doc uint32, allowed bitmap) {
	f.s.work.do(sweeping, 1)
	if !allowed.has(doc) {
		return
	}
	p := f.r.held(doc)
	if p.level < f.least || p.level == notHeld {
		return
	}
	f.hits++
	f.copied = f.copied || p.level == asCopied && p.text
	score := runScore[p.level]
	if !p.whole {
		score -= cutWord
	}
	if !p.text {
		score -= elsewhere
	}
	f.best = insert(f.best, found{seg: f.at, doc: doc, score: score, date: f.r.seg.Date(doc), level: p.level, pasted: true, place: p.at},
		f.s.keep, f.s.view.segs)
}

// first puts the hits before others, none twice.
func first(hits, others []found, keep int) []found {
	type place struct {
		seg int
		doc uint32
	}
	seen := map[place]bool{}
	for _, f := range hits {
		seen[place{f.seg, f.doc}] = true
	}
	for _, f := range others {
		if len(hits) < keep && !seen[place{f.seg, f.doc}] {
			hits = append(hits, f)
		}
	}
	return hits
}

// howCut tells in what way a word of a document is the i-th of the run.
func (r *run) howCut(i int, word string) How {
	switch {
	case word == r.words[i]:
		return Exact
	case i == len(r.words)-1 && len(word) >= len(r.words[i]) && word[:len(r.words[i])] == r.words[i]:
		return Beginning
	case len(r.words) == 1 && (len(word) < len(r.words[0]) || word[len(word)-len(r.words[0]):] != r.words[0]):
		return Inside
	}
	return Ending
}

// runReasons tells what every word of the run found.
func (s *searcher) runReasons(f found) []Reason {
	seg := s.view.segs[f.seg]
	order := seg.Order(f.doc, nil)
	out := make([]Reason, 0, len(s.run.words))
	share := 1 / float64(len(s.run.words))
	for i, typed := range s.run.words {
		w := order[f.place+i]
		word := string(seg.Word(w))
		out = append(out, Reason{Typed: typed, Found: word, How: s.run.howCut(i, word), Field: partNames[seg.Field(w)], Weight: share, Given: share * f.score})
	}
	return out
}

// runLetters marks the letters of the run in the text that holds it.
func (s *searcher) runLetters(f found, text string, tokens []words.Token) (out []claims.Span) {
	for i, typed := range s.run.words {
		t := tokens[f.place+i]
		out = append(out, letters(text, claims.Span{Start: t.Start, End: t.End}, typed, s.run.howCut(i, t.Text))...)
	}
	return out
}
