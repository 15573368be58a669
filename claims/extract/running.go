package extract

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
)

// shortest is the number of words from which a quotation without a cue of its
// own counts as speech; shorter ones are mostly terms and titles.
const shortest = 3

// running gives quoted sentences without a cue of their own to the statement
// before them in the same paragraph: "A," he said. "B. C." So it does with those
// that end in a quotation: "A," he said. Instead, "b."
func (a *article) running() {
	a.claim()
	near := a.paragraphDrafts()
	for _, st := range a.quotations() {
		if !a.free(st.First, st.Last) {
			continue
		}
		beside := near[a.scene.Para[st.First]]
		alone := a.standsAlone(st.First, st.Last)
		if !alone {
			if end := a.finished(st.First, st.Last); end >= 0 {
				st.Last = end
			} else if st.First = a.ledInto(st.First, st.Last, beside); st.First < 0 {
				continue
			}
		}
		if k := a.before(st.First, beside); k >= 0 && (alone || a.drafts[k].kind != claims.Indirect) {
			a.goOn(k, st)
		}
	}
}

// ledInto is the first token of a sentence that has no cue and ends with the
// quotation from first to last, or -1. near are the drafts of the paragraph.
func (a *article) ledInto(first, last int, near []int) int {
	const longest, adverbial = 20, 4 // tokens that lead up to the quotation, and those of “In fact,”
	r := a.doc.Sentences[a.token(first).Sent]
	led := first - r.First // tokens
	if led == 0 || led > longest || last-first <= shortest || !a.free(r.First, first) || a.lastWord(r) > last || !a.endsSentence(last-1) {
		return -1
	}
	if w := a.token(first - 1).Word; w == ":" || w == "," && led > adverbial {
		return -1
	}
	for _, k := range near {
		if d := a.drafts[k]; d.discarded == "" && r.Has(d.head) {
			return -1
		}
	}
	return r.First
}

// interrupted gives the second half of a quotation to the statement of the
// first where more than the cue stands between: “A,” she said, pointing at the
// bridge, “b.”
func (a *article) interrupted() {
	a.claim()
	all := a.quotations()
	for i := 1; i < len(all); i++ {
		if before, q := all[i-1], all[i]; a.goesOn(before.Last, q.First) {
			a.resume(before, q)
		}
	}
}

// goesOn reports whether a quotation whose closing mark is at last goes on with
// the one whose opening mark is at first: after commas, in the same sentence, in
// lower case.
func (a *article) goesOn(last, first int) bool {
	c, _ := utf8.DecodeRuneInString(a.token(first + 1).Word)
	return unicode.IsLower(c) && first-1 > last+1 && a.token(first-1).Word == "," && a.token(last-1).Word == "," &&
		a.token(first).Sent == a.token(last).Sent
}

// resume adds the quotation q to the statement that the one before is of, if
// nobody else says it.
func (a *article) resume(before, q attribution.Stretch) {
	const between = 2 // words between a cue and a quotation that is not its own
	k, other := a.owner[before.First+1], a.owner[q.First+1]
	if k < 0 || k == other || a.drafts[k].head > q.First || a.drafts[k].head < before.Last {
		return
	}
	if other >= 0 {
		d := a.drafts[other]
		words := 0
		for i := d.head + 1; i < q.First; i++ {
			if a.scene.IsWord(i) {
				words++
			}
		}
		st := &d.content[len(d.content)-1]
		if d.head < a.drafts[k].head || a.token(d.head).Tag != "VBG" || words < between || st.Last > q.Last {
			return
		}
		if st.First >= q.First-1 {
			d.drop("belongs to the quotation around it")
		} else {
			st.Last = q.First - 2
		}
	}
	a.goOn(k, q)
}

// free reports whether no token of the range is content, cue or source yet.
func (a *article) free(first, last int) bool {
	for i := first; i <= last; i++ {
		if a.owner[i] >= 0 {
			return false
		}
	}
	return true
}

// standsAlone reports whether the range is made of whole sentences: nothing
// but marks before it since the last sentence and after it up to the next.
func (a *article) standsAlone(first, last int) bool {
	words := 0
	for i := first; i <= last && words < shortest; i++ {
		if a.scene.IsWord(i) {
			words++
		}
	}
	if words < shortest {
		return false
	}
	if !a.opensSentence(first) {
		return false
	}
	n := last + 1
	if n >= len(a.doc.Tokens) || a.scene.Para[n] != a.scene.Para[last] {
		return true
	}
	return a.token(n).Sent != a.token(last).Sent && a.endsSentence(last-1) || a.endsSentence(n)
}

