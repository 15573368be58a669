package statement

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// Accept accepts the statement on the card.
func (c *Card) Accept() {
	c.review(claims.Accepted, lang.X("toast.accepted", "Statement accepted"))
}

// Reject rejects it.
func (c *Card) Reject() {
	c.review(claims.Rejected, lang.X("toast.rejected", "Statement rejected"))
}

func (c *Card) review(to claims.Review, words string) {
	id := c.ID()
	if id == "" {
		return
	}
	c.host.Do(func(ctx context.Context) error { return c.desk.Review(ctx, to, id) }, func() { c.decided(words) })
}

func (c *Card) decided(words string) {
	c.host.Did(words)
	if c.AfterEach != nil {
		c.AfterEach()
	}
}

func (c *Card) set(name string) {
	id := c.ID()
	c.host.Do(func(ctx context.Context) error { return c.desk.SetSpeaker(ctx, name, id) }, func() {
		c.decided(kit.Here().Of(lang.X("toast.speaker", "Speaker set"), name))
	})
}

// SetSpeaker asks who said it.
func (c *Card) SetSpeaker() {
	if c.statement != nil {
		askSpeaker(c.host, c.desk, c.likely(), c.set)
	}
}

// likely is who made the statement, or who is first in question.
func (c *Card) likely() string {
	name := Speaker(c.reading, c.statement)
	if could := c.statement.Why.Candidates; name == "" && len(could) > 0 {
		name = could[0]
	}
	return name
}

// Edit opens the dialog that corrects the statement.
func (c *Card) Edit() {
	if c.statement == nil {
		return
	}
	f := newFields(c.host, c.desk, *c.statement, Speaker(c.reading, c.statement))
	f.show(lang.X("statement.editTitle", "Correct the statement"), func(s claims.Statement, speaker string) {
		if speaker == Speaker(c.reading, c.statement) {
			speaker = ""
		}
		c.host.Do(func(ctx context.Context) error { return c.desk.EditStatement(ctx, s, speaker) }, func() {
			c.decided(lang.X("toast.edited", "Statement corrected"))
		})
	})
}

// MakeClaim opens the dialog that makes a claim of the statement, filled in
// with a proposal.
func (c *Card) MakeClaim() {
	id := c.ID()
	if id == "" {
		return
	}
	nav.Fetch(c.host, "card/propose", func(ctx context.Context) (claims.Claim, error) { return c.desk.ProposeClaim(ctx, id) }, func(draft claims.Claim) {
		showClaim(c.host, draft, func(made claims.Claim) {
			var stored *claims.Claim
			c.host.Do(func(ctx context.Context) (err error) {
				stored, err = c.desk.MakeClaim(ctx, made)
				return err
			}, func() {
				c.host.Toasts.Offer(lang.X("toast.claim", "Claim made"), lang.X("toast.openClaim", "Open it"), func() {
					c.host.Go(nav.Route{Screen: nav.Claim, ID: stored.ID})
				})
				if c.AfterEach != nil {
					c.AfterEach()
				}
			})
		})
	})
}

// ShowNew opens the dialog that makes a statement by hand.
func ShowNew(host *nav.Host, d Desk, draft claims.Statement, speaker string) {
	f := newFields(host, d, draft, speaker)
	f.show(lang.X("statement.newTitle", "Make a statement of these words"), func(s claims.Statement, speaker string) {
		host.Do(func(ctx context.Context) error {
			_, err := d.AddStatement(ctx, s, speaker)
			return err
		}, func() { host.Did(lang.X("toast.added", "Statement added")) })
	})
}
