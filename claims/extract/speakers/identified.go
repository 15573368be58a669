package speakers

import "onrecord/claims/lang"

// identified finds the role of somebody who is made known by name: "police
// identified the gunman as Bo Lund", "the attacker, identified as Bo Lund,".
func (a *article) identified(n *name) (lang.Range, bool) {
	as := n.toks.First - 1
	if n.role.Len() > 0 {
		as = n.role.First - 1
	}
	for as > 0 && (a.number(as) || dash(a.at1(as)) || a.word(as) == "year" || a.word(as) == "old") {
		as-- // "21-year-old"
	}
	if a.word(as) != "as" || !a.sameSentence(as, n.toks.First) {
		return lang.Range{}, false
	}
	const longest = 8
	for i := as - 1; i > 0 && i >= as-longest && a.sameSentence(i, as); i-- {
		if w := a.toks[i].Lower; w != "identified" && w != "named" {
			continue
		}
		r := lang.Range{First: i + 1, Last: as}
		if r.Len() == 0 && a.at1(i-1) == "," {
			r = lang.Range{First: a.phraseStart(i - 2), Last: i - 1}
			if determiner(a.word(r.First - 1)) {
				r.First--
			}
		}
		if r.Len() == 0 {
			return r, false
		}
		head := a.nounOf(r)
		return r, head >= 0 && a.cls[head]&roleNoun != 0 && a.cls[head]&groupNoun == 0 && a.word(r.First) == "the"
	}
	return lang.Range{}, false
}
