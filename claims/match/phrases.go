package match

// phrased reports whether every phrase stands in the document word for word.
func (s *searcher) phrased() bool {
	for _, phrase := range s.phrases {
		if !s.holds(phrase) {
			return false
		}
	}
	return true
}

func (s *searcher) holds(phrase []int) bool {
	for i := range s.matches {
		if m := &s.matches[i]; int(m.term) == phrase[0] && s.goesOn(i, phrase[1:]) {
			return true
		}
	}
	return false
}

// goesOn reports whether the terms follow the match, each the next word.
func (s *searcher) goesOn(i int, rest []int) bool {
	at := s.matches[i].at
	for _, t := range rest {
		at++
		ok := false
		for i++; i < len(s.matches) && s.matches[i].at <= at; i++ {
			if s.matches[i].at == at && int(s.matches[i].term) == t {
				ok = true
				break
			}
		}
		if !ok {
			return false
		}
	}
	return true
}
