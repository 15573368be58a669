package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"onrecord/ui/kit/kittest"
)

// TestFormsOfAPageShareTheirColumns compares where the answers of two forms begin.
func TestFormsOfAPageShareTheirColumns(t *testing.T) {
	kittest.App(t)
	short, long := NewInput(), NewInput()
	a, b := NewForm(Field{Label: "Theme", Input: NewInput()}, Field{Label: "Size", Input: short}), NewForm(Field{Label: "Language of reports", Input: long})
	AlignForms(a, b)
	kittest.Window(t, container.NewVBox(a, b), 600, 300)
	if short.Position().X != long.Position().X {
		t.Errorf("the answers begin at %.0f and %.0f", short.Position().X, long.Position().X)
	}
	row := a.Objects[2].(*fyne.Container)
	if at := row.Objects[0].Position(); at.Y != 0 {
		t.Errorf("the second label stands %.0f below its answer", at.Y)
	}
}
