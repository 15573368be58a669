package speakers

import (
	"math"
	"strings"

	"onrecord/claims"
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
