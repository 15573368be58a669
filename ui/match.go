package ui

import (
	"context"

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
	out := w.matchCommands(typed)
	if typed == "" {
		return out, nil
	}
	names, err := w.desk.SpeakerNames(ctx)
	if err != nil {
		return nil, err
	}
	for i, n := range match.Names(typed, names) {
		if i == paletteHits {
			break
		}
		name := names[n.Index]
		out = append(out, kit.Entry{Title: name, Note: screenName(nav.Speakers), Icon: look.Icon(look.IconSpeaker), Matched: ranges(n.Match), Do: func() { w.openSpeaker(name) }})
	}
	hits, err := w.desk.Search(ctx, typed, paletteHits, 0)
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		if e, ok := w.hitEntry(h); ok {
			out = append(out, e)
		}
	}
	return out, nil
}

func (w *Window) matchCommands(typed string) []kit.Entry {
	var commands []*kit.Command
	var titles []string
	for _, c := range w.host.Commands.All() {
		if w.host.Commands.Available(c) && c.ID != "go.palette" {
			commands, titles = append(commands, c), append(titles, c.Title)
		}
	}
	entry := func(i int, matched []kit.Range) kit.Entry {
		c := commands[i]
		return kit.Entry{Title: c.Title, Note: c.KeyText(), Icon: c.Icon, Matched: matched, Do: func() { w.host.Commands.Run(c) }}
	}
	var out []kit.Entry
	if typed == "" {
		for i := range commands {
			out = append(out, entry(i, nil))
		}
		return out
	}
	for _, n := range match.Names(typed, titles) {
		out = append(out, entry(n.Index, ranges(n.Match)))
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
		w.host.Go(nav.Route{Screen: nav.Speakers, ID: s.ID})
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
