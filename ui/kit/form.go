package kit

import (
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Field is one row of a form: what is asked, where it is answered, and a hint
// in small letters below.
type Field struct {
	Label string
	Input fyne.CanvasObject
	Hint  string
}

// NewForm sets fields below one another, labels at the left.
//
//	kit.NewForm(
//		kit.Field{Label: "Title", Input: title},
//		kit.Field{Label: "Published", Input: date, Hint: "2026-03-14, March 2026 or 2026"},
//	)
func NewForm(fields ...Field) *fyne.Container {
	rows := container.New(layout.NewFormLayout())
	for _, f := range fields {
		label := widget.NewLabel(f.Label)
		label.Alignment = fyne.TextAlignTrailing
		rows.Add(container.NewVBox(label))
		if f.Hint == "" {
			rows.Add(f.Input)
			continue
		}
		rows.Add(container.New(layout.NewCustomPaddedVBoxLayout(0), f.Input, Caption(f.Hint)))
	}
	return rows
}

// AlignForms gives several forms, such as those of the sections of a page, one
// column of labels, as wide as the widest of all.
func AlignForms(forms ...*fyne.Container) {
	all := &widestOf{}
	for _, form := range forms {
		for i := 0; i < len(form.Objects); i += 2 {
			all.labels = append(all.labels, form.Objects[i])
			form.Objects[i] = container.New(all, form.Objects[i])
		}
	}
}

// widestOf is a layout of one label that is as wide as the widest of its kind.
type widestOf struct{ labels []fyne.CanvasObject }

func (*widestOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (w *widestOf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	out := objects[0].MinSize()
	for _, l := range w.labels {
		out.Width = max(out.Width, l.MinSize().Width)
	}
	return out
}

// CaptionText is a small text of second rank that wraps.
type CaptionText struct {
	widget.RichText
	segment *widget.TextSegment
}

// Caption makes a small text of second rank.
func Caption(text string) *CaptionText {
	style := widget.RichTextStyleInline
	style.ColorName = look.ColorDim
	style.SizeName = theme.SizeNameCaptionText
	c := &CaptionText{segment: &widget.TextSegment{Text: text, Style: style}}
	c.Segments = []widget.RichTextSegment{c.segment}
	c.Wrapping, c.Scroll = fyne.TextWrapWord, container.ScrollNone
	c.ExtendBaseWidget(c)
	return c
}

// Centered sets the text in the middle, below what stands in the middle.
func (c *CaptionText) Centered() *CaptionText {
	c.segment.Style.Alignment = fyne.TextAlignCenter
	c.Refresh()
	return c
}

// SetText shows another text.
func (c *CaptionText) SetText(text string) {
	c.segment.Text = text
	c.Refresh()
}

// Text is the text shown.
func (c *CaptionText) Text() string { return c.segment.Text }

// AccessibilityLabel is the text.
func (c *CaptionText) AccessibilityLabel() string { return c.segment.Text }

// AccessibilityRole is that of a text.
func (c *CaptionText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Section is a titled part of a page, with an optional object such as a button
// at the right of the title.
func Section(title string, beside fyne.CanvasObject, content ...fyne.CanvasObject) *fyne.Container {
	head := container.NewBorder(nil, nil, nil, beside, SectionTitle(title))
	gap := spacer(0)
	rows := append([]fyne.CanvasObject{head}, content...)
	return container.NewVBox(append(rows, gap)...)
}

// Page gives a screen its heading and an even margin. What stands beside the
// heading, such as buttons in a Flow, goes below it where there is no room.
func Page(title string, beside, content fyne.CanvasObject) *fyne.Container {
	head := widget.NewLabel(title)
	head.SizeName = theme.SizeNameHeadingText
	head.TextStyle.Bold = true
	top := container.New(pageHead{}, head)
	if beside != nil {
		top.Add(beside)
	}
	gap := theme.Size(look.SizeGap) / 2
	return container.New(layout.NewCustomPaddedLayout(gap, gap, gap, gap), container.NewBorder(top, nil, nil, nil, content))
}

// oneLine is how Fyne's own entries of one line are set up: an entry that is
// embedded in another widget must say so itself, or it shows scroll bars.
const oneLine = fyne.TextWrap(fyne.TextTruncateClip)

// DateEntry is a field for a date of which parts may be unknown, typed as the
// person likes. The parser says what a text means, in words, or why it is no
// date; the empty text is always the unknown date.
type DateEntry struct {
	widget.Entry
	OnDate func(text string) // the text has become a valid date or empty
	parse  func(text string) (meaning string, err error)
	echo   *CaptionText
	judged func() // the text was understood, or was not
}

// NewDateEntry makes an empty field.
//
//	kit.NewDateEntry(func(s string) (string, error) {
//		d, err := claims.ParseDate(s)
//		return d.String(), err
//	})
func NewDateEntry(parse func(text string) (meaning string, err error)) *DateEntry {
	e := &DateEntry{parse: parse, echo: Caption("")}
	e.Validator = func(s string) error {
		if s == "" {
			return nil
		}
		_, err := parse(s)
		return err
	}
	e.AlwaysShowValidationError = true // else Fyne ticks what is no date for as long as it is typed
	e.OnChanged = e.changed
	e.Wrapping = oneLine
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained scrolls the field into view.
func (e *DateEntry) FocusGained() {
	e.Entry.FocusGained()
	markAll(&e.Entry)
	reveal(e)
}

// TypedKey handles the keys of a dialog before those of the text.
func (e *DateEntry) TypedKey(k *fyne.KeyEvent) {
	if !dialogKey(e, k) {
		e.Entry.TypedKey(k)
	}
}

// MinSize is a little higher than Fyne's.
func (e *DateEntry) MinSize() fyne.Size { return roomy(e.Entry.MinSize()) }

// Echo is the line that says how the text was understood, to be set below the
// field.
func (e *DateEntry) Echo() fyne.CanvasObject { return e.echo }

// understood reports whether the text is a date or empty.
func (e *DateEntry) understood() bool { return e.Validator(e.Text) == nil }

func (e *DateEntry) changed(text string) {
	meaning, err := "", error(nil)
	if text != "" {
		meaning, err = e.parse(text)
	}
	if e.judged != nil {
		e.judged()
	}
	if err != nil {
		e.echo.SetText(err.Error())
		return
	}
	e.echo.SetText(meaning)
	if e.OnDate != nil {
		e.OnDate(text)
	}
}
