// Package claim is the page of one claim: its words, class, test and due date,
// where it was said, what happened, the verdicts, and the right of reply.
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
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	Suggester
	Report(ctx context.Context, scope desk.Scope, opts desk.ReportOptions) (*report.Model, error)
	EditClaim(ctx context.Context, c claims.Claim) error
	SetTest(ctx context.Context, id claims.ID, text string) error
	GiveVerdict(ctx context.Context, id claims.ID, value, reason string, outcomes ...claims.ID) error
	MarkChecked(ctx context.Context, ids ...claims.ID) error
	AddReply(ctx context.Context, id claims.ID, r claims.Reply) error
	AddOutcome(ctx context.Context, o claims.Outcome) (*claims.Outcome, error)
	Link(ctx context.Context, claim, outcome claims.ID, relation claims.Relation, note string) error
	Unlink(ctx context.Context, claim, outcome claims.ID) error
	AttachFile(ctx context.Context, outcome claims.ID, name string, data []byte, note string) error
	Search(ctx context.Context, typed string, limit, offset int) ([]desk.Result, error)
	RemoveAppearance(ctx context.Context, id, statement claims.ID) error
	TrashClaims(ctx context.Context, ids ...claims.ID) error
	Today() claims.Date
}

// Page is the screen.
type Page struct {
	host     *nav.Host
	desk     Desk
	id       claims.ID
	claim    report.Claim
	body     *fyne.Container
	timeline *kit.Timeline
	content  fyne.CanvasObject
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, body: container.NewVBox(), timeline: kit.NewTimeline()}
	p.timeline.Label = lang.X("claim.timeline", "The life of the claim")
	p.content = kit.Scrollable(p.body)
	p.commands()
	return p
}

func (p *Page) commands() {
	menu, scope := lang.X("menu.claim", "Claim"), string(nav.Claim)
	p.host.Commands.Add(
		&kit.Command{ID: "claim.outcome", Menu: menu, Title: lang.X("claim.addOutcome", "Add an outcome…"), Icon: look.Icon(look.IconOutcome), Letter: 'o', Scope: scope, Do: p.addOutcome},
		&kit.Command{ID: "claim.link", Menu: menu, Title: lang.X("claim.linkOutcome", "Link a known outcome…"), Letter: 'l', Scope: scope, Do: p.linkOutcome},
		&kit.Command{ID: "claim.verdict", Menu: menu, Title: lang.X("claim.giveVerdict", "Give a verdict…"), Icon: look.Icon(look.IconVerdict), Letter: 'v', Scope: scope, Do: p.giveVerdict},
		&kit.Command{ID: "claim.edit", Menu: menu, Title: lang.X("claim.edit", "Edit the claim…"), Icon: theme.DocumentCreateIcon(), Letter: 'e', Scope: scope, Do: p.edit},
		&kit.Command{ID: "claim.test", Menu: menu, Title: lang.X("claim.setTest", "Set the resolution test…"), Letter: 't', Scope: scope, Do: p.setTest},
		&kit.Command{ID: "claim.reply", Menu: menu, Title: lang.X("claim.logReply", "Log a reply…"), Icon: look.Icon(look.IconReply), Letter: 'r', Scope: scope, Do: p.logReply},
		&kit.Command{ID: "claim.checked", Menu: menu, Title: lang.X("claims.checked", "Mark as checked today"), Letter: 'm', Scope: scope, Do: p.checked},
		&kit.Command{ID: "claim.report", Menu: menu, Title: lang.X("claim.report", "Report on this claim…"), Icon: look.Icon(look.IconReport), Scope: scope, Do: func() {
			p.host.Go(nav.Route{Screen: nav.Reports, Query: "claim:" + string(p.id)})
		}},
		&kit.Command{ID: "claim.delete", Menu: menu, Title: lang.X("claim.delete", "Delete the claim"), Icon: look.Icon(look.IconTrash), Scope: scope, Do: p.delete},
	)
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.timeline }

// Show implements nav.Page.
func (p *Page) Show(r nav.Route) {
	p.id = r.ID
	p.load()
}

// Changed implements nav.Page.
func (p *Page) Changed(e desk.Event) {
	if e.Touches(claims.KindClaim) || e.Touches(claims.KindOutcome) || e.Touches(claims.KindStatement) || e.Touches(claims.KindScale) {
		p.load()
	}
}

