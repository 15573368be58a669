package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Toasts shows short notices above the bottom of a window, the newest lowest,
// each with at most one action. They go by themselves and never take the
// keyboard. Of those that take a change back only the newest is shown, since
// undo takes back the latest change whatever the notice said.
//
//	toasts := kit.NewToasts(jobs)
//	window.SetContent(container.NewStack(page, toasts.Layer()))
//	toasts.Undo("Statement rejected", undo)
type Toasts struct {
	jobs  *Jobs
	box   *fyne.Container
	layer *fyne.Container
	stay  time.Duration
	undo  fyne.CanvasObject // the one that takes a change back
	long  fyne.CanvasObject // the latest that lingers
	since time.Time         // when that one came
}

const (
	toastStay    = 7 * time.Second
	toastLingers = 4 // times as long
	toastMost    = 3
)

// NewToasts makes an empty layer.
func NewToasts(jobs *Jobs) *Toasts {
	box := container.NewVBox()
	return &Toasts{jobs: jobs, box: box, layer: container.New(bottomMiddle{}, box), stay: toastStay}
}

// Layer is to be stacked above the content of the window.
func (t *Toasts) Layer() fyne.CanvasObject { return t.layer }

// Say shows a notice.
func (t *Toasts) Say(text string) { t.Offer(text, "", nil) }

// Undo shows a notice with a button that takes the change back.
func (t *Toasts) Undo(text string, undo func()) {
	if t.undo != nil {
		t.box.Remove(t.undo)
	}
	t.undo = t.show(text, words.undo(), undo, t.stay)
}

// Settle takes the offer of undo away: the change was taken back otherwise.
func (t *Toasts) Settle() {
	if t.undo != nil {
		t.box.Remove(t.undo)
		t.undo = nil
		t.layer.Refresh()
	}
}

// Offer shows a notice with a button; an empty label leaves the button out.
func (t *Toasts) Offer(text, label string, do func()) { t.show(text, label, do, t.stay) }

// Linger shows a notice that nobody asked for and that a person at work
// elsewhere must have time to see.
func (t *Toasts) Linger(text, label string, do func()) {
	t.long, t.since = t.show(text, label, do, toastLingers*t.stay), time.Now()
}

// Seen takes a notice away that lingers, if it has stood for as long as others
// do: the person is here and goes on working.
func (t *Toasts) Seen() {
	if t.long != nil && time.Since(t.since) >= t.stay {
		t.box.Remove(t.long)
		t.long = nil
		t.layer.Refresh()
	}
}

func (t *Toasts) show(text, label string, do func(), stay time.Duration) fyne.CanvasObject {
	var toast fyne.CanvasObject
	dismiss := func() {
		t.box.Remove(toast)
		t.layer.Refresh()
	}
	toast = newToast(text, label, do, dismiss)
	if len(t.box.Objects) >= toastMost {
		t.box.Remove(t.box.Objects[0])
	}
	t.box.Add(toast)
	t.layer.Refresh()
	t.jobs.After(stay, dismiss)
	return toast
}

func newToast(text, label string, do, dismiss func()) fyne.CanvasObject {
	row := container.NewHBox(toastText(text))
	if label != "" {
		action := NewButton(label, nil, func() {
			dismiss()
			do()
		})
		row.Add(container.NewCenter(action))
	}
	away := NewButton("", theme.CancelIcon(), dismiss)
	away.Importance = widget.LowImportance
	row.Add(container.NewCenter(away))
	return NewPanel(container.NewPadded(row))
}

// toastText wraps a text that is longer than a toast may be wide.
func toastText(text string) fyne.CanvasObject {
	const widest = 460 // at 100 percent text size
	words := widget.NewLabel(text)
	if words.MinSize().Width <= widest*theme.TextSize()/14 {
		return words
	}
	words.Wrapping = fyne.TextWrapWord
	return container.New(&column{width: widest}, words)
}

// bottomMiddle places its one object at the bottom, in the middle.
type bottomMiddle struct{}

func (bottomMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		least := o.MinSize()
		o.Resize(least)
		o.Move(fyne.NewPos((size.Width-least.Width)/2, size.Height-least.Height-2*theme.Padding()))
	}
}

func (bottomMiddle) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Panel is a rounded ground with a soft shadow and its content, for what
// floats above a page or stands out from it.
type Panel struct {
	widget.BaseWidget
	content fyne.CanvasObject
	ground  *canvas.Rectangle
}

// NewPanel puts an object on a panel.
func NewPanel(content fyne.CanvasObject) *Panel {
	p := &Panel{content: content, ground: canvas.NewRectangle(transparent)}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer stacks the content on the ground.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &panelRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.NewStack(p.ground, p.content)), p: p}
}

func (p *Panel) paint() {
	th, v := p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	p.ground.FillColor = th.Color(theme.ColorNameOverlayBackground, v)
	p.ground.StrokeColor = th.Color(theme.ColorNameSeparator, v)
	p.ground.StrokeWidth = 1
	p.ground.CornerRadius = th.Size(theme.SizeNameCardRadius)
}

type panelRenderer struct {
	fyne.WidgetRenderer
	p *Panel
}

func (r *panelRenderer) Refresh() {
	r.p.paint()
	r.WidgetRenderer.Refresh()
}
