package speakers

import (
	"sort"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// byDescription resolves a source without a name: to somebody named, where the
// phrase is a definite role, or to the description itself.
func (a *article) byDescription(core lang.Range, self int) answer {
	head := a.nounOf(core)
	if head < 0 {
		head = core.Last - 1
	}
	if ans, ok := a.latter(core); ok {
		return ans
	}
	if a.samePerson(core) {
		if e := a.lastUnnamed(core.First); e >= 0 {
			return answer{ent: e, how: "the one who spoke last", sure: 0.8}
		}
	}
	if a.byAge(core) {
		return a.byPronoun(core.First, "one", self)
	}
	if k := a.placeOf(core, head); k >= 0 {
		return a.byName(k)
	}
	if a.definite(core) || a.bareHeadline(core) {
		if ans, ok := a.byRoleMention(core, head, self); ok {
			return ans
		}
		if ans, ok := a.goesOnSpeaking(core, head, self); ok {
			return ans
		}
	}
	if ans, ok := a.namedLater(core, head); ok {
		return ans
	}
	if ans, ok := a.whoComes(core, head); ok {
		return ans
	}
	if ans, ok := a.asGovernment(core, head); ok {
		return ans
	}
	return a.described(core, head, self)
}

// placeOf is the name behind the noun of a place: "the city of Varn"; -1 where
// there is none.
func (a *article) placeOf(core lang.Range, head int) int32 {
	if !a.lex.isPlaceNoun(a.toks[head].Lower) || a.word(head+1) != "of" || head+2 >= len(a.toks) || head > core.First+1 {
		return -1
	}
	k := a.at[head+2]
	if k < 0 || a.names[k].toks.First != head+2 || a.names[k].toks.Last < core.Last || a.ents[a.names[k].ent].kind == person {
		return -1
	}
	return k
}

// byAge reports whether the phrase is like "the 34-year-old" or "the
// 34-year-old from Marren", with or without the article.
func (a *article) byAge(core lang.Range) bool {
	i := core.First
	if a.word(i) == "the" {
		i++
	} else if a.word(i-1) != "the" {
		return false
	}
	return a.number(i) && strings.Contains(strings.ToLower(a.text(lang.Range{First: i, Last: core.Last})), "-year-old")
}

// samePerson reports whether the phrase only points back: "this person".
func (a *article) samePerson(core lang.Range) bool {
	if core.Len() != 2 {
		return false
	}
	first, noun := a.word(core.First), a.word(core.Last-1)
	return (first == "this" || first == "that") && (noun == "person" || noun == "man" || noun == "woman" || noun == "source" || noun == "official") ||
		first == "the" && noun == "latter"
}

// lastUnnamed is the latest single speaker without a name.
func (a *article) lastUnnamed(at int) int32 {
	for i := len(a.spoken) - 1; i >= max(0, len(a.spoken)-longAgo); i-- {
		if u := a.spoken[i]; u.tok < at && u.ent >= 0 && !a.ents[u.ent].named && !a.ents[u.ent].plural {
			return u.ent
		}
	}
	return -1
}

// bareHeadline reports whether the phrase stands in a headline, where the
// article is left out: "Regulator: ...", "Hong Kong leader announces ...".
func (a *article) bareHeadline(core lang.Range) bool {
	return a.inHeadline(core.First) && !determiner(a.word(core.First))
}

// inHeadline reports whether the token stands in a first paragraph of one line
// that does not end like a sentence.
func (a *article) inHeadline(tok int) bool {
	if len(a.doc.Paragraphs) < 2 || !a.doc.Paragraphs[0].Has(tok) {
		return false
	}
	p := a.doc.Paragraphs[0]
	last := a.toks[p.Last-1].Word
	return last != "." && (p.Len() < 40)
}

// byRoleMention resolves "the minister" or "the company".
func (a *article) byRoleMention(core lang.Range, head, self int) (answer, bool) {
	if ans, ok := a.byFamily(core, head); ok {
		return ans, true
	}
	if ans, ok := a.byPair(core, head); ok {
		return ans, true
	}
	if a.cls[head]&(roleNoun|orgNoun|document|personWord) == 0 && !epithets[a.toks[head].Lower] || a.cls[head]&groupNoun != 0 && a.toks[head].Lower != "police" {
		return nobody, false
	}
	full := core
	if full.Last == head+1 {
		if e := a.phraseEnd(core.First); e > full.Last && e <= full.Last+6 && nested(a.word(head+1)) {
			full.Last = e
		}
	}
	list := a.notQuoted(a.notOwner(a.roleMeans(core, head, core.First), core), self)
	if len(list) == 0 {
		if list = a.byEpithet(core, head, core.First, self); len(list) > 0 {
			return answer{
				ent: list[0].ent, how: "“" + a.text(core) + "” takes up " + a.ents[list[0].ent].name, sure: 0.7,
				doubt: "The article does not say in so many words who “" + a.text(core) + "” is.",
			}, true
		}
		return nobody, false
	}
	ans := answer{ent: list[0].ent, how: "“" + a.text(core) + "” is " + a.ents[list[0].ent].name, sure: 0.92}
	if a.cls[head]&roleNoun == 0 {
		ans.sure = 0.82 // a body by what it is
	}
	switch {
	case list[0].score < weakBody && a.cls[head]&roleNoun == 0 && a.cls[head]&orgNoun != 0:
		ans.sure = 0.65
		ans.doubt = "The article does not say in so many words what “" + a.text(core) + "” is."
	case list[0].score < weakRole && a.cls[head]&roleNoun != 0:
		ans.sure = 0.6
		ans.doubt = "The article does not say in so many words who “" + a.text(core) + "” is."
	case len(list) > 1 && list[0].score-list[1].score < closeCall:
		ans.sure = 0.7
		ans.doubt = "“" + a.text(core) + "” could be more than one person in the article."
		for _, s := range list[1:min(len(list), mostCandidates)] {
			ans.others = append(ans.others, s.ent)
		}
	}
	return ans, true
}

// described answers with the words of the text.
func (a *article) described(core lang.Range, head int, self int) answer {
	r := a.withWho(a.beforeIssue(a.untilVerb(core), head), head, self)
	if a.empty(r) {
		return nobody
	}
	typ := a.typeOfNoun(head)
	ans := answer{ent: -1, typ: typ, how: "the text gives no name", sure: describedSure(typ)}
	if i := r.First; possessivePronoun(a.toks[i].Lower) && r.Len() > 1 {
		owner := a.byPronoun(i, a.toks[i].Lower, self)
		if owner.ent >= 0 && a.ents[owner.ent].named && a.toks[i].Lower != "their" {
			ans.name = a.ents[owner.ent].name + "'s " + a.text(lang.Range{First: i + 1, Last: r.Last})
			ans.others, ans.doubt = owner.others, owner.doubt
			ans.sure = owner.sure
		}
	}
	if noSpeaker[a.toks[head].Lower] {
		if by := a.subjectBefore(r.First); by.ent >= 0 {
			return by
		}
	}
	if ans.name == "" {
		ans.name = a.ownedBy(r)
	}
	if ans.name == "" {
		a.ownedByBody(&ans, r)
	}
	if ans.name == "" {
		ans.name = a.lowerFirst(r)
		if name := a.oneOf(r); name != "" {
			ans.name = name
		}
		if name := a.namedTwo(r); name != "" {
			ans.name, ans.typ = name, claims.Group
		}
		if name := a.fellow(r); name != "" {
			ans.name, ans.typ = name, claims.Unnamed
			if a.word(r.Last-1) == "others" {
				ans.typ = claims.Group
			}
		}
	}
	if w := a.word(r.First); (w == "one" || w == "another") && typ == claims.Group {
		ans.typ = claims.Unnamed
	}
	plural := ans.typ == claims.Group || ans.typ == claims.Document && a.pluralForm(head)
	if e := a.mentionAt(head); e >= 0 && !a.ents[e].named {
		return a.sameAs(ans, e, r)
	}
	ans.ent = a.addDescribed(ans.name, typ, plural)
	a.ents[ans.ent].sex = sexOfClass(a.cls[head] & (roleM | roleF))
	return ans
}

// noSpeaker are nouns that never speak: a phrase of theirs was taken for a
// source by mistake.
var noSpeaker = wordSet("time times day days week weeks month months year years way case moment fact addition")

// pluralForm reports whether a noun is a plural by its tag or its form.
func (a *article) pluralForm(i int) bool {
	if a.toks[i].Tag == "NNS" {
		return true
	}
	_, ok := singular(a.toks[i].Lower)
	return ok && a.toks[i].Lower != "news" && a.toks[i].Lower != "series"
}

// untilVerb cuts a description where a clause begins.
func (a *article) untilVerb(r lang.Range) lang.Range {
	for i := r.First + 1; i < r.Last-1; i++ {
		if a.cls[i]&(roleNoun|groupNoun|orgNoun|document) != 0 {
			continue // a noun that the tagger took for a verb
		}
		if a.glued(i+1) && dash(a.at1(i+1)) || a.toks[i].Lower == "'s" {
			continue // "would-be", "the WHO's website"
		}
		switch a.toks[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return lang.Range{First: r.First, Last: i}
		}
	}
	return r
}

func possessivePronoun(w string) bool {
	switch w {
	case "his", "her", "their", "its":
		return true
	}
	return false
}

// mentionAt is the entity mentioned with its head at a token, or -1.
func (a *article) mentionAt(tok int) int32 {
	k := sort.Search(len(a.mentions), func(i int) bool { return int(a.mentions[i].tok) >= tok })
	if k < len(a.mentions) && int(a.mentions[k].tok) == tok {
		return a.mentions[k].ent
	}
	return -1
}

// addDescribed makes an entity for a speaker without a name of its own.
func (a *article) addDescribed(name string, typ claims.SpeakerType, plural bool) int32 {
	e := entity{name: name, typ: typ, plural: plural, known: -1, last: -1, sure: true, kind: person}
	if typ == claims.Organization || typ == claims.Document {
		e.kind = organization
	}
	a.ents = append(a.ents, e)
	return int32(len(a.ents) - 1)
}
