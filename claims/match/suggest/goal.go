package suggest

import (
	"regexp"
	"strings"

	"onrecord/claims"
)

// What is aimed at, and the verbs for what becomes of it, by their lemmas.
var (
	goals  = set("target goal aim objective forecast prediction promise pledge word expectation deadline mark estimate schedule commitment")
	missed = set("miss undershoot break fail abandon drop scrap postpone")
	beaten = set("beat exceed surpass outstrip top outdo overshoot")
	met    = set("meet reach hit achieve fulfil fulfill keep attain honour honor")
)

// goal tells of what became of an aim, a forecast or a promise: missed, met, or
// more or less than had been said.
func (r *reader) goal() signal {
	if r.class == claims.Accusation || r.class == claims.Denial {
		return signal{}
	}
	for i := range r.tree.doc.Tokens {
		if sig := r.aimed(i); sig.value != 0 {
			return sig
		}
	}
	return r.thanSaid()
}

// aimed tells what one verb says of a goal.
func (r *reader) aimed(i int) signal {
	p := r.tree
	verb := &p.doc.Tokens[i]
	known := missed[verb.Lemma] || beaten[verb.Lemma] || met[verb.Lemma]
	if !known || !strings.HasPrefix(verb.Tag, "VB") && !r.title {
		return signal{}
	}
	noun := p.tree.Child(i, "obj", "nsubj:pass")
	if noun < 0 || !goals[p.doc.Tokens[noun].Lemma] {
		return signal{}
	}
	st := p.standing(i)
	if st.wish || st.foil || st.open && !missed[verb.Lemma] && !st.denied {
		return signal{}
	}
	value := strong
	if missed[verb.Lemma] || beaten[verb.Lemma] && r.down {
		value = -strong
	}
	if st.denied {
		value = -value
	}
	return signal{value, "“" + verb.Lower + " … " + p.doc.Tokens[noun].Lower + "”"}
}

// thanSaid tells of what is more or less than had been said.
func (r *reader) thanSaid() signal {
	for _, say := range []struct {
		words *regexp.Regexp
		value int
	}{{lessThanSaid, -strong}, {moreThanSaid, strong}, {overTheCap, strong}, {latecomers, -strong}} {
		words := say.words.FindString(r.low)
		switch {
		case words == "", say.words == overTheCap && !r.down:
			continue
		case say.words == latecomers:
		case !r.target:
			say.value = -strong // a figure that was claimed is neither more nor less
		case r.down:
			say.value = -say.value
		case say.value > 0 && costs.MatchString(r.low):
			continue // more money than planned is no success
		}
		return signal{say.value, "“" + strings.TrimSpace(words) + "”"}
	}
	return signal{}
}

const saidBy = `(?:\w+[ ,]+){0,3}than (?:it |they |he |she |had |was |were |been |its |the |\w+ had )*(?:predicted|promised|planned|hoped|forecast|foreseen|claimed|announced|pledged|targeted)`

var (
	lessThanSaid = regexp.MustCompile(`\b(?:fewer|less|lower|smaller|slower) ` + saidBy + `|\b(?:falls?|fell|fallen) (?:\w+ )?short of\b`)
	moreThanSaid = regexp.MustCompile(`\b(?:more|higher|bigger|greater) ` + saidBy)
	overTheCap   = regexp.MustCompile(`\b(?:above|over|beyond) the (?:ceiling|limit|cap|budget|estimate|threshold|price that)\b`)
	costs        = regexp.MustCompile(`\b(?:costs?|prices?|dear|dearer|expensive|spent|spends?|spending|bill|delays?|longer)\b`)
	latecomers   = regexp.MustCompile(`\b(?:later than (?:promised|planned|announced|agreed)|past the deadline|missed deadline)\b`)
)
