package main

import (
	"fmt"
	"math"
	"sort"

	"onrecord/claims/assess"
	"onrecord/claims/assess/linear"
)

// runWorth makes the model of check-worthiness from debates whose sentences
// fact-checkers have marked, and prints the mean average precision on debates
// that it did not learn from.
func runWorth() error {
	samples, debates, err := debateSentences()
	if err != nil {
		return err
	}
	how := ranking{rounds: 8, decay: 0.067, rare: 0.3, rivals: 100}
	unseen := make([]float64, len(samples))
	for g := 1; g <= debates; g++ {
		weights := rank(without(samples, g), how)
		for i, s := range samples {
			if s.group == g {
				unseen[i] = scoreOf(weights, s.ids)
			}
		}
	}
	mean, deviation := spread(unseen)
	for i := range unseen {
		unseen[i] = (unseen[i] - mean) / deviation
	}
	fmt.Printf("check-worthiness: %d sentences of %d debates, each debate left out in turn\n", len(samples), debates)
	printPrecision("every sentence alone", samples, unseen)
	printPrecision("with its neighbours", samples, neighbourhoods(samples, unseen))
	weights := rank(samples, how)
	for id := range weights {
		weights[id] /= deviation
	}
	return writeModel("models/assess-worth.bin", linear.EncodeSparse(-mean/deviation, weights))
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

func without(samples []sample, group int) []sample {
	var out []sample
	for _, s := range samples {
		if s.group != group {
			out = append(out, s)
		}
	}
	return out
}

func scoreOf(weights map[uint32]float64, ids []uint32) float64 {
	sum := 0.0
	for _, id := range ids {
		sum += weights[id]
	}
	return sum * linear.Share(len(ids))
}

// spread is the mean and the standard deviation.
func spread(values []float64) (mean, deviation float64) {
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		deviation += (v - mean) * (v - mean) / float64(len(values))
	}
	return mean, math.Sqrt(deviation)
}

// neighbourhoods adds to the scores of each debate those of the neighbours.
func neighbourhoods(samples []sample, scores []float64) []float64 {
	var out []float64
	for from := 0; from < len(samples); {
		to := from + 1
		for to < len(samples) && samples[to].group == samples[from].group {
			to++
		}
		out = append(out, assess.Neighbourhood(scores[from:to])...)
		from = to
	}
	return out
}

// printPrecision gives the average precision, its mean over the debates with
// the standard error, and its mean over the half of the debates in which the
// fewest sentences were taken up.
func printPrecision(name string, samples []sample, scores []float64) {
	type debate struct{ share, precision float64 }
	groups, scored := map[int][]sample{}, map[int][]float64{}
	for i, s := range samples {
		groups[s.group] = append(groups[s.group], s)
		scored[s.group] = append(scored[s.group], scores[i])
	}
	var debates []debate
	var all []float64
	for g := 1; g <= len(groups); g++ {
		taken := 0
		for _, s := range groups[g] {
			taken += s.class
		}
		p := averagePrecision(groups[g], scored[g])
		debates = append(debates, debate{float64(taken) / float64(len(groups[g])), p})
		all = append(all, p)
	}
	sort.SliceStable(debates, func(i, j int) bool { return debates[i].share < debates[j].share })
	mean, deviation := spread(all)
	few := 0.0
	half := len(debates) / 2
	for _, d := range debates[:half] {
		few += d.precision / float64(half)
	}
	fmt.Printf("  %s: mean average precision %.4f, standard error %.4f; %.4f in the %d debates with the smallest share of what was taken up\n",
		name, mean, deviation/math.Sqrt(float64(len(all))), few, half)
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
