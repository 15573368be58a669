package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

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
// -1 where it was not.
func (a *article) cutShort(core lang.Range) int32 {
	last := core.Last - 1
	if k := a.owner[last]; k >= 0 && a.names[k].toks.First >= core.Last && !a.namesInner(core, a.nounOr(core), k) {
		return k
	}
	return -1
}

// withoutName is the name in front of an appositive that was taken without it;
// -1 where there is none.
func (a *article) withoutName(core lang.Range) int32 {
	if k := a.namedInFront(core); k >= 0 {
		return k
	}
	head := a.headOf(core)
	h := a.toks[head].Head
	if a.toks[head].Rel != "appos" || h < 0 || h >= core.First || a.at[h] < 0 || a.at[head] >= 0 || isWord(a.at1(core.First-1)) {
		return -1
	}
	k := a.at[h]
	if near := core.First - 2; a.at1(core.First-1) == "," && a.sameSentence(near, core.First) && a.at[near] >= 0 {
		k = a.at[near]
	}
	kind, c := a.ents[a.names[k].ent].kind, a.cls[a.nounOr(core)]
	if kind == location || kind == organization && c&(roleNoun|groupNoun) != 0 && c&orgNoun == 0 {
		return -1
	}
	return k
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

// introduced is the person whom a description with "a" or "one of" leads to,
// whatever names are in it: "A Republican Assemblywoman, Ana Ruiz", "One of these
// groups, the Varn Front"; -1 where it leads to nobody.
func (a *article) introduced(core, r lang.Range) int32 {
	switch a.word(core.First) {
	case "a", "an", "one":
	default:
		return -1
	}
	k := a.tailName(core, r)
	if k < 0 || a.namesInner(core, a.nounOr(core), k) {
		return -1
	}
	if e := &a.ents[a.names[k].ent]; e.kind == person && len(a.names[k].words) < 2 {
		return -1
	}
	return k
}

// ledTo is the person that a mention which opens with a body leads to: "Haldon
// University, Varn's director Ana Ruiz"; -1 where it leads to nobody.
func (a *article) ledTo(body int32, r lang.Range) int32 {
	if a.ents[a.names[body].ent].kind == person {
		return -1
	}
	for i := r.Last - 1; i >= a.names[body].toks.Last; i-- {
		if k := a.at[i]; k >= 0 {
			n := &a.names[k]
			if n.kind == person && n.role.Len() > 0 && n.toks.Last == r.Last {
				return k
			}
			return -1
		}
	}
	return -1
}

// tailName is the name in apposition behind a description: "The mayor of
// Ravensey, Ana Ruiz"; -1 where there is none.
func (a *article) tailName(core, r lang.Range) int32 {
	i := a.behindAlias(core.Last, r.Last)
	if i >= r.Last || a.toks[i].Lower != "," && a.toks[i].Lower != "—" && a.toks[i].Lower != "–" && a.toks[i].Lower != "--" {
		return -1
	}
	k := a.nameFrom(i+1, r.Last)
	if k < 0 {
		k = a.nameClosing(i+1, r.Last)
	}
	if next := i + 2; k < 0 && a.word(core.First) == "one" && a.word(i+1) == "the" && next < r.Last && a.at[next] >= 0 && a.names[a.at[next]].toks.First == next {
		k = a.at[next] // "One of these groups, the Varn Front"
	}
	if k < 0 {
		return -1
	}
	if a.ents[a.names[k].ent].kind == location && !a.lex.isPlaceNoun(a.toks[a.nounOr(core)].Lower) {
		return -1 // "in Newtown, Connecticut"
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

// behindAlias is the first token behind the bracket that opens at i: "The secretary
// of the RMT (Rail and Metro Workers), Ana Ruiz"; i where none does.
func (a *article) behindAlias(i, end int) int {
	const longest = 16
	if a.at1(i) != "(" {
		return i
	}
	for k := i + 1; k < end && k < i+longest; k++ {
		if a.at1(k) == ")" {
			return k + 1
		}
	}
	return i
}

// namesInner reports whether the name behind a description is that of somebody
// inside it: "a list released by the operator, Skua Air", "a friend of her
// husband, Bo Marsh".
func (a *article) namesInner(core lang.Range, head int, k int32) bool {
	inner := 0
	for i := head + 1; i < core.Last-1 && inner == 0; i++ {
		if nested(a.toks[i].Lower) || a.toks[i].Lower == "by" {
			inner = i + 1
		}
	}
	if inner == 0 || a.at[core.Last-1] >= 0 {
		return false
	}
	e := &a.ents[a.names[k].ent]
	body := e.kind == organization || !e.sure && a.word(inner-1) == "for" && a.cls[core.Last-1]&orgNoun != 0
	switch {
	case possessivePronoun(a.word(inner)):
		return true
	case a.cls[head]&roleNoun != 0:
		return body
	}
	return a.cls[head]&document != 0 && a.cls[head]&orgNoun == 0
}

// nameClosing is the full name that ends the words from i to the next comma,
// where only nouns and numbers stand before it: "former world No 5 Ana Ruiz";
// -1 where there is none.
func (a *article) nameClosing(i, end int) int32 {
	const longest = 8
	if determiner(a.word(i)) {
		i++ // "the qualifier Ana Ruiz"
	}
	for j := i; j < end && j < i+longest; j++ {
		if next := a.behindBracket(j); next > 0 {
			j = next // "Justice (retd) Ana Ruiz"
		}
		k := a.at[j]
		if k >= 0 && a.names[k].toks.First == j && len(a.names[k].words) > 1 {
			if n := &a.names[k]; n.kind != organization && (n.toks.Last >= end || a.at1(n.toks.Last) == ",") {
				return k
			}
			return -1
		}
		switch tag := a.toks[j].Tag; {
		case strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"), tag == "CD", trimStop(a.toks[j].Lower) == "no":
		default:
			return -1
		}
	}
	return -1
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
