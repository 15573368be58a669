package ui

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// paletteHits is how many entries of the archive the palette offers beside the
// commands.
const paletteHits = 8

// match finds commands by their letters in order, as editors do, and speakers,
// articles and claims by the archive's own search.
func (w *Window) match(ctx context.Context, typed string) ([]kit.Entry, error) {
	if typed == "" {
		return append(slices.Clone(w.lately), unscored(w.matchCommands(typed))...), nil
	}
	all := w.matchCommands(typed)
	names, err := w.desk.SpeakerList(ctx)
	if err != nil {
		return nil, err
	}
	all = append(all, w.matchSpeakers(typed, names)...)
	hits, err := w.desk.Search(ctx, typed, paletteHits, 0)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		if e, ok := w.hitEntry(h); ok {
			all = append(all, scoredEntry{fitOf(typed, h.Text, nil), math.MinInt, e})
		}
	}
	slices.SortStableFunc(all, scoredEntry.compare)
	return unscored(all), nil
}

// scoredEntry is an entry with how well the letters fit it: whatever can be
// found is ranked together. What the archive's search found keeps its order
// behind the names that fit as plainly.
type scoredEntry struct {
	fit   fit
	score int
	kit.Entry
}

func (a scoredEntry) compare(b scoredEntry) int {
	return cmp.Or(cmp.Compare(a.fit, b.fit), cmp.Compare(b.score, a.score))
}

// matchSpeakers gives the few speakers whose names fit best. They come with the best
// score first: once there are enough that fit as well as can be, no other is looked at.
func (w *Window) matchSpeakers(typed string, names *match.NameList) []scoredEntry {
	var out []scoredEntry
	perfect := 0
	for _, n := range names.Find(typed) {
		name := names.Name(n.Index)
		how := fitOf(typed, name, n.Match)
		out = append(out, scoredEntry{how, n.Score, kit.Entry{Title: name, Matched: ranges(n.Match)}})
		if how == begins {
			if perfect++; perfect == paletteHits {
				break
			}
		}
	}
	slices.SortStableFunc(out, scoredEntry.compare)
	out = out[:min(len(out), paletteHits)]
	for i := range out {
		name := out[i].Title
		out[i].Note, out[i].Icon, out[i].Do = screenName(nav.Speakers), look.Icon(look.IconSpeaker), func() { w.openSpeaker(name) }
	}
	return out
}

func unscored(all []scoredEntry) []kit.Entry {
	out := make([]kit.Entry, len(all))
	for i, e := range all {
		out[i] = e.Entry
	}
	return out
}

// showPalette opens the palette with what can be done at this moment: the
// matching itself runs outside the interface goroutine and must not ask.
func (w *Window) showPalette() {
	w.offered, w.lately = nil, nil
	for _, c := range w.host.Commands.All() {
		if w.host.Commands.Available(c) && c.Do != nil && c.ID != "go.palette" {
			w.offered = append(w.offered, kit.Entry{Title: c.Title, Note: c.KeyText(), Icon: c.Icon, Do: func() { w.host.Commands.Run(c) }})
		}
	}
	for _, p := range w.host.Recent.Places() {
		w.lately = append(w.lately, kit.Entry{Title: p.Title, Note: lang.X("palette.recent", "opened lately"), Icon: screenIcon(p.Owner()), Do: func() { w.host.Go(p.Route) }})
	}
	w.palette.Show(w.host.Window.Canvas())
	w.readNames()
}

// atRest is how long after its opening the window has shown what it opens with.
const atRest = 3 * time.Second

// readNames reads the names of a large archive before the first letter typed asks
// for them.
func (w *Window) readNames() {
	kit.Fetch(w.host.Jobs, "palette/names", w.desk.SpeakerList, func(*match.NameList, error) {})
}

func (w *Window) matchCommands(typed string) []scoredEntry {
	titles := make([]string, len(w.offered))
	for i, e := range w.offered {
		titles[i] = e.Title
	}
	var out []scoredEntry
	for _, n := range match.Names(typed, titles) { // what was not typed fits everything
		e := w.offered[n.Index]
		e.Matched = ranges(n.Match)
		out = append(out, scoredEntry{fitOf(typed, e.Title, n.Match), n.Score, e})
	}
	return out
}

func ranges(spans []claims.Span) []kit.Range {
	out := make([]kit.Range, len(spans))
	for i, s := range spans {
		out[i] = kit.Range(s)
	}
	return out
}

func (w *Window) openSpeaker(name string) {
	nav.Fetch(w.host, "palette/speaker", func(ctx context.Context) (*claims.Speaker, error) { return w.desk.FindSpeaker(ctx, name) }, func(s *claims.Speaker) {
		at := nav.Route{Screen: nav.Speakers, ID: s.ID}
		w.host.Recent.Note(at, s.Name)
		w.host.Go(at)
	})
}

func (w *Window) hitEntry(h desk.Result) (kit.Entry, bool) {
	var to nav.Route
	icon := look.IconArticle
	switch r := h.Record.(type) {
	case *claims.Article:
		to = nav.Route{Screen: nav.Article, ID: r.ID}
	case *claims.Claim:
		to, icon = nav.Route{Screen: nav.Claim, ID: r.ID}, look.IconClaim
	case *claims.Statement:
		if r.Article == "" {
			return kit.Entry{}, false
		}
		to, icon = nav.Route{Screen: nav.Article, ID: r.Article, Statement: r.ID}, look.IconQuote
	default:
		return kit.Entry{}, false
	}
	return kit.Entry{Title: h.Text, Note: h.Speaker, Icon: look.Icon(icon), Matched: ranges(h.Match), Do: func() { w.host.Go(to) }}, true
}
