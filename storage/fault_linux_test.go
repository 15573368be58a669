package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"onrecord/claims"
	"onrecord/claims/desk/storetest"
)

// smallDisk mounts a disk in memory, which only root may.
func smallDisk(t *testing.T, megabytes int) (folder string) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root can mount the small disk of this test")
	}
	folder = t.TempDir()
	if err := unix.Mount("none", folder, "tmpfs", 0, fmt.Sprintf("size=%dm", megabytes)); err != nil {
		t.Skipf("a small disk cannot be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(folder, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// TestSmallDisk fills a disk, frees some of it and goes on, all in one process.
func TestSmallDisk(t *testing.T) {
	folder := smallDisk(t, 4)
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "a.db")
	a := open(t, path)
	n := 0
	var err error
	for ; err == nil && n < 10_000; n++ {
		_, err = a.Apply(t.Context(), crashArticle(n))
	}
	wantCode(t, err, claims.CodeDisk, "the disk is full; nothing was changed")
	n-- // the last one failed
	if got, _ := countOf(a, claims.KindArticle); got != n {
		t.Errorf("%d articles were acknowledged, the archive has %d", n, got)
	}
	verified(t, a)

	wantCode(t, a.Backup(t.Context(), filepath.Join(folder, "b.db"), "", nil), claims.CodeDisk, "the disk is full")
	_, err = a.Preview(t.Context(), path, "", nil)
	wantCode(t, err, claims.CodeDisk, "the disk is full")
	if left, _ := filepath.Glob(filepath.Join(folder, "*.part*")); len(left) > 0 {
		t.Errorf("on the full disk were left %v", left)
	}

	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Apply(t.Context(), crashArticle(n)); err != nil {
		t.Errorf("with room on the disk again: %v", err)
	}
}

// TestReadOnlyDisk works on an archive whose disk cannot be written.
func TestReadOnlyDisk(t *testing.T) {
	folder := smallDisk(t, 4)
	path := filepath.Join(folder, "a.db")
	a := open(t, path)
	storetest.Fill(t, a)
	want := dump(t, a)
	backup := filepath.Join(t.TempDir(), "b.db")
	if err := a.Backup(t.Context(), backup, "", nil); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("none", folder, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("the disk cannot be made read-only: %v", err)
	}
	for what, err := range map[string]error{
		"open":    second(Open(path, Options{})),
		"new":     second(Open(filepath.Join(folder, "deep", "new.db"), Options{})),
		"restore": second(Restore(t.Context(), path, backup, "", nil)),
		"salvage": second(Salvage(t.Context(), backup, filepath.Join(folder, "s.db"), func(Problem) {}, nil)),
	} {
		t.Run(what, func(t *testing.T) { wantCode(t, err, claims.CodeDisk, "may not write there") })
	}
	r, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Backup(t.Context(), filepath.Join(folder, "c.db"), "", nil), claims.CodeDisk, "may not write there")
	verified(t, r)
	if got := dump(t, r); got != want {
		t.Error("the archive says something else than before")
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// second is the error of a call that gives something beside it.
func second[T any](_ T, err error) error { return err }

// TestFileThatMayNotBeWritten is the same for people who are not root.
func TestFileThatMayNotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "a.db")
	a := open(t, path)
	storetest.Fill(t, a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	wantCode(t, second(Open(path, Options{})), claims.CodeDisk, "may not write there")
	if err := os.Chmod(folder, 0o500); err != nil { //nolint:gosec // a folder needs to be entered
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o700) }) //nolint:gosec // as above
	wantCode(t, second(Open(filepath.Join(folder, "new.db"), Options{})), claims.CodeDisk, "may not write there")
	r, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	verified(t, r)
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// TestDiskThatLosesPages reads an archive whose file can no longer be read
// while it is open: the system then reports a fault where memory is read.
func TestDiskThatLosesPages(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 40 {
		if _, err := a.Apply(t.Context(), crashArticle(n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(path, 16<<10); err != nil {
		t.Fatal(err)
	}
	_, err = a.Get(t.Context(), claims.Key{Kind: claims.KindArticle, ID: "a000001"})
	wantCode(t, err, claims.CodeDamaged, "the archive is damaged")
	found := problems(t, a)
	if len(found) == 0 {
		t.Error("verification noticed nothing")
	}
	_ = a.Close() // what it says of such a file does not matter
}

func TestSentencesOfTheDisk(t *testing.T) {
	for errno, want := range map[syscall.Errno]string{
		syscall.EIO:    "the disk reports an error",
		syscall.ENOSPC: "the disk is full; nothing was changed",
		syscall.EDQUOT: "the disk is full; nothing was changed",
		syscall.EFBIG:  "the size that this system allows; nothing was changed",
		syscall.EROFS:  "may not write there",
		syscall.EACCES: "may not write there",
	} {
		for _, err := range []error{&os.PathError{Op: "write", Path: "a.db", Err: errno}, errors.New("write a.db: " + errno.Error())} {
			if errno == syscall.EACCES && errors.Unwrap(err) == nil {
				continue
			}
			wantCode(t, translate("a.db", err), claims.CodeDisk, want)
		}
	}
}
