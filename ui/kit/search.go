package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SearchField is an entry with a lens that tells of its text with every letter:
// who asks the archive lets the latest question win (see Job.Slot), so that the
// answer stands there before the next letter. Escape empties it, and
// leaves the dialog that it stands in where it is empty; Down gives the
// keyboard to the results.
type SearchField struct {
	widget.Entry
	OnQuery  func(text string)     // with every change of the text
	OnSubmit func(text string)     // Enter
	Next     func() fyne.Focusable // where Down goes; may be nil

	last string
}

// NewSearchField makes an empty field.
func NewSearchField(onQuery func(text string)) *SearchField {
	f := &SearchField{OnQuery: onQuery}
	f.PlaceHolder = words.search()
	f.Icon = theme.SearchIcon()
	f.OnChanged = f.tell
	f.Wrapping = oneLine
	f.ExtendBaseWidget(f)
	return f
}

// MinSize is a little higher than Fyne's.
func (f *SearchField) MinSize() fyne.Size { return roomy(f.Entry.MinSize()) }

func (f *SearchField) tell(text string) {
	changed := text != f.last
	f.last = text
	if changed && f.OnQuery != nil {
		f.OnQuery(text)
	}
}

// FocusGained scrolls the field into view.
func (f *SearchField) FocusGained() {
	f.Entry.FocusGained()
	reveal(f)
}

// TypedKey handles Escape, Down and Enter.
func (f *SearchField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if f.Text == "" {
			Dismiss(canvasOf(f))
		}
		f.SetText("")
	case fyne.KeyDown:
		if f.Next != nil {
			Focus(f.Next())
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		f.tell(f.Text)
		if f.OnSubmit != nil {
			f.OnSubmit(f.Text)
		}
	default:
		f.Entry.TypedKey(e)
	}
}
