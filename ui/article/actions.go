package article

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/reader"
	"onrecord/ui/statement"
)

// commands adds what can be done here, each with its key.
func (p *Page) commands() {
	menu, scope := lang.X("menu.statement", "Statement"), string(nav.Article)
	one := func() bool { return p.card.ID() != "" }
	end := func(id, title string, key rune, start bool, by int) *kit.Command {
		return &kit.Command{ID: id, Menu: menu, Title: title, Letter: key, Scope: scope, Enabled: one, Do: func() { p.reader.Adjust(start, by) }}
	}
	selected := func() bool { return !p.reader.Selection().Empty() }
	p.host.Commands.Add(
		&kit.Command{ID: "article.next", Menu: menu, Title: lang.X("article.next", "Next statement"), Letter: 'j', Scope: scope, Do: func() { p.walk(1) }},
		&kit.Command{ID: "article.previous", Menu: menu, Title: lang.X("article.previous", "Previous statement"), Letter: 'k', Scope: scope, Do: func() { p.walk(-1) }},
		&kit.Command{ID: "article.accept", Menu: menu, Title: lang.X("statement.accept", "Accept"), Letter: 'a', Scope: scope, Enabled: one, Do: p.card.Accept},
		&kit.Command{ID: "article.reject", Menu: menu, Title: lang.X("statement.reject", "Reject"), Letter: 'r', Scope: scope, Enabled: one, Do: p.card.Reject},
		&kit.Command{ID: "article.edit", Menu: menu, Title: lang.X("statement.edit", "Edit…"), Letter: 'e', Scope: scope, Enabled: one, Do: p.card.Edit},
		&kit.Command{ID: "article.speaker", Menu: menu, Title: lang.X("statement.speaker", "Set speaker…"), Letter: 's', Scope: scope, Enabled: one, Do: p.card.SetSpeaker},
		&kit.Command{ID: "article.claim", Menu: menu, Title: lang.X("statement.claim", "Make a claim…"), Letter: 'c', Scope: scope, Icon: look.Icon(look.IconClaim), Enabled: one, Do: p.card.MakeClaim},
		&kit.Command{ID: "article.new", Menu: menu, Title: lang.X("article.new", "Make a statement of the selection…"), Letter: 'n', Scope: scope, Icon: look.Icon(look.IconQuote), Enabled: selected, Do: p.fromSelection},
		end("article.endLater", lang.X("article.endLater", "Move the end a word on"), '.', false, 1),
		end("article.endEarlier", lang.X("article.endEarlier", "Move the end a word back"), ',', false, -1),
		end("article.startLater", lang.X("article.startLater", "Move the start a word on"), '>', true, 1),
		end("article.startEarlier", lang.X("article.startEarlier", "Move the start a word back"), '<', true, -1),
		&kit.Command{ID: "article.copy", Menu: menu, Title: lang.X("article.copy", "Copy with citation"), Key: kit.CtrlShift(fyne.KeyC), Scope: scope, Icon: theme.ContentCopyIcon(), Do: p.copyCited},
		&kit.Command{ID: "article.find", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("article.find", "Find in article"), Key: kit.Ctrl(fyne.KeyF), Scope: scope, Do: p.openFind},
		&kit.Command{ID: "article.details", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("article.detailsOf", "Details of the article…"), Letter: 'd', Scope: scope, Icon: theme.InfoIcon(), Do: p.editDetails},
		&kit.Command{ID: "article.versions", Menu: lang.X("menu.edit", "Edit"), Title: lang.X("article.versionsOf", "Versions of the article…"), Letter: 'v', Scope: scope, Icon: theme.HistoryIcon(), Do: p.showVersions},
		&kit.Command{ID: "article.reread", Menu: menu, Title: lang.X("article.reread", "Read the statements again…"), Scope: scope, Do: p.askReread},
	)
}

func (p *Page) walk(by int) {
	p.reader.Walk(by)
	if id := p.reader.Active(); id != "" {
		p.choose(claims.ID(id), true)
	}
}

func (p *Page) openFind() { p.find.Open() }

// fromSelection offers the selected words as a statement: the speaker is that of
// the statement before, the rest what the words tell.
func (p *Page) fromSelection() {
	span := claims.Span(p.reader.Selection()).Trim(p.reading.Text)
	if span.Empty() {
		return
	}
	reading, speaker := p.reading, ""
	for _, s := range reading.Statements {
		if len(s.Content) > 0 && s.Content[0].Start < span.Start {
			speaker = statement.Speaker(reading, s)
		}
	}
	nav.Fetch(p.host, "article/draft", func(context.Context) (claims.Statement, error) {
		return desk.DraftStatement(reading, span, speaker), nil
	}, func(draft claims.Statement) {
		statement.ShowNew(p.host, p.desk, draft, speaker)
	})
}

// adjusted stores a statement whose ends were moved.
func (p *Page) adjusted(id string, old, now reader.Span) {
	s := p.find1(claims.ID(id))
	if s == nil {
		return
	}
	after := *s
	after.Content = append([]claims.Span(nil), s.Content...)
	for i, span := range after.Content {
		if span == claims.Span(old) {
			after.Content[i] = claims.Span(now)
		}
	}
	p.host.Do(func(ctx context.Context) error { return p.desk.EditStatement(ctx, after, "") }, func() {
		p.host.Did(lang.X("article.adjusted", "The statement’s ends were moved"))
	})
}

// copyCited copies the selected words, or the active statement, with where
// they come from.
func (p *Page) copyCited() {
	words := claims.Span(p.reader.Selection())
	s := p.find1(p.card.ID())
	if words.Empty() && s == nil {
		return
	}
	if !words.Empty() {
		s = nil
	}
	p.host.App.Clipboard().SetContent(statement.Cited(p.host, p.reading, s, words))
	p.host.Toasts.Say(lang.X("article.copied", "Copied with its source"))
}

// menu opens what can be done with a mark or the selection.
func (p *Page) menu(id string, at fyne.Position) {
	if id != "" {
		p.choose(claims.ID(id), false)
	}
	var items []*fyne.MenuItem
	for _, c := range p.host.Commands.All() {
		if c.Scope == string(nav.Article) && p.host.Commands.Available(c) {
			items = append(items, fyne.NewMenuItem(c.Title, func() { p.host.Commands.Run(c) }))
		}
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.host.Window.Canvas(), at)
}
