package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/test"

	"onrecord/ui/kit"
	"onrecord/ui/kit/kittest"
)

// TestDialogKeys presses Escape, Enter and Ctrl+Enter in a field of a dialog.
func TestDialogKeys(t *testing.T) {
	kittest.App(t)
	win := kittest.Window(t, kit.Caption("page"), 600, 400)
	one, many := kit.NewInput(), kit.NewLines()
	stored := 0
	open := func() {
		dialog.ShowCustomConfirm("Title", "Save", "Cancel", one, func(ok bool) {
			if ok {
				stored++
			}
		}, win)
		win.Canvas().Focus(one)
	}
	open()
	one.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if kit.InDialog(win.Canvas()) || stored != 0 {
		t.Fatalf("Escape left the dialog open or stored (%d)", stored)
	}
	open()
	one.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if kit.InDialog(win.Canvas()) || stored != 1 {
		t.Fatalf("Enter did not confirm the dialog (%d)", stored)
	}
	open()
	if !kit.Confirm(win.Canvas()) || stored != 2 {
		t.Fatalf("the dialog was not confirmed (%d)", stored)
	}
	if kit.Confirm(win.Canvas()) || kit.Dismiss(win.Canvas()) {
		t.Error("there was a dialog where there is none")
	}
	win.SetContent(many)
	win.Canvas().Focus(many)
	test.Type(many, "a")
	many.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if many.Text != "a\n" {
		t.Errorf("Enter in a field of many lines gave %q", many.Text)
	}
}

// TestUndoGoesToTheField gives Ctrl+Z to the text field that has the keyboard
// and to the program otherwise.
func TestUndoGoesToTheField(t *testing.T) {
	kittest.App(t)
	field := kit.NewInput()
	win := kittest.Window(t, field, 300, 100)
	undone := 0
	commands := &kit.Commands{Canvas: win.Canvas()}
	commands.Add(&kit.Command{ID: "undo", Menu: "Edit", Title: "Undo", Key: kit.Ctrl(fyne.KeyZ), Do: func() { undone++ }})
	item := commands.MainMenu().Items[0].Items[0]
	if item.Shortcut.ShortcutName() != "Undo" {
		t.Errorf("the menu waits for %q, which is not what the driver sends", item.Shortcut.ShortcutName())
	}
	win.Canvas().Focus(field)
	test.Type(field, "word")
	item.Action()
	if field.Text == "word" || undone != 0 {
		t.Errorf("the field says %q after the undo, and the program undid %d changes", field.Text, undone)
	}
	win.Canvas().Unfocus()
	item.Action()
	if undone != 1 {
		t.Errorf("the program undid %d changes", undone)
	}
}

// watched is a field that knows whether it has the keyboard.
type watched struct {
	kit.Input
	has bool
}

func (w *watched) FocusGained() { w.has = true; w.Input.FocusGained() }

func (w *watched) FocusLost() { w.has = false; w.Input.FocusLost() }

// A field that is told nothing goes on drawing its blinking cursor, and the
// window with it, for good.
func TestAClosedDialogTakesTheKeyboardFromItsField(t *testing.T) {
	kittest.App(t)
	win := kittest.Window(t, kit.Caption("page"), 600, 400)
	for name, end := range map[string]func(fyne.Canvas) bool{"dismissed": kit.Dismiss, "confirmed": kit.Confirm} {
		field := &watched{}
		field.ExtendBaseWidget(field)
		dialog.ShowCustomConfirm("Title", "Save", "Cancel", field, func(bool) {}, win)
		win.Canvas().Focus(field)
		if !field.has || !end(win.Canvas()) || field.has {
			t.Errorf("the field of a %s dialog keeps the keyboard", name)
		}
	}
}
