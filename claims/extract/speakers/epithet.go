package speakers

import (
	"slices"
	"strings"

	"onrecord/claims"
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

// runs reports whether the noun is for somebody who stands for office.
func (a *article) runs(head int) bool {
	w := a.toks[head].Lower
	return standing[w] || w == "runner" && dash(a.at1(head-1)) && a.word(head-2) == "front"
}

var standing = wordSet("candidate challenger contender frontrunner front-runner hopeful nominee")

// byEpithet ranks who a phrase of epithets means at token at: the person that
// the text is about there.
func (a *article) byEpithet(r lang.Range, head, at, self int) []scored {
	if a.runs(head) && head < r.Last-1 && a.word(head+1) == "for" {
		r.Last = head + 1 // "the nominee for the autumn vote"
	}
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
	list := a.antecedents(at, pronoun, self)
	list = slices.DeleteFunc(list, func(s scored) bool {
		e := &a.ents[s.ent]
		return !e.named || e.before(at) < 0 || slices.ContainsFunc(e.roles, func(ro role) bool { return a.ofAnother(r, ro) })
	})
	list = a.notNamedBy(list, self)
	least := 0.0
	if len(list) == 1 && len(a.ents[list[0].ent].at) > 1 && a.at1(r.First-1) != "," {
		least = onlyCandidate
	}
	if len(list) == 0 || list[0].score < least || len(list) > 1 && list[0].score-list[1].score < clearLead {
		return nil
	}
	return list
}

// notNamedBy lowers those whom the words of an attribution call by their name:
// nobody speaks of oneself so.
func (a *article) notNamedBy(list []scored, self int) []scored {
	if self < 0 {
		return list
	}
	for i := range list {
		if e := &a.ents[list[i].ent]; slices.ContainsFunc(a.attrs[self].Content, func(s claims.Span) bool { return a.namedIn(e, a.tokensOf(s)) }) {
			list[i].score += quotedOnly
		}
	}
	return rank(list)
}

// notQuoted leaves out those whom the quoted words of an attribution call by their
// name: “Obama and I were friends,” the former president said.
func (a *article) notQuoted(list []scored, self int) []scored {
	if self < 0 || !a.attrs[self].Quoted {
		return list
	}
	return slices.DeleteFunc(list, func(s scored) bool {
		return a.ents[s.ent].kind == person && slices.ContainsFunc(a.attrs[self].Content, func(c claims.Span) bool {
			r := a.tokensOf(c)
			return a.toks[r.First].Quote >= 0 && a.namedIn(&a.ents[s.ent], r)
		})
	})
}

// namedIn reports whether a name of the entity stands in the range.
func (a *article) namedIn(e *entity, r lang.Range) bool {
	for k := e.after(r.First); k >= 0 && k < r.Last; k = e.after(k + 1) {
		if a.at[k] >= 0 {
			return true
		}
	}
	return false
}

// onlyCandidate is how little may speak for the one person whom a report keeps
// coming back to, where nobody else can be meant.
const onlyCandidate = -3.0

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
