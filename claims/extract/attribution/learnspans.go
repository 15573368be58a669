package attribution

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// learnSpans fits the model of contents to the gold cues and to the words that
// the first classifier takes for cues.
func learnSpans(examples []Example, golds []map[int]*target, priors []*outlook, set Settings, opt Options) *table {
	return committee(set, func(set Settings) *table { return fitSpans(examples, golds, priors, set, opt) })
}

func fitSpans(examples []Example, golds []map[int]*target, priors []*outlook, set Settings, opt Options) *table {
	l := newLearner(set.Rate)
	rng := rand.New(rand.NewPCG(set.Seed, 2)) // #nosec G404 -- a fixed seed makes the training repeatable
	choice := set.selection()
	j := joint{keep: true, b: bag{learn: choice}}
	j.left.b, j.right.b = j.b, j.b
	for epoch := range set.Epochs {
		loss, n, lost := 0.0, 0, 0
		for _, e := range order(examples, rng, all) {
			s := examples[e].Scene
			l.show(&examples[e])
			for i, prior := range priors[e].odds {
				if golds[e][i] == nil && float64(prior) < opt.Prior {
					continue
				}
				was := s.hash[i]
				if rng.Float64() < set.Hide {
					s.disguise(i)
				}
				j.teach(golds[e][i])
				j.build(s.view(i, priors[e]), prior, l.now())
				s.hash[i] = was
				x, y, ok := j.goldPair(golds[e][i])
				if !ok {
					lost++
				}
				n++
				loss -= math.Log(j.prob(x, y) + 1e-12)
				j.learn(l, x, y)
			}
		}
		choice.settle()
		l.epoch(epoch)
		fmt.Fprintf(set.Log, "contents %d: loss %.0f of %d, %d without an exact candidate\n", epoch+1, loss, n, lost)
	}
	return l.mean()
}

// teach names the contents that are to be learned next.
func (j *joint) teach(t *target) {
	j.left.gold, j.right.gold = nil, nil
	if t != nil {
		j.left.gold, j.right.gold = t.left, t.right
	}
}

// goldPair finds the candidates that are closest to the gold contents; exact
// is false where they are not the same.
func (j *joint) goldPair(t *target) (l, r int, exact bool) {
	if t == nil {
		return -1, -1, true
	}
	l, okL := j.left.closest(t.left)
	r, okR := j.right.closest(t.right)
	return l, r, okL && okR
}

func (l *lattice) closest(g *Stretch) (int, bool) {
	if g == nil {
		return -1, true
	}
	best, score := -1, 0.3
	for k := range l.spans {
		st := l.stretch(k)
		inter := min(st.Last, g.Last) - max(st.First, g.First) + 1
		union := max(st.Last, g.Last) - min(st.First, g.First) + 1
		if q := float64(inter) / float64(union); q > score {
			best, score = k, q
		}
	}
	return best, score == 1
}

// learn takes one gradient step towards the gold pair.
func (j *joint) learn(l *learner, x, y int) {
	cx, cy := none, none
	if x >= 0 {
		cx = j.left.spans[x].class
	}
	if y >= 0 {
		cy = j.right.spans[y].class
	}
	var outer [2][classes]float64 // probability of each class of a side, by unit of mass
	for a := range classes {
		for b := range classes {
			w := math.Exp(float64(j.pair[a][b])) / j.total
			outer[0][a] += w * j.mass[1][b]
			outer[1][b] += w * j.mass[0][a]
			g := -w * j.mass[0][a] * j.mass[1][b]
			if a == cx && b == cy {
				g++
			}
			f := j.pairFeats[a][b]
			l.step(j.arena[f[0]:f[1]], float32(g))
		}
	}
	j.left.learn(l, x, outer[0], j.mass[0])
	j.right.learn(l, y, outer[1], j.mass[1])
}

// learn takes the step for one side. The mass of a class is relative to the
// best candidate's score, as in sumUp.
func (l *lattice) learn(to *learner, gold int, outer, mass [classes]float64) {
	top := l.none
	for i := range l.spans {
		top = max(top, l.spans[i].score)
	}
	start, end := make([]float32, len(l.starts)), make([]float32, len(l.ends))
	for i := range l.spans {
		sp := &l.spans[i]
		g := -math.Exp(float64(sp.score-top)) * outer[sp.class]
		if i == gold {
			g++
		}
		start[sp.a] += float32(g)
		end[sp.z] += float32(g)
		to.step(l.arena[sp.feats[0]:sp.feats[1]], float32(g))
	}
	for i, f := range l.startFeats {
		to.step(l.arena[f[0]:f[1]], start[i])
	}
	for i, f := range l.endFeats {
		to.step(l.arena[f[0]:f[1]], end[i])
	}
	g := -mass[none] * outer[none]
	if gold < 0 {
		g++
	}
	to.step(l.arena[l.noneFeats[0]:l.noneFeats[1]], float32(g))
}
