package ui

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/nav"
)

// lookAgain is how often the window looks whether a new day has begun: for the
// notice of what is due, and because the counts of the rail depend on the day.
const lookAgain = 20 * time.Minute

// tick looks at what is due now and again later, for as long as the window is
// open.
func (w *Window) tick() {
	w.tellDue(w.waits != nil)
	w.waits = w.host.Jobs.After(lookAgain, func() {
		w.refresh()
		w.tick()
	})
}

// tellDue says once a day what is due, as a notice in the window; later in the
// day, when the window may be behind others, through the desktop as well.
func (w *Window) tellDue(later bool) {
	prefs := w.host.App.Preferences()
	told, err := claims.ParseDate(prefs.String(prefTold))
	if err != nil {
		told = claims.Date{} // never, or not by this program
	}
	type news struct {
		desk.Notice
		ok bool
	}
	kit.Fetch(w.host.Jobs, "window/notice", func(ctx context.Context) (n news, err error) {
		n.Notice, n.ok, err = w.desk.Notice(ctx, told)
		return n, err
	}, func(n news, err error) {
		if err != nil || !n.ok {
			return // what is due stands on its screen all the same
		}
		prefs.SetString(prefTold, n.Day.String())
		words := noticeWords(n.Notice)
		w.host.Toasts.Linger(words, lang.X("notice.show", "Show"), func() { w.host.Go(noticePlace(n.Notice)) })
		if later {
			w.host.App.SendNotification(fyne.NewNotification("Onrecord", words))
		}
	})
}

// noticePlace is where a notice leads: to the one claim that it is about, or
// to the list of all.
func noticePlace(n desk.Notice) nav.Route {
	if n.First != nil && n.Overdue+n.Soon+n.Replies == 1 && n.Flagged == 0 {
		return nav.Route{Screen: nav.Claim, ID: n.First.ID}
	}
	return nav.Route{Screen: nav.Due}
}

func noticeWords(n desk.Notice) string {
	out, only := "", n.Overdue+n.Soon+n.Replies+n.Flagged == 1
	for _, part := range []struct {
		count int
		words string
	}{
		{n.Overdue, lang.XN("notice.overdue", "{{.Count}} claims are overdue", n.Overdue, map[string]any{"Count": nav.Number(n.Overdue)})},
		{n.Soon, lang.XN("notice.soon", "{{.Count}} claims are due within a week", n.Soon, map[string]any{"Count": nav.Number(n.Soon)})},
		{n.Replies, lang.XN("notice.replies", "{{.Count}} replies have not come", n.Replies, map[string]any{"Count": nav.Number(n.Replies)})},
		{n.Flagged, lang.XN("notice.flagged", "{{.Count}} claims rest on words that were changed", n.Flagged, map[string]any{"Count": nav.Number(n.Flagged)})},
	} {
		if part.count > 0 {
			if out != "" {
				out += " · "
			}
			out += part.words
		}
	}
	if n.First != nil && only {
		out = fmt.Sprintf("%s: %s", out, kit.Shorten(n.First.Text, 80))
	}
	return out
}
