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
