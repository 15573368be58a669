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
	doubt  string
	how    string
	sure   float64
}

var nobody = answer{ent: -1}

// readSource resolves the tokens of a source mention.
func (a *article) readSource(r lang.Range, self int) answer {
	const longest = 80 // words that nobody's description needs
	r.Last = min(r.Last, r.First+longest)
	r = a.strip(r)
	if r.Len() <= 0 {
		return nobody
	}
	if pairs := a.conjuncts(r); len(pairs) > 1 {
		return a.joint(pairs, self)
	}
	if r.Len() == 1 {
		if ans, ok := a.readPronoun(r.First, self); ok {
			return ans
		}
	}
	core := lang.Range{First: r.First, Last: a.coreEnd(r)}
	if n := a.cutShort(core); n >= 0 {
		return a.byName(n)
	}
	if n := a.headName(core); n >= 0 {
		return a.byName(n)
	}
	if n := a.tailName(core, r); n >= 0 {
		return a.byName(n)
	}
	if ans, ok := a.whoseWords(core, self); ok {
		return ans
	}
	return a.byDescription(core, self)
}

// strip takes off what stands around a mention without belonging to it:
// marks, "according to", "both", a possessive ending.
func (a *article) strip(r lang.Range) lang.Range {
	r.First, r.Last = max(r.First, 0), min(r.Last, len(a.toks))
	for i := r.Last - 2; i > r.First; i-- {
		if a.at[i] < 0 && quoteMark(a.toks[i].Word) && a.toks[i].Lower != "'" && a.toks[i].Lower != "’" && a.toks[i].Quote >= 0 && a.toks[i+1].Quote < 0 {
			r.First = i + 1 // the end of a quotation was taken with the source
			break
		}
	}
	for r.First < r.Last && (!isWord(a.toks[r.First].Word) && !a.number(r.First) || leads(a.toks[r.First].Lower)) {
		if r.Len() == 1 && isWord(a.toks[r.First].Word) {
			break
		}
		r.First++
	}
	for r.Last > r.First && (!isWord(a.toks[r.Last-1].Word) && !a.number(r.Last-1) || a.toks[r.Last-1].Lower == "'s") {
		r.Last--
	}
	return r
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
		switch a.toks[i].Lower {
		case ",", "(", "—", "–", ";", ":", "who", "which", "whose", "whom", "where":
			return i
		case "that":
			if a.toks[i].Tag != "DT" {
				return i
			}
		}
	}
	return r.Last
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
		case end >= core.Last:
			last = k
		case next == "'s" || next == "'" || next == "’":
			continue
		case phraseBreak(next) || next == "himself" || next == "herself" || next == "itself" || next == "themselves":
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
				return n.role.Len() == 0 || !a.bareTitle(core)
			}
		}
		noun = noun || isWord(w) && a.cls[i]&grammar == 0
	}
	return false
}

// bareTitle reports whether the phrase opens with a role and no determiner.
func (a *article) bareTitle(core lang.Range) bool {
	return !determiner(a.word(core.First)) && a.cls[core.First]&groupNoun == 0
}

// spokenNouns are nouns for what somebody says; whoever they belong to speaks.
var spokenNouns = wordSet(`words word verdict answer reply response message advice motto comment comments remark remarks reaction
	conclusion plea promise claim warning explanation question request demand argument prediction prognosis pledge vow apology
	excuse complaint view opinion`)

// whoseWords resolves "Ana Ruiz's verdict on the cake" and "her answer" to
// whose they are.
func (a *article) whoseWords(core lang.Range, self int) (answer, bool) {
	for i := core.First + 1; i < core.Last; i++ {
		if !spokenNouns[a.toks[i].Lower] {
			continue
		}
		for j := i - 1; j >= core.First; j-- {
			if possessivePronoun(a.toks[j].Lower) {
				return a.byPronoun(j, a.toks[j].Lower, self), true
			}
			if k := a.at[j]; k >= 0 && (a.word(a.names[k].toks.Last) == "'s" || a.word(a.names[k].toks.Last) == "'") {
				return a.byName(k), true
			}
		}
		return nobody, false
	}
	return nobody, false
}

