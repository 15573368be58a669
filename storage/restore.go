package storage

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"onrecord/claims"
)

// Difference tells, for one kind of records, what restoring a backup would do.
type Difference struct {
	Back    int // records that are only in the backup
	Changed int // records that the backup has otherwise
	Gone    int // records that are only in the archive
}

// Preview compares a backup with the archive: what Restore would change. The
// backup is opened and verified. Progress may be nil.
func (a *Archive) Preview(ctx context.Context, backup, passphrase string, progress func(done, total int)) (map[claims.Kind]Difference, error) {
	plain := a.path + previewSuffix
	defer removeCopies(plain)
	b, err := openBackup(ctx, backup, plain, passphrase, progress)
	if err != nil {
		return nil, err
	}
	out := map[claims.Kind]Difference{}
	err = a.view(ctx, func(now *txn) error {
		return b.view(ctx, func(then *txn) error {
			for _, kind := range claims.Kinds {
				if d := compareKind(now, then, kind); d != (Difference{}) {
					out[kind] = d
				}
			}
			return nil
		})
	})
	return out, errors.Join(err, b.Close())
}

// compareKind reads the records of two archives side by side.
func compareKind(now, then *txn, kind claims.Kind) (d Difference) {
	x, y := now.recordsOf(kind).Cursor(), then.recordsOf(kind).Cursor()
	k, v := x.First()
	l, w := y.First()
	for k != nil || l != nil {
		switch c := bytes.Compare(k, l); {
		case l == nil || k != nil && c < 0:
			d.Gone++
			k, v = x.Next()
		case k == nil || c > 0:
			d.Back++
			l, w = y.Next()
		default:
			if !sameFields(v, w) {
				d.Changed++
			}
			k, v = x.Next()
			l, w = y.Next()
		}
	}
	return d
}

// openBackup copies a backup to a file beside the archive, decrypted where it
// has a passphrase, and opens and verifies the copy. Opening it brings an
// older one up to date; the backup itself is never touched.
func openBackup(ctx context.Context, backup, plain, passphrase string, told progress) (*Archive, error) {
	copied := &progressWriter{progress: told.stage(0, 2)}
	if info, err := os.Stat(backup); err == nil { //nolint:gosec // the backup that the user named
		copied.total = int(info.Size())
	}
	err := writeFile(plain, func(w io.Writer) error {
		if passphrase != "" {
			return decrypt(ctx, backup, passphrase, io.MultiWriter(w, copied))
		}
		f, err := os.Open(backup) //nolint:gosec // the backup that the user named
		if err != nil {
			return translate(backup, err)
		}
		defer f.Close() //nolint:errcheck // only read
		_, err = io.Copy(io.MultiWriter(w, cancelWriter{ctx}, copied), f)
		return err
	})
	if err != nil {
		return nil, err
	}
	b, err := Open(plain, Options{})
	if err != nil {
		return nil, about(backup, plain, err)
	}
	if err := b.verifyAll(ctx, told.stage(1, 2)); err != nil {
		return nil, errors.Join(about(backup, plain, err), b.Close())
	}
	return b, nil
}

// about names the backup in an error about its copy.
func about(backup, plain string, err error) error {
	var e *claims.Error
	if !errors.As(err, &e) || e.What != plain {
		return err
	}
	named := *e
	named.What = backup
	return &named
}

// removeCopies removes the copy of a backup, and what bringing it up to date
// left beside it.
func removeCopies(plain string) {
	names, _ := filepath.Glob(plain + "*")
	for _, name := range names {
		_ = os.Remove(name) // a copy that stays does no harm
	}
}

// Restore puts a backup in the place of an archive that nobody has open. What
// was there is kept beside it, under the name that is returned: restoring that
// takes the restore back. Progress may be nil; up to its end the restore can be
// cancelled and leaves everything as it was.
func Restore(ctx context.Context, path, backup, passphrase string, progress func(done, total int)) (kept string, err error) {
	plain := path + ".restore" + partSuffix
	defer removeCopies(plain)
	b, err := openBackup(ctx, backup, plain, passphrase, progress)
	if err != nil {
		return "", err
	}
	stamp := b.opts.Now().UTC().Format("20060102T150405.000")
	if err := b.Close(); err != nil {
		return "", err
	}
	if _, err := os.Lstat(path); err == nil {
		if err := unused(path); err != nil {
			return "", err
		}
		kept = path + beforeRestore + stamp
		if err := os.Link(path, kept); err != nil { // both names until the new file takes over
			if err := os.Rename(path, kept); err != nil {
				return "", translate(path, err)
			}
		}
	}
	return kept, settle(plain, path)
}

// unused makes sure that no other program has an archive open. A damaged one
// cannot be asked, and is being replaced for that.
func unused(path string) error {
	a, err := Open(path, Options{})
	if claims.CodeOf(err) == claims.CodeLocked {
		return err
	}
	if err != nil {
		return nil //nolint:nilerr // see above
	}
	return a.Close()
}
