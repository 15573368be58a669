package importer

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

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
	out := outcome{counts: map[desk.Status]int{}}
	m.host.Jobs.Run(kit.Job{
		Name: lang.X("job.import", "Importing"),
		Work: func(ctx context.Context, report func(kit.Progress)) error {
			return m.desk.Import(ctx, paths, desk.ImportOptions{}, func(done desk.Imported, n, of int) {
				out.counts[done.Status]++
				if done.Status == desk.StatusFailed {
					out.failed = append(out.failed, done)
				}
				report(kit.Progress{Done: n, Total: of, Note: filepath.Base(done.File)})
			})
		},
		Done: func(err error) {
			if err != nil && !kit.Cancelled(err) {
				m.host.Fail(err)
				return
			}
			m.summary(out, kit.Cancelled(err))
		},
	})
}

func (m *Importer) summary(out outcome, cancelled bool) {
	stored := out.counts[desk.StatusNew] + out.counts[desk.StatusVersion]
	words := lang.XN("import.stored", "{{.Count}} articles stored", stored, map[string]any{"Count": stored})
	if n := out.counts[desk.StatusDuplicate]; n > 0 {
		words += ", " + lang.XN("import.known", "{{.Count}} were there already", n, map[string]any{"Count": n})
	}
	if cancelled {
		words = lang.X("import.cancelled", "Cancelled.") + " " + words
	}
	if len(out.failed) == 0 {
		m.host.Toasts.Say(words)
		m.host.Go(nav.Route{Screen: nav.Library})
		return
	}
	m.failures(words, out.failed)
}

// failures lists what was not read, with a retry.
func (m *Importer) failures(words string, failed []desk.Imported) {
	list := kit.NewList(kit.NewLine, func(im desk.Imported, line *kit.Line) {
		line.Set(kit.LineText{Title: filepath.Base(im.File), Note: nav.Problem(im.Err).Sentence})
	})
	list.SetItems(failed)
	head := container.NewVBox(widget.NewLabel(words), kit.SectionTitle(lang.XN("import.failed", "{{.Count}} files were not read", len(failed), map[string]any{"Count": len(failed)})))
	d := kit.NewConfirm(lang.X("import.done", "Import"), lang.X("import.retry", "Try these again"), lang.X("kit.close", "Close"),
		container.NewBorder(head, nil, nil, nil, list), func(again bool) {
			if !again {
				return
			}
			var paths []string
			for _, im := range failed {
				paths = append(paths, im.File)
			}
			m.batch(paths)
		}, m.host.Window)
	d.Resize(nav.Large(m.host.Window))
	d.Show()
}
