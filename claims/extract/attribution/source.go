package attribution

import "strings"

// reference is one candidate for the source of a cue: the tokens from a to z
// around the nominal head n.
type reference struct {
	n, a, z int32
	cut     uint32 // how the subtree was shortened
}

// nominal reports whether the token can head a mention of a source.
func (s *Scene) nominal(i int) bool {
	t := &s.Doc.Tokens[i]
	if !s.word[i] {
		return false
	}
	switch t.Tag {
	case "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WDT", "CD", "DT", "EX":
		return true
	}
	return strings.HasPrefix(t.Tag, "JJ") && t.Rel != "amod" || t.Tag == "VBG" && t.Rel == "nsubj"
}

// references lists the candidates for the source: the mentions of the cue's
// sentence outside its content.
func (v *view) references(out []reference, content []Stretch) []reference {
	s := v.s
	sent := s.Doc.Sentences[v.sent]
	first, last := max(sent.First, v.c-farTokens/2), min(sent.Last, v.c+farTokens/2)
	for i := first; i < last; i++ {
		if i == v.c || !s.nominal(i) || within(content, i) {
			continue
		}
		rel := s.Doc.Tokens[i].Rel
		if rel == "compound" || rel == "flat" || rel == "det" && s.Doc.Tokens[i].Tag != "PRP$" {
			continue
		}
		out = v.cuts(out, i, content)
	}
	return out
}

// cuts adds the mention headed by i at its full length and shortened in the
// usual ways: without what follows a mark, without relative clauses, without
// what precedes.
func (v *view) cuts(out []reference, i int, content []Stretch) []reference {
	s := v.s
	a, z := s.clip(int(s.First[i]), int(s.Last[i]), i, v.c, content)
	add := func(a, z int, cut uint32) {
		for a < i && (!s.word[a] || s.preposition(a, i)) {
			a++
		}
		for z > i && !s.word[z] {
			z--
		}
		for k := len(out) - 1; k >= 0 && int(out[k].n) == i; k-- {
			if int(out[k].a) == a && int(out[k].z) == z {
				return
			}
		}
		out = append(out, reference{n: int32(i), a: int32(a), z: int32(z), cut: cut})
	}
	add(a, z, 1)
	for k := i + 1; k <= z && k < i+farTokens; k++ {
		if !s.word[k] {
			add(a, k-1, 2)
			break
		}
	}
	for _, k := range s.Kids(i) {
		if int(k) > z+farTokens {
			break
		}
		if int(k) < i || s.First[k] <= int32(i) {
			continue
		}
		switch s.Doc.Tokens[k].Rel {
		case "acl:relcl", "acl", "appos", "conj", "nmod", "parataxis", "dep", "ccomp":
			if int(s.First[k])-1 >= i && int(s.First[k]) <= z {
				add(a, int(s.First[k])-1, 3)
			}
		}
	}
	if a < i && i == z {
		add(i, i, 4)
	}
	for k, widen := range [2]func(a, z int) (int, int){v.wholeName, v.toCue} {
		if from, to := widen(a, z); from < a || to > z {
			from, to = s.clip(from, to, i, v.c, content)
			add(from, to, uint32(5+k))
		}
	}
	return out
}

// wholeName widens a range over the capitalised words that go on from it, up
// to the cue: the parse may divide a name of many words.
func (v *view) wholeName(a, z int) (from, to int) {
	s, c := v.s, v.c
	const capital = 2
	for a > 0 && a-1 != c && s.hash[a].shape == capital && s.hash[a-1].shape == capital && s.Doc.Tokens[a-1].Sent == s.Doc.Tokens[a].Sent {
		a--
	}
	for z+1 < len(s.word) && z+1 != c && s.hash[z].shape == capital && s.hash[z+1].shape == capital && s.Doc.Tokens[z+1].Sent == s.Doc.Tokens[z].Sent {
		z++
	}
	return a, z
}

// toCue widens a range up to the cue where only a few words lie between them:
// the parse may divide a role from its name, "said warden | Otto Pelz".
func (v *view) toCue(a, z int) (from, to int) {
	const most = 3
	from, to = a, z
	if a > v.c {
		for from > v.c+1 && a-from <= most && v.s.word[from-1] {
			from--
		}
	} else {
		for to < v.c-1 && to-z <= most && v.s.word[to+1] {
			to++
		}
	}
	if from == v.c+1 || to == v.c-1 {
		return from, to
	}
	return a, z
}

// preposition reports whether token a only ties the mention headed by i to
// what stands before it.
func (s *Scene) preposition(a, i int) bool {
	t := &s.Doc.Tokens[a]
	return t.Head == i && (t.Rel == "case" || t.Rel == "cc" || t.Rel == "mark") && t.Tag != "POS"
}

// clip shortens a range around i so that it holds neither the cue nor content.
func (s *Scene) clip(a, z, i, c int, content []Stretch) (int, int) {
	if c < i {
		a = max(a, c+1)
	} else {
		z = min(z, c-1)
	}
	for _, st := range content {
		if st.Last < i {
			a = max(a, st.Last+1)
		} else if st.First > i {
			z = min(z, st.First-1)
		}
	}
	return a, z
}

func within(content []Stretch, i int) bool {
	for _, st := range content {
		if st.First <= i && i <= st.Last {
			return true
		}
	}
	return false
}

