package extract

import (
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
)

// quotedPredicates completes quotations that begin with the verb of a clause
// whose subject the reporter words: [The new depot “will never open,”] said
// Hale; [The others], she said, [“are waiting for a letter”].
func (a *article) quotedPredicates() {
	a.claim()
	for k, d := range a.drafts {
		if d.discarded != "" || d.head < 0 || d.kind != claims.Direct || len(d.content) == 0 || !a.opensWithVerb(d.content[0].First) {
			continue
		}
		st := &d.content[0]
		r := a.doc.Sentences[a.token(st.First).Sent]
		first := a.firstWord(r)
		if d.head < st.First { // the cue stands in front
			if end, ok := a.subjectAround(d, first); ok && a.free(first, end) {
				d.content = append([]attribution.Stretch{{First: first, Last: end}}, d.content...)
				a.take(k)
			}
			continue
		}
		if first < st.First && a.doc.Tokens[first].Quote < 0 && a.free(first, st.First-1) && a.subjectOnly(first, st.First-1) {
			st.First = first
			a.take(k)
		}
	}
}

// opensWithVerb reports whether a quotation opens at the token, or right behind
// it, and its first word is a finite verb in lower case.
func (a *article) opensWithVerb(i int) bool {
	q := a.token(i).Quote
	if q < 0 {
		return false
	}
	first := a.scene.NextWord(int(a.scene.Quote[q].First))
	if first >= len(a.doc.Tokens) || i > first || a.token(first).Quote != q {
		return false
	}
	c, _ := utf8.DecodeRuneInString(a.token(first).Word)
	return unicode.IsLower(c) && a.finite(first)
}

// subjectOnly reports whether the words lack just their verb: they end with a
// noun phrase and hold no finite verb outside what is set in.
func (a *article) subjectOnly(first, last int) bool {
	const longest = 25
	last = a.words(first, last).Last
	return last-first < longest && !a.clause(first, last) && a.token(last).Tag != "IN" && a.token(last).Tag != "CC" && a.token(last).Tag != "TO" && a.token(last).Tag != "RB"
}

// subjectAround is where the subject ends that stands before a reporting clause
// set in by commas, from the first token of the sentence: [The others], she
// said, “are …”.
func (a *article) subjectAround(d *draft, first int) (int, bool) {
	cue := d.head
	for _, st := range d.cue {
		cue = min(cue, st.First)
	}
	for _, st := range d.source {
		cue = min(cue, st.First)
	}
	open := int(a.scene.Quote[a.token(d.content[0].First).Quote].First)
	if cue-2 < first || a.token(cue-1).Word != "," || a.token(open-1).Word != "," {
		return 0, false
	}
	return cue - 2, a.token(cue-2).Quote < 0 && a.subjectOnly(first, cue-2)
}
