package importer

import (
	"context"
	"net/url"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/ingest"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// Paste opens the field into which a text is pasted, filled from the
// clipboard.
func (m *Importer) Paste() {
	text := kit.NewLines()
	text.SetPlaceHolder(lang.X("paste.hint", "Paste the article here, with its headline as the first line."))
	text.SetText(m.host.App.Clipboard().Content())
	body := container.NewBorder(kit.Caption(lang.X("paste.note", "The next step shows what was found in it. Nothing is stored before you say so.")), nil, nil, nil, text)
	d := kit.NewConfirm(lang.X("paste.title", "Paste article"), lang.X("paste.read", "Read"), lang.X("kit.cancel", "Cancel"), body, func(ok bool) {
		if ok {
			m.readPasted(text.Text)
		}
	}, m.host.Window)
	d.Resize(nav.Large(m.host.Window))
	d.Show()
	m.host.Window.Canvas().Focus(text)
}

// Clipboard reads what was copied, wherever the keyboard is: files, a web
// address, or the text of an article, which is shown before it is stored.
func (m *Importer) Clipboard() {
	copied := strings.TrimSpace(m.host.App.Clipboard().Content())
	files := filesOf(copied)
	switch {
	case copied == "":
		m.Paste()
	case looksLikeURL(copied):
		m.AskURL()
	case len(files) > 0:
		m.Paths(files)
	default:
		m.readPasted(copied)
	}
}

// filesOf gives the files that a file manager has put on the clipboard, as
// addresses of one line each; nothing where there is anything else.
func filesOf(copied string) []string {
	var out []string
	for _, line := range strings.Split(copied, "\n") {
		u, err := url.Parse(strings.TrimSpace(line))
		if err != nil || u.Scheme != "file" || u.Path == "" {
			return nil
		}
		out = append(out, u.Path)
	}
	return out
}

func (m *Importer) readPasted(text string) {
	if looksLikeURL(strings.TrimSpace(text)) {
		m.fetch(strings.TrimSpace(text))
		return
	}
	var item ingest.Item
	m.host.Jobs.Run(kit.Job{
		Slot: "import/read",
		Work: func(ctx context.Context, _ func(kit.Progress)) (err error) {
			item, err = ingest.Paste(ctx, text, claims.Article{})
			return err
		},
		Done: func(err error) {
			if err != nil {
				m.host.Fail(err)
				return
			}
			m.preview([]ingest.Item{item})
		},
	})
}

// preview prepares an article and shows what would be stored, with fields to
// correct it.
func (m *Importer) preview(items []ingest.Item) {
	if len(items) == 0 {
		return
	}
	nav.Fetch(m.host, "import/prepare", func(ctx context.Context) (desk.Prepared, error) {
		return m.desk.Prepare(ctx, items[0])
	}, func(p desk.Prepared) {
		if p.Status == desk.StatusDuplicate {
			m.host.Toasts.Offer(lang.X("import.duplicate", "The archive has this article already."), lang.X("import.openIt", "Open it"), func() {
				m.host.Go(nav.Route{Screen: nav.Article, ID: p.Existing})
			})
			return
		}
		newPreview(m, p, items[0]).show()
	})
}
