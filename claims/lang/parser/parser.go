// Package parser finds the dependency tree of a sentence: which word governs
// which, and how. It goes from left to right with a stack and decides greedily
// (arc-hybrid: Kuhlmann, Gómez-Rodríguez and Satta 2011; learned with a dynamic
// oracle: Goldberg and Nivre 2013, Training Deterministic Parsers with
// Non-Deterministic Oracles). Linear classifiers choose the moves and name the
// relations. The trees are projective and have one root.
package parser

import (
	"fmt"
	"math"
	"strings"

	"onrecord/claims/lang/linear"
)

// Parser finds dependency trees. It may be used by several goroutines at once.
type Parser struct {
	rels      []string
	sureMoves *linear.Sure
	moves     *linear.Table
	sureRels  *linear.Sure
	labels    *linear.Model
}

// Read reads a parser from the bytes that Encode made.
func Read(data []byte) (*Parser, error) {
	parts, err := linear.Unpack(data, 5)
	if err != nil {
		return nil, fmt.Errorf("parser: %w", err)
	}
	p := &Parser{rels: strings.Fields(string(parts[0]))}
	if len(p.rels) == 0 || len(p.rels) > linear.MostClasses {
		return nil, fmt.Errorf("parser has %d relations", len(p.rels))
	}
	if p.sureMoves, err = linear.ReadSure(parts[1]); err != nil {
		return nil, fmt.Errorf("sure moves of the parser: %w", err)
	}
	if p.moves, err = linear.ReadTable(parts[2]); err != nil {
		return nil, fmt.Errorf("moves of the parser: %w", err)
	}
	if p.sureRels, err = linear.ReadSure(parts[3]); err != nil {
		return nil, fmt.Errorf("sure relations of the parser: %w", err)
	}
	if p.labels, err = linear.ReadModel(parts[4]); err != nil {
		return nil, fmt.Errorf("relations of the parser: %w", err)
	}
	return p, nil
}

// Encode is the file of a parser: the list of relations, the table of sure
// moves by State.MoveKeys, the weights of the moves, the table of sure relations by
// State.ArcKeys and the weights of the relations.
func Encode(rels []string, sureMoves, moves, sureRels, labels []byte) []byte {
	return linear.Pack([]byte(strings.Join(rels, " ")), sureMoves, moves, sureRels, labels)
}

// Rels are the names of the relations.
func (p *Parser) Rels() []string { return p.rels }

// Parse finds the tree of the sentence.
func (p *Parser) Parse(s *State) {
	for !s.Done() {
		s.Apply(p.Choose(s), p)
	}
}

// Choose is the best move in the state.
func (p *Parser) Choose(s *State) Move {
	legal := s.Legal()
	if move := legal.Only(); move != NoMove {
		return move
	}
	keys := s.MoveKeys()
	if sure, ok := p.sureMoves.Answer(keys[:]); ok && legal.Has(Move(sure)) {
		return Move(sure)
	}
	var features [StateFeatures]uint64
	return best(p.moves.Sum(s.MoveFeatures(features[:0])), legal)
}

// Label names the relation of the arc.
func (p *Parser) Label(s *State, head, dependent int) uint8 {
	keys := s.ArcKeys(head, dependent)
	if rel, ok := p.sureRels.Answer(keys[:]); ok && int(rel) < len(p.rels) {
		return rel
	}
	var scores linear.Scores
	var features [ArcFeatures]uint64
	p.labels.Sum(s.LabelFeatures(head, dependent, features[:0]), &scores)
	return uint8(scores.Best(len(p.rels)))
}

// best is the legal move with the highest score.
func best(scores [linear.Lanes]int32, legal Moves) Move {
	out, highest := NoMove, int32(math.MinInt32)
	for m, score := range scores {
		if legal.Has(Move(m)) && score > highest {
			out, highest = Move(m), score
		}
	}
	return out
}
