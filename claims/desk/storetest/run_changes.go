package storetest

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/claims"
	"onrecord/claims/desk"
)

func testConflicts(t *testing.T, open Opener) {
	k := start(t, open)
	s := speaker("s", "Ruiz")
	k.must("New speaker", claims.Create(s))
	renamed := with(s, func(s *claims.Speaker) { s.Name = "Tomás Ruiz" })
	k.must("Rename", claims.Put(s, renamed))

	k.fails(claims.CodeConflict, "create what exists", claims.Create(s))
	k.fails(claims.CodeConflict, "replace what was changed in between", claims.Put(s, with(s, func(s *claims.Speaker) { s.Notes = "x" })))
	k.fails(claims.CodeConflict, "delete what was changed in between", claims.Trash(s))
	k.fails(claims.CodeConflict, "replace what does not exist", claims.Put(speaker("t", "Vogt"), speaker("t", "Voigt")))
	k.fails(claims.CodeInvalid, "an edit without records", claims.Put(renamed, renamed), claims.Put(speaker("t", "Vogt"), speaker("u", "Vogt")))
	k.fails(claims.CodeInvalid, "a record that breaks a rule", claims.Create(speaker("t", "")))
	if diff := cmp.Diff(renamed, k.get(s)); diff != "" {
		t.Errorf("after failed changes:\n%s", diff)
	}
	k.must("Twice in one change", claims.Put(renamed, s), claims.Put(s, renamed), claims.Create(speaker("t", "Vogt")), claims.Trash(speaker("t", "Vogt")))
}

func testReferences(t *testing.T, open Opener) {
	k := start(t, open)
	records, blobs := fullRecords()
	edits := make([]claims.Edit, 0, len(records))
	for _, r := range records {
		edits = append(edits, claims.Create(r))
	}
	k.fails(claims.CodeInvalid, "texts that the store does not have", edits...)
	for i, r := range records {
		if len(r.Refs()) > 0 {
			_, err := k.Apply(k.ctx(), claims.Change{What: "Alone", Edits: edits[i : i+1], Blobs: blobs})
			k.code(claims.CodeInvalid, string(r.Key().Kind)+" without what it refers to", err)
		}
	}
	k.mustChange(claims.Change{What: "Together", Edits: edits, Blobs: blobs})
	needed := map[claims.Key]bool{}
	for _, r := range records {
		for _, ref := range r.Refs() {
			needed[ref] = true
		}
	}
	for _, r := range records {
		if needed[r.Key()] {
			k.fails(claims.CodeConflict, "delete a "+string(r.Key().Kind)+" that is needed", claims.Trash(r))
		}
	}
	var trash []claims.Edit
	for _, r := range records {
		trash = append(trash, claims.Trash(r))
	}
	k.must("Delete all together", trash...)
}

func testAllOrNone(t *testing.T, open Opener) {
	k := start(t, open)
	good := claims.Change{What: "Good", Edits: []claims.Edit{claims.Create(speaker("s", "Ruiz"))}, Blobs: [][]byte{[]byte("a text")}}
	bad := claims.Change{What: "Bad", Edits: []claims.Edit{claims.Create(speaker("t", "Vogt")), claims.Trash(speaker("u", "Nobody"))}}
	_, err := k.Apply(k.ctx(), good, bad)
	k.code(claims.CodeConflict, "a good and a bad change", err)
	_, err = k.Get(k.ctx(), claims.Key{Kind: claims.KindSpeaker, ID: "s"})
	k.code(claims.CodeNotFound, "the good change of a bad batch", err)
	_, err = k.Blob(k.ctx(), claims.HashOf([]byte("a text")))
	k.code(claims.CodeNotFound, "the text of a bad batch", err)
	if seq, err := k.Seq(k.ctx()); seq != 0 || err != nil {
		t.Errorf("journal position after nothing was done: %d, error %v", seq, err)
	}
	done, err := k.Apply(k.ctx(), good, claims.Change{What: "Next", Edits: []claims.Edit{claims.Create(speaker("t", "Vogt"))}})
	if err != nil || len(done) != 2 || done[0].Seq != 1 || done[1].Seq != 2 {
		t.Errorf("two good changes: %+v, error %v", done, err)
	}
}

