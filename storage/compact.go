package storage

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
)

// bbolt never makes a file smaller, and splits the pages of rows that come in
// no order in halves. Compaction writes the whole tree anew in the order of its
// keys, beside the archive: the copy is flushed to disk and compared with the
// archive, key by key, before it takes the name of the archive. A program that
// is killed meanwhile leaves the one or the other, never a mixture. Readers go
// on with the file that they began with, writers wait.

// How much of a file must be unused to be worth a compaction, in parts of the
// file: some where the file has grown a good deal since it was opened, so that
// the work is little beside what made it grow; else more.
const (
	unusedGrown = 10
	unusedElse  = 4
	grownBy     = 8
	unusedLeast = 1 << 20 // bytes
)

// fillCompact is how full a compacted page is: a few rows more go into it
// without splitting it.
const fillCompact = 0.95

// compactBytes bounds the memory of the copying.
const compactBytes = 8 << 20

// Tidy compacts the archive where that gives back a good part of its file:
// after a long import, or after much was thrown away. An archive that could
// not be compacted, for want of room or because the context ended, is as whole
// as before and only larger than it need be: that is no error. The error tells
// of damage.
func (a *Archive) Tidy(ctx context.Context) error {
	err := a.exclusively(ctx, func() error {
		if worth, err := a.untidy(ctx); err != nil || !worth {
			return err
		}
		return a.compact(ctx)
	})
	if claims.CodeOf(err) == claims.CodeDamaged {
		return err
	}
	return nil
}

// untidy tells whether a compaction is worth its while.
func (a *Archive) untidy(ctx context.Context) (worth bool, err error) {
	err = a.view(ctx, func(t *txn) error {
		size, unused := t.Size(), t.Size()-t.inUse()
		grown := size - a.tidied.Load()
		worth = unused > unusedLeast && (unused > size/unusedElse || unused > size/unusedGrown && grown > size/grownBy)
		return nil
	})
	return worth, err
}

// inUse is how many bytes of the file hold something.
func (t *txn) inUse() (n int64) {
	_ = t.ForEach(func(_ []byte, b *bolt.Bucket) error {
		s := b.Stats()
		n += int64(s.LeafInuse) + int64(s.BranchInuse)
		return nil
	})
	return n
}

// compact replaces the file. Writers are kept out already.
func (a *Archive) compact(ctx context.Context) (err error) {
	if runtime.GOOS == "windows" {
		return nil // an open file cannot take another's name there
	}
	path, err := filepath.EvalSymlinks(a.path)
	if err != nil {
		return translate(a.path, err)
	}
	part := path + compactSuffix
	defer os.Remove(part) //nolint:errcheck // gone already where all went well
	_ = os.Remove(part)   //nolint:gosec // of a program that was killed
	next, err := a.compacted(ctx, part)
	if err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil { //nolint:gosec // both lie where the archive lies
		return errors.Join(translate(path, err), next.db.Close())
	}
	old := a.now.Swap(next)
	a.replaced.Go(func() { _ = old.db.Close() }) // waits for those who still read it
	return errors.Join(syncFolder(path), a.noteSize())
}

// compacted writes the copy, compares it, and leaves it open and locked.
func (a *Archive) compacted(ctx context.Context, part string) (next *handle, err error) {
	defer guard(a.path, &err)()
	err = a.view(ctx, func(t *txn) error {
		if err := copyTree(ctx, t, part); err != nil {
			return translate(part, err)
		}
		if next, err = openFile(part, Options{Wait: a.opts.Wait}); err != nil {
			return err
		}
		return next.db.View(func(tx *bolt.Tx) error {
			if err := sameTree(ctx, t.Cursor().Bucket(), tx.Cursor().Bucket()); err != nil {
				return err
			}
			return ctx.Err()
		})
	})
	if err != nil && next != nil {
		err = errors.Join(err, next.db.Close())
	}
	return next, err
}

// noteSize remembers how large the file is now.
func (a *Archive) noteSize() error {
	return a.view(context.Background(), func(t *txn) error {
		a.tidied.Store(t.Size())
		return nil
	})
}

// treeCopy writes pairs in transactions of bounded size. The values stay where
// they are, in the transaction that reads them.
type treeCopy struct {
	ctx   context.Context
	to    *bolt.DB
	tx    *bolt.Tx
	bytes int // written in tx
}

// copyTree writes all buckets to a new file and waits until it is on disk.
func copyTree(ctx context.Context, t *txn, path string) (err error) {
	to, err := bolt.Open(path, fileMode, &bolt.Options{
		NoSync: true, NoGrowSync: true, FreelistType: bolt.FreelistMapType, InitialMmapSize: int(t.Size()),
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	c := &treeCopy{ctx: ctx, to: to}
	if c.tx, err = to.Begin(true); err != nil {
		return err
	}
	defer func() { _ = c.tx.Rollback() }() // does nothing after the commit
	err = t.ForEach(func(name []byte, b *bolt.Bucket) error { return c.copy(b, [][]byte{name}) })
	if err != nil {
		return err
	}
	if err := c.tx.Commit(); err != nil {
		return err
	}
	return to.Sync()
}

// copy writes a bucket and those in it.
func (c *treeCopy) copy(from *bolt.Bucket, path [][]byte) error {
	to, err := c.bucket(path)
	if err != nil {
		return err
	}
	cursor := from.Cursor()
	for k, v := cursor.First(); k != nil; k, v = cursor.Next() {
		if v == nil {
			err = c.copy(from.Bucket(k), append(path[:len(path):len(path)], k))
		} else {
			err = to.Put(k, v)
			c.bytes += len(k) + len(v)
		}
		if err == nil && (v == nil || c.bytes > compactBytes) {
			to, err = c.bucket(path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bucket finds or makes a bucket in the transaction, or in the next one where
// that holds enough.
func (c *treeCopy) bucket(path [][]byte) (b *bolt.Bucket, err error) {
	if c.bytes > compactBytes {
		if err := errors.Join(c.ctx.Err(), c.tx.Commit()); err != nil {
			return nil, err
		}
		if c.tx, err = c.to.Begin(true); err != nil {
			return nil, err
		}
		c.bytes = 0
	}
	b = c.tx.Cursor().Bucket()
	for _, name := range path {
		if b, err = b.CreateBucketIfNotExists(name); err != nil {
			return nil, err
		}
	}
	b.FillPercent = fillCompact
	return b, nil
}

// sameTree compares two buckets with all that is in them.
func sameTree(ctx context.Context, a, b *bolt.Bucket) error {
	x, y := a.Cursor(), b.Cursor()
	k, v := x.First()
	l, w := y.First()
	for n := 0; k != nil || l != nil; n++ {
		if !bytes.Equal(k, l) || !bytes.Equal(v, w) || (v == nil) != (w == nil) {
			return &claims.Error{Code: claims.CodeDamaged, What: "archive", Reason: claims.Say("error.compactedCopyCame", "its compacted copy came out otherwise; it was not used"), Advice: claims.Say("error.checkArchiveAnd", "Check the archive and the disk")}
		}
		if v == nil {
			if err := sameTree(ctx, a.Bucket(k), b.Bucket(l)); err != nil {
				return err
			}
		}
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		k, v = x.Next()
		l, w = y.Next()
	}
	return nil
}
