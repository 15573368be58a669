package claim

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// finder searches the archive for one record to choose, inside a dialog.
type finder struct {
	field   *kit.SearchField
	list    *kit.List[desk.Result]
	room    *container.Scroll // of the list, as high as what was found
	box     *fyne.Container
	said    *kit.CaptionText
	chosen  *claims.Statement
	outcome *claims.Outcome
	search  func(typed string)
	told    func() // something was chosen; may be nil
}

// decides lets a dialog be confirmed once something is chosen.
func (f *finder) decides(d *kit.Question) {
	d.Yes.Disable()
	f.told = d.Yes.Enable
}

// newFinder looks for statements.
func newFinder(host *nav.Host, d Desk) *finder { return find(host, d, claims.KindStatement) }

// newOutcomeFinder looks for outcomes.
func newOutcomeFinder(host *nav.Host, d Desk) *finder { return find(host, d, claims.KindOutcome) }

const finderHits = 8

func find(host *nav.Host, d Desk, kind claims.Kind) *finder {
	f := &finder{said: kit.Caption(lang.X("finder.none", "Nothing chosen"))}
	f.list = kit.NewList(kit.NewLine, func(r desk.Result, line *kit.Line) {
		line.Set(kit.LineText{Title: r.Text, Note: nav.Join(r.Speaker, nav.Date(r.Said))})
	})
	f.room = container.NewVScroll(f.list)
	f.room.Hide()
	f.list.OnChoose = func(r desk.Result) {
		f.chosen, _ = r.Record.(*claims.Statement)
		f.outcome, _ = r.Record.(*claims.Outcome)
		f.said.SetText(r.Text)
		if f.told != nil {
			f.told()
		}
	}
	f.search = func(typed string) {
		nav.Fetch(host, "finder", func(ctx context.Context) ([]desk.Result, error) {
			return d.Search(ctx, "kind:"+string(kind)+" "+typed, finderHits, 0)
		}, f.show)
	}
	f.field = kit.NewSearchField(f.search)
	f.field.Next = f.list.First
	return f
}

// show lists what was found. The list takes no room while there is nothing.
func (f *finder) show(found []desk.Result) {
	const most = 4 // seen at once
	f.list.SetItems(found)
	f.room.Hide()
	if len(found) > 0 {
		f.room.Show()
	}
	row := kit.NewLine().MinSize().Height + theme.Padding()
	f.room.SetMinSize(fyne.NewSize(0, row*float32(min(len(found), most))))
	f.box.Refresh()
}

// content is the field with what it finds below. Its dialog needs room for that.
func (f *finder) content() fyne.CanvasObject {
	f.box = container.NewVBox(f.field, f.room, f.said)
	return f.box
}
