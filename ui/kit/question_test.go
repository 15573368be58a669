package kit_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"onrecord/ui/kit"
	"onrecord/ui/kit/kittest"
)

// TestEscapeClosesFromEveryControl opens a dialog and presses Escape wherever
// the keyboard can be in it.
func TestEscapeClosesFromEveryControl(t *testing.T) {
	kittest.App(t)
	win := kittest.Window(t, kit.Caption("page"), 600, 400)
	jobs := kit.NewJobs(kittest.NewQueue(t).Post)
	list := kit.NewList(kit.NewLine, func(string, *kit.Line) {})
	table := kit.NewTable(jobs, "t", []kit.Column[string]{{ID: "a", Width: 80, Cell: kit.Text}}, func(s string) string { return s })
	controls := map[string]fyne.Focusable{
		"choice": kit.NewSelect([]string{"a", "b"}, nil), "box": kit.NewCheck("a", nil), "field": kit.NewInput(), "lines": kit.NewLines(),
		"date": kit.NewDateEntry(func(s string) (string, error) { return s, nil }), "proposals": kit.NewSelectEntry(nil),
		"chip": kit.NewFilterChip("a", true, func(bool) {}), "list": list, "table": table, "button": kit.NewButton("a", nil, func() {}),
	}
	for name, control := range controls {
		said := "nothing"
		q := kit.NewConfirm("Question", "Yes", "No", container.NewStack(control.(fyne.CanvasObject)), func(yes bool) {
			if yes {
				said = "yes"
			}
		}, win)
		for _, focused := range []fyne.Focusable{control, q.Yes} {
			q.Show()
			win.Canvas().Focus(focused)
			win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if kit.InDialog(win.Canvas()) || said == "yes" {
				t.Errorf("%s: after Escape the dialog is open or has said yes", name)
				q.Hide()
			}
		}
	}
}

func TestLettersGoToTheWindowFromWhereNobodyNeedsThem(t *testing.T) {
	kittest.App(t)
	list := kit.NewList(kit.NewLine, func(string, *kit.Line) {})
	controls := []fyne.CanvasObject{
		list, kit.NewButton("Save", nil, func() {}), kit.NewCheck("a", nil), kit.NewSelect([]string{"a"}, nil), kit.NewFilterChip("a", true, func(bool) {}),
	}
	win := kittest.Window(t, container.NewVBox(controls...), 600, 400)
	heard := ""
	win.Canvas().SetOnTypedRune(func(r rune) { heard += string(r) })
	for i, c := range controls {
		win.Canvas().Focus(c.(fyne.Focusable))
		win.Canvas().Focused().TypedRune(rune('a' + i))
	}
	if heard != "abcde" {
		t.Errorf("the window heard %q", heard)
	}
}

func TestEnterPressesTheButtonThatHasTheKeyboard(t *testing.T) {
	kittest.App(t)
	win := kittest.Window(t, kit.Caption("page"), 600, 400)
	answers := []bool{}
	q := kit.NewConfirm("Question", "Yes", "No", kit.Caption("Really?"), func(yes bool) { answers = append(answers, yes) }, win)
	q.Show()
	win.Canvas().Focus(q.Yes)
	q.Yes.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(answers) != 1 || !answers[0] || kit.InDialog(win.Canvas()) {
		t.Errorf("Enter on the button gave %v", answers)
	}
}

// TestADateThatMakesNoSenseIsNotDropped keeps a dialog open until its date is one.
func TestADateThatMakesNoSenseIsNotDropped(t *testing.T) {
	kittest.App(t)
	win := kittest.Window(t, kit.Caption("page"), 600, 400)
	date := kit.NewDateEntry(func(s string) (string, error) {
		if s != "2026" {
			return "", errors.New("not understood")
		}
		return s, nil
	})
	saved := 0
	form := kit.NewForm(kit.Field{Label: "Published", Input: container.NewVBox(date, date.Echo())})
	q := kit.NewConfirm("Details", "Save", "Cancel", kit.Scrollable(form), func(bool) { saved++ }, win)
	q.Show()
	date.SetText("the day after")
	if kit.Confirm(win.Canvas()) || saved != 0 {
		t.Fatal("a dialog with a date that is none was confirmed")
	}
	date.SetText("2026")
	if !kit.Confirm(win.Canvas()) || saved != 1 {
		t.Error("a dialog with a date could not be confirmed")
	}
}

// TestADialogThatGrowsStaysInTheMiddle gives an open dialog more room: its
// buttons must not leave the window.
func TestADialogThatGrowsStaysInTheMiddle(t *testing.T) {
	kittest.App(t)
	win := kittest.Window(t, kit.Caption("page"), 800, 600)
	q := kit.NewConfirm("Question", "Yes", "No", kit.NewInput(), func(bool) {}, win)
	q.Show()
	q.Resize(fyne.NewSize(500, 560))
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(q.Yes).Y + q.Yes.Size().Height
	if bottom > 600 || bottom < 500 {
		t.Errorf("the button ends at %v of 600", bottom)
	}
}
