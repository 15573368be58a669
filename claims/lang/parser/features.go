package parser

import "onrecord/claims/lang/linear"

// StateFeatures is the number of features of a state, at most.
const StateFeatures = 31

// mix hashes a template and three values.
func mix(template, a, b, c uint32) uint64 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h = (h ^ h>>32 ^ uint64(c)<<8 ^ uint64(template)) * 0xBF58476D1CE4E5B9
	return h ^ h>>32
}

// MoveLevels and ArcLevels are the numbers of keys of a state and of an arc.
const (
	MoveLevels = 4
	ArcLevels  = 4
)

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

// MoveKeys are the numbers under which a state with a sure move is looked up:
// the tags on the stack and ahead with the relations of the dependents, and the
// same tags with a word or with distances.
func (s *State) MoveKeys() [MoveLevels]uint32 {
	i0, i1, j0 := s.fromTop(0), s.fromTop(1), s.ahead(0)
	s0, b0, a0 := s.words[i0], s.words[j0], &s.arcs[i0]
	around := tags(s.words[i1].tag, s0.tag, b0.tag) | s.words[s.ahead(1)].tag<<24
	apart := min(between(i0, j0), 3) | min(between(i1, i0), 3)<<4
	return [MoveLevels]uint32{
		uint32(mix(90, around, s.arcs[s.arcs[j0].left].rel, s.arcs[a0.left].rel)),
		uint32(mix(91, around, fold(a0.rightRels), apart)),
		uint32(mix(92, around, s0.form, apart)),
		uint32(mix(93, around, b0.form, apart)),
	}
}

// ArcKeys are the numbers under which an arc with a sure relation is looked
// up: the tags at its ends and its direction, with the tags and relations
// beside the dependent or with words.
func (s *State) ArcKeys(head, dependent int) [ArcLevels]uint32 {
	d, dependents, beside := s.words[dependent], &s.arcs[dependent], &s.arcs[head]
	side, sibling := uint32(0), beside.right
	if dependent < head {
		side, sibling = 1, beside.left
	}
	pair := s.words[head].tag | d.tag<<8 | side<<16
	left, next := s.words[dependents.left], s.words[min(dependent+1, int(s.n)+1)]
	around := tags(left.tag, next.tag, s.arcs[dependents.left].rel)
	far := min(between(int32(min(head, dependent)), int32(max(head, dependent))), 6)
	return [ArcLevels]uint32{
		uint32(mix(94, pair, around, s.arcs[sibling].rel)),
		uint32(mix(95, pair, d.form, 0)),
		uint32(mix(96, pair, left.form, s.arcs[sibling].rel)),
		uint32(mix(97, pair, around, far)),
	}
}

// tags joins three small numbers.
func tags(a, b, c uint32) uint32 { return a | b<<8 | c<<16 }

