package claim

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
	"onrecord/ui/statement"
)

// moments lays out the life of a claim in lanes.
func moments(c *report.Claim) []kit.Moment {
	var out []kit.Moment
	for _, e := range c.Events {
		first, ok := e.Date.First()
		if !ok {
			continue
		}
		last, _ := e.Date.Last()
		m := kit.Moment{At: first.Time(), Until: last.Time(), Title: e.Label, ID: string(e.ID)}
		switch e.Kind {
		case report.Said:
			m.Lane, m.Shape = lang.X("lane.said", "Said"), kit.Disc
		case report.Happened:
			m.Lane, m.Shape, m.Tone = lang.X("lane.happened", "Happened"), kit.Diamond, look.Open
		case report.Judged:
			m.Lane, m.Shape, m.Tone = lang.X("lane.judged", "Verdicts"), kit.Flag, verdictTone(c, e.Label)
			m.Title = nav.ScaleWord(e.Label)
		case report.DueOn:
			m.Lane, m.Shape, m.Title = lang.X("lane.due", "Due"), kit.Ring, nav.Date(e.Written())
		default:
			m.Lane, m.Shape = lang.X("lane.reply", "Replies"), kit.Disc
		}
		out = append(out, m)
	}
	return out
}

// verdictTone is the feeling of a word of the claim's scale.
func verdictTone(c *report.Claim, word string) look.Tone {
	if c.Scale != nil {
		if v, ok := c.Scale.Find(word); ok {
			return nav.Tone(v)
		}
	}
	return look.Neutral
}

func (p *Page) life() fyne.CanvasObject {
	return kit.Section(lang.X("claim.timeline", "The life of the claim"), nil, p.timeline)
}

// said lists where the claim was made, the first time and again.
func (p *Page) said() fyne.CanvasObject {
	box := container.NewVBox()
	for i := range p.claim.Appearances {
		box.Add(p.appearance(&p.claim.Appearances[i], i))
	}
	if len(p.claim.Appearances) == 0 {
		box.Add(kit.Caption(lang.X("claim.noAppearance", "No statement is tied to it yet.")))
	}
	add := kit.NewAction(lang.X("claim.addAppearance", "Add a statement that says it again…"), p.addAppearance)
	return kit.Section(lang.X("claim.said", "Said"), add, box)
}

func (p *Page) appearance(a *report.Statement, i int) fyne.CanvasObject {
	words := a.Text
	if a.Kind != claims.Indirect {
		words = nav.Quoted(words)
	}
	box := container.NewVBox(wrapped(words), p.sourceLink(a))
	if i > 0 {
		box.Add(container.NewHBox(kit.NewAction(lang.X("claim.dropAppearance", "This is another claim: take it off"), func() { p.dropAppearance(a.ID) })))
	}
	return closely(box)
}

// closely sets the lines of one thing close together, below the first letter of
// the title of its section.
func closely(lines ...fyne.CanvasObject) fyne.CanvasObject {
	inset := theme.InnerPadding() * 0.75 // the rest is that of the text itself
	return container.New(layout.NewCustomPaddedLayout(0, 0, inset, 0), kit.Tight(container.NewVBox(lines...)))
}

// sourceLink names speaker, day, title and outlet, and leads to the place.
func (p *Page) sourceLink(s *report.Statement) fyne.CanvasObject {
	line := nav.Join(s.Speaker, nav.Date(s.SaidOn))
	if s.Source == nil {
		return kit.Caption(nav.Join(line, lang.X("claim.byHand", "noted by hand")))
	}
	return kit.NewSmallLink(nav.Join(line, s.Source.Title, s.Source.Outlet), func() {
		p.host.Go(nav.Route{Screen: nav.Article, ID: s.Article, Statement: s.ID})
	})
}

func (p *Page) dropAppearance(statement claims.ID) {
	id := p.id
	p.host.Do(func(ctx context.Context) error { return p.desk.RemoveAppearance(ctx, id, statement) }, func() {
		p.host.Did(lang.X("claim.appearanceDropped", "Statement taken off the claim"))
	})
}

// happened lists the outcomes with their evidence.
func (p *Page) happened() fyne.CanvasObject {
	add := kit.NewAction(lang.X("claim.addOutcome", "Add an outcome…"), p.addOutcome)
	if len(p.claim.Outcomes) == 0 {
		return kit.Section(lang.X("claim.happened", "What happened"), add,
			kit.Caption(lang.X("claim.noOutcome", "Nothing is linked yet. An outcome is something that happened, with evidence: words of an article, a statement, a web address or a file.")))
	}
	box := container.NewVBox()
	for i := range p.claim.Outcomes {
		box.Add(p.outcome(&p.claim.Outcomes[i]))
	}
	return kit.Section(lang.X("claim.happened", "What happened"), add, box)
}

func (p *Page) outcome(o *report.Outcome) fyne.CanvasObject {
	head := wrapped(o.Summary)
	head.TextStyle.Bold = true
	badge := kit.ChipRow(kit.NewBadge(nav.RelationWords(o.Relation), nav.RelationTone(o.Relation)))
	lines := []fyne.CanvasObject{head, kit.Caption(nav.Join(nav.Date(o.Date), o.Note))}
	for _, words := range p.workings[o.ID] { // "said 4.2%, published 3.6%: 0.6 points lower"
		lines = append(lines, wrapped(statement.WorkingWords(words)))
	}
	for i := range o.Evidence {
		lines = append(lines, p.evidence(&o.Evidence[i]))
	}
	lines = append(lines, container.New(kit.NewFlow(),
		kit.NewAction(lang.X("outcome.edit", "Edit…"), func() { p.editOutcome(o) }),
		kit.NewAction(lang.X("outcome.attach", "Attach a file…"), func() { p.attach(o) }),
		kit.NewAction(lang.X("outcome.unlink", "Take off the claim"), func() { p.unlink(o) })))
	return container.NewBorder(nil, nil, nil, container.NewVBox(badge), closely(lines...))
}

