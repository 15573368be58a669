package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"

	"onrecord/claims/lang"
	"onrecord/claims/lang/lemma"
	"onrecord/claims/lang/linear"
	"onrecord/claims/lang/parser"
	"onrecord/claims/lang/tagger"
)

// parserFile is where the parser is kept, below assets.
const parserFile = "models/parser.bin"

const (
	parserEpochs = 8
	// leastLabel is the smallest weight, of 127, that is shipped.
	leastLabel = 10
	// exploring is how often the parser follows its own choice although it is
	// wrong, from the second epoch on: it learns to go on after mistakes.
	exploring = 0.9
)

// parserTrainer learns a parser.
type parserTrainer struct {
	rels   []string
	number map[string]int
	moves  *moveLearner
	labels *learner
	random *rand.Rand
	state  parser.State
	want   int // the right relation of the arc that is drawn, -1 where the arc is wrong
	counts struct{ arcs, rels, words int }
}

// parserExample is a sentence with the tags that the tagger gives it.
type parserExample struct {
	gold  sentence
	words []parser.Word
}

// trainParser learns from the examples and gives the file of the parser.
func trainParser(examples []parserExample, epochs int, progress io.Writer) []byte {
	t := &parserTrainer{
		number: map[string]int{}, moves: newMoveLearner(), labels: newLearner(),
		random: rand.New(rand.NewPCG(seed, 1)), //nolint:gosec // the same order in each run, so that a model can be made again
	}
	for _, e := range examples {
		for _, rel := range e.gold.rels {
			if _, ok := t.number[rel]; !ok && e.gold.article == 0 {
				t.number[rel] = 0
				t.rels = append(t.rels, rel)
			}
		}
	}
	slices.Sort(t.rels)
	for i, rel := range t.rels {
		t.number[rel] = i
	}
	order := t.random.Perm(len(examples))
	for epoch := range epochs {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		t.counts.arcs, t.counts.rels, t.counts.words = 0, 0, 0
		for _, i := range curriculum(order, func(i int) sentence { return examples[i].gold }, epoch, epochs) {
			t.sentence(&examples[i], epoch > 0)
		}
		n := float64(t.counts.words)
		fmt.Fprintf(progress, "parser: epoch %d: %.2f%% heads, %.2f%% with relation of %d words right while learning\n",
			epoch+1, 100*float64(t.counts.arcs)/n, 100*float64(t.counts.rels)/n, t.counts.words)
	}
	t.labels.average()
	return t.encode(examples)
}

// encode writes the parser. What it is sure of is found by parsing the examples
// with it.
func (t *parserTrainer) encode(examples []parserExample) []byte {
	const (
		logPlaces = 15
		fewest    = 20
		share     = 0.995
	)
	moves, labels := t.moves.table(), t.labels.model(leastLabel)
	p, err := parser.Read(parser.Encode(t.rels, nothingSure(), moves, nothingSure(), labels))
	if err != nil {
		panic(err) // what was just written can be read
	}
	v := newSurvey(p)
	for i := range examples {
		v.sentence(&examples[i])
	}
	return parser.Encode(t.rels, v.moves.Bytes(logPlaces, fewest, share), moves, v.rels.Bytes(logPlaces, fewest, share), labels)
}

// sentence learns from one sentence.
func (t *parserTrainer) sentence(e *parserExample, explore bool) {
	right := newOracle(projective(e.gold.heads))
	s := &t.state
	s.Reset(e.words)
	var features [parser.StateFeatures]uint64
	for !s.Done() {
		legal := s.Legal()
		f := s.MoveFeatures(features[:0])
		scores := t.moves.score(f)
		guess := bestMove(scores, legal)
		allowed := right.best(s, legal)
		t.moves.steps++
		move := guess
		if !allowed.Has(guess) {
			want := bestMove(scores, allowed)
			t.moves.update(f, want, guess)
			if !explore || t.random.Float64() >= exploring {
				move = want
			}
		}
		t.want = -1
		if head, dependent := s.Arc(move); move != parser.Shift && right.heads[dependent] == head {
			if number, known := t.number[e.gold.rels[dependent]]; known {
				t.want = number
			}
		}
		s.Apply(move, t)
	}
	for i := range e.words {
		if right.heads[i] == unknownHead {
			continue
		}
		t.counts.words++
		if s.Head(i) == right.heads[i] {
			t.counts.arcs++
			if t.rels[s.Rel(i)] == e.gold.rels[i] {
				t.counts.rels++
			}
		}
	}
}

