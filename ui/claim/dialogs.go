package claim

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/claims/when"
	"onrecord/ui/importer"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// ask opens a form that stores something when it is confirmed. The first
// field gets the keyboard.
func (p *Page) ask(title string, first fyne.Focusable, form fyne.CanvasObject, store func()) {
	d := dialog.NewCustomConfirm(title, lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(form), func(ok bool) {
		if ok {
			store()
		}
	}, p.host.Window)
	d.Resize(nav.Large(p.host.Window))
	d.Show()
	p.host.Window.Canvas().Focus(first)
}

func lines(text string, rows int) *kit.Input {
	e := kit.NewLines()
	e.Wrapping = fyne.TextWrapWord
	e.SetText(text)
	e.SetMinRowsVisible(rows)
	return e
}

func dateEntry(d claims.Date) *kit.DateEntry {
	e := kit.NewDateEntry(importer.ParseDate)
	e.SetText(d.String())
	return e
}

func readDate(text string) claims.Date {
	d, _ := when.ParseDate(text)
	return d
}

func relationChoice() *widget.Select {
	var names []string
	for _, r := range claims.Relations {
		names = append(names, nav.RelationWords(r))
	}
	s := widget.NewSelect(names, nil)
	s.SetSelectedIndex(0)
	return s
}

// addOutcome adds something that happened and links it, as two changes.
func (p *Page) addOutcome() {
	summary, address, note := lines("", 2), kit.NewInput(), kit.NewInput()
	date, relation := dateEntry(p.desk.Today()), relationChoice()
	evidence := newFinder(p.host, p.desk)
	form := kit.NewForm(
		kit.Field{Label: lang.X("outcome.summary", "What happened"), Input: summary, Hint: lang.X("outcome.summaryHint", "One sentence that stands by itself.")},
		kit.Field{Label: lang.X("outcome.date", "When"), Input: container.NewVBox(date, date.Echo())},
		kit.Field{Label: lang.X("outcome.relation", "It"), Input: relation},
		kit.Field{Label: lang.X("outcome.evidence", "Evidence"), Input: evidence.content(), Hint: lang.X("outcome.evidenceHint", "Search for a statement that shows it, and choose it.")},
		kit.Field{Label: lang.X("outcome.url", "Web address"), Input: address},
		kit.Field{Label: lang.X("outcome.note", "Note"), Input: note},
	)
	p.ask(lang.X("claim.addOutcome", "Add an outcome…"), summary, form, func() {
		o := claims.Outcome{Summary: strings.TrimSpace(summary.Text), Date: readDate(date.Text)}
		if s := evidence.chosen; s != nil {
			o.Evidence = append(o.Evidence, claims.Evidence{Statement: s.ID})
		}
		if u := strings.TrimSpace(address.Text); u != "" {
			o.Evidence = append(o.Evidence, claims.Evidence{URL: u, Note: note.Text})
		}
		id, rel := p.id, claims.Relations[relation.SelectedIndex()]
		p.host.Do(func(ctx context.Context) error {
			made, err := p.desk.AddOutcome(ctx, o)
			if err != nil {
				return err
			}
			return p.desk.Link(ctx, id, made.ID, rel, note.Text)
		}, func() { p.host.Did(lang.X("outcome.linked", "Outcome linked")) })
	})
}

// linkOutcome links an outcome that the archive has.
func (p *Page) linkOutcome() {
	find := newOutcomeFinder(p.host, p.desk)
	relation, note := relationChoice(), kit.NewInput()
	form := kit.NewForm(
		kit.Field{Label: lang.X("record.outcome", "Outcome"), Input: find.content()},
		kit.Field{Label: lang.X("outcome.relation", "It"), Input: relation},
		kit.Field{Label: lang.X("outcome.note", "Note"), Input: note},
	)
	p.ask(lang.X("claim.linkOutcome", "Link a known outcome…"), find.field, form, func() {
		if find.outcome == nil {
			return
		}
		id, outcome, rel := p.id, find.outcome.ID, claims.Relations[relation.SelectedIndex()]
		p.host.Do(func(ctx context.Context) error { return p.desk.Link(ctx, id, outcome, rel, note.Text) }, func() { p.host.Did(lang.X("outcome.linked", "Outcome linked")) })
	})
}

func (p *Page) unlink(o *report.Outcome) {
	id := p.id
	p.host.Do(func(ctx context.Context) error { return p.desk.Unlink(ctx, id, o.ID) }, func() { p.host.Did(lang.X("outcome.unlinked", "Outcome taken off the claim")) })
}

// attach keeps a file as evidence.
func (p *Page) attach(o *report.Outcome) {
	dialog.ShowFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			p.host.Fail(err)
			return
		}
		p.host.Do(func(ctx context.Context) error {
			data, err := io.ReadAll(io.LimitReader(r, desk.MaxEvidenceFile+1))
			if cerr := r.Close(); err == nil {
				err = cerr
			}
			if err != nil {
				return err
			}
			return p.desk.AttachFile(ctx, o.ID, r.URI().Name(), data, "")
		}, func() { p.host.Did(lang.X("outcome.attached", "File kept as evidence")) })
	}, p.host.Window)
}

