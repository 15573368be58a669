package main

import "onrecord/claims/lang/parser"

// oracle knows the right tree of a sentence and tells which moves still lead
// to the best tree that can be reached: the dynamic oracle of the arc-hybrid
// system (Goldberg and Nivre 2013).
type oracle struct {
	heads    []int // the place of the root is the number of words
	children [][]int
}

func newOracle(heads []int) *oracle {
	n := len(heads)
	o := &oracle{heads: make([]int, n+1), children: make([][]int, n+1)}
	o.heads[n] = -1
	for i, h := range heads {
		o.heads[i] = h
		if h == unknownHead {
			continue
		}
		if h < 0 {
			h = n
		}
		o.heads[i] = h
		o.children[h] = append(o.children[h], i)
	}
	return o
}

// best is the set of the legal moves that lose the fewest right arcs.
func (o *oracle) best(s *parser.State, legal parser.Moves) parser.Moves {
	var out parser.Moves
	least := len(o.heads) + 1
	for m := parser.Shift; m <= parser.Right; m++ {
		if !legal.Has(m) {
			continue
		}
		switch cost := o.cost(s, m); {
		case cost < least:
			out, least = 1<<m, cost
		case cost == least:
			out |= 1 << m
		}
	}
	return out
}

// cost is how many right arcs can no longer be drawn after the move.
func (o *oracle) cost(s *parser.State, move parser.Move) int {
	next, stack := s.Next(), s.Stack()
	cost := 0
	if move == parser.Shift {
		if h := o.heads[next]; h >= 0 && h < next && s.Waits(h) && h != int(stack[len(stack)-1]) {
			cost++
		}
		for _, c := range o.children[next] {
			if c < next && s.Waits(c) {
				cost++
			}
		}
		return cost
	}
	top := int(stack[len(stack)-1])
	for _, c := range o.children[top] {
		if c >= next {
			cost++
		}
	}
	switch h := o.heads[top]; {
	case move == parser.Left && (h > next || len(stack) > 1 && h == int(stack[len(stack)-2])):
		cost++
	case move == parser.Right && h >= next:
		cost++
	}
	return cost
}

// projective lifts the arcs that cross others until none does, so that the
// parser, which cannot cross arcs, can learn from every sentence. Each time
// the shortest crossing arc moves to the head of its head (Nivre and Nilsson
// 2005, Pseudo-Projective Dependency Parsing).
func projective(heads []int) []int {
	out := append([]int(nil), heads...)
	for {
		worst, shortest := -1, len(heads)+1
		for i, h := range out {
			if d := distance(i, h); h >= 0 && d < shortest && crosses(out, i) {
				worst, shortest = i, d
			}
		}
		if worst < 0 {
			return out
		}
		out[worst] = out[out[worst]]
	}
}

func distance(i, h int) int { return max(i-h, h-i) }

// crosses reports whether a word under the arc to word i is surely not governed
// by the head of i.
func crosses(heads []int, i int) bool {
	h := heads[i]
	for k := min(i, h) + 1; k < max(i, h); k++ {
		at := k
		for at >= 0 && at != h {
			at = heads[at]
		}
		if at != h && at != unknownHead {
			return true
		}
	}
	return false
}
