package assess

import (
	"strings"

	"onrecord/claims/assess/linear"
)

// sourceFeatures are who speaks: the kind of speaker, and the words that the
// text calls it by. Ministries report, captains judge.
func sourceFeatures(b *linear.Bag, in Input, a act) {
	if in.Type != "" {
		b.Add("type", string(in.Type))
		b.Add("type kind", string(in.Type), string(in.Kind))
		b.Add("type act", string(in.Type), string(a))
	}
	for _, w := range split(in.Source) {
		if !w.mark {
			b.Add("source", stem(w.low))
		}
	}
}

// frameFeatures are the reporting words one by one, and how what is said is
// joined to them: "called for", "called it", "asked to".
func frameFeatures(b *linear.Bag, in Input, ws []word, a act) {
	opening := opens(ws)
	for _, w := range split(in.Cue) {
		if w.mark {
			continue
		}
		s := stem(w.low)
		b.Add("reporting", s)
		if !empty[s] {
			b.Add("reporting opens", s, opening)
		}
	}
	b.Add("act opens", string(a), opening)
	b.Add("kind opens", string(in.Kind), opening)
}

var empty = words("had has have been is was to the a")

// opens says with what kind of word a content begins.
func opens(ws []word) string {
	for i := range ws {
		w := &ws[i]
		switch {
		case w.mark:
			continue
		case openers[w.low]:
			return w.low
		case w.is(ofFirst):
			return "own"
		case w.is(ofThird):
			return "other"
		case len(w.low) > 5 && strings.HasSuffix(w.low, "ing"):
			return "doing"
		case w.number:
			return "number"
		case w.upper && i+1 < len(ws) && ws[i+1].upper:
			return "name"
		}
		return "word"
	}
	return "nothing"
}

var openers = words("that to for of as it a an the there with against by on in not no about what how why if when who whether support")
