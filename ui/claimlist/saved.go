package claimlist

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// loadSaved reads the saved filters: the saved searches for claims.
func (p *Page) loadSaved() {
	nav.Fetch(p.host, "claims/saved", p.desk.SavedSearches, func(all []desk.SavedSearch) {
		p.saved = nil
		for _, s := range all {
			if s.Query == kindFilter || strings.HasPrefix(s.Query, kindFilter+" ") {
				p.saved = append(p.saved, s)
			}
		}
	})
}

// showFilters opens the menu of the saved filters.
func (p *Page) showFilters(at fyne.Position) {
	text := p.filter.text()
	var list []*kit.Command
	var open *desk.SavedSearch
	for i := range p.saved {
		s := &p.saved[i]
		item := &kit.Command{Title: s.Name, Do: func() { p.use(s.Query) }}
		if filterOf(s.Query) == text {
			open, item.Icon = s, theme.ConfirmIcon()
		}
		list = append(list, item)
	}
	if len(list) > 0 {
		list = append(list, nil)
	}
	list = append(list, p.host.Commands.Find("claims.saveFilter"), p.host.Commands.Find("claims.clearFilter"))
	if open != nil {
		list = append(list, &kit.Command{Title: lang.X("claims.renameFilter", "Rename this saved filter…"), Icon: theme.DocumentCreateIcon(), Do: func() { p.rename(*open) }})
		list = append(list, &kit.Command{Title: lang.X("claims.dropFilter", "Delete this saved filter"), Icon: theme.DeleteIcon(), Do: func() { p.drop(*open) }})
	}
	kit.ShowMenu(p.host.Window.Canvas(), at, p.host.Commands, list...)
}

// filterOf is the filter of a saved search.
func filterOf(query string) string {
	return strings.TrimSpace(strings.TrimPrefix(query, kindFilter))
}

func (p *Page) use(query string) {
	p.filter.set(query)
	p.filtered()
}

func (p *Page) drop(s desk.SavedSearch) {
	p.host.Do(func(ctx context.Context) error { return p.desk.DropSearch(ctx, s.ID) }, func() {
		p.host.Did(lang.X("claims.filterDropped", "Saved filter deleted"))
	})
}

// saveFilter keeps the filter under a name.
func (p *Page) saveFilter() {
	query := strings.TrimSpace(kindFilter + " " + p.filter.text())
	p.host.AskName(lang.X("claims.saveFilter", "Save this filter…"), p.filter.text(), lang.X("claims.saveFilterHint", "The search screen lists it too, with what is new."), func(name string) {
		p.host.Do(func(ctx context.Context) error {
			_, err := p.desk.SaveSearch(ctx, name, query)
			return err
		}, func() { p.host.Did(lang.X("claims.filterSaved", "Filter saved")) })
	})
}

func (p *Page) rename(s desk.SavedSearch) {
	p.host.AskName(lang.X("claims.renameFilter", "Rename this saved filter…"), s.Name, "", func(name string) {
		p.host.Do(func(ctx context.Context) error { return p.desk.RenameSearch(ctx, s.ID, name) }, func() {
			p.host.Did(lang.X("claims.filterRenamed", "Saved filter renamed"))
		})
	})
}
