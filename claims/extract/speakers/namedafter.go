package speakers

import (
	"strings"

	"onrecord/claims/lang"
)

// namedAfter is the person whom a report that opens with "the admiral" or "he"
// at token tok names a few sentences later, as the first person of all and not
// as another speaker; -1 where there is none.
func (a *article) namedAfter(tok int, sex gender) int32 {
	const near = 4 // sentences
	k := a.firstNamed()
	if k < 0 || a.inHeadline(tok) {
		return -1
	}
	n := &a.names[k]
	e := &a.ents[n.ent]
	apart := a.toks[n.toks.First].Sent - a.toks[tok].Sent
	switch {
	case n.toks.First <= tok, apart < 1, apart > near, a.para[a.toks[n.toks.First].Sent] > a.para[a.toks[tok].Sent]+1:
		return -1
	case len(n.words) < 2, n.role.Len() > 0, e.kind != person, sex != unknown && e.sex != unknown && sex != e.sex:
		return -1
	case a.toks[n.toks.First].Quote >= 0, a.inSource(n.toks), a.partOf(n.toks) != subject && (a.at1(n.toks.Last) != "," || !a.number(n.toks.Last+1)):
		return -1
	}
	return n.ent
}

// firstNamed is the first name of a person in the article, -1 where it names
// none.
func (a *article) firstNamed() int32 {
	if a.first == 0 {
		a.first = -1
		for i := range a.names {
			if e := &a.ents[a.names[i].ent]; e.kind == person || e.kind == unsure && len(e.words) > 1 {
				a.first = int32(i) + 1
				break
			}
		}
	}
	return max(a.first, 0) - 1
}

// inSource reports whether a name stands in the source of an attribution.
func (a *article) inSource(r lang.Range) bool {
	span := a.doc.Span(r)
	for i := range a.attrs {
		for _, s := range a.attrs[i].Source {
			if s.Contains(span) {
				return true
			}
		}
	}
	return false
}

// whoComes resolves a description of one person, before anybody is named, to the
// person who is named after it.
func (a *article) whoComes(core lang.Range, head int) (answer, bool) {
	c := a.cls[head]
	if c&roleNoun == 0 || c&groupNoun != 0 || besides[a.toks[head].Lower] || a.toks[head].Tag == "NNS" || a.word(core.First) != "the" {
		return nobody, false
	}
	e := a.namedAfter(core.First, sexOfClass(c&(roleM|roleF)))
	if e < 0 {
		return nobody, false
	}
	return a.comes(e, a.text(core)), true
}

// besides are those who speak of the one whom a report is about.
var besides = wordSet(`judge justice magistrate coroner prosecutor lawyer attorney solicitor barrister minister president premier doctor
	interviewer reporter presenter officer official spokesman spokeswoman spokesperson witness neighbour neighbor`)

func (a *article) comes(e int32, words string) answer {
	return answer{
		ent: e, how: "“" + strings.TrimSpace(words) + "” stands before the first name of the article, " + a.ents[e].name, sure: 0.65,
		doubt: "The article does not say in so many words who “" + words + "” is.",
	}
}
