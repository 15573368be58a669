package attribution

// startFeatures describes the word w as the first of a content of the cue.
func (v *view) startFeatures(b *bag, sd side, w int) {
	s := v.s
	b.reset(uint32(sd) * 3)
	cue, h := &s.hash[v.c], &s.hash[w]
	top := int(s.TopL[w])
	place, rel, toptag := v.place(top), uint32(0), uint32(0)
	if top >= 0 {
		rel, toptag = s.hash[top].rel, s.hash[top].tag
	}
	dist := v.distance(w)
	before, beforeTag := v.outside(w - 1)
	quote := v.quoteOf(w, s.opens(w))
	b.one(1, dist)
	b.two(2, dist, cue.lemma)
	b.two(3, place, rel)
	b.three(4, place, rel, cue.lemma)
	b.three(5, place, rel, cue.tag)
	b.three(6, place, rel, toptag)
	b.two(7, before, cue.tag)
	b.two(8, before, cue.lemma)
	b.two(9, beforeTag, h.tag)
	b.two(10, h.lower, cue.tag)
	b.two(11, h.lower, cue.lemma)
	b.two(12, h.tag, cue.lemma)
	b.three(13, quote, dist, cue.tag)
	b.two(14, quote, cue.lemma)
	b.three(15, quote, before, place)
	b.three(16, place, before, h.tag)
	b.three(17, place, rel, before)
	b.three(18, dist, beforeTag, h.tag)
	b.three(19, dist, h.lower, cue.tag)
	b.three(20, v.sentDistance(w), quote, s.colonEnd(w))
	b.three(21, cue.rel, place, rel)
	b.three(25, place, rel, cue.kind)
	b.three(26, h.lower, cue.kind, dist)
	b.three(27, h.kind, place, rel)
	b.three(28, quote, place, cue.kind)
	skip := v.skipped(sd, w)
	b.three(29, skip, quote, cue.kind)
	b.three(30, skip, cue.lemma, before)
	b.three(31, skip, place, dist)
	b.three(32, place, rel, cue.use)
	b.three(33, h.lower, dist, cue.use)
	if sd == right {
		b.three(22, v.between(w), cue.tag, h.tag)
		b.two(23, v.between(w), cue.lemma)
	}
	if top >= 0 {
		b.three(24, s.hash[top].lemma, rel, place)
	}
}

// endFeatures describes the word w as the last of a content of the cue.
func (v *view) endFeatures(b *bag, sd side, w int) {
	s := v.s
	b.reset(uint32(sd)*3 + 1)
	cue, h := &s.hash[v.c], &s.hash[w]
	top := int(s.TopR[w])
	place, rel := v.place(top), uint32(0)
	if top >= 0 {
		rel = s.hash[top].rel
	}
	next := s.NextWord(w)
	nplace, nrel, ntag, nlow := uint32(30), uint32(0), uint32(0), uint32(0)
	if next < len(s.word) && s.Doc.Tokens[next].Sent == s.Doc.Tokens[w].Sent {
		nt := int(s.TopL[next])
		nplace, ntag, nlow = v.place(nt), s.hash[next].tag, s.hash[next].lower
		if nt >= 0 {
			nrel = s.hash[nt].rel
			if nt == v.c {
				nplace += 32
			}
		}
	}
	after, afterTag := v.outside(w + 1)
	quote := v.quoteOf(w, s.closes(w))
	dist := v.distance(w)
	b.one(1, dist)
	b.two(2, place, rel)
	b.three(3, place, rel, cue.lemma)
	b.two(4, nplace, nrel)
	b.three(5, nplace, nrel, cue.lemma)
	b.three(6, nplace, nrel, nlow)
	b.three(7, nplace, nrel, after)
	b.three(8, nplace, after, place)
	b.two(9, after, cue.tag)
	b.three(10, after, cue.lemma, uint32(sd))
	b.two(11, ntag, after)
	b.three(12, h.tag, ntag, after)
	b.two(13, nlow, after)
	b.two(14, quote, after)
	b.three(15, quote, afterTag, v.sentDistance(w))
	b.three(16, quote, cue.lemma, nplace)
	b.three(17, nplace, nrel, cue.tag)
	b.three(18, place, nplace, after)
	b.three(19, v.sentDistance(w), quote, v.state)
	b.three(20, dist, cue.tag, after)
	b.three(21, nlow, nplace, cue.tag)
	b.two(22, h.lower, after)
	b.three(23, nplace, nrel, cue.kind)
	b.three(24, quote, after, cue.kind)
	rest := v.remainder(w)
	b.three(25, rest, quote, cue.kind)
	b.three(26, rest, after, nplace)
	b.three(27, rest, quote, after)
	b.three(28, rest, nrel, nlow)
	b.three(29, rest, cue.lemma, quote)
	v.nextFeatures(b, next, nplace, after)
}

