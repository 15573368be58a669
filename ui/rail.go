package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// rail is the list of screens at the left, each with what waits there.
type rail struct {
	*kit.List[railEntry]
	host   *nav.Host
	counts map[nav.Screen]int
	at     nav.Screen
}

type railEntry struct {
	screen nav.Screen
	count  int
}

func newRail(host *nav.Host) *rail {
	r := &rail{host: host}
	r.List = kit.NewList(kit.NewLine, func(e railEntry, line *kit.Line) {
		text := kit.LineText{Title: screenName(e.screen), Icon: screenIcon(e.screen), Bold: e.screen == r.at}
		if e.count > 0 {
			text.Badge = short(e.count)
			if e.screen == nav.Due {
				text.Tone = look.Bad
			}
		}
		line.Set(text)
	})
	r.HideSeparators = true
	r.Label = lang.X("rail.label", "Screens")
	r.OnChoose = func(e railEntry) {
		if e.screen != r.at {
			host.Go(nav.Route{Screen: e.screen})
		}
	}
	r.fill()
	return r
}

func (r *rail) fill() {
	entries := make([]railEntry, len(nav.Rail))
	for i, s := range nav.Rail {
		entries[i] = railEntry{s, r.counts[s]}
	}
	r.SetItems(entries)
}

func (r *rail) setCounts(counts map[nav.Screen]int) {
	r.counts = counts
	r.fill()
}

// mark shows which screen is open.
func (r *rail) mark(s nav.Screen) {
	r.at = s
	r.ChooseFirst(func(e railEntry) bool { return e.screen == s })
	r.fill()
}

// counts reads what stands beside the screens: all from counters, except the
// due desk, which looks at the open claims.
func counts(ctx context.Context, d *desk.Desk) (map[nav.Screen]int, error) {
	out := map[nav.Screen]int{}
	for screen, q := range map[nav.Screen]desk.Query{
		nav.Library:  {Kind: claims.KindArticle, Index: desk.ByDate},
		nav.Review:   {Kind: claims.KindStatement, Index: desk.ByReview, Value: string(claims.Unreviewed)},
		nav.Claims:   {Kind: claims.KindClaim, Index: desk.ByDate},
		nav.Speakers: {Kind: claims.KindSpeaker, Index: desk.ByTitle},
	} {
		n, err := d.Count(ctx, q)
		if err != nil {
			return nil, err
		}
		out[screen] = n
	}
	lines, err := d.DueDesk(ctx, desk.DefaultDueLimits)
	for _, l := range lines {
		if l.State == desk.Overdue {
			out[nav.Due]++
		}
	}
	return out, err
}

// short writes a number in at most four characters: 950, 1.5k, 12k, 1.2M.
func short(n int) string {
	scaled := func(unit float64, letter string) string {
		decimals := 0
		if float64(n)/unit < 10 {
			decimals = 1
		}
		return strings.TrimSuffix(strconv.FormatFloat(float64(n)/unit, 'f', decimals, 64), ".0") + letter
	}
	switch {
	case n < 1000:
		return strconv.Itoa(n)
	case n < 999_500:
		return scaled(1e3, "k")
	}
	return scaled(1e6, "M")
}

func idleWords(counts map[nav.Screen]int) string {
	return lang.XN("status.articles", "{{.Count}} articles", counts[nav.Library], map[string]any{"Count": nav.Number(counts[nav.Library])}) + " · " +
		lang.XN("status.waiting", "{{.Count}} statements to review", counts[nav.Review], map[string]any{"Count": nav.Number(counts[nav.Review])})
}
