package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Question is a dialog with something to fill in or to look at, and buttons
// that know the keys of a dialog: Escape answers no from wherever the keyboard
// is, Ctrl+Enter yes.
type Question struct {
	*dialog.CustomDialog
	// Yes is the button that stands out; nil where there is nothing to say yes
	// to. Disable it while what is filled in makes no sense.
	Yes *Button

	content fyne.CanvasObject
	on      fyne.Canvas
	shown   bool
}

// Show opens the dialog with the keyboard in its first field.
func (q *Question) Show() {
	q.CustomDialog.Show()
	q.shown = true
	if f := firstField(q.content); f != nil {
		q.on.Focus(f)
	}
}

// Resize gives the dialog a size and, where it is open, keeps it in the middle of the
// window: Fyne leaves it where it was, with the buttons of a high one below the edge.
func (q *Question) Resize(size fyne.Size) {
	q.CustomDialog.Resize(size)
	if pop := top(q.on); pop != nil && q.shown {
		room, size := q.on.Size(), pop.Size()
		pop.Move(fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2))
	}
}

// NewConfirm makes a dialog with a button that does and one that does not.
// It takes the place of Fyne's dialog.NewCustomConfirm.
func NewConfirm(title, confirm, dismiss string, content fyne.CanvasObject, answer func(yes bool), parent fyne.Window) *Question {
	q := newQuestion(title, content, parent)
	end := func(yes bool) func() {
		return func() {
			q.Hide()
			answer(yes)
		}
	}
	no := NewButton(dismiss, theme.CancelIcon(), end(false))
	q.Yes = NewButton(confirm, theme.ConfirmIcon(), end(true))
	q.Yes.Importance = widget.HighImportance
	q.SetButtons([]fyne.CanvasObject{no, q.Yes})
	q.understands(datesIn(content))
	return q
}

// Allow lets the dialog be confirmed, or keeps it from that while what is filled
// in is not enough.
func (q *Question) Allow(yes bool) {
	if yes {
		q.Yes.Enable()
	} else {
		q.Yes.Disable()
	}
}

func newQuestion(title string, content fyne.CanvasObject, parent fyne.Window) *Question {
	return &Question{CustomDialog: dialog.NewCustomWithoutButtons(headed(title), content, parent), content: content, on: parent.Canvas()}
}

// headed is the title of a dialog that a command opens: without the dots that
// promise it.
func headed(title string) string { return strings.TrimSuffix(title, "…") }

// understands keeps the button that stands out from being pressed while a date
// makes no sense: what a person has typed is never dropped without a word.
func (q *Question) understands(dates []*DateEntry) {
	for _, d := range dates {
		d.judged = func() {
			q.Allow(!slices.ContainsFunc(dates, func(d *DateEntry) bool { return !d.understood() }))
		}
	}
}

// datesIn finds the fields for dates in a form.
func datesIn(o fyne.CanvasObject) (out []*DateEntry) {
	switch o := o.(type) {
	case *DateEntry:
		return []*DateEntry{o}
	case *container.Scroll:
		return datesIn(o.Content)
	case *fyne.Container:
		for _, part := range o.Objects {
			out = append(out, datesIn(part)...)
		}
	}
	return out
}

// NewNotice makes a dialog to look at, with a button that closes it. It takes
// the place of Fyne's dialog.NewCustom.
func NewNotice(title, dismiss string, content fyne.CanvasObject, parent fyne.Window) *Question {
	q := newQuestion(title, content, parent)
	q.SetButtons([]fyne.CanvasObject{NewButton(dismiss, nil, q.Hide)})
	return q
}
