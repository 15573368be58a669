package attribution

import "math"

// joint is the distribution over pairs of a left and a right content.
type joint struct {
	left, right lattice
	pair        [classes][classes]float32
	pairFeats   [classes][classes][2]int32
	mass        [2][classes]float64 // of all candidates of one class on one side
	top         float32
	total       float64
	arena       []uint32
	keep        bool
	b           bag
}

func (j *joint) open(t *table) {
	j.b.open(t)
	j.left.b.open(t)
	j.right.b.open(t)
}

// build scores every pair of contents of the cue; prior is the log-odds that
// the first classifier gave it.
func (j *joint) build(v *view, prior float32, w *table) {
	j.left.keep, j.right.keep = j.keep, j.keep
	j.left.build(v, left, w)
	j.right.build(v, right, w)
	j.weigh()
	j.arena = j.arena[:0]
	j.total = 0
	for x := range classes {
		for y := range classes {
			j.pair[x][y], j.pairFeats[x][y] = 0, [2]int32{}
			if j.mass[0][x] == 0 || j.mass[1][y] == 0 {
				continue
			}
			v.pairFeatures(&j.b, x, y, prior)
			j.pair[x][y] = w.score(&j.b)
			j.total += j.mass[0][x] * j.mass[1][y] * math.Exp(float64(j.pair[x][y]))
			if j.keep {
				from := int32(len(j.arena))
				j.arena = append(j.arena, j.b.idx...)
				j.pairFeats[x][y] = [2]int32{from, int32(len(j.arena))}
			}
		}
	}
}

// weigh sums up the candidates of each class on each side.
func (j *joint) weigh() {
	var most [2]float32
	for k, l := range [2]*lattice{&j.left, &j.right} {
		most[k] = l.none
		for i := range l.spans {
			most[k] = max(most[k], l.spans[i].score)
		}
		j.mass[k] = [classes]float64{none: math.Exp(float64(l.none - most[k]))}
		for i := range l.spans {
			j.mass[k][l.spans[i].class] += math.Exp(float64(l.spans[i].score - most[k]))
		}
	}
	j.top = most[0] + most[1]
}

// pairFeatures describes the two sides together. The pair of two empty sides
// is the answer that the word is no cue.
func (v *view) pairFeatures(b *bag, x, y class, prior float32) {
	b.reset(seedPair)
	xy := uint32(x)*8 + uint32(y)
	cue := &v.s.hash[v.c]
	b.one(1, xy)
	b.two(2, xy, cue.lemma)
	b.two(3, xy, cue.tag)
	b.two(4, xy, cue.rel)
	b.two(5, xy, v.state)
	b.three(6, xy, v.state, cue.tag)
	b.three(7, xy, cue.rel, cue.lemma)
	b.two(12, xy, cue.kind)
	b.three(13, xy, cue.kind, v.state)
	b.three(14, xy, cue.use, cue.tag)
	b.three(15, xy, cue.use, cue.kind)
	above, below := v.neighbours()
	b.three(16, xy, above, cue.tag)
	b.three(17, xy, below, cue.tag)
	b.three(18, xy, mix(above, below), cue.kind)
	if x == none && y == none {
		level := uint32(max(-12, min(12, int(math.Floor(float64(prior)*2)))) + 20)
		b.one(8, level)
		b.two(9, level, cue.tag)
		b.two(10, level, v.state)
		b.two(11, level, cue.lemma)
	}
}

// prob is the probability of one pair; -1 stands for no content on the side.
func (j *joint) prob(l, r int) float64 {
	ls, lc, rs, rc := j.left.none, none, j.right.none, none
	if l >= 0 {
		ls, lc = j.left.spans[l].score, j.left.spans[l].class
	}
	if r >= 0 {
		rs, rc = j.right.spans[r].score, j.right.spans[r].class
	}
	return math.Exp(float64(ls+rs-j.top)+float64(j.pair[lc][rc])) / j.total
}

// noCue is the probability that the word is no cue.
func (j *joint) noCue() float64 { return j.prob(-1, -1) }

// best is the likeliest pair with a content on at least one side.
func (j *joint) best() (l, r int, p float64) {
	var arg [2][classes]int
	for k, lat := range [2]*lattice{&j.left, &j.right} {
		for c := range arg[k] {
			arg[k][c] = -1
		}
		for i := range lat.spans {
			c := lat.spans[i].class
			if arg[k][c] < 0 || lat.spans[i].score > lat.spans[arg[k][c]].score {
				arg[k][c] = i
			}
		}
	}
	l, r = -1, -1
	for x := range classes {
		for y := range classes {
			if x == none && y == none || x != none && arg[0][x] < 0 || y != none && arg[1][y] < 0 {
				continue
			}
			if q := j.prob(arg[0][x], arg[1][y]); q > p {
				l, r, p = arg[0][x], arg[1][y], q
			}
		}
	}
	return l, r, p
}
