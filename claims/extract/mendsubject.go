package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// subjectElsewhere finds the source by the structure of the sentence where the
// words before the cue mislead: it belongs to a verb further left, or a
// relative clause or auxiliary stands between.
func (a *article) subjectElsewhere(d *draft) {
	a.unseenSubject(d)
	if len(d.source) == 1 {
		a.withoutAuxiliary(d)
		a.wholePossessive(d)
		a.withAppositive(d)
		a.afterConjunction(d)
	}
}

// wholePossessive joins a source that was cut at a possessive: [UNESCO's
// director-general].
func (a *article) wholePossessive(d *draft) {
	st := &d.source[0]
	if last := d.cue[0].First - 1; a.token(st.Last).Tag == "POS" && strings.HasPrefix(a.token(d.head).Tag, "VB") && last > st.Last {
		for i := st.Last + 1; i <= last && a.joinable(d, i); i++ {
			if i == last {
				st.Last = last
			}
		}
	}
	if st.First < 2 || a.token(st.First-1).Tag != "POS" || !a.joinable(d, st.First-2) {
		return
	}
	first := st.First - 2
	for first > 0 && a.joinable(d, first-1) && a.token(first-1).Sent == a.token(st.First).Sent {
		first--
	}
	if whole := (attribution.Stretch{First: first, Last: st.Last}); !a.covered(d, whole) {
		*st = whole
	}
}

// joinable reports whether the token can be a word within a noun phrase of the
// source: no part of the cue, in the same quotation.
func (a *article) joinable(d *draft, i int) bool {
	if i >= len(a.doc.Tokens) || inside(d.cue, i) || d.covers(i) || a.token(i).Quote != a.token(d.head).Quote {
		return false
	}
	switch tag := a.token(i).Tag; tag {
	case "HYPH", "DT", "PRP$":
		return true
	default:
		return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ")
	}
}

// covered reports whether the content holds a token of the stretch.
func (a *article) covered(d *draft, st attribution.Stretch) bool {
	for i := st.First; i <= st.Last; i++ {
		if d.covers(i) {
			return true
		}
	}
	return false
}

// unseenSubject finds the source where the models saw none, mostly because
// nothing in it looks like a person: “…,” [the 23-year-old] admitted. It stands
// between the quotation and the cue or behind the cue, or it is the subject of
// the cue or of the verb that the cue is joined to.
func (a *article) unseenSubject(d *draft) {
	if len(d.source) > 0 || a.inPassive(d.head) {
		return
	}
	subject, ok := a.besideCue(d)
	if !ok {
		subject, ok = a.nounsBefore(d)
	}
	if !ok {
		subject, ok = a.subjectOf(a.firstVerb(d.head))
	}
	if !ok || !a.clear(d, subject) {
		return
	}
	switch a.token(subject.First).Lower {
	case "it", "there", "what":
		return
	}
	d.source = []attribution.Stretch{subject}
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

// besideCue is the noun phrase between a content and the cue behind it, or
// behind that cue, which gives back the words that it took from it.
func (a *article) besideCue(d *draft) (attribution.Stretch, bool) {
	for d.cue[0].First < d.head && (a.nominal(d.cue[0].First) || a.token(d.cue[0].First).Tag == "HYPH") {
		d.cue[0].First++
	}
	before := -1
	for _, c := range d.content {
		if c.Last < d.cue[0].First {
			before = c.Last
		}
	}
	if before < 0 {
		return attribution.Stretch{}, false
	}
	st := attribution.Stretch{First: a.scene.NextWord(before), Last: d.cue[0].First - 1}
	if st.First > d.head || a.token(st.First).Sent != a.token(d.head).Sent {
		return st, false
	}
	if st.First <= st.Last {
		single := st.First == st.Last && a.token(st.First).Rel == "nsubj" // “…, scientists said”, whatever its tag
		return st, single || a.nounPhrase(st) || a.mention(st)
	}
	st = attribution.Stretch{First: d.head + 1, Last: d.head}
	r := a.doc.Sentences[a.token(d.head).Sent]
	for i := st.First; i < r.Last && a.token(i).Quote == a.token(d.head).Quote; i++ {
		if t := a.token(i); !a.nominal(i) && t.Tag != "HYPH" && t.Tag != "POS" || a.temporal(i) {
			break
		}
		st.Last = i
	}
	return st, st.Last >= st.First
}

// nounsBefore is the run of nouns right before a cue that opens a clause: [The
// owners] retort …
func (a *article) nounsBefore(d *draft) (attribution.Stretch, bool) {
	st := attribution.Stretch{First: d.cue[0].First, Last: d.cue[0].First - 1}
	if !a.speech(d.head) && !a.finite(d.head) || d.content[0].First < st.First {
		return st, false
	}
	for i := st.Last; i >= 0 && a.token(i).Sent == a.token(d.head).Sent && (a.nominal(i) || a.token(i).Tag == "HYPH" || a.token(i).Tag == "POS"); i-- {
		st.First = i
	}
	opens := st.First == 0 || a.token(st.First-1).Sent != a.token(d.head).Sent || !a.scene.IsWord(st.First-1)
	return st, opens && st.First <= st.Last && a.nominal(st.First) && !a.temporal(st.Last)
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

// clear reports whether the stretch shares no token with the content and the cue,
// and stands where the cue stands: in the same quotation or in none.
func (a *article) clear(d *draft, st attribution.Stretch) bool {
	for i := st.First; i <= st.Last; i++ {
		if d.covers(i) || inside(d.cue, i) || i == st.First && a.token(i).Quote != a.token(d.head).Quote {
			return false
		}
	}
	return true
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

// afterConjunction takes the noun phrase between a conjunction and the cue for the
// source where the models took the main clause in front, or how much later it
// was: The chairman resigned, hours after [a report] blamed him.
func (a *article) afterConjunction(d *draft) {
	const longest = 10
	st, first := &d.source[0], d.cue[0].First
	if st.Last >= first {
		return
	}
	clause := a.clause(st.First, st.Last)
	for i := first - 1; i > 0 && i > first-longest && !a.finite(i); i-- {
		switch a.token(i).Lower {
		case "after", "before":
			clause = clause || spansOfTime[a.token(i-1).Lower]
		case "when", "because", "while":
		default:
			continue
		}
		if subject := (attribution.Stretch{First: i + 1, Last: first - 1}); clause && subject.First <= subject.Last && a.nominal(subject.First) && a.onePhrase(subject) && !a.covered(d, subject) {
			*st = subject
		}
		return
	}
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

var spansOfTime = wordSet("second seconds minute minutes hour hours day days week weeks month months year years moment moments")
