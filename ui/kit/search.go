package kit

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SearchField is an entry with a lens that tells of its text after the typing
// has paused. Escape empties it, Down gives the keyboard to the results.
type SearchField struct {
	widget.Entry
	OnQuery  func(text string)     // after a pause in the typing, or at once on Enter
	OnSubmit func(text string)     // Enter
	Next     func() fyne.Focusable // where Down goes; may be nil

	jobs *Jobs
	slot string
	last string
}

// typingPause is shorter than the gap between two letters of a slow typist and
// longer than that of a quick one.
const typingPause = 90 * time.Millisecond

// NewSearchField makes an empty field. The slot is a name of its own in the
// job runner.
func NewSearchField(jobs *Jobs, slot string, onQuery func(text string)) *SearchField {
	f := &SearchField{OnQuery: onQuery, jobs: jobs, slot: "typing/" + slot}
	f.PlaceHolder = words.search()
	f.Icon = theme.SearchIcon()
	f.OnChanged = f.typed
	f.Wrapping = oneLine
	f.ExtendBaseWidget(f)
	return f
}

// MinSize is a little higher than Fyne's.
func (f *SearchField) MinSize() fyne.Size { return roomy(f.Entry.MinSize()) }

// typed waits for a pause: every letter silences the waiting of the one before.
func (f *SearchField) typed(text string) {
	f.jobs.Run(Job{
		Slot:  f.slot,
		Delay: typingPause,
		Work:  func(context.Context, func(Progress)) error { return nil },
		Done:  func(error) { f.tell(text) },
	})
}

func (f *SearchField) tell(text string) {
	if text != f.last && f.OnQuery != nil {
		f.last = text
		f.OnQuery(text)
	}
}

// TypedKey handles Escape, Down and Enter.
func (f *SearchField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		f.SetText("")
	case fyne.KeyDown:
		if f.Next != nil {
			Focus(f.Next())
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		f.jobs.Cancel(f.slot)
		f.tell(f.Text)
		if f.OnSubmit != nil {
			f.OnSubmit(f.Text)
		}
	default:
		f.Entry.TypedKey(e)
	}
}
