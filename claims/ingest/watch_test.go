package ingest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"onrecord/claims"
)

// TestWatch follows a folder through a day: what lies there, what is copied
// into it slowly, what a browser downloads, what is changed.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string, at time.Time) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	synctest.Test(t, func(t *testing.T) {
		var got []string
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		day := time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC)
		write("old.txt", "It was here before.", day)
		write("old.meta.json", "{}", day)
		go func() {
			ended <- Watch(ctx, dir, func(paths []string) {
				for _, p := range paths {
					got = append(got, filepath.Base(p))
				}
			})
		}()
		expect := func(when string, want ...string) {
			t.Helper()
			time.Sleep(3 * watchEvery)
			synctest.Wait()
			if strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s: handed over %q, want %q", when, got, want)
			}
			got = nil
		}
		expect("at the start", "old.txt")
		expect("without a change")
		write("deep/b.html", "<p>One.", day)
		write("deep/a.html", "<p>Two.", day)
		write("c.txt.crdownload", "half", day)
		write("empty.txt", "", day)
		write(".hidden.txt", "no", day)
		expect("two files below", "a.html", "b.html")
		for i := range 5 {
			write("slow.txt", strings.Repeat("Copying. ", i+1), day.Add(time.Duration(i)*time.Second))
			time.Sleep(watchEvery / 2)
		}
		if got != nil {
			t.Errorf("a file was handed over while it was written: %q", got)
		}
		expect("when the copy is whole", "slow.txt")
		write("old.txt", "It was corrected.", day.Add(time.Hour))
		expect("after a change", "old.txt")
		if err := os.Rename(dir, dir+".away"); err != nil {
			t.Fatal(err)
		}
		expect("while the folder is away")
		if err := os.Rename(dir+".away", dir); err != nil {
			t.Fatal(err)
		}
		expect("when it is back")
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// TestWatchRemembers follows a folder over several starts of the program: what
// was taken in an earlier run comes again only with other bytes.
func TestWatchRemembers(t *testing.T) {
	dir, kept := t.TempDir(), filepath.Join(t.TempDir(), "state", "watched.json")
	day := time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC)
	write := func(name, text string, at time.Time) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	start := func(when, dir string, want ...string) {
		t.Helper()
		synctest.Test(t, func(t *testing.T) {
			var got []string
			ctx, cancel := context.WithTimeout(t.Context(), 4*watchEvery)
			defer cancel()
			err := Remember(kept, dir).Watch(ctx, func(paths []string) {
				for _, p := range paths {
					got = append(got, filepath.Base(p))
				}
			})
			if err != nil || strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s: handed over %q and %v, want %q", when, got, err, want)
			}
		})
	}
	write("a.txt", "The ferry runs.", day)
	write("b.txt", "The ferry waits.", day)
	start("first", dir, "a.txt", "b.txt")
	start("again", dir)
	write("a.txt", "The ferry runs.", day.Add(time.Hour)) // as a synchronisation does
	write("b.txt", "The ferry sinks.", day.Add(time.Hour))
	write("c.txt", "A third.", day)
	start("with new bytes", dir, "b.txt", "c.txt")
	start("and again", dir)
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "d.txt"), []byte("Elsewhere."), 0o600); err != nil {
		t.Fatal(err)
	}
	start("another folder", other, "d.txt")
	start("back", dir, "a.txt", "b.txt", "c.txt")
	if err := os.WriteFile(kept, []byte(`{"folder": `), 0o600); err != nil {
		t.Fatal(err)
	}
	start("damaged", dir, "a.txt", "b.txt", "c.txt")
}

// TestWatchForgetsWhatWasNotTaken checks that files whose import the end of the
// program cut off come again.
func TestWatchForgetsWhatWasNotTaken(t *testing.T) {
	dir, kept := t.TempDir(), filepath.Join(t.TempDir(), "watched.json")
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("The ferry runs."), 0o600); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		for range 2 {
			ctx, cancel := context.WithTimeout(t.Context(), 4*watchEvery)
			found := 0
			if err := Remember(kept, dir).Watch(ctx, func(paths []string) { found += len(paths); cancel() }); err != nil || found != 1 {
				t.Errorf("%d files, %v", found, err)
			}
			cancel()
		}
	})
}

func TestWatchOfNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("A."), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{file: "is not a folder", file + ".none": "does not exist"} {
		err := Watch(t.Context(), path, func([]string) {})
		if claims.CodeOf(err) != claims.CodeRefused || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}
