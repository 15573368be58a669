package match

// A run of letters copied out of a text may begin and end in mid-word:
// "vernment will not rai". Where the words as they were typed are not found
// side by side, the query is read as such a run: its first word ends a word of
// the document, its last begins one, those between them stand there as they
// are, and one follows the other.

// pastedLeast is the least score of a run that is found: all of it, whatever
// field it stands in.
const pastedLeast = 0.5

// pasted finds the documents that hold the query as a run of letters.
func (s *searcher) pasted() ([]found, error) {
	terms := s.pastedTerms()
	if terms == nil {
		return nil, nil
	}
	typed, phrases := s.terms, s.phrases
	s.terms, s.readings = terms, nil
	run := make([]int, len(terms))
	for i := range run {
		run[i] = i
	}
	s.readings, s.phrases = []reading{s.reading(run, 1)}, [][]int{run}
	s.equal = true
	best, err := s.pass(pastedLeast)
	s.equal = false
	for i := range best {
		best[i].pasted = true
	}
	s.pastedRun, s.pastedReadings = s.terms, s.readings
	s.terms, s.phrases = typed, phrases
	return best, err
}

// pastedTerms gives the terms of the query as a run, nil where it cannot be
// one: a word of it is not in the index, or something is in quotation marks.
func (s *searcher) pastedTerms() []*term {
	out := make([]*term, len(s.terms))
	for i, t := range s.terms {
		if t.exact {
			return nil
		}
		p := &term{text: t.text, open: t.open, first: i == 0}
		any := false
		for _, seg := range s.view.segs {
			s.meanings.begin(seg)
			p.run(&s.meanings, len(s.terms) == 1)
			p.found = append(p.found, s.meanings.best())
			any = any || len(p.found[len(p.found)-1]) > 0
		}
		if !any {
			return nil
		}
		p.weigh(s.view.docs)
		out[i] = p
	}
	return out
}

// run adds the words of a segment that the term is a part of, where it stands
// in the run.
func (t *term) run(m *meanings, alone bool) {
	m.seg.Exact(t.text, func(w uint32) { m.add(w, qualityExact, Exact) })
	if t.open {
		m.seg.Prefix(t.text, func(w uint32) { m.add(w, qualityExact, Beginning) })
	}
	if t.first {
		m.seg.Ending(t.text, func(w uint32) { m.add(w, qualityExact, Ending) })
	}
	if alone && t.open {
		m.seg.Inside(t.text, func(w uint32) { m.add(w, qualityExact, Inside) })
	}
}

// sideBySide reports whether a document holds all words of the typed reading
// one after the other, as they were typed.
func (s *searcher) sideBySide(f found) bool {
	s.mark(f.seg)
	defer s.unmark()
	s.collect(s.view.segs[f.seg].Segment, f.doc)
	return f.read == 0 && s.holds(s.readings[0].terms)
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
