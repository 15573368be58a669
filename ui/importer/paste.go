package importer

import (
	"context"
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
