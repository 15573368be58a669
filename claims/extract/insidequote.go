package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// toldInside reads who is quoted inside a quotation where the models saw no
// cue: “[The nurse] [said], [‘Hold this,’] and she handed me the baby”. Single
// words are left alone; most of them are only named.
func (a *article) toldInside() {
	for q := range a.doc.Quotations {
		m := a.scene.Quote[q]
		first, last := int(m.First), int(m.Last)
		if a.doc.Quotations[q].Outer < 0 || last <= first || a.quotedAlready(first, last) {
			continue
		}
		verb, source := a.tellerBefore(first)
		if verb < 0 {
			continue
		}
		a.drafts = append(a.drafts, plainQuotation(verb, source, first, last))
	}
}

// quotedAlready reports whether a statement has its content within the tokens.
func (a *article) quotedAlready(first, last int) bool {
	for _, d := range a.drafts {
		if d.discarded == "" && d.content[0].First >= first && d.last() <= last {
			return true
		}
	}
	return false
}

// tellerBefore is the verb of speech right before the inner quotation at token
// first, a hearer and marks aside, with its subject; -1 where there is none.
func (a *article) tellerBefore(first int) (int, attribution.Stretch) {
	none := attribution.Stretch{}
	outer := a.token(first - 1).Quote
	verb := first - 1
	for verb > 0 && (a.token(verb).Word == "," || a.token(verb).Word == ":") {
		verb--
	}
	if t := a.token(verb); t.Tag == "PRP" || strings.HasPrefix(t.Tag, "NN") && !a.voiced(verb) {
		for verb > 0 && a.nominal(verb) && !a.voiced(verb) {
			verb--
		}
	}
	if verb < 1 || !a.voiced(verb) || a.token(verb).Quote != outer {
		return -1, none
	}
	st := attribution.Stretch{First: verb, Last: verb - 1}
	for i := st.Last; i > 0 && a.token(i).Quote == outer && a.nominal(i) && a.scene.IsWord(i); i-- {
		st.First = i
	}
	return a.teller(verb, st)
}

// teller checks that the words before a verb are its subject.
func (a *article) teller(verb int, st attribution.Stretch) (int, attribution.Stretch) {
	if t := a.token(verb).Tag; t == "VBZ" || t == "VBP" { // “when they say ‘all options’” is no occasion
		return -1, attribution.Stretch{}
	}
	if st.Last < st.First {
		return -1, attribution.Stretch{}
	}
	return verb, st
}
