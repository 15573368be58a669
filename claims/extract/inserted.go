package extract

import (
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

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
