package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"onrecord/claims"
)

// Copy is a file that an archive can be restored from.
type Copy struct {
	Path      string
	Made      time.Time           // when it was written last
	Size      int64               // in bytes
	Automatic bool                // one of the daily backups
	Encrypted bool                // it opens with a passphrase only
	Counts    map[claims.Kind]int // nil where it is encrypted or of an older format
	Err       error               // why it cannot be restored
}

// sealed is how a file begins that Backup has encrypted with a passphrase.
const sealed = "age-encryption.org/"

// beforeRestore marks what an archive was before a backup took its place.
const beforeRestore = ".before-restore-"

// Copies lists what an archive can be restored from, the newest first: the
// automatic backups in a folder, and what earlier restores have kept beside the
// archive. A folder that is not there has none.
func Copies(ctx context.Context, path, folder string) ([]Copy, error) {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + "-"
	daily, err := namesIn(folder, func(name string) bool {
		day, ours := strings.CutPrefix(name, stem)
		_, err := time.Parse(backupDay+backupEnding, day)
		return ours && err == nil
	})
	if err != nil {
		return nil, err
	}
	kept, err := namesIn(filepath.Dir(path), func(name string) bool { return strings.HasPrefix(name, filepath.Base(path)+beforeRestore) })
	if err != nil {
		return nil, err
	}
	var out []Copy
	for i, name := range append(daily, kept...) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		c := Look(ctx, name)
		c.Automatic = i < len(daily)
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b Copy) int { return b.Made.Compare(a.Made) })
	return out, nil
}

func namesIn(folder string, ours func(name string) bool) (out []string, err error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	for _, e := range entries {
		if ours(e.Name()) && e.Type().IsRegular() {
			out = append(out, filepath.Join(folder, e.Name()))
		}
	}
	return out, translate(folder, err)
}

// Look counts what a backup holds. It does not verify it: Preview does.
func Look(ctx context.Context, path string) Copy {
	c := Copy{Path: path}
	info, err := os.Stat(path) //nolint:gosec // the user named it, or it lies among the backups
	if err != nil {
		c.Err = translate(path, err)
		return c
	}
	c.Made, c.Size = info.ModTime(), info.Size()
	if c.Encrypted = beginsSealed(path); c.Encrypted {
		return c
	}
	a, err := Open(path, Options{ReadOnly: true})
	if claims.CodeOf(err) == claims.CodeRefused {
		return c // of an older format: restoring brings it up to date
	}
	if err != nil {
		c.Err = err
		return c
	}
	c.Counts, c.Err = a.counts(ctx)
	c.Err = errors.Join(c.Err, a.Close())
	return c
}

func beginsSealed(path string) bool {
	f, err := os.Open(path) //nolint:gosec // see Look
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // only read
	head := make([]byte, len(sealed))
	_, err = f.Read(head)
	return err == nil && string(head) == sealed
}

func (a *Archive) counts(ctx context.Context) (map[claims.Kind]int, error) {
	out := map[claims.Kind]int{}
	err := a.view(ctx, func(t *txn) error {
		for _, kind := range claims.Kinds {
			out[kind] = t.count(recordIndex(kind), nil)
		}
		return nil
	})
	return out, err
}
