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
	house  bool
	fold   int
}

// learnJudge fits the last model. For each fold, the other models are fitted
// to the rest of the examples and tried on it.
func learnJudge(examples []Example, golds []map[int]*target, priors []*outlook, m *Model, set Settings) judge {
	var all []verdict
	for fold := range set.Folds {
		var rest []Example
		var restGolds []map[int]*target
		var restPriors []*outlook
		for e := range examples {
			if e%set.Folds != fold {
				rest, restGolds, restPriors = append(rest, examples[e]), append(restGolds, golds[e]), append(restPriors, priors[e])
			}
		}
		quick := set
		quick.Epochs = max(1, set.Epochs-1)
		held := *m
		held.span = *learnSpans(rest, restGolds, restPriors, quick, m.options)
		held.options.Keep, held.options.Cued = 0, 0.05
		for e := range examples {
			if e%set.Folds == fold {
				for _, v := range held.verdicts(&examples[e], priors[e]) {
					v.fold = fold
					all = append(all, v)
				}
			}
		}
	}
	return fitJudge(all, set)
}

// verdicts tries the model on one example with the given log-odds of cues.
func (m *Model) verdicts(ex *Example, o *outlook) []verdict {
	var out []verdict
	for _, c := range newFinder(m, ex.Scene, o).candidates() {
		if right, counts := ex.has(&c.Found); counts {
			out = append(out, verdict{cued: c.Cued, right: right, weight: ex.Weight, house: ex.House, signs: c.signs})
		}
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

// fitJudge fits the judge to all verdicts, and prints how reliable one is that
// was fitted to the other folds only.
func fitJudge(all []verdict, set Settings) judge {
	var n, right [2][10]float64
	for fold := range set.Folds {
		j := fitTo(all, set, func(v *verdict) bool { return v.fold != fold })
		for k := range all {
			if v := &all[k]; v.fold == fold {
				style := 0
				if v.house {
					style = 1
				}
				b := min(9, int(10*j.probability(v)))
				n[style][b]++
				right[style][b] += v.right
			}
		}
	}
	for style, name := range [...]string{"news", "house style"} {
		for b, count := range n[style] {
			if count > 0 {
				fmt.Fprintf(set.Log, "  %s: confidence %.1f-%.1f: %5.0f statements, %.0f %% right\n", name, float64(b)/10, float64(b+1)/10, count, 100*right[style][b]/count)
			}
		}
	}
	return fitTo(all, set, func(*verdict) bool { return true }).sum()
}

// fitTo fits the judges to the verdicts for which use is true.
func fitTo(all []verdict, set Settings, use func(*verdict) bool) *judges {
	j := &judges{all: judge{slope: 1}}
	rng := rand.New(rand.NewPCG(set.Seed, 5)) // #nosec G404 -- a fixed seed makes the training repeatable
	const epochs = 12
	for epoch := range epochs {
		rate := 0.0025 / (1 + float64(epoch)/4)
		loss, other, weight, otherWeight := 0.0, 0.0, 0.0, 0.0
		for _, k := range rng.Perm(len(all)) {
			v := &all[k]
			p := j.probability(v)
			l := -v.weight * (v.right*math.Log(p+1e-9) + (1-v.right)*math.Log(1-p+1e-9))
			if !use(v) {
				other += l
				otherWeight += v.weight
				continue
			}
			loss += l
			weight += v.weight
			j.learn(v, rate*v.weight)
		}
		if epoch == epochs-1 {
			fmt.Fprintf(set.Log, "judge: %d verdicts, loss %.4f each, on others %.4f\n", len(all), loss/weight, other/max(1, otherWeight))
		}
	}
	return j
}
