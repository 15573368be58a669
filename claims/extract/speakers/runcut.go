package speakers

import (
	"strings"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// fullNames collects the runs that are no more than a first name and a surname,
// with or without titles in front: what else stands behind or in front of them
// in a longer run is no part of the name.
func (a *article) fullNames(runs []lang.Range) map[string]bool {
	out := map[string]bool{}
	a.alone, a.surnames, a.whole = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, r := range runs {
		a.whole[strings.ToLower(a.text(r))] = true
		if r.Len() == 1 {
			a.alone[a.toks[r.First].Lower] = true
		}
		parts := a.parts(r)
		k := 0
		for k < len(parts) && a.partClass(parts[k])&(office|title|roleNoun|people|groupNoun) != 0 && a.cls[parts[k].First]&(firstM|firstF) == 0 {
			k++
		}
		if k == len(parts)-2 && a.cls[parts[k].First]&(firstM|firstF) != 0 {
			out[a.pairKey(parts, k)] = true
			a.surnames[a.toks[parts[k+1].First].Lower] = true
		}
	}
	return out
}

// pairKey is the key of parts k and k+1 of a run among the full names.
func (a *article) pairKey(parts []lang.Range, k int) string {
	return fold(a.toks[parts[k].First].Lower) + " " + fold(strings.ToLower(a.text(parts[k+1])))
}

// cutRun divides a run that holds more than a name, as the headlines that are
// quoted inside a text do: "Paul Ruiz Joins Growing List", "Entrusting Ana Ruiz",
// "Time Person of the Year" where the article speaks of Time. It gives the
// ranges of the names in it, the run itself where nothing is to be cut.
func (a *article) cutRun(r lang.Range, single map[string]bool) []lang.Range {
	parts := a.parts(r)
	if len(parts) < 2 {
		return []lang.Range{r}
	}
	if k := a.opensByChance(parts, single); k > 0 {
		return a.cutRun(lang.Range{First: parts[k].First, Last: r.Last}, single)
	}
	if platforms[a.toks[parts[0].First].Lower] && single[fold(a.toks[parts[1].First].Lower)] { // "On Twitter Ruiz wrote"
		return append([]lang.Range{{First: r.First, Last: parts[0].Last}}, a.cutRun(lang.Range{First: parts[1].First, Last: r.Last}, single)...)
	}
	if end := parts[1].Last; a.word(end) == "of" && a.word(end+1) == "the" && spans[a.word(end+2)] && a.alone[a.toks[parts[0].First].Lower] {
		return []lang.Range{{First: r.First, Last: parts[0].Last}} // "Weekly Person of the Year"
	}
	if n := len(parts) - 1; a.word(parts[n].Last) == ":" && credits[a.toks[parts[n].First].Lower] {
		return a.cutRun(lang.Range{First: r.First, Last: parts[n-1].Last}, single) // "Ana Ruiz Image: Bo Marsh."
	}
	if k := a.atVerb(parts, single); k > 0 { // "Ana Ruiz Backs Marsh"
		out := a.cutRun(lang.Range{First: r.First, Last: parts[k-1].Last}, single)
		if k+1 < len(parts) {
			out = append(out, a.cutRun(lang.Range{First: parts[k+1].First, Last: r.Last}, single)...)
		}
		return out
	}
	k := a.fullIn(parts)
	if k < 0 {
		return []lang.Range{r}
	}
	first, end := r.First, r.Last
	dropped := k > 0 && !a.keepsFront(parts[:k])
	if dropped {
		first = parts[k].First
	}
	tail := parts[k+2:]
	var out []lang.Range
	if dropped && single[fold(a.toks[r.First].Lower)] {
		out = append(out, lang.Range{First: r.First, Last: parts[0].Last}) // "Ruiz Endorses Bo Marsh"
	}
	another := a.fullIn(tail) >= 0 || len(tail) > 1 && a.cls[tail[0].First]&(firstM|firstF) != 0 && a.cls[tail[0].First]&(place|orgHead) == 0
	if len(tail) == 0 || a.keepsTail(tail) && !another {
		return append(out, lang.Range{First: first, Last: end})
	}
	out = append(out, lang.Range{First: first, Last: parts[k+1].Last})
	if another {
		out = append(out, a.cutRun(lang.Range{First: tail[0].First, Last: end}, single)...)
	}
	return out
}

// credits stand in front of the colon and whoever made a picture.
var credits = wordSet("image photo picture photograph credit video source file age")

// spans of time for which a medium gives prizes.
var spans = wordSet("year decade century month season")

// fullIn is the first part of a run with which a full name of the article
// begins, -1 for none.
func (a *article) fullIn(parts []lang.Range) int {
	for k := 0; k+1 < len(parts); k++ {
		if a.cls[parts[k].First]&(firstM|firstF) != 0 && a.full[a.pairKey(parts, k)] {
			return k
		}
	}
	return -1
}

// keepsFront reports whether the words in front of a full name are its title or
// role, or begin another name.
func (a *article) keepsFront(front []lang.Range) bool {
	last := front[len(front)-1]
	switch c := a.partClass(last); {
	case c&(office|title|roleNoun|personWord|people|groupNoun|orgHead|orgNoun|firstM|firstF|particle|place) != 0, connector(a.toks[last.First].Lower):
		return true
	}
	return last.Len() > 1 || !a.ordinary(a.toks[last.First].Lower)
}

// keepsTail reports whether the words behind a full name belong to it, or make
// another name of it: "Ana Ruiz Jr.", "Ana Ruiz Foundation", "Ana Ruiz Marsh".
func (a *article) keepsTail(tail []lang.Range) bool {
	last := a.toks[tail[len(tail)-1].First].Lower
	if a.partClass(tail[len(tail)-1])&(orgHead|outlet) != 0 || things[last] || geoLast[last] {
		return true
	}
	word := a.toks[tail[0].First].Lower
	return connector(word) || a.cls[tail[0].First]&particle != 0 || !a.ordinary(word)
}

// ordinary reports whether the dictionary has a word that stands in a name as
// more than a surname: as a verb, or as a noun for no person.
func (a *article) ordinary(lower string) bool {
	const person, shortest = 18, 3
	if len(lower) < shortest || attribution.SenseOf(lower, false).First == person {
		return false
	}
	if a.lex.of(lower) != 0 && a.lex.of(lower)&(firstM|firstF|place) == 0 {
		return true
	}
	for _, w := range stems(lower) {
		if attribution.SenseOf(w, true).First != 0 || attribution.SenseOf(w, false).First != 0 && attribution.SenseOf(w, false).First != person {
			return true
		}
	}
	return false
}

// opensByChance is the number of parts at the front of a run that have a capital
// only because the sentence begins with them, in front of somebody whom the
// article names elsewhere: "Entrusting Ana Ruiz", "Interestingly Ruiz".
func (a *article) opensByChance(parts []lang.Range, single map[string]bool) int {
	const shortest = 5
	i := parts[0].First
	w := a.toks[i].Lower
	if !a.initial(i) || len(w) < shortest || a.cls[i] != 0 || parts[0].Len() > 1 || a.proper[w] {
		return 0
	}
	if !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ly") || !a.ordinary(w) && !strings.HasSuffix(w, "ly") {
		return 0
	}
	if len(parts) == 2 && single[fold(a.toks[parts[1].First].Lower)] || len(parts) > 2 && a.fullIn(parts[1:]) == 0 {
		return 1
	}
	return 0
}
