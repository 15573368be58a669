package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// verbFirst reads a sentence without quotation marks that ends with a verb of
// speech and its subject: “The cables are to be changed, announced Corran Coal”.
func (a *article) verbFirst(sent int) *draft {
	r := a.doc.Sentences[sent]
	last := a.lastWord(r)
	for i := r.First + 2; i+1 < last && r.Len() < longestPlain; i++ {
		verb := i + 1
		if a.token(i).Word != "," || a.token(i).Quote >= 0 || !a.speech(verb) && !(a.finite(verb) && a.scene.Communicates(verb)) || hearing[a.token(verb).Lemma] {
			continue
		}
		source := attribution.Stretch{First: verb + 1, Last: last}
		content := attribution.Stretch{First: r.First, Last: i - 1}
		if !a.nominal(source.First) || !a.mention(source) || a.clause(source.First, last) && a.insertionEnd(r, source.First) >= r.Last || !a.wholeClause(content) || !a.free(r.First, last) {
			continue
		}
		return plainDraft(verb, alone(verb), source, content)
	}
	return nil
}

// verbLast reads a clause with the mention and the verb of who says it behind
// a comma: “The river should have rights, Ada Lund and Omar Lindt argue in a
// new book”.
func (a *article) verbLast(sent int) *draft {
	const longest = 10 // words of the mention
	r := a.doc.Sentences[sent]
	last := a.lastWord(r)
	for i := r.First + 2; i+2 <= last && r.Len() < longestPlain; i++ {
		if a.token(i).Word != "," || a.token(i).Quote >= 0 || !a.nominal(i+1) {
			continue
		}
		verb := i + 2
		for verb < last && verb < i+longest && !a.speech(verb) && !a.finite(verb) && !strings.HasPrefix(a.token(verb).Tag, "W") {
			verb++
		}
		source, content := a.words(i+1, verb-1), attribution.Stretch{First: r.First, Last: i - 1}
		if !a.speech(verb) || verb < last && a.token(verb+1).Tag != "IN" && !a.temporal(verb+1) || !a.mention(source) || a.clause(verb+1, last) || !a.wholeClause(content) || !a.free(r.First, last) {
			continue
		}
		return plainDraft(verb, alone(verb), source, content)
	}
	return nil
}

// hearing are verbs behind which whoever is addressed stands.
var hearing = wordSet("ask tell assure remind inform promise thank praise call accuse address criticise criticize urge")

// nounIs reads a noun of saying with its possessor before “is that”: [The
// keeper's] [excuse] was [that he had been looking at the clock].
func (a *article) nounIs(sent int) *draft {
	r := a.doc.Sentences[sent]
	for i := r.First + 2; i+3 < r.Last; i++ {
		if a.token(i).Lemma != "be" || a.token(i).Quote >= 0 || !a.finite(i) || a.token(i+1).Lower != "that" || a.token(i+1).Tag != "IN" {
			continue
		}
		noun := i - 1
		if !strings.HasPrefix(a.token(noun).Tag, "NN") || !a.scene.Communicates(noun) && !a.scene.FromSpeech(noun) {
			return nil
		}
		first := noun
		for first > r.First && (a.nominal(first) || a.token(first).Tag == "POS") && a.token(first).Tag != "PRP$" {
			first--
		}
		if !a.nominal(first) && a.token(first).Tag != "POS" {
			first++
		}
		source, ok := a.possessor(first, noun)
		last := a.lastWord(r)
		if !ok || !a.clause(i+2, last) || !a.free(r.First, last) {
			return nil
		}
		d := plainDraft(noun, alone(noun), source, attribution.Stretch{First: i + 1, Last: last})
		d.sure = 0.75
		return d
	}
	return nil
}

// possessor is whose the noun is, in the words from token first to it.
func (a *article) possessor(first, noun int) (attribution.Stretch, bool) {
	if a.token(first).Tag == "PRP$" {
		return attribution.Stretch{First: first, Last: first}, true
	}
	for i := noun - 1; i > first; i-- {
		if a.token(i).Tag == "POS" {
			return attribution.Stretch{First: first, Last: i}, true
		}
	}
	return attribution.Stretch{}, false
}
