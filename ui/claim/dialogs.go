package claim

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// ask opens a form that stores something when it is confirmed. The first
// field gets the keyboard. What store finds wrong is said.
func (p *Page) ask(title string, first fyne.Focusable, form fyne.CanvasObject, store func() error) *kit.Question {
	d := kit.NewConfirm(title, lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(form), func(ok bool) {
		if ok {
			p.host.Fail(store())
		}
	}, p.host.Window)
	d.Resize(nav.Fit(p.host.Window, form))
	d.Show()
	p.host.Window.Canvas().Focus(first)
	return d
}

// lines is a field of several lines.
func lines(text string, rows int) *kit.Input {
	e := kit.NewLines()
	e.SetText(text)
	e.SetMinRowsVisible(rows)
	return e
}

func dated(e *kit.DateEntry) fyne.CanvasObject { return container.NewVBox(e, e.Echo()) }

// giveVerdict asks for a value of the scale, the reason, and the outcomes it
// rests on.
func (p *Page) giveVerdict() {
	scale := p.claim.Scale
	if scale == nil {
		return
	}
	if p.claim.Test() == "" {
		p.host.Toasts.Offer(lang.X("verdict.testFirst", "Write down first what decides the claim."), lang.X("claim.setTest", "Set the resolution test…"), p.setTest)
		return
	}
	values, labels := p.judgements()
	value := kit.NewSelect(labels, nil)
	reason := lines("", 3)
	rests, checks := p.restsOn()
	form := kit.NewForm(
		kit.Field{Label: lang.X("claim.test", "Test"), Input: wrapped(p.claim.Test())},
		kit.Field{Label: lang.X("record.verdict", "Verdict"), Input: value},
		kit.Field{Label: lang.X("verdict.reason", "Reason"), Input: reason, Hint: lang.X("verdict.reasonHint", "As an editor or a lawyer will read it.")},
		kit.Field{Label: lang.X("verdict.rests", "Rests on"), Input: rests},
	)
	d := p.ask(lang.X("claim.giveVerdict", "Give a verdict…"), value, form, func() error {
		var outcomes []claims.ID
		for id, c := range checks {
			if c.Checked {
				outcomes = append(outcomes, id)
			}
		}
		slices.Sort(outcomes)
		id, chosen := p.id, values[value.SelectedIndex()]
		p.host.Do(func(ctx context.Context) error {
			return p.desk.GiveVerdict(ctx, id, chosen.ID, strings.TrimSpace(reason.Text), outcomes...)
		}, func() {
			p.host.Did(kit.Here().Of(lang.X("verdict.given", "Verdict given"), nav.ScaleWord(chosen.Label)))
		})
		return nil
	})
	judge := func() { d.Allow(value.SelectedIndex() >= 0 && strings.TrimSpace(reason.Text) != "") }
	value.OnChanged, reason.OnChanged = func(string) { judge() }, func(string) { judge() }
	value.SetSelectedIndex(slices.IndexFunc(values, func(v claims.Value) bool { return v.ID == p.claim.Value.ID }))
	judge()
}

// judgements are the values of the claim's scale that a verdict can have, with
// their words. The state before any verdict is none of them; where there is a
// verdict it comes last and withdraws that.
func (p *Page) judgements() (values []claims.Value, words []string) {
	scale := p.claim.Scale
	values = slices.Clone(scale.Values[1:])
	for _, v := range values {
		words = append(words, nav.ScaleWord(v.Label))
	}
	if open := scale.Open(); len(p.claim.Verdicts) > 0 && p.claim.Value.ID != open.ID {
		values = append(values, open)
		words = append(words, fmt.Sprintf(lang.X("verdict.withdraw", "Withdraw the verdict: %s"), nav.ScaleWord(open.Label)))
	}
	return values, words
}

// restsOn lists the outcomes to tick; all are ticked at first.
func (p *Page) restsOn() (fyne.CanvasObject, map[claims.ID]*kit.Check) {
	box := container.NewVBox()
	checks := map[claims.ID]*kit.Check{}
	for _, o := range p.claim.Outcomes {
		c := kit.NewCheck("", nil)
		c.Checked = true
		checks[o.ID] = c
		box.Add(kit.Labelled(c, nav.Join(nav.Date(o.Date), o.Summary)))
	}
	if len(checks) == 0 {
		box.Add(kit.Caption(lang.X("verdict.nothing", "No outcome is linked: the reason stands alone.")))
	}
	return box, checks
}

