package speakers

import "onrecord/claims"

// suits gives the points for what an entity is, or impossible.
func (a *article) suits(e *entity, pronoun string) float64 {
	switch pronoun {
	case "he", "him", "his", "himself":
		return suitsPerson(e, man)
	case "she", "her", "hers", "herself":
		return suitsPerson(e, woman)
	case "they", "them", "their", "theirs", "themselves", "both":
		return suitsThey(e)
	case "it", "its", "itself":
		return suitsIt(e)
	case "one":
		return suitsPerson(e, unknown)
	}
	return impossible
}

func suitsPerson(e *entity, g gender) float64 {
	switch {
	case e.plural || e.kind == location || e.kind == organization || e.typ == claims.Document || e.typ == claims.Organization:
		return impossible
	case g != unknown && e.sex != unknown && e.sex != g:
		return impossible
	case e.kind != person && len(e.words) < 2:
		return 2 * unsureKind
	case e.kind != person:
		return unsureKind
	case g != unknown && e.sex == g:
		return sexAgrees
	}
	return 0
}

func suitsThey(e *entity) float64 {
	switch {
	case e.typ == claims.Document && !e.plural:
		return impossible
	case e.typ == claims.Document:
		return 2 * groupForIt
	case e.plural && anyone[e.head]:
		return 0
	case e.plural:
		return sexAgrees
	case e.kind == organization:
		return groupForIt
	case e.kind == location:
		return 4 * groupForIt
	case e.kind == unsure:
		return 2 * groupForIt
	case !e.named:
		return -1.5
	}
	return -3
}

// anyone are groups that reports speak about more than they let them speak.
var anyone = wordSet("people children kids babies men women patients pupils others those")

func suitsIt(e *entity) float64 {
	switch {
	case e.plural || e.kind == person && (e.sure || e.sex != unknown):
		return impossible
	case e.typ == claims.Document && issued[e.head]:
		return 2 * unsureKind // whoever gave the statement out is meant
	case e.kind == organization:
		return 0
	case e.kind == person:
		return -1.5
	}
	return unsureKind
}
