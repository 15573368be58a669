// Package claim is the page of one claim: its words, class, test and due date,
// where it was said, what happened, the verdicts, and the right of reply.
package claim

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// Desk is what the screen needs of the desk.
type Desk interface {
	Report(ctx context.Context, scope desk.Scope, opts desk.ReportOptions) (*report.Model, error)
	SuggestEvidence(ctx context.Context, claim claims.ID, limit int) ([]desk.Suggestion, error)
	RefuseOutcome(ctx context.Context, claim, article claims.ID) error
	Reconsider(ctx context.Context, claim claims.ID, ids ...claims.ID) error
	Flags(ctx context.Context, claim claims.ID) ([]desk.Flagged, error)
	Search(ctx context.Context, typed string, limit, offset int) ([]desk.Result, error)
	Outcomes
	nav.Checker
	EditClaim(ctx context.Context, c claims.Claim) error
	SetTest(ctx context.Context, id claims.ID, text string) error
	GiveVerdict(ctx context.Context, id claims.ID, value, reason string, outcomes ...claims.ID) error
	Snooze(ctx context.Context, until claims.Date, ids ...claims.ID) error
	AddReply(ctx context.Context, id claims.ID, r claims.Reply) error
	AddAppearance(ctx context.Context, id, statement claims.ID) error
	RemoveAppearance(ctx context.Context, id, statement claims.ID) error
	TrashClaims(ctx context.Context, ids ...claims.ID) error
	Today() claims.Date
}

// Outcomes is what the screen does with what happened.
type Outcomes interface {
	AddOutcome(ctx context.Context, o claims.Outcome) (*claims.Outcome, error)
	EditOutcome(ctx context.Context, o claims.Outcome) error
	Link(ctx context.Context, claim, outcome claims.ID, relation claims.Relation, note string) error
	Unlink(ctx context.Context, claim, outcome claims.ID) error
	VerdictsOn(ctx context.Context, outcome claims.ID) ([]desk.Resting, error)
	Workings(ctx context.Context, c *claims.Claim, o *claims.Outcome) ([]string, error)
	AttachFile(ctx context.Context, outcome claims.ID, name string, data []byte, note string) error
}

// Page is the screen.
type Page struct {
	host     *nav.Host
	desk     Desk
	id       claims.ID
	claim    report.Claim
	workings map[claims.ID][]string // by outcome, how its figures compare with the claim's
	flags    []desk.Flagged
	body     *fyne.Container
	scroll   *container.Scroll
	timeline *kit.Timeline
	content  fyne.CanvasObject
}

// New makes the screen.
func New(host *nav.Host, d Desk) *Page {
	p := &Page{host: host, desk: d, body: container.NewVBox(), timeline: kit.NewTimeline()}
	p.timeline.Label = lang.X("claim.timeline", "The life of the claim")
	p.timeline.OnKey = p.turn
	p.timeline.OnRune = host.Commands.Typed
	p.body.Add(p.timeline) // what gets the keyboard is there before the claim is
	p.scroll = kit.Scrollable(p.body)
	p.timeline.OnWheel = p.scroll.Scrolled
	p.content = p.scroll
	p.commands()
	return p
}

func (p *Page) commands() {
	menu, scope := lang.X("menu.claim", "Claim"), string(nav.Claim)
	add := func(c *kit.Command) {
		c.Menu, c.Scope = menu, scope
		p.host.Commands.Add(c)
	}
	add(&kit.Command{ID: "claim.outcome", Title: lang.X("claim.addOutcome", "Add an outcome…"), Icon: look.Icon(look.IconOutcome), Letter: 'o', Do: p.addOutcome})
	add(&kit.Command{ID: "claim.link", Title: lang.X("claim.linkOutcome", "Link a known outcome…"), Letter: 'l', Do: p.linkOutcome})
	add(&kit.Command{ID: "claim.verdict", Title: lang.X("claim.giveVerdict", "Give a verdict…"), Icon: look.Icon(look.IconVerdict), Letter: 'v', Do: p.giveVerdict})
	add(&kit.Command{ID: "claim.edit", Title: lang.X("claim.edit", "Edit the claim…"), Icon: theme.DocumentCreateIcon(), Letter: 'e', Do: p.edit})
	add(&kit.Command{ID: "claim.test", Title: lang.X("claim.setTest", "Set the resolution test…"), Letter: 't', Do: p.setTest})
	add(&kit.Command{ID: "claim.repeat", Title: lang.X("claim.addAppearance", "Add a statement that says it again…"), Icon: look.Icon(look.IconQuote), Letter: 'a', Do: p.addAppearance})
	add(&kit.Command{ID: "claim.reply", Title: lang.X("claim.logReply", "Log a reply…"), Icon: look.Icon(look.IconReply), Letter: 'r', Do: p.logReply})
	add(&kit.Command{ID: "claim.checked", Title: lang.X("claims.checked", "Mark as checked today"), Letter: 'm', Do: p.checked})
	add(&kit.Command{ID: "claim.report", Title: lang.X("claim.report", "Report on this claim…"), Icon: look.Icon(look.IconReport), Do: p.report})
	add(&kit.Command{ID: "claim.delete", Title: lang.X("claim.delete", "Delete the claim"), Icon: look.Icon(look.IconTrash), Do: p.delete})
}

