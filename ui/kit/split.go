package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewHSplit sets two parts side by side, with a divider that stays where the
// person left it, also after a restart. offset is the share of the first part
// until then, and id the name under which the place is kept. To hide a part,
// hide Leading or Trailing of the split.
func NewHSplit(id string, first, second fyne.CanvasObject, offset float64) *container.Split {
	watch := &dividerWatch{prefs: fyne.CurrentApp().Preferences(), key: "split." + id}
	watch.split = container.NewHSplit(container.New(watch, first), second)
	return watch.start(offset)
}

// NewVSplit is NewHSplit with one part above the other.
func NewVSplit(id string, first, second fyne.CanvasObject, offset float64) *container.Split {
	watch := &dividerWatch{prefs: fyne.CurrentApp().Preferences(), key: "split." + id}
	watch.split = container.NewVSplit(container.New(watch, first), second)
	return watch.start(offset)
}

// dividerWatch is the layout around the first part of a split: Fyne tells
// nobody that a divider was moved, but it does lay out what is beside it.
type dividerWatch struct {
	split *container.Split
	prefs fyne.Preferences
	key   string
	kept  float64
}

func (w *dividerWatch) start(offset float64) *container.Split {
	w.kept = w.prefs.FloatWithFallback(w.key, offset)
	w.split.Offset = w.kept
	return w.split
}

// Layout fills the part and keeps the place of the divider if it has changed.
func (w *dividerWatch) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
	if w.split != nil && w.split.Offset != w.kept {
		w.kept = w.split.Offset
		w.prefs.SetFloat(w.key, w.kept)
	}
}

// MinSize is that of the part.
func (w *dividerWatch) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for _, o := range objects {
		out = out.Max(o.MinSize())
	}
	return out
}

// HasDivider reports whether the page of a window has a divider that moves to the
// sides (across), or up and down.
func HasDivider(c fyne.Canvas, across bool) bool { return dividerFor(c, across) != nil }

// MoveDivider moves a divider of the page by a share of its length: the innermost
// one beside what has the keyboard, or else the outermost.
func MoveDivider(c fyne.Canvas, across bool, by float64) {
	if s := dividerFor(c, across); s != nil {
		least, most := bounds(s)
		s.SetOffset(max(least, min(s.Offset+by, most)))
	}
}

// bounds are the places between which a divider can move: neither part becomes
// smaller than its content. Fyne draws it there, but notes any place that it is told.
func bounds(s *container.Split) (least, most float64) {
	first, second, all := s.Leading.MinSize().Width, s.Trailing.MinSize().Width, s.Size().Width
	if !s.Horizontal {
		first, second, all = s.Leading.MinSize().Height, s.Trailing.MinSize().Height, s.Size().Height
	}
	if all <= first+second {
		return s.Offset, s.Offset
	}
	return float64(first / all), float64(1 - second/all)
}

func dividerFor(c fyne.Canvas, across bool) *container.Split {
	if c == nil || c.Content() == nil {
		return nil
	}
	held, _ := c.Focused().(fyne.CanvasObject)
	var first, around *container.Split
	var search func(o fyne.CanvasObject) (holds bool)
	search = func(o fyne.CanvasObject) (holds bool) {
		if o == nil || !o.Visible() {
			return false
		}
		holds = o == held
		switch o := o.(type) {
		case *fyne.Container:
			for _, part := range o.Objects {
				holds = search(part) || holds
			}
		case *container.Scroll:
			holds = search(o.Content) || holds
		case *container.Split:
			fits := o.Horizontal == across && o.Leading.Visible() && o.Trailing.Visible()
			if fits && first == nil {
				first = o
			}
			holds = search(o.Leading) || holds
			holds = search(o.Trailing) || holds
			if fits && holds && around == nil {
				around = o
			}
		}
		return holds
	}
	search(c.Content())
	if around != nil {
		return around
	}
	return first
}
