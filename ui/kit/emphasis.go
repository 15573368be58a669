package kit

import (
	"strings"
	"unicode/utf8"

	"onrecord/ui/kit/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Range is a half-open range of bytes of a text.
type Range struct{ Start, End int }

// Ranges turns the byte offsets of single matched characters, as subsequence
// matchers give them, into ranges of neighbours.
func Ranges(text string, offsets []int) []Range {
	var out []Range
	for _, at := range offsets {
		if at < 0 || at >= len(text) {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		if n := len(out); n > 0 && out[n-1].End == at {
			out[n-1].End = at + size
		} else {
			out = append(out, Range{at, at + size})
		}
	}
	return out
}

// Shorten cuts a text after so many characters, with an ellipsis.
func Shorten(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return strings.TrimRight(string(r[:most]), " ,;:") + "…"
	}
	return text
}

// Emphasis is one line of text in which some ranges stand out, the letters or
// words that a search has matched, with room for a note below.
type Emphasis struct {
	widget.BaseWidget
	text   string
	ranges []Range
	note   string
	noted  bool
	dim    bool
}

// NewEmphasis makes an empty line.
func NewEmphasis() *Emphasis {
	e := &Emphasis{}
	e.ExtendBaseWidget(e)
	return e
}

// NewNotedEmphasis makes an empty line with room for a note of second rank
// below it.
func NewNotedEmphasis() *Emphasis {
	e := &Emphasis{noted: true}
	e.ExtendBaseWidget(e)
	return e
}

// SetNoted shows a text as Set does, with the note below it.
func (e *Emphasis) SetNoted(text string, ranges []Range, note string) {
	e.note = note
	e.Set(text, ranges)
}

// Set shows a text with ranges in ascending order that do not overlap. A text
// that is too long is cut at its end, and at its start as far as is needed for
// the first range to be seen.
func (e *Emphasis) Set(text string, ranges []Range) {
	e.text, e.ranges = text, ranges
	e.Refresh()
}

// SetDim makes the text one of second rank.
func (e *Emphasis) SetDim(dim bool) {
	e.dim = dim
	e.Refresh()
}

// CreateRenderer draws a text for each stretch.
func (e *Emphasis) CreateRenderer() fyne.WidgetRenderer { return &emphasisRenderer{e: e} }

// AccessibilityLabel is the whole text and the note.
func (e *Emphasis) AccessibilityLabel() string {
	if e.note == "" {
		return e.text
	}
	return e.text + ", " + e.note
}

// AccessibilityRole is that of a text.
func (e *Emphasis) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

type emphasisRenderer struct {
	e       *Emphasis
	size    fyne.Size
	objects []fyne.CanvasObject
}

func (r *emphasisRenderer) Destroy()                     {}
func (r *emphasisRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *emphasisRenderer) MinSize() fyne.Size {
	height := rulerFor(theme.TextSize(), fyne.TextStyle{}).Height()
	if r.e.noted {
		height += noteRuler().Height() + theme.Size(theme.SizeNameInnerPadding)/2
	}
	return fyne.NewSize(60, height)
}

func (r *emphasisRenderer) Refresh() {
	r.Layout(r.size)
	canvas.Refresh(r.e)
}

func (r *emphasisRenderer) Layout(size fyne.Size) {
	r.size, r.objects = size, nil
	start := r.firstShown(size.Width)
	x, at := float32(0), start
	if start > 0 {
		x, _ = r.put(ellipsis, x, false, false)
	}
	fits := true
	for _, g := range r.e.ranges {
		if g.Start < at || g.End > len(r.e.text) || !fits {
			continue
		}
		if x, fits = r.put(r.e.text[at:g.Start], x, false, true); fits {
			x, fits = r.put(r.e.text[g.Start:g.End], x, true, g.End < len(r.e.text))
		}
		at = g.End
	}
	if fits {
		r.put(r.e.text[at:], x, false, false)
	}
	r.putNote(size)
}

func (r *emphasisRenderer) putNote(size fyne.Size) {
	if r.e.note == "" {
		return
	}
	ruler := noteRuler()
	note := canvas.NewText(ruler.Cut(r.e.note, size.Width), theme.Color(look.ColorDim))
	note.TextSize = ruler.Size
	note.Move(fyne.NewPos(0, size.Height-ruler.Height()))
	r.objects = append(r.objects, note)
}

// textHeight is the room of the line itself, without that of the note.
func (r *emphasisRenderer) textHeight() float32 {
	if r.e.noted {
		return rulerFor(theme.TextSize(), fyne.TextStyle{}).Height()
	}
	return r.size.Height
}

// firstShown is where the text begins so that its first range can be seen
// with some words before it.
func (r *emphasisRenderer) firstShown(width float32) int {
	ruler := rulerFor(theme.TextSize(), fyne.TextStyle{})
	if len(r.e.ranges) == 0 || r.e.ranges[0].End > len(r.e.text) {
		return 0
	}
	if ruler.Width(r.e.text[:r.e.ranges[0].End]) < width*0.8 {
		return 0
	}
	before := width * 0.3
	at := r.e.ranges[0].Start
	for at > 0 && before > 0 {
		c, size := utf8.DecodeLastRuneInString(r.e.text[:at])
		before -= ruler.Rune(c)
		at -= size
	}
	if space := strings.IndexByte(r.e.text[at:r.e.ranges[0].Start], ' '); at > 0 && space >= 0 {
		at += space + 1 // a whole word
	}
	return at
}

// put draws a stretch of text at x. It returns where the next one begins, and
// whether there is room for it: more says that text follows, for which an
// ellipsis stands where it has none.
func (r *emphasisRenderer) put(s string, x float32, strong, more bool) (next float32, fits bool) {
	if s == "" {
		return x, true
	}
	style := fyne.TextStyle{Bold: strong}
	ruler := rulerFor(theme.TextSize(), style)
	room := r.size.Width - x
	if fits = ruler.Width(s) <= room; more && fits && ruler.Width(s+ellipsis) > room {
		s, fits = s+ellipsis, false
	}
	shown := ruler.Cut(s, room)
	if shown == "" {
		shown = ellipsis // the stretch before has left room for it
	}
	text := canvas.NewText(shown, theme.Color(theme.ColorNameForeground))
	if r.e.dim && !strong {
		text.Color = theme.Color(look.ColorDim)
	}
	text.TextStyle = style
	used := text.MinSize()
	text.Move(fyne.NewPos(x, (r.textHeight()-used.Height)/2))
	if strong {
		ground := canvas.NewRectangle(theme.Color(look.ColorMatch))
		ground.CornerRadius = 2
		ground.Move(text.Position())
		ground.Resize(used)
		r.objects = append(r.objects, ground)
	}
	r.objects = append(r.objects, text)
	return x + used.Width, fits
}
