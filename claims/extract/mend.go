package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/claims/extract/attribution"
)

// mend sets right what the models get wrong where the parse misleads them:
// each of these forms is plain on the page.
func (a *article) mend() {
	for _, d := range a.drafts {
		if d.head < 0 || d.rule == blockQuotation {
			continue
		}
		a.inverted(d)
		a.occasionAsContent(d)
		a.wholeName(d)
	}
}

// inverted turns round a draft that took the speaker after the verb for what
// was said: “…,” recalled shepherd Ilse Tamm.
func (a *article) inverted(d *draft) {
	if len(d.content) == 2 && len(d.source) == 0 && d.content[0].Last < d.cue[0].First && d.content[1].First == d.cue[len(d.cue)-1].Last+1 && a.clause(d.content[0].First, d.content[0].Last) && a.turnedRound(d, d.content[0]) {
		d.source, d.content = d.content[1:], d.content[:1]
		return
	}
	if len(d.content) != 1 || d.content[0].First != d.cue[len(d.cue)-1].Last+1 || !strings.HasPrefix(a.token(d.head).Tag, "VB") {
		return
	}
	prev := d.cue[0].First - 1
	if prev < 0 || a.scene.IsWord(prev) {
		return
	}
	before, ok := a.sentenceBefore(prev)
	if !ok || !a.turnedRound(d, before) {
		return
	}
	d.source = d.content
	d.content = []attribution.Stretch{before}
	d.notes = append(d.notes, "the speaker stands after the verb")
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

// mention reports whether the stretch reads as the name or role of a person:
// a noun phrase that begins with a noun, a capital or an article and holds no
// verb before its first comma.
func (a *article) mention(st attribution.Stretch) bool {
	named := false
	for i := st.First; i <= st.Last && a.token(i).Word != ","; i++ {
		t := a.token(i)
		if t.Quote != a.token(st.First).Quote || t.Tag == "" {
			return false
		}
		switch t.Tag[0] {
		case 'V', 'M', 'T', 'W':
			return false
		}
		named = named || a.capital(i) || a.scene.Personal(i)
	}
	return named
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

// described reports whether the stretch is a noun phrase and nothing else.
func (a *article) described(st attribution.Stretch) bool {
	if t := a.token(st.First); t.Tag != "DT" && t.Tag != "PRP$" {
		return false
	}
	for i := st.First; i <= st.Last; i++ {
		if t := a.token(i); a.finite(i) || t.Tag == "TO" || t.Tag == "CC" || t.Lower == "that" || t.Quote != a.token(st.First).Quote {
			return false
		}
	}
	return true
}

func (a *article) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(a.token(i).Word)
	return unicode.IsUpper(r)
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

// timeOfEntry takes the time at the head of an entry of a live blog out of its
// content and source: "10:32 The minister says …".
func (a *article) timeOfEntry(d *draft) {
	for _, part := range [][]attribution.Stretch{d.content, d.source} {
		if len(part) == 0 {
			continue
		}
		i := part[0].First
		w := a.token(i).Word
		if i == a.doc.Paragraphs[a.scene.Para[i]].First && i < part[0].Last && len(w) >= len("9:15") && unicode.IsDigit(rune(w[0])) && strings.ContainsAny(w, ":.") && !strings.HasSuffix(w, ".") && a.capital(a.scene.NextWord(i)) {
			part[0].First = a.scene.NextWord(i)
		}
	}
}

// wholeName completes a source that was cut inside a run of names and nouns:
// [Fire chief] Andre Lomax, Harbour [chief Nils Oberon].
func (a *article) wholeName(d *draft) {
	if len(d.source) != 1 {
		return
	}
	st := &d.source[0]
	for i := st.Last + 1; a.joins(i, st.Last, d); i++ {
		st.Last = i
	}
	for i := st.First - 1; i >= 0 && a.joins(i, st.First, d) && !a.temporal(i); i-- {
		st.First = i
	}
}

// joins reports whether token i continues the run of nouns at token at.
func (a *article) joins(i, at int, d *draft) bool {
	if i < 0 || i >= len(a.doc.Tokens) || d.covers(i) || inside(d.cue, i) || a.token(i).Sent != a.token(at).Sent || a.token(i).Quote != a.token(at).Quote {
		return false
	}
	noun := func(k int) bool {
		return a.scene.IsWord(k) && (strings.HasPrefix(a.token(k).Tag, "NN") || a.scene.MayBePerson(k))
	}
	if !noun(i) || !noun(at) {
		return false
	}
	return a.token(max(i, at)).Tag == "NNP" || i < at && a.token(i).Head == at
}

// temporal reports whether the token names a day, month or other time, which
// stands beside a source without belonging to it.
func (a *article) temporal(i int) bool {
	switch a.token(i).Lower {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"week", "month", "year", "morning", "afternoon", "evening", "night", "day", "weekend", "time":
		return true
	}
	return false
}
