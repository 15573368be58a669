package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// mended gives the tokens of a source that was cut too wide or too short: what
// belongs to the saying in front of it is left out ("At the time, the prime
// minister"), the person that a body stands beside is taken in ("Ana Ruiz of the
// group Save the Ford", given as "Save the Ford"), and so is the name behind a
// description ("one of the authors, botanist Ana Ruiz,").
func (a *article) mended(r lang.Range) lang.Range {
	r.First = a.behindAdverbial(r)
	r.Last = a.behindPreposition(r)
	r.Last = a.beforeSecondVerb(r)
	if k := a.personOf(r); k >= 0 {
		r.First = a.names[k].toks.First
	}
	r.First = a.groupBefore(r)
	if k := a.nameAfter(r); k >= 0 {
		r.Last = a.names[k].toks.Last
	}
	return r
}

// behindAdverbial is the first token behind the adverbial and comma that a
// source opens with, or that the preposition in front of it opens.
func (a *article) behindAdverbial(r lang.Range) int {
	first := r.First
	if !a.sets(first) && !(a.sets(first-1) && a.initial(first-1) && a.sameSentence(first-1, first)) {
		return first
	}
	for i := first + 1; i < r.Last-1; i++ {
		if a.toks[i].Word != "," || a.number(i-1) && a.number(i+1) || a.at[i] >= 0 {
			continue
		}
		next := i + 1
		if determiner(a.word(next)) || amounts[a.word(next)] || a.at[next] >= 0 || a.owner[next] >= 0 || a.is(next, groupNoun|roleNoun|orgNoun) {
			return next
		}
		return first
	}
	return first
}

// behindPreposition is the end of a source that was cut behind its preposition:
// "a statement released by" of "a statement released by Ruiz's office".
func (a *article) behindPreposition(r lang.Range) int {
	switch a.word(r.Last - 1) {
	case "by", "from", "of":
		if r.Len() > 1 && a.sameSentence(r.Last-1, r.Last) {
			return max(r.Last, a.phraseEnd(r.Last))
		}
	}
	return r.Last
}

// beforeSecondVerb is the end of a source that was taken with the first of two
// verbs: "Ruiz" of "Ruiz gave no reason but (hinted)".
func (a *article) beforeSecondVerb(r lang.Range) int {
	switch a.word(r.Last - 1) {
	case "and", "but", "or":
		for i := r.First + 1; i < r.Last-1; i++ {
			if a.at[i] < 0 && a.says(i) && !relativePronoun(a.word(i-1)) {
				if a.toks[i-1].Word == "," {
					return i - 1
				}
				return i
			}
		}
	}
	return r.Last
}

// amounts open phrases about a part of a group.
var amounts = wordSet("about nearly almost roughly half around")

// sets reports whether the token opens a phrase that tells when or where, and
// not who.
func (a *article) sets(i int) bool {
	switch a.word(i) {
	case "at", "in", "during", "on", "after", "before", "since", "earlier", "later", "last", "throughout", "until", "following", "amid":
		return a.at[i] < 0
	}
	return false
}

// personOf is the person whose body the source is, where the person is the
// subject and the body was taken alone; -1 where it is not so.
func (a *article) personOf(r lang.Range) int32 {
	const longest = 5
	for i := r.First - 1; i > 0 && i >= r.First-longest && a.sameSentence(i, r.First); i-- {
		w := a.toks[i].Lower
		if w == "of" || w == "from" || w == "at" || w == "with" {
			k := a.at[i-1]
			if k < 0 || a.at[r.Last-1] == k {
				return -1
			}
			if n := &a.names[k]; len(n.words) > 1 && a.ents[n.ent].kind == person && a.free(n) && a.isBody(r) {
				return k
			}
			return -1
		}
		if t := a.toks[i].Tag; a.at[i] >= 0 || !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && !determiner(w) {
			return -1
		}
	}
	return -1
}

// groupBefore is where a group begins whose body or place was taken alone: "politicians
// of the Ford Party", given as "the Ford Party"; the first token of the source
// where there is none.
func (a *article) groupBefore(r lang.Range) int {
	i := r.First - 1
	if a.word(i) == "the" {
		i--
	}
	switch a.word(i) {
	case "of", "from", "at":
	default:
		return r.First
	}
	head := i - 1
	if head < 0 || !a.sameSentence(head, r.First) || a.at[head] >= 0 || a.tag(head) != "NNS" || a.cls[head]&groupNoun == 0 || a.cls[head]&(document|orgNoun) != 0 || a.headName(r) < 0 {
		return r.First
	}
	first := a.phraseStart(head)
	if nested(a.word(first-1)) || determiner(a.word(first-1)) && nested(a.word(first-2)) || a.word(first-1) == "by" {
		return r.First
	}
	return first
}

// free reports whether a name is the subject or depends on no word in front of
// it.
func (a *article) free(n *name) bool {
	first := n.toks.First
	if n.role.Len() > 0 {
		first = n.role.First
	}
	if a.partOf(n.toks) == subject || a.doc.Sentences[a.toks[first].Sent].First == first {
		return true
	}
	t := a.tag(first - 1)
	return t != "IN" && t != "TO" && !strings.HasPrefix(t, "VB") && !determiner(a.word(first-1))
}

// isBody reports whether a source is a body, by name or by noun.
func (a *article) isBody(r lang.Range) bool {
	if k := a.headName(r); k >= 0 {
		e := &a.ents[a.names[k].ent]
		return e.kind != person || !e.sure
	}
	head := a.nounOf(r)
	return head >= 0 && a.cls[head]&orgNoun != 0 && a.cls[head]&roleNoun == 0
}

// nameAfter is the person named between commas, or right in front of a verb of
// saying, behind a source that only describes; -1 where there is none.
func (a *article) nameAfter(r lang.Range) int32 {
	if a.at1(r.Last) != "," || !a.sameSentence(r.Last-1, r.Last) || a.headName(r) >= 0 {
		return -1
	}
	k := a.nameFrom(r.Last+1, len(a.toks))
	if k < 0 {
		k = a.nameClosing(r.Last+1, len(a.toks))
	}
	if k < 0 || a.ents[a.names[k].ent].kind != person || len(a.names[k].words) < 2 {
		return -1
	}
	head := a.nounOf(r)
	if one := a.word(r.First) == "one"; head < 0 || !one && (a.cls[head]&(roleNoun|people) == 0 || a.cls[head]&groupNoun != 0) {
		return -1
	}
	if end := a.names[k].toks.Last; !a.closesAppositive(end) && !speaksOf[a.toks[min(end, len(a.toks)-1)].Lemma] {
		return -1
	}
	return k
}
