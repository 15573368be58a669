package match

import (
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
	maxCounted    = 16        // terms that are counted; the rarest where there are more
	maxPostings   = 1_500_000 // documents counted for one query: what fits in a few milliseconds
	maxCandidates = 8000      // documents that are looked at closely
	enough        = 400       // documents above what is left to gain: no new ones are needed
	fullScore     = 50_000    // a document that holds every term as it was typed
	scoreShift    = maxCounted
)

// candidate is a document with the part of the query's weight, 0 to 1, that
// its words can give at most.
type candidate struct {
	doc  uint32
	most float64
}

// counter counts for one segment. Its arrays are used again for the next
// search.
type counter struct {
	score   []uint32 // for each document the score, and a bit for each term that it has
	touched []uint32
	buckets []uint32
}

func (c *counter) reset(docs int) {
	for _, d := range c.touched {
		c.score[d] = 0
	}
	c.touched = c.touched[:0]
	if len(c.score) < docs {
		c.score = make([]uint32, docs)
	}
}

// counted is a term of the query in one segment.
type counted struct {
	list  []meaning
	unit  float64 // score for a meaning of quality 1
	cost  int     // documents in all lists
	place uint32  // bit
}

// candidates chooses the documents of a segment that can answer best, the most
// promising first. allowed holds those that pass the filters, nil for all.
func (c *counter) candidates(s *segment.Segment, terms []*term, at int, total float64, allowed bitmap) []candidate {
	c.reset(s.Docs())
	lists, uncounted := countable(s, terms, at, total)
	budget := maxPostings
	left := 0.0
	for _, l := range lists {
		left += l.unit
	}
	for _, l := range lists {
		fresh := c.above(left) < enough
		if !fresh && len(c.touched) <= maxCandidates || budget <= 0 {
			break
		}
		read := c.count(s, l, allowed, fresh, budget)
		if budget -= read; budget >= 0 {
			left -= l.unit
		}
	}
	return c.choose((left+uncounted)/fullScore + 1e-9)
}

// countable prepares the terms that are counted, the cheapest first, and sums
// up the weight of the others.
func countable(s *segment.Segment, terms []*term, at int, total float64) (lists []counted, uncounted float64) {
	byWeight := slices.Clone(terms)
	slices.SortStableFunc(byWeight, func(a, b *term) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	for _, t := range byWeight {
		unit := t.weight / total * fullScore
		if len(t.found[at]) == 0 {
			continue
		}
		if len(lists) == maxCounted {
			uncounted += unit
			continue
		}
		l := counted{list: t.found[at], unit: unit, place: 1 << len(lists)}
		for _, m := range l.list {
			l.cost += s.Freq(m.word)
		}
		lists = append(lists, l)
	}
	slices.SortStableFunc(lists, func(a, b counted) int { return a.cost - b.cost })
	return lists, uncounted
}

// count adds a term to the documents that hold it and returns how many there
// were.
func (c *counter) count(s *segment.Segment, l counted, allowed bitmap, fresh bool, budget int) (read int) {
	for _, m := range l.list {
		if read += s.Freq(m.word); read > budget {
			break
		}
		add := uint32(l.unit*float64(m.quality))<<scoreShift | l.place
		s.Postings(m.word, func(doc uint32) {
			have := c.score[doc]
			if have&l.place != 0 {
				return
			}
			if have == 0 {
				if !fresh || !allowed.has(doc) {
					return
				}
				c.touched = append(c.touched, doc)
			}
			c.score[doc] = have + add
		})
	}
	return read
}

// above counts documents whose score is more than the given one, as far as it
// matters.
func (c *counter) above(score float64) int {
	n, least := 0, uint32(min(score, 1<<15))<<scoreShift
	for _, d := range c.touched {
		if c.score[d] > least {
			if n++; n >= enough {
				break
			}
		}
	}
	return n
}

// choose sorts the best documents by score, in 1024 steps.
func (c *counter) choose(missing float64) []candidate {
	const steps = 1024
	if c.buckets == nil {
		c.buckets = make([]uint32, steps+1)
	}
	clear(c.buckets)
	step := func(d uint32) int { return steps - 1 - int(min(c.score[d]>>scoreShift, 1<<16-1)>>6) }
	for _, d := range c.touched {
		c.buckets[step(d)+1]++
	}
	for i := range steps {
		c.buckets[i+1] += c.buckets[i]
	}
	out := make([]candidate, min(len(c.touched), maxCandidates))
	for _, d := range c.touched {
		at := &c.buckets[step(d)]
		if int(*at) < len(out) {
			out[*at] = candidate{d, float64(c.score[d]>>scoreShift)/fullScore + missing}
		}
		*at++
	}
	return out
}
