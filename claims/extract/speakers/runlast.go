package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// behindFirstName reports whether the last word of a run follows a first name,
// with or without an initial: "Amy Pope", "Peter T. King".
func (a *article) behindFirstName(parts []lang.Range) bool {
	k := len(parts) - 2
	if k > 0 && len(strings.Trim(a.toks[parts[k].First].Word, ".")) == 1 {
		k--
	}
	first := a.cls[parts[k].First]
	return first&(firstM|firstF) != 0 && first&(place|people|roleNoun|orgHead|title) == 0 && !a.shout[a.toks[parts[k].First].Sent]
}

// tradeOfMedium reports whether a run in capitals ends with a trade and leads to
// no name: outside headlines, that is what papers are called ("Daily Caller").
func (a *article) tradeOfMedium(parts []lang.Range) bool {
	last := parts[len(parts)-1]
	c, s := a.cls[last.First], a.toks[last.First].Sent
	if c&roleNoun == 0 || !mediaTrades[a.toks[last.First].Lower] || last.Len() > 1 || a.para[s] == 0 || a.shout[s] || !a.running(last.Last) {
		return false
	}
	for _, p := range parts[:len(parts)-1] {
		if a.partClass(p)&(roleNoun|firstM|firstF|title) != 0 || connector(a.toks[p.First].Lower) {
			return false
		}
	}
	return true
}

// running reports whether the text goes on in small letters at token i, as no
// headline does.
func (a *article) running(i int) bool {
	return i < len(a.toks) && a.sameSentence(i-1, i) && isWord(a.toks[i].Word) && !capital(a.toks[i].Word)
}

// mediaTrades are trades that papers and sites have in their names.
var mediaTrades = wordSet(`insider caller reporter pollster tracker examiner observer inquirer enquirer dealer spectator advertiser
	investigator pioneer watcher navigator messenger correspondent monitor`)
