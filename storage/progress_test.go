package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// longWorks are what is done to an archive as a whole: each tells its progress
// and can be cancelled.
func longWorks(a *Archive, path, backup, folder string) map[string]func(context.Context, func(done, total int)) error {
	return map[string]func(context.Context, func(done, total int)) error{
		"backup": func(ctx context.Context, told func(done, total int)) error {
			return a.Backup(ctx, filepath.Join(folder, "new.db"), "", told)
		},
		"encrypted backup": func(ctx context.Context, told func(done, total int)) error {
			return a.Backup(ctx, filepath.Join(folder, "new.age"), "correct horse", told)
		},
		"verify": func(ctx context.Context, told func(done, total int)) error {
			return a.Verify(ctx, func(Problem) {}, told)
		},
		"preview": func(ctx context.Context, told func(done, total int)) error {
			_, err := a.Preview(ctx, backup, "", told)
			return err
		},
		"salvage": func(ctx context.Context, told func(done, total int)) error {
			_, err := Salvage(ctx, path, filepath.Join(folder, "saved.db"), func(Problem) {}, told)
			return err
		},
		"restore": func(ctx context.Context, told func(done, total int)) error {
			_, err := Restore(ctx, filepath.Join(folder, "restored.db"), backup, "", told)
			return err
		},
	}
}

// workedOn is an archive with a backup.
func workedOn(t *testing.T) (a *Archive, path, backup string) {
	t.Helper()
	folder := t.TempDir()
	path, backup = filepath.Join(folder, "a.db"), filepath.Join(folder, "b.db")
	a = open(t, path)
	for n := range 150 {
		if _, err := a.Apply(t.Context(), crashArticle(n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Backup(t.Context(), backup, "", nil); err != nil {
		t.Fatal(err)
	}
	return a, path, backup
}

func TestLongWorkTellsItsProgress(t *testing.T) {
	a, path, backup := workedOn(t)
	for name, work := range longWorks(a, path, backup, t.TempDir()) {
		steps, last := 0, 0.0
		err := work(t.Context(), func(done, total int) {
			steps++
			now := float64(done) / float64(total)
			if now < last || now > 1 {
				t.Errorf("%s: %d of %d after %.2f", name, done, total, last)
			}
			last = now
		})
		if err != nil || steps < 2 || last < 0.5 {
			t.Errorf("%s: %d steps up to %.2f, error %v", name, steps, last, err)
		}
	}
}

func TestLongWorkCanBeCancelled(t *testing.T) {
	a, path, backup := workedOn(t)
	folder := t.TempDir()
	for name, work := range longWorks(a, path, backup, folder) {
		ctx, cancel := context.WithCancel(t.Context())
		if err := work(ctx, func(int, int) { cancel() }); !errors.Is(err, context.Canceled) {
			t.Errorf("%s was cancelled and ended with %v", name, err)
		}
		cancel()
		left, err := os.ReadDir(folder)
		if err != nil || len(left) > 0 {
			t.Errorf("%s was cancelled and left %v, error %v", name, left, err)
		}
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
		t.Errorf("beside the archive lies %v", left)
	}
}
