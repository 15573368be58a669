package reports

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// chosenColumns are those of the format that were chosen; none for all.
func (c *choices) chosenColumns() []string {
	kept := c.host.App.Preferences().String(prefColumns + string(c.format()))
	if kept == "" {
		return nil
	}
	known := report.Columns(c.format())
	return slices.DeleteFunc(strings.Split(kept, ","), func(name string) bool { return !slices.Contains(known, name) })
}

// columnWords says how many columns the table will have.
func (c *choices) columnWords() string {
	all := len(report.Columns(c.format()))
	chosen := len(c.chosenColumns())
	if chosen == 0 {
		chosen = all
	}
	return fmt.Sprintf(lang.X("reports.columnCount", "%d of %d"), chosen, all)
}

// chooseColumns lets the person tick the columns of the table. They come in
// the order of the program, called as in the table.
func (c *choices) chooseColumns() {
	all, chosen := report.Columns(c.format()), c.chosenColumns()
	language := lang.X("locale.language", "en")
	box := container.NewGridWithColumns(2)
	boxes := make([]*kit.Check, len(all))
	for i, id := range all {
		boxes[i] = kit.NewCheck(report.ColumnName(id, language), nil)
		boxes[i].Checked = len(chosen) == 0 || slices.Contains(chosen, id)
		box.Add(boxes[i])
	}
	pref := prefColumns + string(c.format())
	d := kit.NewConfirm(lang.X("reports.columns", "Columns…"), lang.X("dialog.save", "Save"), lang.X("kit.cancel", "Cancel"), kit.Scrollable(box), func(ok bool) {
		if !ok {
			return
		}
		var kept []string
		for i, b := range boxes {
			if b.Checked {
				kept = append(kept, all[i])
			}
		}
		if len(kept) == len(all) {
			kept = nil // all, also those that a later version adds
		}
		c.host.App.Preferences().SetString(pref, strings.Join(kept, ","))
		c.changed()
	}, c.host.Window)
	d.Resize(nav.Large(c.host.Window))
	d.Show()
	c.host.Window.Canvas().Focus(boxes[0])
}