// spanFeatures describes the whole stretch from a to z.
func (v *view) spanFeatures(b *bag, sd side, a, z int, shape uint32) {
	s := v.s
	b.reset(uint32(sd)*3 + 2)
	cue := &s.hash[v.c]
	size := bucket(z - a)
	top, tail := int(s.TopL[a]), int(s.TopR[z])
	match, place, rel := uint32(0), uint32(0), uint32(0)
	switch {
	case top >= 0 && top == tail:
		match, place, rel = 1, v.place(top), s.hash[top].rel
	case top >= 0 && int(s.Last[top]) >= z && int(s.First[top]) == a:
		match, place, rel = 2, v.place(top), s.hash[top].rel
	case tail >= 0 && int(s.First[tail]) <= a:
		match, place, rel = 3, v.place(tail), s.hash[tail].rel
	}
	b.three(1, match, place, rel)
	b.three(2, match, place, shape)
	b.three(3, mix(match, place), rel, cue.lemma)
	b.three(4, mix(match, place), rel, cue.tag)
	b.one(5, shape)
	b.two(6, shape, cue.lemma)
	b.two(7, shape, cue.tag)
	b.three(8, shape, v.sentDistance(a), v.sentDistance(z))
	b.two(9, size, cue.tag)
	b.two(10, size, cue.lemma)
	b.three(11, size, shape, match)
	b.three(12, s.hash[a].tag, s.hash[z].tag, size)
	v.spanEdges(b, sd, a, z, shape, match)
	where, tag := v.rivalAt(a, z)
	b.three(21, where, tag, cue.tag)
	b.three(22, where, tag, uint32(sd))
	b.three(23, where, tag, cue.lemma)
	b.three(18, mix(match, place), rel, cue.kind)
	b.two(19, shape, cue.kind)
	if top >= 0 {
		b.three(20, match, s.hash[top].kind, cue.kind)
	}
	inner, rest := v.within(a, z), v.remainder(z)
	b.three(24, inner, shape, cue.kind)
	b.three(25, inner, rest, shape)
	b.three(26, rest, shape, match)
	b.three(27, s.quotationsIn(a, z, s.outer[v.c]), rest, shape)
	if top >= 0 {
		b.three(28, s.hash[top].tag, s.hash[top].rel, cue.kind)
		b.three(29, s.hash[top].tag, s.finiteIn(a, z), cue.lemma)
	}
	if t := v.tail(a, z); t.first != 0 {
		b.three(30, t.first, t.then, shape)
		b.three(31, t.first, t.place, t.rel)
		b.three(32, t.first, t.size, cue.kind)
		b.three(33, t.place, t.rel, match)
	}
	if rel, first := v.ownIn(a, z); rel != 0 {
		b.three(34, rel, first, cue.kind)
		b.three(35, rel, cue.lemma, match)
		b.three(36, rel, first, shape)
	}
	if k := int(s.clauseL[z]); k > a {
		top := int(s.TopL[k])
		place, rel := v.place(top), s.hash[top].rel
		b.three(37, s.hash[k].lower, place, rel)
		b.three(38, s.hash[k].lower, s.subject(top), place)
		b.three(39, s.hash[k].lower, s.hash[top].tag, cue.kind)
		b.three(40, place, rel, match)
	}
	v.quoteEdges(b, a, z, shape)
	if s.Para[v.c] == 0 {
		b.three(45, shape, match, cue.kind)
	}
}

// spanEdges describes how the stretch fits its sentences and the marks around it.
func (v *view) spanEdges(b *bag, sd side, a, z int, shape, match uint32) {
	s := v.s
	cue := &s.hash[v.c]
	edge := uint32(0)
	if s.PrevWord(a) < s.Doc.Sentences[s.Doc.Tokens[a].Sent].First {
		edge |= 1
	}
	if s.NextWord(z) >= s.Doc.Sentences[s.Doc.Tokens[z].Sent].Last {
		edge |= 2
	}
	b.three(13, edge, shape, cue.tag)
	b.three(14, edge, match, uint32(sd))
	before, _ := v.outside(a - 1)
	after, _ := v.outside(z + 1)
	b.three(15, before, after, shape)
	b.three(16, before, after, cue.tag)
	b.three(17, s.punctBalance(a, z), shape, 0)
}

// noneFeatures describes the cue as one without content on this side.
func (v *view) noneFeatures(b *bag, sd side) {
	s := v.s
	b.reset(uint32(sd)*3 + 7)
	cue := &s.hash[v.c]
	b.add(1)
	b.one(2, cue.lemma)
	b.one(3, cue.tag)
	b.two(4, cue.rel, cue.tag)
	b.one(5, v.state)
	b.two(6, v.state, cue.tag)
	b.two(7, v.state, cue.lemma)
	next, prev := s.NextWord(v.c), s.PrevWord(v.c)
	after, afterTag := v.outside(v.c + 1)
	before, beforeTag := v.outside(v.c - 1)
	b.two(8, after, cue.tag)
	b.two(9, afterTag, cue.lemma)
	b.two(10, before, cue.tag)
	b.two(11, beforeTag, cue.lemma)
	if next < len(s.word) && prev >= 0 {
		b.three(12, s.hash[prev].tag, cue.tag, s.hash[next].tag)
	}
	frame := uint32(1)
	for _, k := range s.Kids(v.c) {
		d := uint32(0)
		if int(k) > v.c {
			d = 1
		}
		b.three(13, s.hash[k].rel, d, cue.tag)
		b.three(14, s.hash[k].rel, d, cue.lemma)
		if s.word[k] {
			frame = mix(frame, s.hash[k].rel+d)
		}
	}
	b.two(15, frame, cue.rel)
	b.one(17, cue.sense)
	b.two(18, cue.kind, v.state)
	b.two(19, cue.kind, frame)
	b.three(20, cue.use, frame, cue.tag)
	b.three(21, cue.use, afterTag, cue.tag)
	sent := s.Doc.Sentences[v.sent]
	b.three(16, bucket(v.c-sent.First), bucket(sent.Last-v.c), cue.tag)
}
