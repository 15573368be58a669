package speakers

import (
	"slices"
	"strings"

	"onrecord/claims/lang"
)

// epithets are nouns by which somebody just spoken of is called for a change:
// "the Republican nominee", "the South Carolina senator". Others ("the judge",
// "the driver") bring in somebody new.
var epithets = wordSet(`actor actress author billionaire boxer businessman businesswoman candidate challenger comedian congressman
	congresswoman contender democrat entrepreneur footballer governor hopeful incumbent lawmaker legislator magnate mogul mp native frontrunner
	nominee novelist politician premier republican senator singer socialist star tycoon veteran conservative liberal libertarian
	octogenarian septuagenarian nonagenarian laureate winner champion midfielder striker goalkeeper defender
	accused archaeologist artist astronomer biologist botanist chemist climber composer cyclist explorer historian housewife inventor
	musician painter pensioner pianist physicist poet retiree rower runner sailor schoolboy schoolgirl sculptor skier swimmer teenager
	teen violinist zoologist`)

// byEpithet ranks who a phrase of epithets means at token at: the person that
// the text is about there.
func (a *article) byEpithet(r lang.Range, head, at int) []scored {
	if a.word(r.First) != "the" || a.word(head+1) == "who" || a.word(head+1) == "whose" || !(epithets[a.toks[head].Lower] && head == r.Last-1) && !a.tellsMore(r, head) && !a.onlyOne(r, head, at) {
		return nil
	}
	pronoun := "one"
	switch sexOfClass(a.cls[head] & (roleM | roleF)) {
	case man:
		pronoun = "he"
	case woman:
		pronoun = "she"
	}
	list := a.antecedents(at, pronoun, -1)
	list = slices.DeleteFunc(list, func(s scored) bool {
		e := &a.ents[s.ent]
		return !e.named || e.before(at) < 0 || slices.ContainsFunc(e.roles, func(ro role) bool { return a.ofAnother(r, ro) })
	})
	if len(list) == 0 || list[0].score < 0 || len(list) > 1 && list[0].score-list[1].score < clearLead {
		return nil
	}
	return list
}

// tellsMore reports whether the words around a noun for a person tell what a
// report adds about somebody it has named: "the mother of four", "the former
// test pilot", "the Varn-born judge", "the Varn nurse".
func (a *article) tellsMore(r lang.Range, head int) bool {
	if a.cls[head]&(roleNoun|personWord) == 0 || a.cls[head]&groupNoun != 0 {
		return false
	}
	if parents[a.toks[head].Lower] && a.word(head+1) == "of" && counts[a.word(head+2)] {
		return true
	}
	if nested(a.word(head + 1)) {
		return false
	}
	for i := r.First + 1; i < head; i++ {
		switch w := a.toks[i].Lower; {
		case w == "born", strings.HasSuffix(w, "-born"), strings.HasSuffix(w, "-year-old"), (w == "former" || w == "retired") && a.cls[head]&office == 0, w == "ex" && dash(a.at1(i+1)):
			return true
		}
	}
	next := r.First + 1
	return next < head && a.at[next] >= 0 && a.names[a.at[next]].toks.Last == head && a.cls[head]&office == 0 && a.homeOf(a.names[a.at[next]])
}

// homeOf reports whether a name can be that of a town, and not of a body.
func (a *article) homeOf(n name) bool {
	return n.kind == location || !n.sure && !acronym(n.text)
}

var (
	parents = wordSet("mother father grandmother grandfather mum mom dad parent")
	counts  = wordSet("one two three four five six seven eight nine ten eleven twelve")
)

// onlyOne reports whether a noun for a person with a word that says which kind
// ("the flower seller") stands right behind a sentence of its paragraph, and the
// paragraph has named one person so far and spoken of nobody else.
func (a *article) onlyOne(r lang.Range, head, at int) bool {
	s := a.toks[at].Sent
	return s > 0 && a.para[s-1] == a.para[s] && a.saysKind(r, head) && a.soleIn(lang.Range{First: a.doc.Paragraphs[a.para[s]].First, Last: at})
}

// saysKind reports whether a phrase is "the", plain nouns or adjectives and a
// noun for a person who is no officer of any kind.
func (a *article) saysKind(r lang.Range, head int) bool {
	c := a.cls[head]
	if c&(roleNoun|personWord) == 0 || c&groupNoun != 0 || c&office != 0 && !inSport[a.toks[head].Lower] || besides[a.toks[head].Lower] || a.toks[head].Tag == "NNS" || head != r.Last-1 || nested(a.word(head+1)) {
		return false
	}
	for i := r.First + 1; i < head; i++ {
		if t := a.tag(i); !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") || a.at[i] >= 0 && !inSport[a.toks[head].Lower] {
			return false
		}
	}
	return head > r.First+1
}

// inSport are offices by which sports pages call somebody just named: "the
// Rovers boss".
var inSport = wordSet("boss coach manager captain skipper")

// soleIn reports whether the tokens name one person and speak of nobody else.
func (a *article) soleIn(r lang.Range) bool {
	who := int32(-1)
	for i := r.First; i < r.Last; i++ {
		k := a.at[i]
		switch {
		case k >= 0 && a.names[k].toks.First == i:
			e := a.names[k].ent
			if kind := a.ents[e].kind; kind == organization || kind == location || !a.ents[e].named {
				continue
			}
			if who >= 0 && who != e || a.ents[e].kind != person {
				return false
			}
			who = e
		case k < 0 && a.owner[i] < 0 && a.cls[i]&(roleNoun|personWord) != 0 && !capital(a.toks[i].Word):
			return false
		}
	}
	return who >= 0
}
