package parser

import "onrecord/claims/lang/linear"

// StateFeatures is the number of features of a state, at most.
const StateFeatures = 96

// mix hashes a template and three values.
func mix(template, a, b, c uint32) uint64 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h = (h ^ h>>32 ^ uint64(c)<<8 ^ uint64(template)) * 0xBF58476D1CE4E5B9
	return h ^ h>>32
}

// between sorts a distance into few classes.
func between(from, to int32) uint32 {
	d := to - from
	switch {
	case d < 0:
		return 0
	case d <= 4:
		return uint32(d)
	case d <= 7:
		return 5
	case d <= 12:
		return 6
	}
	return 7
}

// Key is the number under which a state with a sure move is looked up: the
// tags on the stack and ahead.
func (s *State) Key() uint32 {
	tag := func(place int32) uint32 { return s.words[place].tag }
	i0, j0 := s.fromTop(0), s.ahead(0)
	return uint32(mix(90, tag(s.fromTop(1))|tag(i0)<<8|tag(j0)<<16|tag(s.ahead(1))<<24, s.arcs[s.arcs[j0].left].rel, s.arcs[s.arcs[i0].left].rel))
}

// ArcKey is the number under which an arc with a sure relation is looked up:
// the tags at its ends and its direction.
func (s *State) ArcKey(head, dependent int) uint32 {
	side := uint32(0)
	if dependent < head {
		side = 1
	}
	return uint32(mix(91, s.words[head].tag, s.words[dependent].tag, side))
}