func (p *Page) evidence(e *report.Evidence) fyne.CanvasObject {
	var body fyne.CanvasObject
	switch {
	case e.Source != nil:
		body = container.NewVBox(wrapped(nav.Quoted(e.Quote)), kit.NewSmallLink(nav.Join(nav.Date(e.Source.Published), e.Source.Title, e.Source.Outlet), func() {
			p.host.Go(nav.Route{Screen: nav.Article, ID: e.Article, Span: e.Span})
		}))
	case e.Statement != nil:
		body = container.NewVBox(wrapped(nav.Quoted(e.Statement.Text)), p.sourceLink(e.Statement))
	case e.URL != "":
		body = kit.Caption(nav.Join(e.URL, nav.Day(e.Retrieved), e.Note))
	default:
		body = kit.Caption(nav.Join(e.FileName, fmt.Sprintf("SHA-256 %.12s…", e.File), e.Note))
	}
	icon := container.NewVBox(widget.NewIcon(look.Icon(look.IconEvidence)))
	return container.NewBorder(nil, nil, container.NewPadded(icon), nil, body)
}

// verdicts lists the judgements, the latest first; earlier ones stay readable.
func (p *Page) verdicts() fyne.CanvasObject {
	give := kit.NewAction(lang.X("claim.giveVerdict", "Give a verdict…"), p.giveVerdict)
	all := p.claim.Verdicts
	if len(all) == 0 {
		return kit.Section(lang.X("claim.verdicts", "Verdicts"), give, kit.Caption(lang.X("claim.noVerdict", "None yet. A verdict names its reason and the outcomes it rests on, and is never overwritten.")))
	}
	box := container.NewVBox()
	for i := len(all) - 1; i >= 0; i-- {
		box.Add(p.verdict(i))
	}
	return kit.Section(lang.X("claim.verdicts", "Verdicts"), give, box)
}

// verdict shows one of the verdicts, with what it rests on and what became of
// that since.
func (p *Page) verdict(i int) fyne.CanvasObject {
	v := p.claim.Verdicts[i]
	word := nav.ScaleWord(v.Label)
	if p.claim.Scale != nil && v.Value == p.claim.Scale.Open().ID {
		word = lang.X("verdict.withdrawn", "Withdrawn")
	}
	badge := container.NewPadded(kit.ChipRow(kit.NewBadge(word, verdictTone(&p.claim, v.Value))))
	lines := []fyne.CanvasObject{wrapped(v.Reason)}
	for _, g := range p.claim.Grounds[i] {
		lines = append(lines, kit.Caption(lang.X("verdict.restsOn", "Rests on:")+" "+nav.Join(nav.Date(g.Date), g.Summary, sinceThen(g))))
	}
	return container.NewVBox(container.NewBorder(nil, nil, badge, nil, kit.Caption(nav.Join(nav.Day(v.At), v.Who))), closely(lines...))
}

// sinceThen says what became of an outcome after a verdict that rests on it.
func sinceThen(g report.Ground) string {
	switch {
	case g.Unlinked:
		return lang.X("verdict.groundUnlinked", "taken off the claim since then")
	case g.Corrected:
		return lang.X("verdict.groundCorrected", "corrected since then")
	}
	return ""
}

// replies is the right-of-reply log.
func (p *Page) replies() fyne.CanvasObject {
	add := kit.NewAction(lang.X("claim.logReply", "Log a reply…"), p.logReply)
	box := container.NewVBox()
	for _, r := range p.claim.Replies {
		head := nav.Join(nav.Day(r.At), replyWords(r.State), r.To)
		if !r.Until.IsZero() {
			head = nav.Join(head, lang.X("reply.until", "Answer by")+" "+nav.Date(r.Until))
		}
		entry := container.NewVBox(kit.Caption(head))
		if r.Text != "" {
			entry.Add(wrapped(r.Text))
		}
		box.Add(closely(entry))
	}
	if len(p.claim.Replies) == 0 {
		box.Add(kit.Caption(lang.X("claim.noReply", "Nobody has been asked yet.")))
	}
	return kit.Section(lang.X("claim.replies", "Right of reply"), add, box)
}

func replyWords(s claims.ReplyState) string {
	switch s {
	case claims.ReplyAsked:
		return lang.X("reply.asked", "Asked")
	case claims.ReplyGiven:
		return lang.X("reply.given", "Answered")
	}
	return lang.X("reply.declined", "Declined to answer")
}

// notes are the person's own.
func (p *Page) notes() fyne.CanvasObject {
	words := fyne.CanvasObject(kit.Caption(lang.X("claim.noNotes", "No notes.")))
	if p.claim.Notes != "" {
		words = wrapped(p.claim.Notes)
	}
	return kit.Section(lang.X("record.notes", "Notes"), kit.NewAction(lang.X("outcome.edit", "Edit…"), p.edit), words)
}
