// Package tagger gives words their part of speech: a greedy tagger from left
// to right with a linear classifier (averaged perceptron, Collins 2002,
// Discriminative Training Methods for Hidden Markov Models) over the word, its
// form, its neighbours and the tags already given. Words that nearly always
// have one tag get it without being asked about. The weights are learned by
// cmd/train.
package tagger

import (
	"fmt"
	"strings"

	"onrecord/claims/lang/linear"
)

// Tagger gives tags to words. It may be used by several goroutines at once.
type Tagger struct {
	tags    []string
	sure    *linear.Sure
	weights *linear.Model
}

// Read reads a tagger from the bytes that Encode made.
func Read(data []byte) (*Tagger, error) {
	parts, err := linear.Unpack(data, 3)
	if err != nil {
		return nil, fmt.Errorf("tagger: %w", err)
	}
	t := &Tagger{tags: strings.Fields(string(parts[0]))}
	if len(t.tags) == 0 || len(t.tags) > linear.MostClasses {
		return nil, fmt.Errorf("tagger has %d tags", len(t.tags))
	}
	if t.sure, err = linear.ReadSure(parts[1]); err != nil {
		return nil, fmt.Errorf("sure words of the tagger: %w", err)
	}
	if t.weights, err = linear.ReadModel(parts[2]); err != nil {
		return nil, fmt.Errorf("weights of the tagger: %w", err)
	}
	return t, nil
}

// Encode is the file of a tagger: the list of tags, the table of sure words by
// their key, the weights.
func Encode(tags []string, sure, weights []byte) []byte {
	return linear.Pack([]byte(strings.Join(tags, " ")), sure, weights)
}

// Tags are the names of the classes.
func (t *Tagger) Tags() []string { return t.tags }

// Name is the tag of a class.
func (t *Tagger) Name(class uint8) string { return t.tags[class] }

// Tag fills in the classes of the words of one sentence.
func (t *Tagger) Tag(s *Sentence) {
	var scores linear.Scores
	var room [Features]uint64
	for i := range s.Words() {
		keys := s.Keys(i)
		if tag, ok := t.sure.Answer(keys[:]); ok && int(tag) < len(t.tags) {
			s.SetTag(i, tag)
			continue
		}
		clear(scores[:len(t.tags)])
		t.weights.Sum(s.Features(i, room[:0]), &scores)
		s.SetTag(i, uint8(scores.Best(len(t.tags))))
	}
}