// giveVerdict asks for a value of the scale, the reason, and the outcomes it
// rests on.
func (p *Page) giveVerdict() {
	if p.claim.Scale == nil {
		return
	}
	if p.claim.Test() == "" {
		p.host.Toasts.Offer(lang.X("verdict.testFirst", "Write down first what decides the claim."), lang.X("claim.setTest", "Set the resolution test…"), p.setTest)
		return
	}
	var labels []string
	for _, v := range p.claim.Scale.Values {
		labels = append(labels, v.Label)
	}
	value := widget.NewRadioGroup(labels, nil)
	value.SetSelected(p.claim.Value.Label)
	reason := lines("", 3)
	rests := container.NewVBox()
	checks := map[claims.ID]*widget.Check{}
	for _, o := range p.claim.Outcomes {
		c := widget.NewCheck(o.Date.String()+"  "+o.Summary, nil)
		c.Checked = true
		checks[o.ID] = c
		rests.Add(scrollX(c))
	}
	form := kit.NewForm(
		kit.Field{Label: lang.X("claim.test", "Test"), Input: wrapped(p.claim.Test())},
		kit.Field{Label: lang.X("record.verdict", "Verdict"), Input: value},
		kit.Field{Label: lang.X("verdict.reason", "Reason"), Input: reason, Hint: lang.X("verdict.reasonHint", "As an editor or a lawyer will read it.")},
		kit.Field{Label: lang.X("verdict.rests", "Rests on"), Input: rests},
	)
	p.ask(lang.X("claim.giveVerdict", "Give a verdict…"), reason, form, func() {
		var outcomes []claims.ID
		for _, o := range p.claim.Outcomes {
			if checks[o.ID].Checked {
				outcomes = append(outcomes, o.ID)
			}
		}
		id, chosen := p.id, value.Selected
		p.host.Do(func(ctx context.Context) error { return p.desk.GiveVerdict(ctx, id, chosen, reason.Text, outcomes...) }, func() {
			p.host.Did(lang.X("verdict.given", "Verdict given") + ": " + chosen)
		})
	})
}

func (p *Page) setTest() {
	test := lines(p.claim.Test(), 4)
	form := kit.NewForm(kit.Field{Label: lang.X("claim.test", "Test"), Input: test, Hint: lang.X("claim.testHint", "What will decide it. It is fixed before the first verdict.")})
	p.ask(lang.X("claim.setTest", "Set the resolution test…"), test, form, func() {
		id := p.id
		p.host.Do(func(ctx context.Context) error { return p.desk.SetTest(ctx, id, test.Text) }, func() { p.host.Did(lang.X("claim.testSet", "Resolution test set")) })
	})
}

func (p *Page) edit() {
	c := *p.claim.Claim
	text, actor, topics, notes := lines(c.Text, 2), kit.NewInput(), kit.NewInput(), lines(c.Notes, 3)
	actor.SetText(c.Actor)
	topics.SetText(strings.Join(c.Topics, ", "))
	due, made := dateEntry(c.Due), dateEntry(c.MadeOn)
	form := kit.NewForm(
		kit.Field{Label: lang.X("claim.text", "Claim"), Input: text},
		kit.Field{Label: lang.X("statement.due", "Due"), Input: container.NewVBox(due, due.Echo())},
		kit.Field{Label: lang.X("claim.madeOn", "Made on"), Input: container.NewVBox(made, made.Echo())},
		kit.Field{Label: lang.X("claim.actor", "Who must act"), Input: actor},
		kit.Field{Label: lang.X("record.topics", "Topics"), Input: topics, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("record.notes", "Notes"), Input: notes},
	)
	p.ask(lang.X("claim.edit", "Edit the claim…"), text, form, func() {
		c.Text, c.Actor, c.Topics, c.Notes, c.MadeOn = strings.TrimSpace(text.Text), actor.Text, nav.SplitTags(topics.Text), notes.Text, readDate(made.Text)
		if d := readDate(due.Text); d != c.Due {
			c.Due, c.DueWords = d, ""
		}
		p.host.Do(func(ctx context.Context) error { return p.desk.EditClaim(ctx, c) }, func() { p.host.Did(lang.X("claim.saved", "Claim saved")) })
	})
}

func (p *Page) logReply() {
	states := []claims.ReplyState{claims.ReplyAsked, claims.ReplyGiven, claims.ReplyDeclined}
	var names []string
	for _, s := range states {
		names = append(names, replyWords(s))
	}
	state, to, text, until := widget.NewSelect(names, nil), kit.NewInput(), lines("", 3), dateEntry(claims.Date{})
	state.SetSelectedIndex(0)
	to.SetText(p.claim.Speaker)
	form := kit.NewForm(
		kit.Field{Label: lang.X("reply.state", "What"), Input: state},
		kit.Field{Label: lang.X("reply.to", "Who"), Input: to},
		kit.Field{Label: lang.X("reply.text", "Words"), Input: text},
		kit.Field{Label: lang.X("reply.until", "Answer by"), Input: container.NewVBox(until, until.Echo())},
	)
	p.ask(lang.X("claim.logReply", "Log a reply…"), to, form, func() {
		r := claims.Reply{State: states[state.SelectedIndex()], To: to.Text, Text: strings.TrimSpace(text.Text), Until: readDate(until.Text)}
		id := p.id
		p.host.Do(func(ctx context.Context) error { return p.desk.AddReply(ctx, id, r) }, func() { p.host.Did(lang.X("reply.logged", "Logged")) })
	})
}
