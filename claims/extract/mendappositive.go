package extract

import "onrecord/claims/extract/attribution"

// withAppositive takes in the name between commas that ends right before the cue:
// [One of them, retired teacher Beth Osgood], called it a handout.
func (a *article) withAppositive(d *draft) {
	const longest = 10
	st, cue := &d.source[0], d.cue[0].First
	first, last := st.Last+2, cue-2
	if cue < 2 || last <= first || last-first > longest || a.token(st.Last+1).Word != "," || a.token(cue-1).Word != "," || !a.finite(d.head) {
		return
	}
	name := attribution.Stretch{First: first, Last: last}
	if a.onePhrase(name) && a.capital(last) && !a.clause(first+1, last) && !a.temporal(last) && !a.covered(d, name) && a.token(first).Quote == a.token(d.head).Quote {
		st.Last = last
	}
}