func (k *kit) standing(wantUndo, wantRedo string) {
	k.Helper()
	undo, redo, err := k.Standing(k.ctx())
	if err != nil {
		k.Fatal(err)
	}
	what := func(c *claims.Change) string {
		if c == nil {
			return ""
		}
		if len(c.Edits) > 0 {
			k.Errorf("standing change %q has edits", c.What)
		}
		return c.What
	}
	if what(undo) != wantUndo || what(redo) != wantRedo {
		k.Errorf("the menu offers to undo %q and redo %q, want %q and %q", what(undo), what(redo), wantUndo, wantRedo)
	}
}

func (k *kit) name(id claims.ID) string {
	r, err := k.Get(k.ctx(), claims.Key{Kind: claims.KindSpeaker, ID: id})
	if err != nil {
		return ""
	}
	return r.(*claims.Speaker).Name
}

func testUndoRedo(t *testing.T, open Opener) {
	k := start(t, open)
	_, err := k.Undo(k.ctx(), "Ines")
	k.code(claims.CodeNotFound, "undo of nothing", err)
	s := speaker("s", "Ruiz")
	renamed := with(s, func(s *claims.Speaker) { s.Name = "Tomás Ruiz" })
	k.must("Add", claims.Create(s))
	k.must("Rename", claims.Put(s, renamed))
	for i, step := range []struct {
		redoes           bool
		name, undo, redo string
		undoes           uint64
	}{
		{false, "Ruiz", "Add", "Rename", 2},
		{false, "", "", "Add", 1},
		{true, "Ruiz", "Add", "Rename", 4},
		{true, "Tomás Ruiz", "Rename", "", 3},
		{false, "Ruiz", "Add", "Rename", 6},
		{true, "Tomás Ruiz", "Rename", "", 7},
	} {
		do := k.Undo
		if step.redoes {
			do = k.Redo
		}
		c, err := do(k.ctx(), "Ines")
		if err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		if c.Undoes != step.undoes || c.Seq != uint64(i)+3 || c.Who != "Ines" || len(c.Edits) != 1 {
			t.Errorf("step %d made %+v, want it to take back %d", i, c, step.undoes)
		}
		if got := k.name("s"); got != step.name {
			t.Errorf("step %d: the name is %q, want %q", i, got, step.name)
		}
		k.standing(step.undo, step.redo)
		k.Store = k.reopen()
		k.standing(step.undo, step.redo)
	}
	_, err = k.Redo(k.ctx(), "Ines")
	k.code(claims.CodeNotFound, "redo of nothing", err)
}

func testUndoAfterNewChange(t *testing.T, open Opener) {
	k := start(t, open)
	for i := range 3 {
		k.must(fmt.Sprint("Add ", i), claims.Create(speaker(claims.ID(fmt.Sprint(i)), "Ruiz")))
	}
	for range 2 {
		if _, err := k.Undo(k.ctx(), ""); err != nil {
			t.Fatal(err)
		}
	}
	k.standing("Add 0", "Add 1")
	k.must("Add another", claims.Create(speaker("4", "Vogt")))
	k.standing("Add another", "")
	for _, want := range []string{"Add 0", ""} {
		if _, err := k.Undo(k.ctx(), ""); err != nil {
			t.Fatal(err)
		}
		k.standing(want, map[string]string{"Add 0": "Add another", "": "Add 0"}[want])
	}
	if _, err := k.Undo(k.ctx(), ""); claims.CodeOf(err) != claims.CodeNotFound {
		t.Errorf("undo past the beginning: %v", err)
	}
}

