package attribution

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// contents are the gold contents of a target, in text order.
func (t *target) contents() []Stretch {
	var out []Stretch
	if t.left != nil {
		out = append(out, *t.left)
	}
	if t.right != nil {
		out = append(out, *t.right)
	}
	return out
}

// learnSources fits the model that chooses the source.
func learnSources(examples []Example, golds []map[int]*target, priors [][]float32, set Settings) *learner {
	l := newLearner(set.Rate)
	rng := rand.New(rand.NewPCG(set.Seed, 3)) // #nosec G404 -- a fixed seed makes the training repeatable
	var refs []reference
	for epoch := range set.Epochs {
		loss, n, lost := 0.0, 0, 0
		for _, e := range rng.Perm(len(examples)) {
			s := examples[e].Scene
			for i := range s.Doc.Tokens {
				t := golds[e][i]
				if t == nil {
					continue
				}
				v := s.view(i, priors[e])
				refs = v.references(refs[:0], t.contents())
				gold, ok := closestReference(refs, t.source)
				if !ok {
					lost++
					continue
				}
				n++
				loss -= chooseSource(l, v, refs, t.contents(), gold)
			}
		}
		l.epoch(epoch)
		fmt.Fprintf(set.Log, "sources %d: loss %.0f of %d, %d without a candidate\n", epoch+1, loss, n, lost)
	}
	return l.mean()
}

func closestReference(refs []reference, g *Stretch) (int, bool) {
	if g == nil {
		return -1, true
	}
	best, score := -1, 0.0
	for k := range refs {
		inter := min(int(refs[k].z), g.Last) - max(int(refs[k].a), g.First) + 1
		union := max(int(refs[k].z), g.Last) - min(int(refs[k].a), g.First) + 1
		if q := float64(inter) / float64(union); q > score {
			best, score = k, q
		}
	}
	return best, best >= 0
}

// chooseSource takes one step and returns the log-probability of the gold.
func chooseSource(l *learner, v *view, refs []reference, content []Stretch, gold int) float64 {
	feats := make([][]uint32, len(refs)+1)
	scores := make([]float64, len(refs)+1)
	var b bag
	for k := range feats {
		b.idx = nil
		if k == 0 {
			v.noSource(&b, content)
		} else {
			v.sourceFeatures(&b, &refs[k-1], content)
		}
		feats[k] = b.idx
		scores[k] = float64(l.sum(b.idx))
	}
	return softStep(l, feats, scores, gold+1)
}

// softStep takes one step of softmax regression and returns the
// log-probability that the gold answer had before.
func softStep(l *learner, feats [][]uint32, scores []float64, gold int) float64 {
	top := math.Inf(-1)
	for _, x := range scores {
		top = max(top, x)
	}
	total := 0.0
	for k := range scores {
		scores[k] = math.Exp(scores[k] - top)
		total += scores[k]
	}
	for k := range scores {
		g := -scores[k] / total
		if k == gold {
			g++
		}
		l.step(feats[k], float32(g))
	}
	return math.Log(scores[gold]/total + 1e-12)
}

// learnExtents fits the model of how far cues reach.
func learnExtents(examples []Example, golds []map[int]*target, priors [][]float32, set Settings) *learner {
	l := newLearner(set.Rate)
	rng := rand.New(rand.NewPCG(set.Seed, 4)) // #nosec G404 -- a fixed seed makes the training repeatable
	for epoch := range set.Epochs {
		loss := 0.0
		for _, e := range rng.Perm(len(examples)) {
			s := examples[e].Scene
			for i := range s.Doc.Tokens {
				if t := golds[e][i]; t != nil {
					loss -= s.view(i, priors[e]).learnExtent(l, t)
				}
			}
		}
		l.epoch(epoch)
		fmt.Fprintf(set.Log, "extents %d: loss %.0f\n", epoch+1, loss)
	}
	return l.mean()
}

func (v *view) learnExtent(l *learner, t *target) float64 {
	taken := t.contents()
	if t.source != nil {
		taken = append(taken, *t.source)
	}
	total := 0.0
	for _, dir := range [2]int{-1, 1} {
		end := t.cue.First
		if dir > 0 {
			end = t.cue.Last
		}
		cands := v.extentCandidates(nil, dir, taken)
		gold := 0
		feats := make([][]uint32, len(cands))
		scores := make([]float64, len(cands))
		var b bag
		for k, i := range cands {
			b.idx = nil
			v.extentFeatures(&b, int(i), dir)
			feats[k] = b.idx
			scores[k] = float64(l.sum(b.idx))
			if dir < 0 && int(i) >= end || dir > 0 && int(i) <= end {
				gold = k
			}
		}
		total += softStep(l, feats, scores, gold)
	}
	return total
}
