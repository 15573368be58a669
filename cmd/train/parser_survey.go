package main

import (
	"onrecord/claims/lang/linear"
	"onrecord/claims/lang/parser"
)

// survey collects the moves and relations that a parser chooses in the states
// that it comes to.
type survey struct {
	parser *parser.Parser
	moves  *linear.SureBuilder
	rels   *linear.SureBuilder
	state  parser.State
}

func newSurvey(p *parser.Parser) *survey {
	return &survey{parser: p, moves: linear.NewSureBuilder(parser.MoveLevels), rels: linear.NewSureBuilder(parser.ArcLevels)}
}

// sentence parses one example.
func (v *survey) sentence(e *parserExample) {
	s := &v.state
	s.Reset(e.words)
	for !s.Done() {
		move := v.parser.Choose(s)
		if s.Legal().Only() == parser.NoMove {
			keys := s.MoveKeys()
			v.moves.Add(keys[:], uint8(move))
		}
		s.Apply(move, v)
	}
}

// Label is the relation that the parser gives the arc.
func (v *survey) Label(s *parser.State, head, dependent int) uint8 {
	rel := v.parser.Label(s, head, dependent)
	keys := s.ArcKeys(head, dependent)
	v.rels.Add(keys[:], rel)
	return rel
}
