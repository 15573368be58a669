package match

import (
	"math"
	"slices"

	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// Other ways to divide what was typed into words: "primeminister" and
// "kerrceahos" are several words, "health care" can be one.

const (
	minPiece     = 3  // letters of a part of a word that was run together
	minTogether  = 6  // letters of a word that can be one
	maxTogether  = 32 // and of one that is tried
	maxShort     = 5  // letters of a word that was cut short
	maxPieces    = 5
	maxSplits    = 6    // ways to divide one word that are followed up
	maxReadings  = 8    // from which on no more divisions are followed up
	farBehind    = 7    // logarithms that a way may be less likely than the best
	priorRegroup = 0.97 // what a hit is worth beside one of the words as they were typed
)

// split is one way to divide a word.
type split struct {
	ends  []int
	score float64
}

// termsOf makes the terms of the words as they were typed, and tells which
// make up each phrase.
func termsOf(q *Query) (terms []*term, phrases [][]int) {
	for i, w := range q.Words {
		if i == maxTerms {
			break
		}
		if w.Phrase > 0 {
			for len(phrases) < w.Phrase {
				phrases = append(phrases, nil)
			}
			phrases[w.Phrase-1] = append(phrases[w.Phrase-1], i)
		}
		terms = append(terms, &term{text: w.Text, open: w.Open, first: i == 0, exact: w.Phrase > 0, light: words.Function(w.Text)})
	}
	return terms, slices.DeleteFunc(phrases, func(p []int) bool { return len(p) == 0 })
}

// asTyped is the reading of the first n terms: the words as they were typed.
func (s *searcher) asTyped(n int) reading {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	r := s.reading(order, 1)
	r.typed = true
	return r
}

// reading makes one of terms in their order.
func (s *searcher) reading(terms []int, prior float64) reading {
	r := reading{terms: terms, share: make([]float64, len(s.terms)), place: make([]int, len(s.terms)), prior: prior}
	sum := 0.0
	for _, t := range terms {
		sum += s.terms[t].weight
	}
	for i, t := range terms {
		r.share[t], r.place[t] = s.terms[t].weight/sum, i
	}
	return r
}

// regroup adds the terms of other divisions of the typed words: each pair of
// neighbours as one word where the index has it, and each unknown word in
// parts.
func (s *searcher) regroup(typed int) {
	defer s.work.share(stageShare)()
	s.regrouped = s.regrouped[:0]
	for i := range typed {
		if len(s.regrouped) >= maxReadings || s.work.over(CutGuesses) {
			return
		}
		if i+1 < typed {
			s.join(i, typed)
		}
		if t := s.terms[i]; !t.known && !t.exact && len(t.text) >= minTogether && len(t.text) <= maxTogether {
			for _, sp := range s.splits(t.text) {
				s.divide(i, typed, sp)
			}
		}
	}
}

// replace is the sequence of typed terms with n of them from i on replaced.
func replace(typed, i, n int, by ...int) []int {
	var out []int
	for k := range i {
		out = append(out, k)
	}
	out = append(out, by...)
	for k := i + n; k < typed; k++ {
		out = append(out, k)
	}
	return out
}

func (s *searcher) join(i, typed int) {
	a, b := s.terms[i], s.terms[i+1]
	if a.exact || b.exact {
		return
	}
	t := &term{text: a.text + b.text, open: b.open, first: a.first}
	if !t.stands(s.view.segs) {
		return
	}
	t.expand(&s.meanings, s.view.segs, s.view.docs, false)
	t.weigh(s.view.docs)
	s.terms = append(s.terms, t)
	s.regrouped = append(s.regrouped, replace(typed, i, 2, len(s.terms)-1))
}

// divide adds the parts of the typed word i as terms, those of another
// division taken over.
func (s *searcher) divide(i, typed int, sp split) {
	var by []int
	text, from := s.terms[i].text, 0
	for _, end := range sp.ends {
		part := text[from:end]
		from = end
		at := slices.IndexFunc(s.terms, func(t *term) bool { return t.piece && t.text == part })
		if at < 0 {
			t := &term{text: part, piece: true}
			t.expand(&s.meanings, s.view.segs, s.view.docs, false)
			t.weigh(s.view.docs)
			at = len(s.terms)
			s.terms = append(s.terms, t)
		}
		by = append(by, at)
	}
	s.regrouped = append(s.regrouped, replace(typed, i, 1, by...))
}

// splits finds the likeliest ways to divide a word into beginnings of words.
// The likelihood of a part is the share of documents with a word that begins
// so; the best divisions of each beginning of the word are kept.
func (s *searcher) splits(text string) []split {
	best := make([][]split, len(text)+1)
	best[0] = []split{{}}
	for end := minPiece; end <= len(text) && !s.work.over(CutGuesses); end++ {
		var all []split
		for from := 0; from+minPiece <= end; from++ {
			if len(best[from]) == 0 {
				continue
			}
			likely := s.begins(text[from:end])
			if math.IsInf(likely, -1) {
				continue
			}
			for _, b := range best[from] {
				if len(b.ends) < maxPieces {
					all = append(all, split{append(slices.Clone(b.ends), end), b.score + likely})
				}
			}
		}
		slices.SortStableFunc(all, func(a, b split) int {
			switch {
			case a.score > b.score:
				return -1
			case a.score < b.score:
				return 1
			}
			return 0
		})
		best[end] = all[:min(len(all), maxSplits)]
	}
	out := slices.DeleteFunc(best[len(text)], func(sp split) bool { return len(sp.ends) < 2 })
	return slices.DeleteFunc(out, func(sp split) bool { return sp.score < out[0].score-farBehind })
}

// begins is the logarithm of the share of documents that hold a word with
// this beginning.
func (s *searcher) begins(text string) float64 {
	holding := 0
	for _, seg := range s.view.segs {
		seg.Prefix(text, func(w uint32) {
			s.work.do(spelling, 1)
			if seg.Field(w) == segment.Body {
				holding += seg.Freq(w)
			}
		})
	}
	if holding == 0 {
		return math.Inf(-1)
	}
	return math.Log(min(1, float64(holding)/float64(s.view.docs+1)))
}

// looksShort reports whether the words look like ones that were cut short: all
// of a few letters, and not all of them known.
func (s *searcher) looksShort() bool {
	unknown := false
	for _, t := range s.terms {
		if len(t.text) < minPiece || len(t.text) > maxShort {
			return false
		}
		unknown = unknown || !t.stands(s.view.segs)
	}
	return unknown
}

// cutShort finds the documents that hold all words as beginnings or consonants
// of others.
func (s *searcher) cutShort() ([]found, error) {
	if s.cut {
		return s.short, nil
	}
	s.cut = true
	typed := min(len(s.query.Words), maxTerms)
	if typed < 2 || typed > maxPieces {
		return nil, nil
	}
	var order []int
	for _, w := range s.terms[:typed] {
		if w.exact {
			return nil, nil
		}
		order = append(order, len(s.terms))
		s.terms = append(s.terms, &term{text: w.text, piece: true})
	}
	s.expand(s.terms[len(s.terms)-typed:], false)
	s.readings = append(s.readings, s.reading(order, priorRegroup))
	s.use(len(s.readings)-1, len(s.readings))
	defer s.work.share(stageShare)()
	var err error
	s.short, err = s.pass(nil, leastShort)
	return s.short, err
}
