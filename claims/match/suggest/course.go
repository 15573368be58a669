package suggest

import (
	"cmp"
	"strings"

	"onrecord/claims"
)

// goesOn tells of a state that lasts: "still", "another four years", "any
// longer".
func (r *reader) goesOn() signal {
	side := 0
	switch {
	case r.keeps:
		side = 1
	case r.changes && !r.not:
		side = -1
	default:
		return signal{}
	}
	if words := cmp.Or(anotherYear.FindString(r.low), untilYear.FindString(r.low)); words != "" {
		return signal{side * strong, "“" + words + "”"}
	}
	p := r.tree
	for i := range p.doc.Tokens {
		tok := &p.doc.Tokens[i]
		if tok.Lower != "still" || tok.Rel != "advmod" || tok.Head < 0 {
			continue
		}
		if st := p.standing(tok.Head); !st.wish && !st.foil && !st.open && r.about(tok.Head) {
			return signal{side * strong, "“still”"}
		}
	}
	return signal{}
}

// firstOrLast tells of the first of what begins and the last of what ends.
func (r *reader) firstOrLast() signal {
	if interim(r.low) {
		return signal{}
	}
	for _, words := range ceasing {
		if strings.Contains(r.low, words) && !strings.Contains(strings.ToLower(r.of.text.raw), strings.TrimSpace(words)) {
			switch {
			case r.stops():
				return signal{strong, "“" + strings.TrimSpace(words) + "”"}
			case r.keeps:
				return signal{-strong, "“" + strings.TrimSpace(words) + "”"}
			}
		}
	}
	if sig := r.ceases(); sig.value != 0 {
		return sig
	}
	if r.stops() || r.keeps || r.not || !r.changes {
		return signal{}
	}
	for _, words := range beginning {
		if strings.Contains(r.low, words) {
			return signal{strong, "“" + strings.TrimSpace(words) + "”"}
		}
	}
	return signal{}
}

// ceases tells of what is stopped or closed.
func (r *reader) ceases() signal {
	for i := range r.tree.doc.Tokens {
		tok := &r.tree.doc.Tokens[i]
		if !stopping[tok.Lemma] || !r.tree.verbal(i) || !r.about(i) {
			continue
		}
		switch st := r.tree.standing(i); {
		case st.wish, st.open, st.foil, st.denied:
		case r.stops():
			return signal{strong, "“" + tok.Lower + "”"}
		case r.keeps:
			return signal{-strong, "“" + tok.Lower + "”"}
		}
	}
	return signal{}
}

// expected tells of what somebody had hoped for or announced, which is only
// told where it did not come about; "as promised" tells of the contrary.
func (r *reader) expected() signal {
	for _, words := range asSaid {
		if strings.Contains(r.low, " "+words) && !strings.Contains(r.low, " if ") {
			return signal{strong, "“" + words + "”"}
		}
	}
	for _, words := range notAsSaid {
		if strings.Contains(r.low, words) {
			return signal{-strong, "“" + words + "”"}
		}
	}
	p := r.tree
	for i := range p.doc.Tokens {
		tok := &p.doc.Tokens[i]
		if expecting[tok.Lemma] && strings.HasPrefix(tok.Tag, "VB") && p.tree.Child(i, "aux") >= 0 && p.pluperfect(tok) && tok.Lower != "said" {
			return signal{-strong, "it sets “" + tok.Lower + "” against what is"}
		}
	}
	return signal{}
}

// timely tells of what came in time or late.
func (r *reader) timely() signal {
	if r.not || r.class == claims.Accusation {
		return signal{}
	}
	if words := notBefore.FindString(r.low); words != "" {
		return signal{-strong, "“" + strings.TrimSpace(words) + "”"}
	}
	for _, words := range inTime {
		if strings.Contains(r.low, " "+words) {
			return signal{weak, "“" + words + "”"}
		}
	}
	for _, words := range late {
		if strings.Contains(r.low, " "+words) {
			return signal{-weak, "“" + words + "”"}
		}
	}
	return signal{}
}
