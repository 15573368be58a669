package suggest

import "onrecord/claims"

// How much a sentence counts for the relation by where it stands. What speaks
// for the claim and what against it are added up, and one of them is proposed
// where it is as much as the least sum: in the body of an article one sentence
// alone is not enough, for much is told there of what is planned or disputed; a
// title tells what the article is about.
const (
	fromTheBest  = 4 // the sentence that shares most with the claim
	fromTheTitle = 5
	fromBeside   = 2  // the one before or after it
	leastSum     = 10 // the best sentence says one thing strongly, and another agrees
	leastAlone   = 6  // where there is no other sentence
)

// signal is one thing that a sentence says for (more than 0) or against the
// claim, with the reason in words.
type signal struct {
	value int
	why   string
}

// How much the signals count against each other.
const (
	strong = 2
	weak   = 1
)

// Relation proposes how an article bears on the claim, with the reason: for an
// article that is known to.
func (s *Subject) Relation(a *Article) (claims.Relation, string) {
	if len(a.text.sentences) == 0 {
		return claims.Context, ""
	}
	share, at := s.view(a).best()
	return s.relate(a, max(at, 0), share)
}

// leastForCounts is the share of the claim's words that an article must have
// for a number of people or things in it to be about the same.
const leastForCounts = 0.5

// relate proposes how the article, which has that share of the claim's words,
// bears on the claim, with the reason. A figure of the same kind decides first;
// then what the title, the best sentence and its neighbours say to have
// happened.
func (s *Subject) relate(a *Article, at int, share float64) (claims.Relation, string) {
	if relation, why := s.figuresSay(a, at, share >= leastForCounts && s.namedIn(a)); relation != "" {
		return relation, why
	}
	sum := 0
	why := map[bool]signal{} // the strongest for, and the strongest against
	around, least := a.around(at), leastSum
	if len(around) == 1 {
		least = leastAlone
	}
	for _, n := range around {
		for _, sig := range s.tells(a, n.sentence) {
			sig.value *= n.weight
			sum += sig.value
			if known := why[sig.value > 0]; abs(sig.value) > abs(known.value) {
				why[sig.value > 0] = sig
			}
		}
	}
	switch {
	case sum >= least:
		return claims.Supports, why[true].why
	case sum <= -least:
		return claims.Contradicts, why[false].why
	}
	return claims.Context, "on the same subject"
}

// namedIn reports whether an article has a name of the claim, or names the
// speaker: three dead in one town are not fewer than the twelve of another. A
// claim without a speaker and names cannot be told.
func (s *Subject) namedIn(a *Article) bool {
	some := len(s.called) > 0
	for k := range s.terms {
		t := &s.terms[k]
		if some = some || t.name; t.name && a.has(t.meaning) {
			return true
		}
	}
	return !some || s.view(a).namesSpeaker() > 0
}

func abs(n int) int { return max(n, -n) }

// place is a sentence of an article with what it counts.
type place struct{ sentence, weight int }

// around lists the sentences that are read for the relation.
func (a *Article) around(at int) []place {
	out := []place{{at, fromTheBest}}
	for _, near := range []int{at + 1, at - 1} {
		if near >= 0 && (near > 0 || !a.headed) && near < len(a.text.sentences) {
			out = append(out, place{near, fromBeside})
		}
	}
	if at > 0 && a.headed {
		out = append(out, place{0, fromTheTitle})
	}
	return out
}

// tells lists what one sentence says for or against the claim.
func (s *Subject) tells(a *Article, at int) []signal {
	r := s.reader(a, at)
	var out []signal
	if sig := r.happened(); sig.value != 0 {
		out = append(out, sig)
	}
	for _, say := range []func() signal{r.event, r.expected, r.timely, r.blamed, r.measured, r.goesOn, r.firstOrLast, r.goal} {
		if sig := say(); sig.value != 0 {
			out = append(out, sig)
		}
	}
	return out
}
