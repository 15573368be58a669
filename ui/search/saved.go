package search

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

func (p *Page) loadSaved() {
	nav.Fetch(p.host, "search/saved", p.desk.SavedSearches, func(all []desk.SavedSearch) {
		p.saved.SetItems(all)
		p.noSaved.Hidden = len(all) > 0
		p.noSaved.Refresh()
		p.offerChange()
	})
}

func (p *Page) offerChange() {
	if p.hasChosen() {
		p.change.Show()
	} else {
		p.change.Hide()
	}
	p.host.Commands.Refresh()
}

// run opens a saved search and notes that it was looked at.
func (p *Page) run(s desk.SavedSearch) {
	p.offerChange()
	if p.field.Text == s.Query && s.New == 0 {
		return
	}
	p.field.SetText(s.Query)
	if s.New > 0 {
		p.host.Do(func(ctx context.Context) error { return p.desk.LookAt(ctx, s.ID) }, nil)
	}
}

func savedLine(s desk.SavedSearch) kit.LineText {
	line := kit.LineText{Title: s.Name, Note: s.Query}
	if s.New > 0 {
		line.Badge, line.Tone = lang.XN("search.new", "{{.Count}} new", s.New, map[string]any{"Count": s.New}), look.Open
	}
	return line
}

func (p *Page) save() {
	query := strings.TrimSpace(p.field.Text)
	if query == "" {
		return
	}
	p.host.AskName(lang.X("search.save", "Save search"), query, "", func(name string) {
		p.host.Do(func(ctx context.Context) error {
			_, err := p.desk.SaveSearch(ctx, name, query)
			return err
		}, func() { p.host.Did(lang.X("search.savedToast", "Search saved")) })
	})
}

func (p *Page) hasChosen() bool {
	_, ok := p.saved.Chosen()
	return ok
}

func (p *Page) renameChosen() {
	s, ok := p.saved.Chosen()
	if !ok {
		return
	}
	p.host.AskName(lang.X("search.renameSaved", "Rename the saved search…"), s.Name, s.Query, func(name string) {
		p.host.Do(func(ctx context.Context) error { return p.desk.RenameSearch(ctx, s.ID, name) }, func() {
			p.host.Did(lang.X("search.renamed", "Saved search renamed"))
		})
	})
}

func (p *Page) dropChosen() {
	if s, ok := p.saved.Chosen(); ok {
		p.host.Do(func(ctx context.Context) error { return p.desk.DropSearch(ctx, s.ID) }, func() {
			p.host.Did(lang.X("search.dropped", "Saved search deleted"))
		})
	}
}
