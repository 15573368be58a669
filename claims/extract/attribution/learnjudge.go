package attribution

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// verdict is an attribution that was found in text that the models had not
// seen, and whether the annotation has it.
type verdict struct {
	cued   float64
	signs  []uint32
	right  float64
	weight float64
}

// learnJudge fits the last model. For each fold, the other models are fitted
// to the rest of the examples and tried on it.
func learnJudge(examples []Example, golds []map[int]*target, priors [][]float32, m *Model, set Settings) judge {
	var all []verdict
	for fold := range set.Folds {
		var rest []Example
		var restGolds []map[int]*target
		var restPriors [][]float32
		for e := range examples {
			if e%set.Folds != fold {
				rest, restGolds, restPriors = append(rest, examples[e]), append(restGolds, golds[e]), append(restPriors, priors[e])
			}
		}
		quick := set
		quick.Epochs = max(1, set.Epochs-1)
		held := *m
		held.span = learnSpans(rest, restGolds, restPriors, quick, m.options).table
		held.options.Keep, held.options.Cued = 0, 0.05
		for e := range examples {
			if e%set.Folds == fold {
				all = append(all, held.verdicts(&examples[e], priors[e])...)
			}
		}
	}
	return fitJudge(all, set)
}

// verdicts tries the model on one example with the given log-odds of cues.
func (m *Model) verdicts(ex *Example, priors []float32) []verdict {
	f := &finder{m: m, s: ex.Scene, priors: priors}
	var out []verdict
	var b bag
	for i, prior := range priors {
		if float64(prior) < m.options.Prior {
			continue
		}
		a, ok := f.attribution(i, prior)
		if !ok {
			continue
		}
		right, counts := ex.has(&a)
		if !counts {
			continue
		}
		v := verdict{cued: a.Cued, right: right, weight: ex.Weight}
		v.signs = append(v.signs, ex.Scene.view(i, priors).judgeSigns(&b, &a)...)
		out = append(out, v)
	}
	return out
}

// has reports whether the annotation has the attribution: half of the tokens
// of both contents are the same. Doubtful annotations do not count.
func (ex *Example) has(a *Found) (right float64, counts bool) {
	for k := range ex.Gold {
		g := &ex.Gold[k]
		both, size := 0, 0
		for _, x := range a.Content {
			size += x.Last - x.First + 1
			for _, y := range g.Content {
				both += max(0, min(x.Last, y.Last)-max(x.First, y.First)+1)
			}
		}
		for _, y := range g.Content {
			size += y.Last - y.First + 1
		}
		if both > 0 && 2*both >= size-both {
			return 1, !g.Loose
		}
	}
	return 0, true
}

func fitJudge(all []verdict, set Settings) judge {
	j := judge{slope: 1}
	rng := rand.New(rand.NewPCG(set.Seed, 5)) // #nosec G404 -- a fixed seed makes the training repeatable
	const epochs = 20
	for epoch := range epochs {
		rate := 0.02 / (1 + float64(epoch)/4)
		loss, weight := 0.0, 0.0
		for _, k := range rng.Perm(len(all)) {
			v := &all[k]
			p := j.probability(v.cued, v.signs)
			loss -= v.weight * (v.right*math.Log(p+1e-9) + (1-v.right)*math.Log(1-p+1e-9))
			weight += v.weight
			j.learn(v.cued, v.signs, v.right, rate*v.weight)
		}
		if epoch == epochs-1 {
			fmt.Fprintf(set.Log, "judge: %d verdicts, loss %.4f each, slope %.2f\n", len(all), loss/weight, j.slope)
		}
	}
	reliability(&j, all, set)
	return j
}

// reliability prints, for each tenth of the probability, how many were right.
func reliability(j *judge, all []verdict, set Settings) {
	var n, right [10]float64
	for k := range all {
		if all[k].weight != 1 {
			continue
		}
		b := min(9, int(10*j.probability(all[k].cued, all[k].signs)))
		n[b]++
		right[b] += all[k].right
	}
	for b := range n {
		if n[b] > 0 {
			fmt.Fprintf(set.Log, "  confidence %.1f-%.1f: %5.0f statements, %.0f %% right\n", float64(b)/10, float64(b+1)/10, n[b], 100*right[b]/n[b])
		}
	}
}