func (p *Page) setTest() {
	test := lines(p.claim.Test(), 4)
	form := kit.NewForm(kit.Field{Label: lang.X("claim.test", "Test"), Input: test, Hint: lang.X("claim.testHint", "What will decide it. It is fixed before the first verdict.")})
	p.ask(lang.X("claim.setTest", "Set the resolution test…"), test, form, func() error {
		id := p.id
		p.host.Do(func(ctx context.Context) error { return p.desk.SetTest(ctx, id, test.Text) }, func() { p.host.Did(lang.X("claim.testSet", "Resolution test set")) })
		return nil
	})
}

// classes are those that a claim can have: all but Other.
var classes = claims.Classes[:len(claims.Classes)-1]

func (p *Page) edit() {
	c := *p.claim.Claim
	text, actor, topics, notes := lines(c.Text, 2), kit.NewInput(), kit.NewInput(), lines(c.Notes, 3)
	actor.SetText(c.Actor)
	topics.SetText(strings.Join(c.Topics, ", "))
	var names []string
	for _, class := range classes {
		names = append(names, nav.Class(class))
	}
	class := kit.NewSelect(names, nil)
	class.SetSelectedIndex(slices.Index(classes, c.Class))
	due, made := nav.NewDateEntry(c.Due), nav.NewDateEntry(c.MadeOn)
	form := kit.NewForm(
		kit.Field{Label: lang.X("claim.text", "Claim"), Input: text},
		kit.Field{Label: lang.X("statement.class", "Class"), Input: class},
		kit.Field{Label: lang.X("statement.due", "Due"), Input: dated(due)},
		kit.Field{Label: lang.X("claim.madeOn", "Made on"), Input: dated(made)},
		kit.Field{Label: lang.X("claim.actor", "Who must act"), Input: actor},
		kit.Field{Label: lang.X("record.topics", "Topics"), Input: topics, Hint: lang.X("record.tagsHint", "separated by commas")},
		kit.Field{Label: lang.X("record.notes", "Notes"), Input: notes},
	)
	p.ask(lang.X("claim.edit", "Edit the claim…"), text, form, func() error {
		c.Text, c.Actor, c.Topics, c.Notes = strings.TrimSpace(text.Text), actor.Text, nav.SplitTags(topics.Text), notes.Text
		if i := class.SelectedIndex(); i >= 0 {
			c.Class = classes[i]
		}
		var err error
		if c.MadeOn, err = nav.ReadDate(made.Text); err != nil {
			return err
		}
		d, err := nav.ReadDate(due.Text)
		if err != nil {
			return err
		}
		if d != c.Due {
			c.Due, c.DueWords = d, ""
		}
		p.host.Do(func(ctx context.Context) error { return p.desk.EditClaim(ctx, c) }, func() { p.host.Did(lang.X("claim.saved", "Claim saved")) })
		return nil
	})
}

// addAppearance ties a statement to the claim that says the same again.
func (p *Page) addAppearance() {
	find := newFinder(p.host, p.desk)
	form := kit.NewForm(kit.Field{Label: lang.X("record.statement", "Statement"), Input: find.content()})
	d := p.ask(lang.X("claim.addAppearance", "Add a statement that says it again…"), find.field, form, func() error {
		id, statement := p.id, find.chosen.ID
		p.host.Do(func(ctx context.Context) error { return p.desk.AddAppearance(ctx, id, statement) }, func() {
			p.host.Did(lang.X("claim.appearanceAdded", "Statement tied to the claim"))
		})
		return nil
	})
	find.decides(d)
	d.Resize(nav.Tall(p.host.Window))
}

func (p *Page) logReply() {
	states := []claims.ReplyState{claims.ReplyAsked, claims.ReplyGiven, claims.ReplyDeclined}
	var names []string
	for _, s := range states {
		names = append(names, replyWords(s))
	}
	state, to, text, until := kit.NewSelect(names, nil), kit.NewInput(), lines("", 3), nav.NewDateEntry(claims.Date{})
	state.SetSelectedIndex(0)
	to.SetText(p.claim.Speaker)
	form := kit.NewForm(
		kit.Field{Label: lang.X("reply.state", "What"), Input: state},
		kit.Field{Label: lang.X("reply.to", "Who"), Input: to},
		kit.Field{Label: lang.X("reply.text", "Words"), Input: text},
		kit.Field{Label: lang.X("reply.until", "Answer by"), Input: dated(until)},
	)
	p.ask(lang.X("claim.logReply", "Log a reply…"), state, form, func() error {
		day, err := nav.ReadDate(until.Text)
		if err != nil {
			return err
		}
		r := claims.Reply{State: states[max(state.SelectedIndex(), 0)], To: to.Text, Text: strings.TrimSpace(text.Text), Until: day}
		id := p.id
		p.host.Do(func(ctx context.Context) error { return p.desk.AddReply(ctx, id, r) }, func() { p.host.Did(lang.X("reply.logged", "Logged")) })
		return nil
	})
}
