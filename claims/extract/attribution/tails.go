package attribution

// nextFeatures describes the phrase that begins behind an end: what it is about
// tells whether it still belongs to what was said or to the occasion, as "in a
// letter" and "at a rally" do.
func (v *view) nextFeatures(b *bag, next int, nplace, after uint32) {
	s := v.s
	if next >= len(s.word) {
		return
	}
	nt := int(s.TopL[next])
	if nt < 0 {
		return
	}
	word, first, cue := &s.hash[nt], &s.hash[next], &s.hash[v.c]
	b.three(30, word.kind, first.lower, nplace)
	b.two(31, word.lemma, first.lower)
	b.three(32, word.kind, first.lower, cue.kind)
	b.three(33, word.rel, word.tag, after)
	b.three(34, word.tag, nplace, cue.kind)
	b.three(35, s.subject(nt), nplace, first.lower)
	left := s.Doc.Sentences[s.Doc.Tokens[next].Sent].Last - next
	b.three(36, bucket(left), first.lower, nplace)
}

// subject tells as a number whether the token has a subject.
func (s *Scene) subject(i int) uint32 {
	if s.subjects[i] {
		return 1
	}
	return 0
}

// quoteEdges describes what a content holds before its first quotation and
// behind its last one.
func (v *view) quoteEdges(b *bag, a, z int, shape uint32) {
	s := v.s
	if k := int(s.quoteL[z]); s.outer[z] < 0 && k > a && s.outer[k] != s.outer[v.c] {
		i := int(s.nextWord[k])
		if i > z {
			return
		}
		top, rel := int(s.TopL[i]), uint32(0)
		if top >= 0 {
			rel = s.hash[top].rel
		}
		b.three(41, s.hash[i].lower, v.place(top), rel)
		b.three(42, s.hash[i].tag, bucket(z-k), s.hash[i-1].lower)
	}
	if k := int(s.quoteR[a]); s.outer[a] < 0 && k <= z && s.outer[k] != s.outer[v.c] {
		b.three(43, s.hash[k-1].lower, bucket(k-a), s.hash[v.c].kind)
		b.three(44, s.hash[a].lower, s.hash[k-1].tag, shape)
	}
}

// tail is how the part of a content behind its last comma begins: the reporter
// may have added it.
type tail struct{ first, then, place, rel, size uint32 }

// tail describes the part of the stretch from a to z behind its last comma or
// dash outside quotations; all is zero where there is none.
func (v *view) tail(a, z int) tail {
	s := v.s
	k := int(s.commaL[z])
	if k <= a || k+2 > z {
		return tail{}
	}
	i := k + 1
	t := tail{first: s.hash[i].lower, then: s.hash[i+1].tag, place: v.place(int(s.TopL[i])), size: bucket(z - k)}
	if top := int(s.TopL[i]); top >= 0 {
		t.rel = s.hash[top].rel
	}
	if s.Doc.Tokens[i].Tag[0] != 'I' && s.Doc.Tokens[i].Tag[0] != 'W' && s.Doc.Tokens[i].Tag[0] != 'C' {
		t.first = s.hash[i].tag
	}
	return t
}

// ownIn gives the relation of the last dependent of the cue that begins within
// the stretch, and its first word: "in a letter" belongs to the cue of
// "announced the vote in a letter".
func (v *view) ownIn(a, z int) (rel, first uint32) {
	s := v.s
	for _, k := range s.Kids(v.c) {
		if f := int(s.First[k]); s.word[k] && f > a && f <= z && f > v.c {
			rel, first = s.hash[k].rel, s.hash[f].lower
		}
	}
	return rel, first
}

// quotationsIn counts the quotations of the stretch other than q, up to three.
func (s *Scene) quotationsIn(a, z int, q int32) (n uint32) {
	last := q
	for i := a; i <= z && i < a+farTokens && n < 3; i++ {
		if o := s.outer[i]; o >= 0 && o != q && o != last {
			n++
			last = o
		}
	}
	return n
}

// finiteIn reports as a number whether the stretch holds a finite verb.
func (s *Scene) finiteIn(a, z int) uint32 {
	for i := a; i <= z && i < a+farTokens; i++ {
		switch s.Doc.Tokens[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return 1
		}
	}
	return 0
}
