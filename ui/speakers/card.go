package speakers

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// view is what is shown of a speaker.
type view struct {
	speaker    *claims.Speaker
	cards      []claims.Scorecard
	years      []claims.Scorecard
	statements []*claims.Statement
}

// shownStatements is how many of the latest statements the page lists.
const shownStatements = 12

func (p *Page) show(id claims.ID) {
	nav.Fetch(p.host, "speaker", func(ctx context.Context) (view, error) { return readView(ctx, p.desk, id) }, func(v view) {
		if v.speaker == nil {
			p.host.Gone(nav.Route{Screen: nav.Speakers, ID: id})
		} else {
			p.host.Opened(nav.Route{Screen: nav.Speakers, ID: id}, v.speaker.Name)
		}
		p.draw(v)
		p.host.Commands.Refresh()
	})
}

func readView(ctx context.Context, d Desk, id claims.ID) (v view, err error) {
	if v.speaker, err = d.Speaker(ctx, id); claims.CodeOf(err) == claims.CodeNotFound {
		return view{}, nil // merged away, or its making was undone
	}
	if err != nil {
		return v, err
	}
	if v.cards, err = d.Scorecards(ctx, id); err != nil {
		return v, err
	}
	if v.years, err = d.ScorecardsByYear(ctx, id); err != nil {
		return v, err
	}
	page, err := d.List(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(id), Reverse: true, Limit: shownStatements})
	for _, r := range page.Records {
		v.statements = append(v.statements, r.(*claims.Statement))
	}
	return v, err
}

func (p *Page) draw(v view) {
	p.open = v.speaker
	p.body.Objects = nil
	if v.speaker != nil {
		p.body.Objects = []fyne.CanvasObject{p.head(v.speaker), scorecard(v), p.latest(v.statements)}
	}
	p.body.Refresh()
}

func (p *Page) head(s *claims.Speaker) fyne.CanvasObject {
	name := widget.NewLabel(s.Name)
	name.SizeName = theme.SizeNameHeadingText
	name.TextStyle.Bold = true
	name.Wrapping = fyne.TextWrapWord
	out := container.NewVBox(name)
	var lines []string
	for _, r := range s.Roles {
		lines = append(lines, roleWords(r))
	}
	if len(s.Aliases) > 0 {
		lines = append(lines, lang.X("speaker.aliases", "Also:")+" "+strings.Join(s.Aliases, ", "))
	}
	if len(lines) > 0 {
		out.Add(kit.Caption(strings.Join(lines, "\n")))
	}
	if s.Notes != "" {
		notes := widget.NewLabel(s.Notes)
		notes.Wrapping = fyne.TextWrapWord
		out.Add(notes)
	}
	more := kit.NewButton(lang.X("speaker.more", "More"), theme.MoreHorizontalIcon(), nil)
	more.OnTapped = func() {
		c := p.host.Commands
		kit.ShowMenu(p.host.Window.Canvas(), kit.Below(more), c, c.Find("speaker.timeline"), c.Find("speaker.report"), nil, c.Find("speaker.merge"), c.Find("speaker.split"))
	}
	out.Add(container.NewPadded(container.New(kit.NewFlow(),
		kit.NewButton(lang.X("speaker.search", "Search what they said"), theme.SearchIcon(), p.search),
		kit.NewButton(lang.X("speaker.claims", "Their claims"), look.Icon(look.IconClaim), p.claims),
		kit.NewButton(lang.X("speaker.edit", "Edit or rename…"), theme.DocumentCreateIcon(), p.edit), more)))
	return out
}

// roleWords is a role with its time: "Mayor, City of Karlsund (2021 – Mar 2025)".
func roleWords(r claims.Role) string {
	out := r.Title
	if r.Organization != "" {
		out = strings.TrimPrefix(out+", "+r.Organization, ", ")
	}
	from, to := nav.Date(r.From), nav.Date(r.To)
	if from != "" || to != "" {
		out += " (" + strings.TrimSpace(from+" – "+to) + ")"
	}
	return out
}

