package match

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"onrecord/claims"
)

// within gives what a search finds with so much work, and what it leaves out.
func within(t *testing.T, ix *Index, typed string, left int) (ids []string, cut Cut) {
	t.Helper()
	q := ParseQuery(typed)
	s := &searcher{}
	s.begin(context.Background(), ix.view(), &q, 10)
	s.work.left = left
	all, err := s.answer()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		ids = append(ids, string(s.view.segs[f.seg].ID(f.doc)))
	}
	return ids, s.work.cut
}

// With little work the likeliest is tried all the same: what was remembered
// rightly is found where there is none left for guesses.
func TestTheLikeliestIsTriedFirst(t *testing.T) {
	ix := build(t, sample(5000))
	const little = 100_000
	for _, c := range []struct {
		typed string
		left  int
		found bool
		cut   Cut
	}{
		{"plant forty thousand trees along", budget, true, 0},
		{"plant forty thousand trees along", little, true, CutDocuments},
		{"plabt fourty thousnd trese alogn", budget, true, 0},
		{"plabt fourty thousnd trese alogn", little, false, CutGuesses},
	} {
		ids, cut := within(t, ix, c.typed, c.left)
		if found := slices.Contains(ids, "s000000"); found != c.found {
			t.Errorf("%q with %d: found is %v, not %v: %v", c.typed, c.left, found, c.found, ids)
		}
		if cut&c.cut != c.cut || c.cut == 0 && cut != 0 {
			t.Errorf("%q with %d: left out is %q, not %q", c.typed, c.left, cut, c.cut)
		}
		if again, _ := within(t, ix, c.typed, c.left); !slices.Equal(again, ids) {
			t.Errorf("%q with %d: %v, then %v", c.typed, c.left, ids, again)
		}
	}
}

// What must not be there is not, whether there was work to take it out of the
// documents in advance or it is looked for in each.
func TestUnwantedPhrasesAreNotFound(t *testing.T) {
	ix := build(t, sample(2000))
	p := ix.view().segs[0]
	for _, typed := range []string{`trees -"forty thousand trees"`, `tunnel -"the harbour"`, `-"of the" canal`, `-the canal`} {
		q := ParseQuery(typed)
		for _, left := range []int{budget, 0} {
			w := work{left: left}
			allowed, barred := ix.view().filter(&q, &w)
			if (left == 0) != (len(barred[0]) > 0) {
				t.Errorf("%s with %d: %d left to be looked for", typed, left, len(barred[0]))
			}
			s := &searcher{view: ix.view(), barred: barred, work: w}
			for doc := range uint32(p.Docs()) {
				var these phrase
				for _, text := range q.Without[0] {
					var of []uint32
					p.Exact(text, func(w uint32) { of = append(of, w) })
					these = append(these, of)
				}
				if kept := allowed[0].has(doc) && !s.bars(0, doc); kept == standsIn(p.Order(doc, nil), these) {
					t.Fatalf("%s with %d: %s is kept: %v", typed, left, p.ID(doc), kept)
				}
			}
		}
	}
}

// A copied run is looked for in what was said before the names, of which there
// can be many: with little work it is found.
func TestRunsAreLookedForInTheNewestStatementsFirst(t *testing.T) {
	var names []Doc
	for i := range 1500 {
		names = append(names, Doc{Kind: claims.KindSpeaker, ID: claims.ID(fmt.Sprint("p", i)), Text: fmt.Sprint("Auxilia Thorne ", i)})
	}
	ix := build(t, append(names, sample(6000)...))
	q := ParseQuery("e a")
	s := &searcher{}
	s.begin(context.Background(), ix.view(), &q, 10)
	s.prepareRun()
	s.runners[0].parts()
	s.work.left = 60_000
	runs, err := s.pasted(asCopied)
	if err != nil || len(runs) == 0 || runs[0].level != asCopied {
		t.Errorf("found %v, %v", runs, err)
	}
}

// Where only filters are typed the newest come first, and the search ends
// where all that is left is older.
func TestNewestFirst(t *testing.T) {
	docs := append(sample(4000), Doc{Kind: claims.KindClaim, ID: "c1", Text: "trees will be planted", Date: claims.On(2025, 3, 27)},
		Doc{Kind: claims.KindSpeaker, ID: "p1", Text: "Mayor Venn"})
	ix := build(t, docs)
	q := ParseQuery("-canal")
	s := &searcher{}
	s.begin(context.Background(), ix.view(), &q, 10)
	ids := func(all []found) (out []string) {
		for _, f := range all {
			out = append(out, string(s.view.segs[f.seg].ID(f.doc)))
		}
		return out
	}
	got := ids(s.newest())
	used := budget - s.work.left
	s.keep = len(docs)
	if want := ids(s.newest()); len(want) < len(docs)/2 || !slices.Equal(got, want[:10]) {
		t.Errorf("%v, not %v", got, want[:10])
	}
	if all := len(docs) * 5 * cost[sorting]; used > all/2 {
		t.Errorf("%d units for ten, %d would do for all", used, all)
	}
}

// What a document can give at most is never less than what it gives.
func TestMostIsNeverLessThanTheScore(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 8))
	var room []float32
	for range 2000 {
		n := 1 + rnd.IntN(6)
		r := reading{share: make([]float64, n), place: make([]int, n), prior: 1}
		for i := range n {
			r.share[i], r.place[i] = 1/float64(n), i
		}
		ms := make([]match, rnd.IntN(30))
		for i := range ms {
			ms[i] = match{at: int32(i + rnd.IntN(3)), term: uint16(rnd.IntN(n)), quality: rnd.Float32()} // #nosec G115 -- small
		}
		if score, _ := r.align(ms); r.most(ms, &room) < score-1e-9 {
			t.Fatalf("%v gives %f, at most %f", ms, score, r.most(ms, &room))
		}
	}
}

// A common word stands in more documents than are compared: the answer says so.
func TestACommonWordLeavesDocumentsOut(t *testing.T) {
	for _, n := range []int{700, 900} {
		docs := make([]Doc, n)
		for i := range docs {
			docs[i] = Doc{Kind: claims.KindClaim, ID: claims.ID(fmt.Sprintf("c%06d", i)), Text: fmt.Sprintf("the harbour ferry number %d", i)}
		}
		a, err := build(t, docs).Answer(context.Background(), ParseQuery("harbour"), 10*n, 0)
		if err != nil {
			t.Fatal(err)
		}
		if all := n == len(a.Hits); all == (a.Cut&CutDocuments != 0) {
			t.Errorf("%d of %d documents, cut %q", len(a.Hits), n, a.Cut)
		}
	}
}
