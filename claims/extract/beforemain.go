package extract

import "strings"

// beforeMain ends a content inside the clause that opens a sentence at the comma in
// front of the main clause, which the parse joins to it where no "that" begins the
// content: As officials said [the dam could burst], the army moved in.
func (a *article) beforeMain(d *draft) {
	if len(d.content) != 1 || len(d.source) != 1 || !strings.HasPrefix(a.token(d.head).Tag, "VB") {
		return
	}
	st := &d.content[0]
	first := a.doc.Sentences[a.token(d.head).Sent].First
	if !opensClause[a.token(first).Lower] || d.source[0].First != first+1 || st.First < d.head {
		return
	}
	for i := st.Last + 1; i < a.doc.Sentences[a.token(d.head).Sent].Last; i++ {
		if a.scene.IsWord(i) {
			return // the main clause stands behind the content
		}
	}
	for i := st.Last; i > st.First; i-- {
		if a.token(i).Word == "," && a.clause(st.First, i-1) && a.mainClause(i+1, st.Last) {
			st.Last = i - 1
			return
		}
	}
}

// opensClause are the conjunctions of a clause in front of the main one.
var opensClause = wordSet("after when while because as since although though before once if whereas")

// mainClause reports whether the tokens are a subject and its verb.
func (a *article) mainClause(first, last int) bool {
	if t := a.token(first); !a.nominal(first) || t.Tag == "WDT" {
		return false
	}
	for i := first + 1; i <= last; i++ {
		switch {
		case a.finite(i):
			return true
		case !a.nominal(i) && a.token(i).Tag != "IN" && a.token(i).Tag != "POS" && a.token(i).Tag != "HYPH":
			return false
		}
	}
	return false
}
