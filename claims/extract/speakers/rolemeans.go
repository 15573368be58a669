package speakers

import (
	"slices"
	"sort"
	"strings"

	"onrecord/claims/lang"
)

// scored is an entity with how much speaks for it.
type scored struct {
	ent   int32
	score float64
}

func rank(list []scored) []scored {
	sort.SliceStable(list, func(i, j int) bool { return list[i].score > list[j].score })
	return list
}

// stands lists, for a role, those that it can be another word for.
var stands = map[string][]string{
	"leader":         {"president", "premier", "minister", "chancellor", "executive", "chairman", "chairwoman", "chair", "head", "king", "chief"},
	"chief":          {"head", "director", "executive", "boss", "commissioner", "president", "chairman", "chairwoman", "manager", "leader", "ceo"},
	"head":           {"director", "chief", "president", "executive", "principal", "headteacher"},
	"boss":           {"chief", "director", "executive", "manager", "chairman", "chairwoman", "president", "head", "ceo", "owner"},
	"executive":      {"ceo", "president", "director", "chief"},
	"premier":        {"minister"},
	"minister":       {"secretary"},
	"secretary":      {"minister"},
	"candidate":      {"nominee"},
	"nominee":        {"candidate"},
	"lawmaker":       {"senator", "congressman", "congresswoman", "representative", "mp", "legislator", "parliamentarian", "member", "deputy"},
	"politician":     {"senator", "minister", "mp", "mayor", "congressman", "congresswoman", "representative", "leader", "councillor", "governor", "president"},
	"spokesperson":   {"spokesman", "spokeswoman", "representative"},
	"spokesman":      {"spokesperson"},
	"spokeswoman":    {"spokesperson"},
	"representative": {"spokesman", "spokeswoman", "spokesperson"},
	"chair":          {"chairman", "chairwoman", "chairperson"},
	"chairman":       {"chair"},
	"chairwoman":     {"chair"},
	"coach":          {"manager"},
	"manager":        {"coach"},
	"official":       {"minister", "secretary", "director", "spokesman", "spokeswoman", "officer", "administrator"},
	"scientist":      {"researcher", "professor", "biologist", "physicist", "chemist", "geologist", "climatologist", "astronomer", "virologist"},
	"researcher":     {"scientist", "professor", "author", "coauthor", "co-author"},
	"academic":       {"professor", "lecturer", "researcher"},
	"expert":         {"professor", "specialist", "analyst", "researcher"},
	"lawyer":         {"attorney", "solicitor", "barrister", "counsel"},
	"attorney":       {"lawyer", "prosecutor"},
	"prosecutor":     {"attorney"},
	"campaigner":     {"activist", "advocate"},
	"activist":       {"campaigner", "advocate", "organiser", "organizer"},
	"doctor":         {"surgeon", "physician", "professor", "specialist"},
	"officer":        {"detective", "sergeant", "constable", "inspector", "captain", "superintendent"},
	"player":         {"striker", "midfielder", "defender", "goalkeeper", "forward", "captain"},
	"star":           {"singer", "actor", "actress", "striker", "player"},
	"veteran":        {"soldier"},
	"musician":       {"singer", "guitarist", "bassist", "drummer", "pianist", "violinist", "cellist", "saxophonist", "trumpeter", "composer", "songwriter", "rapper"},
	"artist":         {"painter", "sculptor", "illustrator", "photographer"},
	"athlete":        {"runner", "swimmer", "cyclist", "gymnast", "boxer", "wrestler", "rower"},
	"nurse":          {"midwife"},
	"physician":      {"doctor", "surgeon"},
	"cleric":         {"bishop", "priest", "pastor", "imam", "rabbi", "vicar"},
	"envoy":          {"ambassador", "diplomat"},
	"diplomat":       {"ambassador", "envoy"},
	"judge":          {"justice"},
	"justice":        {"judge"},
	"teacher":        {"headmaster", "headmistress", "principal"},
	"mp":             {"member"},
	"owner":          {"founder", "chairman", "landlord"},
	"writer":         {"author", "novelist", "journalist", "columnist"},
	"author":         {"writer", "novelist"},
}

