package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// secondVerbs divides a content in which the speaker goes on to say something
// else, where the parse joined the second verb to the clause that is told:
// [The tenants] [said] [the boiler had failed] and [demanded] [a new one]. A
// thing demands nothing, and after “would” or “will” no past can be joined.
func (a *article) secondVerbs() {
	for _, d := range a.drafts {
		if d.head < 0 || d.discarded != "" || d.rule == blockQuotation || len(d.content) != 1 || len(d.source) != 1 || d.content[0].First < d.head || a.token(d.head).Tag != "VBD" && a.token(d.head).Tag != "VBZ" {
			continue
		}
		conjunction := a.ownSecondVerb(d)
		if conjunction < 0 {
			continue
		}
		st := &d.content[0]
		e := &draft{
			head: conjunction + 1, rule: plainFrame, sure: 0.8, bounds: 1, sourced: 1, outer: -1, source: []attribution.Stretch{d.source[0]},
			cue:     []attribution.Stretch{{First: conjunction + 1, Last: conjunction + 1}},
			content: []attribution.Stretch{{First: conjunction + 2, Last: st.Last}},
		}
		st.Last = conjunction - 1
		for st.Last > st.First && a.token(st.Last).Word == "," {
			st.Last--
		}
		if k := a.draftOf(e.head); k >= 0 {
			a.drafts[k].drop("is a second verb of the speaker before it")
		}
		a.drafts = append(a.drafts, e)
	}
}

// ownSecondVerb is the conjunction in the content of a draft behind which its
// speaker says something else; -1 where there is none.
func (a *article) ownSecondVerb(d *draft) int {
	st := d.content[0]
	verb := -1 // of the clause that is told
	for i := st.First; i+2 <= st.Last; i++ {
		t := a.token(i)
		switch {
		case t.Quote != a.token(d.head).Quote:
			return -1
		case verb < 0 && a.finite(i):
			verb = i
		case verb >= 0 && t.Tag == "CC" && t.Lower != "or" && t.Lower != "nor" && a.saysMore(i+1, d.head):
			if a.cannotJoin(verb, i+1, st.First) {
				return i
			}
			return -1
		}
	}
	return -1
}

// saysMore reports whether the token is a verb of speech in the tense of the
// first one, with something to say behind it.
func (a *article) saysMore(i, head int) bool {
	t := a.token(i)
	past := a.token(head).Tag == "VBD" && t.Tag == "VBN" // which look alike
	return (past || t.Tag == a.token(head).Tag) && t.Lemma != "say" && (saying[t.Lemma] || saidForms[t.Lower] || blaming[t.Lemma]) &&
		(a.nominal(i+1) || a.token(i+1).Lower == "that" || a.token(i+1).Lower == "to" || a.scene.Outermost(i+1) >= 0)
}

// blaming are verbs that say with an object what others say with a clause.
var blaming = wordSet("blame demand urge criticise criticize praise thank accuse threaten vow pledge call dismiss describe reject defend")

// cannotJoin reports whether the second verb cannot have the subject of the
// clause that begins at token first: that is a thing, or its verb is another
// form.
func (a *article) cannotJoin(verb, second, first int) bool {
	if a.token(verb).Tag == "MD" && !strings.HasPrefix(a.token(second).Tag, "MD") {
		return true
	}
	if a.token(verb).Tag == "VBD" && a.token(second).Tag == "VBZ" {
		return true // believes the schedule cost him a player and fears …
	}
	subject := verb - 1
	for subject > first && a.token(subject).Tag == "RB" {
		subject--
	}
	switch t := a.token(subject); t.Tag {
	case "PRP":
		return t.Lower == "it"
	case "NN", "NNS":
		return a.scene.Thing(subject)
	}
	return false
}
