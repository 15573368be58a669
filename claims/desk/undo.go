package desk

import (
	"context"
	"iter"

	"onrecord/claims"
)

// Undo takes back the latest change that still stands and returns its words.
func (d *Desk) Undo(ctx context.Context) (what string, err error) {
	return d.travel(ctx, d.store.Undo)
}

// Redo brings back the change that was undone last.
func (d *Desk) Redo(ctx context.Context) (what string, err error) {
	return d.travel(ctx, d.store.Redo)
}

func (d *Desk) travel(ctx context.Context, step func(context.Context, string) (claims.Change, error)) (string, error) {
	d.commits.Lock()
	defer d.commits.Unlock()
	change, err := step(ctx, d.who)
	if err != nil {
		return "", err
	}
	return change.What, d.settle(ctx, change)
}

// Standing names what Undo and Redo would do; "" where there is nothing.
func (d *Desk) Standing(ctx context.Context) (undo, redo string, err error) {
	u, r, err := d.store.Standing(ctx)
	if u != nil {
		undo = u.What
	}
	if r != nil {
		redo = r.What
	}
	return undo, redo, err
}

// Journal yields who did what when, oldest first, after a position.
func (d *Desk) Journal(ctx context.Context, seq uint64) iter.Seq2[Entry, error] {
	return d.store.Journal(ctx, seq)
}

// PutBack creates records again that were deleted, as one change.
func (d *Desk) PutBack(ctx context.Context, deleted ...claims.Record) error {
	edits := make([]claims.Edit, len(deleted))
	for i, r := range deleted {
		edits[i] = claims.Create(r)
	}
	return d.commit(ctx, "Put back from the trash", edits...)
}
