package storage

import (
	"context"
	"errors"
	"fmt"

	"onrecord/claims"
)

// Reindex drops all indexes and counts and makes them again from the records:
// the repair for an index that verification found to be wrong, and the end of
// a bulk load. Killed in the middle, it is begun again when the archive is
// opened. Lists are not complete until it returns.
func (a *Archive) Reindex(ctx context.Context, progress func(done, total int)) error {
	err := a.exclusively(ctx, func() error {
		err := a.commit(ctx, func(t *txn) error { return t.putMetaNumber(metaIndexing, 1) })
		if err != nil {
			return err
		}
		return a.reindex(ctx, progress)
	})
	if err != nil {
		return err
	}
	return a.Tidy(ctx)
}

// reindex makes all indexes and counts and then notes that they are whole.
// Other writers are kept out already.
func (a *Archive) reindex(ctx context.Context, progress func(done, total int)) (err error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	sorter, err := newRowSorter(a.path)
	if err != nil {
		return translate(a.path, err)
	}
	defer func() { err = errors.Join(err, sorter.close()) }()
	if err := a.sortRows(ctx, sorter, progress); err != nil {
		return err
	}
	if err := a.commit(ctx, func(t *txn) error { return t.dropIndexes() }); err != nil {
		return err
	}
	if err := a.writeRows(ctx, sorter); err != nil {
		return err
	}
	return a.commit(ctx, func(t *txn) error {
		if err := t.recount(ctx); err != nil {
			return err
		}
		return t.putMetaNumber(metaIndexing, 0)
	})
}

// sortRows hands the rows of every record to the sorter.
func (a *Archive) sortRows(ctx context.Context, sorter *rowSorter, progress func(done, total int)) error {
	return a.view(ctx, func(t *txn) error {
		scales, err := t.allScales()
		if err != nil {
			return err
		}
		r := rows{resolved: resolvedBy(scales)}
		done, total := 0, 0
		for _, kind := range claims.Kinds {
			total += t.count(recordIndex(kind), nil)
		}
		for _, kind := range claims.Kinds {
			c := t.recordsOf(kind).Cursor()
			for k, v := c.First(); k != nil; k, v = c.Next() {
				if err := t.sortRecord(sorter, &r, kind, k, v); err != nil {
					return err
				}
				if done++; done%1000 == 0 {
					if err := ctx.Err(); err != nil {
						return err
					}
					progress(done, max(total, done))
				}
			}
		}
		return nil
	})
}

func (t *txn) sortRecord(sorter *rowSorter, r *rows, kind claims.Kind, k, v []byte) error {
	rec, err := decodeRecord(kind, k, v)
	if err != nil {
		return err
	}
	r.of(rec, k)
	for _, key := range r.keys {
		if err := sorter.add(key.index, r.key(key)); err != nil {
			return err
		}
	}
	return nil
}

// dropIndexes leaves empty indexes.
func (t *txn) dropIndexes() error {
	if err := t.DeleteBucket(bucketIndex); err != nil {
		return err
	}
	if _, err := t.CreateBucket(bucketIndex); err != nil {
		return err
	}
	return createIndexBuckets(t.Tx)
}

// rowsPerTransaction bounds the memory of a transaction that only adds rows.
const rowsPerTransaction = 200_000

// writeRows fills empty indexes with sorted rows, so that every page is
// written once and full.
func (a *Archive) writeRows(ctx context.Context, sorter *rowSorter) error {
	merged, err := sorter.merge()
	if err != nil {
		return err
	}
	for more := true; more; {
		err := a.commit(ctx, func(t *txn) error {
			for range rowsPerTransaction {
				x, key, err := merged.next()
				if err != nil {
					return err
				}
				if more = x != nil; !more {
					return nil
				}
				b := t.rowsOf(x)
				b.FillPercent = 1
				if err := b.Put(key, nil); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// recount counts the records and the rows of all indexes anew.
func (t *txn) recount(ctx context.Context) error {
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
				return nil, damaged(x.kind, fmt.Sprintf("%s %x", x.bucket, k), claims.Say("damage.noRowIndex", "is no row of the index"))
			}
			counts.add(x, value, 1)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return counts, nil
}