// cutShort is the name whose title or role the source ends with, where the
// mention was cut off in front of the name: "shepherd" of "shepherd Ilse Ruiz";
// -1 where it was not. Of an appositive that was taken without its name it is
// that name.
func (a *article) cutShort(core lang.Range) int32 {
	last := core.Last - 1
	if k := a.owner[last]; k >= 0 && a.names[k].toks.First >= core.Last {
		return k
	}
	if k := a.namedInFront(core); k >= 0 {
		return k
	}
	head := a.headOf(core)
	if h := a.toks[head].Head; a.toks[head].Rel == "appos" && h >= 0 && h < core.First && a.at[h] >= 0 && a.at[head] < 0 {
		return a.at[h]
	}
	return -1
}

// namedInFront is the name that opens the sentence, if the source is the
// appositive behind it: "Ana Ruiz, the harbour minister" taken without "Ana
// Ruiz"; -1 where it is not.
func (a *article) namedInFront(core lang.Range) int32 {
	i := core.First - 2
	if i < 0 || a.toks[i+1].Lower != "," || a.at[i] < 0 || !determiner(a.word(core.First)) || !a.sameSentence(i, core.First) {
		return -1
	}
	n := &a.names[a.at[i]]
	start := n.toks.First
	if n.role.Len() > 0 {
		start = n.role.First
	}
	if start == a.doc.Sentences[a.toks[i].Sent].First && a.cls[a.nounOr(core)]&roleNoun != 0 {
		return a.at[i]
	}
	return -1
}

// nounOr is the noun of a phrase, its last token where it has none.
func (a *article) nounOr(r lang.Range) int {
	if h := a.nounOf(r); h >= 0 {
		return h
	}
	return r.Last - 1
}

// tailName is the name in apposition behind a description: "The mayor of
// Ravensey, Ana Ruiz"; -1 where there is none.
func (a *article) tailName(core, r lang.Range) int32 {
	i := core.Last
	if i >= r.Last || a.toks[i].Lower != "," && a.toks[i].Lower != "—" && a.toks[i].Lower != "–" {
		return -1
	}
	k := a.nameFrom(i+1, r.Last)
	if k < 0 {
		return -1
	}
	end := a.names[k].toks.Last
	if end < r.Last && a.toks[end].Lower != "," && a.toks[end].Lower != "'s" && a.toks[end].Lower != "(" && !phraseBreak(a.toks[end].Lower) {
		return -1
	}
	if head := a.nounOf(core); head >= 0 && a.cls[head]&groupNoun != 0 && !strings.HasPrefix(a.word(core.First), "one") {
		return -1
	}
	return k
}

// nameFrom is the name that begins, with its title and role, at token i: "Ana
// Ruiz", "harbour minister Ana Ruiz"; -1 where another word does.
func (a *article) nameFrom(i, end int) int32 {
	const longest = 12
	for j := i; j < end && j < i+longest; j++ {
		if k := a.at[j]; k >= 0 && a.names[k].toks.First == j {
			if n := &a.names[k]; j == i || n.role.Len() > 0 && n.role.First <= i || determiner(a.word(i)) && n.role.Len() > 0 && n.role.First <= i+1 {
				return k
			}
		}
	}
	return -1
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
		return ans
	}
	ans.sure = 0.85
	ans.how = "the article gives no fuller name"
	return ans
}

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

// conjuncts divides joint speakers: "A and B", "A, B and C". A single part is
// no joint source.
func (a *article) conjuncts(r lang.Range) []lang.Range {
	and := a.topLevelAnd(r)
	if and < 0 {
		return nil
	}
	left, right := lang.Range{First: r.First, Last: and}, lang.Range{First: and + 1, Last: r.Last}
	if a.word(left.Last-1) == "," {
		left.Last--
	}
	var out []lang.Range
	start := left.First
	for i := left.First; i < left.Last; i++ {
		inside := a.at[i] >= 0 && a.names[a.at[i]].toks.First < i
		if a.toks[i].Lower == "," && !inside {
			out = a.addConjunct(out, lang.Range{First: start, Last: i})
			start = i + 1
		}
	}
	out = a.addConjunct(out, lang.Range{First: start, Last: left.Last})
	if len(out) == 0 {
		return nil
	}
	return append(out, right)
}

