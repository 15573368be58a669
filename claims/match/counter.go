package match

import (
	"math/bits"
	"slices"

	"onrecord/claims/match/segment"
)

// counter counts for one segment. Its arrays are used again for the next
// search.
type counter struct {
	work     *work
	score    []uint32 // for each document the score, and a bit for each term that it has
	met      bitmap   // documents with a score
	count    int      // of them
	postings segment.Postings
	steps    [scoreSteps]uint32
}

const (
	stepShift   = 6
	scoreSteps  = 1 << (16 - stepShift)
	scoresALine = 16 // of the memory that is fetched at once
)

// stepOf sorts scores into steps, the lowest first.
func stepOf(score uint32) uint32 { return score >> (scoreShift + stepShift) }

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
		c.met = newBitmap(docs)
		c.score = make([]uint32, 64*len(c.met))
	}
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
				before := c.count
				c.addAll(block, gain, l.bit, allowed)
				c.work.do(sorting, 2*(c.count-before)) // what choosing from them will cost
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
// The work was counted when they were met.
func (c *counter) choose(missing float64, most int) []candidate {
	c.tally()
	before, least := 0, uint32(0)
	for i, n := range slices.Backward(c.steps[:]) {
		c.steps[i] = uint32(before)
		if before += int(n); before-int(n) < most {
			least = uint32(i) << (scoreShift + stepShift)
		}
	}
	c.work.do(sweeping, len(c.met))
	if c.count > most {
		c.work.cut |= CutDocuments
	}
	out := make([]candidate, min(c.count, most))
	c.met.each(func(doc uint32) bool {
		score := c.score[doc]
		if score < least {
			return true
		}
		at := &c.steps[stepOf(score)]
		if int(*at) < len(out) {
			out[*at] = candidate{doc, float64(score>>scoreShift)/fullScore + missing}
		}
		*at++
		return true
	})
	return out
}

// prune forgets the documents that cannot reach the floor any more, or catch
// up with the best, with what is left to gain after what was given. fresh
// tells whether one that was not met yet still could.
func (c *counter) prune(given, left, floor float64) (fresh bool) {
	if fresh = left >= floor; fresh && given > left {
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
		scores := c.score[i*64 : i*64+64 : i*64+64]
		kept := w
		for rest := w; rest != 0; rest &= rest - 1 {
			if score := &scores[bits.TrailingZeros64(rest)&63]; *score < least {
				*score = 0
				kept &^= rest & -rest
				c.count--
			}
		}
		c.met[i] = kept
	}
}

// tally counts the documents in each step of scores.
func (c *counter) tally() {
	c.work.do(sweeping, len(c.met))
	clear(c.steps[:])
	for i, w := range c.met {
		scores := c.score[i*64 : i*64+64 : i*64+64]
		for ; w != 0; w &= w - 1 {
			c.steps[stepOf(scores[bits.TrailingZeros64(w)&63])]++
		}
	}
}

// best is the score that enough documents have, 0 where there are not enough.
func (c *counter) best() float64 {
	if c.count < enough {
		return 0
	}
	c.work.do(sorting, c.count)
	c.tally()
	sum := uint32(0)
	for i, n := range slices.Backward(c.steps[:]) {
		if sum += n; sum >= enough {
			return float64(i << stepShift)
		}
	}
	return 0
}
