package nav

import (
	"bytes"
	"context"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"onrecord/ui/kit"
)

// AskFile asks for a file that is there.
func (h *Host) AskFile(title string, done func(path string)) {
	kit.ChooseFile(h.Jobs, h.Window, kit.FileQuestion{Title: title}, done)
}

// AskFolder asks for a folder.
func (h *Host) AskFolder(title string, done func(path string)) {
	kit.ChooseFile(h.Jobs, h.Window, kit.FileQuestion{Title: title, Folder: true}, done)
}

// AskPlace asks where a file is to be written and proposes a name.
func (h *Host) AskPlace(title, name string, done func(path string)) {
	kit.ChooseFile(h.Jobs, h.Window, kit.FileQuestion{Title: title, Save: name}, done)
}

// SaveFile asks for a file and writes it in a task of the status line. The
// content is put together before the first byte is written, so that a task
// that fails or is stopped leaves no half of it.
func (h *Host) SaveFile(name, task string, write func(ctx context.Context, w io.Writer) error) {
	h.AskPlace(lang.X("file.save", "Save as"), name, func(path string) {
		h.Jobs.Run(kit.Job{
			Name: task,
			Work: func(ctx context.Context, _ func(kit.Progress)) error {
				var b bytes.Buffer
				if err := write(ctx, &b); err != nil {
					return err
				}
				return os.WriteFile(path, b.Bytes(), readable) //nolint:gosec // the person chose the place, and a report is to be handed on
			},
			Done: func(err error) {
				if err != nil {
					h.Fail(err)
					return
				}
				h.Toasts.Offer(lang.X("file.saved", "Saved:")+" "+filepath.Base(path), lang.X("kit.open", "Open"), func() { h.openFile(path) })
			},
		})
	})
}

// openFile shows a file in the program that the system has for it.
func (h *Host) openFile(path string) {
	address, err := url.Parse(storage.NewFileURI(path).String())
	if err == nil {
		err = h.App.OpenURL(address)
	}
	h.Fail(err)
}

// readable is the mode of a file that others may read too.
const readable = 0o644
