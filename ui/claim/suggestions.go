package claim

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
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// suggestionsShown is how many suggestions the page offers at a time.
const suggestionsShown = 5

// suggestions makes the part of the page that offers articles; it is empty
// until they are found, and where there are none.
func (p *Page) suggestions() fyne.CanvasObject {
	box, id := container.NewVBox(), p.id
	nav.Fetch(p.host, "claim/suggestions", func(ctx context.Context) ([]desk.Suggestion, error) {
		return p.desk.SuggestEvidence(ctx, id, suggestionsShown)
	}, func(found []desk.Suggestion) {
		refused := p.refused()
		if id != p.id || len(found) == 0 && refused == nil {
			return
		}
		list := container.NewVBox()
		for i := range found {
			list.Add(p.suggestion(&found[i]))
		}
		if refused != nil {
			list.Add(refused)
		}
		box.Add(kit.Section(lang.X("claim.suggestions", "Suggestions"), nil, kit.Caption(lang.X("claim.suggestionsHint", "Articles that may bear on the claim. Nothing is linked before you say what it is.")), list))
		box.Refresh()
	})
	return box
}

// suggestion shows one article with the words that match, and asks what it is.
func (p *Page) suggestion(s *desk.Suggestion) fyne.CanvasObject {
	open := kit.NewSmallLink(nav.Join(nav.Date(s.Article.Published), s.Article.Title, s.Article.Outlet), func() {
		r := nav.Route{Screen: nav.Article, ID: s.Article.ID, Span: s.Span}
		if s.Statement != nil {
			r.Statement = s.Statement.ID
		}
		p.host.Go(r)
	})
	words := lang.X("claim.matching", "Matching words:") + " " + strings.Join(s.Words, ", ")
	score := kit.NewBadge(fmt.Sprintf("%.0f %%", 100*s.Score), look.Neutral)
	buttons := container.New(kit.NewFlow())
	for _, r := range claims.Relations {
		b := kit.NewButton(confirmWords(r), nil, func() { p.confirm(s, r) })
		if r == s.Relation {
			b.Importance = widget.HighImportance
		}
		buttons.Add(b)
	}
	buttons.Add(kit.NewButton(lang.X("claim.itIsNothing", "Not about this"), nil, func() { p.refuse(s) }))
	text := closely(wrapped(s.Quote), open, kit.Caption(nav.Join(words, statement.ReasonWords(s.Reason))))
	return container.NewVBox(container.NewBorder(nil, nil, nil, container.NewVBox(kit.ChipRow(score)), text), container.NewPadded(buttons))
}

func confirmWords(r claims.Relation) string {
	switch r {
	case claims.Supports:
		return lang.X("claim.itSupports", "It supports")
	case claims.Contradicts:
		return lang.X("claim.itContradicts", "It contradicts")
	}
	return lang.X("claim.itIsContext", "It is context")
}

// confirm makes the outcome of a suggestion and links it to the claim, as one
// change.
func (p *Page) confirm(s *desk.Suggestion, r claims.Relation) {
	p.host.Do(func(ctx context.Context) error {
		_, err := p.desk.AddOutcome(ctx, s.Outcome(r))
		return err
	}, func() { p.host.Did(lang.X("outcome.linked", "Outcome linked")) })
}

// refuse sees to it that the article is not suggested for the claim again.
func (p *Page) refuse(s *desk.Suggestion) {
	p.host.Do(func(ctx context.Context) error { return p.desk.RefuseOutcome(ctx, s.Claim.ID, s.Article.ID) }, func() {
		p.host.Did(lang.X("toast.refused", "Not suggested again"))
	})
}

// refused offers to look again at what was refused, nil where nothing was.
func (p *Page) refused() fyne.CanvasObject {
	n, id := len(p.claim.Refused), p.id
	if n == 0 {
		return nil
	}
	words := lang.XN("claim.refused", "{{.Count}} refused: suggest again", n, map[string]any{"Count": nav.Number(n)})
	return kit.NewSmallLink(words, func() {
		p.host.Do(func(ctx context.Context) error { return p.desk.Reconsider(ctx, id) }, func() {
			p.host.Did(lang.X("toast.reconsidered", "Suggested again"))
		})
	})
}
