package main

import (
	"onrecord/claims/lang/linear"
	"onrecord/claims/lang/parser"
)

// survey counts which moves and relations are right in which state, over the
// states that the parser comes to.
type survey struct {
	parser *parser.Parser
	number map[string]int
	moves  *linear.SureBuilder
	rels   *linear.SureBuilder
	state  parser.State
}

// sentence parses one example and counts.
func (v *survey) sentence(e *parserExample) {
	right := newOracle(projective(e.gold.heads))
	s := &v.state
	s.Reset(e.words)
	for !s.Done() {
		legal := s.Legal()
		if legal.Only() == parser.NoMove {
			allowed := right.best(s, legal)
			var answers []uint8
			for m := parser.Shift; m <= parser.Right; m++ {
				if allowed.Has(m) {
					answers = append(answers, uint8(m))
				}
			}
			v.moves.Count(s.Key(), answers...)
		}
		move := v.parser.Choose(s)
		if head, dependent := s.Arc(move); move != parser.Shift && right.heads[dependent] == head {
			v.rels.Count(s.ArcKey(head, dependent), uint8(v.number[e.gold.rels[dependent]]))
		}
		s.Apply(move, v.parser)
	}
}
