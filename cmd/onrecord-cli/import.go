package main

import (
	"bufio"
	"context"
	"fmt"
	"regexp"
	"slices"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/cmd/internal/archive"
)

type importCmd struct {
	Paths       []string `arg:"" name:"path" help:"Files, folders, and web addresses, each of which is fetched once."`
	NoOriginals bool     `help:"Keep only the texts, not the files' own bytes."`
	formatFlag
}

type importLine struct {
	File       string      `json:"file"`
	Part       string      `json:"part,omitempty"`
	Status     desk.Status `json:"status"`
	Article    *claims.ID  `json:"article"`
	Statements int         `json:"statements"`
	Reason     *string     `json:"reason"`
}

// Run reads files and folders into the archive.
func (c *importCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	partly := false
	var failed error
	tell := func(done desk.Imported, n, of int) {
		a.progress("Reading", n, of)
		if done.Status == desk.StatusFailed {
			partly = true
			a.complain(done.File, done.Err)
		}
		if err := c.print(a.out, done); err != nil {
			failed = err
		}
	}
	if slices.Contains(c.Paths, "") {
		return claims.Invalid("path", claims.Plain("one of them is empty"))
	}
	opts := desk.ImportOptions{DropOriginals: c.NoOriginals}
	addresses, paths := split(c.Paths)
	for i, address := range addresses {
		for _, done := range ar.ImportURL(ctx, address, opts) {
			tell(done, i+1, len(addresses))
		}
	}
	err = ar.Import(ctx, paths, opts, tell)
	switch {
	case err != nil:
		return err
	case failed != nil:
		return failed
	case partly:
		return errPartly
	}
	return nil
}

// addressLike is what nobody calls a file: those of other kinds than the web's are
// refused as addresses, and not looked for on the disk.
var addressLike = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

// split parts web addresses from paths.
func split(args []string) (addresses, paths []string) {
	for _, a := range args {
		if addressLike.MatchString(a) {
			addresses = append(addresses, a)
		} else {
			paths = append(paths, a)
		}
	}
	return addresses, paths
}

func (c *importCmd) print(out *output, done desk.Imported) error {
	line := importLine{File: done.File, Part: done.Part, Status: done.Status, Article: orNull(done.Article), Statements: done.Statements}
	if done.Err != nil {
		reason := done.Err.Error()
		line.Reason = &reason
	}
	if c.jsonl() {
		return out.object(line)
	}
	if done.Err != nil {
		return out.printf("%-9s %s: %s\n", done.Status, done.File, sentence(done.File, done.Err))
	}
	return out.printf("%-9s %s  %s  %s\n", done.Status, done.Article, done.File, counted(done.Statements, "statement"))
}

// reindexLoaded brings the search index up to what was loaded. A file without changes
// adds records that the journal does not tell of: then all of them are indexed.
func reindexLoaded(ctx context.Context, ar *archive.Archive, before uint64, added int, progress func(int)) error {
	after, err := ar.Store.Seq(ctx)
	if err != nil {
		return err
	}
	if added > 0 && after == before {
		return ar.Reindex(ctx, progress)
	}
	return ar.Refresh(ctx, progress)
}

type loadCmd struct {
	File string `arg:"" help:"File in the open archive format; - is standard input."`
}

// Run loads the open archive format.
func (c *loadCmd) Run(ctx context.Context, a *app) error {
	in := a.in
	if c.File != "-" {
		f, err := openFile(c.File)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // nothing was written
		in = bufio.NewReaderSize(f, 1<<20)
	}
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	before, err := ar.Store.Seq(ctx)
	if err != nil {
		return err
	}
	loaded, err := ar.Store.Load(ctx, in, ar.Who(), func(n int) { a.progress("Loading", n, 0) })
	if err != nil {
		return err
	}
	if err := reindexLoaded(ctx, ar, before, loaded.New, func(n int) { a.progress("Indexing", n, 0) }); err != nil {
		return err
	}
	if loaded.Conflicts > 0 {
		for _, k := range loaded.Differing {
			a.complain(c.File, claims.Refused(string(k.Kind)+" "+string(k.ID), claims.Plain("is in the archive already with another content, and was left as it is")))
		}
	}
	if err := a.out.printf("%s added, %d already there\n", counted(loaded.New, "record"), loaded.Same); err != nil {
		return err
	}
	if loaded.Conflicts > 0 || loaded.Unknown > 0 {
		a.tell(fmt.Sprintf("%s in the archive with another content, %s of an unknown type", counted(loaded.Conflicts, "record"), counted(loaded.Unknown, "line")))
		return errPartly
	}
	return nil
}

type dumpCmd struct {
	File string `arg:"" help:"File to write; - is standard output."`
}

// Run dumps the archive.
func (c *dumpCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	progress := func(n, of int) { a.progress("Writing", n, of) }
	if c.File == "-" {
		return ar.Store.Dump(ctx, a.out, progress)
	}
	return writeFile(c.File, func(w *bufio.Writer) error { return ar.Store.Dump(ctx, w, progress) })
}
