package extract

import "onrecord/claims/extract/attribution"

// announcedQuotations makes statements of quotations that a colon announces
// and that have no statement yet: "She was blunt: “…”", "Her words: “…”"; and
// of quoted sentences that a verb of speech with its subject and a comma do.
func (a *article) announcedQuotations() {
	a.claim()
	if a.setFree() {
		a.claim()
	}
	for _, q := range a.quotations() {
		first, last := q.First, q.Last
		if first < 2 || !a.free(first, last) {
			continue
		}
		head, source, how := -1, []attribution.Stretch(nil), colonCue
		switch a.token(first - 1).Word {
		case ":":
			if head, source = a.colonHead(first - 1); head < 0 {
				head, source = a.nameAtColon(first-1, last)
			}
		case ",":
			if subject, ok := a.verbAtColon(first - 2); ok && a.speech(first-2) && a.clauseWithin(first, last) && a.endsSentence(last-1) {
				head, source, how = first-2, []attribution.Stretch{subject}, plainFrame
			}
		}
		if head < 0 {
			continue
		}
		a.add(&draft{
			head: head, rule: how, sure: 0.8, bounds: 1, sourced: 1, outer: -1, source: source,
			content: []attribution.Stretch{q},
			cue:     []attribution.Stretch{a.verbGroup(head, max(head, first-2))},
		})
	}
}

// setFree takes quotations out of the reported words in front that were read on
// to them, over another clause with a verb that announces it: said [rents would
// rise], and when asked for figures, the mayor replied, “Wait.” It reports
// whether there was one.
func (a *article) setFree() bool {
	found := false
	for _, q := range a.quotations() {
		first := q.First
		if first < 2 || a.owner[first] < 0 || a.token(first-1).Word != "," || !a.speech(first-2) {
			continue
		}
		d := a.drafts[a.owner[first]]
		st := &d.content[len(d.content)-1]
		subject, ok := a.verbAtColon(first - 2)
		if !ok || d.head >= st.First {
			continue
		}
		if end := a.clauseBefore(subject.First, st.First); end > st.First {
			st.Last, found = end, true
		}
	}
	return found
}

// clauseBefore is where the clause ends behind which a comma and a conjunction
// begin the one that token i is in, no earlier than token least; -1 for none.
func (a *article) clauseBefore(i, least int) int {
	const farthest = 40
	for k := i - 1; k > least+1 && k > i-farthest; k-- {
		if a.token(k).Tag == "CC" && a.token(k-1).Word == "," {
			return k - 2
		}
	}
	return -1
}
