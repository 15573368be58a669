package match

import (
	"cmp"
	"slices"
)

// How a query is searched for, from what it says to what it could mean, until
// something fits.
//
//  1. The words as they were typed; those that the index does not know as any
//     that they may be a slip or a part of. Where all of them are short and
//     one is unknown, first as words that were cut short.
//  2. The query letter for letter, as a run copied out of a text.
//  3. All words as beginnings or consonants of others.
//  4. Words run together or divided wrongly.
//  5. All that and all words as slips of others.

const (
	// sure is the score from which on the words are taken to be meant as they
	// were typed, and no guesses are made.
	sure = 0.86
	// sureShort is the same for words that were cut short.
	sureShort = 0.80
	// leastShort is the score from which on they are taken for that at all: all
	// of them are there.
	leastShort = 0.70
	// beside is the least score of a hit that is listed beside those that are
	// sure.
	beside = 0.6
	// likely is the score below which hits are listed only where there is
	// nothing better.
	likely = 0.4
)

// What may be used to look at documents in one pass: less where the words are
// taken as they were typed, for then the best are those that hold most.
const (
	looksStrict = 2_600_000
	looksLoose  = 5_000_000
	looksLeast  = 10  // documents that are looked at whatever was done before
	looksEqual  = 500 // documents after which equal ones are not told apart
)

// Each stage before the last may use one part in so many of what is left.
const (
	strictShare = 2 // for the words as they were typed
	runShare    = 2 // for the query letter for letter
	stageShare  = 3
	lastWork    = 600_000 // what is left for the last stage of all
)

// answer finds what the query asks for.
func (s *searcher) answer() ([]found, error) {
	s.readings = s.readings[:0]
	s.prepareRun()
	best, err := s.fitting()
	if err != nil {
		return nil, err
	}
	level := notHeld
	if len(best) > 0 {
		level = best[0].level
	}
	if level == asCopied {
		return s.fill(best)
	}
	var runs []found
	if s.run != nil {
		for at := range s.view.segs {
			s.runners[at].parts()
		}
		end := s.work.lend(min(s.run.worth(level), s.work.free()/runShare))
		runs, err = s.pasted(level + 1)
		if end(); err != nil || len(runs) >= s.keep {
			return runs, err
		}
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
			s.runners[at].work = &s.work
			s.runners[at].prepare(s.run, seg)
		}
	}
}

// fitting finds what fits the words so well that no more guesses are needed.
func (s *searcher) fitting() ([]found, error) {
	if len(s.terms) == 0 {
		return nil, nil
	}
	typed := len(s.terms)
	if s.looksShort() {
		best, err := s.cutShort()
		if err != nil || len(best) > 0 && best[0].score >= sureShort {
			return best, err
		}
	}
	s.expand(s.terms[:typed], false)
	s.readings = append(s.readings, s.asTyped(typed))
	s.use(len(s.readings)-1, len(s.readings))
	defer s.work.share(strictShare)()
	return s.pass(nil, sure)
}

// guess searches with everything that could be meant.
func (s *searcher) guess() ([]found, error) {
	typed := min(len(s.query.Words), maxTerms)
	best, err := s.cutShort()
	if err != nil {
		return nil, err
	}
	if len(best) > 0 && best[0].score >= sureShort {
		return s.fill(best)
	}
	s.expand(s.terms[:typed], true)
	s.regroup(typed)
	from := len(s.readings)
	for _, r := range s.regrouped {
		s.readings = append(s.readings, s.reading(r, priorRegroup))
	}
	if len(s.regrouped) > 0 {
		s.use(from, len(s.readings))
		end := s.work.share(stageShare)
		best, err = s.pass(best, leastShort)
		if end(); err != nil || len(best) > 0 && best[0].score >= sureShort {
			return best, err
		}
	}
	s.readings = append(s.readings, s.asTyped(typed))
	s.use(from, len(s.readings))
	end := s.work.lend(s.work.free() - lastWork)
	best, err = s.pass(best, likely)
	if end(); err != nil || len(best) > 0 {
		return best, err
	}
	return s.pass(nil, 0)
}

// fill adds less likely hits to those that are sure where there are few.
func (s *searcher) fill(best []found) ([]found, error) {
	if len(best) >= s.keep {
		return best, nil
	}
	return s.pass(nil, beside)
}

// pass looks through all segments for documents that the readings in use find,
// and puts them among the best. It gives up where no document can reach the
// least score.
func (s *searcher) pass(best []found, least float64) ([]found, error) {
	s.looks = looksLoose
	if least > likely {
		s.looks = looksStrict
	}
	for i := len(s.view.segs) - 1; i >= 0; i-- { // the small ones with what is new first
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		best = s.segment(i, best, least)
	}
	return best, s.ctx.Err()
}

// expand finds what terms can mean, the longest first: of the words that the
// index does not know they tell most.
func (s *searcher) expand(terms []*term, loose bool) {
	defer s.work.share(stageShare)()
	order := slices.Clone(terms)
	slices.SortStableFunc(order, func(a, b *term) int { return cmp.Compare(len(b.text), len(a.text)) })
	for i, t := range order {
		if loose && t.loose {
			continue
		}
		if same := slices.IndexFunc(order[:i], t.same); same >= 0 {
			t.means(order[same])
			continue
		}
		t.expand(&s.meanings, s.view.segs, s.view.docs, loose)
		t.weigh(s.view.docs)
	}
}

// use makes some of the readings those that are searched for.
func (s *searcher) use(from, to int) {
	s.from, s.to = from, to
	for _, t := range s.terms {
		t.idle = true
	}
	s.active = s.active[:0]
	for _, r := range s.readings[from:to] {
		for _, i := range r.terms {
			if t := s.terms[i]; t.idle {
				t.idle = false
				s.active = append(s.active, t)
			}
		}
	}
}
