package speakers

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// answer is what one mention of a source comes to.
type answer struct {
	ent    int32 // -1 where there is only a description
	name   string
	typ    claims.SpeakerType
	others []int32 // further entities that it could be
	known  []int   // speakers of the archive that it could be
	doubt  string
	how    string
	sure   float64
}

var nobody = answer{ent: -1}

// readSource resolves the tokens of a source mention.
func (a *article) readSource(r lang.Range, self int) answer {
	const longest = 80 // words that nobody's description needs
	r.Last = min(r.Last, r.First+longest)
	if r = a.strip(r); r.Len() <= 0 {
		return nobody
	}
	r = a.mended(r)
	if pairs := a.conjuncts(r); len(pairs) > 1 {
		return a.joint(pairs, self)
	}
	if w := a.word(r.First); r.Len() == 1 || w == "whom" || w == "who" && !acronym(a.toks[r.First].Word) {
		if ans, ok := a.readPronoun(r.First, self); ok {
			return ans
		}
	}
	if w := a.word(r.First); r.Len() == 2 && possessivePronoun(w) && a.word(r.First+1) == "own" {
		return a.byPronoun(r.First, w, self)
	}
	core := lang.Range{First: r.First, Last: a.coreEnd(r)}
	if ans, ok := a.partyMember(core, self); ok {
		return ans
	}
	if n := a.cutShort(core); n >= 0 {
		return a.byName(n)
	}
	if n := a.calledBy(a.nounOr(core)); n >= 0 && a.names[n].toks.Last >= core.Last {
		return a.byName(n)
	}
	if n := a.introduced(core, r); n >= 0 {
		return a.byName(n)
	}
	if n := a.headName(core); n >= 0 {
		if k := a.ledTo(n, r); k >= 0 {
			n = k
		}
		return a.byName(n)
	}
	if n := a.tailName(core, r); n >= 0 && a.namesInner(core, a.nounOr(core), n) {
		core.Last = a.names[n].toks.Last
	} else if n >= 0 {
		return a.byName(n)
	}
	if n := a.withoutName(core); n >= 0 {
		return a.byName(n)
	}
	if ans, ok := a.whoseWords(core, self); ok {
		return ans
	}
	if ans, ok := a.byIssuer(core, self); ok {
		return ans
	}
	return a.byDescription(core, self)
}

// strip takes off what stands around a mention without belonging to it:
// marks, "according to", "both", a possessive ending.
func (a *article) strip(r lang.Range) lang.Range {
	r = a.behindQuotation(lang.Range{First: max(r.First, 0), Last: min(r.Last, len(a.toks))})
	for r.First < r.Last && (!isWord(a.toks[r.First].Word) && !a.number(r.First) || leads(a.toks[r.First].Lower) && (a.word(r.First) != "both" || a.word(r.First+1) != "of")) {
		if r.Len() == 1 && isWord(a.toks[r.First].Word) {
			break
		}
		r.First++
	}
	if strings.HasPrefix(a.tag(r.First), "RB") && a.word(r.First+1) == "," && r.Len() > 2 {
		r.First += 2 // "Additionally, ..."
	}
	for r.Last > r.First && (!isWord(a.toks[r.Last-1].Word) && !a.number(r.Last-1) || a.toks[r.Last-1].Lower == "'s" || r.Len() > 1 && (trails[a.toks[r.Last-1].Word] || a.adverb(r.Last-1))) {
		r.Last--
	}
	return a.withoutTime(r)
}

// behindQuotation leaves out the end of a quotation that was taken with the
// source; one that begins inside the source belongs to it.
func (a *article) behindQuotation(r lang.Range) lang.Range {
	if r.Len() <= 0 || a.toks[r.First].Quote < 0 {
		return r
	}
	for i := r.Last - 2; i > r.First; i-- {
		w := a.toks[i].Word
		if a.at[i] < 0 && quoteMark(w) && w != "'" && w != "’" && a.toks[i].Quote >= 0 && a.toks[i+1].Quote < 0 {
			r.First = i + 1
			break
		}
	}
	return r
}

// trails are words behind a mention that belong to the saying.
var trails = wordSet("yesterday today tonight also both themselves himself herself itself")

// adverb reports whether the token is an adverb of manner.
func (a *article) adverb(i int) bool {
	return a.at[i] < 0 && a.tag(i) == "RB" && strings.HasSuffix(a.toks[i].Word, "ly") && !a.is(i, roleNoun|orgNoun|groupNoun)
}

func leads(w string) bool {
	switch w {
	case "both", "by", "according", "to", "from", "even", "and", "but", "as", "either", "not", "only", "like":
		return true
	}
	return false
}

// coreEnd is where the noun phrase itself ends and an appositive, a relative
// clause or a bracket begins.
func (a *article) coreEnd(r lang.Range) int {
	for i := r.First + 1; i < r.Last; i++ {
		if k := a.at[i]; k >= 0 && a.names[k].toks.First < i {
			continue
		}
		if a.toks[i].Word == "," && a.number(i-1) && a.number(i+1) && a.cls[max(i-2, 0)]&calendar != 0 {
			continue // "a March 14, 2019 press release"
		}
		if acronym(a.toks[i].Word) {
			continue // the WHO
		}
		if k := a.behindBracket(i); k > 0 && a.at[k] >= 0 && a.names[a.at[k]].toks.First == k {
			i = k // "Justice (retd) Ana Ruiz"
			continue
		}
		if i+2 <= r.Last && a.stateBehind(r.First, i) {
			i++
			continue // "police in Baytree, Texas"
		}
		switch a.toks[i].Lower {
		case ",", "(", "—", "–", "--", ";", ":", "who", "which", "whose", "whom", "where":
			return i
		case "that":
			if a.toks[i].Tag != "DT" {
				return i
			}
		}
	}
	return r.Last
}

