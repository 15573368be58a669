package speakers

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// maxSplit is how many statements are offered to be given to somebody else.
const maxSplit = 500

// split lets the person choose the statements of somebody else.
func (p *Page) split() {
	if p.open == nil {
		return
	}
	from := p.open
	nav.Fetch(p.host, "speakers/split", func(ctx context.Context) (desk.Page, error) {
		return p.desk.List(ctx, desk.Query{Kind: claims.KindStatement, Index: desk.BySpeaker, Value: string(from.ID), Limit: maxSplit})
	}, func(page desk.Page) { p.askSplit(from.ID, page.Records) })
}

// askSplit asks for the name of the other speaker and for what is theirs.
// Without both there is nothing to split.
func (p *Page) askSplit(from claims.ID, statements []claims.Record) {
	name := kit.NewInput()
	name.SetPlaceHolder(lang.X("speaker.splitName", "Name of the other speaker"))
	var checks []*kit.Check
	box := container.NewVBox()
	for _, r := range statements {
		s := r.(*claims.Statement)
		c := kit.NewCheck("", nil)
		checks = append(checks, c)
		box.Add(kit.Labelled(c, nav.Join(nav.Date(s.SaidOn), s.Text)))
	}
	theirs := func() (ids []claims.ID) {
		for i, r := range statements {
			if checks[i].Checked {
				ids = append(ids, r.Key().ID)
			}
		}
		return ids
	}
	top := container.NewVBox(name, kit.Caption(lang.X("speaker.splitHint", "Tick the statements that are theirs.")))
	d := kit.NewConfirm(lang.X("speaker.split", "Split: two people were taken for one…"), lang.X("speaker.splitDo", "Split"), lang.X("kit.cancel", "Cancel"),
		container.NewBorder(top, nil, nil, nil, kit.Scrollable(box)), func(ok bool) {
			if ok {
				p.splitOff(from, strings.TrimSpace(name.Text), theirs())
			}
		}, p.host.Window)
	judge := func() { d.Allow(strings.TrimSpace(name.Text) != "" && len(theirs()) > 0) }
	name.OnChanged = func(string) { judge() }
	for _, c := range checks {
		c.OnChanged = func(bool) { judge() }
	}
	judge()
	d.Resize(nav.Large(p.host.Window))
	d.Show()
	p.host.Window.Canvas().Focus(name)
}

func (p *Page) splitOff(from claims.ID, name string, ids []claims.ID) {
	p.host.Do(func(ctx context.Context) error {
		_, err := p.desk.SplitSpeaker(ctx, from, name, ids)
		return err
	}, func() { p.host.Did(lang.X("speaker.splitDone", "Speaker split")) })
}
