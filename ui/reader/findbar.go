package reader

import (
	"fmt"

	"onrecord/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// FindBar is the field above a reader that finds words in its text: Enter goes
// to the next place, Shift+Enter or Up to the one before, Escape closes.
type FindBar struct {
	widget.BaseWidget
	// OnToggle is called when the bar has come or gone, for what it stands in
	// to be laid out again; may be nil.
	OnToggle func()

	r     *Reader
	field *findField
	count *widget.Label
}

// NewFindBar makes a hidden bar for a reader and opens it on the reader's
// Ctrl+F. Set it above the reader:
//
//	container.NewBorder(reader.NewFindBar(r), nil, nil, nil, r)
func NewFindBar(r *Reader) *FindBar {
	b := &FindBar{r: r, count: widget.NewLabel("")}
	b.field = newFindField(b)
	b.ExtendBaseWidget(b)
	b.Hide()
	r.OnFind = b.Open
	return b
}

// Open shows the bar and gives it the keyboard. Selected words of one line are
// what is looked for.
func (b *FindBar) Open() {
	b.Show()
	b.toggled()
	if s := b.r.Selection(); !s.Empty() && s.End-s.Start < 80 {
		b.field.SetText(b.r.text[s.Start:s.End])
	}
	// The field was hidden, so the driver does not know yet where it is.
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.r); c != nil {
		c.Focus(b.field)
	}
	b.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	b.find(b.field.Text)
	b.toggled() // only now it knows its width, and whether it needs two lines
}

// Close hides the bar, forgets what was found and gives the keyboard back to
// the reader, at the place last looked at.
func (b *FindBar) Close() {
	if at := b.r.foundAt; at >= 0 && at < len(b.r.found) {
		b.r.Select(b.r.found[at])
	}
	b.r.Find("")
	b.Hide()
	b.toggled()
	kit.Focus(b.r)
}

func (b *FindBar) toggled() {
	if b.OnToggle != nil {
		b.OnToggle()
	}
}

func (b *FindBar) find(text string) {
	b.r.Find(text)
	b.tell()
}

func (b *FindBar) next(by int) {
	b.r.FindNext(by)
	b.tell()
}

func (b *FindBar) tell() {
	at, of := b.r.Found()
	switch {
	case b.field.Text == "":
		b.count.SetText("")
	case of == 0:
		b.count.SetText(lang.X("reader.notFound", "Not in this text"))
	default:
		b.count.SetText(fmt.Sprintf("%d / %d", at, of))
	}
}

// CreateRenderer lays the bar out: field, count, back, forward, close.
func (b *FindBar) CreateRenderer() fyne.WidgetRenderer {
	button := func(icon fyne.Resource, do func()) *kit.Button {
		w := kit.NewButton("", icon, do)
		w.Importance = widget.LowImportance
		return w
	}
	right := container.NewHBox(
		b.count,
		button(theme.MoveUpIcon(), func() { b.next(-1) }),
		button(theme.MoveDownIcon(), func() { b.next(1) }),
		button(theme.CancelIcon(), b.Close),
	)
	return widget.NewSimpleRenderer(container.NewPadded(container.New(&findLayout{}, b.field, right)))
}

// findLayout sets the field beside what belongs to it, and above that where a narrow
// column of large letters has no room for both: the window would have to grow.
type findLayout struct{ width float32 }

func (f *findLayout) narrow(right fyne.Size) bool {
	const letters = 10 // of the field
	return f.width > 0 && f.width < right.Width+letters*theme.TextSize()
}

func (f *findLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	field, right := objects[0], objects[1]
	height, beside := field.MinSize().Height, right.MinSize()
	right.Resize(beside)
	if f.narrow(beside) {
		field.Resize(fyne.NewSize(size.Width, height))
		right.Move(fyne.NewPos(0, height))
		return
	}
	field.Resize(fyne.NewSize(size.Width-beside.Width-theme.Padding(), size.Height))
	right.Move(fyne.NewPos(size.Width-beside.Width, 0))
}

func (f *findLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	field, right := objects[0].MinSize(), objects[1].MinSize()
	out := field.Max(right)
	if f.narrow(right) {
		out.Height = field.Height + right.Height
	}
	return out
}

type findField struct {
	widget.Entry
	kit.Modifiers
	b *FindBar
}

func newFindField(b *FindBar) *findField {
	f := &findField{b: b}
	f.PlaceHolder = lang.X("reader.find", "Find in this text")
	f.Icon = theme.SearchIcon()
	f.OnChanged = b.find
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip) // or the entry shows scroll bars
	f.ExtendBaseWidget(f)
	return f
}

// KeyDown keeps the Shift key in mind for both the entry and the field.
func (f *findField) KeyDown(e *fyne.KeyEvent) {
	f.Entry.KeyDown(e)
	f.Modifiers.KeyDown(e)
}

// KeyUp forgets it.
func (f *findField) KeyUp(e *fyne.KeyEvent) {
	f.Entry.KeyUp(e)
	f.Modifiers.KeyUp(e)
}

// TypedKey goes through the places and closes.
func (f *findField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		if f.Shift() {
			f.b.next(-1)
		} else {
			f.b.next(1)
		}
	case fyne.KeyUp:
		f.b.next(-1)
	case fyne.KeyEscape:
		f.b.Close()
	default:
		f.Entry.TypedKey(e)
	}
}
