package extract

import (
	"strings"

	"onrecord/claims"
)

// mendClauses completes contents of which the models saw a part.
func (a *article) mendClauses() {
	for _, d := range a.drafts {
		if d.head < 0 || d.rule == blockQuotation || len(d.content) == 0 {
			continue
		}
		a.fromSubject(d)
		a.fromThat(d)
		a.goesOnBehindCue(d)
		a.furtherThat(d)
		a.unfinished(d)
		a.withinSentence(d)
	}
}

// fromSubject begins a content with the subject of its clause, where the one
// who is told took it away: told the paper [four houses] were empty.
func (a *article) fromSubject(d *draft) {
	const farthest = 14 // words of the hearer and the subject
	st := &d.content[len(d.content)-1]
	cue := d.cue[len(d.cue)-1].Last
	if !addressed[a.token(d.head).Lemma] || st.First <= cue || cue > d.head || a.token(cue+1).Quote != a.token(d.head).Quote {
		return
	}
	verb := st.First
	quoted := a.scene.Outermost(verb) >= 0 && a.scene.Outermost(d.head) < 0
	if !quoted && verb == cue+1 && (!a.nominal(verb) || a.pronoun(verb)) {
		return
	}
	if quoted || verb == cue+1 { // words that were left out, or the hearer taken in
		for verb = cue + 1; verb < st.Last && verb < cue+farthest && !a.finite(verb) && a.token(verb).Lower != "that" && a.token(verb).Word != ","; verb++ {
		}
	}
	if !a.finite(verb) || quoted && verb >= st.First {
		return
	}
	if first := a.subjectBefore(verb, cue+2); first > cue+1 {
		st.First = first
	}
}

// fromThat begins a content with the "that" which the cue has right behind it, or
// behind whom it addresses: found [that £14m put by for] dredging had been spent;
// wrote to the committee [that nobody had seen it].
func (a *article) fromThat(d *draft) {
	const farthest = 14 // tokens between the cue and what was seen of the content
	st := &d.content[len(d.content)-1]
	cue := d.cue[len(d.cue)-1].Last
	if st.First <= cue || cue < d.head || a.token(cue+1).Quote != a.token(d.head).Quote || a.token(d.head).Lower == "according" {
		return
	}
	if that := cue + 1; a.token(that).Lower == "that" && st.First > that+1 && st.First-that < farthest {
		if a.clause(that+1, st.Last) && !a.brokenOff(that+1, st.First) {
			st.First = that
		}
		return
	}
	if a.token(st.First).Quote != a.token(d.head).Quote || !a.nominal(st.First) || !a.speech(d.head) {
		return
	}
	for i := st.First; i < st.Last && i < st.First+farthest; i++ {
		switch t := a.token(i); {
		case t.Lower == "that" && t.Tag != "DT" && t.Quote == a.token(d.head).Quote:
			if to := a.token(st.First - 1).Lower; to == "to" || addressed[a.token(d.head).Lemma] {
				st.First = i
			}
			return
		case a.finite(i) || t.Word == ",":
			return
		}
	}
}

// goesOnBehindCue begins the second half of a content where the sentence goes on
// behind the cue: [It spares hospitals], she said, [nor old houses, whose owners
// have time].
func (a *article) goesOnBehindCue(d *draft) {
	const longest = 12
	if len(d.content) != 2 || d.content[0].Last > d.head || d.content[1].First < d.head {
		return
	}
	end := d.cue[len(d.cue)-1].Last
	for _, st := range d.source {
		end = max(end, st.Last)
	}
	st := &d.content[1]
	first := end + 2
	if first >= st.First || st.First-first > longest || a.token(end+1).Word != "," || a.token(first).Tag != "CC" || a.clause(first, st.First-1) {
		return
	}
	for i := first; i < st.First; i++ {
		if a.token(i).Quote != a.token(d.head).Quote {
			return
		}
	}
	st.First = first
}

// brokenOff reports whether commas set something into the words.
func (a *article) brokenOff(first, last int) bool {
	for i := first; i < last; i++ {
		if a.token(i).Word == "," || a.token(i).Quote != a.token(first).Quote {
			return true
		}
	}
	return false
}

