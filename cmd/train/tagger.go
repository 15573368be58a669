package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"

	"onrecord/claims/lang"
	"onrecord/claims/lang/linear"
	"onrecord/claims/lang/tagger"
)

// taggerFile is where the tagger is kept, below assets.
const taggerFile = "models/tagger.bin"

// seed makes every run give the same weights.
const seed = 20240501

// taggerTrainer learns a tagger.
type taggerTrainer struct {
	tags   []string
	number map[string]int
	learn  *learner
}

// gauge is how many of the silver sentences that were learned from are measured.
const gauge = 5000

// pennTags are the tags of the treebanks, in the order of their numbers.
func pennTags(gold []sentence) []string {
	var out []string
	for _, s := range gold {
		for _, tag := range s.tags {
			if i, found := slices.BinarySearch(out, tag); !found {
				out = slices.Insert(out, i, tag)
			}
		}
	}
	return out
}

// trainTagger learns from the sentences and gives the file of the tagger.
// Words with tags that are not in the list are passed over.
func trainTagger(tags []string, sentences []sentence, epochs int, progress io.Writer) []byte {
	t := &taggerTrainer{tags: tags, number: map[string]int{}, learn: newLearner()}
	for i, tag := range tags {
		t.number[tag] = i
	}
	random := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // the same order in each run, so that a model can be made again
	order := random.Perm(len(sentences))
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right, all := 0, 0
		for _, i := range curriculum(order, func(i int) sentence { return sentences[i] }, epoch, epochs) {
			r, n := t.sentence(sentences[i])
			right += r
			all += n
		}
		fmt.Fprintf(progress, "tagger: epoch %d: %.2f%% of %d words right while learning\n", epoch+1, 100*float64(right)/float64(all), all)
	}
	t.learn.average()
	return t.encode(sentences)
}

// encode writes the tagger. What it is sure of is found by tagging the
// sentences with it.
func (t *taggerTrainer) encode(sentences []sentence) []byte {
	const (
		logPlaces = 15
		fewest    = 20
		share     = 0.998
	)
	weights := t.learn.model(leastTag)
	doubting, err := tagger.Read(tagger.Encode(t.tags, nothingSure(), weights))
	if err != nil {
		panic(err) // what was just written can be read
	}
	sure := linear.NewSureBuilder(tagger.Levels)
	for _, s := range sentences {
		in := taggerInput(s.words)
		doubting.Tag(in)
		for i := range s.words {
			keys := in.Keys(i)
			sure.Add(keys[:], in.Tag(i))
		}
	}
	return tagger.Encode(t.tags, sure.Bytes(logPlaces, fewest, share), weights)
}

// nothingSure is a table without answers.
func nothingSure() []byte { return linear.NewSureBuilder(1).Bytes(0, 1, 1) }

// sentence learns from one sentence and counts the words tagged right.
func (t *taggerTrainer) sentence(gold sentence) (right, all int) {
	s := taggerInput(gold.words)
	features := make([]uint64, 0, tagger.Features)
	for i, tag := range gold.tags {
		features = s.Features(i, features[:0])
		var scores [linear.MostClasses]float64
		t.learn.score(features, &scores)
		guess := best(scores[:len(t.tags)])
		s.SetTag(i, uint8(guess))
		want, known := t.number[tag]
		if !known {
			continue
		}
		t.learn.steps++
		all++
		if want != guess {
			t.learn.update(features, want, guess, 1)
		} else {
			right++
		}
	}
	return right, all
}

// best is the index of the highest score.
func best(scores []float64) int {
	out := 0
	for i, s := range scores {
		if s > scores[out] {
			out = i
		}
	}
	return out
}

// taggerInput is the form in which the tagger reads a sentence.
func taggerInput(words []string) *tagger.Sentence {
	s := &tagger.Sentence{}
	s.Reset()
	for _, w := range words {
		s.Add(w, lang.Lower(w))
	}
	s.Close()
	return s
}

// applyTagger tags words.
func applyTagger(t *tagger.Tagger, words []string) []string {
	s := taggerInput(words)
	t.Tag(s)
	out := make([]string, len(words))
	for i := range out {
		out[i] = t.Name(s.Tag(i))
	}
	return out
}

// tagAccuracy is the share of words with the right tag.
func tagAccuracy(t *tagger.Tagger, sentences []sentence) float64 {
	right, all := 0, 0
	for _, s := range sentences {
		for i, tag := range applyTagger(t, s.words) {
			if s.tags[i] == unknownTag {
				continue
			}
			all++
			if tag == s.tags[i] {
				right++
			}
		}
	}
	return float64(right) / float64(max(1, all))
}

// runTagger trains the tagger that is shipped and measures it.
func runTagger() error {
	c, err := readCorpora()
	if err != nil {
		return err
	}
	data := trainTagger(pennTags(c.train), c.lessons(), taggerEpochs, os.Stdout)
	t, err := tagger.Read(data)
	if err != nil {
		return err
	}
	fmt.Printf("tags right: ewt-dev %.2f%%, ewt-test %.2f%%, PolNeAR silver dev %.2f%%, train %.2f%%\n",
		100*tagAccuracy(t, c.dev), 100*tagAccuracy(t, c.test), 100*tagAccuracy(t, c.silverDev), 100*tagAccuracy(t, c.silver[:gauge]))
	return writeModel(taggerFile, data)
}

const (
	taggerEpochs = 5
	leastTag     = 5 // the smallest weight, of 127, that is shipped
)
