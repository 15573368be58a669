package suggest

import (
	"strings"

	"onrecord/claims"
)

// blamed tells of guilt or innocence, where the claim is that somebody did
// wrong or did not.
func (r *reader) blamed() signal {
	side := 0
	switch {
	case r.not || r.class == claims.Denial:
		side = -1
	case r.class == claims.Accusation:
		side = 1
	default:
		return signal{}
	}
	for _, words := range nothingShown {
		if strings.Contains(r.low, words) {
			return signal{-side * strong, "“" + words + "”"}
		}
	}
	for i := range r.tree.doc.Tokens {
		guilt, innocence := r.judges(i)
		if !guilt && !innocence {
			continue
		}
		st := r.tree.standing(i)
		if st.wish || st.open || st.foil {
			continue
		}
		word := "“" + r.tree.doc.Tokens[i].Lower + "”"
		if guilt != st.denied {
			return signal{side * strong, word}
		}
		return signal{-side * strong, word}
	}
	return signal{}
}

// judges reports whether a verb or predicate tells of guilt or of innocence:
// by itself, or by what is done with a complaint.
func (r *reader) judges(i int) (guilt, innocence bool) {
	if !r.tree.verbal(i) && (!r.title || attributes[r.tree.doc.Tokens[i].Rel]) {
		return false, false
	}
	lemma := r.tree.doc.Tokens[i].Lemma
	guilt, innocence = guilty[lemma], cleared[lemma]
	if c := r.tree.tree.Child(i, "nsubj:pass", "nsubj", "obj"); c >= 0 && complaints[r.tree.doc.Tokens[c].Lemma] {
		guilt, innocence = guilt || upheld[lemma], innocence || dismissed[lemma]
	}
	return guilt, innocence
}

// measured tells of what passes a test or exceeds a limit, where the claim
// says that something is as it should be, or that it is not.
func (r *reader) measured() signal {
	side := 0
	for m := range r.verbs {
		switch {
		case sound[m]:
			side = 1
		case unsound[m]:
			side = -1
		}
	}
	if r.not {
		side = -side
	}
	if side == 0 {
		return signal{}
	}
	for _, words := range passes {
		if strings.Contains(r.low, words) {
			return signal{side * strong, "“" + words + "”"}
		}
	}
	for _, words := range exceeds {
		if strings.Contains(r.low, words) {
			return signal{-side * strong, "“" + words + "”"}
		}
	}
	return signal{}
}
