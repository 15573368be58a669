package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// valuing are verbs that tell what somebody thinks a number or worth to be.
var valuing = wordSet("put value peg estimate assess reckon price")

// valued reads what somebody puts a thing at: [The agency] [puts] [the toll at
// 70].
func (a *article) valued() {
	const farthest = 12 // tokens of the thing
	a.claim()
	for _, r := range a.doc.Sentences {
		for i := r.First + 1; i+3 < r.Last; i++ {
			if !valuing[a.token(i).Lemma] || !a.finite(i) || !a.nominal(i+1) {
				continue
			}
			for k := i + 2; k < r.Last && k < i+farthest && !a.finite(k) && a.scene.IsWord(k); k++ {
				if a.token(k).Lower == "at" && a.numeral(k+1) {
					a.addValued(i, k, r.Last)
					break
				}
			}
		}
	}
}

// numeral reports whether an amount begins at the token.
func (a *article) numeral(i int) bool {
	if i < len(a.doc.Tokens)-1 && (a.token(i).Tag == "$" || a.token(i).Tag == "RB" || a.token(i).Tag == "IN") {
		i++
	}
	return i < len(a.doc.Tokens) && (a.token(i).Tag == "CD" || a.token(i).Tag == "$")
}

// addValued adds the statement of a verb of valuing with "at" at its token.
func (a *article) addValued(verb, at, end int) {
	subject, ok := a.subjectOf(a.firstVerb(verb))
	if !ok || subject.Last >= verb {
		return
	}
	last := at + 1
	for last+1 < end && a.token(last+1).Quote == a.token(verb).Quote && a.inAmount(last+1) {
		last++
	}
	if !a.free(verb, last) {
		return
	}
	a.add(plainDraft(verb, a.verbGroup(verb, verb), subject, attribution.Stretch{First: verb + 1, Last: last}))
}

// inAmount reports whether the token can go on with an amount: 70 to 90% of it.
func (a *article) inAmount(i int) bool {
	return (a.scene.IsWord(i) || strings.ContainsAny(a.token(i).Word, "$€£%")) && a.token(i).Tag != "CC" && !a.finite(i)
}