func (p *Page) load() {
	id := p.id
	kit.Fetch(p.host.Jobs, "claim", func(ctx context.Context) (*report.Model, error) {
		return p.desk.Report(ctx, desk.Scope{Claim: id}, desk.ReportOptions{})
	}, func(m *report.Model, err error) {
		if claims.CodeOf(err) == claims.CodeNotFound {
			p.host.Go(nav.Route{Screen: nav.Claims}) // deleted, or its making was undone
			return
		}
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.claim = m.Claims[0]
		p.draw()
	})
}

func (p *Page) draw() {
	p.host.Title(p.claim.Text)
	p.timeline.SetMoments(moments(p.claim.Events))
	p.body.Objects = []fyne.CanvasObject{p.head(), p.facts(), p.life(), p.said(), p.happened(), p.suggestions(), p.verdicts(), p.replies()}
	if n := p.claim.Notes; n != "" {
		p.body.Add(kit.Section(lang.X("record.notes", "Notes"), nil, wrapped(n)))
	}
	p.body.Refresh()
}

func (p *Page) head() fyne.CanvasObject {
	text := widget.NewLabel(p.claim.Text)
	text.SizeName = theme.SizeNameHeadingText
	text.TextStyle.Bold = true
	text.Wrapping = fyne.TextWrapWord
	badges := kit.ChipRow(kit.NewBadge(p.claim.Value.Label, nav.Tone(p.claim.Value)), kit.NewBadge(nav.Class(p.claim.Class), look.Open))
	if !p.claim.Value.Final && claims.IsOverdue(p.claim.Due, p.desk.Today()) {
		badges.Add(kit.NewBadge(nav.DueWords(desk.Overdue), look.Bad))
	}
	verdict := widget.NewButtonWithIcon(lang.X("claim.giveVerdict", "Give a verdict…"), look.Icon(look.IconVerdict), p.giveVerdict)
	verdict.Importance = widget.HighImportance
	actions := container.New(kit.NewFlow(),
		widget.NewButtonWithIcon(lang.X("claim.addOutcome", "Add an outcome…"), look.Icon(look.IconOutcome), p.addOutcome), verdict,
		widget.NewButtonWithIcon(lang.X("claim.edit", "Edit the claim…"), theme.DocumentCreateIcon(), p.edit),
		widget.NewButtonWithIcon(lang.X("claim.report", "Report on this claim…"), look.Icon(look.IconReport), func() {
			p.host.Go(nav.Route{Screen: nav.Reports, Query: "claim:" + string(p.id)})
		}))
	return container.NewVBox(badges, text, actions)
}

func (p *Page) facts() fyne.CanvasObject {
	c := p.claim.Claim
	due := c.Due.String()
	if c.DueWords != "" {
		due = strings.TrimSpace(due + "  (“" + c.DueWords + "”)")
	}
	test := fyne.CanvasObject(wrapped(c.Test()))
	if c.Test() == "" {
		test = widget.NewButton(lang.X("claim.setTest", "Set the resolution test…"), p.setTest)
	}
	fields := []kit.Field{
		{Label: lang.X("record.speaker", "Speaker"), Input: p.speakerLink()},
		{Label: lang.X("claim.madeOn", "Made on"), Input: wrapped(c.MadeOn.String())},
		{Label: lang.X("statement.due", "Due"), Input: wrapped(due)},
		{Label: lang.X("claim.actor", "Who must act"), Input: wrapped(c.Actor)},
		{Label: lang.X("claim.test", "Test"), Input: test},
		{Label: lang.X("record.topics", "Topics"), Input: wrapped(strings.Join(c.Topics, ", "))},
		{Label: lang.X("due.lastChecked", "Last checked"), Input: wrapped(claims.DateOf(c.LastChecked).String())},
	}
	return kit.NewForm(fields...)
}

func (p *Page) speakerLink() fyne.CanvasObject {
	if p.claim.Claim.Speaker == "" {
		return wrapped(p.claim.Speaker)
	}
	b := widget.NewButton(p.claim.Speaker, func() { p.host.Go(nav.Route{Screen: nav.Speakers, ID: p.claim.Claim.Speaker}) })
	b.Importance = widget.LowImportance
	b.Alignment = widget.ButtonAlignLeading
	return b
}

func wrapped(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	l.Selectable = true
	return l
}

func (p *Page) checked() {
	p.host.Do(func(ctx context.Context) error { return p.desk.MarkChecked(ctx, p.id) }, func() { p.host.Did(lang.X("claims.checkedToast", "Marked as checked today")) })
}

func (p *Page) delete() {
	id := p.id
	p.host.Do(func(ctx context.Context) error { return p.desk.TrashClaims(ctx, id) }, func() {
		p.host.Did(lang.X("claim.deleted", "Claim deleted"))
		p.host.Go(nav.Route{Screen: nav.Claims})
	})
}
