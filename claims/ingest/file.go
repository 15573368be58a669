package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"onrecord/claims"
)

// sideEnding marks a file that describes the file beside it.
const sideEnding = ".meta.json"

// ReadFile finds the articles in a file. A file NAME.meta.json beside it gives
// title, byline, outlet, url, published and language where the file itself
// does not know better: what it says wins over every guess.
func ReadFile(ctx context.Context, path string, lim Limits) ([]Item, error) {
	data, err := load(path, lim.orDefault().In)
	if err != nil {
		return nil, err
	}
	items, err := Read(ctx, filepath.ToSlash(path), data, lim)
	if len(items) == 0 {
		return nil, err
	}
	side, sideErr := readSide(path)
	if sideErr != nil {
		return items, errors.Join(err, sideErr)
	}
	for i := range items {
		side.apply(&items[i])
	}
	return items, err
}

// load reads a regular file, and never more of it than the limit: a file may
// grow, and some report no size.
func load(path string, limit int64) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(name, err)
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return nil, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.folder", "is a folder"), Advice: claims.Say("error.importReadFiles", "Import it to read the files in it.")}
	case !mode.IsRegular():
		return nil, claims.Refused(name, claims.Say("error.pipeOrDevice", "is a pipe or device and not a file"))
	case info.Size() > limit:
		return nil, tooBig(name, info.Size(), limit)
	}
	f, err := os.Open(path) //nolint:gosec // the path is the person's own choice
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	if int64(len(data)) > limit {
		return nil, tooBig(name, int64(len(data)), limit)
	}
	return data, nil
}

func unreadable(name string, err error) error {
	reason := claims.Say("error.unreadable", "cannot be read from the disk")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		reason = claims.Say("error.absent", "does not exist")
		if isLink(err) {
			reason = claims.Say("error.deadLink", "is a link to something that does not exist")
		}
	case errors.Is(err, fs.ErrPermission):
		reason = claims.Say("error.mayNotRead", "may not be read with your permissions")
	}
	return &claims.Error{Code: claims.CodeRefused, What: name, Reason: reason, Err: err}
}

// isLink reports whether the path that an error is about is a link.
func isLink(err error) bool {
	var at *fs.PathError
	if !errors.As(err, &at) {
		return false
	}
	info, err := os.Lstat(at.Path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// side is the content of a NAME.meta.json.
type side struct {
	Title, Byline, Outlet, URL, Language string
	Published                            string
	date                                 claims.Date
}

// readSide reads the description beside a file: NAME.meta.json, where NAME is
// the file's name with or without its ending. None is no error.
func readSide(path string) (side, error) {
	bare := strings.TrimSuffix(path, filepath.Ext(path))
	for _, p := range []string{bare + sideEnding, path + sideEnding} {
		data, err := load(p, 1<<20)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return side{}, err
		}
		var s side
		if err := json.Unmarshal(data, &s); err != nil {
			return side{}, &claims.Error{Code: claims.CodeRefused, What: filepath.Base(p), Reason: claims.Say("error.notValidJson", "is not valid JSON"), Err: err}
		}
		if s.date, err = claims.ParseDate(s.Published); err != nil {
			s.date = readDate(s.Published)
		}
		if s.date.IsZero() && s.Published != "" {
			return side{}, claims.Refused(filepath.Base(p), claims.Say("error.publishedNotDate", "published: %q is not a date", clip(s.Published, 40)))
		}
		return s, nil
	}
	return side{}, nil
}

func (s side) apply(it *Item) {
	m := meta{title: s.Title, byline: s.Byline, outlet: s.Outlet, url: s.URL, language: s.Language, published: s.date}
	a := &it.Article
	m = m.or(meta{title: a.Title, byline: a.Byline, outlet: a.Outlet, url: a.URL, language: a.Language, published: a.Published})
	a.Title, a.Byline, a.Outlet, a.URL, a.Language, a.Published = m.title, m.byline, m.outlet, m.url, m.language, m.published
}

// brief is an error for a message, which has words for it in each language, or the
// beginning of its own words where they are many.
func brief(err error, most int) any {
	if words := err.Error(); clip(words, most) != words {
		return clip(words, most)
	}
	return err
}

// clip shortens a text for a message.
func clip(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
