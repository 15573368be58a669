package importer

import (
	"context"
	"fmt"
	"os"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims/ingest"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// Watch reads what comes into a folder for as long as the window is open, in
// place of the folder watched until now; "" ends the watching.
func (m *Importer) Watch(dir string) {
	m.leave()
	m.leave = func() {}
	if dir == "" {
		return
	}
	m.leave = m.host.Jobs.Run(kit.Job{
		Slot: "import/watch",
		Work: func(ctx context.Context, _ func(kit.Progress)) error {
			return ingest.Remember(m.Taken, dir).Watch(ctx, func(paths []string) {
				read := make(chan struct{})
				m.host.Jobs.Post(func() { m.arrived(paths, func() { close(read) }) })
				select {
				case <-read:
				case <-ctx.Done():
				}
			})
		},
		Done: func(err error) {
			if err != nil && !kit.Cancelled(err) {
				m.host.Toasts.Linger(nav.Problem(err).Sentence, lang.X("watch.choose", "Choose another folder"), m.AskWatch)
			}
		},
	})
}

// arrived imports files of the watched folder.
func (m *Importer) arrived(paths []string, done func()) {
	if m.Own != nil {
		paths = slices.DeleteFunc(slices.Clone(paths), m.Own)
	}
	if len(paths) == 0 {
		done()
		return
	}
	m.read(lang.X("job.watch", "Reading the watched folder"), paths, func(out outcome, err error) {
		done()
		switch {
		case err != nil && !kit.Cancelled(err):
			m.host.Fail(err)
		case out.stored() > 0, len(out.failed) > 0:
			m.tell(lang.X("watch.title", "Watched folder")+": "+out.words(), out)
		}
	})
}

// AskWatch shows which folder is watched, and chooses another or none.
func (m *Importer) AskWatch() {
	prefs := m.host.App.Preferences()
	now := prefs.String(nav.PrefWatch)
	words := lang.X("watch.none", "No folder is watched. Choose one, and every file that is put into it is read by itself.")
	if now != "" {
		words = fmt.Sprintf(lang.X("watch.now", "Every file that is put into %s is read by itself."), now)
		if _, err := os.Stat(now); err != nil {
			words = fmt.Sprintf(lang.X("watch.away", "The folder %s is not there now. What is put into it is read as soon as it is back."), now)
		}
	}
	d := kit.NewNotice(lang.X("watch.title", "Watched folder"), lang.X("kit.close", "Close"), kit.Caption(words), m.host.Window)
	choose := kit.NewButton(lang.X("watch.pick", "Choose a folder…"), nil, func() {
		d.Hide()
		m.pickWatch()
	})
	choose.Importance = widget.HighImportance
	stop := kit.NewButton(lang.X("watch.stop", "Stop watching"), nil, func() {
		d.Hide()
		m.watchFrom("")
	})
	able(stop, now != "")
	d.SetButtons([]fyne.CanvasObject{kit.NewButton(lang.X("kit.close", "Close"), nil, d.Hide), stop, choose})
	d.Resize(fyne.NewSize(520, 0))
	d.Show()
}

func (m *Importer) pickWatch() {
	m.host.AskFolder(lang.X("watch.title", "Watched folder"), m.watchFrom)
}

func (m *Importer) watchFrom(dir string) {
	m.host.App.Preferences().SetString(nav.PrefWatch, dir)
	m.Watch(dir)
}
