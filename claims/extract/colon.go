package extract

import "onrecord/claims/extract/attribution"

// credits makes statements of quotations that their paragraph credits to
// somebody after a dash: “…” — Jo Marsh.
func (a *article) credits() {
	const longest = 12
	a.claim()
	for p, r := range a.doc.Paragraphs {
		headed := p == 0 && len(a.doc.Paragraphs) > 1
		q := a.scene.Outermost(r.First)
		if q < 0 || int(a.scene.Quote[q].First) != r.First {
			continue
		}
		last := int(a.scene.Quote[q].Last)
		i := last + 1
		if i+1 >= r.Last || !a.isDash(i) || r.Last-i > longest || !a.capital(i+1) && !headed || !a.free(r.First, last) {
			continue
		}
		name := a.words(i+1, r.Last-1)
		if !a.mention(attribution.Stretch{First: i + 1, Last: r.Last - 1}) {
			continue
		}
		d := &draft{
			head: -1, rule: creditedQuotation, sure: 1, bounds: 1, sourced: 1, outer: -1,
			content: []attribution.Stretch{{First: r.First, Last: last}},
			cue:     []attribution.Stretch{alone(i)},
			source:  []attribution.Stretch{name},
		}
		if a.isRepeated(r.First, last) {
			d.drop("repeats a quotation of the body")
		}
		a.add(d)
	}
}

func (a *article) isDash(i int) bool {
	switch a.token(i).Word {
	case "—", "–", "--", "―", "-":
		return true
	}
	return false
}

// colonHead finds what attributes before a colon: the verb or noun that
// governs the words since the start of the sentence, with its subject or
// possessor as the source.
func (a *article) colonHead(colon int) (int, []attribution.Stretch) {
	if subject, ok := a.verbAtColon(colon - 1); ok {
		return colon - 1, []attribution.Stretch{subject}
	}
	const farthest = 80 // tokens that a sentence leads up to its colon with
	first := max(a.doc.Sentences[a.token(colon-1).Sent].First, colon-farthest)
	for i := first; i < colon; i++ {
		t := a.token(i)
		if h := t.Head; h >= first && h < colon {
			continue
		}
		for _, k := range a.scene.Kids(i) {
			switch rel := a.token(int(k)).Rel; rel {
			case "nsubj", "nmod:poss":
				if int(k) < i {
					return i, []attribution.Stretch{a.words(int(a.scene.First[k]), min(int(a.scene.Last[k]), i-1))}
				}
			}
		}
	}
	return -1, nil
}

// nameAtColon is the colon between a name that is all of its sentence so far
// and a whole sentence in quotation marks: Dr. Ada Bell: “No.”
func (a *article) nameAtColon(colon, last int) (int, []attribution.Stretch) {
	first := a.doc.Sentences[a.token(colon).Sent].First
	st := attribution.Stretch{First: first, Last: colon - 1}
	if st.Last < st.First || !a.endsSentence(last-1) || !a.mention(st) || !a.capital(first) || !a.capital(st.Last) && !a.capital(first+1) || notTurns[a.token(first).Lower] || a.temporal(st.Last) || !a.labelSpeaks(first, colon) {
		return -1, nil
	}
	if st.First == st.Last && !a.speaks(st.First, st.Last) {
		return -1, nil // Title: “…”
	}
	return colon, []attribution.Stretch{st}
}

// verbAtColon finds the mention before a verb that stands right before the
// colon: …, but his partner, Noor Haddad, disagreed: “…”.
func (a *article) verbAtColon(verb int) (attribution.Stretch, bool) {
	const longest = 16
	none := attribution.Stretch{}
	if verb < 1 || !a.finite(verb) && !a.speech(verb) {
		return none, false
	}
	sent := a.doc.Sentences[a.token(verb).Sent]
	first := verb
	for first > sent.First && first > verb-longest && a.token(first-1).Tag != "CC" && !a.finite(first-1) && a.token(first-1).Word != ";" && a.token(first-1).Quote == a.token(verb).Quote {
		first--
	}
	for first < verb && !a.nominal(first) { // what opens the sentence: Asked for his age, …
		for first < verb && a.token(first).Word != "," {
			first++
		}
		first++
	}
	last := verb - 1
	for last > first && (!a.scene.IsWord(last) || a.token(last).Tag == "RB") {
		last--
	}
	for ; first <= last; first = a.behindComma(first, last) { // …, when pressed on what it tells them, the mayor replied
		if subject := (attribution.Stretch{First: first, Last: last}); a.mention(subject) || first == last && a.pronoun(first) {
			return subject, true
		}
	}
	return none, false
}
