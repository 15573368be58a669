package storage

import (
	"context"
	"encoding/binary"
	"fmt"

	"onrecord/claims"
)

// currentFormat is the layout that this program writes. Whoever changes the
// layout adds one, a migration below, and a golden file of the layout before.
const currentFormat = 2

// migrations bring an archive from the format of their position to the next.
// Each may use several transactions, because it can be begun again: the new
// format is written last.
var migrations = []func(context.Context, *Archive) error{
	0: countRows,
	1: shortenRows,
}

// migrate brings an older archive up to date, after a backup beside it.
func (a *Archive) migrate(from int) error {
	ctx := context.Background()
	backup := fmt.Sprintf("%s.format-%d", a.path, from)
	if err := a.Backup(ctx, backup, "", nil); err != nil {
		return claims.Say("error.beforeMigrating", "before bringing the archive up to date: %s", err)
	}
	for format := from; format < currentFormat; format++ {
		if err := migrations[format](ctx, a); err != nil {
			return claims.Say("error.migrating", "bringing the archive from format %d to %d (it is as it was in %s): %s", format, format+1, backup, err)
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
	if err := a.update(ctx, func(t *txn) error { return createBuckets(t.Tx) }); err != nil {
		return err
	}
	return a.reindex(ctx, nil)
}

// shortenRows migrates format 1, whose index rows spelled out every class, rule
// and review state, and whose records were not packed. The rows are made anew;
// records are read as they are, and packed when they are written next.
func shortenRows(ctx context.Context, a *Archive) error { return a.reindex(ctx, nil) }