// scorecard draws the cards as bars, each with what it is a share of.
func scorecard(v view) fyne.CanvasObject {
	title := lang.X("speaker.scorecard", "Scorecard")
	if len(v.cards) == 0 || v.cards[0].Total == 0 {
		return kit.Section(title, nil, kit.Caption(lang.X("speaker.noClaims", "No claim of theirs is followed yet.")))
	}
	var bars []kit.Bar
	for _, c := range v.cards {
		label := lang.X("claims.allClasses", "All classes")
		if c.Class != "" {
			label = nav.Class(c.Class)
		}
		bars = append(bars, bar(label, c))
	}
	parts := []fyne.CanvasObject{kit.NewBars(bars...), kit.Caption(denominators(v.cards[0]))}
	if len(v.years) > 1 {
		var years []kit.Bar
		for _, y := range v.years {
			label := strconv.Itoa(y.Year)
			if y.Year == 0 {
				label = lang.X("speaker.noYear", "No year")
			}
			years = append(years, bar(label, y))
		}
		parts = append(parts, kit.Caption(lang.X("speaker.byYear", "By the year in which the claims were made")), kit.NewBars(years...))
	}
	return kit.Section(title, nil, parts...)
}

func bar(label string, c claims.Scorecard) kit.Bar {
	b := kit.Bar{Label: label}
	for _, t := range c.Tallies {
		b.Parts = append(b.Parts, kit.Part{Name: nav.ScaleWord(t.Value.Label), Count: t.Count, Tone: nav.Tone(t.Value)})
	}
	return b
}

// denominators says what the shares of a card are shares of, and what is in
// none of them.
func denominators(c claims.Scorecard) string {
	words := lang.XN("claims.count", "{{.Count}} claims", c.Total, map[string]any{"Count": nav.Number(c.Total)})
	for _, part := range []struct {
		words string
		n     int
	}{
		{lang.X("speaker.resolved", "resolved"), c.Resolved},
		{lang.X("speaker.unresolvable", "cannot be resolved"), c.Unresolvable},
		{lang.X("speaker.notYetDue", "not yet due"), c.NotYetDue},
		{lang.X("speaker.overdue", "overdue"), c.Overdue},
		{lang.X("speaker.undated", "without a date"), c.Open},
	} {
		words += fmt.Sprintf(" · %s: %s", part.words, nav.Number(part.n))
	}
	if c.Few() {
		words += ". " + lang.X("speaker.few", "Too few are resolved to speak of shares.")
	}
	return words
}

func (p *Page) latest(all []*claims.Statement) fyne.CanvasObject {
	box := container.NewVBox()
	for _, s := range all {
		words := s.Text
		if s.Kind != claims.Indirect {
			words = nav.Quoted(words)
		}
		text := widget.NewLabel(words)
		text.Wrapping = fyne.TextWrapWord
		class := nav.Class(s.Class)
		if s.Class == claims.Other || s.Class == "" {
			class = ""
		}
		from := fyne.CanvasObject(kit.Caption(nav.Join(nav.Date(s.SaidOn), class, lang.X("claim.byHand", "noted by hand"))))
		if s.Article != "" {
			from = kit.NewSmallLink(nav.Join(nav.Date(s.SaidOn), class, lang.X("speaker.inArticle", "read in the article")), func() {
				p.host.Go(nav.Route{Screen: nav.Article, ID: s.Article, Statement: s.ID})
			})
		}
		inset := theme.InnerPadding() * 0.75 // the rest is that of the text itself
		box.Add(container.New(layout.NewCustomPaddedLayout(0, theme.Padding(), inset, 0), kit.Tight(container.NewVBox(text, from))))
	}
	return kit.Section(lang.X("speaker.latest", "Latest statements"), nil, box)
}
