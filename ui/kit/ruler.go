package kit

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Ruler measures text in one face and size by adding up the widths of its
// characters, each of which is asked of the driver once. It knows no kerning:
// a whole line differs from what is drawn by a few hundredths, which is right
// for breaking lines and cutting cells and wrong for placing a caret.
//
// A ruler belongs to the interface goroutine. Make a new one when the theme
// changes.
type Ruler struct {
	Size   float32
	Style  fyne.TextStyle
	ascii  [utf8.RuneSelf]float32 // 0 where not measured yet
	others map[rune]float32
}

const ellipsis = "…"

// NewRuler makes a ruler for a text size and style of the current theme.
func NewRuler(size float32, style fyne.TextStyle) *Ruler {
	return &Ruler{Size: size, Style: style, others: map[rune]float32{}}
}

// Rune is the width of one character; 0 for one that sits on another.
func (r *Ruler) Rune(c rune) float32 {
	if c >= 0 && c < utf8.RuneSelf {
		if r.ascii[c] == 0 {
			r.ascii[c] = fyne.MeasureText(string(c), r.Size, r.Style).Width
		}
		return r.ascii[c]
	}
	w, ok := r.others[c]
	if !ok {
		if !unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf) {
			w = fyne.MeasureText(string(c), r.Size, r.Style).Width
		}
		r.others[c] = w
	}
	return w
}

// Width is the width of a text.
func (r *Ruler) Width(s string) float32 {
	var w float32
	for _, c := range s {
		w += r.Rune(c)
	}
	return w
}

// Height is the height of a line.
func (r *Ruler) Height() float32 { return fyne.MeasureText("M", r.Size, r.Style).Height }

// Cut shortens a text to the given width, with an ellipsis where something is
// left out. It reads no further than it must: a cell may be given an article.
func (r *Ruler) Cut(s string, width float32) string {
	room := width - r.Rune('…')
	var w float32
	keep := 0
	for i, c := range s {
		w += r.Rune(c)
		if w <= room {
			keep = i + utf8.RuneLen(c)
		}
		if w > width {
			if keep == 0 {
				return ""
			}
			return s[:keep] + ellipsis
		}
	}
	return s
}

// rulers are shared by the widgets of the kit: a page has many texts in few
// sizes. They are dropped when the theme changes its text size.
var rulers = map[rulerKey]*Ruler{}

type rulerKey struct {
	size  float32
	style fyne.TextStyle
}

func rulerFor(size float32, style fyne.TextStyle) *Ruler {
	key := rulerKey{size, style}
	r := rulers[key]
	if r == nil {
		const many = 64 // sizes and styles seen; beyond that somebody drags a slider
		if len(rulers) > many {
			clear(rulers)
		}
		r = NewRuler(size, style)
		rulers[key] = r
	}
	return r
}
