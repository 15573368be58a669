package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

func dash(w string) bool { return hyphen(w) || w == "—" }

// hyphen reports whether a mark can stand inside a name.
func hyphen(w string) bool { return w == "-" || w == "–" || w == "‑" }

// extend takes the next word, with what joins it to the name, into the run
// [i, j) and returns the new end, or j where the name ends.
func (a *article) extend(i, j int) int {
	w := a.toks[j].Word
	switch {
	case a.nameWord(j):
		if a.gap(j) == "" && !strings.HasSuffix(a.toks[j-1].Word, ".") {
			return j
		}
		return j + 1
	case w == "." && a.initialLetter(j):
		return j + 1
	case hyphen(w) && a.glued(j) && a.glued(j+1) && (isWord(a.at1(j+1)) || acronym(a.at1(j-1)) && a.number(j+1)):
		return j + 2
	case a.is(j, particle) && a.joinsParticle(j):
		return j + a.particleLength(j)
	case w == "," && a.campus(i, j):
		return a.runEnd(j + 1)
	case w == "," && suffixes[a.word(j+1)], (w == "&" || a.ownedBody(j)) && a.nameWord(j+1):
		return j + 2
	case w == "," && lawNames[a.word(j-1)] && a.year(j+1):
		return j + 2
	case a.nickname(j) > 0:
		return j + a.nickname(j)
	}
	return a.connect(i, j)
}

// initialLetter reports whether the full stop at j abbreviates the first name
// before it: "J. P. van den Broek".
func (a *article) initialLetter(j int) bool {
	return a.glued(j) && len(a.toks[j-1].Word) == 1 && capital(a.toks[j-1].Word) && a.sameSentence(j, j+1) &&
		(a.nameWord(j+1) || a.is(j+1, particle) && a.particleLength(j+1) > 0)
}

// campus reports whether the town behind the comma at j tells the universities
// of one name apart: "University of Delmar, Port Varn".
func (a *article) campus(i, j int) bool {
	return a.word(i) == "university" && a.word(i+1) == "of" && j == i+3 && a.nameWord(j+1) && a.is(j-1, place) && (a.is(j+1, place) || geoFirst[a.word(j+1)])
}

// lawNames end the names of laws that a year belongs to: "Rivers Act, 1972".
var lawNames = wordSet("act bill code ordinance regulations rules")

// year reports whether the token is a number of four digits.
func (a *article) year(i int) bool {
	const digits = 4
	return a.number(i) && len(a.at1(i)) == digits && strings.Trim(a.at1(i), "0123456789") == ""
}

// suffixes belong to the name in front of the comma: "Cyril Dent, Jr."
var suffixes = wordSet("jr jr. sr sr. inc inc.")

// ownedBody reports whether the possessive ending at j stands inside the name
// of a body: "Salmon Growers' Association", "People's Bank", "Sheriff's Office",
// "St. Anne's Hospital".
func (a *article) ownedBody(j int) bool {
	switch a.at1(j) {
	case "'", "’":
		return strings.HasSuffix(a.word(j-1), "s") && a.is(j-1, groupNoun) || a.closesWithBody(j+1)
	case "'s", "’s":
		return a.is(j-1, groupNoun) || a.is(j-1, roleNoun) && capital(a.at1(j-1)) && a.is(j+1, orgHead) || geoFirst[a.word(j-2)] && a.closesWithBody(j+1)
	}
	return false
}

// closesWithBody reports whether the capitals from token i on end with a word
// for an organisation.
func (a *article) closesWithBody(i int) bool {
	if !a.nameWord(i) {
		return false
	}
	for a.nameWord(i + 1) {
		i++
	}
	return a.is(i, orgHead)
}

// joinsParticle reports whether the particle at j stands between two words of
// one name: "Claudio De Vincenti", "Abdel Fattah el-Sisi".
func (a *article) joinsParticle(j int) bool {
	n := a.particleLength(j)
	return n > 0 && a.toks[j].Word != "la" || n > 1 && a.toks[j].Lower == "de"
}

func (a *article) particleLength(j int) int {
	switch {
	case dash(a.at1(j+1)) && a.glued(j+1) && a.glued(j+2) && capital(a.at1(j+2)):
		return 3
	case a.nameWord(j + 1):
		return 2
	case a.is(j+1, particle) && a.nameWord(j+2):
		return 3
	}
	return 0
}

// at1 is the token's text as written, "" outside the document.
func (a *article) at1(i int) string {
	if i < 0 || i >= len(a.toks) {
		return ""
	}
	return a.toks[i].Word
}

// nickname gives the number of tokens of a nickname in quotation marks between
// two words of a name, or 0.
func (a *article) nickname(j int) int {
	if !quoteMark(a.at1(j)) || !a.is(j-1, firstM|firstF) && !capital(a.at1(j-1)) {
		return 0
	}
	const longest = 6
	for n := 2; n <= longest; n++ {
		if quoteMark(a.at1(j + n)) {
			if a.nameWord(j+n+1) && a.sameSentence(j, j+n) {
				return n + 1
			}
			return 0
		}
		if w := a.at1(j + n - 1); !isWord(w) && !dash(w) {
			return 0
		}
	}
	return 0
}

