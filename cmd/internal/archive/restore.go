package archive

import (
	"context"
	"errors"

	"onrecord/claims/match"
	"onrecord/storage"
)

// Restore puts a backup in the place of the archive and opens it: the archive
// is then another one, with a desk of its own, and nobody may use the former any
// more. What was there is kept under the name that is returned. Where it fails
// the archive is opened again as it was; where even that is impossible, Desk is
// nil. Progress may be nil.
func (a *Archive) Restore(ctx context.Context, backup, passphrase string, progress func(done, total int)) (kept string, err error) {
	if err := a.Close(); err != nil {
		return "", err
	}
	kept, err = storage.Restore(ctx, a.Path, backup, passphrase, progress)
	if err == nil {
		err = match.Drop(IndexPath(a.Path)) // it is that of the former archive
	}
	again, openErr := Open(context.WithoutCancel(ctx), a.Path, a.options)
	if openErr != nil {
		a.Desk, a.Store, a.Index = nil, nil, nil
		return kept, errors.Join(err, openErr)
	}
	*a = *again
	return kept, err
}
