package setting

import (
	"strings"

	"onrecord/claims"
)

// denials are the cues that say the opposite of their content.
var denials = set(`deny denies denied denying denial denials refute refutes refuted refuting disavow disavows disavowed
	disown disowns disowned contradict contradicts contradicted disclaim disclaims disclaimed`)

// refusals hold the content back, where something follows them that is not
// said: "declined to say whether".
var refusals = set(`refuse refuses refused refusing decline declines declined declining fail fails failed stop stops stopped
	avoid avoids avoided unable unwilling neither without`)

var negations = set("not n't never nt cannot no nobody none nor hardly barely")

// nobodies are subjects that turn a statement into none.
var nobodies = set("nobody none neither")

// polarity tells whether the words say that the content was asserted. Two
// negations are none: "did not deny".
func (f *frame) polarity() claims.Polarity {
	negative := false
	for i := f.cue.First; i < f.cue.Last; i++ {
		if in(f.hidden, i) || in(f.source, i) {
			continue
		}
		switch w := f.toks[i].Lower; {
		case denials[w], negations[w]:
			negative = !negative
		case refusals[w] && f.word(i+1) == "to":
			negative = !negative
		}
	}
	if f.negatedBefore() {
		negative = !negative
	}
	for _, r := range f.source {
		if w := f.toks[r.First].Lower; nobodies[w] || w == "no" || w == "not" {
			negative = !negative
		}
	}
	if negative {
		return claims.Negative
	}
	return claims.Positive
}

// negatedBefore reports whether a negation stands right in front of a cue that
// was marked without it: "did not [say]", "has not yet [decided]", "declined to
// [say]".
func (f *frame) negatedBefore() bool {
	const near = 4
	if f.cue.Len() == 0 || negations[f.toks[f.cue.First].Lower] {
		return false
	}
	for i := f.cue.First - 1; i >= f.cue.First-near && f.free(i); i-- {
		switch w := f.word(i); {
		case w == "no" || w == "none" || w == "nor":
			return false
		case negations[w]:
			return true
		case w == "to":
			return refusals[f.word(i-1)]
		case !auxiliaries[w]:
			return false
		}
	}
	return false
}

var auxiliaries = set("yet ever also have has had do does did be been being is was were would will could can should may might so far really actually")

// hedging are the words by which a report keeps its distance from the saying
// itself.
var hedging = set(`reportedly allegedly apparently supposedly purportedly seemingly presumably possibly probably perhaps ostensibly
	evidently may might could`)

// hedge gives the words that hedge the saying, in their order.
func (f *frame) hedge() string {
	if f.cue.Len() == 0 {
		return ""
	}
	const near = 3
	out := ""
	for i := f.cue.First - near; i < f.cue.Last+1; i++ {
		if i < 0 || !f.free(i) {
			continue
		}
		w := f.toks[i].Lower
		switch {
		case hedging[w] && (!modal(w) || i < f.cue.Last && f.toks[i].Tag == "MD"): // and not the month of May
		case hearsay[w] && f.cue.Has(i) && f.word(i+1) == "to" && (seeming(w) || f.toks[i].Tag == "VBN" && auxiliaries[f.word(i-1)]):
		default:
			continue
		}
		if out != "" {
			out += " "
		}
		if hearsay[w] {
			w = f.toks[i-min(1, i)].Lower + " " + w
		}
		out += w
	}
	return out
}

// seeming reports whether the verb hedges in any form: "appeared to say".
func seeming(w string) bool { return strings.HasPrefix(w, "seem") || strings.HasPrefix(w, "appear") }

func modal(w string) bool { return w == "may" || w == "might" || w == "could" }

// hearsay are the participles of "is said to have told" and the verbs of
// "seemed to suggest".
var hearsay = set("said reported alleged rumoured rumored believed thought understood seems seemed appears appeared")
