package main

import (
	"context"
	"time"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/cmd/internal/archive"
	"onrecord/storage"
)

type restoreCmd struct {
	File string `arg:"" help:"The backup."`
	Yes  bool   `help:"Restore; without it, what would change is shown and nothing is."`
	passphrase
}

// Run shows what a restore would change, and restores with --yes.
func (c *restoreCmd) Run(ctx context.Context, a *app) error {
	path, err := archive.Path(a.cli.Archive)
	if err != nil {
		return err
	}
	if !c.Yes {
		return c.preview(ctx, a)
	}
	kept, err := storage.Restore(ctx, path, c.File, c.Passphrase, a.percent("Restoring"))
	if err != nil {
		return err
	}
	if err := match.Drop(archive.IndexPath(path)); err != nil {
		return err
	}
	if kept == "" {
		return a.out.line("Restored.")
	}
	return a.out.printf("Restored. What was there is kept as %s; restoring that takes this back.\n", kept)
}

func (c *restoreCmd) preview(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	changes, err := ar.Store.Preview(ctx, c.File, c.Passphrase, a.percent("Comparing"))
	if err != nil {
		return err
	}
	if len(changes) == 0 {
		return a.out.line("The backup holds exactly what the archive holds.")
	}
	for _, kind := range claims.Kinds {
		d := changes[kind]
		if d == (storage.Difference{}) {
			continue
		}
		if err := a.out.printf("%-10s %d would come back, %d change, %d go\n", kind, d.Back, d.Changed, d.Gone); err != nil {
			return err
		}
	}
	return a.out.line("Nothing was changed. Run it again with --yes to restore.")
}

type salvageCmd struct {
	File string `arg:"" help:"The new archive to write."`
}

// Run saves what is whole of a damaged archive.
func (c *salvageCmd) Run(ctx context.Context, a *app) error {
	path, err := archive.Path(a.cli.Archive)
	if err != nil {
		return err
	}
	lost := 0
	saved, err := storage.Salvage(ctx, path, c.File, func(p storage.Problem) {
		lost++
		_ = a.out.line(p.String()) // a full pipe is reported by the flush at the end
	}, a.percent("Saving"))
	if err != nil {
		return err
	}
	if err := a.out.printf("%s and %s saved to %s; %s\n", counted(saved.Records, "record"), counted(saved.Texts, "text"), c.File, counted(lost, "problem")); err != nil {
		return err
	}
	if lost > 0 {
		return errPartly
	}
	return nil
}

type trashCmd struct {
	List    trashListCmd    `cmd:"" help:"List what was deleted."`
	Restore trashRestoreCmd `cmd:"" help:"Put a deleted record back."`
	Empty   trashEmptyCmd   `cmd:"" help:"Throw away for ever what was deleted before a day; those changes can then no longer be undone."`
}

type trashListCmd struct{ formatFlag }

// Run lists the trash.
func (c *trashListCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	all, err := ar.Store.Trash(ctx)
	if err != nil {
		return err
	}
	for _, t := range all {
		k := t.Record.Key()
		if c.jsonl() {
			err = a.out.object(struct {
				claims.Key
				At   time.Time `json:"at"`
				Who  string    `json:"who"`
				What string    `json:"what"`
			}{k, t.At, t.Who, t.What})
		} else {
			err = a.out.printf("%-10s %s  %s  %s: %s\n", k.Kind, k.ID, t.At.Local().Format("2006-01-02 15:04"), t.Who, t.What)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type trashRestoreCmd struct{ idsArg }

// Run puts deleted records back, as one change.
func (c *trashRestoreCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	all, err := ar.Store.Trash(ctx)
	if err != nil {
		return err
	}
	deleted := map[claims.ID]claims.Record{}
	for _, t := range all {
		deleted[t.Record.Key().ID] = t.Record
	}
	var back []claims.Record
	for _, id := range c.IDs {
		r, ok := deleted[id]
		if !ok {
			return claims.NotFound(claims.Key{Kind: "trash", ID: id})
		}
		back = append(back, r)
	}
	return ar.PutBack(ctx, back...)
}

type trashEmptyCmd struct {
	Before claims.Date `help:"Only what was deleted before this day; without it, everything."`
	Yes    bool        `help:"Do it." required:""`
}

// Run empties the trash.
func (c *trashEmptyCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	before := c.Before.Time()
	if before.IsZero() {
		before = time.Now()
	}
	if _, err := ar.Store.EmptyTrash(ctx, before); err != nil {
		return err
	}
	return a.out.line("The trash is empty.")
}
