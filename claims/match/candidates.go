package match

import (
	"cmp"
	"math/bits"
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

// limits tells by the number of terms what is enough: how much work counting
// is worth, and how many documents are looked at closely. What few common words
// are found in is found in many documents, so that the newest are enough; of
// many words there may be one document that holds them side by side.
var limits = []struct{ work, candidates int }{
	1: {700_000, 800},
	2: {1_800_000, 1500},
	3: {8_000_000, 4000},
	4: {12_000_000, 6000},
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
	work     *work
	score    []uint32 // for each document the score, and a bit for each term that it has
	met      bitmap   // documents with a score
	count    int      // of them
	postings segment.Postings
	steps    [scoreSteps + 1]uint32
}

const (
	scoreSteps  = 1024
	scoresALine = 16 // of the memory that is fetched at once
)

// stepOf sorts scores into steps, the highest first.
func stepOf(score uint32) int { return scoreSteps - 1 - int(score>>(scoreShift+6)) }

func (c *counter) reset(docs int) {
	c.work.do(sweeping, len(c.met))
	if c.count > len(c.score)/8 {
		c.work.do(sweeping, len(c.score)/4)
		clear(c.score)
	} else {
		c.work.do(sorting, c.count)
		c.met.each(func(doc uint32) bool {
			c.score[doc] = 0
			return true
		})
	}
	clear(c.met)
	c.count = 0
	if len(c.score) < docs {
		c.score, c.met = make([]uint32, docs), newBitmap(docs)
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
	limit := limits[min(len(lists), len(limits)-1)]
	end := c.work.lend(limit.work)
	left := 0.0
	for _, l := range lists {
		left += l.unit
	}
	const rounded = 100 // what whole numbers for scores can lose
	floor := least*fullScore - uncounted - rounded
	fresh := true
	for i, l := range lists {
		if i > 0 && l.cost >= c.count {
			fresh = c.prune(left, floor)
		}
		if !fresh && c.count <= min(limit.candidates, max(fewDocs, l.cost/lookCost)) {
			break
		}
		if !c.add(s, l, allowed, fresh) {
			break
		}
		left -= l.unit
	}
	end()
	return c.choose((left+uncounted+rounded)/fullScore, limit.candidates)
}

// prune forgets the documents that cannot reach the floor any more, or catch
// up with the best, with what is left to gain. fresh tells whether one that
// was not met yet still could.
func (c *counter) prune(left, floor float64) (fresh bool) {
	if fresh = left >= floor; fresh {
		best := c.best()
		fresh = best <= left
		floor = max(floor, best)
	}
	if floor > left {
		c.forget(uint32(min(floor-left, 1<<16-1)) << scoreShift)
	}
	return fresh
}

// forget drops the documents with less than the given score.
func (c *counter) forget(least uint32) {
	c.work.do(sorting, c.count)
	c.work.do(sweeping, len(c.met))
	for i, w := range c.met {
		kept := w
		for rest := w; rest != 0; rest &= rest - 1 {
			if doc := i*64 + bits.TrailingZeros64(rest); c.score[doc] < least {
				c.score[doc] = 0
				kept &^= rest & -rest
				c.count--
			}
		}
		c.met[i] = kept
	}
}

// tally counts the documents in each step of scores.
func (c *counter) tally() {
	c.work.do(sorting, c.count)
	c.work.do(sweeping, len(c.met))
	clear(c.steps[:])
	for i, w := range c.met {
		for ; w != 0; w &= w - 1 {
			c.steps[stepOf(c.score[i*64+bits.TrailingZeros64(w)])]++
		}
	}
}

// best is the score that enough documents have, 0 where there are not enough.
func (c *counter) best() float64 {
	if c.count < enough {
		return 0
	}
	c.tally()
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

// add adds a term to the documents that hold it, the newest first as far as
// the work goes. It tells whether that was all.
func (c *counter) add(s *segment.Segment, l counted, allowed bitmap, fresh bool) (whole bool) {
	for _, m := range l.list {
		gain := uint32(l.unit*float64(m.quality))<<scoreShift | l.bit
		c.work.do(opening, 1)
		c.postings.Reset(s, m.word)
		for block := c.postings.Next(); len(block) > 0; block = c.postings.Next() {
			if c.work.over(CutDocuments) {
				return false
			}
			if fresh {
				c.work.do(counting, len(block))
				c.work.do(reaching, min(len(block), int(block[len(block)-1]-block[0])/scoresALine+1))
				c.addAll(block, gain, l.bit, allowed)
			} else {
				c.work.do(adding, len(block))
				c.addMet(block, gain, l.bit)
			}
		}
	}
	return true
}

// addMet adds to documents that were met before.
func (c *counter) addMet(block []uint32, gain, bit uint32) {
	for _, doc := range block {
		if c.met[doc>>6]>>(doc&63)&1 == 0 {
			continue
		}
		if have := c.score[doc]; have&bit == 0 {
			c.score[doc] = have + gain
		}
	}
}

// addAll adds to documents whether they were met before or not.
func (c *counter) addAll(block []uint32, gain, bit uint32, allowed bitmap) {
	for _, doc := range block {
		have := c.score[doc]
		if have == 0 {
			if !allowed.has(doc) {
				continue
			}
			c.met.set(doc)
			c.count++
		} else if have&bit != 0 {
			continue
		}
		c.score[doc] = have + gain
	}
}

// choose lists the documents with the highest scores, of equal ones the first.
func (c *counter) choose(missing float64, most int) []candidate {
	c.tally()
	before := uint32(0)
	for i, n := range c.steps {
		c.steps[i] = before
		before += n
	}
	c.work.do(sorting, c.count)
	c.work.do(sweeping, len(c.met))
	out := make([]candidate, min(c.count, most))
	c.met.each(func(doc uint32) bool {
		score := c.score[doc]
		at := &c.steps[stepOf(score)]
		if int(*at) < len(out) {
			out[*at] = candidate{doc, float64(score>>scoreShift)/fullScore + missing}
		}
		*at++
		return true
	})
	return out
}