func quoteMark(w string) bool {
	switch w {
	case `"`, "“", "”", "'", "‘", "’", "«", "»", "``", "''", "„":
		return true
	}
	return false
}

// connect takes "of", "for" and the like into a name where the word before
// them begins such names: "Ministry of Health", "Institute for Space
// Research", "Secretary of State".
func (a *article) connect(i, j int) int {
	if a.toks[j].Lower == "for" && a.is(j-1, groupNoun) && a.nameWord(j+1) {
		return j + 2 // "Citizens for Clean Water"
	}
	if a.joinsPapers(i, j) || a.joinsTrades(i, j) || a.joinsFields(j) || a.joinsDonors(i, j) || a.joinsTasks(i, j) {
		return j + 2
	}
	if !a.is(j-1, orgHead|office|orgNoun) && !a.afterConnector(i, j) {
		return j
	}
	k := j + 1
	switch a.toks[j].Lower {
	case "of", "for", "on", "to":
		if !a.is(j-1, orgHead|office|orgNoun) {
			return j
		}
		if w := a.word(k); w == "the" || w == "a" && a.nameWord(k+1) {
			k++ // "Committee for a Responsible Federal Budget"
		}
	case "in":
		if !missions[a.word(j-1)] || !a.is(k, place|placeOpen) {
			return j
		}
	case "and":
		if !a.afterConnector(i, j) || a.is(k, title|firstM|firstF) || acronym(a.at1(k)) {
			return j
		}
	default:
		return j
	}
	if !a.nameWord(k) {
		return j
	}
	return k + 1
}

// missions are bodies that are told apart by where they are: "United States Embassy
// in Iraq".
var missions = wordSet("embassy consulate mission delegation")

// joinsFields reports whether the "and" at j stands between two fields in the
// name of one body: "Food and Agriculture Organization", "Law and Justice
// Party".
func (a *article) joinsFields(j int) bool {
	return a.toks[j].Lower == "and" && (portfolio[a.word(j-1)] || branches[a.word(j-1)]) && !a.is(j+1, title|firstM|firstF) && a.closesWithBody(j+1)
}

// joinsPapers reports whether the "and" at j stands inside the name of a paper:
// "The Globe and Mail".
func (a *article) joinsPapers(i, j int) bool {
	return a.toks[j].Lower == "and" && j == i+1 && a.word(i-1) == "the" && a.is(j+1, outlet) && a.nameWord(j+1) && !a.is(i, outlet|place|people|roleNoun)
}

// joinsTrades reports whether the "and" at j stands between two trades in the name
// of one business: "Varn Power and Light".
func (a *article) joinsTrades(i, j int) bool {
	w := a.toks[j].Lower
	return (w == "and" || w == "&") && j > i+1 && trades[a.word(j-1)+" "+a.word(j+1)] && a.nameWord(j+1)
}

// namesTrades reports whether a name ends with two trades: "Varn Power and Light".
func (a *article) namesTrades(parts []lang.Range) bool {
	last := parts[len(parts)-1].First
	return len(parts) > 2 && trades[a.word(last-2)+" "+a.word(last)]
}

// trades are pairs of trades that businesses are named after.
var trades = map[string]bool{
	"power light": true, "light power": true, "gas electric": true, "gas power": true, "water power": true, "gas light": true,
	"electric gas": true, "oil gas": true, "iron steel": true, "coal iron": true, "steel iron": true, "water sewer": true,
}

// joinsDonors reports whether the "and" at j stands between the first names of
// those whom a body is named after: "Bill and Melinda Gates Foundation".
func (a *article) joinsDonors(i, j int) bool {
	w := a.toks[j].Lower
	return (w == "and" || w == "&") && j == i+1 && a.is(i, firstM|firstF) && a.is(j+1, firstM|firstF) && a.closesWithBody(j+1)
}

// joinsTasks reports whether the "and" at j stands between two tasks of one body
// of a whole country: "National Risk Reduction and Management Council".
func (a *article) joinsTasks(i, j int) bool {
	const least = 3
	switch a.word(i) {
	case "national", "federal", "central", "royal", "international", "regional":
	default:
		return false
	}
	return a.toks[j].Lower == "and" && j-i >= least && !a.is(j-1, orgHead|people|place|firstM|firstF) && !a.is(j+1, title|firstM|firstF) && a.closesWithBody(j+1)
}

// branches are fields that bodies are named after, beside those that ministers
// have.
var branches = wordSet(`arts children communities conservation drug engineering family families fire fish food forestry freedom fruit gas
	heritage highways history law legal life mental music natural nature nuclear oil parks peace police policy power prevention public
	radio research rescue safety schools social soil standards truth wildlife women youth`)

// fields are the bodies that are named after fields, which "and" can join.
var fields = wordSet(`department ministry centers centre center committee commission institute office bureau agency council board society
	association secretary minister administration authority directorate`)

// afterConnector reports whether the run [i, j) has an "of" or "for" shortly
// before its end, so that "and" goes on with it: "Department of Health and
// Human Services".
func (a *article) afterConnector(i, j int) bool {
	const near = 4
	for k := j - 1; k > i && k >= j-near; k-- {
		switch a.toks[k].Lower {
		case "of", "for", "on":
			return fields[a.word(k-1)]
		}
	}
	return false
}
