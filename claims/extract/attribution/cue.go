package attribution

import "strings"

// May tells whether the token can be the head of a cue at all: a verb, noun or
// adjective, or one of the few other words and marks that introduce speech.
func (s *Scene) May(i int) bool {
	t := &s.Doc.Tokens[i]
	switch {
	case strings.HasPrefix(t.Tag, "VB"), strings.HasPrefix(t.Tag, "NN"), strings.HasPrefix(t.Tag, "JJ"), strings.HasPrefix(t.Tag, "MD"):
		return s.word[i]
	case t.Word == ":" || t.Word == "--" || t.Word == "—" || t.Word == "–" || t.Word == "―":
		return true
	case t.Lower == "according", t.Lower == "per", t.Lower == "from", t.Lower == "for", t.Lower == "in", t.Lower == "'s", t.Lower == "of", t.Lower == "by":
		return true
	}
	return strings.HasPrefix(t.Tag, "RB") && s.word[i]
}

const (
	seedCue = iota*7919 + 101
	seedLeft
	seedRight
	seedPair
	seedSource
	seedExtent
	seedGlance = 0x91A7CE
)

// glance describes the token as the head of a cue by what is quickest seen,
// to leave out the words that are plainly none.
func (s *Scene) glance(b *bag, i int) {
	b.reset(seedGlance)
	t := &s.Doc.Tokens[i]
	h := &s.hash[i]
	state := s.quoteState(i)
	b.add(0)
	b.one(1, h.lemma)
	b.two(2, h.lower, h.tag)
	b.two(3, h.suffix, h.tag)
	b.two(4, h.rel, h.lemma)
	b.two(5, h.sense, h.tag)
	b.two(6, state, h.tag)
	b.two(7, state, h.lemma)
	if t.Head >= 0 {
		g := &s.hash[t.Head]
		b.three(8, g.tag, h.rel, h.tag)
		b.three(9, g.kind, h.rel, h.kind)
	}
	kids := uint32(0)
	for _, k := range s.Kids(i) {
		switch s.Doc.Tokens[k].Rel {
		case "nsubj", "nsubj:pass":
			kids |= 1
		case "ccomp", "acl", "parataxis":
			kids |= 2
		case "xcomp", "advcl":
			kids |= 4
		case "nmod:poss", "obl":
			kids |= 8
		}
	}
	b.two(10, kids, h.tag)
	b.two(11, kids, h.kind)
	b.two(12, kids, h.lemma)
	b.three(13, h.use, kids, h.tag)
}

// cueFeatures describes the token as the head of a cue.
func (s *Scene) cueFeatures(b *bag, i int) {
	b.reset(seedCue)
	t := &s.Doc.Tokens[i]
	h := &s.hash[i]
	b.add(0)
	b.one(1, h.lemma)
	b.one(2, h.lower)
	b.one(3, h.tag)
	b.two(4, h.suffix, h.tag)
	b.two(5, h.rel, h.tag)
	b.two(6, h.rel, h.lemma)
	if t.Head >= 0 {
		g := &s.hash[t.Head]
		b.two(7, g.lemma, h.rel)
		b.three(8, g.tag, h.rel, h.tag)
		b.three(9, g.lemma, h.rel, h.lemma)
	}
	b.two(10, h.sense, h.tag)
	b.two(11, h.kind, h.tag)
	b.two(12, h.kind, h.rel)
	b.two(14, h.use, h.tag)
	b.three(15, h.use, h.kind, h.rel)
	if t.Head >= 0 {
		b.three(13, h.kind, s.hash[t.Head].kind, h.rel)
	}
	s.cueFrame(b, i)
	s.cueNeighbours(b, i)
	s.cueQuotes(b, i)
}

// cueFrame describes what depends on the token.
func (s *Scene) cueFrame(b *bag, i int) {
	h := &s.hash[i]
	frame := uint32(1)
	for _, k := range s.Kids(i) {
		g := &s.hash[k]
		if !s.word[k] {
			b.two(20, g.lower, h.tag)
			continue
		}
		side := uint32(0)
		if int(k) < i {
			side = 1
		}
		b.three(21, g.rel, side, h.tag)
		b.three(22, g.rel, h.lemma, side)
		b.two(23, g.rel, g.lemma)
		b.three(24, g.rel, g.tag, h.suffix)
		switch s.Doc.Tokens[k].Rel {
		case "nsubj", "nsubj:pass", "ccomp", "xcomp", "obj", "obl", "parataxis", "acl", "advcl", "mark", "nmod:poss", "compound:prt", "cop":
			frame = mix(frame, g.rel+side)
		}
		switch s.Doc.Tokens[k].Rel {
		case "nsubj", "nsubj:pass", "nmod:poss", "obl":
			b.three(25, g.rel, g.tag, h.lemma)
			b.three(26, g.rel, g.shape, g.suffix)
			b.three(31, g.rel, g.kind, h.lemma)
			b.three(32, g.rel, g.kind, h.kind)
			b.three(33, g.rel, g.kind, h.tag)
		case "ccomp", "xcomp", "acl", "advcl", "parataxis", "obj", "nmod", "obl:agent", "dep":
			for _, kk := range s.Kids(int(k)) {
				if s.Doc.Tokens[kk].Rel == "mark" || s.Doc.Tokens[kk].Rel == "case" || s.Doc.Tokens[kk].Rel == "nsubj" {
					b.three(27, g.rel, s.hash[kk].rel, s.hash[kk].lower)
					b.three(28, s.hash[kk].rel, s.hash[kk].lower, h.lemma)
				}
			}
		}
	}
	b.two(34, frame, h.kind)
	b.two(35, frame, h.sense)
	b.three(36, frame, h.use, h.tag)
	b.three(37, frame, h.use, h.kind)
	b.two(29, frame, h.tag)
	b.two(30, frame, h.lemma)
}

// cueNeighbours describes the words beside the token.
func (s *Scene) cueNeighbours(b *bag, i int) {
	h := &s.hash[i]
	n := len(s.Doc.Tokens)
	sent := s.Doc.Sentences[s.Doc.Tokens[i].Sent]
	for d := -3; d <= 3; d++ {
		if d == 0 {
			continue
		}
		j := i + d
		var w, tag uint32 = 7, 7
		if j >= 0 && j < n && sent.Has(j) {
			w, tag = s.hash[j].lower, s.hash[j].tag
		}
		at := uint32(d + 8)
		b.two(40, at, w)
		b.two(41, at, tag)
		if d == 1 || d == -1 {
			b.three(42, at, w, h.lemma)
			b.three(43, at, tag, h.lemma)
		}
		if d == 2 && j < n {
			b.three(44, w, s.hash[i+1].lower, h.lemma)
			b.three(45, tag, s.hash[i+1].tag, h.tag)
		}
	}
	b.two(46, bucket(i-sent.First), h.tag)
	b.two(47, bucket(sent.Last-1-i), h.lemma)
	if s.Para[i] == 0 {
		b.one(48, h.lemma)
		b.one(49, h.tag)
	}
}

// cueQuotes describes the quotation marks around the token.
func (s *Scene) cueQuotes(b *bag, i int) {
	h := &s.hash[i]
	state := s.quoteState(i)
	b.one(60, state)
	b.two(61, state, h.tag)
	b.two(62, state, h.lemma)
	b.three(63, state, h.rel, h.suffix)
	b.two(66, state, h.kind)
	b.three(67, state, h.use, h.tag)
	all := s.sentence[s.Doc.Tokens[i].Sent].besides(s.outer[i])
	b.two(64, all, h.tag)
	b.two(65, all, h.lemma)
}
