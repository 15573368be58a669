package main

import (
	"fmt"
	"sort"

	"onrecord/claims/assess"
	"onrecord/claims/assess/linear"
)

// worthBits is the size of the model of check-worthiness: 2^18 bytes.
const worthBits = 18

// runWorth makes the model of check-worthiness from debates whose sentences
// fact-checkers have marked, and prints the mean average precision on debates
// that it did not learn from.
func runWorth() error {
	samples, debates, err := debateSentences()
	if err != nil {
		return err
	}
	how := learning{rounds: 4, rate: 0.01, decay: 0.1, seed: 1}
	mean := 0.0
	for g := 1; g <= debates; g++ {
		var train, test []sample
		for _, s := range samples {
			if s.group == g {
				test = append(test, s)
			} else {
				train = append(train, s)
			}
		}
		scores := scoresOf(learnOrder(train, worthBits, how), test)
		mean += averagePrecision(test, scores) / float64(debates)
	}
	fmt.Printf("check-worthiness: %d sentences of %d debates\n", len(samples), debates)
	fmt.Printf("  debates left out in turn: mean average precision %.4f\n", mean)
	model := learnOrder(samples, worthBits, how)
	return writeModel("models/assess-worth.bin", model.Encode())
}

// debateSentences reads the marked debates; each is a group.
func debateSentences() ([]sample, int, error) {
	type line struct {
		Doc, Text   string
		Checkworthy bool
	}
	lines, err := readLines[line]("checkworthy/debates-dev.jsonl")
	if err != nil {
		return nil, 0, err
	}
	groups := map[string]int{}
	out := make([]sample, len(lines))
	for i, l := range lines {
		if groups[l.Doc] == 0 {
			groups[l.Doc] = len(groups) + 1
		}
		out[i] = sample{ids: assess.WorthFeatures(l.Text), group: groups[l.Doc]}
		if l.Checkworthy {
			out[i].class = 1
		}
	}
	return out, len(groups), nil
}

func scoresOf(m *linear.Model, samples []sample) []float64 {
	out := make([]float64, len(samples))
	for i, s := range samples {
		out[i] = m.Score(0, s.ids)
	}
	return out
}

// averagePrecision of a ranking: the mean over the positives of the share of
// positives above and at each.
func averagePrecision(samples []sample, scores []float64) float64 {
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return scores[order[i]] > scores[order[j]] })
	hits, sum := 0, 0.0
	for i, at := range order {
		if samples[at].class == 1 {
			hits++
			sum += float64(hits) / float64(i+1)
		}
	}
	return sum / float64(max(hits, 1))
}
