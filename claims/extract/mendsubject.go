package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// subjectElsewhere finds the source by the structure of the sentence where the
// words before the cue mislead: it belongs to a verb further left, or a
// relative clause or auxiliary stands between.
func (a *article) subjectElsewhere(d *draft) {
	a.sharedSubject(d)
	if len(d.source) == 1 {
		a.beforeWhose(d)
		a.behindWhat(d)
		a.withoutAuxiliary(d)
	}
}

// sharedSubject gives a second verb the subject of the first, not its object:
// [The minister] apologised to the widow, then [admitted] …
func (a *article) sharedSubject(d *draft) {
	t := a.token(d.head)
	if !a.finite(d.head) || t.Rel != "conj" && t.Rel != "advcl" || t.Head < 0 || t.Head >= d.head {
		return
	}
	verb := t.Head
	if a.token(verb).Tag != t.Tag || a.token(verb).Quote != t.Quote || a.token(verb).Sent != t.Sent || !a.joinedBare(d.cue[0].First) {
		return
	}
	for _, k := range a.scene.Kids(d.head) {
		if strings.HasPrefix(a.token(int(k)).Rel, "nsubj") {
			return
		}
	}
	if len(d.source) > 1 || len(d.source) == 1 && (d.source[0].First < verb || d.source[0].Last > d.head) {
		return
	}
	if subject, ok := a.subjectOf(verb); ok {
		d.source = []attribution.Stretch{subject}
	}
}

// joinedBare reports whether only a conjunction or "then" joins the verb group
// at token i to what stands before it.
func (a *article) joinedBare(i int) bool {
	switch a.token(i).Lower {
	case "then", "and", "but":
		return true
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch t := a.token(k); {
		case t.Tag == "CC" || t.Lower == "then":
			return true
		case t.Tag != "RB":
			return false
		}
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
	for st.Last > st.First && !a.scene.IsWord(st.Last) {
		st.Last--
	}
	return st, st.Last >= st.First && a.nominal(st.First)
}

// beforeWhose takes the one whom a relative clause tells of, not the subject
// of the clause: [Ida Holt], whose term ends in May, [said] …
func (a *article) beforeWhose(d *draft) {
	st := &d.source[0]
	if a.token(st.First).Lower != "whose" || st.Last >= d.head || a.token(d.cue[0].First-1).Word != "," {
		return
	}
	last := a.scene.PrevWord(st.First)
	if last < 0 || a.token(last).Sent != a.token(d.head).Sent {
		return
	}
	first := last
	for first > 0 && a.token(first-1).Sent == a.token(last).Sent && a.nominal(first-1) {
		first--
	}
	if a.nominal(last) {
		*st = attribution.Stretch{First: first, Last: last}
	}
}

// behindWhat leaves out what stands before a free relative clause: two people
// died in what [police] [believe] was a gas leak.
func (a *article) behindWhat(d *draft) {
	st := &d.source[0]
	for i := st.First; i < st.Last && st.Last < d.head; i++ {
		if a.token(i).Lower == "what" && a.nominal(i+1) {
			st.First = i + 1
			return
		}
	}
}

// withoutAuxiliary gives the cue the auxiliaries and adverbs that the source
// ends with: [the company] [had earlier said].
func (a *article) withoutAuxiliary(d *draft) {
	st, cue := &d.source[0], &d.cue[0]
	if st.Last+1 != cue.First {
		return
	}
	auxiliary := -1
	for i := st.Last; i > st.First; i-- {
		t := a.token(i)
		if a.finite(i) && (t.Tag == "MD" || t.Lemma == "have" || t.Lemma == "be" || t.Lemma == "do") {
			auxiliary = i
			break
		}
		if !strings.HasPrefix(t.Tag, "RB") {
			return
		}
	}
	if auxiliary > st.First {
		st.Last, cue.First = auxiliary-1, auxiliary
	}
}
