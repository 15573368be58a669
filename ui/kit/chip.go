package kit

import (
	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Chip is a small word on a rounded ground. With OnTapped it is a filter that
// is on or off; with OnRemove it carries a cross; with neither it is a badge.
// The keyboard reaches it with Tab, turns it with Space or Enter and removes
// it with Delete.
type Chip struct {
	widget.BaseWidget
	Text     string
	Tone     look.Tone
	Dot      fyne.ThemeColorName // a coloured dot before the text
	On       bool
	OnTapped func()
	OnRemove func()

	focused, hovered bool
	draw             *chipRenderer
}

// NewBadge makes a chip that only says something.
func NewBadge(text string, tone look.Tone) *Chip {
	c := &Chip{Text: text, Tone: tone}
	c.ExtendBaseWidget(c)
	return c
}

// NewFilterChip makes a chip that is turned on and off. changed is told the
// new state.
func NewFilterChip(text string, on bool, changed func(on bool)) *Chip {
	c := &Chip{Text: text, On: on}
	c.OnTapped = func() {
		c.On = !c.On
		c.Refresh()
		changed(c.On)
	}
	c.ExtendBaseWidget(c)
	return c
}

// NewRemovableChip makes a chip with a cross, such as a filter in use.
func NewRemovableChip(text string, remove func()) *Chip {
	c := &Chip{Text: text, On: true, OnRemove: remove}
	c.ExtendBaseWidget(c)
	return c
}

// NewKeycap draws a key as on a keyboard.
func NewKeycap(text string) *Chip { return NewBadge(text, look.Neutral) }

// Tapped turns the chip, or removes it where the cross was hit.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	if c.OnRemove != nil && (c.OnTapped == nil || e.Position.X > c.Size().Width-c.Size().Height) {
		c.OnRemove()
		return
	}
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// TypedKey turns the chip with Enter and removes it with Delete.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.OnTapped != nil {
			c.OnTapped()
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		if c.OnRemove != nil {
			c.OnRemove()
		}
	case fyne.KeyEscape:
		Dismiss(canvasOf(c))
	}
}

// TypedRune hands letters on to the window.
func (c *Chip) TypedRune(r rune) { passOn(c, r) }

// FocusGained shows the ring.
func (c *Chip) FocusGained() {
	c.light(&c.focused, true)
	reveal(c)
}

// FocusLost hides the ring.
func (c *Chip) FocusLost() { c.light(&c.focused, false) }

// MouseIn lights the chip.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.light(&c.hovered, true) }

// MouseMoved does nothing.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the light off.
func (c *Chip) MouseOut() { c.light(&c.hovered, false) }

func (c *Chip) light(state *bool, on bool) {
	*state = on && c.active()
	c.Refresh()
}

// Enable does nothing: see Disabled.
func (c *Chip) Enable() {}

// Disable does nothing: see Disabled.
func (c *Chip) Disable() {}

// Disabled keeps Tab from stopping at a badge, which does nothing.
func (c *Chip) Disabled() bool { return !c.active() }

func (c *Chip) active() bool { return c.OnTapped != nil || c.OnRemove != nil }

// AccessibilityLabel is the word of the chip.
func (c *Chip) AccessibilityLabel() string { return c.Text }

// AccessibilityRole is that of a button where the chip can be turned.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole {
	if c.active() {
		return fyne.AccessibleRoleButton
	}
	return fyne.AccessibleRoleText
}

// CreateRenderer draws ground, dot, word and cross.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.draw = &chipRenderer{
		c: c, ground: canvas.NewRectangle(transparent), dot: canvas.NewCircle(transparent),
		text: canvas.NewText("", transparent), cross: canvas.NewImageFromResource(theme.CancelIcon()),
	}
	c.draw.paint()
	return c.draw
}

type chipRenderer struct {
	c      *Chip
	ground *canvas.Rectangle
	dot    *canvas.Circle
	text   *canvas.Text
	cross  *canvas.Image
}

func (r *chipRenderer) paint() {
	c := r.c
	r.text.Text, r.text.TextSize = c.Text, theme.CaptionTextSize()+1
	r.ground.FillColor, r.text.Color = theme.Color(c.Tone.Fill()), theme.Color(c.Tone.Ink())
	r.ground.StrokeWidth = 0
	switch {
	case c.active() && c.On:
		r.ground.FillColor, r.text.Color = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNameForegroundOnPrimary)
		r.cross.Resource = theme.NewColoredResource(theme.CancelIcon(), theme.ColorNameForegroundOnPrimary)
	case c.active():
		r.ground.FillColor, r.text.Color = theme.Color(theme.ColorNameInputBackground), theme.Color(theme.ColorNameForeground)
		r.ground.StrokeWidth, r.ground.StrokeColor = 1, theme.Color(theme.ColorNameInputBorder)
	}
	if c.hovered {
		r.ground.StrokeWidth, r.ground.StrokeColor = 1, theme.Color(theme.ColorNamePrimary)
	}
	if c.focused {
		r.ground.StrokeWidth, r.ground.StrokeColor = theme.Size(look.SizeFocusRing), theme.Color(look.ColorRing)
		if c.On {
			r.ground.StrokeColor = theme.Color(theme.ColorNameForeground)
		}
	}
	if c.Dot != "" {
		r.dot.FillColor = theme.Color(c.Dot)
	}
	r.dot.Hidden = c.Dot == ""
	r.cross.Hidden = c.OnRemove == nil
}

func (r *chipRenderer) MinSize() fyne.Size {
	text := r.text.MinSize()
	pad := theme.InnerPadding()
	width := text.Width + 2*pad
	if r.c.Dot != "" {
		width += dotSize + pad/2
	}
	if r.c.OnRemove != nil {
		width += text.Height
	}
	return fyne.NewSize(width, text.Height+pad*0.75)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	pad := theme.InnerPadding()
	r.ground.Resize(size)
	r.ground.CornerRadius = size.Height / 2
	x := pad
	if r.c.Dot != "" {
		r.dot.Move(fyne.NewPos(x, (size.Height-dotSize)/2))
		r.dot.Resize(fyne.NewSquareSize(dotSize))
		x += dotSize + pad/2
	}
	text := r.text.MinSize()
	r.text.Move(fyne.NewPos(x, (size.Height-text.Height)/2))
	side := text.Height * 0.8
	r.cross.Resize(fyne.NewSquareSize(side))
	r.cross.Move(fyne.NewPos(size.Width-side-pad*0.75, (size.Height-side)/2))
}

func (r *chipRenderer) Refresh() {
	r.paint()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *chipRenderer) Destroy() {}
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.dot, r.text, r.cross}
}

// ChipRow sets chips side by side, in as many rows as they need.
func ChipRow(chips ...*Chip) *fyne.Container {
	row := container.New(NewFlow())
	for _, c := range chips {
		row.Add(c)
	}
	return row
}
