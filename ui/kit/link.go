package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Link is a line of text that leads somewhere, such as the source below a
// quotation. It wraps where it must, and Enter follows it as Space does.
type Link struct{ widget.Hyperlink }

// NewLink makes a link.
func NewLink(text string, follow func()) *Link {
	l := &Link{}
	l.Text, l.OnTapped, l.Wrapping = text, follow, fyne.TextWrapWord
	l.ExtendBaseWidget(l)
	return l
}

// NewSmallLink makes a link in small letters.
func NewSmallLink(text string, follow func()) *Link {
	l := NewLink(text, follow)
	l.SizeName = theme.SizeNameCaptionText
	return l
}

// NewAction makes a link that does something to what stands beside it: as wide
// as its words.
func NewAction(text string, do func()) *Link {
	l := NewSmallLink(text, do)
	l.Wrapping = fyne.TextWrapOff
	return l
}

// FocusGained scrolls the link into view.
func (l *Link) FocusGained() {
	l.Hyperlink.FocusGained()
	reveal(l)
}

// TypedRune hands letters on to the window.
func (l *Link) TypedRune(r rune) { passOn(l, r) }

// TypedKey follows the link, or closes the dialog that it stands in.
func (l *Link) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		Dismiss(canvasOf(l))
	case fyne.KeyReturn, fyne.KeyEnter:
		l.Hyperlink.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		if !pageKey(l, e) {
			l.Hyperlink.TypedKey(e)
		}
	}
}
