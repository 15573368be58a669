package extract

// finished is where a running quotation ends that the reporter goes on from in
// words of their own: “We lost the roof. We have nothing left” to sell. What
// stands behind a comma is the reporter's alone: “We are full,” which helps
// nobody. It is -1 for a range that is no such sentence.
func (a *article) finished(first, last int) int {
	const longest = 20 // tokens of the reporter's end
	if !a.opensSentence(first) || !a.clauseWithin(first, last) {
		return -1
	}
	r := a.doc.Sentences[a.token(last).Sent]
	end := a.lastWord(r)
	if end <= last || end-last > longest {
		return -1
	}
	if a.token(last-1).Word == "," || !a.scene.IsWord(last+1) {
		return last
	}
	if !a.free(last+1, end) {
		return last
	}
	return end
}

// clauseWithin reports whether a quotation is somebody's sentence rather than a
// title or a term: it begins with a capital and has a finite verb that is not
// capitalised.
func (a *article) clauseWithin(first, last int) bool {
	if last-first <= shortest || !a.capital(first+1) {
		return false
	}
	for i := first + 1; i < last; i++ {
		if a.finite(i) && (!a.capital(i) || i == first+1) {
			return true
		}
	}
	return false
}

// loose makes a statement of every quoted sentence inside a paragraph that has
// no cue and goes on from none: Ruiz showed us the roof. “It leaks every
// night.” Whoever the text there is about has spoken, which is uncertain.
func (a *article) loose() {
	a.claim()
	for _, st := range a.quotations() {
		if !a.free(st.First, st.Last) || !a.standsAlone(st.First, st.Last) || !a.clauseWithin(st.First, st.Last) || !a.endsSentence(st.Last-1) {
			continue
		}
		a.float(st, looseQuotation)
	}
}
