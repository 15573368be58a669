package setting

import (
	"slices"
	"sort"
	"strings"

	"onrecord/claims/lang"
	"onrecord/claims/when"
)

// staged gives the day of the occasion that the report stands on, where the
// speaker takes part in it, and the token from which it does.
func (d *days) staged(f *frame, a Attribution) (said, int) {
	if f.cue.Len() == 0 || f.level >= 0 || !f.past() || f.before() || f.perfect() {
		return said{}, 0
	}
	k := sort.Search(len(d.scopes), func(k int) bool { return d.scopes[k].first > f.cue.First }) - 1
	if k < 0 || d.scopes[k].on == nil {
		return said{}, 0
	}
	sc := &d.scopes[k]
	para := d.doc.ParagraphOf(f.cue.First)
	if para-sc.reached > 1 || !d.takesPart(sc.on, a.Speaker, f.sent.First, para) {
		return said{}, 0
	}
	sc.reached = max(sc.reached, para)
	return sc.on.said, sc.first
}

// takesPart reports whether the report names the speaker where it tells of the
// occasion, or whether anybody who speaks in the paragraph does so there.
func (d *days) takesPart(s *stage, speaker string, before, para int) bool {
	const near = 5 // sentences
	toks := d.doc.Tokens
	if s.ruling && s.sent.First < before && d.doc.ParagraphOf(s.sent.First) == para && toks[before].Sent-toks[s.sent.First].Sent <= near {
		return true
	}
	names := strings.Fields(speaker)
	if len(names) == 0 {
		return false
	}
	last := names[len(names)-1]
	first, known := d.names[s.noun][last]
	return known && first < before
}

// past reports whether the cue is a verb in the past or a participle beside it.
func (f *frame) past() bool {
	return slices.ContainsFunc(f.toks[f.cue.First:f.cue.Last], func(t lang.Token) bool {
		return t.Tag == "VBD" || t.Tag == "VBN" || t.Tag == "VBG"
	})
}

func anyTime(toks []lang.Token) bool {
	return slices.ContainsFunc(toks, func(t lang.Token) bool { return when.Word(t.Lower) })
}
