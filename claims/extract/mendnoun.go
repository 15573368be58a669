package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// subjectNoun ends the content of a noun that is the subject of its sentence
// before the verb of the sentence: [The mayor's] [claim] [that rents have
// fallen] does not hold.
func (a *article) subjectNoun(d *draft) {
	r := a.doc.Sentences[a.token(d.head).Sent]
	st := &d.content[len(d.content)-1]
	if verb := a.token(d.head).Head; strings.HasPrefix(a.token(d.head).Rel, "nsubj") && strings.HasPrefix(a.token(d.head).Tag, "NN") && st.First > d.head && a.mainVerb(verb, st) {
		*st = a.saidWords(st.First, a.groupStart(verb)-1)
		return
	}
	if !strings.HasPrefix(a.token(d.head).Tag, "NN") || st.First < d.head || st.Last < a.lastWord(r) || a.clause(r.First, d.head) {
		return
	}
	first := a.scene.PrevWord(st.First)
	if first < 0 || a.token(first).Lower != "that" && a.token(st.First).Lower != "that" {
		return
	}
	if last := a.unjoinedVerb(st); last > st.First+1 {
		st.Last = last - 1
	}
}

// unjoinedVerb is the last finite verb of a stretch that nothing joins to the
// one before it, -1 where there is none.
func (a *article) unjoinedVerb(st *attribution.Stretch) int {
	last, joined := -1, true
	for i := st.First; i <= st.Last; i++ {
		switch t := a.token(i); {
		case a.finite(i):
			if !joined {
				last = i
			}
			joined = false
			for i < st.Last && (a.token(i+1).Tag == "RB" || strings.HasPrefix(a.token(i+1).Tag, "VB") && (!a.finite(i+1) || a.auxiliaryVerb(i))) {
				i++
			}
		case t.Tag == "CC" || t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "WRB" || t.Rel == "mark" || t.Word == "," || t.Word == ":":
			joined = true
		}
	}
	return last
}

// mainVerb reports whether the verb stands within the stretch, outside its
// quotations and with a clause or an infinitive before it.
func (a *article) mainVerb(verb int, st *attribution.Stretch) bool {
	if verb <= st.First+2 || verb > st.Last || !strings.HasPrefix(a.token(verb).Tag, "VB") || a.groupStart(verb) <= st.First+2 {
		return false
	}
	quote := a.token(verb).Quote
	return quote == a.token(st.First-1).Quote && quote == a.token(st.First).Quote
}
