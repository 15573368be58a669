package importer

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// outcome is what a long import did.
type outcome struct {
	counts map[desk.Status]int
	failed []desk.Imported
}

// batch imports many files with progress in the status line, and ends with
// what was not read and why. What was stored before a cancel stays.
func (m *Importer) batch(paths []string) {
	m.read(lang.X("job.import", "Importing"), paths, m.summary)
}

// textOnly reports whether only the texts of files are to be kept.
func (m *Importer) textOnly() bool { return m.host.App.Preferences().Bool(nav.PrefTextOnly) }

// read imports files in a job of a name.
func (m *Importer) read(name string, paths []string, done func(out outcome, err error)) {
	out := outcome{counts: map[desk.Status]int{}}
	opts := desk.ImportOptions{DropOriginals: m.textOnly()}
	m.host.Jobs.Run(kit.Job{
		Name: name,
		Work: func(ctx context.Context, report func(kit.Progress)) error {
			return m.desk.Import(ctx, paths, opts, func(done desk.Imported, n, of int) {
				out.counts[done.Status]++
				if done.Status == desk.StatusFailed {
					out.failed = append(out.failed, done)
				}
				report(kit.Progress{Done: n, Total: of, Note: filepath.Base(done.File)})
			})
		},
		Done: func(err error) {
			if len(out.failed) > 0 {
				m.failed = out.failed
				m.host.Commands.Refresh()
			}
			done(out, err)
		},
	})
}

// summary says what an import did. It opens nothing by itself: by the time a
// long one ends, the person is at work elsewhere.
func (m *Importer) summary(out outcome, err error) {
	cancelled := kit.Cancelled(err)
	if err != nil && !cancelled {
		m.host.Fail(err)
		return
	}
	words := out.words()
	if out.nothing() {
		words = ""
	}
	if cancelled {
		words = lang.X("import.cancelled", "Cancelled.") + " " + words
	}
	m.tell(words, out)
}

// tell says it with a way to what was stored, or to what was not.
func (m *Importer) tell(words string, out outcome) {
	if n := len(out.failed); n > 0 {
		if words != "" {
			words += ". "
		}
		words += lang.XN("import.failed", "{{.Count}} files were not read", n, map[string]any{"Count": nav.Number(n)})
		m.host.Toasts.Linger(words, lang.X("import.why", "Which and why"), m.ShowFailures)
		return
	}
	m.host.Toasts.Offer(words, lang.X("import.show", "Show"), func() { m.host.Go(nav.Route{Screen: nav.Library}) })
}

// nothing reports whether all that was tried failed.
func (o outcome) nothing() bool { return len(o.failed) > 0 && len(o.counts) == 1 }

func (o outcome) stored() int { return o.counts[desk.StatusNew] + o.counts[desk.StatusVersion] }

func (o outcome) words() string {
	words := lang.XN("import.stored", "{{.Count}} articles stored", o.stored(), map[string]any{"Count": o.stored()})
	if n := o.counts[desk.StatusDuplicate]; n > 0 {
		words += ", " + lang.XN("import.known", "{{.Count}} were there already", n, map[string]any{"Count": nav.Number(n)})
	}
	return words
}

// HasFailures reports whether the latest import that failed at something can
// be looked at.
func (m *Importer) HasFailures() bool { return len(m.failed) > 0 }

// whyNot is the reason of a failure without the name of the file, which stands
// above it.
func whyNot(err error) string {
	var e *claims.Error
	if errors.As(err, &e) {
		bare := *e
		bare.What = ""
		err = &bare
	}
	return explained(nav.Problem(err))
}

// explained is a problem on one line.
func explained(p kit.Problem) string { return strings.TrimSpace(p.Sentence + " " + p.Advice) }

// ShowFailures lists what was not read and why, with a retry.
func (m *Importer) ShowFailures() {
	failed := m.failed
	list := kit.NewList(kit.NewLine, func(im desk.Imported, line *kit.Line) {
		line.Set(kit.LineText{Title: filepath.Base(im.File), Note: whyNot(im.Err)})
	})
	list.SetItems(failed)
	whole := kit.NewReadable("") // a line has no room for long reasons
	list.OnChoose = func(im desk.Imported) { whole.SetText(explained(nav.Problem(im.Err))) }
	list.ChooseIndex(0)
	list.Speak = func(im desk.Imported) string { return filepath.Base(im.File) + ", " + whyNot(im.Err) }
	head := container.NewVBox(kit.SectionTitle(lang.XN("import.failed", "{{.Count}} files were not read", len(failed), map[string]any{"Count": nav.Number(len(failed))})))
	d := kit.NewConfirm(lang.X("import.done", "Import"), lang.X("import.retry", "Try these again"), lang.X("kit.close", "Close"),
		container.NewBorder(head, whole, nil, nil, list), func(again bool) {
			if !again {
				return
			}
			var paths []string
			for _, im := range failed {
				paths = append(paths, im.File)
			}
			m.failed = nil // what fails again comes back
			m.host.Commands.Refresh()
			m.batch(paths)
		}, m.host.Window)
	d.Resize(nav.Large(m.host.Window))
	d.Show()
}
