package kit

import (
	"fmt"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Meter is a thin bar that shows how much of something is done, for the top of
// a page: quieter than a progress bar, which says that the person must wait.
type Meter struct {
	widget.BaseWidget
	share float64
}

// NewMeter makes an empty meter.
func NewMeter() *Meter {
	m := &Meter{}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows how many of how many are done.
func (m *Meter) Set(done, of int) {
	m.share = 0
	if of > 0 {
		m.share = min(float64(done)/float64(of), 1)
	}
	m.Refresh()
}

// AccessibilityLabel is the share in percent.
func (m *Meter) AccessibilityLabel() string { return fmt.Sprintf("%.0f %%", 100*m.share) }

// AccessibilityRole is that of a text.
func (m *Meter) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws the ground and what is done of it.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &meterRenderer{m: m, ground: canvas.NewRectangle(transparent), done: canvas.NewRectangle(transparent)}
	r.paint()
	return r
}

type meterRenderer struct {
	m            *Meter
	ground, done *canvas.Rectangle
}

func (r *meterRenderer) paint() {
	r.ground.FillColor, r.done.FillColor = theme.Color(look.ColorPlaceholder), theme.Color(theme.ColorNamePrimary)
}

func (r *meterRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 1.5*theme.Padding()) }

func (r *meterRenderer) Layout(size fyne.Size) {
	height := r.MinSize().Height
	top := fyne.NewPos(0, (size.Height-height)/2)
	for _, o := range []*canvas.Rectangle{r.ground, r.done} {
		o.CornerRadius = height / 2
		o.Move(top)
	}
	r.ground.Resize(fyne.NewSize(size.Width, height))
	r.done.Resize(fyne.NewSize(size.Width*float32(r.m.share), height))
}

func (r *meterRenderer) Refresh() {
	r.paint()
	r.Layout(r.m.Size())
	canvas.Refresh(r.m)
}

func (r *meterRenderer) Destroy()                     {}
func (r *meterRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.done} }
