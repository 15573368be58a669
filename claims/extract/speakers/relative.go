package speakers

import (
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// relative resolves "who", "which" and "that" to the words right in front.
func (a *article) relative(tok int) answer {
	if w := a.word(tok - 1); anyBody[w] {
		return answer{ent: -1, name: w, typ: claims.Unnamed, how: "the text gives no name", sure: 0.8}
	}
	if i := a.beforeParticiple(tok); i >= 0 { // a study, paid for by the county, which found
		if e := a.mentionAt(i); e >= 0 {
			return a.inFront(e, tok)
		}
		if r := a.nominalAt(i); r.Len() > 0 && a.at[i] < 0 {
			return a.described(r, i, -1)
		}
	}
	if ans, ok := a.relativeByParse(tok); ok {
		return ans
	}
	i := tok - 1
	for i >= 0 && a.sameSentence(i, tok) && (a.toks[i].Lower == "," || nested(a.toks[i].Lower) || a.toks[i].Tag == "RB" && a.at[i] < 0) {
		i--
	}
	if i < 0 || !a.sameSentence(i, tok) {
		return nobody
	}
	if k := a.at[i]; k >= 0 {
		if ans, ok := a.behindName(k, tok); ok {
			return ans
		}
	}
	if e := a.nominalBefore(tok, tok); e >= 0 && (a.toks[tok].Lower != "which" || a.ents[e].kind != person) {
		return a.inFront(e, tok)
	}
	head := i
	r := a.nominalAt(head)
	if r.Len() == 0 {
		r.First, r.Last = head, head+1
	}
	return a.described(r, head, -1)
}

// beforeParticiple is the last word in front of a participle that commas set off
// before a relative pronoun; -1 where there is none.
func (a *article) beforeParticiple(tok int) int {
	const longest = 12
	if a.word(tok-1) != "," {
		return -1
	}
	for i := tok - 2; i > 0 && i > tok-longest && a.sameSentence(i, tok); i-- {
		switch tag := a.tag(i); {
		case tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD":
			return -1
		case a.word(i) == ",":
			if t := a.tag(i + 1); t == "VBN" || t == "VBG" {
				return i - 1
			}
			return -1
		}
	}
	return -1
}

// behindName answers for a relative pronoun behind name k: with its bearer or,
// where "who" cannot mean a body or a place, with the people who are of it.
func (a *article) behindName(k int32, tok int) (answer, bool) {
	n := &a.names[k]
	p := n.toks.First - 1
	if a.word(p) == "the" {
		p--
	}
	kind := a.ents[n.ent].kind
	if p >= 1 && nested(a.word(p)) && a.toks[tok].Lower == "who" && kind != person {
		if e := a.nominalBefore(p, tok); e >= 0 {
			return answer{ent: e, how: "the words in front of “who”", sure: 0.8}, true
		}
		if r := a.nominalAt(p - 1); a.cls[p-1]&groupNoun != 0 && r.Len() > 0 {
			return a.described(lang.Range{First: r.First, Last: n.toks.Last}, p-1, -1), true
		}
	}
	if a.toks[tok].Lower == "which" && kind == person {
		return nobody, false
	}
	ans := a.byName(k)
	ans.sure = min(ans.sure, 0.92)
	return ans, true
}

// anyBody are the words in front of "who" that mean nobody in particular.
var anyBody = wordSet("those anyone anybody everyone everybody someone somebody nobody others")

// inFront answers for a relative pronoun with the entity in front of it; "his
// critics, who" are those of somebody.
func (a *article) inFront(e int32, tok int) answer {
	if first, _, _ := strings.Cut(a.ents[e].name, " "); possessivePronoun(first) {
		if noun := a.ents[e].before(tok); noun >= 0 {
			return a.described(a.nominalAt(noun), noun, -1)
		}
	}
	if e := &a.ents[e]; issued[e.head] {
		if noun := e.before(tok); noun >= 0 {
			if ans := a.subjectBefore(noun); ans.ent >= 0 {
				ans.how = "who gave out the " + e.head
				return ans
			}
		}
	}
	return answer{ent: e, how: "the words in front of “" + a.toks[tok].Word + "”", sure: 0.82}
}

// relativeByParse takes the word that the relative clause depends on.
func (a *article) relativeByParse(tok int) (answer, bool) {
	verb := a.toks[tok].Head
	for n := 0; n < 3 && verb >= 0 && !strings.HasPrefix(a.toks[verb].Rel, "acl"); n++ {
		verb = a.toks[verb].Head
	}
	if verb < 0 || !strings.HasPrefix(a.toks[verb].Rel, "acl") {
		return nobody, false
	}
	noun := a.toks[verb].Head
	if noun < 0 || noun >= tok {
		return nobody, false
	}
	if k := a.at[noun]; k >= 0 {
		ans := a.byName(k)
		if kind := a.ents[ans.ent].kind; a.toks[tok].Lower == "who" && (kind == organization || kind == location) || a.toks[tok].Lower == "which" && kind == person {
			return nobody, false
		}
		ans.sure = min(ans.sure, 0.92)
		return ans, true
	}
	if e := a.mentionAt(noun); e >= 0 {
		return a.inFront(e, tok), true
	}
	return nobody, false
}
