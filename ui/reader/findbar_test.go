package reader

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"onrecord/ui/kit/kittest"
)

// TestTheFindBarFitsANarrowColumn opens the bar where it has no room in one
// line: the window must not have to grow for it.
func TestTheFindBarFitsANarrowColumn(t *testing.T) {
	kittest.App(t)
	const width = 220
	r := New()
	r.SetText("The harbour is open.", false)
	bar := NewFindBar(r)
	column := container.NewBorder(bar, nil, nil, nil, r)
	bar.OnToggle = column.Refresh
	win := kittest.Window(t, column, width, 400)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(width, 400))
	bar.Open()
	if least := column.MinSize().Width; least > width {
		t.Errorf("the column needs %v of %v", least, width)
	}
	if high, needs := bar.Size().Height, bar.MinSize().Height; high < needs || needs < 1.5*bar.field.MinSize().Height {
		t.Errorf("the bar is %v high and needs %v", high, needs)
	}
	if top := r.Position().Y; top < bar.Size().Height {
		t.Errorf("the text begins at %v, under the bar", top)
	}
}
