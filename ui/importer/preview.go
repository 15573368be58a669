package importer

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/extract"
	"onrecord/claims/ingest"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// preview is the dialog before an article is stored: what was read of it, to
// be corrected, and the statements found.
type preview struct {
	m        *Importer
	prepared desk.Prepared
	item     ingest.Item
	dialog   *kit.Question

	title, byline, outlet, url, language *kit.Input
	published                            *kit.DateEntry
	noYear                               *kit.CaptionText
}

func newPreview(m *Importer, p desk.Prepared, it ingest.Item) *preview {
	v := &preview{m: m, prepared: p, item: it, published: nav.NewDateEntry(p.Article.Published), noYear: kit.Caption("")}
	for _, f := range []struct {
		to   **kit.Input
		text string
	}{{&v.title, p.Article.Title}, {&v.byline, p.Article.Byline}, {&v.outlet, p.Article.Outlet}, {&v.url, p.Article.URL}, {&v.language, p.Article.Language}} {
		*f.to = kit.NewInput()
		(*f.to).SetText(f.text)
	}
	v.published.OnDate = func(string) { v.tellYear() }
	v.tellYear()
	return v
}

// date is the day of publication as it stands in its field, the unknown date
// where that makes no sense.
func (v *preview) date() claims.Date {
	d, err := nav.ReadDate(v.published.Text)
	if err != nil {
		return claims.Date{}
	}
	return d
}

// tellYear says what an unknown year of publication means for the statements.
func (v *preview) tellYear() {
	words := ""
	if v.date().Year == 0 {
		words = lang.X("import.noYear", "The year of publication is not known. Dates such as \"on Friday\" stay open without it.")
	}
	v.noYear.SetText(words)
}

func (v *preview) show() {
	fields := kit.NewForm(
		kit.Field{Label: lang.X("article.title", "Title"), Input: v.title},
		kit.Field{Label: lang.X("article.byline", "Byline"), Input: v.byline},
		kit.Field{Label: lang.X("article.outlet", "Outlet"), Input: v.outlet},
		kit.Field{Label: lang.X("article.published", "Published"), Input: container.NewVBox(v.published, v.published.Echo())},
		kit.Field{Label: lang.X("article.url", "Address"), Input: v.url},
		kit.Field{Label: lang.X("article.language", "Language"), Input: v.language},
	)
	found := container.NewBorder(kit.SectionTitle(lang.XN("import.found", "{{.Count}} statements found", len(v.prepared.Found), map[string]any{"Count": len(v.prepared.Found)})), nil, nil, nil, v.list())
	top := container.NewVBox(v.notes(), fields, v.noYear)
	v.dialog = kit.NewConfirm(lang.X("import.title", "Store this article?"), lang.X("import.store", "Store"), lang.X("kit.cancel", "Cancel"),
		container.NewBorder(top, nil, nil, nil, found), v.done, v.m.host.Window)
	v.dialog.Resize(nav.Large(v.m.host.Window))
	v.dialog.Show()
	v.m.host.Window.Canvas().Focus(v.first())
}

// first is the field to begin with: the day of publication where nothing names it,
// since most depends on it.
func (v *preview) first() fyne.Focusable {
	if v.date().IsZero() && v.title.Text != "" {
		return v.published
	}
	return v.title
}

// notes say that the article is a new version of another, and what the reader
// warned of.
func (v *preview) notes() fyne.CanvasObject {
	box := container.NewVBox()
	if v.prepared.Status == desk.StatusVersion {
		box.Add(widget.NewLabelWithStyle(lang.X("import.version", "The archive has another text from this address. This one becomes a new version of it."), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	}
	for _, w := range v.prepared.Warnings {
		box.Add(kit.Caption(nav.Say(w)))
	}
	return box
}

func (v *preview) list() fyne.CanvasObject {
	list := kit.NewList(kit.NewLine, func(f extract.Found, line *kit.Line) {
		line.Set(kit.LineText{Title: f.Text, Note: noteOf(&f), Badge: nav.Class(f.Class)})
	})
	list.SetItems(v.prepared.Found)
	return list
}

func noteOf(f *extract.Found) string {
	who := f.Who.Name
	if who == "" {
		who = lang.X("speaker.nobody", "Nobody is named")
	}
	if f.Who.Doubt != "" {
		who += " – " + statement.DoubtWords(f.Who.Doubt)
	}
	return fmt.Sprintf("%s · %.0f %%", who, 100*f.Why.Confidence)
}

// done stores the article as it was corrected. Where date, title or language
// changed, the statements are read again first, since dates depend on them.
func (v *preview) done(ok bool) {
	if !ok {
		return
	}
	a := &v.item.Article
	a.Title, a.Byline, a.Outlet = strings.TrimSpace(v.title.Text), strings.TrimSpace(v.byline.Text), strings.TrimSpace(v.outlet.Text)
	a.URL, a.Language = strings.TrimSpace(v.url.Text), strings.TrimSpace(v.language.Text)
	if d, err := nav.ReadDate(v.published.Text); err == nil {
		a.Published = d
	}
	var done desk.Imported
	textOnly := v.m.textOnly()
	v.m.host.Do(func(ctx context.Context) error {
		p, err := v.m.desk.Prepare(ctx, v.item)
		if err == nil {
			if textOnly {
				p.Original = nil
			}
			done, err = v.m.desk.Store(ctx, p)
		}
		return err
	}, func() { v.m.host.Go(nav.Route{Screen: nav.Article, ID: done.Article}) })
}