// Label names the relation of an arc, and learns from it where the arc is
// right.
func (t *parserTrainer) Label(s *parser.State, head, dependent int) uint8 {
	var room [parser.ArcFeatures]uint64
	features := s.LabelFeatures(head, dependent, room[:0])
	var scores [linear.MostClasses]float64
	t.labels.score(features, &scores)
	guess := best(scores[:len(t.rels)])
	if t.want >= 0 {
		t.labels.steps++
		if guess != t.want {
			t.labels.update(features, t.want, guess, 1)
		}
	}
	return uint8(guess)
}

func bestMove(scores [linear.Lanes]float32, legal parser.Moves) parser.Move {
	out := parser.Shift
	for m := parser.Shift; m <= parser.Right; m++ {
		if legal.Has(m) && (!legal.Has(out) || scores[m] > scores[out]) {
			out = m
		}
	}
	return out
}

// tagged tags the sentence for the parser.
func tagged(t *tagger.Tagger, l *lemma.Rules, s sentence) parserExample {
	in := taggerInput(s.words)
	t.Tag(in)
	e := parserExample{gold: s, words: make([]parser.Word, len(s.words))}
	for i, w := range s.words {
		e.words[i] = parser.Word{Form: parser.FormOf(l.Lemma(lang.Lower(w), t.Name(in.Tag(i)))), Tag: in.Tag(i)}
	}
	return e
}

// examples tags the sentences with taggers that did not see them, so that the
// parser learns from tags as wrong as those that it will meet.
func examples(tags []string, l *lemma.Rules, sentences []sentence, progress io.Writer) ([]parserExample, error) {
	const folds = 3
	out := make([]parserExample, len(sentences))
	for fold := range folds {
		var rest []sentence
		for i, s := range sentences {
			if i/100%folds != fold {
				rest = append(rest, s)
			}
		}
		fmt.Fprintf(progress, "parser: tags for part %d of %d\n", fold+1, folds)
		t, err := tagger.Read(trainTagger(tags, rest, 3, io.Discard))
		if err != nil {
			return nil, err
		}
		for i, s := range sentences {
			if i/100%folds == fold {
				out[i] = tagged(t, l, s)
			}
		}
	}
	return out, nil
}

// attachment measures a parser: the shares of words with the right head (UAS)
// and with the right head and relation (LAS), punctuation included where its
// head is known.
func attachment(t *tagger.Tagger, l *lemma.Rules, p *parser.Parser, sentences []sentence) (uas, las float64) {
	var s parser.State
	heads, rels, all := 0, 0, 0
	for _, gold := range sentences {
		s.Reset(tagged(t, l, gold).words)
		p.Parse(&s)
		for i, h := range gold.heads {
			if h == unknownHead {
				continue
			}
			if h < 0 {
				h = len(gold.heads)
			}
			all++
			if s.Head(i) == h {
				heads++
				if p.Rels()[s.Rel(i)] == gold.rels[i] {
					rels++
				}
			}
		}
	}
	return float64(heads) / float64(all), float64(rels) / float64(all)
}

// runParser trains the parser that is shipped and measures it.
func runParser() error {
	c, err := readCorpora()
	if err != nil {
		return err
	}
	data, err := readModel(taggerFile)
	if err != nil {
		return err
	}
	t, err := tagger.Read(data)
	if err != nil {
		return err
	}
	if data, err = readModel(lemmaFile); err != nil {
		return err
	}
	l, err := lemma.Read(data)
	if err != nil {
		return err
	}
	train, err := examples(pennTags(c.train), l, c.lessons(), os.Stdout)
	if err != nil {
		return err
	}
	data = trainParser(train, parserEpochs, os.Stdout)
	p, err := parser.Read(data)
	if err != nil {
		return err
	}
	for _, m := range []struct {
		name      string
		sentences []sentence
	}{
		{"ewt-dev", c.dev},
		{"ewt-test", c.test},
		{"PolNeAR silver dev", c.silverDev},
		{"PolNeAR silver train", c.silver[:gauge]},
	} {
		uas, las := attachment(t, l, p, m.sentences)
		fmt.Printf("%s: UAS %.2f%%, LAS %.2f%%\n", m.name, 100*uas, 100*las)
	}
	return writeModel(parserFile, data)
}
