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
	prunedCost = 4      // documents that are met read in the time in which one is pruned and may be spared them
	lookCost   = 100    // documents counted in the time in which one is looked at
	fullScore  = 50_000 // a document that holds every term as it was typed
	scoreShift = maxCounted
)

// limits tells by the number of terms what is enough: how much work counting
// is worth, and how many documents are looked at closely. What few common words
// are found in is found in many documents, so that the newest are enough; of
// many words there may be one document that holds them side by side.
var limits = []struct{ work, candidates int }{
	1: {350_000, 800},
	2: {900_000, 1500},
	3: {4_000_000, 4000},
	4: {6_000_000, 6000},
}

// candidate is a document with the part of the query's weight, 0 to 1, that
// its words can give at most.
type candidate struct {
	doc  uint32
	most float64
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
	all := 0.0
	for _, l := range lists {
		all += l.unit
	}
	left := all
	const rounded = 100 // what whole numbers for scores can lose
	floor := least*fullScore - uncounted - rounded
	fresh := true
	for i, l := range lists {
		if i > 0 && (l.cost >= c.count && fresh || l.cost >= prunedCost*c.count) && c.work.free() > 0 {
			fresh = c.prune(all-left, left, floor)
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
