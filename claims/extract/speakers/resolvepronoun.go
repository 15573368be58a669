package speakers

import (
	"math"
	"strings"

	"onrecord/claims"
	"onrecord/claims/lang"
)

// readPronoun resolves a source that is one pronoun.
func (a *article) readPronoun(tok, self int) (answer, bool) {
	if acronym(a.toks[tok].Word) {
		return nobody, false
	}
	switch w := a.toks[tok].Lower; w {
	case "you":
		return a.spokenTo(tok), true
	case "he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "hers", "himself", "herself":
		return a.byPronoun(tok, w, self), true
	case "i", "we", "me", "us", "my", "our", "mine", "myself", "ourselves":
		return a.firstPerson(tok, w), true
	case "who", "whom", "which", "that":
		return a.relative(tok), true
	case "one", "anyone", "someone", "somebody", "nobody", "everyone":
		return answer{ent: -1, name: w, typ: claims.Unnamed, how: "the text gives no name", sure: 0.8}, true
	}
	return nobody, false
}

// spokenTo resolves "you" in the question of an interview to the one who answers
// in its turns.
func (a *article) spokenTo(tok int) answer {
	if _, inside := a.speakerAround(tok); !inside && len(a.turns) > 0 {
		if u := a.spoken[a.turns[len(a.turns)-1].by]; u.ent >= 0 && a.ents[u.ent].named {
			return answer{ent: u.ent, how: "asked in an interview with " + u.name, sure: 0.75}
		}
	}
	return answer{ent: -1, name: "you", typ: claims.Unnamed, how: "the text gives no name", sure: 0.8}
}

// byPronoun answers with the best antecedent, and tells of the next ones where
// they come close.
func (a *article) byPronoun(tok int, pronoun string, self int) answer {
	list := a.antecedents(tok, pronoun, self)
	if ans, ok := a.pronounComes(list, tok, pronoun); ok {
		return ans
	}
	if len(list) == 0 {
		return answer{
			ent: -1, name: a.pronounName(pronoun), typ: claims.Unnamed, sure: 0.15, how: "a pronoun",
			doubt: "The article names nobody whom “" + a.toks[tok].Word + "” could stand for.",
		}
	}
	ans := answer{ent: list[0].ent, how: "“" + a.toks[tok].Word + "” goes back to " + a.ents[list[0].ent].name}
	margin := 4.0
	if len(list) > 1 {
		margin = list[0].score - list[1].score
	}
	ans.sure = pronounSure(margin, list[0].score)
	if e := &a.ents[ans.ent]; margin > clearLead && e.named && pronounSex(pronoun) != unknown {
		e.learnPerson(pronounSex(pronoun))
	}
	if margin < closeCall {
		ans.doubt = "“" + a.toks[tok].Word + "” could be " + a.ents[list[0].ent].name + " or " + a.ents[list[1].ent].name + "."
		for _, s := range list[1:min(len(list), mostCandidates)] {
			if list[0].score-s.score < 2*closeCall {
				ans.others = append(ans.others, s.ent)
			}
		}
	}
	return ans
}

// pronounComes resolves a pronoun for somebody without a name, or for nobody
// so far, to the person who is named after it.
func (a *article) pronounComes(list []scored, tok int, pronoun string) (answer, bool) {
	sex := pronounSex(pronoun)
	if sex == unknown {
		return nobody, false
	}
	from := tok
	if len(list) > 0 {
		e := &a.ents[list[0].ent]
		if e.named || len(e.at) == 0 || !strings.HasPrefix(e.name, "the ") {
			return nobody, false
		}
		from = int(e.at[0])
	}
	if e := a.namedAfter(from, sex); e >= 0 {
		return a.comes(e, a.toks[tok].Word), true
	}
	return nobody, false
}

// clearLead is the lead from which a pronoun may tell the gender of a person for
// the pronouns that follow.
const clearLead = 2.0

func pronounSex(pronoun string) gender {
	switch pronoun {
	case "he", "him", "his", "himself":
		return man
	case "she", "her", "hers", "herself":
		return woman
	}
	return unknown
}

func (a *article) pronounName(pronoun string) string {
	if pronoun == "one" {
		return ""
	}
	return pronoun
}

// pronounSure turns the lead of the best antecedent into a probability.
func pronounSure(margin, score float64) float64 {
	p := 0.55 + 0.42*(1-math.Exp(-1.1*margin))
	if score < -1 {
		p -= 0.2
	}
	return p
}

// firstPerson resolves "I" and "we": inside a quotation to its speaker,
// outside to whoever wrote the article.
func (a *article) firstPerson(tok int, w string) answer {
	if u, ok := a.speakerAround(tok); ok {
		ans := answer{ent: u.ent, how: "“" + a.toks[tok].Word + "” in the words of " + u.name, sure: 0.9, name: u.name}
		if w == "we" || w == "us" || w == "our" {
			ans.sure = 0.7
			ans.doubt = "“We” may be more people than the one who speaks."
		}
		return ans
	}
	if a.toks[tok].Quote >= 0 {
		if ans := a.floating(tok); ans.ent >= 0 {
			ans.sure = min(ans.sure, 0.6)
			return ans
		}
	}
	if name := a.byline(); name != "" {
		return answer{ent: -1, name: name, typ: claims.Person, how: "the byline", sure: 0.8}
	}
	return answer{
		ent: -1, name: "the author", typ: claims.Unnamed, how: "first person outside a quotation", sure: 0.6,
		doubt: "The writer of the article speaks; the text does not name them.",
	}
}

// byline finds "By NAME" on a line of its own.
func (a *article) byline() string {
	const lines, longest = 6, 8
	for p, r := range a.doc.Paragraphs {
		if p >= lines {
			break
		}
		if r.Len() > longest || r.Len() < 2 || a.word(r.First) != "by" {
			continue
		}
		if k := a.at[r.First+1]; k >= 0 {
			return a.ents[a.names[k].ent].name
		}
	}
	return ""
}

// relative resolves "who", "which" and "that" to the words right in front.
func (a *article) relative(tok int) answer {
	if w := a.word(tok - 1); anyBody[w] {
		return answer{ent: -1, name: w, typ: claims.Unnamed, how: "the text gives no name", sure: 0.8}
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

// nominalBefore is the entity last mentioned in front of a token of the same
// sentence, or -1.
func (a *article) nominalBefore(before, tok int) int32 {
	for i := before - 1; i >= 0 && i > before-10 && a.sameSentence(i, tok); i-- {
		if e := a.mentionAt(i); e >= 0 {
			return e
		}
		if strings.HasPrefix(a.toks[i].Tag, "VB") {
			return -1
		}
	}
	return -1
}
