package extract

import (
	"strings"

	"onrecord/claims"
)

// notYet reports a cue in the future: "will tell parliament".
func (a *article) notYet(d *draft) bool {
	if tag := a.token(d.head).Tag; tag == "VBD" || tag == "VBZ" {
		return false // the parser is mistaken: “… will be paid,” she said
	}
	return d.kind != claims.Direct && a.auxiliary(d.head, "will", "'ll", "shall") && a.token(d.head).Quote < 0
}

// possible reports a cue that may or might be said: “critics may well argue”.
func (a *article) possible(d *draft) bool {
	if d.kind == claims.Direct || a.token(d.head).Quote >= 0 || len(d.cue) == 0 {
		return false
	}
	if h := a.token(d.head).Head; h >= 0 && a.token(h).Lower == "likely" && a.token(d.head).Tag == "VB" {
		return true
	}
	before := a.token(max(0, d.head-1)).Lower
	if a.auxiliary(d.head, "would") && (before == "would" || before == "have" && a.token(max(0, d.head-2)).Lower == "would") && saying[a.token(d.head).Lemma] && a.token(d.head+1).Lower != "only" {
		return true // and not “would later say”, “would not say”, “would say only”
	}
	return a.token(d.head).Tag == "VB" && a.auxiliary(d.head, "may", "might", "could") && !a.auxiliary(d.head, "not", "n't", "n’t", "only")
}

// extraposed reports a clause that “it” stands for and nobody is named to say:
// it is rumoured in the town that …, it emerged that …, legend has it that …
func (a *article) extraposed(d *draft) bool {
	if d.kind == claims.Direct || d.content[0].First < d.head {
		return false
	}
	if a.token(d.head).Lemma == "have" && a.token(d.head+1).Lower == "it" {
		i := d.head - 1
		return i >= 0 && strings.HasPrefix(a.token(i).Tag, "NN") && a.firstWord(a.doc.Sentences[a.token(i).Sent]) == i && a.scene.Communicates(i)
	}
	subject, ok := a.subjectOf(d.head)
	if !ok || subject.First != subject.Last || a.token(subject.First).Lower != "it" {
		return false
	}
	if len(d.source) == 1 && d.source[0].First > d.head && a.token(d.source[0].First-1).Lower == "by" {
		return false
	}
	lemma := a.token(d.head).Lemma
	passive := a.token(max(0, d.head-1)).Lemma == "be" && strings.HasSuffix(a.token(d.head).Lower, "ed") // is hoped, whatever its tag
	return passive || a.inPassive(d.head) || lemma == "emerge" || lemma == "transpire"
}

// conditional reports a cue in a condition: "if the doctors say".
func (a *article) conditional(d *draft) bool {
	t := a.token(d.head)
	r := a.doc.Sentences[t.Sent]
	if d.content[0].First > d.head && d.head-r.First <= longestMention && t.Quote < 0 && d.kind != claims.Direct &&
		a.token(a.firstWord(r)).Lower == "should" && (t.Tag == "VB" || t.Tag == "VBP") && !a.clause(r.First+1, d.head-1) {
		return true // Should the court find that …
	}
	return saying[a.token(d.head).Lemma] && a.auxiliary(d.head, "if", "unless")
}

// agentless reports a cue in the passive without a source: "is expected to".
func (a *article) agentless(d *draft) bool {
	if len(d.source) > 0 || d.kind == claims.Direct {
		return false
	}
	if t := a.token(d.head); impersonal[t.Lemma] || impersonal[t.Lower] {
		return true
	}
	if !strings.HasPrefix(a.token(d.head).Tag, "VB") {
		return false
	}
	if a.token(d.head).Lower == "asked" {
		return true // Asked about the keys, she laughed.
	}
	return a.auxiliary(d.head, "is", "are", "was", "were", "been", "be", "being", "'s", "'re")
}

// impersonal are cues that tell of no particular source unless one is named:
// the tower reportedly leans, the lake known as the Mirror.
var impersonal = wordSet(`reportedly allegedly supposedly purportedly apparently seemingly seem appear look know name title nickname
	dub list entitle`)

// foreseen reports what is expected of its subject by nobody in particular:
// the storm was forecast to turn, sales are expected to fall.
func (a *article) foreseen(d *draft) bool {
	t, i := a.token(d.head), a.first(d)
	if d.kind == claims.Direct || i < d.head || d.cue[len(d.cue)-1].Last != d.head {
		return false
	}
	if t.Lemma == "seem" || t.Lemma == "appear" {
		return a.token(i).Tag != "TO"
	}
	passive := t.Tag == "VBN" || t.Tag == "VBD"
	return passive && len(d.source) == 1 && d.source[0].Last < d.head && expected[t.Lemma] && a.token(i).Tag == "TO"
}

// expected are verbs whose passive says what is thought of the subject.
var expected = wordSet(`expect forecast believe think say know schedule report allege rumour rumor suppose project predict estimate deem
	consider understand fear presume slate set`)

// describedNoun reports a noun for words with no more behind it than a clause about
// the noun: “a warning that drew an angry response” does not say what of.
func (a *article) describedNoun(d *draft) bool {
	i := a.first(d)
	if !strings.HasPrefix(a.token(d.head).Tag, "NN") || d.kind == claims.Direct || i != d.head+1 || a.token(i).Tag != "WDT" {
		return false
	}
	for i++; a.token(i).Tag == "RB"; i++ {
	}
	return (a.token(i).Tag == "VBD" || a.token(i).Tag == "VBZ" || a.token(i).Tag == "MD") && a.token(i).Word == a.token(i).Lower
}
