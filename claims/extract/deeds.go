package extract

import (
	"strings"

	"onrecord/claims"
)

// deeds are verbs that do something by words, or see it, where a thing and no
// clause follows: passed a law, signed a treaty, saw an earthquake.
var deeds = wordSet(`pass approve sign launch impeach sue sentence adopt see observe watch enact convict
	appoint ratify introduce host award release`)

// deed reports a verb that acts, with nothing but a thing behind it.
func (a *article) deed(d *draft) bool {
	if a.foundThing(d) || a.token(d.head).Lemma == "order" && a.finite(d.head) && d.kind != claims.Direct {
		return true // what is ordered is done by saying it
	}
	if d.kind != claims.Indirect || !deeds[a.token(d.head).Lemma] {
		return false
	}
	i := a.first(d)
	if i < d.head || a.token(a.scene.PrevWord(i)).Lower == "that" {
		return false
	}
	for ; i <= d.last(); i++ {
		switch t := a.token(i); {
		case t.Tag == "WDT":
			return true // what follows is about the thing
		case a.finite(i), t.Lower == "as":
			return false
		}
	}
	return true
}

// foundThing reports that somebody found what one can touch: “Divers found the
// anchor in the mud”, and not that the doors were locked.
func (a *article) foundThing(d *draft) bool {
	if t := a.token(d.head); t.Lower != "found" || d.kind != claims.Indirect || a.first(d) < d.head {
		return false
	}
	switch a.token(a.first(d)).Tag {
	case "DT", "PRP$", "CD":
	default:
		return false
	}
	noun := -1 // the head of the first noun phrase
	for i := a.first(d); i <= d.last(); i++ {
		switch t := a.token(i); {
		case t.Tag == "IN" && t.Lower != "that" || t.Word == ",":
			return noun >= 0 && (a.scene.Thing(noun) || a.scene.Communicates(noun))
		case !a.nominal(i) && t.Tag != "POS" && t.Tag != "HYPH":
			return false
		case strings.HasPrefix(t.Tag, "NN"):
			noun = i
		}
	}
	return false
}
