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
func learnSources(examples []Example, golds []map[int]*target, priors []*outlook, set Settings) *table {
	var refs []reference
	return learnChoices("sources", examples, golds, set, 3, func(c *chooser, e int, t *target) {
		v := examples[e].Scene.view(t.head, priors[e])
		content := t.contents()
		refs = v.references(refs[:0], content)
		gold, ok := closestReference(refs, t.source)
		if !ok {
			return
		}
		v.noSource(&c.b, content)
		c.add()
		for k := range refs {
			v.sourceFeatures(&c.b, &refs[k], content)
			c.add()
		}
		c.choose(gold + 1)
	})
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

// learnExtents fits the model of how far cues reach.
func learnExtents(examples []Example, golds []map[int]*target, priors []*outlook, set Settings) *table {
	return learnChoices("extents", examples, golds, set, 4, func(c *chooser, e int, t *target) {
		v := examples[e].Scene.view(t.head, priors[e])
		taken := t.contents()
		if t.source != nil {
			taken = append(taken, *t.source)
		}
		v.learnExtent(c, -1, t.cue.First, taken)
		v.learnExtent(c, 1, t.cue.Last, taken)
	})
}

// learnExtent learns that the cue ends at the token end towards dir.
func (v *view) learnExtent(c *chooser, dir, end int, taken []Stretch) {
	gold := 0
	for k, i := range v.extentCandidates(nil, dir, taken) {
		v.extentFeatures(&c.b, int(i), dir)
		c.add()
		if dir*int(i) <= dir*end {
			gold = k
		}
	}
	c.choose(gold)
}

// chooser learns to choose one of several candidates by softmax regression.
type chooser struct {
	*learner
	b     bag
	feats [][]uint32
	n     int // candidates
	loss  float64
	probs []float64
}

// learnChoices shows the gold cues of all examples to teach, once in every
// epoch in another order.
func learnChoices(name string, examples []Example, golds []map[int]*target, set Settings, stream uint64, teach func(*chooser, int, *target)) *table {
	return committee(set, func(set Settings) *table { return fitChoices(name, examples, golds, set, stream, teach) })
}

func fitChoices(name string, examples []Example, golds []map[int]*target, set Settings, stream uint64, teach func(*chooser, int, *target)) *table {
	c := &chooser{learner: newLearner(set.Rate), b: bag{learn: set.selection()}}
	rng := rand.New(rand.NewPCG(set.Seed, stream)) // #nosec G404 -- a fixed seed makes the training repeatable
	for epoch := range set.Epochs {
		c.loss = 0
		for _, e := range order(examples, rng, all) {
			for i := range examples[e].Scene.Doc.Tokens {
				if t := golds[e][i]; t != nil {
					teach(c, e, t)
				}
			}
		}
		c.b.learn.settle()
		c.epoch(epoch)
		fmt.Fprintf(set.Log, "%s %d: loss %.0f\n", name, epoch+1, c.loss)
	}
	return c.mean()
}

// add makes the features in the bag the next candidate.
func (c *chooser) add() {
	if c.n == len(c.feats) {
		c.feats = append(c.feats, nil)
	}
	c.feats[c.n] = append(c.feats[c.n][:0], c.b.idx...)
	c.n++
}

// choose takes one step towards the gold candidate and forgets them all.
func (c *chooser) choose(gold int) {
	n := c.n
	c.n = 0
	c.probs = c.probs[:0]
	top := math.Inf(-1)
	for k := range n {
		x := float64(c.sum(c.feats[k]))
		c.probs = append(c.probs, x)
		top = max(top, x)
	}
	total := 0.0
	for k, x := range c.probs {
		c.probs[k] = math.Exp(x - top)
		total += c.probs[k]
	}
	c.loss -= math.Log(c.probs[gold]/total + 1e-12)
	for k, p := range c.probs {
		g := -p / total
		if k == gold {
			g++
		}
		c.step(c.feats[k], float32(g))
	}
}
