package main

import (
	"context"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/cmd/internal/archive"
	"onrecord/storage"
)

type verifyCmd struct {
	formatFlag
}

// Run checks the whole archive: 0 only when everything holds.
func (c *verifyCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	problems := 0
	report := func(p storage.Problem) {
		problems++
		if c.jsonl() {
			_ = a.out.object(p) // a full pipe is reported by the flush at the end
			return
		}
		_ = a.out.line(p.String())
	}
	if err := ar.Store.Verify(ctx, report); err != nil {
		return err
	}
	if err := ar.Index.Check(ctx, ar.Docs(ctx)); err != nil {
		report(storage.Problem{Place: "search index", Reason: err.Error() + "; onrecord-cli reindex builds it again"})
	}
	if problems > 0 {
		return &claims.Error{Code: claims.CodeDamaged, What: ar.Path, Reason: "does not hold; what is wrong is listed above", Advice: "Restore a backup, or save what is whole with onrecord-cli salvage."}
	}
	if c.jsonl() {
		return nil
	}
	return a.out.line("everything holds")
}

type reindexCmd struct{}

// Run builds the search index again.
func (reindexCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	return ar.Reindex(ctx, func(n int) { a.progress("Indexing", n, 0) })
}

type statsCmd struct {
	formatFlag
}

// Run prints the counts of the archive.
func (c *statsCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	counts := map[claims.Kind]int{}
	for _, kind := range claims.Kinds {
		if counts[kind], err = ar.Count(ctx, desk.Query{Kind: kind, Index: desk.ByID}); err != nil {
			return err
		}
	}
	if c.jsonl() {
		return a.out.object(counts)
	}
	for _, kind := range claims.Kinds {
		if err := a.out.printf("%-10s %d\n", kind, counts[kind]); err != nil {
			return err
		}
	}
	return nil
}

type sampleCmd struct {
	Add    sampleAddCmd    `cmd:"" help:"Add the sample archive."`
	Remove sampleRemoveCmd `cmd:"" help:"Remove it again."`
}

type sampleAddCmd struct{}

// Run adds the sample archive.
func (sampleAddCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	files, err := assets.SampleFiles()
	if err != nil {
		return err
	}
	return ar.AddSample(ctx, files)
}

type sampleRemoveCmd struct{}

// Run removes the sample archive.
func (sampleRemoveCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	return ar.RemoveSample(ctx)
}

// passphrase is how backups are encrypted.
type passphrase struct {
	Passphrase string `help:"Encrypts or decrypts the backup (age). Better given as $$ONRECORD_PASSPHRASE." env:"ONRECORD_PASSPHRASE"`
}

type backupCmd struct {
	File string `arg:"" help:"File to write."`
	passphrase
}

// Run writes a checked copy.
func (c *backupCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	return ar.Store.Backup(ctx, c.File, c.Passphrase)
}

type restoreCmd struct {
	File string `arg:"" help:"The backup."`
	Yes  bool   `help:"Restore without showing first what would change."`
	passphrase
}

// Run shows what a restore would change, and restores with --yes.
func (c *restoreCmd) Run(ctx context.Context, a *app) error {
	path, err := archive.Path(a.cli.Archive)
	if err != nil {
		return err
	}
	if !c.Yes {
		preview, err := storage.PreviewRestore(ctx, c.File, path, c.Passphrase)
		if err != nil {
			return err
		}
		return a.out.printf("%s\nNothing was changed. Run it again with --yes to restore.\n", preview)
	}
	kept, err := storage.Restore(ctx, c.File, path, c.Passphrase)
	if err != nil {
		return err
	}
	return a.out.printf("Restored. What was there is kept as %s\n", kept)
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
	lost, err := storage.Salvage(ctx, path, c.File)
	if err != nil {
		return err
	}
	for _, p := range lost {
		if err := a.out.line(p.String()); err != nil {
			return err
		}
	}
	if err := a.out.printf("saved to %s, %d things lost\n", c.File, len(lost)); err != nil {
		return err
	}
	if len(lost) > 0 {
		return errPartly
	}
	return nil
}
