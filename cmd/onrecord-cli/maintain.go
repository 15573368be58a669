package main

import (
	"context"
	"fmt"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/desk"
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
	for _, w := range ar.Store.Warnings() {
		fmt.Fprintln(a.errs, w)
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
	if err := ar.Store.Verify(ctx, report, a.percent("Verifying")); err != nil {
		return err
	}
	if err := ar.Index.Check(ctx, ar.Docs(ctx)); err != nil {
		report(storage.Problem{Place: claims.Plain("search index"), Reason: claims.Plain(err.Error() + "; onrecord-cli reindex builds it again")})
	}
	if problems > 0 {
		return &claims.Error{Code: claims.CodeDamaged, What: ar.Path, Reason: claims.Plain("does not hold; what is wrong is listed above"), Advice: claims.Plain("Restore a backup, or save what is whole with onrecord-cli salvage.")}
	}
	if c.jsonl() {
		return nil
	}
	return a.out.line("everything holds")
}

type reindexCmd struct{}

// Run builds the indexes of the archive and the search index again.
func (reindexCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if err := ar.Store.Reindex(ctx, a.percent("Sorting")); err != nil {
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
	Passphrase string `help:"Encrypts or decrypts the backup (age). Better given in the environment, where nobody else sees it." env:"ONRECORD_PASSPHRASE"`
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
	if err := checkPlace(c.File); err != nil {
		return err
	}
	return ar.Store.Backup(ctx, c.File, c.Passphrase, a.percent("Backing up"))
}
