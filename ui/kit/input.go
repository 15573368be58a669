package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Input is a text field that knows the keys of a dialog: Escape closes it,
// Enter in a field of one line confirms it, and Tab leaves a field of many
// lines as it leaves any other.
type Input struct{ widget.Entry }

// NewInput makes an empty field of one line.
func NewInput() *Input {
	e := &Input{}
	e.Wrapping = oneLine
	e.ExtendBaseWidget(e)
	return e
}

// NewLines makes an empty field of several lines that wraps at words.
func NewLines() *Input {
	e := &Input{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// MinSize is a little higher than Fyne's.
func (e *Input) MinSize() fyne.Size { return roomy(e.Entry.MinSize()) }

// roomy is the least size of a field with room for what large text adds by
// rounding: without it the field has scroll bars of its own.
func roomy(least fyne.Size) fyne.Size {
	const more = 2
	return fyne.NewSize(least.Width, least.Height+more)
}

// AcceptsTab is false: Tab goes to the next field.
func (e *Input) AcceptsTab() bool { return false }

// FocusGained scrolls the field into view.
func (e *Input) FocusGained() {
	e.Entry.FocusGained()
	markAll(&e.Entry)
	reveal(e)
}

// markAll selects what a field of one line holds, so that whoever tabs to it
// types in its place. A click puts the cursor where it is and selects nothing.
func markAll(e *widget.Entry) {
	if e.Text != "" && !e.MultiLine {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// TypedKey handles the keys of a dialog before those of the text.
func (e *Input) TypedKey(k *fyne.KeyEvent) {
	if e.takes(k) || !dialogKey(e, k) {
		e.Entry.TypedKey(k)
	}
}

// takes says that a key belongs to the field itself: Enter, and in many lines also
// what turns their pages.
func (e *Input) takes(k *fyne.KeyEvent) bool {
	if e.MultiLine && (k.Name == fyne.KeyPageDown || k.Name == fyne.KeyPageUp) {
		return true
	}
	enter := k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter
	return enter && (e.MultiLine || e.OnSubmitted != nil)
}

// SelectEntry is a field with a list of proposals that knows the keys of a
// dialog.
type SelectEntry struct {
	widget.SelectEntry
	proposals int
}

// NewSelectEntry makes an empty field with proposals.
func NewSelectEntry(options []string) *SelectEntry {
	e := &SelectEntry{}
	e.Wrapping = oneLine
	e.ExtendBaseWidget(e)
	e.SetOptions(options)
	return e
}

// SetOptions offers other proposals.
func (e *SelectEntry) SetOptions(options []string) {
	e.proposals = len(options)
	e.SelectEntry.SetOptions(options)
	if b, ok := e.ActionItem.(*widget.Button); ok {
		e.ActionItem = newDropper(b)
	}
}

// CreateRenderer makes sure of the arrow that opens the proposals.
func (e *SelectEntry) CreateRenderer() fyne.WidgetRenderer {
	if e.ActionItem == nil {
		e.SetOptions(nil)
	}
	return e.SelectEntry.CreateRenderer()
}

// MinSize is a little higher than Fyne's.
func (e *SelectEntry) MinSize() fyne.Size { return roomy(e.SelectEntry.MinSize()) }

// FocusGained scrolls the field into view.
func (e *SelectEntry) FocusGained() {
	e.SelectEntry.FocusGained()
	markAll(&e.Entry)
	reveal(e)
}

// TypedKey handles the keys of a dialog before those of the text.
func (e *SelectEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyDown {
		e.Drop()
		return
	}
	enter := k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter
	if (enter && e.OnSubmitted != nil) || !dialogKey(e, k) {
		e.SelectEntry.TypedKey(k)
	}
}

// Drop opens the proposals with the first of them lit, so that Enter takes it.
func (e *SelectEntry) Drop() {
	if d, ok := e.ActionItem.(*dropper); ok && e.proposals > 0 && !d.off {
		d.Tapped(nil)
		lightItem(canvasOf(e), 0)
	}
}

// lightItem lights an entry of the menu that has just opened over a window.
func lightItem(c fyne.Canvas, at int) {
	if c == nil {
		return
	}
	if menu, ok := c.Focused().(*widget.PopUpMenu); ok {
		for range at + 1 {
			menu.ActivateNext()
		}
	}
}

// dropper is the arrow of a field with proposals. Fyne's is a button, and so a
// stop of Tab between two fields; here the mouse presses it, and the arrow down
// in the field does what it does.
type dropper struct {
	widget.BaseWidget
	icon *widget.Icon
	open func()
	off  bool
}

func newDropper(b *widget.Button) *dropper {
	d := &dropper{icon: widget.NewIcon(b.Icon), open: b.OnTapped}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer draws the arrow with the room around it that Fyne's button has.
func (d *dropper) CreateRenderer() fyne.WidgetRenderer {
	around := theme.InnerPadding()
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(around, around, around, around), d.icon))
}

// Tapped shows the proposals.
func (d *dropper) Tapped(*fyne.PointEvent) {
	if !d.off {
		d.open()
	}
}

// Enable lets it be pressed.
func (d *dropper) Enable() { d.off = false }

// Disable keeps it from being pressed.
func (d *dropper) Disable() { d.off = true }

// Disabled reports whether it cannot be pressed.
func (d *dropper) Disabled() bool { return d.off }
