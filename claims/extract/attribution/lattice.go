package attribution

import (
	"math"
	"slices"
	"strings"
)

// class is a coarse kind of content, for the pairing of the two sides.
type class uint8

const (
	none class = iota
	plain
	quoted
	partly
	classes
)

// stretch is one candidate content on one side.
type stretch struct {
	a, z  int32 // indexes into starts and ends
	class class
	score float32
	feats [2]int32 // range in the arena
}

// lattice holds all candidates of one side of a cue with their scores.
type lattice struct {
	side         side
	starts, ends []int32
	spans        []stretch
	none         float32
	noneFeats    [2]int32
	startFeats   [][2]int32
	endFeats     [][2]int32
	startScore   []float32
	endScore     []float32
	arena        []uint32 // features, kept only while learning
	sorted       []float32
	keep         bool
	gold         *Stretch // while learning
	b            bag
}

// build scores the candidates on the side.
func (l *lattice) build(v *view, sd side, w *table) {
	l.side = sd
	l.spans, l.arena, l.ends = l.spans[:0], l.arena[:0], l.ends[:0]
	l.startScore, l.startFeats = l.startScore[:0], l.startFeats[:0]
	l.endScore, l.endFeats = l.endScore[:0], l.endFeats[:0]
	v.noneFeatures(&l.b, sd)
	l.none, l.noneFeats = w.score(&l.b), l.save()
	if sd == left {
		l.starts = v.leftStarts(l.starts[:0])
	} else {
		l.starts = v.rightStarts(l.starts[:0])
	}
	for _, a := range l.starts {
		v.startFeatures(&l.b, sd, int(a))
		l.startScore = append(l.startScore, w.score(&l.b))
		l.startFeats = append(l.startFeats, l.save())
	}
	if !l.keep && highest(l.startScore) < l.none-startMargin {
		return
	}
	if sd == left {
		l.ends = v.leftEnds(l.ends)
	} else {
		l.ends = v.rightEnds(l.ends)
	}
	for _, z := range l.ends {
		v.endFeatures(&l.b, sd, int(z))
		l.endScore = append(l.endScore, w.score(&l.b))
		l.endFeats = append(l.endFeats, l.save())
	}
	l.pair(v, w)
}

// pair scores the best starts and ends together.
func (l *lattice) pair(v *view, w *table) {
	sd := l.side
	lowStart, lowEnd := l.cut(l.startScore, pairedStarts), l.cut(l.endScore, pairedEnds)
	bestStart, bestEnd := highest(l.startScore), highest(l.endScore)
	for i, a := range l.starts {
		if l.startScore[i] < lowStart && !l.taught(l.starts, i, true) {
			continue
		}
		least := a
		if !l.keep {
			if sd == right && v.s.cutsClause(v.c, int(a)) {
				continue
			}
			least = max(a, v.s.firstVerb(int(a)))
		}
		for j, z := range l.ends {
			if z < least || !l.keep && v.runsOver(int(a), int(z)) || sd == left && int(z) >= v.c || l.endScore[j] < lowEnd && !l.taught(l.ends, j, false) {
				continue
			}
			if !l.keep && l.startScore[i]+l.endScore[j] < bestStart+bestEnd-pairMargin {
				continue
			}
			shape := v.quoteShape(int(a), int(z))
			v.spanFeatures(&l.b, sd, int(a), int(z), shape)
			l.spans = append(l.spans, stretch{
				a: int32(i), z: int32(j), class: classOf(shape),
				score: l.startScore[i] + l.endScore[j] + w.score(&l.b), feats: l.save(),
			})
		}
	}
}

// firstVerb is the first verb of a clause that "that" introduces and the token
// begins, without which there is no clause; -1 for other tokens.
func (s *Scene) firstVerb(a int) int32 {
	if a == 0 || !s.isThat(a-1) || s.Doc.Tokens[a-1].Rel != "mark" {
		return -1
	}
	for i := a; i <= s.Doc.Tokens[a-1].Head && i < a+farTokens; i++ {
		if tag := s.Doc.Tokens[i].Tag; strings.HasPrefix(tag, "VB") || tag == "MD" {
			return int32(i)
		}
	}
	return -1
}

// cutsClause reports whether a start behind the cue leaves out words between a
// "that" and the first verb of the clause it introduces: in "mentioned that at
// the time, both had agreed" nothing begins at "the time".
func (s *Scene) cutsClause(cue, a int) bool {
	words := false
	for i := a - 1; i > cue && i > a-farTokens; i-- {
		t := &s.Doc.Tokens[i]
		switch {
		case s.isThat(i) && t.Rel == "mark":
			return words
		case strings.HasPrefix(t.Tag, "VB") || t.Tag == "MD":
			return false
		}
		words = words || s.IsWord(i)
	}
	return false
}

// taught reports whether the start or end is the one closest to the content
// that is to be learned, which is kept among the pairs.
func (l *lattice) taught(edges []int32, k int, start bool) bool {
	if l.gold == nil {
		return false
	}
	want := l.gold.Last
	if start {
		want = l.gold.First
	}
	for _, e := range edges {
		if abs(int(e)-want) < abs(int(edges[k])-want) {
			return false
		}
	}
	return true
}

func highest(scores []float32) float32 {
	best := float32(math.Inf(-1))
	for _, x := range scores {
		best = max(best, x)
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// Only the best starts and ends are paired, and of the pairs only those whose
// start and end are not far behind the best; where no start comes near "none",
// the side is empty. It costs no accuracy and bounds the work.
const (
	pairedStarts = 4
	pairedEnds   = 5
	pairMargin   = 3
	startMargin  = 3
)

// cut is the score that a start or end needs to be among the n best; while
// learning, twice as many count.
func (l *lattice) cut(scores []float32, n int) float32 {
	if l.keep {
		n *= 2
	}
	if len(scores) <= n {
		return float32(math.Inf(-1))
	}
	l.sorted = append(l.sorted[:0], scores...)
	slices.Sort(l.sorted)
	return l.sorted[len(l.sorted)-n]
}

func (l *lattice) save() [2]int32 {
	if !l.keep {
		return [2]int32{}
	}
	from := int32(len(l.arena))
	l.arena = append(l.arena, l.b.idx...)
	return [2]int32{from, int32(len(l.arena))}
}

func classOf(shape uint32) class {
	switch shape {
	case 2, 3:
		return quoted
	case 4, 5, 6, 7, 8:
		return partly
	}
	return plain
}
