package statement

import (
	"context"
	"fmt"

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

// Desk is what the card needs of the desk.
type Desk interface {
	Review(ctx context.Context, to claims.Review, ids ...claims.ID) error
	EditStatement(ctx context.Context, s claims.Statement, speaker string) error
	AddStatement(ctx context.Context, s claims.Statement, speaker string) (*claims.Statement, error)
	SetSpeaker(ctx context.Context, name string, ids ...claims.ID) error
	ProposeClaim(ctx context.Context, statement claims.ID) (claims.Claim, error)
	MakeClaim(ctx context.Context, c claims.Claim) (*claims.Claim, error)
	SpeakerNames(ctx context.Context) ([]string, error)
	SaidBefore(ctx context.Context, id claims.ID, limit int) ([]desk.Earlier, error)
	SuggestRepeats(ctx context.Context, statement claims.ID, limit int) ([]desk.Repeated, error)
	AddAppearance(ctx context.Context, id claims.ID, statement claims.ID) error
	RefuseRepeat(ctx context.Context, claim, statement claims.ID) error
	List(ctx context.Context, q desk.Query) (desk.Page, error)
}

// Card shows one statement: what was said, by whom, why the program thinks so,
// and what can be done with it.
type Card struct {
	host      *nav.Host
	desk      Desk
	reading   *desk.Reading
	statement *claims.Statement
	body      *fyne.Container
	claims    *fyne.Container // what rests on the statement, or may: above the facts, in sight
	AfterEach func()          // called after a decision, to go on to the next; may be nil
	// Instead gets the keyboard where what had it goes with the statement.
	Instead fyne.Focusable
}

// NewCard makes a card that shows nothing yet.
func NewCard(host *nav.Host, d Desk) *Card {
	c := &Card{host: host, desk: d, body: container.NewVBox()}
	c.Show(nil, nil)
	return c
}

// Content is the card.
func (c *Card) Content() fyne.CanvasObject { return c.body }

// ID is the statement on the card, "" where there is none.
func (c *Card) ID() claims.ID {
	if c.statement == nil {
		return ""
	}
	return c.statement.ID
}

// Show puts a statement of an article on the card; nil says what the card is
// for.
func (c *Card) Show(r *desk.Reading, s *claims.Statement) {
	c.reading, c.statement = r, s
	kit.Rebuild(c.body, c.Instead, c.draw)
	if s != nil {
		c.related(s)
	}
}

func (c *Card) draw() {
	s := c.statement
	c.body.Objects = nil
	if s == nil {
		hint := kit.Caption(lang.X("card.hint", "Click a marked passage, or press J, to see who said it and why it was found. Select words and press N to make a statement of them."))
		c.body.Add(hint)
		c.body.Refresh()
		return
	}
	c.body.Add(c.head())
	c.body.Add(quoteOf(s))
	if s.Why.Doubt != "" {
		c.body.Add(c.doubt())
	}
	c.body.Add(c.actions())
	c.claims = container.NewVBox()
	c.body.Add(c.claims)
	c.body.Add(c.facts())
	c.body.Refresh()
}

func (c *Card) head() fyne.CanvasObject {
	name := widget.NewLabel(WhoWords(c.reading, c.statement))
	if len([]rune(name.Text)) <= shortName {
		name.SizeName = theme.SizeNameSubHeadingText
	}
	name.TextStyle.Bold = true
	name.Wrapping = fyne.TextWrapWord
	badges := kit.ChipRow(kit.NewBadge(nav.Class(c.statement.Class), look.Open), kit.NewBadge(ReviewWords(c.statement.Review), ReviewTone(c.statement.Review)))
	return container.NewVBox(name, badges)
}

// shortName is how long a source may be called to be set as a heading: "a
// person with knowledge of the talks who was not allowed to speak" is not.
const shortName = 36

func quoteOf(s *claims.Statement) fyne.CanvasObject {
	return kit.NewReadable(s.Text)
}

// doubt says what the program did not decide, and offers who it could be.
func (c *Card) doubt() fyne.CanvasObject {
	box := container.NewVBox(beside(look.Icon(look.IconUnsure), kit.Caption(DoubtWords(c.statement.Why.Doubt))))
	for _, name := range c.statement.Why.Candidates {
		box.Add(kit.NewButton(fmt.Sprintf(lang.X("card.itIs", "It is %s"), name), nil, func() { c.set(name) }))
	}
	return box
}

func (c *Card) actions() fyne.CanvasObject {
	accept := kit.NewButton(lang.X("statement.accept", "Accept"), theme.ConfirmIcon(), c.Accept)
	accept.Importance = widget.HighImportance
	reject := kit.NewButton(lang.X("statement.reject", "Reject"), theme.CancelIcon(), c.Reject)
	edit := kit.NewButton(lang.X("statement.edit", "Edit…"), theme.DocumentCreateIcon(), c.Edit)
	claim := kit.NewButton(lang.X("statement.claim", "Make a claim…"), look.Icon(look.IconClaim), c.MakeClaim)
	buttons := container.New(kit.NewFlow(), accept, reject, edit, claim)
	if Speaker(c.reading, c.statement) == "" {
		buttons.Add(kit.NewButton(lang.X("statement.speaker", "Set speaker…"), look.Icon(look.IconSpeaker), c.SetSpeaker))
	}
	return buttons
}

// facts lists what was found around the words and why.
func (c *Card) facts() fyne.CanvasObject {
	s := c.statement
	rows := []struct{ name, value string }{
		{lang.X("statement.kind", "Quoted"), kindWords(s.Kind)},
		{lang.X("statement.cue", "Cue"), s.CueText},
		{lang.X("statement.mention", "Named as"), s.Mention},
		{lang.X("statement.saidOn", "Said on"), dateWords(s.SaidOn, s.SaidWords)},
		{lang.X("statement.due", "Due"), dateWords(s.Due, s.DueWords)},
		{lang.X("statement.addressee", "To"), s.Addressee},
		{lang.X("statement.occasion", "Occasion"), s.Occasion},
		{lang.X("statement.hedge", "Hedge"), s.Hedge},
		{lang.X("statement.polarity", "Asserted"), polarityWords(s.Polarity)},
		{lang.X("statement.why", "Why"), whyWords(s.Why.Rule, s.Why.Evidence)},
		{lang.X("statement.confidence", "Confidence"), fmt.Sprintf("%.0f%%", 100*s.Why.Confidence)},
		{lang.X("record.notes", "Notes"), s.Notes},
	}
	var fields []kit.Field
	for _, r := range rows {
		if r.value != "" {
			fields = append(fields, kit.Field{Label: r.name, Input: wrapped(r.value)})
		}
	}
	return kit.Tight(kit.NewForm(fields...))
}

func wrapped(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// related adds the claims that rest on the statement and what the same speaker
// said before, once they are read.
func (c *Card) related(s *claims.Statement) {
	type found struct {
		claims  []*claims.Claim
		repeats []desk.Repeated
		earlier []desk.Earlier
	}
	nav.FetchWhileTyping(c.host, "card/related", func(ctx context.Context) (f found, err error) {
		page, err := c.desk.List(ctx, desk.Query{Kind: claims.KindClaim, Index: desk.ByStatement, Value: string(s.ID)})
		if err != nil {
			return f, err
		}
		for _, r := range page.Records {
			f.claims = append(f.claims, r.(*claims.Claim))
		}
		if len(f.claims) == 0 {
			if f.repeats, err = c.desk.SuggestRepeats(ctx, s.ID, 1); err != nil {
				return f, err
			}
		}
		f.earlier, err = c.desk.SaidBefore(ctx, s.ID, saidBefore)
		return f, err
	}, func(f found) {
		if c.ID() != s.ID {
			return
		}
		for _, cl := range f.claims {
			c.claims.Add(link(cl.Text, look.Icon(look.IconClaim), func() { c.host.Go(nav.Route{Screen: nav.Claim, ID: cl.ID}) }))
		}
		for _, r := range f.repeats {
			c.claims.Add(c.repeat(r))
		}
		if len(f.earlier) > 0 {
			c.body.Add(kit.NarrowTitle(lang.X("card.before", "Said before")))
			for _, e := range f.earlier {
				c.body.Add(c.earlier(e))
			}
		}
		c.body.Refresh()
	})
}

// saidBefore is how many earlier statements the card shows.
const saidBefore = 4

func (c *Card) earlier(e desk.Earlier) fyne.CanvasObject {
	note := nav.Date(e.Statement.SaidOn)
	for _, flag := range e.Flags {
		note += " · " + FlagWords(flag)
	}
	open := kit.NewSmallLink(note, func() {
		c.host.Go(nav.Route{Screen: nav.Article, ID: e.Statement.Article, Statement: e.Statement.ID})
	})
	icon := theme.NavigateNextIcon()
	if len(e.Flags) > 0 {
		icon = theme.WarningIcon()
	}
	return beside(icon, kit.Tight(container.NewVBox(open, wrapped(e.Statement.Text))))
}

// link leads from the card to a claim; it wraps, since the card may be narrow
// and the letters large.
func link(text string, icon fyne.Resource, open func()) fyne.CanvasObject {
	return beside(icon, kit.NewLink(text, open))
}

// beside sets an icon at the first line of a text.
func beside(icon fyne.Resource, text fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.NewVBox(container.NewPadded(widget.NewIcon(icon))), nil, text)
}
