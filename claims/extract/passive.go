package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// judging are verbs that say what somebody makes of a thing: dismissed as,
// hailed as, branded.
var judging = wordSet(`call describe dismiss denounce condemn brand label hail praise criticise criticize slam deride mock laud attack
	reject characterise characterize blast ridicule welcome decry`)

// passives reads a judgement in the passive that the models left out or took its
// subject for the speaker: [The plan] [was dismissed] [as “a gift”] by [the
// mayor].
func (a *article) passives() {
	a.claim()
	for q := range a.doc.Quotations {
		m := a.scene.Quote[q]
		first, last := int(m.First), int(m.Last)
		if a.doc.Quotations[q].Outer >= 0 || last <= first {
			continue
		}
		d := a.passive(first, last)
		if d == nil {
			continue
		}
		if k := a.owner[first+1]; k >= 0 && a.drafts[k].head == d.head {
			a.drafts[k].source, a.drafts[k].content, a.drafts[k].cue = d.source, d.content, d.cue
		} else if a.free(first, last) {
			a.add(d)
		}
	}
}

// passive is the statement of a quotation between a passive verb and its
// agent, or nil.
func (a *article) passive(first, last int) *draft {
	verb := first - 1
	if verb > 0 && a.token(verb).Lower == "as" {
		verb--
	}
	if verb < 1 || a.token(verb).Tag != "VBN" || !judging[a.token(verb).Lemma] {
		return nil
	}
	r := a.doc.Sentences[a.token(verb).Sent]
	from := last + 1
	if from < r.Last && a.token(from).Word == "," {
		from++
	}
	source, ok := a.agent(from, r.Last)
	subject, known := a.subjectOf(verb)
	if !ok || !known {
		return nil
	}
	cue := a.verbGroup(verb, verb)
	if subject.Last >= cue.First {
		return nil
	}
	return &draft{
		head: verb, rule: plainFrame, sure: 0.8, bounds: 1, sourced: 1, outer: -1,
		content: []attribution.Stretch{subject, {First: verb + 1, Last: last}},
		cue:     []attribution.Stretch{cue}, source: []attribution.Stretch{source},
	}
}

// agent is the mention behind "by" at token i, up to a verb or mark.
func (a *article) agent(i, end int) (attribution.Stretch, bool) {
	if i+1 >= end || a.token(i).Lower != "by" {
		return attribution.Stretch{}, false
	}
	st := attribution.Stretch{First: i + 1, Last: i + 1}
	for k := i + 2; k < end && a.token(k).Quote == a.token(i).Quote; k++ {
		if t := a.token(k); !a.scene.IsWord(k) && t.Tag != "POS" && t.Tag != "HYPH" || strings.HasPrefix(t.Tag, "V") || a.temporal(k) {
			break
		}
		st.Last = k
	}
	for st.Last > st.First && (a.token(st.Last).Tag == "IN" || a.token(st.Last).Tag == "CC" || a.token(st.Last).Tag == "DT") {
		st.Last--
	}
	return st, a.mention(st)
}