// MoveFeatures appends the features from which the next move is chosen: the
// words and tags at the top of the stack and ahead, their dependents, the
// relations of these, and distances. After Zhang and Nivre 2011, Transition-based
// Dependency Parsing with Rich Non-local Features.
func (s *State) MoveFeatures(out []uint64) []uint64 {
	i0, i1, i2 := s.fromTop(0), s.fromTop(1), s.fromTop(2)
	j0, j1, j2, j3 := s.ahead(0), s.ahead(1), s.ahead(2), s.ahead(3)
	s0, s1, s2 := s.words[i0], s.words[i1], s.words[i2]
	b0, b1, b2, b3 := s.words[j0], s.words[j1], s.words[j2], s.words[j3]
	a0, a1, c0 := &s.arcs[i0], &s.arcs[i1], &s.arcs[j0]
	s0l, s0r, s0l2, s0r2 := s.words[a0.left], s.words[a0.right], s.words[a0.left2], s.words[a0.right2]
	s1l, s1r, s1r2 := s.words[a1.left], s.words[a1.right], s.words[a1.right2]
	b0l, b0l2 := s.words[c0.left], s.words[c0.left2]
	s0lr, s0rr, s1lr, s1rr := s.arcs[a0.left].rel, s.arcs[a0.right].rel, s.arcs[a1.left].rel, s.arcs[a1.right].rel
	b0lr := s.arcs[c0.left].rel
	d01, d0b := between(i1, i0), between(i0, j0)
	before, after := s.words[max(i0-1, 0)], s.words[min(i0+1, s.n+1)]
	v0l, v0r, v1r, vbl := uint32(a0.lefts), uint32(a0.rights), uint32(a1.rights), uint32(c0.lefts)
	tags := func(a, b, c uint32) uint32 { return a | b<<8 | c<<16 }

	out = append(out,
		mix(1, s0.form, s0.tag, 0), mix(2, s0.tag, 0, 0), mix(3, s0.form, 0, 0),
		mix(4, s1.form, s1.tag, 0), mix(5, s1.tag, 0, 0), mix(6, s1.form, 0, 0),
		mix(7, b0.form, b0.tag, 0), mix(8, b0.tag, 0, 0), mix(9, b0.form, 0, 0),
		mix(10, b1.form, b1.tag, 0), mix(11, b1.tag, 0, 0), mix(12, b2.form, b2.tag, 0), mix(13, b2.tag, 0, 0),
		mix(14, s2.form, s2.tag, 0), mix(15, tags(s2.tag, s1.tag, s0.tag), b0.tag, 0),

		mix(16, s0.form, b0.form, tags(s0.tag, b0.tag, 0)), mix(17, s0.form, b0.tag, s0.tag), mix(18, b0.form, s0.tag, b0.tag),
		mix(19, s0.tag, b0.tag, 0), mix(20, s0.form, b0.form, 0),
		mix(21, s1.form, s0.form, tags(s1.tag, s0.tag, 0)), mix(22, s1.form, s0.tag, s1.tag), mix(23, s0.form, s1.tag, s0.tag),
		mix(24, s1.tag, s0.tag, 0), mix(25, s1.form, s0.form, 0),
		mix(26, s1.form, b0.form, 0), mix(27, s1.tag, b0.tag, 0), mix(28, s1.form, b0.tag, s0.tag), mix(29, s1.tag, b0.form, s0.tag),
		mix(30, tags(s0.tag, b0.tag, b1.tag), 0, 0), mix(31, tags(s1.tag, s0.tag, b0.tag), 0, 0),
		mix(32, tags(s0.tag, b0.tag, b1.tag), b2.tag, 0), mix(33, tags(s1.tag, s0.tag, b0.tag), b1.tag, 0),
		mix(34, b0.tag, b1.tag, 0), mix(35, b0.form, b1.form, 0), mix(36, tags(b0.tag, b1.tag, b2.tag), 0, 0),
		mix(37, tags(b1.tag, b2.tag, b3.tag), b0.tag, 0), mix(38, s0.form, b1.form, b0.tag), mix(39, s0.form, b1.tag, b0.tag),

		mix(40, tags(s0.tag, b0.tag, s0l.tag), s0lr, 0), mix(41, tags(s0.tag, b0.tag, s0r.tag), s0rr, 0),
		mix(42, tags(s0.tag, b0.tag, b0l.tag), b0lr, 0), mix(43, tags(s1.tag, s0.tag, s1l.tag), s1lr, 0),
		mix(44, tags(s1.tag, s0.tag, s1r.tag), s1rr, 0), mix(45, tags(s1.tag, s0.tag, s0l.tag), s0lr, 0),
		mix(46, tags(s1.tag, s0.tag, s0r.tag), s0rr, 0), mix(47, tags(s1.tag, s0.tag, b0l.tag), b0.tag, b0lr),
		mix(48, s0l.form, s0.tag, b0.tag), mix(49, s0r.form, s0.tag, b0.tag), mix(50, b0l.form, s0.tag, b0.tag),
		mix(51, s1r.form, s1.tag, s0.tag), mix(52, s0l.form, s0.tag, s1.tag), mix(53, s0r.form, s0.tag, s1.tag),
		mix(54, s0l.form, s1.form, s0.tag), mix(55, s0l.form, s1.form, s0.form),
		mix(56, tags(s0.tag, s0l.tag, s0l2.tag), b0.tag, 0), mix(57, tags(s0.tag, s0r.tag, s0r2.tag), b0.tag, 0),
		mix(58, tags(b0.tag, b0l.tag, b0l2.tag), s0.tag, 0), mix(59, tags(s1.tag, s1r.tag, s1r2.tag), s0.tag, b0.tag),

		mix(60, s0.form, v0l, v0r), mix(61, s0.tag, v0l, v0r), mix(62, s1.form, v1r, s0.tag), mix(63, s1.tag, v1r, s0.tag),
		mix(64, b0.form, vbl, s0.tag), mix(65, b0.tag, vbl, s0.tag),
		mix(66, s0.tag, b0.tag, d0b), mix(67, s1.tag, s0.tag, d01), mix(68, s0.form, b0.tag, d0b), mix(69, s1.form, s0.tag, d01),
		mix(70, s0.form, uint32(a0.leftRels), uint32(a0.leftRels>>32)), mix(71, s0.tag, uint32(a0.leftRels), uint32(a0.leftRels>>32)),
		mix(72, s0.form, uint32(a0.rightRels), uint32(a0.rightRels>>32)), mix(73, s0.tag, uint32(a0.rightRels), uint32(a0.rightRels>>32)),
		mix(74, s1.form, uint32(a1.rightRels), uint32(a1.rightRels>>32)), mix(75, s1.tag, uint32(a1.rightRels), uint32(a1.rightRels>>32)),
		mix(76, s1.tag, uint32(a1.leftRels), uint32(a1.leftRels>>32)), mix(77, b0.tag, uint32(c0.leftRels), uint32(c0.leftRels>>32)),
		mix(78, tags(before.tag, s0.tag, after.tag), b0.tag, 0), mix(79, tags(s2.tag, s1.tag, b0.tag), s0.tag, b1.tag),
		mix(80, s2.tag, s0.tag, b0.tag), mix(81, s2.form, s1.form, b0.tag),
	)
	return out
}

