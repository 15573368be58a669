package parser

import "onrecord/claims/lang/linear"

// Move is a step of the parser.
type Move uint8

// The moves of the arc-hybrid system.
const (
	Shift  Move = iota // the next word goes onto the stack
	Left               // the next word governs the top of the stack, which is done
	Right              // the second word of the stack governs the top, which is done
	NoMove             // also the number of moves
)

// Moves is a set of moves.
type Moves uint8

// Has reports whether the move is in the set.
func (m Moves) Has(move Move) bool { return m>>move&1 == 1 }

// Only is the move of a set of one, NoMove of a larger set.
func (m Moves) Only() Move {
	switch m {
	case 1 << Shift:
		return Shift
	case 1 << Left:
		return Left
	case 1 << Right:
		return Right
	}
	return NoMove
}

// Labeller names the relation of the arc that is about to be drawn.
type Labeller interface {
	Label(s *State, head, dependent int) uint8
}

// Word is what the parser knows of a word beforehand.
type Word struct {
	Form uint32 // hash of the lemma, by FormOf
	Tag  uint8  // number of the part of speech
}

// FormOf is the Form of a word with this lemma; figures are all alike.
func FormOf(lemma string) uint32 {
	if lemma != "" && '0' <= lemma[0] && lemma[0] <= '9' {
		lemma = "0"
	}
	return linear.Hash(lemma)
}

// State is a sentence while it is being parsed. One value can be used for one
// sentence after the other, which saves memory.
//
// The words have the places 0 to n-1, the root, which governs the sentence,
// has place n, and n+1 stands for a word that is not there.
type State struct {
	words []atom
	arcs  []arc
	stack []int32
	next  int32 // the next word of the sentence
	n     int32
}

// atom is what the features see of a word.
type atom struct {
	form, tag uint32
}

// arc is what is known of a word's place in the tree.
type arc struct {
	head                       int32
	left, left2, right, right2 int32 // outermost and second dependents on either side
	lefts, rights              uint16
	rel                        uint32 // number of the relation plus one, 0 before it has one
	leftRels, rightRels        uint64 // sets of the relations on either side
}

// The tags of places that hold no word.
const (
	rootTag = 100 + iota
	noneTag
)

// Reset begins a sentence of these words.
func (s *State) Reset(words []Word) {
	s.n = int32(len(words))
	none := s.n + 1
	s.words, s.arcs, s.stack, s.next = s.words[:0], s.arcs[:0], s.stack[:0], 0
	for _, w := range words {
		s.words = append(s.words, atom{w.Form, uint32(w.Tag)})
	}
	s.words = append(s.words, atom{0, rootTag}, atom{0, noneTag})
	for range s.words {
		s.arcs = append(s.arcs, arc{head: none, left: none, left2: none, right: none, right2: none})
	}
}

// Done reports whether every word has its head.
func (s *State) Done() bool { return s.next == s.n && len(s.stack) == 0 }

// Legal is the set of the moves that are possible. The root governs one word:
// the last one left on the stack.
func (s *State) Legal() Moves {
	var m Moves
	if s.next < s.n {
		m |= 1 << Shift
	}
	if len(s.stack) > 0 && (s.next < s.n || len(s.stack) == 1) {
		m |= 1 << Left
	}
	if len(s.stack) > 1 {
		m |= 1 << Right
	}
	return m
}

// Apply makes the move and lets the labeller name the arc that it draws.
func (s *State) Apply(move Move, l Labeller) {
	top := len(s.stack) - 1
	switch move {
	case Shift:
		s.stack = append(s.stack, s.next)
		s.next++
	case Left:
		s.attach(s.next, s.stack[top], l)
		s.stack = s.stack[:top]
	case Right:
		s.attach(s.stack[top-1], s.stack[top], l)
		s.stack = s.stack[:top]
	}
}

// attach draws the arc from head to dependent.
func (s *State) attach(head, dependent int32, l Labeller) {
	rel := l.Label(s, int(head), int(dependent))
	d, h := &s.arcs[dependent], &s.arcs[head]
	d.head, d.rel = head, uint32(rel)+1
	if dependent < head {
		h.left2, h.left = h.left, dependent
		h.lefts++
		h.leftRels |= 1 << rel
	} else {
		h.right2, h.right = h.right, dependent
		h.rights++
		h.rightRels |= 1 << rel
	}
}

// Len is the number of words.
func (s *State) Len() int { return int(s.n) }

// Head is the place of the word that governs word i, Len() for the root of the
// sentence.
func (s *State) Head(i int) int { return int(s.arcs[i].head) }

// Rel is the number of the relation of word i to its head.
func (s *State) Rel(i int) uint8 { return uint8(s.arcs[i].rel - 1) }

// Next is the place of the next word.
func (s *State) Next() int { return int(s.next) }

// Stack holds the places of the words that wait for their head, the top last.
func (s *State) Stack() []int32 { return s.stack }

// fromTop is the place of the i-th word of the stack from its top.
func (s *State) fromTop(i int) int32 {
	if at := len(s.stack) - 1 - i; at >= 0 {
		return s.stack[at]
	}
	return s.n + 1
}

// ahead is the place of the i-th word from the next one on.
func (s *State) ahead(i int32) int32 {
	return min(s.next+i, s.n+1)
}

// Arc is the arc that the move would draw: its head and its dependent. Shift
// draws none.
func (s *State) Arc(move Move) (head, dependent int) {
	top := len(s.stack) - 1
	switch move {
	case Left:
		return int(s.next), int(s.stack[top])
	case Right:
		return int(s.stack[top-1]), int(s.stack[top])
	}
	return int(s.n) + 1, int(s.n) + 1
}

// Waits reports whether word i lies on the stack.
func (s *State) Waits(i int) bool {
	return i < int(s.next) && s.arcs[i].head == s.n+1
}
