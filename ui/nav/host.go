package nav

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
)

// Page is a screen as the window sees it. All methods are called on the
// interface goroutine.
type Page interface {
	// Content is what the window shows. It is asked for once.
	Content() fyne.CanvasObject
	// Show opens a place on this screen: when the person comes here, and when
	// another place of the same screen is opened.
	Show(Route)
	// Changed tells that the archive changed while the page was open.
	Changed(desk.Event)
	// Focus is what gets the keyboard when the page opens; nil for nothing.
	Focus() fyne.Focusable
}

// Host is what the window offers to its screens.
type Host struct {
	App      fyne.App
	Window   fyne.Window
	Jobs     *kit.Jobs
	Toasts   *kit.Toasts
	Commands *kit.Commands
	// Go opens a place; set by the window.
	Go func(Route)
	// Undo takes the latest change back; set by the window.
	Undo func()
	// At is the place that is open; set by the window.
	At func() Route
	// Recent is the list of what was opened last; nil where nobody keeps one.
	Recent *Recent
}

// TitleOf is an article's title, or words for one that has none.
func TitleOf(a *claims.Article) string {
	if a.Title == "" {
		return lang.X("article.untitled", "Untitled")
	}
	return a.Title
}

// Titled reports whether the text of an article begins with its title, which
// a reader then sets larger.
func Titled(r *desk.Reading) bool {
	return r.Article.Title != "" && strings.HasPrefix(r.Text, r.Article.Title)
}

// Title names the open place in the title of the window.
func (h *Host) Title(place string) { h.Window.SetTitle(place + " – Onrecord") }

// Opened says what the thing at a place is called, for the title of the window
// and the list of recent places. It may come late: once another place is open
// it has no effect.
func (h *Host) Opened(r Route, title string) {
	if !h.isAt(r) {
		return
	}
	h.Title(title)
	if h.Recent != nil {
		h.Recent.Note(r, title)
		h.Commands.Refresh()
	}
}

// Gone leaves a place whose thing was deleted, or whose making was undone, for
// the list that it would stand in.
func (h *Host) Gone(r Route) {
	if h.Recent != nil {
		h.Recent.Forget(r.ID)
	}
	if h.isAt(r) {
		h.Go(Route{Screen: r.Owner()})
	}
}

func (h *Host) isAt(r Route) bool {
	if h.At == nil {
		return true
	}
	at := h.At()
	return at.Screen == r.Screen && at.ID == r.ID
}

// Fail shows an error as a sentence with what to do. A cancellation is none.
func (h *Host) Fail(err error) {
	if err == nil || kit.Cancelled(err) {
		return
	}
	kit.ShowProblem(Problem(err), h.Window)
}

// Do runs a change of the archive outside the interface goroutine. The screens
// refresh themselves through Changed; done is called only when all went well
// and may be nil.
func (h *Host) Do(change func(ctx context.Context) error, done func()) {
	h.Jobs.Run(kit.Job{
		Work: func(ctx context.Context, _ func(kit.Progress)) error { return change(ctx) },
		Done: func(err error) {
			if err != nil {
				h.Fail(err)
				return
			}
			if done != nil {
				done()
			}
		},
	})
}

// Did says in a toast what was done, with a button that takes it back.
func (h *Host) Did(what string) { h.Toasts.Undo(what, h.Undo) }

// Fetch reads something for a page. A newer request of the same slot wins; an
// error is shown.
func Fetch[T any](h *Host, slot string, read func(ctx context.Context) (T, error), show func(T)) {
	kit.Fetch(h.Jobs, slot, read, shown(h, show))
}

// FetchWhileTyping is Fetch for an answer to every letter: a quick one is drawn
// in the same frame as the letter.
func FetchWhileTyping[T any](h *Host, slot string, read func(ctx context.Context) (T, error), show func(T)) {
	kit.FetchSoon(h.Jobs, slot, kit.Patience, read, shown(h, show))
}

// shown is what happens with what was read: it is shown, or why it could not be.
func shown[T any](h *Host, show func(T)) func(T, error) {
	return func(v T, err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		show(v)
	}
}

// KindWords names the records of a kind.
func KindWords(k claims.Kind) string {
	switch k {
	case claims.KindScale:
		return lang.X("settings.scales", "Scales")
	case claims.KindSpeaker:
		return lang.X("screen.speakers", "Speakers")
	case claims.KindArticle:
		return lang.X("library.articles", "Articles")
	case claims.KindStatement:
		return lang.X("library.statements", "Statements")
	case claims.KindClaim:
		return lang.X("screen.claims", "Claims")
	case claims.KindOutcome:
		return lang.X("kind.outcomes", "Outcomes")
	}
	return lang.X("search.saved", "Saved searches")
}

// Class names a class of claims.
func Class(c claims.Class) string {
	switch c {
	case claims.Promise:
		return lang.X("class.promise", "Promise")
	case claims.Prediction:
		return lang.X("class.prediction", "Prediction")
	case claims.Statistic:
		return lang.X("class.statistic", "Statistic")
	case claims.Fact:
		return lang.X("class.fact", "Fact")
	case claims.Denial:
		return lang.X("class.denial", "Denial")
	case claims.Accusation:
		return lang.X("class.accusation", "Accusation")
	case claims.Position:
		return lang.X("class.position", "Position")
	}
	return lang.X("class.other", "Other")
}
