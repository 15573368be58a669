package nav

import (
	"bytes"
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"onrecord/ui/kit"
)

// SaveFile asks for a file and writes it in a task of the status line. The
// content is put together before the first byte is written, so that a task
// that fails or is stopped leaves no half of it.
func (h *Host) SaveFile(name, task string, write func(ctx context.Context, w io.Writer) error) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			h.Fail(err)
			return
		}
		h.Jobs.Run(kit.Job{
			Name: task,
			Work: func(ctx context.Context, _ func(kit.Progress)) error { return fill(ctx, w, write) },
			Done: func(err error) {
				if err != nil {
					h.Fail(err)
					return
				}
				h.Toasts.Say(lang.X("file.saved", "Saved:") + " " + w.URI().Name())
			},
		})
	}, h.Window)
	d.SetFileName(name)
	if ending := filepath.Ext(name); ending != "" {
		d.SetFilter(storage.NewExtensionFileFilter([]string{ending}))
	}
	d.Show()
	d.Resize(Large(h.Window)) // a file dialog has no size before it is shown
}

func fill(ctx context.Context, w io.WriteCloser, write func(ctx context.Context, w io.Writer) error) error {
	var b bytes.Buffer
	err := write(ctx, &b)
	if err == nil {
		_, err = w.Write(b.Bytes())
	}
	if cerr := w.Close(); err == nil {
		err = cerr
	}
	return err
}
