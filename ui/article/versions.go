package article

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/reader"
)

// showVersions compares the version that is open with the one before it.
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
		newer := max(slices.IndexFunc(all, func(a *claims.Article) bool { return a.ID == id }), 1)
		newVersions(p, all).show(newer-1, newer)
	})
}

// versions is the dialog that shows two versions of an article in one text, with
// what was dropped struck through, and lists the statements that changed or
// vanished. Where there are more, any two can be chosen.
type versions struct {
	page         *Page
	all          []*claims.Article // oldest first
	older, newer *kit.Select
	both         *reader.Reader
	count        *widget.Label
	fates        *kit.List[desk.Fate]
}

func newVersions(p *Page, all []*claims.Article) *versions {
	v := &versions{page: p, all: all, both: reader.New(), count: kit.SectionTitle("")}
	v.older, v.newer = kit.NewSelect(names(all), nil), kit.NewSelect(names(all), nil)
	v.fates = kit.NewList(kit.NewLine, func(f desk.Fate, line *kit.Line) { line.Set(fateLine(f)) })
	return v
}

// names numbers the versions: two may have been read in the same minute.
func names(all []*claims.Article) []string {
	out := make([]string, len(all))
	for i, a := range all {
		out[i] = nav.Number(i+1) + " · " + kit.Here().Clock(a.Read.Local())
	}
	return out
}

func (v *versions) show(older, newer int) {
	v.older.SetSelectedIndex(older)
	v.newer.SetSelectedIndex(newer)
	compare := func(string) { v.compare() }
	v.older.OnChanged, v.newer.OnChanged = compare, compare
	head := container.New(kit.NewFlow(), v.older, widget.NewLabel("–"), v.newer)
	if len(v.all) == 2 {
		head.Objects = head.Objects[:0]
		head.Add(kit.Caption(v.older.Selected + " – " + v.newer.Selected))
	}
	below := container.NewBorder(v.count, nil, nil, nil, v.fates)
	w := v.page.host.Window
	d := kit.NewNotice(lang.X("article.versions", "Versions"), lang.X("kit.close", "Close"), container.NewBorder(head, nil, nil, nil, kit.NewVSplit("article.diff", v.both, below, 0.65)), w)
	d.Resize(nav.Large(w))
	v.compare()
	d.Show()
}

type comparison struct {
	pieces []desk.Piece
	fates  []desk.Fate
}

// compare shows the two chosen versions, the older of them first whichever way
// round they were chosen.
func (v *versions) compare() {
	a, b := v.older.SelectedIndex(), v.newer.SelectedIndex()
	older, newer := v.all[min(a, b)].ID, v.all[max(a, b)].ID
	nav.Fetch(v.page.host, "article/diff", func(ctx context.Context) (c comparison, err error) {
		if c.pieces, err = v.page.desk.Diff(ctx, older, newer); err != nil {
			return c, err
		}
		c.fates, err = v.page.desk.Fates(ctx, older, newer)
		return c, err
	}, func(c comparison) {
		text, marks := merged(c.pieces)
		v.both.SetText(text, false)
		v.both.SetMarks(marks)
		v.count.SetText(lang.XN("article.fates", "{{.Count}} statements changed or gone", len(c.fates), map[string]any{"Count": nav.Number(len(c.fates))}))
		v.fates.SetItems(c.fates)
	})
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
