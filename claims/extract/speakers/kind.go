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
	if k := a.kindByBody(n, parts); k != unsure {
		return k, true
	}
	first, last := a.cls[parts[0].First], a.partClass(parts[len(parts)-1])
	given := first&(firstM|firstF) != 0
	switch {
	case a.geographic(parts), a.isPlace(parts), a.dateline(n.toks), a.behindDateline(n.toks):
		return location, true
	case first&title != 0 && len(parts) > 1, given && len(parts) > 1 && last&place == 0:
		return person, true
	case len(parts) == 1:
		return a.kindOfWord(n, parts[0]), false
	case n.the, !given && last&roleNoun != 0 && a.tradeOfMedium(parts), a.spelt(parts) > longestPerson:
		return organization, false
	}
	return person, false
}

// dateline reports whether a name in capitals opens a paragraph in front of a
// dash or a date with a colon: "VARN, Mar 3: Police said".
func (a *article) dateline(r lang.Range) bool {
	const far, shortest = 14, 4
	word := a.toks[r.First].Word
	if !a.opensLine(r.First) || len(word) < shortest || strings.ToUpper(word) != word || a.at1(r.Last) == ":" {
		return false
	}
	for i := r.Last; i < r.Last+far && a.sameSentence(r.First, i); i++ {
		switch w := a.toks[i].Word; {
		case dash(w) && !a.glued(i), w == ":" && a.number(i-1):
			return true
		}
	}
	return false
}

// behindDateline reports whether a name is the land of a dateline: "VARN, Marren —".
func (a *article) behindDateline(r lang.Range) bool {
	k := r.First - 2
	return k >= 0 && a.at1(k+1) == "," && a.at[k] >= 0 && a.dateline(a.names[a.at[k]].toks)
}

// spelt counts the words of a name without its initials and particles.
func (a *article) spelt(parts []lang.Range) int {
	n := 0
	for _, p := range parts {
		if len(strings.TrimSuffix(a.toks[p.First].Word, ".")) > 1 && a.cls[p.First]&particle == 0 {
			n++
		}
	}
	return n
}

// longestPerson is how many words the name of a person rarely exceeds.
const longestPerson = 4

// kindByBody recognises organisations by their words, and people by the role in
// front of them; unsure where neither tells.
func (a *article) kindByBody(n *name, parts []lang.Range) kind {
	first, last := a.cls[parts[0].First], a.partClass(parts[len(parts)-1])
	given, led := first&(firstM|firstF) != 0, n.role.Len() > 0
	surname := led && (len(parts) == 1 || len(parts) == 2 && given) // "Judge Church", "Senator Frank Church"
	switch {
	case last&orgHead != 0 && !surname && !(given && len(parts) == 2 && (last&bodyName != 0 || surnameHeads[a.toks[parts[1].First].Lower])), // "Michael Bloomberg"
		a.hasOf(parts), a.namesTrades(parts), led && a.roleOfBody(n.role):
		return organization
	case led && !acronym(n.text):
		return person
	case len(parts) > 1 && (firstBody[a.toks[parts[0].First].Lower] || last&document != 0 && !given):
		return organization
	}
	return unsure
}

// kindOfWord guesses at a name of one word.
func (a *article) kindOfWord(n *name, p lang.Range) kind {
	switch {
	case strings.ContainsAny(n.text, "0123456789"):
		return unsure
	case acronym(n.text), p.Len() == 1 && innerCapital(n.text), n.the && !a.modifies(n.toks.Last):
		return organization
	case a.cls[p.First]&(firstM|firstF) != 0:
		return person
	}
	return unsure
}

// surnameHeads end the names of bodies and are surnames as well: "Cheryl Mills".
var surnameHeads = wordSet("mills church house parks post hall stores games studio cranes motors hotels resorts")

// modifies reports whether a common noun at token i goes on with the phrase of a
// name in front of it, so that "the" belongs to the noun: "the Ruiz supporters",
// but "the Lantern newspaper".
func (a *article) modifies(i int) bool {
	return strings.HasPrefix(a.tag(i), "NN") && !capital(a.at1(i)) && a.gap(i) == " " && !outlets[a.word(i)]
}

// roleOfBody reports whether the words in front of a name are for an
// organisation: "the airline Skua Air".
func (a *article) roleOfBody(r lang.Range) bool {
	if a.word(r.First-1) == "of" && a.is(r.First-2, roleNoun) {
		return false // "secretary of state", "chief of staff"
	}
	for i := r.First; i < r.Last; i++ {
		if a.cls[i]&(office|title) != 0 {
			return false
		}
	}
	return a.cls[r.Last-1]&orgNoun != 0 && a.cls[r.Last-1]&roleNoun == 0
}

// firstBody are words for organisations that stand first in the languages
// that put them there.
var firstBody = wordSet("agence banco banque banca universidad université universität universidade radio grupo groupe gruppo institut istituto partido parti partito ministerio ministère")

var (
	geoFirst = wordSet("st st. san santa lake mount mt mt. fort port cape upper lower new north south east west")
	geoLast  = wordSet(`street avenue road lane boulevard square bridge river valley park bay harbour harbor island islands hill hills
		mountain mountains lake sea ocean gulf peninsula desert forest beach airport castle county province district coast strait canal gate mosque temple palace stadium hotel tower hall building pier`)
)

// things end names of what neither speaks nor is called "he": "World War",
// "Nobel Prize".
var things = wordSet(`prize war award awards cup championship championships olympics festival agreement accord accords summit deal
	day week month century virus disease syndrome era revolution election elections season series conference`)

// geographic reports whether the words of a name are those of a place or a
// thing: "Lake Varn", "Foundry Street", "World War".
func (a *article) geographic(parts []lang.Range) bool {
	if len(parts) < 2 {
		return false
	}
	first, last := a.toks[parts[0].First].Lower, a.toks[parts[len(parts)-1].First].Lower
	const named = 3 // "Ana Ruiz Day" is named after somebody, "Doris Day" is somebody
	return geoFirst[first] || geoLast[last] && a.cls[parts[0].First]&(firstM|firstF) == 0 ||
		things[last] && (a.cls[parts[0].First]&(firstM|firstF) == 0 || len(parts) >= named)
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
	if len(parts) == 1 && n.role.Len() > 0 && a.cls[n.role.Last-1]&(office|title) != 0 {
		return unknown // "Senator Lorne" is a surname
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
