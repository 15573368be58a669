package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"onrecord/claims"
	"onrecord/cmd/internal/archive"
)

// app is what every command gets: where to read and write, and the archive
// when it asks for one.
type app struct {
	cli    *cli
	in     io.Reader
	out    *output
	errs   io.Writer
	opened *archive.Archive
	text   struct { // that was read last, for offsets
		article claims.ID
		words   string
		runes   *claims.Runes
	}
}

// archive opens the archive once; close closes it.
func (a *app) archive(ctx context.Context) (*archive.Archive, error) {
	if a.opened != nil {
		return a.opened, nil
	}
	path, err := archive.Path(a.cli.Archive)
	if err != nil {
		return nil, err
	}
	_, missing := os.Stat(path)
	if a.opened, err = archive.Open(ctx, path, archive.Options{Who: a.cli.Who}); err != nil {
		return nil, asArchive(err)
	}
	if errors.Is(missing, fs.ErrNotExist) { // a path that was mistyped would look like an archive with nothing in it
		a.tell(path + ": there was no archive; a new, empty one was made")
	}
	return a.opened, nil
}

// asArchive gives an error of opening the archive the exit code of one: what
// is not there is the archive, and no record.
func asArchive(err error) error {
	var e *claims.Error
	if errors.As(err, &e) && e.Code == claims.CodeNotFound {
		e.Code = claims.CodeDisk
	}
	return err
}

// do opens the archive and does one thing with it.
func (a *app) do(ctx context.Context, use func(*archive.Archive) error) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	return use(ar)
}

func (a *app) close() error {
	opened := a.opened
	if opened == nil {
		return nil
	}
	a.opened = nil
	return opened.Close()
}

// complain names an input that could not be read.
func (a *app) complain(what string, err error) {
	fmt.Fprintf(a.errs, "%s: %s\n", what, sentence(what, err))
}

// sentence is what an error says, without the name of the file or the address
// that it begins with: the whole path tells more.
func sentence(what string, err error) string {
	return strings.TrimPrefix(strings.TrimPrefix(err.Error(), what+": "), filepath.Base(what)+": ")
}

// tell prints a message for people beside the results.
func (a *app) tell(words string) { fmt.Fprintln(a.errs, words) }

// progress reports on a terminal only, on one line.
func (a *app) progress(words string, n, of int) {
	f, ok := a.errs.(*os.File)
	if !ok {
		return
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return
	}
	end := "\r"
	if n == of {
		end = "\n"
	}
	if of > 0 {
		fmt.Fprintf(f, "%s %d of %d%s", words, n, of, end)
		return
	}
	fmt.Fprintf(f, "%s %d\r", words, n)
}

// percent reports the progress of work whose unit means nothing to people.
func (a *app) percent(words string) func(done, total int) {
	last := -1
	return func(done, total int) {
		if now := 100 * done / max(total, 1); now != last {
			last = now
			a.progress(words, now, 100)
		}
	}
}

// output writes lines of text or JSON.
type output struct {
	*bufio.Writer
	json *json.Encoder
}

func newOutput(w io.Writer) *output {
	b := bufio.NewWriterSize(w, 64<<10)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return &output{Writer: b, json: e}
}

// line prints a line of text.
func (o *output) line(s string) error {
	_, err := fmt.Fprintln(o.Writer, s)
	return err
}

// printf prints formatted text.
func (o *output) printf(format string, args ...any) error {
	_, err := fmt.Fprintf(o.Writer, format, args...)
	return err
}

// object prints one JSON object a line.
func (o *output) object(v any) error { return o.json.Encode(v) }

// formatFlag is the choice between lines for people and for scripts.
type formatFlag struct {
	Format string `help:"text or jsonl" enum:"text,jsonl" default:"text"`
}

func (f formatFlag) jsonl() bool { return f.Format == "jsonl" }
