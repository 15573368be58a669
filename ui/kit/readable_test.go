package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"onrecord/ui/kit/kittest"
)

func TestAReadableTextIsSelectedByMouseAndSkippedByTab(t *testing.T) {
	app := kittest.App(t)
	text, before, after := NewReadable("The ferry will sail"), NewButton("a", nil, nil), NewButton("b", nil, nil)
	win := kittest.Window(t, container.NewVBox(before, text, after), 400, 300)
	c := win.Canvas()
	c.Focus(before)
	c.FocusNext()
	if c.Focused() != fyne.Focusable(after) {
		t.Errorf("Tab stops at %T between two buttons", c.Focused())
	}
	s := test.WidgetRenderer(text).Objects()[0].(*selection)
	s.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(390, 15)}, Dragged: fyne.NewDelta(390, 0)})
	s.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if got := s.SelectedText(); got != text.Text {
		t.Errorf("selected %q", got)
	}
	if c.Focused() != fyne.Focusable(s) {
		t.Fatalf("the keyboard is at %T", c.Focused())
	}
	s.TypedShortcut(&fyne.ShortcutCopy{})
	if got := app.Clipboard().Content(); got != text.Text {
		t.Errorf("copied %q", got)
	}
	heard := ""
	c.SetOnTypedRune(func(r rune) { heard += string(r) })
	s.TypedRune('a')
	if heard != "a" {
		t.Error("a letter of the screen is swallowed")
	}
	c.FocusNext()
	c.Focus(before)
	c.FocusNext()
	if c.Focused() != fyne.Focusable(after) {
		t.Errorf("after a selection Tab stops at %T", c.Focused())
	}
}

func TestTheArrowDownOpensTheProposals(t *testing.T) {
	kittest.App(t)
	e, after := NewSelectEntry([]string{"Ana Ruiz", "Zora Lind"}), NewButton("b", nil, nil)
	win := kittest.Window(t, container.NewVBox(e, after), 400, 300)
	c := win.Canvas()
	c.Focus(e)
	c.FocusNext()
	if c.Focused() != fyne.Focusable(after) {
		t.Errorf("Tab stops at %T inside the field", c.Focused())
	}
	c.Focus(e)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	menu := c.Focused()
	if menu == fyne.Focusable(e) {
		t.Fatal("no proposals open")
	}
	menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if e.Text != "Ana Ruiz" {
		t.Errorf("Enter chose %q, not the first", e.Text)
	}
	e.SetOptions(nil)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if InDialog(c) {
		t.Error("a list of nothing is open")
	}
}

func TestAChoiceOpensAtWhatIsChosenAndTakesLettersInADialog(t *testing.T) {
	kittest.App(t)
	s := NewSelect([]string{"Promise", "Prediction", "Fact"}, nil)
	s.SetSelectedIndex(1)
	win := kittest.Window(t, NewButton("b", nil, nil), 400, 300)
	NewConfirm("Make a claim", "Make", "Cancel", s, func(bool) {}, win).Show()
	c := win.Canvas()
	c.Focus(s)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.Selected != "Fact" {
		t.Errorf("below the choice of now stands %q", s.Selected)
	}
	for _, want := range []string{"Promise", "Prediction", "Promise"} {
		if s.TypedRune('p'); s.Selected != want {
			t.Errorf("P chose %q, not %q", s.Selected, want)
		}
	}
}
