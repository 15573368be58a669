package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"onrecord/ui/kit/kittest"
)

// TestTightFactsStandCloseAndWhole compares a form of facts with the same one
// set tight: less high, the texts as wide as before, none of them cut off.
func TestTightFactsStandCloseAndWhole(t *testing.T) {
	kittest.App(t)
	const width = 220
	facts := func() (form *fyne.Container, long *widget.Label) {
		long = widget.NewLabel("Kept if the city reports three thousand finished flats by the end of October.")
		long.Wrapping = fyne.TextWrapWord
		return NewForm(Field{Label: "Due", Input: widget.NewLabel("31 Oct 2026")}, Field{Label: "Test", Input: long}), long
	}
	loose, _ := facts()
	loose.Resize(fyne.NewSize(width, 10))
	inner, text := facts()
	tight := Tight(inner)
	tight.Resize(fyne.NewSize(width, 10))
	tight.Resize(fyne.NewSize(width, tight.MinSize().Height))
	saved := loose.MinSize().Height - tight.MinSize().Height
	if least := 2 * 2 * 0.75 * theme.InnerPadding(); saved < least {
		t.Errorf("two rows of facts save %.0f, want at least %.0f", saved, least)
	}
	if text.Size().Height < text.MinSize().Height {
		t.Errorf("a text of %.0f has a room of %.0f", text.MinSize().Height, text.Size().Height)
	}
	if over := text.Position().X; over >= 0 || over < -theme.InnerPadding() {
		t.Errorf("the text stands %.1f over its edge, want less than the room around it", over)
	}
}

// TestTightLeavesAloneWhatIsNoText keeps buttons and chips as they are.
func TestTightLeavesAloneWhatIsNoText(t *testing.T) {
	kittest.App(t)
	button, text := NewButton("Add", nil, func() {}), Caption("noted by hand")
	box := container.NewVBox(button, text)
	Tight(box)
	if box.Objects[0] != button {
		t.Error("the button was wrapped")
	}
	if box.Objects[1] == fyne.CanvasObject(text) {
		t.Error("the text was not")
	}
}
