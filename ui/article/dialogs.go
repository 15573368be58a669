package article

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/reader"
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

// showVersions lists the versions of the article, and compares one with the
// one before it.
func (p *Page) showVersions() {
	if p.reading == nil {
		return
	}
	id := p.reading.Article.ID
	nav.Fetch(p.host, "article/versions", func(ctx context.Context) ([]*claims.Article, error) { return p.desk.Versions(ctx, id) }, func(all []*claims.Article) {
		if len(all) < 2 {
			p.host.Toasts.Say(lang.X("article.oneVersion", "There is one version of this article. Another text from the same address becomes a new version."))
			return
		}
		p.compare(all)
	})
}

type comparison struct {
	pieces []desk.Piece
	fates  []desk.Fate
}

func (p *Page) compare(all []*claims.Article) {
	older, newer := all[len(all)-2], all[len(all)-1]
	for i, a := range all[1:] {
		if a.ID == p.reading.Article.ID {
			older, newer = all[i], a
		}
	}
	nav.Fetch(p.host, "article/diff", func(ctx context.Context) (c comparison, err error) {
		if c.pieces, err = p.desk.Diff(ctx, older.ID, newer.ID); err != nil {
			return c, err
		}
		c.fates, err = p.desk.Fates(ctx, older.ID, newer.ID)
		return c, err
	}, func(c comparison) { p.showComparison(c, older, newer) })
}

// showComparison shows both texts in one, with what was dropped struck
// through, and lists the statements that changed or vanished.
func (p *Page) showComparison(c comparison, older, newer *claims.Article) {
	text, marks := merged(c.pieces)
	both := reader.New()
	both.SetText(text, false)
	both.SetMarks(marks)
	fates := kit.NewList(kit.NewLine, func(f desk.Fate, line *kit.Line) { line.Set(fateLine(f)) })
	fates.SetItems(c.fates)
	head := kit.Caption(kit.Here().Clock(older.Read.Local()) + " – " + kit.Here().Clock(newer.Read.Local()))
	below := container.NewBorder(kit.SectionTitle(lang.XN("article.fates", "{{.Count}} statements changed or gone", len(c.fates), map[string]any{"Count": nav.Number(len(c.fates))})), nil, nil, nil, fates)
	d := kit.NewNotice(lang.X("article.versions", "Versions"), lang.X("kit.close", "Close"), container.NewBorder(head, nil, nil, nil, kit.NewVSplit("article.diff", both, below, 0.65)), p.host.Window)
	d.Resize(nav.Large(p.host.Window))
	d.Show()
}

func merged(pieces []desk.Piece) (string, []reader.Mark) {
	var text strings.Builder
	var marks []reader.Mark
	for _, piece := range pieces {
		start := text.Len()
		text.WriteString(piece.Text)
		m := reader.Mark{Span: reader.Span{Start: start, End: text.Len()}}
		switch piece.Kind {
		case desk.Dropped:
			m.Paint, m.Style = reader.Toned(look.Bad), reader.Strike
		case desk.Inserted:
			m.Paint, m.Style = reader.Toned(look.Good), reader.Fill
		default:
			continue
		}
		marks = append(marks, m)
	}
	return text.String(), marks
}

func fateLine(f desk.Fate) kit.LineText {
	line := kit.LineText{Title: f.Statement.Text, Note: lang.X("article.gone", "No longer in the article"), Tone: look.Bad}
	if f.Now != nil {
		line.Note = lang.X("article.now", "Now:") + " " + f.Now.Text
	}
	if n := len(f.Claims); n > 0 {
		line.Badge = lang.XN("article.restClaims", "{{.Count}} claims", n, map[string]any{"Count": nav.Number(n)})
	}
	return line
}

var _ fyne.Focusable = (*reader.Reader)(nil)
