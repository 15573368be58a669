package extract

import (
	"slices"

	"onrecord/claims/extract/attribution"
)

// judging are verbs that say what somebody makes of a thing: dismissed as,
// hailed as, branded.
var judging = wordSet(`call describe dismiss denounce condemn brand label hail praise criticise criticize slam deride mock laud attack
	reject characterise characterize blast ridicule welcome decry`)

// reported are verbs whose passive hands on what their subject says: was
// quoted by the agency as saying that ….
var reported = wordSet("quote cite report describe")

// reportedPassives reads what somebody is reported to have said where the one
// who reports it was taken for the speaker: [The general] [is quoted] by the
// agency [as saying] [that the hill would be held]; and what somebody was told:
// The jury [was told] by [the pathologist] [that …].
func (a *article) reportedPassives() {
	a.claim()
	for _, r := range a.doc.Sentences {
		for i := r.First + 2; i+3 < r.Last; i++ {
			t := a.token(i)
			if t.Quote >= 0 || t.Tag != "VBN" && t.Tag != "VBD" || !a.auxiliaryVerb(i-1) || a.token(i-1).Lemma != "be" {
				continue
			}
			var d *draft
			switch {
			case reported[t.Lemma]:
				if d = a.reportedSaying(r.First, r.Last, i); d != nil {
					a.withdraw(d.cue[1].Last)
				}
			case addressed[t.Lemma] && a.token(i+1).Lower == "by" && a.draftOf(i) < 0:
				d = a.toldByAgent(r.Last, i)
			case expected[t.Lemma] && a.draftOf(i) < 0 && a.draftOf(i+3) < 0:
				d = a.saidToHaveSaid(r.First, r.Last, i)
			}
			if d != nil {
				a.put(d)
			}
		}
	}
}

// draftOf is the draft whose cue the token heads, or -1.
func (a *article) draftOf(head int) int {
	return slices.IndexFunc(a.drafts, func(d *draft) bool { return d.head == head && d.discarded == "" })
}

// withdraw takes away the draft that the token heads.
func (a *article) withdraw(head int) {
	if k := a.draftOf(head); k >= 0 {
		a.drafts[k].drop("is part of another one")
		for _, st := range a.drafts[k].content {
			for i := st.First; i <= st.Last; i++ {
				a.owner[i] = -1
			}
		}
	}
}

// longestMention is how many words a subject has at most.
const longestMention = 20

// reportedSaying is the statement of "was quoted … as saying" with its verb at
// token i, or nil.
func (a *article) reportedSaying(first, end, i int) *draft {
	const farthest = 10 // words that tell by whom and where
	for k := i + 1; k+2 < end && k < i+farthest; k++ {
		if a.finite(k) || a.token(k).Quote >= 0 {
			return nil
		}
		if a.token(k).Lower != "as" || a.token(k+1).Tag != "VBG" || !a.scene.Communicates(k+1) && !saying[a.token(k+1).Lemma] && !judging[a.token(k+1).Lemma] {
			continue
		}
		subject := attribution.Stretch{First: first, Last: i - 2}
		last := a.endOfSentence(end)
		if subject.Last-subject.First > longestMention || !a.mention(subject) || last <= k+2 {
			return nil
		}
		d := plainDraft(i, attribution.Stretch{First: i - 1, Last: i}, subject, attribution.Stretch{First: k + 2, Last: last})
		d.cue = append(d.cue, attribution.Stretch{First: k, Last: k + 1})
		return d
	}
	return nil
}

// toldByAgent is the statement of "was told by … that" or "… to" with its verb at
// token i, or nil.
func (a *article) toldByAgent(end, i int) *draft {
	const longest = 14 // words of the agent
	for k := i + 3; k+2 < end && k < i+longest; k++ {
		if a.finite(k) || a.token(k).Quote >= 0 {
			return nil
		}
		order := a.token(k).Tag == "TO" && a.token(k+1).Tag == "VB"
		if a.token(k).Lower != "that" && !order {
			continue
		}
		agent := a.words(i+2, k-1)
		last := a.endOfSentence(end)
		if order {
			last = a.endOfOrder(k, last)
		}
		if !a.nominal(agent.First) || !a.mention(agent) || !order && !a.clause(k+1, last) {
			return nil
		}
		return plainDraft(i, attribution.Stretch{First: i - 1, Last: i}, agent, attribution.Stretch{First: k, Last: last})
	}
	return nil
}

// endOfOrder is the last word before the comma and conjunction behind which it is
// told what became of an order: was told by the speaker [to go], and refused.
func (a *article) endOfOrder(first, last int) int {
	for i := first; i < last; i++ {
		if a.token(i).Word == "," && a.token(i+1).Tag == "CC" {
			return i - 1
		}
	}
	return last
}

// saidToHaveSaid is the statement of "is said to have asked the judges whether"
// with its verb at token i, or nil.
func (a *article) saidToHaveSaid(first, end, i int) *draft {
	const longest = 8 // words of the hearer
	if i+5 >= end || a.token(i+1).Lower != "to" || a.token(i+2).Lower != "have" || !saying[a.token(i+3).Lemma] {
		return nil
	}
	subject := attribution.Stretch{First: first, Last: i - 2}
	if subject.Last < first || subject.Last-first > longestMention || !a.mention(subject) {
		return nil
	}
	for k := i + 4; k+2 < end && k < i+4+longest && !a.finite(k); k++ {
		if w := a.token(k).Lower; w != "that" && w != "whether" {
			continue
		}
		return plainDraft(i, attribution.Stretch{First: i - 1, Last: i + 3}, subject, attribution.Stretch{First: k, Last: a.endOfSentence(end)})
	}
	return nil
}

// endOfSentence is the last word before token end, or the closing mark there.
func (a *article) endOfSentence(end int) int {
	return a.saidWords(0, end-1).Last
}
