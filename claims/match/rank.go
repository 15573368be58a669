package match

import "math"

// How hits are ranked.
//
// The query is laid beside the words of a document. Every word of the query
// has a weight, its rarity, of which a word that says little by itself ("of",
// "this") has a part: it is what memory exchanges. All weights together are 1.
// A word gives its weight where the document holds it as it was typed, and less
// where it holds only something like it (the qualities in expand.go).
//
//	query      will   clarfy    the   race
//	weight     0.10   0.55      0.03  0.32
//	document   ... she will soon clarify the rules of the race ...
//	quality    1.00         0.86    1.00           1.00
//
// Words that stand in the document as they were typed, one after the other,
// cost nothing. Between two neighbours of the alignment there is a cost for
// every doubling of the words too many or too few between them ("soon"; "rules
// of the"), and a little more where they stand in the other order. A word too
// many that says little by itself ("of", "the") costs half: it is what people
// leave out. A cost is a share of the weight of the two words that it parts: a
// name far from another says more than an article that is out of place. It
// never takes all that a word gives: a document with all words far apart is
// better than one that lacks a word of weight.
//
//	score = sum of weight x quality - sum of the costs + brevity
//
// Brevity is a hundredth at most and puts what consists of the query alone
// before what merely holds it. A document that holds the query letter for
// letter stands before others with the same words: a little is added for the
// words side by side, for the same marks between them, and for the same
// capital letters. Hits that are equal to a thousandth are sorted by date, the
// newest first, then by kind and identifier: the order is the same each time.
const (
	costFirst    = 0.045 // one word too many or too few between neighbours
	costDoubling = 0.035 // each doubling of them
	lightShare   = 0.5   // what a light word too many costs beside another
	costReversed = 0.05  // neighbours in the other order
	costMost     = 0.30  // and never more than this
	costShare    = 0.60  // nor more than this share of what the word gives
	costField    = 0.04  // neighbours in different parts of the document: a name and what was said
	brevity      = 0.01
	verbatim     = 0.011 // for each level of the run that a document holds
	surplus      = brevity + asCopied*verbatim
	nearlyAll    = 0.85 // the score from which a document can hold the query letter for letter

	lookBack   = 24  // matches before one that are tried as its neighbour
	maxMatches = 400 // of a document that are compared: a hundred times "the" has no end of them
)

// slot is a term that a word of the segment can stand for.
type slot struct {
	term    uint16
	next    uint16 // another slot of the same word, plus one
	quality float32
	how     How
}

// match is a word of a document that stands for a term.
type match struct {
	at      int32 // its place in the document
	light   int32 // light words before it
	through int32 // the same and the word itself
	term    uint16
	field   uint8
	quality float32
	how     How
	word    uint32

	best   float64 // of the alignments that end here the best
	before int32   // the match before it in that alignment, -1 for none
	taken  mask    // terms of that alignment
}

// mask is a set of terms.
type mask [2]uint64

func (m mask) has(i uint16) bool { return m[i>>6]&(1<<(i&63)) != 0 }

func (m mask) with(i uint16) mask {
	m[i>>6] |= 1 << (i & 63)
	return m
}

// reading is one way to understand the query: its terms in their order, each
// with its share of the weight.
type reading struct {
	terms []int     // positions in the list of all terms
	share []float64 // of each term of that list; 0 for those that are not in the reading
	place []int     // of each term of that list in the reading
	prior float64   // how likely the reading is beside the one as typed
	typed bool      // it is the one as typed
}

// costs holds the cost of a distance for small distances.
var costs = func() (t [64]float64) {
	for i := 1; i < len(t); i++ {
		t[i] = min(costFirst+costDoubling*math.Log2(float64(i)), costMost)
	}
	return t
}()

func costOf(distance int) float64 {
	if distance < 0 {
		distance = -distance
	}
	if distance < len(costs) {
		return costs[distance]
	}
	return costMost
}

// gapCost is what so many words too many, or too few, between neighbours cost,
// some of them light.
func gapCost(extra, light int) float64 {
	if extra <= 0 || light == 0 {
		return costOf(extra)
	}
	light = min(light, extra)
	full := costOf(extra)
	rest := costOf(extra - light)
	return rest + (full-rest)*lightShare
}

// most is the score that an alignment with the matches cannot exceed: that of
// all words where nothing parts them. likest is room for it.
func (r *reading) most(ms []match, likest *[]float32) float64 {
	if len(*likest) < len(r.share) {
		*likest = make([]float32, len(r.share))
	}
	at := *likest
	sum := 0.0
	for i := range ms {
		if m := &ms[i]; m.quality > at[m.term] {
			sum += r.share[m.term] * float64(m.quality-at[m.term])
			at[m.term] = m.quality
		}
	}
	for i := range ms {
		at[ms[i].term] = 0
	}
	return sum * r.prior
}

// align finds the best alignment of the reading with the matches of one
// document, in the order of the document. It returns its score without
// brevity, and the match that ends it.
func (r *reading) align(ms []match) (score float64, end int) {
	end = -1
	for i := range ms {
		m := &ms[i]
		share := r.share[m.term]
		if share == 0 {
			m.best = -1
			continue
		}
		own := share * float64(m.quality)
		m.best, m.before, m.taken = own, -1, mask{}.with(m.term)
		for j := i - 1; j >= 0 && j >= i-lookBack; j-- {
			b := &ms[j]
			if b.best < 0 || b.best+own <= m.best || b.at == m.at || b.taken.has(m.term) {
				continue
			}
			if sum := b.best + own - r.cost(b, m); sum > m.best {
				m.best, m.before, m.taken = sum, int32(j), b.taken.with(m.term)
			}
		}
		if m.best > score {
			score, end = m.best, i
		}
	}
	return score * r.prior, end
}

// cost is what parts two neighbours of an alignment.
func (r *reading) cost(a, b *match) float64 {
	own := r.share[b.term]
	weight := max(r.share[a.term], own)
	if a.field != b.field {
		return weight * costField
	}
	apart, meant := int(b.at-a.at), r.place[b.term]-r.place[a.term]
	light := int(b.light - a.through)
	cost := 0.0
	if meant > 0 {
		cost = gapCost(apart-meant, light)
	} else {
		cost = costReversed + gapCost(apart-1, light)
	}
	return min(weight*min(cost, costMost), own*costShare)
}
