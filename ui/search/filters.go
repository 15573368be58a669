package search

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// kinds are the records that can be asked for alone, in the order of the chips.
var kinds = []claims.Kind{claims.KindStatement, claims.KindArticle, claims.KindClaim, claims.KindSpeaker, claims.KindOutcome}

// showChips shows the filters of the query, each to be taken away, a chip for
// each kind that is not asked for, and the button that adds another filter. They
// stay as they are while letters are typed that change no filter.
func (p *Page) showChips(typed string) {
	filters := match.ParseQuery(typed).Filters
	says := fmt.Sprint(filters)
	if says == p.filters && len(p.chips.Objects) > 0 {
		return
	}
	p.filters = says
	p.chips.Objects = nil
	byKind := false
	for _, f := range filters {
		byKind = byKind || f.Field == match.ByKind
		text := kit.Here().Of(fieldWords(f.Field), valueWords(f))
		if f.Not {
			text = lang.X("search.not", "not") + " " + text
		}
		p.chips.Add(kit.NewRemovableChip(text, func() { p.filterBy(without(p.field.Text, f)) }))
	}
	if !byKind {
		for _, k := range kinds {
			p.chips.Add(kit.NewFilterChip(kindOf(k), false, func(bool) { p.filterBy(with(p.field.Text, match.ByKind, string(k))) }))
		}
	}
	add := kit.NewButton(lang.X("search.addFilter", "Filter"), theme.ContentAddIcon(), nil)
	add.Importance = widget.LowImportance
	add.OnTapped = func() { p.showFields(kit.Below(add)) }
	p.chips.Add(add)
	p.chips.Refresh()
}

// filterBy searches with other filters, with the keyboard in the field.
func (p *Page) filterBy(typed string) {
	p.field.SetText(typed)
	p.field.CursorColumn = len([]rune(typed))
	p.field.Refresh()
	kit.Focus(p.field)
}

// showFields opens the menu of what can be filtered by: a choice with known
// values searches at once, any other is typed on.
func (p *Page) showFields(at fyne.Position) {
	typed := p.field.Text
	var items []*fyne.MenuItem
	for _, f := range match.Fields {
		if f == match.ByKind {
			continue // there are chips for it
		}
		item := fyne.NewMenuItem(fieldWords(f)+"…", func() { p.filterBy(strings.TrimSpace(typed) + " " + string(f) + ":") })
		if values := p.valuesOf(f); len(values) > 0 {
			item = fyne.NewMenuItem(fieldWords(f), nil)
			item.ChildMenu = fyne.NewMenu("", values...)
		}
		items = append(items, item)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.host.Window.Canvas(), at)
}

// valuesOf lists the values of a field that has few.
func (p *Page) valuesOf(f match.Field) (items []*fyne.MenuItem) {
	typed := p.field.Text
	add := func(words, value string) {
		items = append(items, fyne.NewMenuItem(words, func() { p.filterBy(with(typed, f, value)) }))
	}
	switch f {
	case match.ByClass:
		for _, c := range claims.Classes {
			add(nav.Class(c), string(c))
		}
	case match.ByVerdict:
		add(lang.X("claims.noVerdict", "No verdict yet"), "none")
		for _, v := range p.verdicts {
			add(nav.ScaleWord(v.Label), v.ID)
		}
	case match.ByDue:
		for _, value := range []string{"overdue", "soon", "none"} {
			add(valueWords(match.Filter{Field: f, Value: value}), value)
		}
	}
	return items
}

// with adds a filter to what was typed.
func with(typed string, f match.Field, value string) string {
	return strings.TrimSpace(strings.TrimSpace(typed)+" "+string(f)+":"+value) + " "
}

// without takes one filter out of what was typed.
func without(typed string, f match.Filter) string {
	for _, form := range []string{string(f.Field) + ":" + f.Value, string(f.Field) + `:"` + f.Value + `"`, string(f.Field) + ": " + f.Value} {
		if i := strings.Index(strings.ToLower(typed), strings.ToLower(form)); i >= 0 {
			return strings.Join(strings.Fields(strings.TrimSuffix(typed[:i], "-")+" "+typed[i+len(form):]), " ")
		}
	}
	return typed
}

// fieldWords names what a filter looks at.
func fieldWords(f match.Field) string {
	switch f {
	case match.BySpeaker:
		return lang.X("record.speaker", "Speaker")
	case match.ByOutlet:
		return lang.X("article.outlet", "Outlet")
	case match.After:
		return lang.X("search.after", "From")
	case match.Before:
		return lang.X("search.before", "Before")
	case match.ByKind:
		return lang.X("search.kind", "Kind")
	case match.ByClass:
		return lang.X("statement.class", "Class")
	case match.ByVerdict:
		return lang.X("record.verdict", "Verdict")
	case match.ByDue:
		return lang.X("statement.due", "Due")
	}
	return lang.X("record.topics", "Topics")
}

// valueWords names the value of a filter where it is a word of the program.
func valueWords(f match.Filter) string {
	switch f.Field {
	case match.ByKind:
		for _, k := range kinds {
			if string(k) == f.Value {
				return kindOf(k)
			}
		}
	case match.ByClass:
		for _, c := range claims.Classes {
			if string(c) == f.Value {
				return nav.Class(c)
			}
		}
	case match.ByDue:
		switch f.Value {
		case "overdue":
			return lang.X("due.overdue", "Overdue")
		case "soon":
			return lang.X("due.soon", "Due soon")
		case "none":
			return lang.X("claims.noDue", "No due date")
		}
	}
	return f.Value
}
