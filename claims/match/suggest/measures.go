package suggest

import (
	"math"
	"slices"
)

// measures are what speaks for and against an article's bearing on a claim.
type measures struct {
	words      float64 // share of the weight of the claim's words that the article has, by where they stand
	names      float64 // the same of the names
	anyNames   float64 // 1 where the claim has names beside the speaker's
	self       float64 // how well the article names the speaker, whom the claim is about
	ofSelf     float64 // 1 where the claim is about its speaker
	speaker    float64 // how well the article names the speaker, whom the claim is not about
	due        float64 // 1 where the article was published about when the claim was due
	sentences  float64 // how many sentences have two of the words: 1 for four and more
	neighbours float64 // share of the weight of the claim's pairs of words that stand beside each other in the article as well
	anywhere   float64 // share of the weight of words and names that the article has, wherever they stand
	topic      float64 // how far the title and the sentences around are on the subject of the claim, by their words
	topicNamed float64 // the same, by the share of names or the speaker
}

// list gives the measures, and after them how what is shared of words, of all
// and of the subject goes together with who and where: what two articles of one
// town share says less than what two share that name the same person.
func (m *measures) list() []float64 {
	out := []float64{m.words, m.names, m.anyNames, m.self, m.ofSelf, m.speaker, m.due, m.sentences, m.neighbours, m.anywhere, m.topic, m.topicNamed}
	for _, shared := range []float64{m.words, m.anywhere, m.topic} {
		for _, who := range []float64{m.names, m.anyNames, m.self, m.ofSelf, m.speaker} {
			out = append(out, shared*who)
		}
	}
	return out
}

// Measures are as many numbers, each from 0 to 1, by which an article's bearing
// on the claim is judged; not ok where the two share nothing. The weights that
// make a score of them are learned from the written cases by the tests.
func (s *Subject) Measures(a *Article) (all []float64, ok bool) {
	v, at := s.look(a)
	if at < 0 {
		return nil, false
	}
	return v.measures(at).list(), true
}

// Weights are what each of the measures counts, and last what is added: those
// of a logistic regression on the cases seen while tuning, so that a score is
// the share of articles like this one that bear on the claim.
var Weights = []float64{
	2.49, 1.67, -1.32, 1.45, -0.32, 0.59, 2.00, 1.03, 1.63, 3.50, 2.40, 2.78,
	0.30, -0.74, 0.13, -0.71, -1.27,
	0.92, 0.28, -0.35, -1.06, -0.85,
	0.36, -1.51, 0.83, -0.20, 0.19,
	-7.93,
}

func (m *measures) score() float64 {
	sum := Weights[len(Weights)-1]
	for i, x := range m.list() {
		sum += Weights[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// measures looks at the article from one of its sentences.
func (v *view) measures(at int) *measures {
	m := &measures{neighbours: v.neighbours(at), sentences: v.sentencesWithTwo(at)}
	m.words, _ = v.shareOf(func(t *term) bool { return !t.name && !t.speaker }, at)
	names, some := v.shareOf(func(t *term) bool { return t.name && !t.speaker }, at)
	m.names, m.anyNames = names, one(some)
	m.anywhere, _ = v.shareBy(func(t *term) bool { return !t.speaker }, func(h *hit) float64 {
		if h.level(at) == 0 {
			return 0
		}
		return h.share
	})
	named := v.namesSpeaker()
	if m.ofSelf = one(v.ofSelf); v.ofSelf {
		m.self = named
	} else {
		m.speaker = named
	}
	m.due = one(nearDue(v.claim.Due, v.a.date))
	m.topic = v.topic.towards(v.a.topicAround(at))
	m.topicNamed = m.topic * max(m.names, named)
	return m
}

func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// shareOf is the share of the weight of some of the terms that the article has
// looked at from a sentence; none where there are none of them.
func (v *view) shareOf(of func(*term) bool, at int) (share float64, some bool) {
	return v.shareBy(of, func(h *hit) float64 { return h.share * h.level(at) })
}

// shareBy adds up the weights of the terms by what their best hits count.
func (v *view) shareBy(of func(*term) bool, counts func(*hit) float64) (share float64, some bool) {
	sum, all := 0.0, 0.0
	for k := range v.terms {
		t := &v.terms[k]
		if !of(t) {
			continue
		}
		best := 0.0
		for i := range v.hits[k] {
			best = max(best, counts(&v.hits[k][i]))
		}
		sum, all = sum+t.weight*best, all+t.weight
	}
	if all == 0 {
		return 0, false
	}
	return sum / all, true
}

// sentencesWithTwo tells how much of the article is about the claim.
func (v *view) sentencesWithTwo(at int) float64 {
	const enough = 4
	terms := map[int]int{} // by sentence
	for k := range v.hits {
		in := map[int]bool{}
		for _, h := range v.hits[k] {
			for _, i := range h.in {
				if inReach(i, at) && !in[i] {
					in[i] = true
					terms[i]++
				}
			}
		}
	}
	n := 0
	for _, has := range terms {
		if has >= 2 {
			n++
		}
	}
	return float64(min(n, enough)) / enough
}

// neighbours is the share of the weight of pairs of words that stand close to
// each other in the claim and in a sentence of the article: "steel works",
// "income tax".
func (v *view) neighbours(at int) float64 {
	const near = 3 // words, in the claim
	sum, all := 0.0, 0.0
	for _, sent := range v.text.sentences {
		before := -1
		for i := range sent {
			if sent[i].empty {
				continue
			}
			if before >= 0 && i-before <= near && sent[before].meaning != sent[i].meaning {
				x, y := v.term(sent[before].meaning), v.term(sent[i].meaning)
				all += x.weight + y.weight
				sum += (x.weight + y.weight) * v.beside(x, y, at)
			}
			before = i
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

func (s *Subject) term(meaning string) *term {
	for k := range s.terms {
		if s.terms[k].meaning == meaning {
			return &s.terms[k]
		}
	}
	return nil
}

// beside tells how well two terms stand beside each other in a sentence of the
// article.
func (v *view) beside(x, y *term, at int) float64 {
	const near = 4 // words
	best := 0.0
	for _, h := range v.hitsOf(x) {
		for _, g := range v.hitsOf(y) {
			if share := h.share * g.share; share > best && v.a.text.beside(&h, &g, near, at) {
				best = share
			}
		}
	}
	return best
}

func (v *view) hitsOf(t *term) []hit {
	for k := range v.terms {
		if &v.terms[k] == t {
			return v.hits[k]
		}
	}
	return nil
}

// beside reports whether a sentence in reach of one has two hits at most so many
// words apart.
func (t *Text) beside(one, other *hit, words, at int) bool {
	for _, n := range one.in {
		if !inReach(n, at) || !slices.Contains(other.in, n) {
			continue
		}
		s := t.sentences[n]
		if i, k := s.find(one.meaning), s.find(other.meaning); i >= 0 && k >= 0 && i != k && max(i-k, k-i) <= words {
			return true
		}
	}
	return false
}
