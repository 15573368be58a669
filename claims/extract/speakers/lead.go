package speakers

import "onrecord/claims/lang"

// bareNameNext resolves the description with which a report opens ("A lawmaker in
// Varn has called for ...") to the first speaker below it, where that one comes in
// by the bare full name: who needs no further introduction was introduced before.
func (a *article) bareNameNext(core lang.Range, head int) (answer, bool) {
	const lead, near = 2, 2 // paragraphs
	c, p := a.cls[head], a.para[a.toks[head].Sent]
	if c&roleNoun == 0 || c&groupNoun != 0 || a.toks[head].Tag == "NNS" || besides[a.toks[head].Lower] || int(p) > lead || core.Len() < 2 {
		return nobody, false
	}
	i := a.speaksNext(p)
	if i < 0 {
		return nobody, false
	}
	r, ok := a.sourceTokens(a.attrs[i])
	if !ok || a.para[a.toks[r.First].Sent] > p+near {
		return nobody, false
	}
	k := a.at[r.First]
	if k < 0 || a.names[k].toks != r || !a.unintroduced(k) {
		return nobody, false
	}
	e := &a.ents[a.names[k].ent]
	if sex := sexOfClass(c & (roleM | roleF)); sex != unknown && e.sex != unknown && sex != e.sex {
		return nobody, false
	}
	return answer{
		ent: a.names[k].ent, how: "“" + a.text(core) + "” is " + e.name, sure: 0.7,
		doubt: "The article does not say in so many words who “" + a.text(core) + "” is.",
	}, true
}

// speaksNext is the first attribution with a source below paragraph p, -1 for none.
func (a *article) speaksNext(p int32) int {
	if best, ok := a.below[p]; ok {
		return best
	}
	best := -1
	for i := range a.attrs {
		r, ok := a.sourceTokens(a.attrs[i])
		if ok && a.para[a.toks[r.First].Sent] > p && (best < 0 || a.place(i) < a.place(best)) {
			best = i
		}
	}
	if a.below == nil {
		a.below = map[int32]int{}
	}
	a.below[p] = best
	return best
}

// unintroduced reports whether a name is the first mention of a person, in full,
// of whom the article does not say what he or she is.
func (a *article) unintroduced(k int32) bool {
	n := &a.names[k]
	e := &a.ents[n.ent]
	return len(n.words) > 1 && e.kind == person && len(e.roles) == 0 && n.role.Len() == 0 && e.before(n.toks.First) < 0
}
