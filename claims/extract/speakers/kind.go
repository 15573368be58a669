package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// kind is what a name most likely names.
type kind uint8

const (
	unsure kind = iota
	person
	organization
	location
)

// gender is what the text shows of a person: nothing more is ever assumed.
type gender int8

const (
	unknown gender = iota
	man
	woman
)

// kindOf classifies a name by its own words and by what stands in front of it.
func (a *article) kindOf(n *name, parts []lang.Range) (kind, bool) {
	first, last := a.cls[parts[0].First], a.partClass(parts[len(parts)-1])
	given := first&(firstM|firstF) != 0
	switch {
	case last&orgHead != 0 && !(len(parts) == 2 && given && n.role.Len() > 0) && !(len(parts) == 1 && n.role.Len() > 0), a.hasOf(parts):
		return organization, true
	case n.role.Len() > 0 && a.roleOfBody(n.role):
		return organization, true
	case n.role.Len() > 0 && !acronym(n.text):
		return person, true
	case firstBody[a.toks[parts[0].First].Lower] && len(parts) > 1:
		return organization, true
	case last&document != 0 && len(parts) > 1 && !given:
		return organization, true
	case a.geographic(parts):
		return location, true
	case a.isPlace(parts):
		return location, true
	case first&title != 0 && len(parts) > 1:
		return person, true
	case len(parts) == 1 && strings.ContainsAny(n.text, "0123456789"):
		return unsure, false
	case len(parts) == 1 && parts[0].Len() == 1 && innerCapital(n.text):
		return organization, false
	case len(parts) == 1 && acronym(n.text):
		return organization, false
	case given && len(parts) > 1 && last&place == 0:
		return person, true
	case n.the && len(parts) > 0:
		return organization, false
	case given:
		return person, false
	case len(parts) >= 2 && len(parts) <= 4 && !acronym(a.toks[parts[0].First].Word):
		return person, false
	case len(parts) >= 2 && len(parts) <= 4:
		return organization, false
	case len(parts) > 4:
		return organization, false
	}
	return unsure, false
}

// roleOfBody reports whether the words in front of a name are for an
// organisation: "the airline Skua Air".
func (a *article) roleOfBody(r lang.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if a.cls[i]&(roleNoun|title) != 0 {
			return false
		}
	}
	return a.cls[r.Last-1]&orgNoun != 0
}

// firstBody are words for organisations that stand first in the languages
// that put them there.
var firstBody = wordSet("agence banco banque banca universidad université universität universidade radio grupo groupe gruppo instituto institut istituto partido parti partito ministerio ministère")

var (
	geoFirst = wordSet("st st. san santa lake mount mt mt. fort port cape upper lower new north south east west")
	geoLast  = wordSet(`street avenue road lane boulevard square bridge river valley park bay harbour harbor island islands hill hills
		mountain mountains lake sea ocean gulf peninsula desert forest beach airport castle county province district coast strait canal gate mosque temple palace stadium hotel tower hall building pier`)
)

// geographic reports whether the words of a name are those of a place: "Lake
// Varn", "Foundry Street".
func (a *article) geographic(parts []lang.Range) bool {
	if len(parts) < 2 {
		return false
	}
	first, last := a.toks[parts[0].First].Lower, a.toks[parts[len(parts)-1].First].Lower
	return geoFirst[first] || geoLast[last] && a.cls[parts[0].First]&(firstM|firstF) == 0
}

// innerCapital reports whether a capital stands inside the word, as in the
// names of companies and not as in "McEwan" or "O'Hara".
func innerCapital(w string) bool {
	for i := 1; i < len(w); i++ {
		if 'A' <= w[i] && w[i] <= 'Z' && 'a' <= w[i-1] && w[i-1] <= 'z' {
			switch w[:i] {
			case "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "Da":
				return false
			}
			return true
		}
	}
	return false
}

// hasOf reports whether the name holds "of" or "for" behind a word for an
// organisation.
func (a *article) hasOf(parts []lang.Range) bool {
	for k := 1; k < len(parts)-1; k++ {
		if w := a.toks[parts[k].First].Lower; (w == "of" || w == "for" || w == "on") && a.partClass(parts[k-1])&(orgHead|orgNoun) != 0 {
			return true
		}
	}
	return false
}

// sexOf reads the gender off title, role and first name.
func (a *article) sexOf(n *name, parts []lang.Range) gender {
	if n.kind != person && n.kind != unsure {
		return unknown
	}
	for i := n.role.Last - 1; i >= n.role.First; i-- {
		if g := sexOfClass(a.cls[i] & (roleM | roleF)); g != unknown {
			return g
		}
		if c := a.cls[i]; c&title != 0 {
			if g := titleSex(c); g != unknown {
				return g
			}
		}
	}
	switch a.cls[parts[0].First] & (firstM | firstF) {
	case firstM:
		return man
	case firstF:
		return woman
	}
	return unknown
}

func sexOfClass(c class) gender {
	switch {
	case c&roleM != 0 && c&roleF == 0:
		return man
	case c&roleF != 0 && c&roleM == 0:
		return woman
	}
	return unknown
}

func titleSex(c class) gender {
	switch c & (firstM | firstF) {
	case firstM:
		return man
	case firstF:
		return woman
	}
	return unknown
}
