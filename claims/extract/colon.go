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
		if i+1 >= r.Last || a.scene.IsWord(i) || !a.isDash(i) || r.Last-i > longest || !a.capital(i+1) && !headed || !a.free(r.First, last) || !a.mention(attribution.Stretch{First: i + 1, Last: r.Last - 1}) {
			continue
		}
		d := &draft{
			head: -1, rule: creditedQuotation, sure: 1, bounds: 1, sourced: 1, outer: -1,
			content: []attribution.Stretch{{First: r.First, Last: last}},
			cue:     []attribution.Stretch{{First: i, Last: i}},
			source:  []attribution.Stretch{a.words(i+1, r.Last-1)},
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

// headlines reads the forms that only headlines have: "Regulator: Water bills
// too high" and "Fares to rise, says Brightman".
func (a *article) headlines() {
	const longest = 30
	if len(a.doc.Paragraphs) < 2 {
		return
	}
	r := a.doc.Paragraphs[0]
	end := a.saidWords(r.First, r.Last-1).Last
	if r.Len() > longest || r.Len() < 4 || a.token(r.Last-1).Word == "." {
		return
	}
	for i := r.First + 1; i < end; i++ {
		var d *draft
		switch {
		case a.token(i).Word == ":" && i-r.First <= 4 && a.labelSpeaks(r.First, i) && a.speaks(r.First, i-1):
			d = &draft{cue: []attribution.Stretch{{First: i, Last: i}}, source: []attribution.Stretch{{First: r.First, Last: i - 1}}, content: []attribution.Stretch{{First: i + 1, Last: end}}}
		case a.token(i).Word == "," && i+2 <= end && headlineVerbs[a.token(i+1).Lower] && end-i <= 8:
			d = &draft{cue: []attribution.Stretch{{First: i + 1, Last: i + 1}}, source: []attribution.Stretch{{First: i + 2, Last: end}}, content: []attribution.Stretch{{First: a.pastTopic(r.First, i-1), Last: i - 1}}}
		default:
			continue
		}
		for _, o := range a.drafts {
			if o.head >= 0 && r.Has(o.head) {
				o.drop("is part of a headline with its own source")
			}
		}
		d.head, d.rule, d.sure, d.bounds, d.sourced, d.outer = d.cue[0].First, headline, 0.8, 1, 1, -1
		a.drafts = append(a.drafts, d)
		return
	}
}

// labelSpeaks reports whether the words before a headline's colon can be a speaker:
// no “Coach as hero”, “Minister in court” or “Live”.
func (a *article) labelSpeaks(first, colon int) bool {
	if notTurns[a.token(first).Lower] {
		return false
	}
	for i := first; i < colon; i++ {
		switch a.token(i).Lower {
		case "as", "with", "without", "in", "under", "after", "before", "against", "versus", "v", "vs", "on", "and", "or":
			return false
		}
	}
	return true
}

// pastTopic is where the quotation begins that ends at token last, if a colon
// sets it off from the topic of the headline; else first.
func (a *article) pastTopic(first, last int) int {
	q := a.scene.Outermost(last)
	if q < 0 || int(a.scene.Quote[q].Last) != last {
		return first
	}
	if start := int(a.scene.Quote[q].First); start > first && a.token(start-1).Word == ":" {
		return start
	}
	return first
}

var headlineVerbs = wordSet("say says said warn warns claim claims argue argues admit admits insist insists finds find fear fears")

// speaks reports whether the words name somebody who speaks in the article: a
// role, or a name that is the source of a statement.
func (a *article) speaks(first, last int) bool {
	if a.scene.Personal(last) {
		return true
	}
	for _, d := range a.drafts {
		if a.scene.Para[d.content[0].First] == 0 {
			continue
		}
		for _, st := range d.source {
			for i := st.First; i <= st.Last; i++ {
				if a.token(i).Lower == a.token(last).Lower && a.capital(i) {
					return true
				}
			}
		}
	}
	return false
}