// Content implements nav.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus implements nav.Page.
func (p *Page) Focus() fyne.Focusable { return p.timeline }

// Show implements nav.Page.
func (p *Page) Show(r nav.Route) {
	if r.ID != p.id {
		p.scroll.ScrollToTop()
		p.flags = nil
	}
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
	kit.Fetch(p.host.Jobs, "claim", func(ctx context.Context) (view, error) { return read(ctx, p.desk, id) }, func(v view, err error) {
		if claims.CodeOf(err) == claims.CodeNotFound {
			p.host.Gone(nav.Route{Screen: nav.Claim, ID: id}) // deleted, or its making was undone
			return
		}
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.claim, p.workings = v.claim, v.workings
		p.draw()
		p.loadFlags()
	})
}

// view is what is read of a claim at once.
type view struct {
	claim    report.Claim
	workings map[claims.ID][]string
}

func read(ctx context.Context, d Desk, id claims.ID) (view, error) {
	m, err := d.Report(ctx, desk.Scope{Claim: id}, desk.ReportOptions{})
	if err != nil {
		return view{}, err
	}
	v := view{claim: m.Claims[0], workings: map[claims.ID][]string{}}
	for _, o := range v.claim.Outcomes {
		if v.workings[o.ID], err = d.Workings(ctx, v.claim.Claim, o.Outcome); err != nil {
			return view{}, err
		}
	}
	return v, nil
}

// loadFlags looks whether the articles of the claim have changed since.
func (p *Page) loadFlags() {
	id := p.id
	nav.Fetch(p.host, "claim/flags", func(ctx context.Context) ([]desk.Flagged, error) { return p.desk.Flags(ctx, id) }, func(flags []desk.Flagged) {
		if id == p.id && len(flags) != len(p.flags) {
			p.flags = flags
			p.draw()
		}
	})
}

// wideFrom is the width, in letters, from which the page has two columns.
const wideFrom = 170

func (p *Page) draw() {
	p.host.Opened(nav.Route{Screen: nav.Claim, ID: p.id}, p.claim.Text)
	p.timeline.SetMoments(moments(&p.claim))
	first := container.NewVBox(p.life(), p.said(), p.happened(), p.suggestions())
	second := container.NewVBox(p.verdicts(), p.replies(), p.notes())
	kit.Rebuild(p.body, p.timeline, func() {
		p.body.Objects = []fyne.CanvasObject{p.head(), kit.NewBeside(wideFrom, first, second)}
		p.body.Refresh()
	})
}

// turn moves the page where the timeline has no use for a key.
func (p *Page) turn(e *fyne.KeyEvent) bool {
	page := p.scroll.Size().Height * 0.9
	switch e.Name {
	case fyne.KeyPageDown:
		p.scroll.Offset.Y += page
	case fyne.KeyPageUp:
		p.scroll.Offset.Y -= page
	default:
		return false
	}
	p.scroll.Offset.Y = max(min(p.scroll.Offset.Y, p.body.Size().Height-p.scroll.Size().Height), 0)
	p.scroll.Refresh()
	return true
}

func (p *Page) checked() { p.host.MarkChecked(p.desk, []claims.ID{p.id}, nil) }

func (p *Page) report() { p.host.Go(nav.Route{Screen: nav.Reports, Query: "claim:" + string(p.id)}) }

func (p *Page) delete() {
	id := p.id
	p.host.Do(func(ctx context.Context) error { return p.desk.TrashClaims(ctx, id) }, func() {
		p.host.Did(lang.X("claim.deleted", "Claim deleted"))
		p.host.Gone(nav.Route{Screen: nav.Claim, ID: id})
	})
}