// behindBracket is the token behind the bracket of a word that opens at i, 0
// where none does.
func (a *article) behindBracket(i int) int {
	if a.at1(i) == "(" && a.at1(i+2) == ")" && i+3 < len(a.toks) {
		return i + 3
	}
	return 0
}

// headName is the index of the name that a noun phrase is headed by, or -1:
// "harbour minister Ana Ruiz", but not "a spokesman for Delmar Rail" or "the
// Ruiz campaign".
func (a *article) headName(core lang.Range) int32 {
	last := int32(-1)
	for i := core.First; i < core.Last; i++ {
		k := a.at[i]
		if k < 0 || a.names[k].toks.First != i && i != core.First {
			continue
		}
		n := &a.names[k]
		end := min(n.toks.Last, core.Last)
		next := a.word(end)
		switch {
		case end >= core.Last, a.saysWhat(n, end, core):
			last = k
		case next == "'s" || next == "'" || next == "’":
			continue
		case a.says(end) && n.toks.First == core.First && a.cls[end]&(roleNoun|groupNoun|orgNoun|document) == 0, phraseBreak(next) || next == "himself" || next == "herself" || next == "itself" || next == "themselves":
			if !a.underPreposition(core, n) {
				return k
			}
		}
	}
	if last < 0 || a.underPreposition(core, &a.names[last]) {
		return -1
	}
	return last
}

// saysWhat reports whether the words behind the name only say what it is: "the
// Delmar Wire news agency".
func (a *article) saysWhat(n *name, end int, core lang.Range) bool {
	const longest = 2
	if !n.the || end < core.Last-longest || n.kind == person && n.sure {
		return false
	}
	for i := end; i < core.Last; i++ {
		if w := a.word(i); !outlets[w] && w != "news" {
			return false
		}
	}
	return true
}

// outlets are nouns for those who publish, as they stand behind a name.
var outlets = wordSet("agency newspaper magazine website channel network broadcaster newswire wire daily weekly tabloid broadsheet outlet portal")

// underPreposition reports whether the name is not the head but what a noun
// before it is of, for or from. A title without a determiner that is followed
// by a body and then a person is none: "director of Delmar Rail Ana Ruiz".
func (a *article) underPreposition(core lang.Range, n *name) bool {
	start := n.toks.First
	if n.role.Len() > 0 {
		start = n.role.First
		if start <= core.First {
			return false
		}
	}
	noun := false
	for i := core.First; i < start; i++ {
		w := a.toks[i].Lower
		if tag := a.toks[i].Tag; nested(w) || w == "such" || w == "like" || tag == "IN" || tag == "VBN" || tag == "VBG" {
			if noun {
				return !a.bareTitle(core) || n.role.Len() == 0 && !a.closesTitle(core, n)
			}
		}
		noun = noun || isWord(w) && a.cls[i]&grammar == 0
	}
	return false
}

// closesTitle reports whether a full name ends a phrase that opens with a role
// and stands behind a word that is no preposition: "driver and mother of nine Ana
// Ruiz", but not "friend of Ana Ruiz".
func (a *article) closesTitle(core lang.Range, n *name) bool {
	before := a.word(n.toks.First - 1)
	head := a.nounOf(core)
	return n.kind == person && len(n.words) > 1 && n.toks.Last >= core.Last && !nested(before) && !determiner(before) &&
		head >= 0 && head < n.toks.First && a.cls[head]&(roleNoun|personWord) != 0
}

// bareTitle reports whether the phrase opens with a role and no determiner.
func (a *article) bareTitle(core lang.Range) bool {
	return !determiner(a.word(core.First)) && a.cls[core.First]&groupNoun == 0
}

// byName answers with the entity of a name.
func (a *article) byName(k int32) answer {
	n := &a.names[k]
	ans := answer{ent: n.ent, how: "named in the source", sure: 0.97}
	e := &a.ents[n.ent]
	if len(n.words) > 1 || !e.named {
		return ans
	}
	if len(e.words) > 1 {
		ans.how = "the only " + n.text + " of the article"
		ans.sure = 0.95
		if rivals := a.rivals(n, n.words[0]); len(rivals) > 0 {
			ans.others = rivals
			ans.how = "the " + n.text + " spoken of last"
			ans.doubt = "Several people in the article are called " + n.text + "."
			ans.sure = 0.75
		}
		if e.kind == person && !has(e.words, n.words[0]) {
			ans.how = "a spelling of " + e.name
			ans.doubt = "The article also writes the name “" + n.text + "”; it may be somebody else's."
			ans.sure = 0.75
		}
		return ans
	}
	ans.sure = 0.85
	ans.how = onlyName
	return ans
}

const onlyName = "the article gives no fuller name"

// rivals lists the other entities that a name of one word could mean.
func (a *article) rivals(n *name, w string) []int32 {
	var out []int32
	bucket := a.byWord[w]
	for k := len(bucket) - 1; k >= 0 && k >= len(bucket)-bucketSize; k-- {
		e := &a.ents[bucket[k]]
		if bucket[k] == n.ent || e.kind != person || len(e.words) < 2 || e.words[len(e.words)-1] != w {
			continue
		}
		if n.role.Len() > 0 && n.sex != unknown && e.sex != unknown && n.sex != e.sex {
			continue
		}
		if len(out) < mostCandidates {
			out = append(out, bucket[k])
		}
	}
	return out
}
