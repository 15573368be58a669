package ingest

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"path"
	"slices"
	"strings"

	"onrecord/claims"
)

// Format is one kind of file.
type Format struct {
	Name string // "html": what Article.Format says
	// Endings of file names, in lower case and without the dot, for messages
	// and for bytes that do not tell by themselves.
	Endings []string
	// detect gives the confidence, 0 to 100, that the bytes are of the format.
	// It sees the first bytes only, and must be quick.
	detect func(name string, head []byte) int
	// read finds the articles. It may return some together with an error for
	// those that could not be read.
	read func(j *job, name string, data []byte) ([]Item, error)
}

// The confidences that detect functions give.
const (
	certain  = 100 // a signature that nothing else has
	likely   = 80  // the form fits and hardly anything else has it
	possible = 50  // the form fits
	byName   = 30  // only the ending speaks for it
)

const headSize = 4096

var formats []Format

func register(f Format) {
	formats = append(formats, f)
	slices.SortFunc(formats, func(a, b Format) int { return cmp.Compare(a.Name, b.Name) })
}

// Read finds the articles in the bytes of a file. The name helps to tell the
// format and stands in messages. An error with code claims.CodeRefused says in
// one sentence what cannot be read; items beside an error are the part that
// could be.
func Read(ctx context.Context, name string, data []byte, lim Limits) ([]Item, error) {
	lim = lim.orDefault()
	if int64(len(data)) > lim.In {
		return nil, tooBig(name, int64(len(data)), lim.In)
	}
	ctx, cancel := context.WithTimeout(ctx, lim.Time)
	defer cancel()
	items, err := newJob(ctx, lim).read(path.Base(name), data)
	for i := range items {
		items[i].Original = data
		items[i].Article.File = path.Base(name)
	}
	return items, err
}

func tooBig(name string, size, limit int64) error {
	const mb = 1 << 20
	return claims.Refused(name, claims.Say("error.tooLarge", "is too large to be an article (%d MB, the limit is %d MB)", (size+mb-1)/mb, limit/mb))
}

// cutOff is an error for a file that ends too early.
func cutOff(name string, err error) error {
	return &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.cutOffEnd", "is cut off: its end is missing"), Advice: claims.Say("error.copyOrDownload", "Copy or download it again."), Err: err}
}

// read tells the format and lets it read.
func (j *job) read(name string, data []byte) (items []Item, err error) {
	if err := j.over(name); err != nil {
		return nil, err
	}
	f, err := formatOf(name, data)
	if err != nil {
		return nil, err
	}
	// A reader that meets what no fuzzing has found must not take the batch,
	// or the window, with it.
	defer func() {
		if v := recover(); v != nil {
			items, err = nil, claims.Refused(name, claims.Say("error.readerFailed", "is damaged in a way that its %s reader cannot handle", strings.ToUpper(f.Name)))
		}
	}()
	items, err = f.read(j, name, data)
	switch {
	case err != nil:
	case len(items) >= j.lim.Members:
		err = &claims.Error{
			Code: claims.CodeRefused, What: name, Advice: claims.Say("error.divideAndRead", "Divide it and read the rest."),
			Reason: claims.Say("error.holdsArticlesOr", "holds %d articles or more, and only the first %d are read", j.lim.Members, j.lim.Members),
		}
	case j.over(name) != nil:
		err = j.over(name) // and what was read until then
	case len(items) == 0:
		err = claims.Refused(name, claims.Say("error.holdsNoArticle", "holds no article text"))
	}
	return items, err
}

// formatOf picks the reader: the surest by content, then by ending, then
// plain text.
func formatOf(name string, data []byte) (Format, error) {
	if len(data) == 0 {
		return Format{}, claims.Refused(name, claims.Say("error.empty", "is empty"))
	}
	head := data[:min(len(data), headSize)]
	if bytes.HasPrefix(head, []byte("[InternetShortcut]")) {
		return Format{}, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.linkWebPage", "is a link to a web page and not the page"), Advice: claims.Say("error.importAddress", "Import its address.")}
	}
	if bytes.HasPrefix(head, []byte(oldOffice)) && bytes.Contains(data[:min(len(data), 1<<20)], encryptedOffice) {
		return Format{}, protected(name)
	}
	if kind, advice := foreign(data); kind != nil {
		return Format{}, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.foreign", "is %s, which this program cannot read", kind), Advice: advice}
	}
	best, sure := Format{}, 0
	for _, f := range formats {
		if c := f.detect(name, head); c > sure {
			best, sure = f, c
		}
	}
	if sure == 0 {
		return Format{}, &claims.Error{Code: claims.CodeRefused, What: name, Reason: claims.Say("error.unknownFormat", "is not text and not a format that can be read")}
	}
	return best, nil
}

// ending is the last ending of a name, in lower case and without the dot.
func ending(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
}

func hasEnding(name string, endings ...string) bool { return slices.Contains(endings, ending(name)) }

// joinErrors makes one short sentence of the errors of several members.
func joinErrors(name string, errs []error) error {
	switch len(errs) {
	case 0:
		return nil
	case 1:
		return errs[0]
	}
	first := errs[0]
	var e *claims.Error
	if errors.As(first, &e) {
		first = &claims.Error{What: e.What, Reason: e.Reason}
	}
	return &claims.Error{
		Code: claims.CodeRefused, What: name, Err: errors.Join(errs...),
		Reason: claims.Say("error.partsUnread", "%d parts could not be read, the first is %s", len(errs), brief(first, 150)),
	}
}
