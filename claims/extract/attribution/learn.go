package attribution

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
)

// Gold is one annotated attribution in tokens.
type Gold struct {
	Cue, Source, Content []Stretch
	Loose                bool // a careful reader might leave it out
}

// Example is an annotated document.
type Example struct {
	Scene *Scene
	Gold  []Gold
	// House says that the example is annotated in the house style, which the
	// program is to follow.
	House bool
	// Weight is how much the example counts for the judge: those of the house
	// style, of which there are few, count for more.
	Weight float64
}

// Settings are the numbers of the learner.
type Settings struct {
	Seed   uint64
	Epochs int
	Rate   float64
	Folds  int     // the cue model's answers on its own training text come from models that have not seen it
	Drop   float64 // share of the features that is left out at random in each step
	Hide   float64 // share of the cues whose word is hidden, so that unknown ones are learned too
	Keep   float64 // least probability of a statement
	Log    io.Writer
}

// selection is a new choice of features.
func (s *Settings) selection() *selection {
	return newSelection(s.Drop, s.Seed)
}

// order is the order in which a pass shows the examples: by lot, those of the
// house style twice.
func order(examples []Example, rng *rand.Rand, use func(int) bool) []int {
	var out []int
	for e := range examples {
		if !use(e) {
			continue
		}
		out = append(out, e)
		if examples[e].House {
			out = append(out, e)
		}
	}
	rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func all(int) bool { return true }

// target is one gold attribution seen from its head.
type target struct {
	ex, head    int
	left, right *Stretch
	source      *Stretch
	cue         Stretch
}

// Learn fits all models to the examples.
func Learn(examples []Example, set Settings) *Model {
	golds := make([]map[int]*target, len(examples))
	count := 0
	for e := range examples {
		golds[e] = targets(&examples[e], e)
		count += len(golds[e])
	}
	fmt.Fprintf(set.Log, "%d articles, %d cues\n", len(examples), count)
	known := learnVocabulary(examples)
	for e := range examples {
		examples[e].Scene.blind(known)
	}
	glance := learnWords("glances", (*Scene).glance, examples, golds, set, all)
	priors, cue := learnCues(examples, golds, set)
	m := &Model{
		glance: *glance, cue: *cue, known: *known,
		options: Options{Glance: usedGlance, Prior: learnedPrior, Cued: 0.1, Keep: set.Keep},
	}
	m.span = *learnSpans(examples, golds, priors, set, m.options)
	m.source = *learnSources(examples, golds, priors, set)
	m.extent = *learnExtents(examples, golds, priors, set)
	m.judge = learnJudge(examples, golds, priors, m, set)
	m.options.Prior = usedPrior
	return m
}

// Cues with lower log-odds than these are not looked at while learning and
// afterwards: doubtful ones teach more than they find.
const (
	usedGlance   = -4
	learnedPrior = -4
	usedPrior    = -2.5
)

// targets finds the head of each gold cue and the content on either side.
func targets(ex *Example, e int) map[int]*target {
	out := make(map[int]*target, len(ex.Gold))
	for k := range ex.Gold {
		g := &ex.Gold[k]
		h, ok := ex.Scene.headOf(g.Cue)
		if !ok || len(g.Content) == 0 {
			continue
		}
		if _, twice := out[h]; twice {
			continue
		}
		t := &target{ex: e, head: h, cue: cover(g.Cue)}
		for _, st := range g.Content {
			s := ex.Scene.trim(st)
			if s.First > s.Last || s.First <= h && h <= s.Last {
				continue
			}
			at := &t.left
			if s.First > h {
				at = &t.right
			}
			if *at == nil {
				*at = &Stretch{s.First, s.Last}
			} else {
				(*at).Last = s.Last
			}
		}
		if len(g.Source) > 0 {
			s := cover(g.Source)
			t.source = &s
		}
		if t.left != nil || t.right != nil {
			out[h] = t
		}
	}
	return out
}

func cover(sts []Stretch) Stretch {
	return Stretch{sts[0].First, sts[len(sts)-1].Last}
}

// trim drops marks at both ends and a leading "that".
func (s *Scene) trim(st Stretch) Stretch {
	for st.First <= st.Last && (!s.word[st.First] || s.isThat(st.First) && st.First < st.Last) {
		st.First++
	}
	for st.Last >= st.First && !s.word[st.Last] {
		st.Last--
	}
	return st
}

func (s *Scene) isThat(i int) bool {
	t := &s.Doc.Tokens[i]
	return t.Lower == "that" && (t.Tag == "IN" || t.Rel == "mark")
}

// headOf finds the token of a cue that governs the others; verbs first.
func (s *Scene) headOf(cue []Stretch) (int, bool) {
	best, rank := -1, 0
	for _, st := range cue {
		for i := st.First; i <= st.Last; i++ {
			if !s.May(i) {
				continue
			}
			h := s.Doc.Tokens[i].Head
			r := 1
			if s.Doc.Tokens[i].Tag[0] == 'V' {
				r = 2
			}
			if h < 0 || !within(cue, h) {
				r += 4
			}
			if r > rank {
				best, rank = i, r
			}
		}
	}
	return best, best >= 0
}

// learnCues fits the first classifier, and gives the log-odds of every token
// by a model that was fitted to other articles.
func learnCues(examples []Example, golds []map[int]*target, set Settings) ([]*outlook, *table) {
	priors := make([]*outlook, len(examples))
	for fold := range set.Folds {
		l := learnWords("cues", (*Scene).cueFeatures, examples, golds, set, func(e int) bool { return e%set.Folds != fold })
		for e := range examples {
			if e%set.Folds == fold {
				priors[e] = cuePriors(examples[e].Scene, l)
			}
		}
	}
	return priors, learnWords("cues", (*Scene).cueFeatures, examples, golds, set, all)
}

func cuePriors(s *Scene, l *table) *outlook {
	out := make([]float32, len(s.Doc.Tokens))
	var b bag
	for i := range out {
		out[i] = never
		if s.May(i) {
			s.cueFeatures(&b, i)
			out[i] = l.score(&b)
		}
	}
	return (&outlook{odds: out}).link()
}

// learnWords fits a model that tells heads of cues from other words, to the
// examples for which use is true.
func learnWords(name string, features func(*Scene, *bag, int), examples []Example, golds []map[int]*target, set Settings, use func(int) bool) *table {
	return committee(set, func(set Settings) *table { return fitCues(name, features, examples, golds, set, use) })
}

func fitCues(name string, features func(*Scene, *bag, int), examples []Example, golds []map[int]*target, set Settings, use func(int) bool) *table {
	l := newLearner(set.Rate)
	rng := rand.New(rand.NewPCG(set.Seed, 1)) // #nosec G404 -- a fixed seed makes the training repeatable
	b := bag{learn: set.selection()}
	for epoch := range set.Epochs {
		loss := 0.0
		for _, e := range order(examples, rng, use) {
			s := examples[e].Scene
			for i := range s.Doc.Tokens {
				if !s.May(i) {
					continue
				}
				was := s.hash[i]
				if rng.Float64() < set.Hide {
					s.disguise(i)
				}
				features(s, &b, i)
				s.hash[i] = was
				loss -= l.answer(b.idx, golds[e][i] != nil)
			}
		}
		b.learn.settle()
		l.epoch(epoch)
		fmt.Fprintf(set.Log, "%s %d: loss %.0f\n", name, epoch+1, loss)
	}
	return l.mean()
}

// answer takes one step of logistic regression and returns the log-probability
// that the answer had before.
func (l *learner) answer(features []uint32, yes bool) float64 {
	p := sigmoid(float64(l.sum(features)))
	if yes {
		l.step(features, float32(1-p))
		return math.Log(p + 1e-9)
	}
	l.step(features, float32(-p))
	return math.Log(1 - p + 1e-9)
}