// subjectBefore is where the subject of the verb begins, no earlier than the
// token least; 0 where the words do not show it.
func (a *article) subjectBefore(verb, least int) int {
	i := verb - 1
	for i > least && a.token(i).Tag == "RB" {
		i--
	}
	for ; i >= least; i-- {
		t := a.token(i)
		before := a.token(i - 1)
		switch {
		case t.Word == ",":
			return i + 1
		case !a.nominal(i):
			return 0
		case t.Tag == "DT", t.Tag == "PRP", t.Tag == "PRP$", t.Tag == "CD" && before.Tag != "DT":
			return i
		case strings.HasPrefix(t.Tag, "NN") && t.Tag != "NNP" && before.Tag == "NNP", t.Tag == "NNP" && before.Tag == "NNS":
			return i
		}
	}
	return 0
}

// furtherThat takes in the clauses that “and that …” joins to a content.
func (a *article) furtherThat(d *draft) {
	st := &d.content[len(d.content)-1]
	r := a.doc.Sentences[a.token(d.head).Sent]
	if st.First < d.head || a.token(st.Last).Sent != a.token(d.head).Sent {
		return
	}
	i := st.Last + 1
	if i < r.Last && a.token(i).Word == "," {
		i++
	}
	if i+2 >= r.Last || a.token(i).Tag != "CC" || a.token(i+1).Lower != "that" || a.token(i).Quote != a.token(d.head).Quote || !a.clause(i+2, r.Last-1) {
		return
	}
	last := a.lastWord(r)
	for _, o := range a.drafts {
		if o != d && o.head > i && o.head <= last {
			return
		}
	}
	st.Last = last
}

// unfinished goes on with a clause behind what is put in between: that the
// words, though “unkind”, [were true].
func (a *article) unfinished(d *draft) {
	st := &d.content[len(d.content)-1]
	last := a.lastWord(a.doc.Sentences[a.token(d.head).Sent])
	if a.token(max(0, a.scene.PrevWord(st.First))).Lower != "that" && a.token(st.First).Lower != "that" || st.First < d.head || st.Last >= last || a.clause(st.First, st.Last) {
		return
	}
	i := st.Last + 1
	for i < last && !a.scene.IsWord(i) {
		i++
	}
	if a.token(i-1).Word == "," && a.finite(i) && a.token(i).Quote == a.token(d.head).Quote {
		st.Last = last
	}
}

// withinSentence ends what is reported without quotation marks at the end of
// its sentence, where the reporter's own next sentence was taken in: said
// [fares rose]. The man laughed. “I walk.”
func (a *article) withinSentence(d *draft) {
	st := &d.content[len(d.content)-1]
	sent := a.token(st.First).Sent
	if st.First < d.head || a.token(st.First).Quote >= 0 || a.token(st.Last).Sent == sent {
		return
	}
	r := a.doc.Sentences[sent]
	if next := a.firstWord(a.doc.Sentences[sent+1]); a.token(r.Last-1).Quote < 0 && a.token(next).Quote < 0 {
		st.Last = a.lastWord(r)
	}
}

// media are the ways to name who passed words on.
var media = wordSet("quote report accord publish print broadcast carry air")

// passedOn reports whether one of two statements with the same words names
// only who passed them on: both are kept, with the content of the speaker's.
func (a *article) passedOn(d, e *draft) bool {
	if d.head < 0 || e.head < 0 || len(d.source) != 1 || len(e.source) != 1 || d.source[0] == e.source[0] || inside(d.cue, e.head) || inside(e.cue, d.head) {
		return false
	}
	through := func(x *draft) bool {
		return media[a.token(x.head).Lemma] || a.token(x.head).Lower == "according"
	}
	if d.kind == claims.Indirect || through(d) == through(e) {
		return false
	}
	if through(d) {
		d, e = e, d
	}
	if e.covers(d.head) && (e.last() < e.head || e.content[0].First > e.head) {
		return false // it tells that the other speaks
	}
	e.content, e.spans.content = d.content, d.spans.content
	return true
}
