package claim

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// finder searches the archive for one record to choose, inside a dialog.
type finder struct {
	field   *kit.SearchField
	list    *kit.List[desk.Result]
	said    *kit.CaptionText
	chosen  *claims.Statement
	outcome *claims.Outcome
}

// newFinder looks for statements.
func newFinder(host *nav.Host, d Desk) *finder { return find(host, d, claims.KindStatement) }

// newOutcomeFinder looks for outcomes.
func newOutcomeFinder(host *nav.Host, d Desk) *finder { return find(host, d, claims.KindOutcome) }

const finderHits = 8

func find(host *nav.Host, d Desk, kind claims.Kind) *finder {
	f := &finder{said: kit.Caption(lang.X("finder.none", "Nothing chosen"))}
	f.list = kit.NewList(kit.NewLine, func(r desk.Result, line *kit.Line) {
		line.Set(kit.LineText{Title: r.Text, Note: r.Speaker + " · " + r.Said.String()})
	})
	f.list.OnChoose = func(r desk.Result) {
		f.chosen, _ = r.Record.(*claims.Statement)
		f.outcome, _ = r.Record.(*claims.Outcome)
		f.said.SetText(r.Text)
	}
	f.field = kit.NewSearchField(host.Jobs, "finder", func(typed string) {
		nav.Fetch(host, "finder", func(ctx context.Context) ([]desk.Result, error) {
			return d.Search(ctx, "kind:"+string(kind)+" "+typed, finderHits, 0)
		}, f.list.SetItems)
	})
	f.field.Next = func() fyne.Focusable { return f.list }
	return f
}

func (f *finder) content() fyne.CanvasObject {
	room := container.NewScroll(f.list)
	room.SetMinSize(fyne.NewSize(0, 150))
	return container.NewVBox(f.field, container.NewStack(room), f.said)
}
