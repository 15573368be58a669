package extract

import (
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// inserted reads a reporting clause that commas set into the words of a sentence,
// verb first: [The roll], conceded the office, [had not been checked].
func (a *article) inserted() {
	a.claim()
	for _, r := range a.doc.Sentences {
		for i := r.First + 1; i+2 < r.Last; i++ {
			if a.token(i).Word != "," || naming[a.token(i+1).Lower] || !a.speech(i+1) && !(a.finite(i+1) && a.scene.Communicates(i+1) && !judging[a.token(i+1).Lemma]) {
				continue
			}
			if d := a.insertion(r, i); d != nil {
				a.put(d)
			}
		}
	}
}

// naming are participles that a name follows: the beetle, dubbed Proelater, is old.
var naming = wordSet("dubbed named nicknamed titled entitled christened")

// givesName reports whether the cue is a participle between commas that a name
// follows.
func (a *article) givesName(d *draft) bool {
	st := d.content[len(d.content)-1]
	return d.head > 0 && naming[a.token(d.head).Lower] && a.token(d.head-1).Word == "," && st.First == d.head+1 && a.capital(st.First)
}

// insertion is the statement whose verb stands behind the comma, with a noun
// phrase behind it up to the next comma, or nil.
func (a *article) insertion(r lang.Range, comma int) *draft {
	verb := comma + 1
	end := a.pastName(r, a.insertionEnd(r, verb))
	source := attribution.Stretch{First: verb + 1, Last: end - 1}
	subordinate := a.token(r.First).Tag == "IN" || a.token(r.First).Tag == "WRB" // If the ice holds, said the organiser, the race goes on.
	if end+1 >= r.Last || a.token(end).Word != "," {
		return nil
	}
	if subordinate && !a.clause(end+1, a.lastWord(r)) || !subordinate && !a.goesOnWithVerb(end+1) || subordinate != a.clause(r.First, comma-1) || source.Last < source.First || !a.nominal(source.First) || !a.described(source) && !a.mention(source) {
		return nil
	}
	return &draft{
		head: verb, rule: plainFrame, sure: 0.8, bounds: 1, sourced: 1, outer: -1,
		content: []attribution.Stretch{{First: r.First, Last: comma - 1}, {First: end + 1, Last: a.lastWord(r)}},
		cue:     []attribution.Stretch{{First: verb, Last: verb}}, source: []attribution.Stretch{source},
	}
}

// pastName is the comma behind a name that stands behind the comma: said the
// director, Piotr Hale, …
func (a *article) pastName(r lang.Range, comma int) int {
	i := comma + 1
	for i < r.Last && a.scene.IsWord(i) && a.capital(i) {
		i++
	}
	if i > comma+1 && i+1 < r.Last && a.token(i).Word == "," {
		return i
	}
	return comma
}

// insertionEnd is the comma, or the end of the sentence, behind the token.
func (a *article) insertionEnd(r lang.Range, i int) int {
	for i < r.Last && a.token(i).Word != "," {
		i++
	}
	return i
}

// goesOnWithVerb reports whether a finite verb stands at the token, adverbs aside.
func (a *article) goesOnWithVerb(i int) bool {
	for i < len(a.doc.Tokens)-1 && a.token(i).Tag == "RB" {
		i++
	}
	return a.finite(i)
}

// put gives the draft's parts to the one with the same head, or adds it where
// its words are free.
func (a *article) put(d *draft) {
	for _, o := range a.drafts {
		if o.head == d.head {
			o.content, o.cue, o.source = d.content, d.cue, d.source
			return
		}
	}
	for _, st := range d.content {
		if !a.free(st.First, st.Last) {
			return
		}
	}
	a.add(d)
}

// around completes a content that ends before a reporting clause set into its
// sentence: [The bus], passengers said, [had been speeding].
func (a *article) around(d *draft) {
	st := d.content[0]
	if len(d.content) != 1 || len(d.source) != 1 || st.Last >= d.cue[0].First || a.clause(st.First, st.Last) {
		return
	}
	r := a.doc.Sentences[a.token(d.head).Sent]
	comma := a.scene.NextWord(st.Last) - 1
	if a.firstWord(r) != a.first(d) || a.token(comma).Word != "," || a.token(st.First).Quote != a.token(d.head).Quote {
		return
	}
	end := a.insertionEnd(r, max(d.source[0].Last, d.cue[len(d.cue)-1].Last)+1)
	if end+2 >= r.Last || !a.goesOnWithVerb(end+1) || a.token(end).Quote != a.token(d.head).Quote {
		return
	}
	d.content = append(d.content, attribution.Stretch{First: end + 1, Last: a.lastWord(r)})
}
