package assess

import (
	"strings"

	"onrecord/claims/when"
)

// aimed reports whether a date that lies ahead is what somebody is out for, so
// that it is the main point whatever the words around it look like: by the
// reporting words ("promised a timetable by March"), by a verb of intent before
// it ("crews hope to finish by nightfall"), or by something that should be ready
// then ("the bridge should be open again by June").
func aimed(ws []word, q cue, c clue, due when.Expression) bool {
	if unforeseen[q.verb] && due.Kind == when.Day && !due.Deadline {
		return false // "refused to answer on Tuesday"
	}
	ahead := q.looksAhead() && !q.negated && !c.over && !c.must && (q.verb != "hope" || c.infinitive)
	return ahead || aimsAt(ws, due) || asserts[q.verb] && headlinePlan(ws, due)
}

// aimsAt reports whether a verb of intent, or "should be" with what is awaited,
// stands in the clause before a time.
func aimsAt(ws []word, due when.Expression) bool {
	aim := false
	for i := range ws {
		w := &ws[i]
		if w.start >= due.Span.Start {
			break
		}
		next := following(ws, i)
		switch {
		case w.mark && w.low != "," && w.low != "“" && w.low != "”" && w.low != "\"" && w.low != "-":
			aim = false
		case aims[w.low] && next == "to", appointed[w.low] && next == "to" && i > 0 && isNow[ws[i-1].low]:
			aim = true
		case w.low == "should" && next == "be" && awaited[following(ws, i+1)]:
			aim = true
		}
	}
	return aim
}

// headlinePlan reports whether an infinitive before the time tells what will be, as
// in headlines: "Ferry line to close by Easter", a few words without a verb and one.
func headlinePlan(ws []word, due when.Expression) bool {
	const longest = 6
	for i := range ws {
		w := &ws[i]
		switch {
		case w.mark || i > longest || i == 0 && (determiners[w.low] || w.low == "that") || w.start >= due.Span.Start, w.is(ofWill | ofWould | ofMay | ofMust | ofPlan | ofExpect | ofPast | ofPresent), auxiliary[w.low], strings.HasSuffix(w.low, "ed"):
			return false
		case w.low == "to":
			next := following(ws, i)
			return i > 0 && next != "" && !determiners[next] && !ws[i+1].number && !ws[i+1].upper
		}
	}
	return false
}

var (
	asserts     = words("say warn announce report predict confirm claim reveal")
	determiners = words("the a an this that these those its their his her our my your all some")
)

// unforeseen are the verbs that tell as well of what was done on a day as of what
// will be.
var unforeseen = words("offer refuse decide determined resolve agree")

// sameDay reports whether a weekday is the day of the saying itself and nothing
// tells that the rest of it is meant: "announced plans on Tuesday", "refused to
// answer on Tuesday".
func sameDay(in Input, ws []word, q cue, due when.Expression) bool {
	if due.Kind != when.Day || due.Deadline {
		return false
	}
	return q.verb == "refuse" || due.Last == in.SaidOn && !q.looksAhead() && !toCome(ws, due.Span)
}

// appoints reports whether the first sentence tells what will or may happen at a
// time that begins after it is said: "she is headed to Quay next week".
func appoints(in Input, ws []word, c clue, due when.Expression) bool {
	if !c.will && !c.would && !c.may && !c.present {
		return false // "crowds gathered as she prepared to speak on Monday"
	}
	if !due.Deadline && !c.will && !c.would && due.First.Compare(in.SaidOn) <= 0 || !toCome(ws, due.Span) {
		return false
	}
	for i := range ws {
		if ws[i].start >= due.Span.Start {
			break
		}
		if w := ws[i].low; w == "." || w == "?" || w == "!" {
			return false
		}
	}
	return true
}

func following(ws []word, i int) string {
	if i+1 < len(ws) {
		return ws[i+1].low
	}
	return ""
}

var (
	// aims are the verbs before "to" and what is aimed at.
	aims = words("hope hopes hoping aim aims aiming plan plans planning intend intends intending expect expects expecting")
	// awaited is what "should be" foretells; with most other words it demands.
	awaited = words("open ready back over finished complete completed done available able gone known clear restored fixed running operational")

	overWords = words("was were had did wasn't weren't hadn't didn't")
)
