package kit

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Problem is an error as a person reads it: what happened, what to do about
// it, and the details for whoever will be asked.
type Problem struct {
	Sentence string // what happened
	Advice   string // what to do; may be empty
	Details  string // for a report; may be empty
}

// ProblemOf makes the best of an error that nobody has put into words. The
// screens know better words for the errors of the archive and pass those.
func ProblemOf(err error) Problem {
	var fault *PanicError
	if errors.As(err, &fault) {
		return Problem{
			Sentence: words.internalFault(),
			Advice:   words.internalAdvice(),
			Details:  fmt.Sprintf("%v\n%s", fault.Value, fault.Stack),
		}
	}
	return Problem{Sentence: err.Error()}
}

// Cancelled reports whether an error only says that the person cancelled.
func Cancelled(err error) bool { return errors.Is(err, context.Canceled) }

// ShowProblem opens a dialog with the sentence, what to do, and the details
// behind a fold, to be copied. It closes with Escape or Enter.
func ShowProblem(p Problem, parent fyne.Window) dialog.Dialog {
	sentence := NewReadable(p.Sentence)
	sentence.TextStyle.Bold = true
	body := container.NewVBox(sentence)
	if p.Advice != "" {
		advice := widget.NewLabel(p.Advice)
		advice.Wrapping = fyne.TextWrapWord
		body.Add(advice)
	}
	if p.Details != "" {
		body.Add(foldedDetails(p.Details))
	}
	icon := widget.NewIcon(theme.NewErrorThemedResource(theme.WarningIcon()))
	content := container.NewBorder(nil, nil, container.NewVBox(container.NewGridWrap(fyne.NewSquareSize(36), icon)), nil, body)
	d := NewNotice("", words.close(), content, parent)
	d.Resize(fyne.NewSize(min(520*theme.TextSize()/14, parent.Canvas().Size().Width*0.9), 0))
	d.Show()
	return d
}

func foldedDetails(text string) fyne.CanvasObject {
	label := NewReadable(text)
	label.TextStyle.Monospace = true
	label.Wrapping = fyne.TextWrapOff
	scroll := container.NewScroll(label)
	scroll.SetMinSize(fyne.NewSize(0, 120))
	take := NewButton(words.copyText(), theme.ContentCopyIcon(), func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
	})
	return widget.NewAccordion(widget.NewAccordionItem(words.details(), container.NewBorder(nil, container.NewHBox(take), nil, nil, scroll)))
}