// roleMeans ranks the people or bodies that a definite phrase such as "the
// Greek foreign minister" or "the company" can stand for at token at.
func (a *article) roleMeans(r lang.Range, head, at int) []scored {
	noun := a.toks[head].Lower
	if a.cls[head]&(orgNoun|document) != 0 && a.cls[head]&roleNoun == 0 {
		return a.bodyMeans(r, head, at)
	}
	var list []scored
	for k, h := range append([]string{noun}, stands[noun]...) {
		bucket := a.byRole[h]
		for i := len(bucket) - 1; i >= 0 && i >= len(bucket)-bucketSize; i-- {
			list = a.addRoleScore(list, bucket[i], r, h, at, k > 0)
		}
	}
	list = rank(a.formerLeaders(list, r, head, at))
	for len(list) > 0 && list[len(list)-1].score < 0 {
		list = list[:len(list)-1]
	}
	return list
}

// addRoleScore scores one holder of a role with the head noun h. What counts:
// the same words before the noun, a mention already made, a recent one.
func (a *article) addRoleScore(list []scored, e int32, r lang.Range, h string, at int, synonym bool) []scored {
	if slices.ContainsFunc(list, func(s scored) bool { return s.ent == e }) {
		return list
	}
	ent := &a.ents[e]
	if !ent.named {
		return list
	}
	best := -10.0
	for _, ro := range ent.roles {
		if ro.head == h && !a.ofAnother(r, ro) {
			best = max(best, a.modifiersAgree(r, ro.words))
		}
	}
	score := 2 + best + a.fieldAgrees(r, ent, h)
	if synonym {
		score--
	}
	if before := ent.before(at); before >= 0 {
		score += 1 - min(1, 0.04*float64(a.toks[at].Sent-a.toks[before].Sent))
	} else if after := ent.after(at); after >= 0 {
		score -= 0.5 + min(1, 0.04*float64(a.toks[after].Sent-a.toks[at].Sent))
	}
	return append(list, scored{e, score})
}

// modifiersAgree compares the words of a phrase with those of a role: each
// shared word speaks for it, each that the role lacks against it.
func (a *article) modifiersAgree(r lang.Range, words []string) float64 {
	sum := 0.0
	foreign := slices.ContainsFunc(words, func(w string) bool { return a.lex.of(w)&(people|place) != 0 })
	for i := r.First; i < r.Last; i++ {
		w := fold(a.toks[i].Lower)
		if a.cls[i]&grammar != 0 || !isWord(w) || w == "s" || w == "'s" || i == r.Last-1 || a.inAge(i) {
			continue
		}
		sum += a.modifierAgrees(i, w, words, foreign)
	}
	for _, w := range words {
		if seconds[w] && !a.holds(r, w) {
			sum -= deputy
		}
	}
	return sum
}

// ofAnother reports whether the phrase names a body, and the role another one:
// "the Rovers boss" is not the City manager.
func (a *article) ofAnother(r lang.Range, ro role) bool {
	theirs := strings.FieldsFunc(ro.text, func(c rune) bool { return c == ' ' || c == '-' })
	names := slices.DeleteFunc(theirs, func(w string) bool {
		return !capital(w) || a.lex.of(fold(strings.ToLower(w)))&(people|place|roleNoun|calendar) != 0 || parties[strings.ToLower(w)]
	})
	if len(names) == 0 {
		return false
	}
	found := false
	for i := r.First + 1; i < r.Last-1; i++ {
		if a.at[i] < 0 || !capital(a.toks[i].Word) || dash(a.at1(i+1)) || a.cls[i]&(people|place|roleNoun) != 0 || parties[a.toks[i].Lower] {
			continue
		}
		if found = true; has(ro.words, fold(a.toks[i].Lower)) || sharesStem(ro.words, fold(a.toks[i].Lower)) {
			return false
		}
	}
	return found
}

