//go:build cgo

package main

import (
	"context"

	"onrecord/claims"
	"onrecord/cmd/internal/archive"
	"onrecord/storage"
	"onrecord/ui/backups"
)

// copies offers the window the backups of an archive.
type copies struct{ *archive.Archive }

var _ backups.Source = copies{}

// Copies implements backups.Source.
func (c copies) Copies(ctx context.Context) ([]backups.Copy, error) {
	all, err := storage.Copies(ctx, c.Path, archive.BackupFolder(c.Path))
	out := make([]backups.Copy, len(all))
	for i, one := range all {
		out[i] = shown(one)
	}
	return out, err
}

func shown(c storage.Copy) backups.Copy {
	return backups.Copy{Path: c.Path, Made: c.Made, Size: c.Size, Automatic: c.Automatic, Encrypted: c.Encrypted, Counts: c.Counts, Unreadable: c.Err}
}

// Look implements backups.Source.
func (c copies) Look(ctx context.Context, path string) backups.Copy {
	return shown(storage.Look(ctx, path))
}

// Compare implements backups.Source.
func (c copies) Compare(ctx context.Context, chosen backups.Chosen, report func(done, total int)) (map[claims.Kind]backups.Difference, error) {
	changes, err := c.Store.Preview(ctx, chosen.Path, chosen.Passphrase, report)
	out := map[claims.Kind]backups.Difference{}
	for kind, d := range changes {
		out[kind] = backups.Difference(d)
	}
	return out, err
}

// Restore implements backups.Source.
func (c copies) Restore(ctx context.Context, chosen backups.Chosen, report func(done, total int)) (backups.Restored, error) {
	kept, err := c.Archive.Restore(ctx, chosen.Path, chosen.Passphrase, report)
	now := backups.Restored{Desk: c.Desk, Kept: kept}
	if c.Store != nil {
		now.Warnings = c.Store.Warnings()
	}
	return now, err
}
