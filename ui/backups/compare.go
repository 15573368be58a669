package backups

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// compare looks into a copy, with a dialog that shows how far it is.
func (r *Restorer) compare(c Chosen) {
	bar := widget.NewProgressBarInfinite()
	stop := func() {}
	d := kit.NewNotice(title(), lang.X("kit.cancel", "Cancel"), container.NewVBox(kit.Caption(lang.X("backups.comparing", "The backup is opened, checked and compared with what is open now.")), bar), r.host.Window)
	d.SetOnClosed(func() { stop() })
	d.Resize(fyne.NewSize(min(520*theme.TextSize()/14, nav.Large(r.host.Window).Width), 0))
	d.Show()
	var changes map[claims.Kind]Difference
	stop = r.host.Jobs.Run(kit.Job{
		Name: title(),
		Slot: "backups/compare",
		Work: func(ctx context.Context, report func(kit.Progress)) (err error) {
			changes, err = r.source.Compare(ctx, c, Told(report))
			return err
		},
		Done: func(err error) {
			stop = func() {}
			d.Hide()
			switch {
			case err == nil:
				r.confirm(c, changes)
			case c.Encrypted && claims.CodeOf(err) == claims.CodeRefused:
				r.askPassphrase(c.Copy, lang.X("backups.wrong", "That is not the passphrase of this backup."))
			default:
				r.host.Fail(refusal(c.Copy, err))
			}
		},
	})
}

// Told hands the progress of a copy on to a job.
func Told(report func(kit.Progress)) func(done, total int) {
	return func(done, total int) { report(kit.Progress{Done: done, Total: total}) }
}

// refusal says why a copy cannot be restored.
func refusal(c Copy, err error) error {
	reason := ""
	switch claims.CodeOf(err) {
	case claims.CodeDamaged:
		reason = lang.X("backups.damaged", "This is damaged, or no backup of Onrecord, and cannot be restored.")
	case claims.CodeNewer:
		reason = lang.X("backups.newer", "This backup was written by a newer version of Onrecord.")
	default:
		return err
	}
	return &claims.Error{Code: claims.CodeOf(err), What: filepath.Base(c.Path), Reason: claims.Plain(reason), Advice: claims.Plain(lang.X("backups.unchanged", "Nothing was changed. Choose another backup.")), Err: err}
}

// confirm shows what a copy would change and asks.
func (r *Restorer) confirm(c Chosen, changes map[claims.Kind]Difference) {
	head := widget.NewLabelWithStyle(nameOf(c.Copy), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.Wrapping = fyne.TextWrapWord
	if len(changes) == 0 {
		same := wrapped(lang.X("backups.same", "It holds exactly what is open now: there is nothing to restore."))
		r.small(kit.NewNotice(title(), lang.X("kit.close", "Close"), container.NewVBox(head, same), r.host.Window))
		return
	}
	rows := []fyne.CanvasObject{head, difference(c.Counts, changes)}
	rows = append(rows, wrapped(lang.X("backups.kept", "What is open now is kept as a copy first, and stands in this list afterwards: restoring that copy takes this back.")))
	r.small(kit.NewConfirm(lang.X("backups.confirm", "Restore this backup?"), lang.X("backups.restore", "Restore"), lang.X("kit.cancel", "Cancel"), container.NewVBox(rows...), func(yes bool) {
		if yes {
			r.restore(c)
		}
	}, r.host.Window))
}

func (r *Restorer) small(d *kit.Question) {
	d.Resize(fyne.NewSize(min(720*theme.TextSize()/14, nav.Large(r.host.Window).Width), 0))
	d.Show()
}

// difference is a table: a line for each kind of records that would change, with
// how many there are now and in the copy where the copy could be counted.
func difference(counts map[claims.Kind]int, changes map[claims.Kind]Difference) fyne.CanvasObject {
	number := func(n int) fyne.CanvasObject {
		text := "–"
		if n > 0 {
			text = nav.Number(n)
		}
		return widget.NewLabelWithStyle(text, fyne.TextAlignTrailing, fyne.TextStyle{})
	}
	heading := func(text string) fyne.CanvasObject {
		return widget.NewLabelWithStyle(text, fyne.TextAlignTrailing, fyne.TextStyle{Bold: true})
	}
	cells := []fyne.CanvasObject{
		widget.NewLabel(""), heading(lang.X("backups.now", "Open now")), heading(lang.X("backups.then", "In the backup")),
		heading(lang.X("backups.back", "Come back")), heading(lang.X("backups.changed", "Change")), heading(lang.X("backups.gone", "Go")),
	}
	columns := len(cells)
	for _, kind := range claims.Kinds {
		d, ok := changes[kind]
		if !ok {
			continue
		}
		then, now := 0, 0
		if counts != nil {
			then = counts[kind]
			now = then - d.Back + d.Gone
		}
		cells = append(cells, widget.NewLabel(nav.KindWords(kind)), number(now), number(then), number(d.Back), number(d.Changed), number(d.Gone))
	}
	return kit.Tight(container.NewGridWithColumns(columns, cells...))
}

func wrapped(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// lineOf is a copy in the list.
func lineOf(c Copy) kit.LineText {
	line := kit.LineText{Title: kit.Here().Clock(c.Made.Local()), Icon: theme.HistoryIcon()}
	kind := lang.X("backups.beforeRestore", "kept before a restore")
	if c.Automatic {
		kind = lang.X("backups.automatic", "automatic")
	}
	line.Note = nav.Join(countsOf(c), kit.Here().Size(c.Size), kind)
	if c.Unreadable != nil {
		line.Icon, line.Note = theme.WarningIcon(), nav.Problem(refusal(c, c.Unreadable)).Sentence
	}
	return line
}

// countsOf says how much a copy holds.
func countsOf(c Copy) string {
	if c.Counts == nil {
		return ""
	}
	count := func(n int) map[string]any { return map[string]any{"Count": nav.Number(n)} }
	articles, statements, made := c.Counts[claims.KindArticle], c.Counts[claims.KindStatement], c.Counts[claims.KindClaim]
	return nav.Join(
		lang.XN("status.articles", "{{.Count}} articles", articles, count(articles)),
		lang.XN("speaker.countStatements", "{{.Count}} statements", statements, count(statements)),
		lang.XN("article.restClaims", "{{.Count}} claims", made, count(made)))
}

// nameOf says which copy is meant.
func nameOf(c Copy) string {
	return fmt.Sprintf(lang.X("backups.of", "Backup of %s"), nav.Join(kit.Here().Clock(c.Made.Local()), countsOf(c)))
}