// inAge reports whether the token is part of an age: "34-year-old".
func (a *article) inAge(i int) bool {
	switch w := a.word(i); w {
	case "year":
		return dash(a.at1(i-1)) && a.number(i-2)
	case "old":
		return dash(a.at1(i-1)) && a.word(i-2) == "year"
	default:
		return strings.HasSuffix(w, "-year-old")
	}
}

// modifierAgrees is what the word w at token i of a phrase says of a role with
// these words; foreign tells that they name a people.
func (a *article) modifierAgrees(i int, w string, words []string, foreign bool) float64 {
	c := a.cls[i]
	if w == "gop" && !has(words, w) {
		w, c = "republican", people
	}
	switch {
	case seconds[w] && w != "former" && w != "ex" && !has(words, w):
		return -deputy - otherField // "the shadow minister" is not the minister
	case has(words, w):
		return 0.7
	case sharesStem(words, w):
		return 0.5
	case c&(people|place) != 0 && foreign:
		return otherPeople
	case c&people != 0 && !parties[w]:
		return -otherNation
	case w == "former" || w == "then" || w == "exiting" || w == "outgoing" || w == "new":
		return -0.1
	case len(words) > 1:
		return -otherField
	}
	return -1.2
}

// deputy weighs a role of the second in office where the phrase is about the
// first: "the minister" is hardly the deputy minister.
const deputy = 1.2

var seconds = wordSet("deputy vice assistant associate shadow former ex")

// holds reports whether a word, folded, stands in the range.
func (a *article) holds(r lang.Range, w string) bool {
	for i := r.First; i < r.Last; i++ {
		if fold(a.toks[i].Lower) == w {
			return true
		}
	}
	return false
}

// fieldAgrees speaks against a role of another field than the phrase names
// behind its noun: "the leader of Marren council" is not the Conservative group
// leader.
func (a *article) fieldAgrees(r lang.Range, ent *entity, h string) float64 {
	const another = -2.0
	end := max(r.Last, a.phraseEnd(r.First))
	field := r.First + 1
	for field < end && !nested(a.word(field)) {
		field++
	}
	told := false
	for _, ro := range ent.roles {
		if ro.head != h || len(ro.words) < 2 {
			continue
		}
		told = told || field < end
		for i := field + 1; i < end; i++ {
			if w := fold(a.toks[i].Lower); a.cls[i]&grammar == 0 && isWord(w) && (has(ro.words, w) || sharesStem(ro.words, w)) {
				return 0
			}
		}
	}
	switch {
	case a.abroad(field, end):
		return otherPeople
	case told:
		return another
	}
	return 0
}

// abroad reports whether the phrase goes on with "of" and a country that the
// article is not about: "the president of Turkey".
func (a *article) abroad(of, end int) bool {
	k := of + 1
	if a.word(k) == "the" {
		k++
	}
	if of >= end || a.word(of) != "of" || k >= len(a.toks) || a.at[k] < 0 {
		return false
	}
	land, ok := countries()[strings.ToLower(a.names[a.at[k]].text)]
	return ok && land != a.about()
}

// otherField weighs a word that a role with words of its own lacks: "the
// council leader" is hardly the Conservative group leader.
const otherField = 1.8

// otherNation weighs a people where the role names none: "the French president"
// is hardly the one who is only called president.
const otherNation = 2.5

// parties are peoples that a role often leaves out.
var parties = wordSet("republican democratic democrat conservative labour labor liberal green libertarian socialist communist independent")

// otherPeople weighs a role of another country or party: "the Republican
// nominee" is not the Libertarian one.
const otherPeople = -5.0

// sharesStem reports whether a word begins like one of the others: "Turkey"
// and "Turkish", "Greece" and "Greek".
func sharesStem(words []string, w string) bool {
	const stem = 4
	for _, x := range words {
		if len(x) >= stem && len(w) >= stem && x[:stem] == w[:stem] {
			return true
		}
	}
	return false
}
