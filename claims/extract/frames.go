package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// frames reads the plainest forms of all where the models saw no cue, mostly
// because the verb looks like a noun: “…,” the rules state. Pilots fear that …
func (a *article) frames() {
	a.claim()
	for _, q := range a.quotations() {
		if q.First == q.Last || !a.free(q.First, q.Last) {
			continue
		}
		if d := a.afterQuotation(q.First, q.Last); d != nil {
			a.add(d)
		}
	}
	cued := make([]bool, len(a.doc.Sentences))
	for _, d := range a.drafts {
		if d.head >= 0 {
			cued[a.token(d.head).Sent] = true
		}
	}
	for s := range a.doc.Sentences {
		if cued[s] {
			continue
		}
		d := a.beforeThat(s)
		if d == nil {
			d = a.verbFirst(s)
		}
		if d == nil {
			d = a.verbLast(s)
		}
		if d == nil {
			d = a.nounIs(s)
		}
		if d != nil {
			a.add(d)
		}
	}
}

// afterQuotation reads what stands between a quotation that ends with a comma,
// question mark or exclamation mark and the end of its sentence: a mention and
// a verb, in either order.
func (a *article) afterQuotation(first, last int) *draft {
	const longest = 24
	switch a.token(last - 1).Word {
	case ",", "?", "!":
	default:
		return nil
	}
	from := last + 1
	if a.titled(first, last) {
		return nil
	}
	if from >= len(a.doc.Tokens) || a.scene.Para[from] != a.scene.Para[last] || !a.scene.IsWord(from) {
		return nil
	}
	to := from
	for to+1 < len(a.doc.Tokens) && a.scene.Para[to+1] == a.scene.Para[from] && a.token(to+1).Quote < 0 && !a.endsSentence(to+1) && to-from < longest {
		to++
	}
	verb, source := a.mentionAndVerb(from, to)
	if verb < 0 {
		return nil
	}
	return plainQuotation(verb, source, first, last)
}

// titled reports whether the quotation reads as a title: every word that is
// not short begins with a capital.
func (a *article) titled(first, last int) bool {
	words := 0
	for i := first; i <= last; i++ {
		if !a.scene.IsWord(i) {
			continue
		}
		if words++; len(a.token(i).Word) > 3 && !a.capital(i) {
			return false
		}
	}
	return words < 12
}

// mentionAndVerb finds a verb of speech at the head of the words or after a
// mention, and the mention.
func (a *article) mentionAndVerb(from, to int) (int, attribution.Stretch) {
	if a.voiced(from) && from < to {
		end := from + 1
		for end < to && a.token(end+1).Tag != "IN" && a.token(end+1).Tag != "TO" {
			end++
		}
		if st := a.words(from+1, end); a.mention(st) {
			return from, st
		}
	}
	const longest = 12
	for i := from + 1; i <= to && i-from < longest; i++ {
		if !a.voiced(i) {
			continue
		}
		st := a.words(from, i-1)
		if i < to && (strings.HasPrefix(a.token(i+1).Tag, "NN") || a.token(i+1).Lower == "'s") {
			continue // "the state board": the word is part of the mention
		}
		if a.pronoun(from) && i == from+1 || a.mention(st) || a.nounPhrase(st) {
			return i, st
		}
		return -1, attribution.Stretch{}
	}
	return -1, attribution.Stretch{}
}

// beforeThat reads a sentence that begins with a mention, a verb of speech or
// thought that the tagger took for a noun, "that" and a clause.
func (a *article) beforeThat(sent int) *draft {
	const longest = 14
	r := a.doc.Sentences[sent]
	for i := r.First + 1; i < r.Last-2 && i < r.First+longest; i++ {
		t := a.token(i)
		if end := a.insertionEnd(r, i+1); t.Word == "," && end < r.First+longest && a.capital(i+1) && a.mention(attribution.Stretch{First: i + 1, Last: end - 1}) {
			i = end // The headmaster, Cyrus Wendt, …
			continue
		}
		if t.Quote >= 0 || t.Word == "," || t.Tag == "MD" || t.Tag == "TO" {
			return nil
		}
		that := a.thatBehind(i, r.Last-2)
		if that < 0 {
			continue
		}
		st := attribution.Stretch{First: r.First, Last: i - 1}
		end := a.saidWords(i+2, r.Last-1).Last
		for st.Last > st.First && a.token(st.Last).Word == "," {
			st.Last--
		}
		if !a.mention(st) || !a.clause(that+1, end) || !a.free(r.First, end) {
			return nil
		}
		return plainDraft(i, alone(i), st, attribution.Stretch{First: that, Last: end})
	}
	return nil
}

// thatBehind is the "that" behind a verb of speech at token i, right behind it
// or behind a hearer and where or how he is told; -1 where there is none.
func (a *article) thatBehind(i, last int) int {
	if a.token(i+1).Lower == "that" {
		if a.speech(i) {
			return i + 1
		}
		return -1
	}
	const longest = 9
	if !addressedForms[a.token(i).Lower] {
		return -1
	}
	for k := i + 1; k <= last && k <= i+longest; k++ {
		switch t := a.token(k); {
		case t.Lower == "that":
			return k
		case !a.nominal(k) && t.Tag != "IN" && t.Tag != "POS" && t.Tag != "HYPH":
			return -1
		}
	}
	return -1
}
