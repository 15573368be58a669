package match

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"onrecord/claims"
	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

const (
	nearTerms = 40   // the rarest words of the document that are looked for
	nearLeast = 0.08 // what is less alike is not offered
)

// Near gives the documents whose words are most like those of the given one,
// itself left out: what the same speaker said before, or who else said it.
// The filters restrict them. The score is the weight of the words that both
// have, by their rarity, as a share of the weight of the words that either
// has (the weighted Jaccard index), other forms of a word taken as the word.
// Hit.Why lists the words that both have, the weightiest first.
func (ix *Index) Near(ctx context.Context, doc Doc, filters []Filter, limit int) ([]Hit, error) {
	all, err := ix.NearAll(ctx, []Doc{doc}, filters, limit)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// NearAll does the same for each of several documents, and looks up once what
// the words mean that they have in common.
func (ix *Index) NearAll(ctx context.Context, docs []Doc, filters []Filter, limit int) ([][]Hit, error) {
	s := searchers.Get().(*searcher)
	defer searchers.Put(s)
	q := Query{Filters: filters, Today: claims.DateOf(time.Now())}
	s.begin(ctx, ix.view(), &q, limit)
	out, known := make([][]Hit, len(docs)), map[string]*term{}
	for i := range docs {
		hits, err := s.near(ctx, &docs[i], known)
		if err != nil {
			return nil, err
		}
		out[i] = hits
	}
	return out, nil
}

// near finds the documents that are most like one. The terms that are known
// already are taken as they are.
func (s *searcher) near(ctx context.Context, doc *Doc, known map[string]*term) ([]Hit, error) {
	s.work = work{left: budgetOf(s.query)}
	s.terms = nearTermsOf(doc.Title + " " + doc.Text)
	if len(s.terms) == 0 || s.keep <= 0 {
		return nil, ctx.Err()
	}
	own := 0.0
	for i, t := range s.terms {
		if have := known[t.text]; have != nil {
			s.terms[i] = have
		} else {
			t.expandForms(&s.meanings, s.view.segs)
			t.weigh(s.view.docs)
			known[t.text] = t
		}
		own += s.terms[i].weight
	}
	slices.SortStableFunc(s.terms, func(a, b *term) int { return cmp.Compare(b.weight, a.weight) })
	s.terms = s.terms[:min(len(s.terms), nearTerms)]
	n := nearer{searcher: s, own: own, self: doc.Key()}
	var best []found
	for at := range s.view.segs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		best = n.segment(at, best)
	}
	hits := make([]Hit, len(best))
	for i, f := range best {
		hits[i] = s.view.hit(f)
		hits[i].Why = n.shared(f)
	}
	return hits, nil
}

// nearTermsOf lists the different words of a text.
func nearTermsOf(text string) []*term {
	var out []*term
	seen := map[string]bool{}
	words.Each(text, func(word []byte, _, _ int) {
		if !seen[string(word)] {
			seen[string(word)] = true
			out = append(out, &term{text: string(word)})
		}
	})
	return out
}

// expandForms finds the word and its other forms.
func (t *term) expandForms(m *meanings, segs []*part) {
	t.found = t.found[:0]
	for _, s := range segs {
		m.begin(s)
		t.certain(m)
		t.found = append(t.found, m.best())
	}
}

// nearer compares documents with one.
type nearer struct {
	*searcher
	own  float64 // weight of all words of the document
	self claims.Key
}

func (n *nearer) segment(at int, best []found) []found {
	seg := n.view.segs[at]
	total := 0.0
	for _, t := range n.terms {
		total += t.weight
	}
	list := n.counter.candidates(seg.Segment, n.terms, at, total, nearLeast*n.own/total, n.allowed[at])
	n.mark(at)
	defer n.unmark()
	for _, c := range list {
		if c.most*total/n.own < nearLeast {
			break
		}
		score := n.alike(seg, c.doc)
		f := found{seg: at, doc: c.doc, score: math.Round(score*1000) / 1000, date: seg.Date(c.doc)}
		if self, ok := seg.Find(kindByte(n.self.Kind), string(n.self.ID)); f.score >= nearLeast && !(ok && self == c.doc) {
			best = insert(best, f, n.keep, n.view.segs)
		}
	}
	return best
}

// alike is the weighted Jaccard index of a document of the segment and the
// one that is looked for.
func (n *nearer) alike(seg *part, doc uint32) float64 {
	n.order = seg.Order(doc, n.order[:0])
	var taken mask
	both, other := 0.0, 0.0
	for _, w := range n.order {
		if f := seg.Field(w); f != segment.Body && f != segment.Title {
			continue
		}
		if k := n.marks[w]; k != 0 {
			sl := n.slots[k-1]
			if !taken.has(sl.term) {
				taken = taken.with(sl.term)
				both += n.terms[sl.term].weight * float64(sl.quality)
			}
			continue
		}
		other += math.Log(1 + float64(n.view.docs)/float64(seg.Freq(w)+1))
	}
	return both / (n.own + other)
}

// shared lists the words that a document has in common with the one that was
// looked for.
func (n *nearer) shared(f found) []Reason {
	n.mark(f.seg)
	defer n.unmark()
	seg := n.view.segs[f.seg]
	n.collect(seg, f.doc)
	var out []Reason
	var taken mask
	for _, m := range n.matches {
		if taken.has(m.term) || segment.Field(m.field) > segment.Title {
			continue
		}
		taken = taken.with(m.term)
		t := n.terms[m.term]
		out = append(out, Reason{
			Typed: t.text, Found: string(seg.Word(m.word)), How: m.how, Field: partNames[m.field],
			Weight: t.weight / n.own, Given: t.weight * float64(m.quality) / n.own,
		})
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(b.Given, a.Given) })
	return out
}
