package article

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// askReread reads the statements again on request.
func (p *Page) askReread() {
	p.reread(func() { p.host.Toasts.Say(lang.X("article.rereadSame", "Nothing would change.")) })
}

// reread shows what a better extraction would change, and applies it when the
// person says so; same is called where it would change nothing.
func (p *Page) reread(same func()) {
	id := p.route.ID
	nav.Fetch(p.host, "article/reread", func(ctx context.Context) (*desk.Reextraction, error) { return p.desk.Reextract(ctx, id) }, func(r *desk.Reextraction) {
		if r.Empty() {
			same()
			return
		}
		showReextraction(p.host, r, func() {
			p.host.Do(func(ctx context.Context) error { return p.desk.ApplyReextraction(ctx, r) }, func() {
				p.host.Did(lang.X("article.reread.done", "The statements were read again"))
			})
		})
	})
}

// showReextraction lists what reading the statements again would change.
func showReextraction(host *nav.Host, r *desk.Reextraction, apply func()) {
	type item struct {
		text, note, badge string
		tone              look.Tone
	}
	var items []item
	for _, s := range r.Added {
		items = append(items, item{s.Text, "", lang.X("reread.added", "New"), look.Good})
	}
	for _, c := range r.Changed {
		items = append(items, item{c.After.Text, changes(c), lang.X("reread.changed", "Changed"), look.Partly})
	}
	for _, s := range r.Removed {
		items = append(items, item{s.Text, "", lang.X("reread.removed", "Gone"), look.Bad})
	}
	list := kit.NewList(kit.NewLine, func(i item, line *kit.Line) {
		line.Set(kit.LineText{Title: i.text, Note: i.note, Badge: i.badge, Tone: i.tone})
	})
	list.SetItems(items)
	head := kit.Caption(lang.XN("reread.kept", "{{.Count}} statements stay as they are. What a person has decided is never touched.", r.Kept, map[string]any{"Count": r.Kept}))
	d := kit.NewConfirm(lang.X("article.reread.title", "Read the statements again?"), lang.X("dialog.apply", "Apply"), lang.X("kit.cancel", "Cancel"),
		container.NewBorder(head, nil, nil, nil, list), func(ok bool) {
			if ok {
				apply()
			}
		}, host.Window)
	d.Resize(nav.Large(host.Window))
	d.Show()
}

// changes names what of a statement would be another: its words, or what was
// understood of them.
func changes(c desk.ChangedStatement) string {
	var out []string
	told := func(name, before, after string) {
		if before != after {
			out = append(out, name+": "+orNone(before)+" → "+orNone(after))
		}
	}
	told(lang.X("reread.words", "Words"), c.Before.Text, c.After.Text)
	told(lang.X("statement.saidOn", "Said on"), nav.Date(c.Before.SaidOn), nav.Date(c.After.SaidOn))
	told(lang.X("statement.due", "Due"), nav.Date(c.Before.Due), nav.Date(c.After.Due))
	told(lang.X("statement.class", "Class"), nav.Class(c.Before.Class), nav.Class(c.After.Class))
	return nav.Join(out...)
}

func orNone(words string) string {
	if words == "" {
		return "–"
	}
	return words
}
