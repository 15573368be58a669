package kit

import (
	"context"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a line of the palette: a command, a speaker, an article.
type Entry struct {
	Title string
	Note  string // at the right: a key, a kind
	Icon  fyne.Resource
	Do    func()
	// Matched are the ranges of Title that the typed letters stand for; the
	// matching function fills them.
	Matched []Range
}

// Matcher finds the entries that fit what was typed, best first, with the
// matched ranges. For "" it gives what to offer before a letter is typed. It
// runs outside the interface goroutine.
type Matcher func(ctx context.Context, typed string) ([]Entry, error)

// Palette is the field above the window into which commands and names are
// typed (Ctrl+K). The letters of the best entries appear while typing; Up and
// Down choose, Enter does, Escape closes.
type Palette struct {
	jobs  *Jobs
	match Matcher
	pop   *widget.PopUp
	field *paletteField
	list  *List[Entry]
	none  *widget.Label
	back  fyne.Focusable
	on    fyne.Canvas

	pending bool // the answer to the letters typed last has not come
	enter   bool // Enter was pressed meanwhile
}

const paletteSlot = "palette"

// NewPalette makes a palette that asks the matcher through the job runner.
func NewPalette(jobs *Jobs, match Matcher) *Palette {
	p := &Palette{jobs: jobs, match: match}
	p.field = newPaletteField(p)
	p.list = NewList(newPaletteLine, func(e Entry, line *paletteLine) { line.set(e) })
	p.list.OnOpen = func(e Entry) { p.do(e) }
	p.list.HideSeparators = true
	p.none = widget.NewLabel(words.nothingFound())
	p.none.Alignment = fyne.TextAlignCenter
	p.none.Hide()
	return p
}

// Show opens the palette on a canvas and empties its field.
func (p *Palette) Show(on fyne.Canvas) {
	p.on, p.back = on, on.Focused()
	on.Unfocus() // a cursor that blinks behind the palette draws the window twelve times a second
	if p.pop == nil {
		body := container.NewBorder(container.NewPadded(p.field), nil, nil, spacer(theme.Padding()), container.NewStack(p.list, p.none))
		p.pop = widget.NewPopUp(body, on)
	}
	size := on.Size()
	width := min(640*theme.TextSize()/14, size.Width*0.9)
	p.pop.Resize(fyne.NewSize(width, min(440*theme.TextSize()/14, size.Height*0.8)))
	p.pop.ShowAtPosition(fyne.NewPos((size.Width-width)/2, size.Height*0.1))
	p.field.SetText("")
	p.ask("")
	on.Focus(p.field)
}

// Hide closes the palette and gives the keyboard back.
func (p *Palette) Hide() {
	if p.pop == nil || !p.pop.Visible() {
		return
	}
	p.jobs.Cancel(paletteSlot)
	p.on.Unfocus() // the cursor of a hidden field would blink on
	p.pop.Hide()
	if p.back != nil {
		p.on.Focus(p.back)
	}
}

// ask looks for what was typed. Until the answer has come, the lines shown are
// those of other letters, and Enter waits for it.
func (p *Palette) ask(typed string) {
	p.pending, p.enter = true, false
	FetchSoon(p.jobs, paletteSlot, Patience, func(ctx context.Context) ([]Entry, error) {
		return p.match(ctx, typed)
	}, func(entries []Entry, err error) {
		p.list.SetItems(entries)
		p.none.Hidden = len(entries) > 0 || err != nil
		p.none.Refresh()
		if len(entries) > 0 {
			p.list.ChooseIndex(0)
			p.list.ScrollToTop()
		}
		p.pending = false
		if p.enter && len(entries) > 0 {
			p.do(entries[0])
		}
	})
}

func (p *Palette) do(e Entry) {
	p.Hide()
	if e.Do != nil {
		e.Do()
	}
}

// paletteField is an entry that hands the keys of the list on to it.
type paletteField struct {
	widget.Entry
	p *Palette
}

func newPaletteField(p *Palette) *paletteField {
	f := &paletteField{p: p}
	f.PlaceHolder = words.paletteHint()
	f.OnChanged = p.ask
	f.Wrapping = oneLine
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey keeps what edits the text and gives the rest to the list.
func (f *paletteField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		f.p.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.p.pending {
			f.p.enter = true
			return
		}
		f.p.list.TypedKey(e)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		f.p.list.TypedKey(e)
	default:
		f.Entry.TypedKey(e)
	}
}

// paletteLine draws an entry.
type paletteLine struct {
	widget.BaseWidget
	icon  *widget.Icon
	title *Emphasis
	note  *canvas.Text
}

func newPaletteLine() *paletteLine {
	l := &paletteLine{icon: widget.NewIcon(nil), title: NewEmphasis(), note: canvas.NewText("", transparent)}
	l.ExtendBaseWidget(l)
	return l
}

func (l *paletteLine) set(e Entry) {
	l.icon.SetResource(e.Icon)
	l.title.Set(e.Title, e.Matched)
	l.note.Text, l.note.TextSize = e.Note, theme.CaptionTextSize()
	l.note.Color = theme.Color(look.ColorDim)
	l.Refresh()
}

// CreateRenderer lays the line out: icon, title, note.
func (l *paletteLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewPadded(container.NewBorder(nil, nil, l.icon, container.NewCenter(l.note), l.title)))
}
