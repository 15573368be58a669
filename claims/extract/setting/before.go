package setting

import "strings"

// before reports whether the words tell that somebody spoke before the news
// without telling when: "has previously said", "had warned", "said at the
// time".
func (f *frame) before() bool {
	if f.cue.Len() == 0 {
		return false
	}
	const near = 2 // tokens between an adverb and the cue
	last := f.cue.Last - 1
	had := false
	for i := max(f.sent.First, f.cue.First-near); i <= last; i++ {
		if !in(f.inCue, i) && !f.free(i) {
			had = false
			continue
		}
		switch w := f.toks[i].Lower; {
		case habitual[w] && strings.HasPrefix(f.toks[i].Tag, "RB") && i < last:
			return true
		case w == "had" || w == "'d" || w == "’d":
			had = true
		case had && (f.toks[i].Tag == "VBN" || i == last && f.toks[i].Tag == "VBD"):
			return true
		}
	}
	return f.sometime()
}

// habitual are the adverbs of those who said something before, or more than
// once.
var habitual = set("previously once long repeatedly often frequently consistently always formerly historically regularly")

// sometime reports "at the time", "in the past" or "for years" behind the cue.
func (f *frame) sometime() bool {
	const far = 8
	for i := f.cue.Last; i < f.cue.Last+far && f.sent.Has(i); i++ {
		if !f.free(i) {
			continue
		}
		a, b, c, d := f.word(i), f.word(i+1), f.word(i+2), f.word(i+3)
		switch {
		case a == "at" && b == "the" && c == "time" && d != "of", a == "in" && b == "the" && c == "past" && (d == "" || isMark(d) || d == "that"):
			return true
		case a == "for" && (b == "years" || b == "months" || b == "decades"):
			return true
		}
	}
	return false
}
