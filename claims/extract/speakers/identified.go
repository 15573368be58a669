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

// established counts what speaks for one of several bearers of the name w: the
// article goes on calling the same one by it. Whoever is named in full again
// and again is told apart by that from the one who is not.
func (e *entity) established(w string) int {
	const most = 20
	alone := e.bare
	if e.isGiven(w) {
		alone = e.given
	}
	switch {
	case alone == 0 && e.full > 2:
		return 0
	case alone > 0:
		return min(alone, most)*3 + min(e.full, 2)
	}
	return e.full
}

// isGiven reports whether w is the first of several words of the entity's name.
func (e *entity) isGiven(w string) bool { return len(e.words) > 1 && e.words[0] == w }

// calledBy reports whether the article has named the entity in full before or
// called it by such a word: "his wife, Ana," is not yet somebody called Ruiz.
func (e *entity) calledBy(w string) bool { return e.full+e.bare > 0 || e.given > 0 && e.isGiven(w) }

// holdsRole reports whether the title in front of a name is one that the entity
// is known to have.
func (a *article) holdsRole(e *entity, n *name) bool {
	head := a.nounOf(n.role)
	if head < 0 {
		return false
	}
	for _, r := range e.roles {
		if r.head == a.toks[head].Lower {
			return true
		}
	}
	return false
}
