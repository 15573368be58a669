package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// stateBehind reports whether the comma at i stands between a town that a
// preposition leads to, shortly behind token first, and its state or country:
// "police in Baytree, Texas".
func (a *article) stateBehind(first, i int) bool {
	if a.toks[i].Word != "," || i+1 >= len(a.toks) || a.at[i-1] < 0 || !a.is(i+1, place) || a.at[i+1] < 0 {
		return false
	}
	const longest = 3 // words in front of the town
	town := a.names[a.at[i-1]].toks.First
	before := a.word(town - 1)
	next := a.names[a.at[i+1]].toks
	if last := next.Last; town > first+longest || a.word(last) == "and" || a.at1(last) == "," && a.is(last+1, place) {
		return false // "in Alabama, Georgia and Utah"
	}
	return (before == "in" || before == "from" || before == "near") && next.First == i+1 && next.Last == i+2
}

// twoPlaces are the two countries that the text last named together in front of
// token at: "Turkey and Greece"; "" where it named none shortly before.
func (a *article) twoPlaces(at int) string {
	const near, far = 2, 200 // paragraphs, tokens
	for i := at - 1; i > 0 && i > at-far && a.para[a.toks[at].Sent]-a.para[a.toks[i].Sent] <= near; i-- {
		if a.toks[i].Lower != "and" || i+1 >= at {
			continue
		}
		if x, y := a.landAt(i-1), a.landAt(i+1); x != "" && y != "" {
			return x + " and " + y
		}
	}
	return ""
}

// landAt is the country whose name covers token i; "" where none does.
func (a *article) landAt(i int) string {
	if a.at[i] < 0 {
		return ""
	}
	return countries()[strings.ToLower(a.ents[a.names[a.at[i]].ent].name)]
}

// namedTwo words a phrase about two countries by their names: "the leaders of the
// two countries", "both nations"; "" for other phrases.
func (a *article) namedTwo(r lang.Range) string {
	last := r.Last - 1
	if !lands[a.word(last)] {
		return ""
	}
	first := r.First
	switch {
	case r.Len() == 1 && a.word(r.First-1) == "both":
	case a.word(last-1) == "both" || a.word(last-1) == "two" && a.word(last-2) == "the":
		first = last - 1
		if a.word(first) == "two" {
			first--
		}
	default:
		return ""
	}
	names := a.twoPlaces(r.First)
	if names == "" || first == r.First {
		return names
	}
	return a.lowerFirst(lang.Range{First: r.First, Last: first}) + " " + names
}

var lands = wordSet("countries nations states neighbours neighbors")
