package storage

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// sparse is an archive of which most was thrown away.
func sparse(t *testing.T, path string) *Archive {
	t.Helper()
	a := open(t, path)
	a.now.Load().db.NoSync = true
	for n := range 400 {
		if _, err := a.Apply(t.Context(), crashArticle(n)); err != nil {
			t.Fatal(err)
		}
	}
	for range 380 {
		if _, err := a.Undo(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func sizeOf(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

func TestTidyGivesBackWhatIsUnused(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "a.db"), filepath.Join(folder, "link.db")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	a := sparse(t, link)
	said, size := dump(t, a), sizeOf(t, path)
	if err := a.Tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	tidy := sizeOf(t, path)
	if tidy > size*3/4 {
		t.Errorf("%d of %d bytes are left", tidy, size)
	}
	if dump(t, a) != said {
		t.Error("the archive says something else than before")
	}
	verified(t, a)
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link to the archive became a file")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("the file has mode %v", info.Mode())
	}
	if _, err := a.Redo(t.Context(), ""); err != nil { // it goes on
		t.Error(err)
	}
	before := a.now.Load()
	if err := a.Tidy(t.Context()); err != nil || a.now.Load() != before {
		t.Errorf("a tidy archive was compacted again: %v", err)
	}
}

func TestReadersGoOnWhileAnArchiveIsCompacted(t *testing.T) {
	a := sparse(t, filepath.Join(t.TempDir(), "a.db"))
	read := 0
	for r, err := range a.All(t.Context(), claims.KindStatement) {
		if err != nil {
			t.Fatal(err)
		}
		if read++; read == 5 {
			if err := a.Tidy(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		_ = r
	}
	if read != 200 {
		t.Errorf("%d statements were read", read)
	}

	// A transaction that began before sees the file of before to its end.
	err := a.view(t.Context(), func(tx *txn) error {
		if err := a.exclusively(t.Context(), func() error { return a.compact(t.Context()) }); err != nil {
			return err
		}
		if _, err := a.Apply(t.Context(), crashArticle(900)); err != nil {
			return err
		}
		if n := tx.count(recordIndex(claims.KindArticle), nil); n != 20 {
			t.Errorf("the transaction sees %d articles", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := a.Count(t.Context(), desk.Query{Kind: claims.KindArticle, Index: desk.ByID}); err != nil || n != 21 {
		t.Errorf("%d articles, %v", n, err)
	}
}

// Whoever waits for the lock of a file that is compacted gets its successor,
// and never writes into a file without a name.
func TestWhoWaitsForACompactedArchiveOpensItsSuccessor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a := sparse(t, path)
	opened := make(chan error, 1)
	go func() {
		b, err := Open(path, Options{Wait: 20 * time.Second})
		if err == nil {
			_, err = b.Apply(context.Background(), crashArticle(901))
			if c := b.Close(); err == nil {
				err = c
			}
		}
		opened <- err
	}()
	time.Sleep(50 * time.Millisecond) // so that it waits for the first file, as a rule
	if err := a.Tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-opened; err != nil {
		t.Fatal(err)
	}
	b := open(t, path)
	get(t, b, claims.KindArticle, "a000901")
}

func TestAFailedCompactionChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a := sparse(t, path)
	said := dump(t, a)
	compact := func(ctx context.Context) error {
		return a.exclusively(ctx, func() error { return a.compact(ctx) })
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := compact(gone); err == nil {
		t.Error("a cancelled compaction went on")
	}
	if err := os.MkdirAll(filepath.Join(path+compactSuffix, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := compact(t.Context()); err == nil {
		t.Error("an archive was compacted without a place for the copy")
	}
	if err := a.Tidy(t.Context()); err != nil {
		t.Errorf("an archive that is only too large is called wrong: %v", err)
	}
	if dump(t, a) != said {
		t.Error("the archive says something else than before")
	}
}
