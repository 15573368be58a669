package attribution

// reach is how far a cue may extend from its head to either side, in tokens.
const reach = 7

// extentCandidates lists how far the cue may reach: from the head towards
// dir, up to the content, the source or the end of the sentence.
func (v *view) extentCandidates(out []int32, dir int, taken []Stretch) []int32 {
	sent := v.s.Doc.Sentences[v.sent]
	out = append(out, int32(v.c))
	for i, k := v.c+dir, 0; sent.Has(i) && k < reach && !within(taken, i) && !v.s.dated(i); i, k = i+dir, k+1 {
		out = append(out, int32(i))
	}
	return out
}

// dated reports whether the token names a day: when something was said is no
// part of the cue.
func (s *Scene) dated(i int) bool {
	switch s.Doc.Tokens[i].Lower {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight":
		return true
	}
	return false
}

// extentFeatures describes the token as the last one of the cue towards dir.
func (v *view) extentFeatures(b *bag, i, dir int) {
	s := v.s
	b.reset(seedExtent + uint32(dir+1))
	cue, h := &s.hash[v.c], &s.hash[i]
	dist := bucket(i - v.c)
	place := v.place(i)
	next, nextTag := v.outside(i + dir)
	nplace := uint32(31)
	nrel := uint32(0)
	if j := i + dir; j >= 0 && j < len(s.word) && s.Doc.Tokens[j].Sent == v.sent {
		nplace, nrel = v.place(j), s.hash[j].rel
	}
	chain, chainTags := uint32(1), uint32(1)
	for j := v.c; j != i; j += dir {
		chain = mix(chain, s.hash[j+dir].lower)
		chainTags = mix(chainTags, s.hash[j+dir].tag)
	}
	b.one(1, dist)
	b.two(2, dist, cue.lemma)
	b.two(3, dist, cue.tag)
	b.three(4, place, h.rel, cue.tag)
	b.three(5, h.lower, dist, cue.tag)
	b.three(6, nplace, nrel, cue.tag)
	b.three(7, next, dist, cue.tag)
	b.three(8, nextTag, dist, h.tag)
	b.three(9, h.tag, nextTag, cue.tag)
	b.two(10, chain, cue.tag)
	b.two(11, chain, cue.lemma)
	b.two(12, chainTags, cue.tag)
	b.three(13, chainTags, nextTag, cue.tag)
	b.three(14, chain, next, cue.tag)
	b.three(15, chainTags, cue.lemma, nextTag)
	b.three(16, h.rel, nrel, nplace)
	b.three(17, next, cue.lemma, dist)
	b.three(18, h.shape, dist, cue.tag)
	b.three(19, h.shape, s.shapeAt(i+dir), cue.tag)
	b.three(20, h.rel, dist, nrel)
	b.three(21, h.kind, dist, cue.kind)
	b.three(22, chainTags, cue.kind, nextTag)
}
