package match

import (
	"context"
	"slices"
	"testing"
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
	const little = 60_000
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