// opensSentence reports whether only marks stand between the last sentence and
// the token.
func (a *article) opensSentence(first int) bool {
	for i := first - 1; i >= 0 && a.scene.Para[i] == a.scene.Para[first] && !a.endsSentence(i); i-- {
		if a.scene.IsWord(i) || a.token(i).Word == ":" || a.token(i).Word == "," {
			return false
		}
	}
	return true
}

// before finds the statement that a quotation at token i goes on from: the
// last one of the paragraph, if its speech is quoted and nothing but its cue
// stands between. near are the drafts of the paragraph.
func (a *article) before(i int, near []int) int {
	const farthest = 12
	at := sort.Search(len(near), func(k int) bool { return a.drafts[near[k]].head > i })
	best := -1
	for _, k := range near[max(0, at-farthest):at] {
		d := a.drafts[k]
		if d.discarded == "" && !d.verbatim && d.last() < i && (best < 0 || d.last() > a.drafts[best].last()) {
			best = k
		}
	}
	if best < 0 {
		return -1
	}
	out := a.drafts[best]
	if a.quotationFrom(a.first(out), out.head) < 0 && !a.endsWithSentence(out) {
		return -1
	}
	// between the statement and the quotation, only the rest of its own
	// sentence may stand
	end := max(out.last(), out.head)
	for _, st := range out.source {
		end = max(end, st.Last)
	}
	if apart := a.token(i-1).Sent - a.token(end).Sent; apart > 1 || apart == 1 && !a.staysWith(a.token(i-1).Sent, i) {
		return -1
	}
	return best
}

// staysWith reports whether a sentence between two quotations only tells what
// the speaker does: “A,” she said. She took off a glove. “B.”
func (a *article) staysWith(sent, quotation int) bool {
	r := a.doc.Sentences[sent]
	switch a.token(r.First).Lower {
	case "he", "she", "they":
		return a.opensSentence(quotation) && a.free(r.First, quotation-1)
	}
	return false
}

// endsWithSentence reports whether what is said, without quotation marks, runs
// from its verb to the end of the sentence: the quoted sentence behind it goes on.
func (a *article) endsWithSentence(d *draft) bool {
	r := a.doc.Sentences[a.token(d.head).Sent]
	return d.content[0].First > d.head && d.last() >= a.lastWord(r) && a.voices(d)
}

// floatingSure is the share of the quotations in paragraphs of their own that
// the annotators of PolNeAR gave to somebody, in 65 of them. Those inside a
// paragraph are given to somebody more often, but by whom is as uncertain.
const floatingSure = 0.4

// floating makes a statement without cue and source of every paragraph that is
// nothing but a quotation and belongs to no statement, unless it only repeats
// words of the body as pull-quotes and captions do.
func (a *article) floating() {
	a.claim()
	for p, r := range a.doc.Paragraphs {
		first, last := a.quotedParagraph(r.First, r.Last-1)
		if last < 0 || !a.free(first, last) || p == 0 && !a.endsSentence(last-1) {
			continue
		}
		q := a.scene.Outermost(first)
		st := attribution.Stretch{First: first, Last: max(last, int(a.scene.Quote[q].Last))}
		if int(a.scene.Quote[q].First) < first || !a.free(st.First, st.Last) {
			continue
		}
		a.float(st, floatingQuotation)
	}
}

// float adds a statement of a quotation that nobody is said to have spoken.
func (a *article) float(st attribution.Stretch, r rule) {
	d := &draft{head: -1, content: []attribution.Stretch{st}, rule: r, sure: floatingSure, bounds: 1, sourced: 1, outer: -1}
	if a.isRepeated(st.First, st.Last) {
		d.drop("repeats a quotation of the body")
	}
	a.add(d)
}

// goOn adds a quotation behind a statement to its content.
func (a *article) goOn(k int, st attribution.Stretch) {
	d := a.drafts[k]
	d.content = append(d.content, st)
	d.notes = append(d.notes, "the quotation goes on after the cue")
	a.take(k)
}

// quotedParagraph is the quotation that fills a paragraph, a name after a dash
// aside; last is -1 where there is none.
func (a *article) quotedParagraph(first, end int) (int, int) {
	q := a.scene.Outermost(first)
	if q < 0 {
		return 0, -1
	}
	last := first
	words := 0
	for i := first; i <= end && a.scene.Outermost(i) == q; i++ {
		last = i
		if a.scene.IsWord(i) {
			words++
		}
	}
	if words < shortest {
		return 0, -1
	}
	for i := last + 1; i <= end; i++ {
		switch w := a.token(i).Word; {
		case w == "—" || w == "–" || w == "--" || w == "-":
			if end-i <= 8 {
				return first, last
			}
			return 0, -1
		case a.scene.IsWord(i):
			return 0, -1
		}
	}
	return first, last
}
