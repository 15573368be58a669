package attribution

import "math"

// Stretch is a range of tokens, both ends included.
type Stretch struct{ First, Last int }

// Found is one attribution: a cue with what it governs.
type Found struct {
	Head    int       // token that heads the cue
	Cue     Stretch   // the whole cue
	Content []Stretch // one stretch, or one before and one after the cue
	Source  Stretch   // only where HasSource
	// HasSource is false where the sentence names no source.
	HasSource bool
	Cued      float64 // probability that the head is a cue
	Sure      float64 // calibrated probability that a reader would mark the statement
	Bounds    float64 // probability of the content, given that it is one
	Sourced   float64 // probability of the source, given the content
}

// Options are the working point of the finder. They are learned, too.
type Options struct {
	Glance float64 // words with lower log-odds at first sight are not looked at
	Prior  float64 // cues with lower log-odds are not looked at
	Cued   float64 // least probability of a cue by the span model
	Keep   float64 // least probability of a statement by the judge
}

// Model is everything that was learned.
type Model struct {
	glance, cue, span, source, extent table
	judge                             judge
	options                           Options
	known                             vocabulary
}

// finder holds the buffers for one document.
type finder struct {
	m    *Model
	s    *Scene
	v    view
	j    joint
	o    *outlook
	refs []reference
	ext  []int32

	glance, cue, source, extent, judge bag
}

func newFinder(m *Model, s *Scene, o *outlook) *finder {
	f := &finder{m: m, s: s, o: o}
	f.glance.open(&m.glance)
	f.cue.open(&m.cue)
	f.source.open(&m.source)
	f.extent.open(&m.extent)
	f.j.open(&m.span)
	return f
}

// never is the log-odds of a token that cannot head a cue.
const never = -99

// Find lists the attributions of a document in the order of their cues. It is
// safe for concurrent use.
func (m *Model) Find(s *Scene) []Found {
	f := newFinder(m, s, nil)
	f.findPriors()
	all := f.candidates()
	out := make([]Found, 0, len(all))
	for i := range all {
		if all[i].Sure >= m.options.Keep {
			out = append(out, all[i].Found)
		}
	}
	return out
}

// candidates lists every reading of a word as a cue that is not unlikely,
// each judged beside the others.
func (f *finder) candidates() []candidate {
	var all []candidate
	for i, prior := range f.o.odds {
		if float64(prior) < f.m.options.Prior {
			continue
		}
		if a, ok := f.attribution(i, prior); ok {
			all = append(all, candidate{Found: a, signs: append([]uint32(nil), f.v.judgeSigns(&f.judge, &a)...)})
		}
	}
	f.s.shareSources(all, f.o)
	for i := range all {
		all[i].signs = conflicts(&f.judge, all, i)
	}
	for i := range all {
		all[i].Sure = f.m.judge.probability(all[i].Cued, all[i].signs)
	}
	return all
}

// findPriors asks the first classifier about every token.
func (f *finder) findPriors() {
	odds := make([]float32, len(f.s.Doc.Tokens))
	for i := range odds {
		odds[i] = never
		if f.s.May(i) && f.worthALook(i) {
			odds[i] = f.prior(i)
		}
	}
	f.o = (&outlook{odds: odds}).link()
}

func (f *finder) worthALook(i int) bool {
	f.s.glance(&f.glance, i)
	return float64(f.m.glance.score(&f.glance)) >= f.m.options.Glance
}

// prior is the log-odds that the token heads a cue.
func (f *finder) prior(i int) float32 {
	f.s.cueFeatures(&f.cue, i)
	return f.m.cue.score(&f.cue)
}

// attribution reads the word as a cue, if that is not too unlikely.
func (f *finder) attribution(i int, prior float32) (Found, bool) {
	v := &f.v
	v.look(f.s, i, f.o)
	f.j.build(v, prior, &f.m.span)
	cued := 1 - f.j.noCue()
	if cued < f.m.options.Cued {
		return Found{}, false
	}
	l, r, p := f.j.best()
	if p == 0 {
		return Found{}, false
	}
	a := Found{Head: i, Cued: cued, Bounds: p / max(cued, 1e-9)}
	if l >= 0 {
		a.Content = append(a.Content, f.j.left.stretch(l))
	}
	if r >= 0 {
		a.Content = append(a.Content, f.j.right.stretch(r))
	}
	a.Source, a.Sourced, a.HasSource = f.pickSource(v, a.Content)
	taken := a.Content
	if a.HasSource {
		taken = append(taken[:len(taken):len(taken)], a.Source)
	}
	a.Cue = Stretch{f.pickExtent(v, -1, taken), f.pickExtent(v, 1, taken)}
	return a, true
}

func (l *lattice) stretch(k int) Stretch {
	return Stretch{int(l.starts[l.spans[k].a]), int(l.ends[l.spans[k].z])}
}

func (f *finder) pickSource(v *view, content []Stretch) (Stretch, float64, bool) {
	f.refs = v.references(f.refs[:0], content)
	v.noSource(&f.source, content)
	best, top := -1, f.m.source.score(&f.source)
	total := math.Exp(float64(top))
	for k := range f.refs {
		v.sourceFeatures(&f.source, &f.refs[k], content)
		score := f.m.source.score(&f.source)
		total += math.Exp(float64(score))
		if score > top {
			best, top = k, score
		}
	}
	p := math.Exp(float64(top)) / total
	if best < 0 {
		return Stretch{}, p, false
	}
	return Stretch{int(f.refs[best].a), int(f.refs[best].z)}, p, true
}

func (f *finder) pickExtent(v *view, dir int, taken []Stretch) int {
	f.ext = v.extentCandidates(f.ext[:0], dir, taken)
	best, top := v.c, float32(math.Inf(-1))
	for _, i := range f.ext {
		v.extentFeatures(&f.extent, int(i), dir)
		if score := f.m.extent.score(&f.extent); score > top {
			best, top = int(i), score
		}
	}
	return best
}
