package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// mention reports whether the stretch reads as the name or role of a person:
// a noun phrase that begins with a noun, a capital or an article and holds no
// verb before its first comma.
func (a *article) mention(st attribution.Stretch) bool {
	named := false
	for i := st.First; i <= st.Last && a.token(i).Word != ","; i++ {
		t := a.token(i)
		if t.Quote != a.token(st.First).Quote || t.Tag == "" {
			return false
		}
		switch t.Tag[0] {
		case 'V', 'M', 'T', 'W':
			return false
		}
		named = named || a.capital(i) || a.scene.Personal(i)
	}
	return named
}

// described reports whether the stretch is a noun phrase and nothing else.
func (a *article) described(st attribution.Stretch) bool {
	if t := a.token(st.First); t.Tag != "DT" && t.Tag != "PRP$" {
		return false
	}
	for i := st.First; i <= st.Last; i++ {
		if t := a.token(i); a.finite(i) || t.Tag == "TO" || t.Tag == "CC" || t.Lower == "that" || t.Quote != a.token(st.First).Quote {
			return false
		}
	}
	return true
}

// nounPhrase reports whether the words are a determiner and nouns with what
// modifies them.
func (a *article) nounPhrase(st attribution.Stretch) bool {
	for i := st.First; i <= st.Last; i++ {
		if !a.nominal(i) && a.token(i).Tag != "HYPH" {
			return false
		}
	}
	return a.token(st.First).Tag == "DT"
}

// onePhrase reports whether no mark or conjunction divides the words.
func (a *article) onePhrase(st attribution.Stretch) bool {
	for i := st.First; i <= st.Last; i++ {
		if tag := a.token(i).Tag; !a.scene.IsWord(i) && tag != "POS" && tag != "HYPH" || tag == "CC" {
			return false
		}
	}
	return true
}

// clause reports whether the words hold a finite verb.
func (a *article) clause(first, last int) bool {
	for i := first; i <= last; i++ {
		if a.finite(i) {
			return true
		}
	}
	return false
}

// wholeClause reports whether the words are a clause of their own: they hold a
// finite verb and nothing before it that makes it part of another one.
func (a *article) wholeClause(st attribution.Stretch) bool {
	for i := st.First; i <= st.Last; i++ {
		switch t := a.token(i); {
		case a.finite(i):
			return i > st.First && a.token(st.First).Tag != "IN"
		case strings.HasPrefix(t.Tag, "W"), t.Rel == "mark":
			return false
		}
	}
	return false
}

// firstWord is the first word of the range, or its first token where it has
// none.
func (a *article) firstWord(r lang.Range) int {
	for i := r.First; i < r.Last; i++ {
		if a.scene.IsWord(i) {
			return i
		}
	}
	return r.First
}

// lastWord is the last word of the range, or its last token.
func (a *article) lastWord(r lang.Range) int {
	for i := r.Last - 1; i >= r.First; i-- {
		if a.scene.IsWord(i) {
			return i
		}
	}
	return r.Last - 1
}

// words is the stretch from the first token to the last word, without the marks
// behind it.
func (a *article) words(first, last int) attribution.Stretch {
	for last > first && !a.scene.IsWord(last) {
		last--
	}
	return attribution.Stretch{First: first, Last: last}
}

// saidWords is the same for what may be a content: marks within a quotation stay.
func (a *article) saidWords(first, last int) attribution.Stretch {
	for last > first && !a.scene.IsWord(last) && a.token(last).Quote < 0 {
		last--
	}
	return attribution.Stretch{First: first, Last: last}
}

// insertionEnd is the comma, or the end of the sentence, behind the token.
func (a *article) insertionEnd(r lang.Range, i int) int {
	for i < r.Last && a.token(i).Word != "," {
		i++
	}
	return i
}

// behindComma is the token behind the first comma of a range, or the one behind
// the range.
func (a *article) behindComma(first, last int) int {
	for i := first; i < last; i++ {
		if a.token(i).Word == "," {
			return i + 1
		}
	}
	return last + 1
}

// goesOnWithVerb reports whether a finite verb stands at the token, adverbs aside.
func (a *article) goesOnWithVerb(i int) bool {
	for i < len(a.doc.Tokens)-1 && a.token(i).Tag == "RB" {
		i++
	}
	return a.finite(i)
}

func (a *article) endsSentence(i int) bool {
	switch a.token(i).Word {
	case ".", "!", "?", "…", "...":
		return true
	}
	return false
}

// subjectOf is the subject that stands before a verb.
func (a *article) subjectOf(verb int) (attribution.Stretch, bool) {
	st := attribution.Stretch{First: verb, Last: -1}
	for _, k := range a.scene.Kids(verb) {
		if i := int(k); i < verb && strings.HasPrefix(a.token(i).Rel, "nsubj") {
			st.First = min(st.First, int(a.scene.First[k]))
			st.Last = max(st.Last, min(int(a.scene.Last[k]), verb-1))
		}
	}
	st = a.words(st.First, st.Last)
	return st, st.Last >= st.First && a.nominal(st.First)
}

// firstVerb is the verb with a subject that conjunctions lead back to.
func (a *article) firstVerb(verb int) int {
	for a.token(verb).Rel == "conj" {
		up := a.token(verb).Head
		if up < 0 || up >= verb || !a.finite(up) || a.token(up).Quote != a.token(verb).Quote {
			break
		}
		verb = up
	}
	return verb
}

// inPassive reports whether the verb has an auxiliary of the passive.
func (a *article) inPassive(verb int) bool {
	for _, k := range a.scene.Kids(verb) {
		if rel := a.token(int(k)).Rel; rel == "aux:pass" || rel == "nsubj:pass" {
			return true
		}
	}
	return false
}

// verbGroup is the head with the auxiliaries or copula before it.
func (a *article) verbGroup(head, most int) attribution.Stretch {
	st := attribution.Stretch{First: head, Last: min(head, most)}
	for _, k := range a.scene.Kids(head) {
		if rel := a.token(int(k)).Rel; (strings.HasPrefix(rel, "aux") || rel == "cop") && int(k) < st.First {
			st.First = int(k)
		}
	}
	return st
}

// groupStart is the first of a verb's auxiliaries and adverbs.
func (a *article) groupStart(verb int) int {
	first := verb
	for first > 0 && a.token(first-1).Head == verb && (strings.HasPrefix(a.token(first-1).Rel, "aux") || a.token(first-1).Rel == "advmod" || a.token(first-1).Rel == "cop") {
		first--
	}
	return first
}
