package match

import (
	"cmp"
	"slices"

	"onrecord/claims/match/segment"
)

// Choosing the documents worth a closer look.
//
// Every term adds its weight to each document that holds one of its meanings,
// rare terms first. Once the terms that are left could not lift a document
// that holds none of the others above the best ones, they only add to
// documents that are there already; once those are few enough, the long lists
// of common words are not read at all: the closer look finds the words itself.
// This is the MaxScore idea of H. Turtle and J. Flood, "Query evaluation:
// strategies and optimizations", Information Processing & Management 31
// (1995), with one score a document instead of cursors.

const (
	maxCounted = 16     // terms that are counted; the rarest where there are more
	enough     = 400    // documents above what is left to gain: no new ones are needed
	fewDocs    = 500    // documents that are looked at rather than another list is read
	lookCost   = 100    // documents counted in the time in which one is looked at
	fullScore  = 50_000 // a document that holds every term as it was typed
	scoreShift = maxCounted
)

// limits bounds the work by the number of terms: how many documents are
// counted, and how many of them are looked at closely. What few common words
// are found in is found in many documents, so that the newest are enough; of
// many words there may be one document that holds them side by side.
var limits = []struct{ postings, candidates int }{
	1: {60_000, 800},
	2: {250_000, 1500},
	3: {700_000, 4000},
	4: {1_200_000, 8000},
}

// candidate is a document with the part of the query's weight, 0 to 1, that
// its words can give at most.
type candidate struct {
	doc  uint32
	most float64
}

// counter counts for one segment. Its arrays are used again for the next
// search.
type counter struct {
	score    []uint32 // for each document the score, and a bit for each term that it has
	touched  []uint32
	postings segment.Postings
	steps    [scoreSteps + 1]uint32
}

const scoreSteps = 1024

// stepOf sorts scores into steps, the highest first.
func stepOf(score uint32) int { return scoreSteps - 1 - int(score>>(scoreShift+6)) }

func (c *counter) reset(docs int) {
	if len(c.touched) > docs/8 {
		clear(c.score)
	} else {
		for _, d := range c.touched {
			c.score[d] = 0
		}
	}
	c.touched = c.touched[:0]
	if len(c.score) < docs {
		c.score = make([]uint32, docs)
	}
}

// counted is a term of the query in one segment.
type counted struct {
	list []meaning
	unit float64 // score for a meaning of quality 1
	cost int     // documents in all lists
	bit  uint32
}

// candidates chooses the documents of a segment that can answer best, the most
// promising first: of those that can give the least part, 0 to 1, of the total
// weight. allowed holds those that pass the filters, nil for all.
func (c *counter) candidates(s *segment.Segment, terms []*term, at int, total, least float64, allowed bitmap) []candidate {
	c.reset(s.Docs())
	lists, uncounted := countable(s, terms, at, total)
	limit := limits[min(len(terms), len(limits)-1)]
	budget, left := limit.postings, 0.0
	for _, l := range lists {
		left += l.unit
	}
	const rounded = 100 // what whole numbers for scores can lose
	floor := least*fullScore - uncounted - rounded
	for i, l := range lists {
		fresh := true
		if i > 0 {
			var few bool
			if fresh, few = c.prune(left, floor, min(limit.candidates, max(fewDocs, l.cost/lookCost))); few && !fresh {
				break
			}
		}
		read, whole := c.count(s, l, allowed, fresh, budget)
		if budget -= read; !whole {
			break
		}
		left -= l.unit
	}
	return c.choose((left+uncounted+rounded)/fullScore, limit.candidates)
}

// prune forgets the documents that cannot reach the floor any more, or catch
// up with the best, with what is left to gain. fresh tells whether one that
// was not met yet still could, few whether those that remain can all be looked
// at closely.
func (c *counter) prune(left, floor float64, most int) (fresh, few bool) {
	if fresh = left >= floor; fresh {
		best := c.best()
		fresh = best <= left
		floor = max(floor, best)
	}
	if floor > left {
		least, kept := uint32(min(floor-left, 1<<16-1))<<scoreShift, c.touched[:0]
		for _, d := range c.touched {
			if c.score[d] >= least {
				kept = append(kept, d)
			} else {
				c.score[d] = 0
			}
		}
		c.touched = kept
	}
	return fresh, len(c.touched) <= most
}

