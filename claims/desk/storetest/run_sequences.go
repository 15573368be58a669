package storetest

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// testAnySequence does the same random things to a store and to the model:
// changes good and bad, undo, redo, reopening. After each the two must answer
// every question alike.
func testAnySequence(t *testing.T, open Opener) {
	rapid.Check(t, func(rt *rapid.T) {
		s, reopen := open(t)
		now := noon
		p := &pair{Store: s, model: &Memory{Now: func() time.Time { return now }}, reopen: reopen}
		p.apply(rt, firstRecords())
		rt.Repeat(map[string]func(*rapid.T){
			"change": p.change,
			"undo":   func(rt *rapid.T) { p.both(rt, "undo", desk.Store.Undo) },
			"redo":   func(rt *rapid.T) { p.both(rt, "redo", desk.Store.Redo) },
			"reopen": func(*rapid.T) { p.Store = p.reopen() },
			"list":   p.list,
			"":       p.same,
		})
	})
}

// pair is a store and the model that it is compared with.
type pair struct {
	desk.Store
	model  *Memory
	reopen func() desk.Store
}

// The identifiers of random records are few, so that they collide and refer to
// each other.
var someIDs = rapid.SampledFrom([]claims.ID{"01HQ3V5E8N0000000000000001", "01HQ3V5E8N0000000000000002", "01hq3v5e8n0000000000000002", "a", "b", "b b"})

var someTexts = []string{"One. Two. Three.", "One. Two. Und ein Satz über Öl."}

// change applies one or two random changes to both.
func (p *pair) change(rt *rapid.T) {
	var changes []claims.Change
	for range rapid.IntRange(1, 2).Draw(rt, "changes") {
		c := claims.Change{At: noon, Who: "Ines", What: fmt.Sprint("change ", rapid.IntRange(0, 99).Draw(rt, "what"))}
		for range rapid.IntRange(1, 3).Draw(rt, "edits") {
			c.Edits = append(c.Edits, p.edit(rt))
		}
		if rapid.Bool().Draw(rt, "with texts") {
			for _, text := range someTexts {
				c.Blobs = append(c.Blobs, []byte(text))
			}
		}
		changes = append(changes, c)
	}
	p.apply(rt, changes...)
}

// apply makes the same changes in the store and in the model.
func (p *pair) apply(rt *rapid.T, changes ...claims.Change) {
	want, wantErr := p.model.Apply(rt.Context(), changes...)
	got, gotErr := p.Apply(rt.Context(), changes...)
	if (wantErr == nil) != (gotErr == nil) || claims.CodeOf(wantErr) != claims.CodeOf(gotErr) {
		rt.Fatalf("the change failed with %v, in the model with %v", gotErr, wantErr)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		rt.Fatalf("the change was entered as\n%s", diff)
	}
}

// edit makes one edit, mostly with the right record before.
func (p *pair) edit(rt *rapid.T) claims.Edit {
	after := record(rt)
	before, err := p.model.Get(rt.Context(), after.Key())
	if err != nil {
		before = nil
	}
	switch rapid.IntRange(0, 19).Draw(rt, "edit") {
	case 0:
		return claims.Edit{Before: nil, After: after}
	case 1:
		return claims.Edit{Before: record(rt), After: after}
	case 2, 3, 4, 5:
		return claims.Edit{Before: before}
	}
	return claims.Edit{Before: before, After: after}
}

// both takes back or redoes a change in the store and in the model.
func (p *pair) both(rt *rapid.T, what string, do takeBack) {
	want, wantErr := do(p.model, rt.Context(), "Omar")
	got, gotErr := do(p.Store, rt.Context(), "Omar")
	if claims.CodeOf(wantErr) != claims.CodeOf(gotErr) {
		rt.Fatalf("%s failed with %v, in the model with %v", what, gotErr, wantErr)
	}
	got.At = want.At
	if diff := cmp.Diff(want, got); diff != "" {
		rt.Fatalf("%s made\n%s", what, diff)
	}
}

// list compares one random list, its count and its facets.
func (p *pair) list(rt *rapid.T) {
	q := desk.Query{
		Kind:    rapid.SampledFrom(claims.Kinds).Draw(rt, "kind"),
		Index:   rapid.SampledFrom(indexes).Draw(rt, "index"),
		Reverse: rapid.Bool().Draw(rt, "reverse"),
		Limit:   rapid.IntRange(1, 4).Draw(rt, "limit"),
	}
	if facets, err := p.model.Facets(rt.Context(), q.Kind, q.Index); err == nil && len(facets) > 0 && rapid.Bool().Draw(rt, "one value") {
		q.Value = rapid.SampledFrom(slices.Sorted(maps.Keys(facets))).Draw(rt, "value")
	}
	if rapid.IntRange(0, 2).Draw(rt, "period") == 0 {
		q.From = rapid.SampledFrom([]string{"", "2023", "2023-03-02"}).Draw(rt, "from")
		q.To = rapid.SampledFrom([]string{"", "2023", "2023-03"}).Draw(rt, "to")
	}
	want, wantErr := pages(rt, p.model, q)
	got, gotErr := pages(rt, p.Store, q)
	if claims.CodeOf(wantErr) != claims.CodeOf(gotErr) {
		rt.Fatalf("list %+v failed with %v, in the model with %v", q, gotErr, wantErr)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		rt.Fatalf("list %+v:\n%s", q, diff)
	}
	wantN, _ := p.model.Count(rt.Context(), q)
	if n, err := p.Count(rt.Context(), q); n != wantN || (err == nil) != (wantErr == nil) {
		rt.Fatalf("count %+v: %d, error %v, in the model %d", q, n, err, wantN)
	}
	wantFacets, _ := p.model.Facets(rt.Context(), q.Kind, q.Index)
	if facets, _ := p.Facets(rt.Context(), q.Kind, q.Index); !maps.Equal(facets, wantFacets) {
		rt.Fatalf("facets of %s by %s: %v, in the model %v", q.Kind, q.Index, facets, wantFacets)
	}
}

// pages lists a query to its end.
func pages(rt *rapid.T, s desk.Store, q desk.Query) (out []claims.Record, err error) {
	for {
		page, err := s.List(rt.Context(), q)
		if err != nil {
			return nil, err
		}
		out = append(out, page.Records...)
		if q.After = page.Next; q.After == "" {
			return out, nil
		}
	}
}

// same compares all records, the journal's end and what could be undone.
func (p *pair) same(rt *rapid.T) {
	for _, kind := range claims.Kinds {
		if diff := cmp.Diff(p.model.all(kind), collect(rt, p.All(rt.Context(), kind))); diff != "" {
			rt.Fatalf("all of kind %s:\n%s", kind, diff)
		}
	}
	wantUndo, wantRedo, _ := p.model.Standing(rt.Context())
	undo, redo, err := p.Standing(rt.Context())
	if err != nil {
		rt.Fatal(err)
	}
	for _, c := range []*claims.Change{wantUndo, wantRedo, undo, redo} {
		if c != nil {
			c.At = noon
		}
	}
	if diff := cmp.Diff([]*claims.Change{wantUndo, wantRedo}, []*claims.Change{undo, redo}); diff != "" {
		rt.Fatalf("what could be undone and redone:\n%s", diff)
	}
}