// MoveFeatures appends the features from which the next move is chosen: the
// words and tags at the top of the stack and ahead, their dependents, the
// relations of these, and distances. After Zhang and Nivre 2011, Transition-based
// Dependency Parsing with Rich Non-local Features, less what measured no better.
func (s *State) MoveFeatures(out []uint64) []uint64 {
	i0, i1, i2 := s.fromTop(0), s.fromTop(1), s.fromTop(2)
	j0, j1, j2 := s.ahead(0), s.ahead(1), s.ahead(2)
	s0, s1, s2 := s.words[i0], s.words[i1], s.words[i2]
	b0, b1, b2 := s.words[j0], s.words[j1], s.words[j2]
	a0, a1, c0 := &s.arcs[i0], &s.arcs[i1], &s.arcs[j0]
	s0l, s0r, s1l, b0l := s.words[a0.left], s.words[a0.right], s.words[a1.left], s.words[c0.left]
	s0lr, s0rr, s1lr, b0lr := s.arcs[a0.left].rel, s.arcs[a0.right].rel, s.arcs[a1.left].rel, s.arcs[c0.left].rel
	b0l2 := s.words[c0.left2]
	before, after := s.words[max(i0-1, 0)], s.words[min(i0+1, s.n+1)]
	pair, top := tags(s0.tag, b0.tag, b1.tag), tags(s1.tag, s0.tag, b0.tag)
	return append(out,
		mix(1, s0.form, s0.tag, 0), mix(2, s1.form, s1.tag, 0), mix(3, b0.form, b0.tag, 0), mix(4, b1.form, b1.tag, 0),
		mix(5, pair, 0, 0), mix(6, pair, b2.tag, 0), mix(7, top, b1.tag, 0), mix(8, tags(b0.tag, b1.tag, b2.tag), 0, 0),
		mix(9, s2.tag, s0.tag, b0.tag), mix(10, tags(before.tag, s0.tag, after.tag), b0.tag, 0),
		mix(11, s0.tag, b0.tag, between(i0, j0)), mix(12, s1.tag, s0.tag, between(i1, i0)),
		mix(13, s0.form, b0.tag, s0.tag), mix(14, b0.form, s0.tag, b0.tag), mix(15, s0.form, s1.tag, s0.tag),
		mix(16, s0.form, b0.form, 0), mix(17, b0.form, b1.form, 0),
		mix(18, tags(s0.tag, b0.tag, s0l.tag), s0lr, 0), mix(19, tags(s0.tag, b0.tag, b0l.tag), b0lr, 0),
		mix(20, tags(s1.tag, s0.tag, s1l.tag), s1lr, 0), mix(21, tags(s1.tag, s0.tag, s0l.tag), s0lr, 0),
		mix(22, tags(s1.tag, s0.tag, s0r.tag), s0rr, 0), mix(23, tags(s1.tag, s0.tag, b0l.tag), b0.tag, b0lr),
		mix(24, b0l.form, s0.tag, b0.tag), mix(25, tags(b0.tag, b0l.tag, b0l2.tag), s0.tag, 0),
		mix(26, s0.tag, uint32(a0.lefts), uint32(a0.rights)), mix(27, b0.form, uint32(c0.lefts), s0.tag),
		mix(28, s0.tag, uint32(a0.leftRels), uint32(a0.leftRels>>32)), mix(29, s0.tag, uint32(a0.rightRels), uint32(a0.rightRels>>32)),
		mix(30, s1.tag, uint32(a1.rightRels), uint32(a1.rightRels>>32)), mix(31, b0.tag, uint32(c0.leftRels), uint32(c0.leftRels>>32)),
	)
}

// ArcFeatures is the number of features of an arc.
const ArcFeatures = 18

// LabelFeatures appends the features from which the relation of an arc is
// chosen. The dependent has all its own dependents.
func (s *State) LabelFeatures(from, to int, out []uint64) []uint64 {
	head, dependent := int32(from), int32(to)
	h, d := s.words[head], s.words[dependent]
	ha, da := &s.arcs[head], &s.arcs[dependent]
	side, sibling, rels := uint32(0), ha.right, ha.rightRels
	if dependent < head {
		side, sibling, rels = 1, ha.left, ha.leftRels
	}
	left, leftRel := s.words[da.left], s.arcs[da.left].rel
	beside, besideRel := s.words[sibling], s.arcs[sibling].rel
	prev, next := s.words[s.n+1], s.words[min(dependent+1, s.n+1)]
	if dependent > 0 {
		prev = s.words[dependent-1]
	}
	after := s.words[min(head+1, s.n+1)]
	distance := between(min(head, dependent), max(head, dependent))<<1 | side
	pair := h.tag | d.tag<<8 | side<<16
	mix := linear.Mix
	return append(out,
		mix(1, pair, 0), mix(2, pair, d.form), mix(3, d.form, side), mix(4, h.form, side),
		mix(5, pair, distance), mix(6, pair, left.tag|leftRel<<8), mix(7, pair, left.form), mix(8, d.form, left.form),
		mix(9, pair, beside.tag|besideRel<<8), mix(10, pair, fold(rels)), mix(11, h.form, fold(rels)+side),
		mix(12, pair, fold(ha.leftRels)), mix(13, pair, prev.tag|next.tag<<8), mix(14, pair, next.form),
		mix(15, d.tag|next.tag<<8, side), mix(16, pair, after.tag), mix(17, d.form, h.tag|besideRel<<8|side<<16),
		mix(18, pair, fold(da.leftRels)),
	)
}

// fold halves a set of relations.
func fold(rels uint64) uint32 { return uint32(rels) ^ uint32(rels>>32)*31 }
