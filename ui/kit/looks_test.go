package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"onrecord/ui/kit"
	"onrecord/ui/kit/kittest"
	"onrecord/ui/kit/look"
)

// TestThePartsLookRight compares the parts that draw themselves with pictures
// of them: chips, a list with a chosen line, a meter, a table with a badge.
func TestThePartsLookRight(t *testing.T) {
	for name, theme := range map[string]fyne.Theme{"light": look.New(look.Light, 100), "dark": look.New(look.Dark, 100), "large": look.New(look.Light, 200)} {
		t.Run(name, func(t *testing.T) {
			kittest.AppWith(t, theme)
			q := kittest.NewQueue(t)
			w := kittest.Window(t, container.NewWithoutLayout(), 640, 520)
			content, filled := parts(q)
			w.SetContent(content)
			w.Resize(fyne.NewSize(640, 520))
			q.Until(filled)
			w.Resize(fyne.NewSize(641, 520)) // a real window lays out again when a row of chips has broken
			w.Resize(fyne.NewSize(640, 520))
			test.AssertImageMatches(t, "parts-"+name+".png", w.Canvas().Capture())
		})
	}
}

// parts are the parts and what tells whether the rows of the table are there.
func parts(q *kittest.Queue) (content fyne.CanvasObject, filled func() bool) {
	chips := kit.ChipRow(kit.NewBadge("Broken", look.Bad), kit.NewBadge("Kept", look.Good), kit.NewFilterChip("Overdue", true, func(bool) {}),
		kit.NewFilterChip("Due soon", false, func(bool) {}), kit.NewRemovableChip("class:promise", func() {}), kit.NewKeycap("Ctrl+K"))
	meter := kit.NewMeter()
	meter.Set(3, 8)
	list := kit.NewList(kit.NewLine, func(v kit.LineText, line *kit.Line) { line.Set(v) })
	list.SetItems([]kit.LineText{
		{Title: "“We will sail all winter”", Note: "Britta Solheim", Badge: "Promise", Dot: look.SpeakerLine(0)},
		{Title: "A title that is far too long for the line that it has to stand on, whatever the size of the letters", Note: "Knut Aas", Badge: "Rejected", Tone: look.Bad, Dot: look.SpeakerLine(1)},
	})
	list.ChooseIndex(0)
	type row struct{ due, text, verdict string }
	columns := []kit.Column[row]{
		{ID: "due", Title: "Due", Width: 110, Sortable: true, Cell: func(r row) kit.Cell { return kit.Text(r.due) }, Less: func(a, b row) bool { return a.due < b.due }},
		{ID: "text", Title: "Claim", Width: 260, Grow: true, Cell: func(r row) kit.Cell { return kit.Text(r.text) }},
		{ID: "verdict", Title: "Verdict", Width: 130, Cell: func(r row) kit.Cell { return kit.Badge(r.verdict, look.Good) }},
	}
	table := kit.NewTable(kit.NewJobs(q.Post), "looks", columns, func(r row) string { return r.text })
	table.SetSource(kit.SliceSource([]row{{"1 Mar 2026", "The ferry sails", "Kept"}, {"9 Apr 2026", "The pool opens", "Kept"}}, columns))
	filled = func() bool { _, ok := table.Current(); return ok }
	return container.NewBorder(container.NewVBox(chips, meter), nil, nil, nil, container.NewGridWithRows(2, list, table)), filled
}
