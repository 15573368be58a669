package speakers

import "onrecord/claims/lang"

// definite reports whether a phrase speaks of somebody already known.
func (a *article) definite(r lang.Range) bool {
	switch a.word(r.First) {
	case "the", "this", "that", "these", "those", "his", "her", "their", "its":
		return true
	}
	return a.startsPhrase(r.First) || a.bothOf(r)
}

// bothOf reports whether a phrase is "both ministers": the two that were spoken of.
func (a *article) bothOf(r lang.Range) bool {
	return a.word(r.First) == "both" && r.Len() == 2 || a.word(r.First-1) == "both" && r.Len() == 1
}
