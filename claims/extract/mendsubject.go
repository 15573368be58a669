package extract

import "onrecord/claims/extract/attribution"

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
