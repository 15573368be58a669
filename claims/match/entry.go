package match

import (
	"slices"

	"onrecord/claims"
	"onrecord/claims/match/segment"
	"onrecord/claims/match/words"
)

// entry is the document as a segment takes it. Text of another field begins
// a part of its own; what is known beside words goes in as Meta.
func (d *Doc) entry() *segment.Doc {
	e := &segment.Doc{Kind: kindByte(d.Kind), ID: string(d.ID), Date: firstDay(d.Date), Due: lastDay(d.Due), Language: d.Language}
	add := func(f segment.Field, texts ...string) {
		for _, t := range texts {
			if t != "" {
				e.Parts = append(e.Parts, segment.Part{Field: f, Text: t})
			}
		}
	}
	add(segment.Title, d.Title)
	if d.Kind == claims.KindSpeaker {
		add(segment.Name, d.Text)
	} else {
		add(segment.Body, d.Text)
	}
	add(segment.Context, d.Context)
	add(segment.Name, d.Speakers...)
	add(segment.Outlet, d.Outlet)
	add(segment.Tag, d.Tags...)
	for _, known := range []struct{ field, value string }{
		{string(ByClass), string(d.Class)}, {string(ByVerdict), d.Verdict}, {metaQuoting, string(d.Quoting)},
	} {
		if known.value != "" {
			add(segment.Meta, metaText(known.field, known.value))
		}
	}
	return e
}

// metaQuoting is where a kind of quoting stands among what is known of a
// document: "kind:direct" finds it.
const metaQuoting = "quoting"

func metaText(field, value string) string { return field + ":" + words.Fold(value) }

// kinds numbers the kinds of records from 1. The numbers are in the files of
// the index: they stay as they are, and those below segment.Early are of kinds
// that have few documents, sought by name.
var kinds = []claims.Kind{
	claims.KindSpeaker, claims.KindClaim, claims.KindOutcome, claims.KindArticle, claims.KindStatement,
	claims.KindScale, claims.KindSearch,
}

func kindByte(k claims.Kind) byte { return byte(slices.Index(kinds, k) + 1) }

func kindOf(b byte) claims.Kind {
	if b == 0 || int(b) > len(kinds) {
		return ""
	}
	return kinds[b-1]
}

// firstDay is the earliest day a date can mean as a number that sorts, 0
// where the year is unknown.
func firstDay(d claims.Date) uint32 {
	d, ok := d.First()
	return number(d, ok)
}

// lastDay is the latest day a date can mean.
func lastDay(d claims.Date) uint32 {
	d, ok := d.Last()
	return number(d, ok)
}

func number(d claims.Date, ok bool) uint32 {
	if !ok {
		return 0
	}
	return uint32(d.Year*10000 + d.Month*100 + d.Day) // #nosec G115 -- parts of a checked date
}
