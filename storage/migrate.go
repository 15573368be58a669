package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// currentFormat is the layout that this program writes. Whoever changes the
// layout adds one, a migration below, and a golden file of the layout before.
const currentFormat = 1

// migrations bring an archive from the format of their position to the next.
// Each may use several transactions, because it can be begun again: the new
// format is written last.
var migrations = []func(context.Context, *Archive) error{
	0: countRows,
}

// migrate brings an older archive up to date, after a backup beside it.
func (a *Archive) migrate(from int) error {
	ctx := context.Background()
	backup := fmt.Sprintf("%s.format-%d", a.path, from)
	if err := a.Backup(ctx, backup, ""); err != nil {
		return fmt.Errorf("before bringing the archive up to date: %w", err)
	}
	for format := from; format < currentFormat; format++ {
		if err := migrations[format](ctx, a); err != nil {
			return fmt.Errorf("bringing the archive from format %d to %d (it is as it was in %s): %w", format, format+1, backup, err)
		}
		err := a.update(ctx, func(t *txn) error {
			return t.Bucket(bucketMeta).Put(metaFormat, binary.AppendUvarint(nil, uint64(format)+1)) //nolint:gosec // small
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// countRows migrates format 0, which had no statements by rule and counted by
// looking at every row.
func countRows(ctx context.Context, a *Archive) error {
	err := a.update(ctx, func(t *txn) error { return createBuckets(t.Tx) })
	if err != nil {
		return err
	}
	byRule := indexByName[indexName{claims.KindStatement, desk.ByRule}]
	if err := a.buildIndex(ctx, byRule); err != nil {
		return err
	}
	return a.recount(ctx)
}

// Reindex drops all indexes and counts and makes them again from the records:
// the repair for an index that verification found to be wrong.
func (a *Archive) Reindex(ctx context.Context, progress func(done, total int)) error {
	for i, x := range allIndexes {
		if progress != nil {
			progress(i, len(allIndexes))
		}
		if err := a.buildIndex(ctx, x); err != nil {
			return err
		}
	}
	return a.recount(ctx)
}

// buildIndex makes one index from the records. Its keys are sorted in memory,
// some 50 bytes each, so that its pages are written once and full.
func (a *Archive) buildIndex(ctx context.Context, x *index) error {
	return a.update(ctx, func(t *txn) error {
		keys, err := t.collectRows(ctx, x)
		if err != nil {
			return err
		}
		b, err := t.emptyIndex(x)
		if err != nil {
			return err
		}
		b.FillPercent = 1
		for i := range keys.ends {
			if err := b.Put(keys.at(i), nil); err != nil {
				return err
			}
		}
		return nil
	})
}

// emptyIndex drops the rows of an index.
func (t *txn) emptyIndex(x *index) (*bolt.Bucket, error) {
	parent := t.Bucket(bucketIndex)
	if err := parent.DeleteBucket(x.bucket); err != nil && parent.Bucket(x.bucket) != nil {
		return nil, err
	}
	t.indexes[x.number] = nil
	return parent.CreateBucket(x.bucket)
}

// collectRows gathers the keys of an index from all records, sorted.
func (t *txn) collectRows(ctx context.Context, x *index) (*keyList, error) {
	scales, err := t.allScales()
	if err != nil {
		return nil, err
	}
	keys, r := &keyList{}, rows{resolved: resolvedBy(scales)}
	c := t.recordsOf(x.kind).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		rec, err := decodeRecord(x.kind, k, v)
		if err != nil {
			return nil, err
		}
		r.of(rec, k)
		for _, key := range r.keys {
			if key.index == x {
				keys.add(r.key(key))
			}
		}
	}
	keys.sort()
	return keys, nil
}

// recount counts the rows of all indexes anew.
func (a *Archive) recount(ctx context.Context) error {
	return a.update(ctx, func(t *txn) error {
		if err := t.DeleteBucket(bucketCounts); err != nil {
			return err
		}
		if _, err := t.CreateBucket(bucketCounts); err != nil {
			return err
		}
		counts, err := t.countAll(ctx)
		if err != nil {
			return err
		}
		return counts.flush()
	})
}

// countAll counts the records and the rows of all indexes.
func (t *txn) countAll(ctx context.Context) (*counters, error) {
	counts := newCounters(t)
	for _, kind := range claims.Kinds {
		c := t.recordsOf(kind).Cursor()
		for k, _ := c.First(); k != nil; k, _ = c.Next() {
			counts.add(recordIndex(kind), nil, 1)
		}
	}
	for _, x := range allIndexes {
		c := t.rowsOf(x).Cursor()
		for k, _ := c.First(); k != nil; k, _ = c.Next() {
			value, _, ok := x.cutValue(k)
			if !ok {
				return nil, damaged(x.kind, fmt.Sprintf("%s %x", x.bucket, k), errors.New("is no row of the index"))
			}
			counts.add(x, value, 1)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return counts, nil
}