// addConjunct takes a part that can speak for itself; an appositive between
// commas cannot.
func (a *article) addConjunct(out []lang.Range, part lang.Range) []lang.Range {
	if part.Len() == 0 || len(out) > 0 && a.headName(part) < 0 {
		return out
	}
	return append(out, part)
}

// topLevelAnd finds the "and" that joins two speakers, or -1.
func (a *article) topLevelAnd(r lang.Range) int {
	comma := false
	for i := r.First + 1; i < r.Last-1; i++ {
		w := a.toks[i].Lower
		if w == "who" || w == "which" || w == "whose" {
			return -1
		}
		comma = comma || w == ","
		if w != "and" && w != "&" || a.at[i] >= 0 && a.names[a.at[i]].toks.Has(i-1) && a.names[a.at[i]].toks.Has(i+1) {
			continue
		}
		if a.joins(lang.Range{First: r.First, Last: i}, lang.Range{First: i + 1, Last: r.Last}, comma) {
			return i
		}
	}
	return -1
}

// joins reports whether both sides of an "and" are speakers, and not two roles
// of one person or two objects of one preposition.
func (a *article) joins(left, right lang.Range, comma bool) bool {
	rightCore := lang.Range{First: right.First, Last: a.coreEnd(right)}
	rightName := a.headName(rightCore) >= 0
	leftCore := lang.Range{First: left.First, Last: a.coreEnd(left)}
	leftName := a.headName(leftCore) >= 0
	switch {
	case comma && !(leftName && rightName && (a.word(left.Last-1) == "," || !a.hasNoun(left))):
		return false
	case leftName:
		return rightName || determiner(a.word(right.First)) || a.groupIn(rightCore)
	case a.groupIn(leftCore) && a.underNoun(leftCore):
		return determiner(a.word(right.First))
	case determiner(a.word(left.First)) || a.groupIn(leftCore) || a.word(left.First) == "he" || a.word(left.First) == "she":
		return rightName && !a.underNoun(leftCore) || determiner(a.word(right.First)) || a.groupIn(rightCore)
	}
	return false
}

// hasNoun reports whether a common noun for a role stands behind a comma of
// the part: an appositive.
func (a *article) hasNoun(r lang.Range) bool {
	behind := false
	for i := r.First; i < r.Last; i++ {
		behind = behind || a.toks[i].Lower == ","
		if behind && a.at[i] < 0 && a.cls[i]&(roleNoun|orgNoun) != 0 {
			return true
		}
	}
	return false
}

func (a *article) groupIn(r lang.Range) bool {
	h := a.nounOf(r)
	return h >= 0 && a.cls[h]&groupNoun != 0 && a.at[h] < 0
}

// underNoun reports whether the phrase goes on with a preposition behind its
// noun.
func (a *article) underNoun(r lang.Range) bool {
	for i := r.First + 1; i < r.Last; i++ {
		if nested(a.toks[i].Lower) {
			return true
		}
	}
	return false
}

// joint answers with several speakers as one.
func (a *article) joint(parts []lang.Range, self int) answer {
	names := make([]string, 0, len(parts))
	ans := answer{ent: -1, typ: claims.Group, how: "joint speakers", sure: 0.95}
	for _, p := range parts {
		one := a.readSource(p, self)
		a.finish(&one)
		if one.name == "" {
			one.name = a.text(a.untilVerb(p))
		}
		names = append(names, one.name)
		ans.sure = min(ans.sure, one.sure)
		if one.doubt != "" {
			ans.doubt, ans.others = one.doubt, one.others
		}
	}
	last := len(names) - 1
	ans.name = strings.Join(names[:last], ", ") + " and " + names[last]
	ans.ent = a.addDescribed(ans.name, claims.Group, true)
	return ans
}
