package match

import "slices"

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

// How many documents are looked at in one pass: fewer where the words are
// taken as they were typed, for then the best are those that hold most.
const (
	looksStrict = 3000
	looksLoose  = 8000
	looksEqual  = 500    // from which on equal ones are not told apart
	looksLast   = 2000   // where nothing fits well
	looksAll    = 10_000 // in all passes of one search
	looksLeast  = 200    // that are left for the last
	readsAll    = 2_000_000
	readsLeast  = 100_000

	pairsALook = 60 // pairs of matches that are compared in the time of a look
	maxGuesses = 16 // words that are taken for slips of others
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
		if runs, err = s.pasted(level+1, s.runWork(level)); err != nil || len(runs) >= s.keep {
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
		if best, err = s.pass(best, leastShort); err != nil || len(best) > 0 && best[0].score >= sureShort {
			return best, err
		}
	}
	s.readings = append(s.readings, s.asTyped(typed))
	s.use(from, len(s.readings))
	if best, err = s.pass(best, likely); err != nil || len(best) > 0 {
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
	most := looksLoose
	switch {
	case least > likely:
		most = looksStrict
	case least == 0: // there must be an answer, whatever was spent before
		most = looksLast
		s.left, s.counter.left = max(s.left, looksLeast), max(s.counter.left, readsLeast)
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

// expand finds what terms can mean.
func (s *searcher) expand(terms []*term, loose bool) {
	for i, t := range terms {
		if loose && t.loose {
			continue
		}
		if same := slices.IndexFunc(terms[:i], t.same); same >= 0 {
			t.means(terms[same])
			continue
		}
		t.expand(&s.meanings, s.view.segs, s.view.docs, loose, s.guesses > 0)
		t.weigh(s.view.docs)
		if t.loose {
			s.guesses--
		}
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
