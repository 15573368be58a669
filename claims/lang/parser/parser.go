// Package parser finds the dependency tree of a sentence: which word governs
// which, and how. It goes from left to right with a stack and decides greedily
// (arc-hybrid: Kuhlmann, Gómez-Rodríguez and Satta 2011; learned with a dynamic
// oracle: Goldberg and Nivre 2013, Training Deterministic Parsers with
// Non-Deterministic Oracles). Linear classifiers choose the moves and name the
// relations. The trees are projective and have one root.
package parser

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"onrecord/claims/lang/linear"
)

// Parser finds dependency trees. It may be used by several goroutines at once.
type Parser struct {
	rels   []string
	moves  *linear.Table
	labels *linear.Model
}

// Read reads a parser from the bytes that Encode made.
func Read(data []byte) (*Parser, error) {
	var parts [3][]byte
	for i := range parts {
		if len(data) < 4 {
			return nil, errors.New("parser is cut off")
		}
		n := uint64(binary.LittleEndian.Uint32(data))
		if n > uint64(len(data)-4) {
			return nil, errors.New("parser is cut off")
		}
		parts[i], data = data[4:4+n], data[4+n:]
	}
	p := &Parser{rels: strings.Fields(string(parts[0]))}
	if len(p.rels) == 0 || len(p.rels) > linear.MostClasses {
		return nil, fmt.Errorf("parser has %d relations", len(p.rels))
	}
	var err error
	if p.moves, err = linear.ReadTable(parts[1]); err != nil {
		return nil, fmt.Errorf("moves of the parser: %w", err)
	}
	if p.labels, err = linear.ReadModel(parts[2]); err != nil {
		return nil, fmt.Errorf("relations of the parser: %w", err)
	}
	return p, nil
}

// Encode is the file of a parser: the list of relations, the weights of the
// moves and those of the relations, each after its length.
func Encode(rels []string, moves, labels []byte) []byte {
	var out []byte
	for _, part := range [][]byte{[]byte(strings.Join(rels, " ")), moves, labels} {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	return out
}

// Rels are the names of the relations.
func (p *Parser) Rels() []string { return p.rels }

// Parse finds the tree of the sentence.
func (p *Parser) Parse(s *State) {
	var features [MoveFeatures]uint32
	for !s.Done() {
		legal := s.Legal()
		move := legal.only()
		if move == noMove {
			move = best(p.moves.Sum(s.MoveFeatures(features[:0])), legal)
		}
		s.Apply(move, p)
	}
}

// Label chooses the relation of an arc.
func (p *Parser) Label(features []uint64) uint8 {
	var scores linear.Scores
	for _, f := range features {
		p.labels.Add(f, &scores)
	}
	return uint8(scores.Best(len(p.rels)))
}

func best(scores [linear.Lanes]int32, legal Moves) Move {
	out := noMove
	for m := Shift; m < noMove; m++ {
		if legal.Has(m) && (out == noMove || scores[m] > scores[out]) {
			out = m
		}
	}
	return out
}
