package speakers

import (
	"slices"
	"strings"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// atVerb is the part of a run that is the verb of a headline quoted in the text: 2
// in "Ana Ruiz Backs Marsh"; -1 where there is none.
func (a *article) atVerb(parts []lang.Range, single map[string]bool) int {
	if len(parts) < 3 {
		return -1
	}
	for k := 1; k < len(parts); k++ {
		i := parts[k].First
		if !a.namedAlone(parts[:k]) {
			continue
		}
		if w := a.toks[i].Lower; parts[k].Len() > 1 || a.cls[i]&^grammar != 0 || a.surnames[w] || a.alone[w] {
			continue
		}
		if a.onlyVerb(i) || k+1 < len(parts) && a.thirdPerson(i) && single[fold(a.toks[parts[k+1].First].Lower)] {
			return k
		}
	}
	return -1
}

// namedAlone reports whether the article has the parts as a name of their own: a full
// name, a surname of one, an acronym.
func (a *article) namedAlone(parts []lang.Range) bool {
	r := lang.Range{First: parts[0].First, Last: parts[len(parts)-1].Last}
	if len(parts) > 1 {
		return a.whole[strings.ToLower(a.text(r))] || len(parts) == 2 && a.full[a.pairKey(parts, 0)]
	}
	w := a.toks[r.First].Lower
	return a.surnames[w] || a.alone[w] && acronym(a.toks[r.First].Word)
}

// onlyVerb reports whether the dictionary has the word as a verb alone.
func (a *article) onlyVerb(i int) bool {
	w := a.toks[i].Lower
	return irregular[w] || isVerb(w) && !slices.ContainsFunc(stems(w), func(s string) bool { return attribution.SenseOf(s, false).First != 0 })
}

// irregular are verbs in the past that no rule leads back to their stem.
var irregular = wordSet("took gave went told said saw made kept held became began knew thought brought caught chose drew spoke threw wrote")

// thirdPerson reports whether a word can be a verb in the present: "backs".
func (a *article) thirdPerson(i int) bool {
	w := a.toks[i].Lower
	return strings.HasSuffix(w, "s") && isVerb(w)
}

// isVerb reports whether the dictionary has a verb of which the word can be a form.
func isVerb(w string) bool {
	return slices.ContainsFunc(stems(w), func(s string) bool { return attribution.SenseOf(s, true).First != 0 })
}

// stems are what a word may be a form of.
func stems(w string) []string {
	out := []string{w}
	for _, ending := range []string{"s", "es", "ed", "d", "ing"} {
		if stem, ok := strings.CutSuffix(w, ending); ok {
			out = append(out, stem)
		}
	}
	return out
}
