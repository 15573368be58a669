package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"

	"onrecord/claims"
	"onrecord/claims/extract"
	"onrecord/claims/ingest"
	"onrecord/claims/ordered"
)

// fileArgs are files to read; "-" is standard input.
type fileArgs struct {
	Files []string `arg:"" name:"file" help:"Files to read; - is standard input."`
}

// read is what became of one file.
type read struct {
	file  string
	items []ingest.Item
	err   error
}

// each reads the files in parallel, lets work make something of each article
// beside the reading, and hands all of it to f in the order of the arguments.
// It ends with errPartly where a file could not be read.
func each[T any](ctx context.Context, a *app, files []string, work func(ingest.Item) T, f func(file string, it ingest.Item, made T) error) error {
	type done struct {
		read
		made []T
	}
	one := func(ctx context.Context, file string) done {
		d := done{read: a.readInput(ctx, file)}
		for _, it := range d.items {
			d.made = append(d.made, work(it))
		}
		return d
	}
	partly := false
	for d := range ordered.Map(ctx, files, one) {
		for i, it := range d.items {
			for _, w := range it.Warnings {
				fmt.Fprintf(a.errs, "%s: %s\n", d.file, w)
			}
			if err := f(d.file, it, d.made[i]); err != nil {
				return err
			}
		}
		if d.err != nil {
			partly = true
			a.complain(d.file, d.err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if partly {
		return errPartly
	}
	return nil
}

func (a *app) readInput(ctx context.Context, file string) read {
	if file != "-" {
		items, err := ingest.ReadFile(ctx, file, ingest.Limits{})
		return read{file, items, err}
	}
	data, err := io.ReadAll(io.LimitReader(a.in, ingest.DefaultLimits.In+1))
	if err != nil {
		return read{file, nil, err}
	}
	items, err := ingest.Read(ctx, "standard input", bytes.TrimPrefix(data, []byte("\ufeff")), ingest.Limits{})
	return read{file, items, err}
}

type readCmd struct {
	fileArgs
	formatFlag
}

// Run prints what the readers make of the files.
func (c *readCmd) Run(ctx context.Context, a *app) error {
	nothing := func(ingest.Item) struct{} { return struct{}{} }
	return each(ctx, a, c.Files, nothing, func(file string, it ingest.Item, _ struct{}) error {
		line := lineOfArticle(file, &it.Article)
		line.Text, line.Warnings, line.Attached = &it.Text, it.Warnings, attachmentLines(it.Attachments)
		if c.jsonl() {
			return a.out.object(line)
		}
		if err := printHead(a.out, &it.Article); err != nil {
			return err
		}
		return a.out.printf("\n%s\n\n", it.Text)
	})
}

func printHead(out *output, ar *claims.Article) error {
	for _, f := range []struct{ name, value string }{
		{"Title", ar.Title},
		{"Byline", ar.Byline},
		{"Outlet", ar.Outlet},
		{"Published", ar.Published.String()},
		{"URL", ar.URL},
		{"Language", ar.Language},
		{"Format", ar.Format},
	} {
		if f.value != "" {
			if err := out.printf("%-10s %s\n", f.name, f.value); err != nil {
				return err
			}
		}
	}
	return nil
}

type extractCmd struct {
	fileArgs
	formatFlag
}

func inputOf(it ingest.Item) extract.Input {
	return extract.Input{Text: it.Text, Title: it.Article.Title, Published: it.Article.Published, Language: it.Article.Language}
}

// Run prints the statements of the files.
func (c *extractCmd) Run(ctx context.Context, a *app) error {
	statements := func(it ingest.Item) []extract.Found { return extract.Statements(inputOf(it)) }
	return each(ctx, a, c.Files, statements, func(file string, it ingest.Item, found []extract.Found) error {
		if !c.jsonl() {
			return printFound(a.out, filepath.Base(file), it, found)
		}
		runes := claims.NewRunes(it.Text)
		line := lineOfArticle(file, &it.Article)
		lines := make([]statementLine, len(found))
		for i := range found {
			lines[i] = lineOfFound(it.Text, runes, &found[i])
		}
		return a.out.object(struct {
			articleLine
			Statements []statementLine `json:"statements"`
		}{line, lines})
	})
}

func printFound(out *output, file string, it ingest.Item, found []extract.Found) error {
	if err := out.printf("%s: %s (%s)\n", file, it.Article.Title, counted(len(found), "statement")); err != nil {
		return err
	}
	for i := range found {
		f := &found[i]
		who := f.Who.Name
		if who == "" {
			who = "(nobody named)"
		}
		doubt := ""
		if f.Who.Doubt != "" {
			doubt = " ? " + f.Who.Doubt
		}
		err := out.printf("\n  %s [%s] %s%s\n    %s\n    %s; %s, confidence %.2f\n", who, f.Kind, f.CueText, doubt, f.Text, classOf(&f.Statement), f.Why.Rule, f.Why.Confidence)
		if err != nil {
			return err
		}
	}
	return out.line("")
}

func classOf(s *claims.Statement) string {
	out := string(s.Class)
	if out == "" {
		out = "unclassed"
	}
	if !s.Due.IsZero() || s.DueWords != "" {
		out += ", due"
	}
	if !s.Due.IsZero() {
		out += " " + s.Due.String()
	}
	if s.DueWords != "" {
		out += fmt.Sprintf(" (%q)", s.DueWords)
	}
	return out
}

type explainCmd struct {
	fileArgs
}

// Run prints every stage of the extraction.
func (c *explainCmd) Run(ctx context.Context, a *app) error {
	stages := func(it ingest.Item) []byte {
		var b bytes.Buffer
		extract.Explain(&b, inputOf(it))
		return b.Bytes()
	}
	return each(ctx, a, c.Files, stages, func(_ string, _ ingest.Item, text []byte) error {
		_, err := a.out.Write(text)
		return err
	})
}