// sourceFeatures describes one candidate for the source.
func (v *view) sourceFeatures(b *bag, r *reference, content []Stretch) {
	s := v.s
	b.reset(seedSource)
	cue, h := &s.hash[v.c], &s.hash[r.n]
	place := v.place(int(r.n))
	dir := uint32(0)
	if int(r.n) < v.c {
		dir = 1
	}
	where := v.against(int(r.n), content)
	dist := v.distance(int(r.n))
	path := v.path(int(r.n))
	b.three(1, place, h.rel, dir)
	b.three(2, mix(place, h.rel), dir, cue.tag)
	b.three(3, mix(place, h.rel), dir, cue.lemma)
	b.three(4, path, dir, cue.tag)
	b.three(5, path, dir, cue.rel)
	b.two(6, path, where)
	b.two(7, h.lemma, cue.tag)
	b.two(8, h.tag, dist)
	b.three(9, h.tag, dir, where)
	b.three(10, dist, where, cue.tag)
	b.two(11, h.suffix, h.tag)
	b.two(30, h.kind, cue.kind)
	b.three(31, h.kind, h.rel, dir)
	b.three(32, path, h.kind, dir)
	b.three(33, h.kind, where, dist)
	b.three(34, path, cue.kind, dir)
	b.three(35, dist, where, r.cut)
	b.three(27, where, cue.rel, h.rel)
	b.two(28, h.lower, h.rel)
	b.two(23, v.nearer(int(r.n)), dir)
	b.three(24, v.nearer(int(r.n)), h.rel, cue.tag)
	if s.outer[r.n] != s.outer[v.c] {
		b.add(29)
	}
	v.sourceEdges(b, r, dir, where, dist)
}

// sourceEdges describes where the candidate begins and ends.
func (v *view) sourceEdges(b *bag, r *reference, dir, where, dist uint32) {
	s := v.s
	cue, h := &s.hash[v.c], &s.hash[r.n]
	size := bucket(int(r.z - r.a))
	b.three(12, r.cut, size, h.tag)
	before, beforeTag := v.outside(int(r.a) - 1)
	after, afterTag := v.outside(int(r.z) + 1)
	b.three(13, r.cut, after, h.tag)
	b.three(14, r.cut, before, h.tag)
	b.three(15, before, cue.tag, dir)
	b.three(16, before, dist, cue.lemma)
	b.three(17, after, dist, cue.tag)
	b.three(18, r.cut, after, dir)
	b.three(19, r.cut, afterTag, beforeTag)
	b.two(20, r.cut, size)
	b.three(21, s.hash[r.a].lower, beforeTag, h.tag)
	b.three(22, s.hash[r.z].tag, afterTag, r.cut)
	if int(r.z) == v.c-1 || int(r.a) == v.c+1 {
		b.three(25, h.tag, dir, cue.tag)
		b.three(26, h.rel, dir, cue.lemma)
	}
	b.three(36, dir, where, after)
	b.three(37, s.hash[r.a].tag, h.tag, beforeTag)
	b.three(38, s.shapeAt(int(r.z)), s.shapeAt(int(r.z)+1), v.gap(int(r.z)+1))
	b.three(39, s.shapeAt(int(r.a)-1), s.shapeAt(int(r.a)), size)
	verb, tail := s.finiteIn(int(r.a), int(r.z)), s.tailIn(int(r.a), int(r.z))
	b.three(40, verb, r.cut, dir)
	b.three(41, tail, r.cut, dir)
	b.three(42, tail, after, size)
	b.three(43, s.hash[r.z].tag, s.hash[r.z].rel, v.gap(int(r.z)+1))
	b.three(44, s.hash[r.a].tag, s.hash[r.a].kind, beforeTag)
}

// tailIn tells how what stands behind the last comma or dash of a stretch
// begins: a role, a clause, the occasion.
func (s *Scene) tailIn(a, z int) uint32 {
	for i := z; i > a && i > z-farTokens; i-- {
		if !s.word[i] && s.Doc.Tokens[i].Word != "-" {
			return s.hash[i+1].tag + s.hash[i].lower
		}
	}
	return 0
}

// shapeAt is how the token is written: a mark, capitalised, a number, other.
func (s *Scene) shapeAt(i int) uint32 {
	if i < 0 || i >= len(s.hash) {
		return 0
	}
	return s.hash[i].shape
}

// gap tells whether the token is the cue, stands one before it, or neither.
func (v *view) gap(i int) uint32 { return uint32(max(0, min(2, v.c-i))) }

// noSource describes the answer that the cue has no source in its sentence.
func (v *view) noSource(b *bag, content []Stretch) {
	s := v.s
	b.reset(seedSource + 1)
	cue := &s.hash[v.c]
	b.add(1)
	b.one(2, cue.lemma)
	b.one(3, cue.tag)
	b.two(4, cue.rel, cue.tag)
	subject := uint32(0)
	for _, k := range s.Kids(v.c) {
		if r := s.Doc.Tokens[k].Rel; strings.HasPrefix(r, "nsubj") || r == "nmod:poss" {
			subject = s.hash[k].rel
			b.two(6, s.hash[k].lower, cue.lemma)
		}
	}
	b.three(5, subject, cue.tag, cue.rel)
	b.two(7, v.state, cue.tag)
	where := uint32(0)
	for _, st := range content {
		if st.First < v.c {
			where |= 1
		} else {
			where |= 2
		}
	}
	b.three(8, where, cue.tag, subject)
}
