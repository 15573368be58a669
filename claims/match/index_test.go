package match

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord/claims"
)

func each(docs []Doc) iter.Seq2[Doc, error] {
	return func(yield func(Doc, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// However an archive came to be what it is, with searches, restarts and
// writes in between, it finds the same as one indexed at once.
func TestUpdatesEqualARebuild(t *testing.T) {
	pool := sample(120)
	queries := []string{"trees northern canal", "shipyard contract", "watre weeks", "speaker:caldeira", "ferrydisaster", `"public money"`, "a"}
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(t.TempDir(), "find")
		ix, err := Open(path)
		if err != nil {
			rt.Fatal(err)
		}
		now := map[claims.Key]Doc{}
		for seq := range uint64(rapid.IntRange(1, 12).Draw(rt, "steps")) {
			ix = step(rt, ix, path, seq+1, pool, now)
		}
		var docs []Doc
		for _, d := range pool {
			if have, ok := now[d.Key()]; ok {
				docs = append(docs, have)
			}
		}
		if err := ix.Check(context.Background(), each(docs)); err != nil {
			rt.Fatal(err)
		}
		fresh := New()
		if err := fresh.Rebuild(context.Background(), 1, each(docs), nil); err != nil {
			rt.Fatal(err)
		}
		for _, typed := range queries {
			if diff := cmp.Diff(keys(search(t, fresh, typed)), keys(search(t, ix, typed))); diff != "" {
				rt.Fatalf("%q: rebuilt (-) and updated (+) differ: %s", typed, diff)
			}
		}
	})
}

// step does one thing to the index and to the plain map beside it.
func step(rt *rapid.T, ix *Index, path string, seq uint64, pool []Doc, now map[claims.Key]Doc) *Index {
	switch rapid.SampledFrom([]string{"put", "put", "remove", "flush", "reopen"}).Draw(rt, "what") {
	case "put":
		from := rapid.IntRange(0, len(pool)-1).Draw(rt, "from")
		put := append([]Doc(nil), pool[from:min(len(pool), from+rapid.IntRange(1, 60).Draw(rt, "n"))]...)
		if rapid.Bool().Draw(rt, "changed") {
			put[0].Text = "Changed: " + put[0].Text
		}
		if err := ix.Update(context.Background(), put, nil, seq); err != nil {
			rt.Fatal(err)
		}
		for _, d := range put {
			now[d.Key()] = d
		}
	case "remove":
		doc := rapid.SampledFrom(pool).Draw(rt, "doc")
		key := doc.Key()
		if err := ix.Update(context.Background(), nil, []claims.Key{key}, seq); err != nil {
			rt.Fatal(err)
		}
		delete(now, key)
	case "flush":
		if err := ix.Flush(); err != nil {
			rt.Fatal(err)
		}
	case "reopen":
		if err := ix.Flush(); err != nil {
			rt.Fatal(err)
		}
		again, err := Open(path)
		if err != nil {
			rt.Fatal(err)
		}
		if again.Seq() != ix.Seq() || again.Len() != ix.Len() {
			rt.Fatalf("%d documents at %d come back as %d at %d", ix.Len(), ix.Seq(), again.Len(), again.Seq())
		}
		return again
	}
	return ix
}

func keys(hits []Hit) []string {
	out := make([]string, len(hits))
	for i, h := range hits {
		out[i] = fmt.Sprintf("%s %s %.3f", h.Kind, h.ID, h.Score)
	}
	return out
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "find")
	ix, err := Open(path)
	if err != nil || ix.Len() != 0 || ix.Seq() != 0 {
		t.Fatalf("no file: %v", err)
	}
	if err := ix.Rebuild(context.Background(), 7, each(sample(50)), nil); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(whole)
	newer[16]++
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-9] ^= 4
	for what, c := range map[string]struct {
		data []byte
		code claims.Code
	}{
		"whole":           {whole, ""},
		"cut off":         {whole[:len(whole)/2], claims.CodeDamaged},
		"empty":           {nil, claims.CodeDamaged},
		"one bit changed": {flipped, claims.CodeDamaged},
		"another version": {newer, claims.CodeNewer},
	} {
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path); claims.CodeOf(err) != c.code {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := Drop(path); err != nil {
		t.Fatal(err)
	}
	if ix, err := Open(path); err != nil || ix.Len() != 0 {
		t.Errorf("dropped: %v", err)
	}
}

func TestCheckNamesWhatDiffers(t *testing.T) {
	docs := sample(40)
	ix := build(t, docs)
	if err := ix.Check(context.Background(), each(docs)); err != nil {
		t.Error(err)
	}
	missing := docs[:39]
	changed := append([]Doc(nil), docs...)
	changed[3].Text += " indeed"
	more := append(append([]Doc(nil), docs...), Doc{Kind: claims.KindClaim, ID: "c1", Text: "x"})
	for what, other := range map[string][]Doc{"fewer": missing, "changed": changed, "more": more} {
		if err := ix.Check(context.Background(), each(other)); claims.CodeOf(err) != claims.CodeDamaged {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestRebuildStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	ix := build(t, sample(30))
	err := ix.Rebuild(ctx, 2, each(sample(5000)), func(int) { cancel() })
	if !errors.Is(err, context.Canceled) || ix.Len() != 30 {
		t.Errorf("%v; %d documents", err, ix.Len())
	}
}

func TestWhatAKilledProgramLeftIsRemoved(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "archive.db.search")
	for _, name := range []string{"archive.db.search.4711.tmp", "archive.db.search.changes.4711.tmp", "archive.db", "notes.tmp", "archive.db.search2.tmp"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(path); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range left {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != "archive.db archive.db.search2.tmp notes.tmp" {
		t.Errorf("left are %s", got)
	}
}

func TestAnIndexThatMayNotBeWrittenSaysSo(t *testing.T) {
	err := disk(&fs.PathError{Op: "open", Path: "/archive.db.search.4711.tmp", Err: fs.ErrPermission})
	if got := err.Error(); got != "search index: the program may not write there. Check who owns the file and its folder." {
		t.Errorf("it says %q", got)
	}
	if !errors.Is(err, fs.ErrPermission) || claims.CodeOf(err) != claims.CodeDisk {
		t.Error("the cause or the code is lost")
	}
}
