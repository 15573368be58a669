package attribution

// distance is how many tokens lie between the cue and w, coarsely.
func (v *view) distance(w int) uint32 { return bucket(w - v.c) }

func (v *view) sentDistance(w int) uint32 {
	return uint32(max(-3, min(3, v.s.Doc.Tokens[w].Sent-v.sent)) + 4)
}

// outside is the token at an edge of the content, mark or word; past the end
// of the sentence's paragraph it is a mark of its own.
func (v *view) outside(i int) (lower, tag uint32) {
	s := v.s
	if i < 0 || i >= len(s.word) || s.Para[i] != s.Para[max(0, min(i+1, len(s.word)-1))] && i < v.c {
		return 11, 11
	}
	return s.hash[i].lower, s.hash[i].tag
}

// between condenses the tags of up to four tokens from the cue to w.
func (v *view) between(w int) uint32 {
	if w-v.c > 5 {
		return 99
	}
	h := uint32(1)
	for i := v.c + 1; i < w; i++ {
		h = mix(h, v.s.hash[i].tag)
	}
	return h
}

// quoteOf tells how the word stands to quotations: outside, inside the same
// one as the cue, inside another, at the edge of it.
func (v *view) quoteOf(w int, edge bool) uint32 {
	q := v.s.outer[w]
	switch {
	case q < 0:
		return 0
	case q == v.s.outer[v.c]:
		return 1
	case edge:
		return 3
	}
	return 2
}

// quoteShape tells how quotations and the stretch from a to z lie.
func (v *view) quoteShape(a, z int) uint32 {
	s := v.s
	qa, qz, qc := s.outer[a], s.outer[z], s.outer[v.c]
	switch {
	case qa < 0 && qz < 0:
		return 0
	case qa == qz && qa == qc:
		return 1
	case qa == qz:
		return s.oneQuotation(a, z)
	case qa >= 0 && qz >= 0 && s.opens(a) && s.closes(z):
		return 3
	case qa < 0 && s.closes(z):
		return 7
	case qz < 0 && s.opens(a):
		return 8
	case qa < 0:
		return 9
	}
	return 10
}

// oneQuotation is the shape of a stretch within one quotation: all of it, its
// beginning, its end or its middle.
func (s *Scene) oneQuotation(a, z int) uint32 {
	switch opens, closes := s.opens(a), s.closes(z); {
	case opens && closes:
		return 2
	case opens:
		return 4
	case closes:
		return 5
	}
	return 6
}

// colonEnd reports as a number whether a colon stands just before the word.
func (s *Scene) colonEnd(w int) uint32 {
	for i := w - 1; i >= 0 && i >= w-3; i-- {
		if s.word[i] {
			return 0
		}
		if s.Doc.Tokens[i].Word == ":" {
			return 1
		}
	}
	return 0
}
