package claim

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// moments lays out the events of a claim in lanes.
func moments(events []report.Event) []kit.Moment {
	var out []kit.Moment
	for _, e := range events {
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
			m.Lane, m.Shape, m.Tone = lang.X("lane.judged", "Verdicts"), kit.Flag, look.Partly
		case report.DueOn:
			m.Lane, m.Shape, m.Title = lang.X("lane.due", "Due"), kit.Ring, e.Date.String()
		default:
			m.Lane, m.Shape = lang.X("lane.reply", "Replies"), kit.Disc
		}
		out = append(out, m)
	}
	return out
}

func (p *Page) life() fyne.CanvasObject {
	return kit.Section(lang.X("claim.timeline", "The life of the claim"), nil, p.timeline)
}

// said lists where the claim was made, the first time and again.
func (p *Page) said() fyne.CanvasObject {
	box := container.NewVBox()
	for i := range p.claim.Appearances {
		a := &p.claim.Appearances[i]
		quote := wrapped(a.Text)
		note := widget.NewButtonWithIcon(report.Attribution(a), look.Icon(look.IconQuote), func() {
			p.host.Go(nav.Route{Screen: nav.Article, ID: a.Article, Statement: a.ID})
		})
		note.Alignment = widget.ButtonAlignLeading
		note.Importance = widget.LowImportance
		if a.Article == "" {
			note.Disable()
		}
		box.Add(container.NewVBox(quote, scrollX(note)))
	}
	return kit.Section(lang.X("claim.said", "Said"), nil, box)
}

// scrollX keeps a long line from widening the page.
func scrollX(o fyne.CanvasObject) fyne.CanvasObject {
	s := container.NewHScroll(o)
	s.SetMinSize(fyne.NewSize(0, o.MinSize().Height))
	return s
}

// happened lists the outcomes with their evidence.
func (p *Page) happened() fyne.CanvasObject {
	add := widget.NewButtonWithIcon(lang.X("claim.addOutcome", "Add an outcome…"), theme.ContentAddIcon(), p.addOutcome)
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
	head := wrapped(o.Date.String() + "  " + o.Summary)
	head.TextStyle.Bold = true
	unlink := widget.NewButtonWithIcon("", theme.ContentClearIcon(), func() { p.unlink(o) })
	unlink.Importance = widget.LowImportance
	attach := widget.NewButtonWithIcon("", theme.MailAttachmentIcon(), func() { p.attach(o) })
	attach.Importance = widget.LowImportance
	badge := container.NewVBox(kit.ChipRow(kit.NewBadge(nav.RelationWords(o.Relation), nav.RelationTone(o.Relation))))
	box := container.NewVBox(container.NewBorder(nil, nil, badge, container.NewHBox(attach, unlink), head))
	if o.Note != "" {
		box.Add(kit.Caption(o.Note))
	}
	for i := range o.Evidence {
		box.Add(p.evidence(&o.Evidence[i]))
	}
	return box
}

func (p *Page) evidence(e *report.Evidence) fyne.CanvasObject {
	icon := look.Icon(look.IconEvidence)
	var words string
	var open func()
	switch {
	case e.Source != nil:
		words = "“" + e.Quote + "” — " + report.SourceLine(e.Source.Article)
		open = func() { p.host.Go(nav.Route{Screen: nav.Article, ID: e.Article, Span: e.Span}) }
	case e.Statement != nil:
		words = e.Statement.Text + " — " + report.Attribution(e.Statement)
		open = func() { p.host.Go(nav.Route{Screen: nav.Article, ID: e.Statement.Article, Statement: e.Statement.ID}) }
	case e.URL != "":
		words = e.URL + " (" + claims.DateOf(e.Retrieved).String() + ") " + e.Note
	default:
		words = fmt.Sprintf("%s · SHA-256 %.12s… %s", e.FileName, e.File, e.Note)
	}
	b := widget.NewButtonWithIcon(words, icon, open)
	b.Alignment = widget.ButtonAlignLeading
	b.Importance = widget.LowImportance
	if open == nil {
		return container.NewBorder(nil, nil, container.NewVBox(widget.NewIcon(icon)), nil, kit.Caption(words))
	}
	return scrollX(b)
}

// verdicts lists the judgements, the latest first; earlier ones stay readable.
func (p *Page) verdicts() fyne.CanvasObject {
	give := widget.NewButtonWithIcon(lang.X("claim.giveVerdict", "Give a verdict…"), theme.ContentAddIcon(), p.giveVerdict)
	all := p.claim.Verdicts
	if len(all) == 0 {
		return kit.Section(lang.X("claim.verdicts", "Verdicts"), give, kit.Caption(lang.X("claim.noVerdict", "None yet. A verdict names its reason and the outcomes it rests on, and is never overwritten.")))
	}
	box := container.NewVBox()
	for i := len(all) - 1; i >= 0; i-- {
		v := all[i]
		tone := look.Neutral
		if p.claim.Scale != nil {
			if value, ok := p.claim.Scale.Find(v.Value); ok {
				tone = nav.Tone(value)
			}
		}
		badge := container.NewVBox(kit.ChipRow(kit.NewBadge(v.Label, tone)))
		box.Add(container.NewBorder(nil, nil, badge, nil, container.NewVBox(wrapped(v.Reason), kit.Caption(claims.DateOf(v.At).String()+" · "+v.Who))))
	}
	return kit.Section(lang.X("claim.verdicts", "Verdicts"), give, box)
}

// replies is the right-of-reply log.
func (p *Page) replies() fyne.CanvasObject {
	add := widget.NewButtonWithIcon(lang.X("claim.logReply", "Log a reply…"), theme.ContentAddIcon(), p.logReply)
	box := container.NewVBox()
	for _, r := range p.claim.Replies {
		box.Add(wrapped(claims.DateOf(r.At).String() + " · " + replyWords(r.State) + " · " + r.To + ": " + r.Text))
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