func testUndoOfDeletion(t *testing.T, open Opener) {
	k := start(t, open)
	records, blobs := fullRecords()
	c := claims.Change{What: "Import", Blobs: blobs}
	var trash []claims.Edit
	for _, r := range records {
		c.Edits = append(c.Edits, claims.Create(r))
		trash = append(trash, claims.Trash(r))
	}
	k.mustChange(c)
	k.must("Delete", trash...)
	k.Store = k.reopen()
	undone, err := k.Undo(k.ctx(), "Ines")
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range records {
		if diff := cmp.Diff(r, k.get(r)); diff != "" {
			t.Errorf("%v came back from the trash changed:\n%s", r.Key(), diff)
		}
		e := undone.Edits[len(records)-1-i]
		if diff := cmp.Diff(r, e.After); diff != "" || e.Before != nil {
			t.Errorf("the change that took the deletion back has %+v for %v", e, r.Key())
		}
	}
	if got := k.ids(desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: "01HQ3V5E8N0000000000000001"}); len(got) != 1 {
		t.Errorf("statements of the speaker after undo: %v", got)
	}
}

func testJournal(t *testing.T, open Opener) {
	k := start(t, open)
	at := time.Date(2024, 2, 3, 4, 5, 6, 7000, time.UTC)
	s, r := speaker("s", "Ruiz"), speaker("r", "Vogt")
	k.mustChange(claims.Change{At: at, Who: "Ines", What: "Add two", Edits: []claims.Edit{claims.Create(s), claims.Create(r)}})
	before := time.Now().Add(-time.Minute)
	k.must("Delete", claims.Trash(r))
	if _, err := k.Undo(k.ctx(), "Omar"); err != nil {
		t.Fatal(err)
	}
	k.Store = k.reopen()
	var got []desk.Entry
	for e, err := range k.Journal(k.ctx(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, e)
	}
	if len(got) != 3 {
		t.Fatalf("%d entries, want 3", len(got))
	}
	want := desk.Entry{Seq: 1, At: at, Who: "Ines", What: "Add two", Keys: []claims.Key{s.Key(), r.Key()}}
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Error(diff)
	}
	if got[1].At.Before(before) || got[1].At.After(time.Now().Add(time.Minute)) {
		t.Errorf("a change without a time was entered at %s", got[1].At)
	}
	if e := got[2]; e.Undoes != 2 || e.Who != "Omar" || e.What != "Delete" || !slices.Equal(e.Keys, []claims.Key{r.Key()}) {
		t.Errorf("the undo was entered as %+v", e)
	}
	for e, err := range k.Journal(k.ctx(), 2) {
		if err != nil || e.Seq != 3 {
			t.Errorf("the journal after 2 has entry %d, error %v", e.Seq, err)
		}
	}
	for e, err := range k.Journal(k.ctx(), 99) {
		t.Errorf("the journal goes on after its end with %d, error %v", e.Seq, err)
	}
	if seq, err := k.Seq(k.ctx()); seq != 3 || err != nil {
		t.Errorf("Seq is %d, error %v", seq, err)
	}
}

func testCancelled(t *testing.T, open Opener) {
	k := start(t, open)
	k.must("Add", claims.Create(speaker("s", "Ruiz")))
	ctx, cancel := context.WithCancel(k.ctx())
	cancel()
	if _, err := k.Apply(ctx, claims.Change{Edits: []claims.Edit{claims.Create(speaker("t", "Vogt"))}}); err == nil {
		t.Error("a cancelled change was made")
	}
	if _, err := k.List(ctx, desk.Query{Kind: claims.KindSpeaker, Index: desk.ByID}); err == nil {
		t.Error("a cancelled list was made")
	}
	for _, err := range k.All(ctx, claims.KindSpeaker) {
		if err == nil {
			t.Error("a cancelled walk went on")
		}
	}
	if k.name("t") != "" {
		t.Error("a cancelled change is in the store")
	}
}
