package article

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// editDetails corrects what is known of the article. The text is frozen.
func (p *Page) editDetails() {
	if p.reading == nil {
		return
	}
	before := p.reading.Article
	a := *before
	entry := func(text string) *kit.Input {
		e := kit.NewInput()
		e.SetText(text)
		return e
	}
	title, byline, outlet, url, language := entry(a.Title), entry(a.Byline), entry(a.Outlet), entry(a.URL), entry(a.Language)
	tags, notes := entry(strings.Join(a.Tags, ", ")), kit.NewLines()
	notes.SetText(a.Notes)
	published := nav.NewDateEntry(a.Published)
	form := kit.NewForm(
		kit.Field{Label: lang.X("article.title", "Title"), Input: title},
		kit.Field{Label: lang.X("article.byline", "Byline"), Input: byline},
		kit.Field{Label: lang.X("article.outlet", "Outlet"), Input: outlet},
		kit.Field{Label: lang.X("article.published", "Published"), Input: container.NewVBox(published, published.Echo())},
		kit.Field{Label: lang.X("article.url", "Address"), Input: url},
		kit.Field{Label: lang.X("article.language", "Language"), Input: language},
		kit.Field{Label: lang.X("record.tags", "Tags"), Input: tags, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("record.notes", "Notes"), Input: notes},
		kit.Field{Label: lang.X("article.hash", "SHA-256"), Input: kit.Caption(string(a.Text))},
	)
	d := kit.NewConfirm(lang.X("article.details", "Details"), lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(form), func(ok bool) {
		if !ok {
			return
		}
		a.Title, a.Byline, a.Outlet, a.URL, a.Language, a.Notes = title.Text, byline.Text, outlet.Text, url.Text, language.Text, notes.Text
		a.Tags = nav.SplitTags(tags.Text)
		a.Published = claims.Date{}
		if date, err := nav.ReadDate(published.Text); err == nil {
			a.Published = date
		}
		p.host.Do(func(ctx context.Context) error { return p.desk.EditArticle(ctx, a) }, func() {
			p.host.Did(lang.X("article.saved", "Details saved"))
			if a.Published != before.Published || a.Title != before.Title || a.Language != before.Language {
				p.reread(func() {}) // the statements were read by the old ones
			}
		})
	}, p.host.Window)
	d.Resize(nav.Fit(p.host.Window, form))
	d.Show()
}
