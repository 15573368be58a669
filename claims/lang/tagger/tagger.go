// Package tagger gives words their part of speech: a greedy tagger from left
// to right with a linear classifier (averaged perceptron, Collins 2002,
// Discriminative Training Methods for Hidden Markov Models) over the word, its
// form, its neighbours and the tags already given. The weights are learned by
// cmd/train.
package tagger

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"onrecord/claims/lang/linear"
)

// Tagger gives tags to words. It may be used by several goroutines at once.
type Tagger struct {
	tags    []string
	weights *linear.Model
}

// Read reads a tagger from the bytes that Encode made.
func Read(data []byte) (*Tagger, error) {
	if len(data) < 4 {
		return nil, errors.New("tagger is cut off")
	}
	n := uint64(binary.LittleEndian.Uint32(data))
	if n > uint64(len(data)-4) {
		return nil, errors.New("tagger is cut off")
	}
	tags := strings.Fields(string(data[4 : 4+n]))
	if len(tags) == 0 || len(tags) > linear.MostClasses {
		return nil, fmt.Errorf("tagger has %d tags", len(tags))
	}
	weights, err := linear.ReadModel(data[4+n:])
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	return &Tagger{tags: tags, weights: weights}, nil
}

// Encode is the file of a tagger: the length of the list of tags, the list,
// the weights.
func Encode(tags []string, weights []byte) []byte {
	list := strings.Join(tags, " ")
	var b bytes.Buffer
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(list))))
	b.WriteString(list)
	b.Write(weights)
	return b.Bytes()
}

// Tags are the names of the classes.
func (t *Tagger) Tags() []string { return t.tags }

// Name is the tag of a class.
func (t *Tagger) Name(class uint8) string { return t.tags[class] }

// Tag fills in the classes of the words of one sentence.
func (t *Tagger) Tag(s *Sentence) {
	var scores linear.Scores
	features := make([]uint64, 0, Features)
	for i := range s.Words() {
		features = s.Features(i, features[:0])
		clear(scores[:len(t.tags)])
		for _, f := range features {
			t.weights.Add(f, &scores)
		}
		s.SetTag(i, uint8(scores.Best(len(t.tags))))
	}
}