// ArcFeatures is the number of features of an arc, at most.
const ArcFeatures = 40

// LabelFeatures appends the features from which the relation of an arc is
// chosen. The dependent has all its own dependents.
func (s *State) LabelFeatures(from, to int, out []uint64) []uint64 {
	head, dependent := int32(from), int32(to)
	h, d := s.words[head], s.words[dependent]
	ha, da := &s.arcs[head], &s.arcs[dependent]
	dl, dr, dl2 := s.words[da.left], s.words[da.right], s.words[da.left2]
	side, sibling, rels := uint32(0), ha.right, ha.rightRels
	if dependent < head {
		side, sibling, rels = 1, ha.left, ha.leftRels
	}
	sib := s.words[sibling]
	prev, next := s.words[s.n+1], s.words[min(dependent+1, s.n+1)]
	if dependent > 0 {
		prev = s.words[dependent-1]
	}
	hnext := s.words[min(head+1, s.n+1)]
	distance := between(min(head, dependent), max(head, dependent))<<1 | side
	dlr, drr, sibr := s.arcs[da.left].rel, s.arcs[da.right].rel, s.arcs[sibling].rel
	pair := h.tag | d.tag<<8 | side<<16
	mix := linear.Mix
	return append(out,
		mix(1, pair, 0), mix(2, pair, h.form), mix(3, pair, d.form), mix(4, h.form*31+side, d.form),
		mix(5, d.form, side), mix(6, h.form, side), mix(7, d.tag, side), mix(8, h.tag, side),
		mix(9, pair, distance), mix(10, pair, dl.tag|dlr<<8), mix(11, pair, dr.tag|drr<<8), mix(12, pair, dl.form),
		mix(13, pair, dr.form), mix(14, pair, dl2.tag|dlr<<8), mix(15, d.form, dl.form),
		mix(16, pair, sib.tag|sibr<<8), mix(17, pair, sib.form), mix(18, pair, uint32(rels)^uint32(rels>>32)*31),
		mix(19, h.form, uint32(rels)^uint32(rels>>32)*31+side), mix(20, pair, uint32(ha.leftRels)^uint32(ha.leftRels>>32)*31),
		mix(21, pair, prev.tag|next.tag<<8), mix(22, pair, prev.form), mix(23, pair, next.form), mix(24, d.tag|prev.tag<<8, side),
		mix(25, d.tag|next.tag<<8, side), mix(26, h.form, d.tag|dl.tag<<8|side<<16), mix(27, h.form, dl.form),
		mix(28, pair, hnext.tag), mix(29, d.form, h.tag|sibr<<8|side<<16), mix(30, pair, uint32(da.leftRels)^uint32(da.leftRels>>32)*31),
		mix(31, pair, uint32(da.rightRels)^uint32(da.rightRels>>32)*31), mix(32, h.form, uint32(da.leftRels)^uint32(da.leftRels>>32)*31+side),
	)
}
