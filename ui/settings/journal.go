package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// shownEntries is how many of the latest changes the journal lists.
const shownEntries = 500

// showJournal lists the latest changes: what, when and by whom.
func (p *Page) showJournal() {
	nav.Fetch(p.host, "settings/journal", func(ctx context.Context) ([]desk.Entry, error) { return latest(ctx, p.desk, shownEntries) }, func(entries []desk.Entry) {
		list := kit.NewList(kit.NewLine, func(e desk.Entry, line *kit.Line) { line.Set(entryLine(e)) })
		list.Label = lang.X("settings.journal", "Who changed what…")
		list.SetItems(entries)
		d := kit.NewNotice(lang.X("settings.journal", "Who changed what…"), lang.X("kit.close", "Close"), list, p.host.Window)
		d.Resize(nav.Large(p.host.Window))
		d.Show()
		p.host.Window.Canvas().Focus(list)
	})
}

func entryLine(e desk.Entry) kit.LineText {
	at := e.At.Local()
	line := kit.LineText{Title: nav.ChangeName(e.What), Note: nav.Join(nav.Day(e.At), at.Format("15:04"), e.Who)}
	if e.Undoes != 0 {
		line.Badge = lang.X("settings.takenBack", "taken back or done again")
	}
	return line
}

// latest reads the last entries of the journal, the latest first.
func latest(ctx context.Context, d Desk, most int) ([]desk.Entry, error) {
	var out []desk.Entry
	for e, err := range d.Journal(ctx, 0) {
		if err != nil {
			return nil, err
		}
		if out = append(out, e); len(out) >= 2*most {
			out = slices.Delete(out, 0, len(out)-most)
		}
	}
	slices.Reverse(out)
	return out[:min(len(out), most)], nil
}
