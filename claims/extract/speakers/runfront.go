package speakers

import "onrecord/claims/lang"

// behindDescription is afterRole for a run without a title: where the name begins
// behind a party or what else says who somebody is.
func (a *article) behindDescription(parts []lang.Range) int {
	last := len(parts) - 1
	switch k := a.frontRole(parts); {
	case last == 0 && a.surnames[a.toks[parts[0].First].Lower] && !a.modifies(parts[0].Last) && !determiner(a.word(parts[0].First-1)):
		return 0 // "Cuban" of Mark Cuban
	case last == 0:
		return a.onlyPeople(parts)
	case parties[a.toks[parts[last].First].Lower] && (a.isPlace(parts[:last]) || a.indefinite(parts[0].First)):
		return len(parts) // "an Iowa Democrat"
	case a.addsRole(parts[last-1]) && a.partClass(parts[last])&orgHead == 0:
		return last // "Oscar-winner Ruiz"
	case last > 1 && a.addsRole(parts[last-2]) && a.partClass(parts[last])&orgHead == 0:
		return last - 1 // "Oscar-winner Ana Ruiz"
	case (a.partClass(parts[0])&people != 0 || a.peopleOf(parts[0])) && a.cls[parts[1].First]&(firstM|firstF) != 0:
		return 1 // "Democrat Bernie Ruiz"
	case k > 0:
		return k
	}
	return a.onlyPeople(parts)
}

// indefinite reports whether "a" or "an" stands in front of token i.
func (a *article) indefinite(i int) bool {
	w := a.word(i - 1)
	return (w == "a" || w == "an") && a.sameSentence(i-1, i)
}

// frontRole is the number of parts in front of a first name and a surname that
// say who somebody is or for whom, where no list has the role: "Navy SEAL Ana
// Ruiz", "Government Affairs Ana Ruiz"; 0 where the run is one name.
func (a *article) frontRole(parts []lang.Range) int {
	for k := 1; k+1 < len(parts); k++ {
		front := &a.toks[parts[k-1].First]
		if c := a.partClass(parts[k-1]); c&(firstM|firstF|particle|title) != 0 || connector(front.Lower) {
			return 0
		} else if c&(orgHead|place|people|roleNoun|groupNoun|outlet|document) == 0 && !a.isPlace(parts[:k]) && !acronym(front.Word) && !portfolio[front.Lower] && !a.addsRole(parts[k-1]) {
			return 0
		}
		if a.cls[parts[k].First]&(firstM|firstF) != 0 && a.cls[parts[k].First]&(place|orgHead|roleNoun) == 0 {
			if rest := parts[k:]; len(rest) > 3 || a.partClass(rest[len(rest)-1])&(orgHead|place|outlet) != 0 {
				return 0
			}
			return k
		}
	}
	return 0
}

// addsRole reports whether a compound ends with a small word that roles end
// with, as surnames do not: "Oscar-winner", "Varn-based".
func (a *article) addsRole(p lang.Range) bool {
	last := a.toks[p.Last-1]
	return p.Len() > 1 && !capital(last.Word) && (compounded[last.Lower] || a.lex.of(last.Lower)&roleNoun != 0)
}

// compounded end the adjectives that stand in front of names.
var compounded = wordSet("based born led backed winning nominated trained educated")
