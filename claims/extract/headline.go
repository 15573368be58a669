package extract

import "onrecord/claims/extract/attribution"

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
		var cue, source, content attribution.Stretch
		switch {
		case a.token(i).Word == ":" && i-r.First <= 4 && a.labelSpeaks(r.First, i) && a.speaks(r.First, i-1):
			cue, source, content = alone(i), attribution.Stretch{First: r.First, Last: i - 1}, attribution.Stretch{First: i + 1, Last: end}
		case a.token(i).Word == "," && i+2 <= end && headlineVerbs[a.token(i+1).Lower] && end-i <= 8:
			cue, source, content = alone(i+1), attribution.Stretch{First: i + 2, Last: end}, attribution.Stretch{First: a.pastTopic(r.First, i-1), Last: i - 1}
		default:
			continue
		}
		for _, o := range a.drafts {
			if o.head >= 0 && r.Has(o.head) {
				o.drop("is part of a headline with its own source")
			}
		}
		d := plainDraft(cue.First, cue, source, content)
		d.rule = headline
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
