package speakers

import (
	"sort"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// gatherNominals notes the people, groups, bodies and texts that are spoken of
// without a name, so that "she" can mean "one of their daughters" and "they"
// the authors; and ties those that stand for somebody named ("the minister")
// to the name.
func (a *article) gatherNominals() {
	sort.SliceStable(a.mentions, func(x, y int) bool { return a.mentions[x].tok < a.mentions[y].tok })
	named := len(a.mentions)
	byHead := map[string]int32{}
	a.called = map[string][]mention{}
	next := 0
	for i := range a.toks {
		for ; next < named && a.mentions[next].tok <= int32(i); next++ {
			a.seen(a.mentions[next])
		}
		if !a.headsNominal(i) {
			continue
		}
		r := a.nominalAt(i)
		if r.Len() == 0 {
			continue
		}
		e := a.entityOfNominal(i, r, byHead)
		if e < 0 {
			continue
		}
		m := mention{tok: int32(i), ent: e, part: a.partOf(lang.Range{First: r.First, Last: i + 1})}
		a.mentions = append(a.mentions, m)
		a.seen(m)
	}
	for ; next < named; next++ {
		a.seen(a.mentions[next])
	}
	sort.SliceStable(a.mentions, func(x, y int) bool { return a.mentions[x].tok < a.mentions[y].tok })
}

// seen adds a mention to its entity's own list, which stays in text order.
func (a *article) seen(m mention) {
	e := &a.ents[m.ent]
	e.at = append(e.at, m.tok)
}

// before is the entity's latest mention in front of a token, -1 for none.
func (e *entity) before(tok int) int {
	k := sort.Search(len(e.at), func(i int) bool { return int(e.at[i]) >= tok })
	if k == 0 {
		return -1
	}
	return int(e.at[k-1])
}

// after is the entity's first mention at or behind a token, -1 for none.
func (e *entity) after(tok int) int {
	k := sort.Search(len(e.at), func(i int) bool { return int(e.at[i]) >= tok })
	if k == len(e.at) {
		return -1
	}
	return int(e.at[k])
}

// headsNominal reports whether a common noun at i can stand for a speaker.
func (a *article) headsNominal(i int) bool {
	c, t := a.cls[i], &a.toks[i]
	switch {
	case c&(roleNoun|orgNoun|document|groupNoun) == 0, c&calendar != 0, a.at[i] >= 0, a.owner[i] >= 0:
		return false
	case t.Tag == "" && c&grammar != 0, t.Tag != "" && !strings.HasPrefix(t.Tag, "NN") && !a.groupAsVerb(i):
		return false
	case several[t.Lower] && timeUnits[a.word(i+2)]:
		return false // "a couple of years"
	}
	return !a.modifiesNext(i)
}

// groupAsVerb reports whether the tagger took a group for a verb although "from",
// "who" or a verb goes on with it: "On Thursday, scientists from Varn said".
func (a *article) groupAsVerb(i int) bool {
	next, tag := a.word(i+1), a.tag(i+1)
	return a.toks[i].Tag == "VBZ" && a.cls[i]&(groupNoun|document) != 0 && (next == "from" || next == "who" || next == "at" || tag == "VBP" || tag == "VBD" || tag == "MD")
}

// modifiesNext reports whether the next word goes on with the phrase, so that
// this one is not its head: "harbour master", "the council's lawyer".
func (a *article) modifiesNext(i int) bool {
	if a.word(i+1) == "'s" {
		return a.cls[i]&(roleNoun|groupNoun) == 0
	}
	if !a.sameSentence(i, i+1) || a.gap(i+1) != " " {
		return false
	}
	if a.at[i+1] >= 0 {
		return a.cls[i]&roleNoun != 0
	}
	return a.is(i+1, roleNoun|orgNoun|document|groupNoun) && !a.is(i+1, grammar)
}

// nominalAt gives the tokens of the phrase around its head, from the
// determiner on; empty where a bare singular noun stands for nobody in
// particular.
func (a *article) nominalAt(i int) lang.Range {
	first := a.phraseStart(i)
	for first > 0 && a.sameSentence(first-1, i) && (a.determines(first-1, i) || a.number(first-1)) {
		first--
	}
	if a.at1(first-1) == "'s" && a.sameSentence(first-1, i) && first >= 2 {
		return lang.Range{First: a.possessorStart(first - 2), Last: i + 1}
	}
	if !determiner(a.word(first)) && !a.number(first) && (!a.startsPhrase(first) || unowned[a.toks[i].Lower]) && a.cls[i]&groupNoun == 0 && !a.shout[a.toks[i].Sent] && a.toks[i].Sent > 0 {
		return lang.Range{}
	}
	if first > 1 && a.word(first-1) == "of" && a.word(first-2) == "one" {
		first -= 2
	}
	return lang.Range{First: first, Last: i + 1}
}

// unowned are nouns for bodies that mean something else where somebody has them:
// "Ruiz's opposition to the bill".
var unowned = wordSet("opposition defence defense trade force court press media body presidency service business order")

// determines reports whether token k is a determiner of the noun at i: "that" is none
// of a plural, as in "it is certain that millions of people".
func (a *article) determines(k, i int) bool {
	return determiner(a.word(k)) && a.tag(k) != "IN" && (a.word(k) != "that" || !a.pluralForm(i))
}

func (a *article) possessorStart(i int) int {
	if k := a.at[i]; k >= 0 {
		i = a.names[k].toks.First
	}
	for i > 0 && a.sameSentence(i-1, i) && determiner(a.word(i-1)) {
		i--
	}
	return i
}

// entityOfNominal finds or makes the entity of a phrase without a name; -1
// where it belongs to a name beside it.
func (a *article) entityOfNominal(i int, r lang.Range, byHead map[string]int32) int32 {
	if a.besideName(i, r) {
		return -1
	}
	if e := a.equated(i); e >= 0 {
		return e
	}
	head := a.toks[i].Lower
	definite := a.definite(r) || a.barePolice(r)
	if definite && a.cls[i]&(roleNoun|orgNoun|document) != 0 && a.cls[i]&groupNoun == 0 {
		if m := a.roleMeans(r, i, i); len(m) > 0 && (m[0].score >= weakRole || a.cls[i]&roleNoun == 0) {
			if e := &a.ents[m[0].ent]; a.cls[i]&roleNoun == 0 && (e.kind == unsure && a.cls[i]&orgNoun != 0 || head == "website" && !e.sure) {
				e.kind = organization // it is called a company
			}
			a.called[head] = append(a.called[head], mention{tok: int32(i), ent: m[0].ent})
			return m[0].ent
		}
	}
	if definite && a.cls[i]&groupNoun == 0 {
		if list := a.byEpithet(r, i, r.First, -1); len(list) > 0 {
			return list[0].ent
		}
	}
	if e := a.sameNominal(i, r, definite, byHead); e >= 0 {
		a.ents[e].aliases = addOnce(a.ents[e].aliases, a.lowerFirst(r))
		return e
	}
	return a.newNominal(i, r, byHead)
}

// sameNominal is the entity that an earlier phrase with the same head noun made,
// or one of scholars that this one takes up; -1 where there is none.
func (a *article) sameNominal(i int, r lang.Range, definite bool, byHead map[string]int32) int32 {
	if e, ok := byHead[a.toks[i].Lower]; ok && (definite && a.saysNoMore(r, &a.ents[e]) || !definite && a.ofHeadline(e, i)) {
		return e
	}
	if e, ok := byHead[scholarly]; ok && a.onlyScholars(r, i) && a.fresh(e, i) {
		return e
	}
	if e, ok := byHead[studyOf[a.toks[i].Lower]]; ok && a.onlyStudy(r, i) && a.fresh(e, i) {
		return e
	}
	return -1
}

// newNominal makes the entity of a phrase without a name with its head at i.
func (a *article) newNominal(i int, r lang.Range, byHead map[string]int32) int32 {
	head := a.toks[i].Lower
	id := int32(len(a.ents))
	c := a.cls[i]
	e := entity{name: a.describePhrase(r, i), kind: unsure, known: -1, last: -1, head: head, plural: c&groupNoun != 0 || a.pluralForm(i), sure: true}
	e.typ = a.typeOfNoun(i)
	if a.word(r.First) == "one" || a.word(r.First) == "another" {
		e.typ, e.plural = claims.Unnamed, false
		if one, ok := singular(head); ok {
			c |= a.lex.of(one)
		}
		if c&orgNoun != 0 && c&(roleNoun|personWord) == 0 {
			e.typ = claims.Organization // "one of the organizations"
		}
	}
	switch e.typ {
	case claims.Organization, claims.Document:
		e.kind = organization
	default:
		e.kind = person
		e.sex = sexOfClass(c & (roleM | roleF))
	}
	a.ents = append(a.ents, e)
	byHead[head] = id
	if key := studyOf[head]; key != "" && !vague[a.word(r.First)] && (a.word(r.First) != "the" || r.Len() > 2) && !a.othersIn(r) {
		byHead[key] = id
	}
	if _, ok := byHead[scholarly]; scholars[head] && (!ok || r.Len() > 1) && !vague[a.word(r.First)] && !a.othersIn(r) && (a.word(r.First-1) != "of" || !scholars[a.word(r.First-2)]) {
		byHead[scholarly] = id
	}
	return id
}

// saysNoMore reports whether every word of a definite phrase stands in the
// description of the entity: "the officer" can be "an officer of the harbour
// brigade", "the Zelnik government" cannot be "a new government".
func (a *article) saysNoMore(r lang.Range, e *entity) bool {
	words := foldWords(strings.ReplaceAll(e.name, "-", " "))
	for i := r.First; i < r.Last; i++ {
		w := fold(a.toks[i].Lower)
		if a.cls[i]&grammar == 0 && isWord(w) && w != "'s" && !has(words, w) {
			return false
		}
	}
	return true
}

// typeOfNoun is the type of a speaker that is only described.
func (a *article) typeOfNoun(i int) claims.SpeakerType {
	c := a.cls[i]
	switch w := a.toks[i].Lower; {
	case a.word(i+1) == "of" && several[w]:
		return claims.Group
	case w == "police" || c&orgNoun != 0 && c&(groupNoun|roleNoun) == 0:
		return claims.Organization
	case c&people != 0 && c&(document|groupNoun) == 0:
		return claims.Unnamed
	case c&document != 0 && c&roleNoun == 0:
		return claims.Document
	case c&groupNoun != 0 || a.toks[i].Tag == "NNS":
		return claims.Group
	case c&(roleNoun|personWord) != 0 || personal(w):
		return claims.Unnamed
	}
	return claims.Document
}

// personal reports whether a noun that no list has looks like one for a person.
func personal(noun string) bool {
	for _, ending := range []string{"er", "or", "ist", "ian", "ant", "ee", "eer", "man", "woman", "person", "body", "one", "old", "mate", "ess", "ster", "ic", "who"} {
		if strings.HasSuffix(noun, ending) {
			return true
		}
	}
	return !strings.ContainsAny(noun, "abcdefghijklmnopqrstuvwxyz")
}

// several are nouns that make a group of what follows "of".
var several = wordSet("group crowd majority number handful team pair couple coalition host series")

var timeUnits = wordSet("seconds minutes hours days nights weeks weekends months years decades centuries times")

// besideName reports whether the phrase is an appositive of a name: in front
// of it, with or without a comma, or behind it.
func (a *article) besideName(i int, r lang.Range) bool {
	end := a.phraseEnd(r.First)
	if a.at1(r.First-1) == "," && r.First >= 2 && a.at[r.First-2] >= 0 && a.sameSentence(r.First-2, i) && !a.says(end) {
		return true
	}
	if a.at1(end) != "," || end+1 >= len(a.toks) || !a.sameSentence(end+1, i) || a.cls[i]&groupNoun != 0 {
		return false
	}
	k := a.at[end+1]
	if k < 0 && determiner(a.word(end+1)) {
		k = a.nameFrom(end+1, len(a.toks))
	}
	return k >= 0 && a.ents[a.names[k].ent].kind == person
}
