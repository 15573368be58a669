package extract

import (
	"strings"

	"onrecord/claims/extract/attribution"
)

// mend sets right what the models get wrong where the parse misleads them: each of
// these forms is plain on the page. All drafts are still the models' own.
func (a *article) mend() {
	for _, d := range a.drafts {
		a.inverted(d)
		a.occasionAsContent(d)
		a.wholeName(d)
		a.mendCue(d)
	}
	a.coordinated()
	for _, d := range a.drafts {
		a.mendContent(d)
		a.mendSource(d)
		a.fromThat(d)
		a.beforeMain(d)
	}
}

// mendCue sets right where the cue and what surrounds it were divided wrongly.
func (a *article) mendCue(d *draft) {
	a.accordingTo(d)
	a.possessed(d)
	a.hearsay(d)
	a.recipient(d)
	a.relative(d)
}

// mendContent sets right where a content begins and ends beside its cue.
func (a *article) mendContent(d *draft) {
	a.withoutAside(d)
	a.timeFirst(d)
	a.fronted(d)
	a.subjectNoun(d)
	a.around(d)
	a.ownParagraph(d)
	a.wholeQuotation(d)
}

// mendSource finds a source that the models did not see, and takes in what belongs
// to it and out what only stands beside it: a role, the day, the occasion.
func (a *article) mendSource(d *draft) {
	if len(d.source) == 0 {
		a.capitalSubject(d)
		a.nameInContent(d)
		a.unseenSubject(d)
	}
	if len(d.source) != 1 {
		return
	}
	a.withoutAuxiliary(d)
	a.wholePossessive(d)
	a.withAppositive(d)
	a.afterConjunction(d)
	a.roleInContent(d)
	a.leadIn(d)
	a.ownersHead(d)
	a.trailing(d)
}

// inverted turns round a draft that took the speaker after the verb for what
// was said: “…,” recalled shepherd Ilse Tamm.
func (a *article) inverted(d *draft) {
	speaker := d.content[len(d.content)-1]
	if speaker.First != d.cue[len(d.cue)-1].Last+1 {
		return
	}
	if before, ok := a.saidBefore(d); ok && a.turnedRound(d, before) {
		d.source, d.content = []attribution.Stretch{speaker}, []attribution.Stretch{before}
		d.notes = append(d.notes, "the speaker stands after the verb")
	}
}

// saidBefore is what was said if the speaker stands after the verb: the words that
// the models saw before it or, where they saw none, those that stand there.
func (a *article) saidBefore(d *draft) (attribution.Stretch, bool) {
	first := d.content[0]
	if len(d.content) == 2 {
		return first, len(d.source) == 0 && first.Last < d.cue[0].First && a.clause(first.First, first.Last)
	}
	prev := d.cue[0].First - 1
	if len(d.content) != 1 || prev < 0 || a.scene.IsWord(prev) || !strings.HasPrefix(a.token(d.head).Tag, "VB") {
		return attribution.Stretch{}, false
	}
	return a.sentenceBefore(prev)
}

// occasions open a clause that tells when or how somebody spoke.
var occasions = wordSet("as when while after before during")

// occasionAsContent sets right a draft that took the occasion behind the verb
// for what was said, though a clause stands before the speaker: “…, the mayor
// claimed as she opened the fair”.
func (a *article) occasionAsContent(d *draft) {
	if len(d.source) != 1 || d.content[0].First < d.head || !occasions[a.token(d.content[0].First).Lower] {
		return
	}
	prev := d.source[0].First - 1
	if prev < 0 || a.scene.IsWord(prev) || !saying[a.token(d.head).Lemma] {
		return
	}
	before, ok := a.sentenceBefore(prev)
	if !ok || !a.clause(before.First, before.Last) {
		return
	}
	d.content = []attribution.Stretch{before}
	d.notes = append(d.notes, "the words before the speaker are the content")
}

// turnedRound reports whether what follows the verb of speech can only be its
// subject, and what stands before it what was said: a name, or a noun phrase where
// the words before are a plain clause and the verb has no other subject.
func (a *article) turnedRound(d *draft, before attribution.Stretch) bool {
	speaker, says, tells := d.content[len(d.content)-1], saying[a.token(d.head).Lemma], a.scene.Communicates(d.head)
	if a.mention(speaker) {
		return says || tells && !a.hasOwnSubject(d)
	}
	plain := a.insertionEnd(a.doc.Sentences[a.token(d.head).Sent], before.First) >= before.Last
	return plain && (says || tells) && a.described(speaker) && !a.hasOwnSubject(d)
}

// hasOwnSubject reports whether the cue has its subject before it or is no
// finite verb.
func (a *article) hasOwnSubject(d *draft) bool {
	_, ok := a.subjectOf(a.firstVerb(d.head))
	return ok || !a.finite(d.head)
}

// sentenceBefore is the quotation that ends before the mark at token i or, in
// front of a comma, the clause that begins the sentence.
func (a *article) sentenceBefore(i int) (attribution.Stretch, bool) {
	if q := a.scene.Outermost(i); q >= 0 && int(a.scene.Quote[q].Last) == i {
		return attribution.Stretch{First: int(a.scene.Quote[q].First), Last: i}, true
	}
	if a.token(i).Word != "," {
		return attribution.Stretch{}, false
	}
	if q := a.scene.Outermost(max(0, i-1)); q >= 0 && int(a.scene.Quote[q].Last) == i-1 {
		return attribution.Stretch{First: int(a.scene.Quote[q].First), Last: i - 1}, true
	}
	first := a.doc.Sentences[a.token(i).Sent].First
	for k := first; k < i; k++ {
		if strings.HasPrefix(a.token(k).Tag, "VB") || a.token(k).Tag == "MD" {
			return attribution.Stretch{First: first, Last: i - 1}, true
		}
	}
	return attribution.Stretch{}, false
}
