package attribution

// findQuotations finds the token ranges of the quotations and which outermost
// one holds each token.
func (s *Scene) findQuotations() {
	qs := s.Doc.Quotations
	s.Quote = make([]Marks, len(qs))
	top := make([]int32, len(qs))
	for q := range qs {
		s.Quote[q] = Marks{First: int32(len(s.word)), Last: -1}
		top[q] = int32(q)
		if o := qs[q].Outer; o >= 0 && o < q {
			top[q] = top[o]
		}
	}
	for i := range s.Doc.Tokens {
		q := s.Doc.Tokens[i].Quote
		s.outer[i] = -1
		if q < 0 {
			continue
		}
		s.outer[i] = top[q]
		for _, k := range [2]int32{int32(q), top[q]} {
			s.Quote[k].First = min(s.Quote[k].First, int32(i))
			s.Quote[k].Last = max(s.Quote[k].Last, int32(i))
		}
	}
}

// linkQuotations finds the nearest token on either side of each that lies in
// another quotation, and what each sentence holds of quotations.
func (s *Scene) linkQuotations() {
	n := len(s.outer)
	var last, other int32 = -1, -1 // last quoted token, and the last one in a quotation different from that
	for i := range n {
		s.quoteL[i] = last
		q := s.outer[i]
		if q < 0 {
			continue
		}
		if last >= 0 && s.outer[last] == q {
			s.quoteL[i] = other
		} else {
			other = last
		}
		last = int32(i)
	}
	last, other = int32(n), int32(n)
	for i := n - 1; i >= 0; i-- {
		s.quoteR[i] = last
		q := s.outer[i]
		if q < 0 {
			continue
		}
		if int(last) < n && s.outer[last] == q {
			s.quoteR[i] = other
		} else {
			other = last
		}
		last = int32(i)
	}
	s.sentence = make([]holding, len(s.Doc.Sentences))
	for k, r := range s.Doc.Sentences {
		h := &s.sentence[k]
		*h = holding{first: -1, long: -1}
		for i := r.First; i < r.Last; i++ {
			h.add(s, i)
		}
	}
}

// holding is what a sentence holds of quotations.
type holding struct {
	first, long     int32 // first quotation, and first one of more than five tokens that opens here; -1 without
	severals, longs bool  // whether there are others
}

func (h *holding) add(s *Scene, i int) {
	q := s.outer[i]
	if q < 0 {
		return
	}
	if h.first < 0 {
		h.first = q
	}
	h.severals = h.severals || q != h.first
	if !s.opens(i) || s.Quote[q].Last-s.Quote[q].First <= 5 {
		return
	}
	if h.long < 0 {
		h.long = q
	}
	h.longs = h.longs || q != h.long
}

// besides tells in two bits whether the sentence holds a quotation other than
// q, and whether a long one opens in it.
func (h *holding) besides(q int32) (bits uint32) {
	if h.severals || h.first >= 0 && h.first != q {
		bits |= 1
	}
	if h.longs || h.long >= 0 && h.long != q {
		bits |= 2
	}
	return bits
}

// quoteState tells in a few bits where the token stands to the quotations
// around it: inside one, one ending shortly before it, one beginning shortly
// after it in its sentence.
func (s *Scene) quoteState(i int) uint32 {
	const far, near, nearest = 12, 4, 3
	state := uint32(0)
	if s.outer[i] >= 0 {
		state |= 1
	}
	sent := s.Doc.Sentences[s.Doc.Tokens[i].Sent]
	if j := int(s.quoteL[i]); j >= 0 && i-j <= far {
		state |= 2
		if i-j <= near {
			state |= 4
		}
		if j < sent.First {
			state |= 32
		}
	}
	if j := int(s.quoteR[i]); j < sent.Last && j-i <= far {
		state |= 8
		if j-i <= nearest {
			state |= 16
		}
	}
	return state
}

// countBrackets lets stretches without brackets be told at once.
func (s *Scene) countBrackets() {
	n := int32(0)
	for i := range s.word {
		if !s.word[i] && bracket(s.Doc.Tokens[i].Word) != 0 {
			n++
		}
		s.brackets[i] = n
	}
}

// findBreaks finds, for each token, what divides its sentence last before it
// outside quotations: a comma, semicolon or dash, and a word that begins a clause.
func (s *Scene) findBreaks() {
	comma, clause := int32(-1), int32(-1)
	for i := range s.word {
		if s.outer[i] < 0 {
			switch t := &s.Doc.Tokens[i]; t.Word {
			case ",", ";", "—", "–", "--":
				comma = int32(i)
			default:
				switch t.Tag {
				case "CC", "IN", "WDT", "WP", "WRB":
					if top := s.TopL[i]; top > int32(i) && s.Doc.Tokens[top].Tag[0] == 'V' {
						clause = int32(i)
					}
				}
			}
		}
		s.commaL[i], s.clauseL[i] = comma, clause
	}
}

func bracket(word string) int {
	switch word {
	case "(", "[", "-LRB-":
		return 1
	case ")", "]", "-RRB-":
		return -1
	}
	return 0
}

// punctBalance tells whether brackets open and close within the stretch: 0
// they do, 1 one is left open, 2 one closes that was opened before.
func (s *Scene) punctBalance(a, z int) uint32 {
	if s.brackets[z] == s.brackets[a] && (s.word[a] || bracket(s.Doc.Tokens[a].Word) == 0) {
		return 0
	}
	depth := 0
	for i := a; i <= z && i < a+farTokens; i++ {
		if s.word[i] {
			continue
		}
		if depth += bracket(s.Doc.Tokens[i].Word); depth < 0 {
			return 2
		}
	}
	return uint32(min(depth, 1))
}
