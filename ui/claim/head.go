package claim

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// head says what the claim is and offers what is done most.
func (p *Page) head() fyne.CanvasObject {
	text := kit.NewReadable(p.claim.Text)
	text.SizeName = theme.SizeNameHeadingText
	text.TextStyle.Bold = true
	badges := kit.ChipRow(kit.NewBadge(nav.ScaleWord(p.claim.Value.Label), nav.Tone(p.claim.Value)), kit.NewBadge(nav.Class(p.claim.Class), look.Open))
	if !p.claim.Value.Final && claims.IsOverdue(p.claim.Due, p.desk.Today()) {
		badges.Add(kit.NewBadge(nav.DueWords(desk.Overdue), look.Bad))
	}
	verdict := kit.NewButton(lang.X("claim.giveVerdict", "Give a verdict…"), look.Icon(look.IconVerdict), p.giveVerdict)
	verdict.Importance = widget.HighImportance
	actions := container.New(kit.NewFlow(), verdict,
		kit.NewButton(lang.X("claim.addOutcome", "Add an outcome…"), look.Icon(look.IconOutcome), p.addOutcome),
		kit.NewButton(lang.X("claim.edit", "Edit the claim…"), theme.DocumentCreateIcon(), p.edit),
		kit.NewButton(lang.X("claim.report", "Report on this claim…"), look.Icon(look.IconReport), p.report))
	out := container.NewVBox(container.NewPadded(badges), text)
	for i := range p.flags {
		out.Add(p.flag(&p.flags[i]))
	}
	out.Add(p.facts())
	out.Add(container.NewPadded(actions))
	return out
}

// flag warns that an article no longer has the words of the claim.
func (p *Page) flag(f *desk.Flagged) fyne.CanvasObject {
	words := lang.X("claim.altered", "The article has changed since: these words are different now.")
	if f.Removed() {
		words = lang.X("claim.removed", "The article has changed since: these words are gone.")
	}
	if f.Seen() {
		words += " " + lang.X("claim.flagSeen", "Somebody has checked the claim after that.")
	}
	text := container.NewVBox(wrapped(words), kit.Caption(nav.Quoted(f.Statement.Text)))
	if f.Now != nil {
		text.Add(kit.Caption(lang.X("article.now", "Now:") + " " + nav.Quoted(f.Now.Text)))
	}
	text.Add(kit.NewSmallLink(lang.X("claim.openNewer", "Open the newer version"), func() {
		r := nav.Route{Screen: nav.Article, ID: f.Newer.ID}
		if f.Now != nil {
			r.Statement = f.Now.ID
		}
		p.host.Go(r)
	}))
	icon := widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon()))
	return kit.NewPanel(container.NewPadded(container.NewBorder(nil, nil, container.NewPadded(container.NewVBox(icon)), nil, kit.Tight(text))))
}

// facts lists what is known; what is not has no row.
func (p *Page) facts() fyne.CanvasObject {
	c := p.claim.Claim
	var fields []kit.Field
	add := func(label string, input fyne.CanvasObject) {
		fields = append(fields, kit.Field{Label: label, Input: input})
	}
	line := func(label, text string) {
		if text != "" {
			add(label, wrapped(text))
		}
	}
	if p.claim.Speaker != "" {
		add(lang.X("record.speaker", "Speaker"), kit.NewLink(p.claim.Speaker, func() { p.host.Go(nav.Route{Screen: nav.Speakers, ID: c.Speaker}) }))
	}
	line(lang.X("claim.madeOn", "Made on"), nav.Date(c.MadeOn))
	line(lang.X("statement.due", "Due"), dueWords(c))
	line(lang.X("claim.actor", "Who must act"), c.Actor)
	add(lang.X("claim.test", "Test"), p.test())
	line(lang.X("record.topics", "Topics"), strings.Join(c.Topics, ", "))
	line(lang.X("due.lastChecked", "Last checked"), nav.Day(c.LastChecked))
	if c.Snoozed.Compare(p.desk.Today()) > 0 {
		add(lang.X("claim.snoozed", "Snoozed until"), container.NewHBox(wide(nav.Date(c.Snoozed)), kit.NewAction(lang.X("claim.wake", "Bring back now"), p.wake)))
	}
	return kit.Tight(kit.NewForm(fields...))
}

// dueWords is the due date with the words that it was read from.
func dueWords(c *claims.Claim) string {
	due := nav.Date(c.Due)
	if c.DueWords != "" {
		due = strings.TrimSpace(due + "  (" + nav.Quoted(c.DueWords) + ")")
	}
	return due
}

// test shows the resolution test in force and, below it, the earlier ones.
func (p *Page) test() fyne.CanvasObject {
	tests := p.claim.Tests
	if len(tests) == 0 {
		return kit.NewLink(lang.X("claim.setTest", "Set the resolution test…"), p.setTest)
	}
	now := tests[len(tests)-1]
	box := container.NewVBox(wrapped(now.Text))
	if len(tests) > 1 {
		box.Add(kit.Caption(lang.X("claim.testSince", "In this form since") + " " + nav.Day(now.At) + " · " + now.Who))
	}
	for i := len(tests) - 2; i >= 0; i-- {
		box.Add(kit.Caption(lang.X("claim.testBefore", "Before, from") + " " + nav.Day(tests[i].At) + " · " + kit.Here().Of(tests[i].Who, tests[i].Text)))
	}
	return box
}

func (p *Page) wake() {
	id := p.id
	p.host.Do(func(ctx context.Context) error { return p.desk.Snooze(ctx, claims.Date{}, id) }, func() {
		p.host.Did(lang.X("claim.woken", "The claim is back on the due desk"))
	})
}

// wrapped is a text to read and to copy from.
func wrapped(text string) *kit.Readable { return kit.NewReadable(text) }

// wide is a text on one line, as wide as it is.
func wide(text string) *widget.Label { return widget.NewLabel(text) }
