package statement

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// repeat offers a known claim that the statement may make again.
func (c *Card) repeat(r desk.Repeated) fyne.CanvasObject {
	claim := r.Claim
	note := strings.Join(r.Words, ", ")
	for _, flag := range r.Flags {
		note += " · " + FlagWords(flag)
	}
	add := kit.NewAction(lang.X("card.repeatYes", "Yes, the same claim"), func() {
		c.host.Do(func(ctx context.Context) error { return c.desk.AddAppearance(ctx, claim.ID, r.Statement.ID) }, func() {
			c.decided(lang.X("toast.repeat", "Repeat noted"))
		})
	})
	refuse := kit.NewAction(lang.X("card.repeatNo", "No, another matter"), func() {
		c.host.Do(func(ctx context.Context) error { return c.desk.RefuseRepeat(ctx, claim.ID, r.Statement.ID) }, func() {
			c.host.Did(lang.X("toast.refused", "Not suggested again"))
			c.Show(c.reading, c.statement)
		})
	})
	return container.NewVBox(
		kit.NarrowTitle(lang.X("card.repeats", "Does this repeat a claim?")),
		link(claim.Text, look.Icon(look.IconClaim), func() { c.host.Go(nav.Route{Screen: nav.Claim, ID: claim.ID}) }),
		kit.Caption(note), container.New(kit.NewFlow(), add, refuse))
}
