package ui

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/ui/backups"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// registerRestore adds the command that restores a backup, beside that which
// writes one.
func (w *Window) registerRestore() {
	w.host.Commands.Add(&kit.Command{
		ID: "settings.restore", Menu: lang.X("menu.file", "File"), Title: lang.X("cmd.restore", "Restore a backup…"), Icon: theme.HistoryIcon(),
		Do: w.restorer.Ask, Enabled: func() bool { return w.options.Backups != nil },
	})
}

// putBack restores a backup in the place of the open archive. The window lets
// go of the archive, shows how far the restore is, and begins afresh with what
// is open then: the restored archive, or the former one where it failed.
func (w *Window) putBack(c backups.Chosen) {
	if len(w.host.Jobs.Running()) > 0 {
		w.host.Fail(w.busy())
		return
	}
	w.remember()
	if !w.end() { // what still works on the archive must not meet another one
		w.again(c, backups.Restored{Desk: w.desk}, w.busy())
		return
	}
	w.host.Window.SetMainMenu(nil)
	w.host.Window.SetCloseIntercept(func() {}) // a restore is short, and not to be left half done
	jobs := kit.NewJobs(w.options.Post)
	w.host.Window.SetContent(underWay())
	var now backups.Restored
	jobs.Run(kit.Job{
		Work: func(ctx context.Context, report func(kit.Progress)) (err error) {
			now, err = w.options.Backups.Restore(ctx, c, backups.Told(report))
			return err
		},
		Done: func(err error) { w.again(c, now, err) },
	})
}

func (w *Window) busy() error {
	return &claims.Error{
		Code: claims.CodeRefused, Reason: claims.Plain(lang.X("backups.busy", "A task is still running, and nothing was restored.")),
		Advice: claims.Plain(lang.X("backups.wait", "Wait for its end, or stop it with Ctrl+. and try again.")),
	}
}

// underWay is what the window shows during a restore.
func underWay() fyne.CanvasObject {
	words := widget.NewLabelWithStyle(lang.X("backups.underWay", "The backup is restored…"), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	return container.NewCenter(container.NewVBox(words, widget.NewProgressBarInfinite()))
}

// again makes the window anew over the archive that is open after a restore.
func (w *Window) again(c backups.Chosen, now backups.Restored, err error) {
	if now.Desk == nil {
		d := kit.ShowProblem(nav.Problem(err), w.host.Window)
		d.SetOnClosed(w.host.Window.Close)
		return
	}
	prefs := w.host.App.Preferences()
	prefs.SetString(prefPlace, nav.Route{Screen: nav.Library}.String()) // what was open may not be there
	opts := w.options
	opts.Files, opts.Warnings = nil, now.Warnings
	next := NewWindow(w.host.App, w.host.Window, now.Desk, opts)
	if err != nil {
		next.host.Fail(err)
		return
	}
	said := fmt.Sprintf(lang.X("backups.restored", "Restored: the state of %s. What was open before is kept."), kit.Here().Clock(c.Made.Local()))
	next.host.Toasts.Linger(said, lang.X("backups.takeBack", "Take it back"), func() {
		next.putBack(backups.Chosen{Copy: backups.Copy{Path: now.Kept, Made: time.Now()}})
	})
}