// best is the score that enough documents have, 0 where there are not enough.
func (c *counter) best() float64 {
	clear(c.steps[:])
	for _, d := range c.touched {
		c.steps[stepOf(c.score[d])]++
	}
	sum := uint32(0)
	for i, n := range c.steps {
		if sum += n; sum >= enough {
			return float64(scoreSteps-1-i) * (1 << 6)
		}
	}
	return 0
}

// countable prepares the terms that are counted, the cheapest first, and sums
// up the weight of the others.
func countable(s *segment.Segment, terms []*term, at int, total float64) (lists []counted, uncounted float64) {
	byWeight := slices.Clone(terms)
	slices.SortStableFunc(byWeight, func(a, b *term) int { return cmp.Compare(b.weight, a.weight) })
	for _, t := range byWeight {
		unit := t.weight / total * fullScore
		if len(t.found[at]) == 0 {
			continue
		}
		if len(lists) == maxCounted {
			uncounted += unit
			continue
		}
		if same := slices.IndexFunc(lists, func(l counted) bool { return &l.list[0] == &t.found[at][0] }); same >= 0 {
			lists[same].unit += unit // a word that was typed twice
			continue
		}
		l := counted{list: t.found[at], unit: unit, bit: 1 << len(lists)}
		l.list, l.cost = worthReading(l.list)
		lists = append(lists, l)
	}
	slices.SortStableFunc(lists, func(a, b counted) int { return a.cost - b.cost })
	return lists, uncounted
}

// worthReading cuts off the meanings that are far less likely than the best,
// where that one has many documents to offer.
func worthReading(list []meaning) (kept []meaning, cost int) {
	const (
		farLess = 0.2
		plenty  = 50_000
	)
	for i, m := range list {
		if m.quality < list[0].quality-farLess && cost > plenty {
			return list[:i], cost
		}
		cost += int(m.freq)
	}
	return list, cost
}

// count adds a term to the documents that hold it, the newest first as far as
// the budget goes. It tells how many it read, and whether that was all.
func (c *counter) count(s *segment.Segment, l counted, allowed bitmap, fresh bool, budget int) (read int, whole bool) {
	for _, m := range l.list {
		add := uint32(l.unit*float64(m.quality))<<scoreShift | l.bit
		c.postings.Reset(s, m.word)
		for block := c.postings.Next(); len(block) > 0; block = c.postings.Next() {
			if read += len(block); read > budget {
				return read, false
			}
			if fresh {
				c.addAll(block, add, l.bit, allowed)
				continue
			}
			for _, doc := range block {
				if have := c.score[doc]; have != 0 && have&l.bit == 0 {
					c.score[doc] = have + add
				}
			}
		}
	}
	return read, true
}

// addAll adds to documents whether they were met before or not.
func (c *counter) addAll(block []uint32, add, bit uint32, allowed bitmap) {
	for _, doc := range block {
		have := c.score[doc]
		if have == 0 {
			if !allowed.has(doc) {
				continue
			}
			c.touched = append(c.touched, doc)
		} else if have&bit != 0 {
			continue
		}
		c.score[doc] = have + add
	}
}

// choose sorts the best documents by score.
func (c *counter) choose(missing float64, most int) []candidate {
	clear(c.steps[:])
	for _, d := range c.touched {
		c.steps[stepOf(c.score[d])+1]++
	}
	for i := range scoreSteps {
		c.steps[i+1] += c.steps[i]
	}
	out := make([]candidate, min(len(c.touched), most))
	for _, d := range c.touched {
		at := &c.steps[stepOf(c.score[d])]
		if int(*at) < len(out) {
			out[*at] = candidate{d, float64(c.score[d]>>scoreShift)/fullScore + missing}
		}
		*at++
	}
	return out
}
