package when

import (
	"strings"

	"onrecord/claims"
)

// Agenda are the events that a text gives a day: "the June 7 primary", "the vote
// is on Friday". It tells when something is due that is to be done "before the
// primary".
type Agenda []Appointment

// Appointment is an event with its day.
type Appointment struct {
	Event string // the noun in the singular
	On    claims.Date
	loose bool // by a weekday, which may be one that is over
}

// Appointments finds the events of a text that lie within a year after the
// reference day.
func Appointments(text string, ref claims.Date) Agenda {
	var out Agenda
	if !ref.IsFull() {
		return nil
	}
	p := parser{text: text, toks: scan(text)}
	at := 0
	for _, e := range find(text, ref, forward) {
		if e.Kind != Day || !e.Last.IsFull() || e.Last.Compare(ref) <= 0 || daysFrom(ref, e.Last) > farAhead {
			continue
		}
		for at < len(p.toks) && p.toks[at].start < e.Span.Start {
			at++
		}
		next := at
		for next < len(p.toks) && p.toks[next].start < e.Span.End {
			next++
		}
		if noun := p.eventAfter(next); noun != "" {
			out = append(out, Appointment{noun, e.Last, !p.exact(at, next)})
		} else if noun := p.eventBefore(at); noun != "" {
			out = append(out, Appointment{noun, e.Last, !p.exact(at, next)})
		}
	}
	return out
}

// exact reports whether the tokens name a day by its date.
func (p *parser) exact(first, next int) bool {
	for i := first; i < next; i++ {
		if p.tok(i).num >= 0 {
			return true
		}
	}
	return false
}

// eventAfter reads the event that a day belongs to: "primary" of "June 7 state
// primary", "Tuesday's vote".
func (p *parser) eventAfter(i int) string {
	const far = 4
	i = p.apostropheS(i)
	for end := i + far; i < end; i++ {
		t := p.tok(i)
		if t.mark != 0 || t.num >= 0 || stops[p.lower(i)] {
			return ""
		}
		if noun := singular(p.lower(i)); happenings[noun] {
			return noun
		}
	}
	return ""
}

// eventBefore reads the event that is said to be on the day at i: "The District's
// primary is June 14", "the vote, scheduled for Friday".
func (p *parser) eventBefore(i int) string {
	const far = 6
	for end := i - far; i > end; i-- {
		if w := p.lower(i - 1); !links[w] && p.tok(i-1).mark != ',' {
			break
		}
	}
	if noun := singular(p.lower(i - 1)); happenings[noun] {
		return noun
	}
	return ""
}

func singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(word, "s")
}

var (
	// happenings are the nouns of what has a day that people wait for.
	happenings = set(`election primary caucus vote referendum ballot runoff convention debate summit hearing trial deadline inauguration
		conference conclave final race marathon launch wedding funeral festival tournament coronation verdict sentencing
		meeting session opening premiere handover contest congress poll`)
	// links stand between an event and its day.
	links = set("is are will be on for to held scheduled set due planned takes take place falls comes opens begins starts")
	// deadlines and moments are the prepositions before an event, pointers the
	// words that tell which one is meant.
	deadlines = set("before until till through by")
	moments   = set("in at for during")
	pointers  = set("the this that his her their its our my any")
	// anyOf them may stand for another: "through that contest".
	anyOf = set("contest vote ballot race poll election")
)

// Awaited is an event that words put something off to, without a day.
type Awaited struct {
	Span  claims.Span // "until the state's primary"
	event string
	that  bool // it points at one that was just named: "through that contest"
}

// Await finds the first event that words put something off to: "until the state's
// primary", "in the upcoming vote".
func Await(text string) (Awaited, bool) {
	p := parser{text: text, toks: scan(text)}
	for i := range p.toks {
		event := singular(p.lower(i))
		if !happenings[event] {
			continue
		}
		if first := p.putOff(i); first >= 0 {
			return Awaited{claims.Span{Start: p.toks[first].start, End: p.toks[i].end}, event, p.words(first+1, "that")}, true
		}
	}
	return Awaited{}, false
}

// Due gives the day of an event as a deadline.
func (a Agenda) Due(e Awaited, ref claims.Date) (Expression, bool) {
	on, ok := a.day(e.event, ref, e.that && anyOf[e.event])
	return Expression{Span: e.Span, Date: on, First: on, Last: on, Kind: Day, Deadline: true}, ok
}

// putOff gives the token of the preposition by which the event at i is a time to
// come, -1 where it is none.
func (p *parser) putOff(i int) int {
	const far = 6
	coming := false
	for j := i - 1; j >= 0 && j > i-far; j-- {
		w := p.lower(j)
		switch {
		case w == "upcoming" || w == "coming":
			coming = true
		case deadlines[w] || moments[w]:
			if coming || deadlines[w] && pointers[p.lower(j+1)] {
				return j
			}
			return -1 // "by holding a vote", "in the vote"
		case w == "of" && p.lower(j-1) == "ahead", w == "to" && p.lower(j-1) == "prior":
			return j - 1
		case p.tok(j).mark != 0 && p.tok(j).mark != '\'' && p.tok(j).mark != '’', stops[w] && !pointers[w]:
			return -1
		}
	}
	return -1
}

// day gives the one day after the reference that the events of a name have, one
// given by its date before weekdays.
func (a Agenda) day(event string, ref claims.Date, whichever bool) (claims.Date, bool) {
	for _, loose := range []bool{false, true} {
		var on claims.Date
		several := false
		for _, e := range a {
			if e.loose != loose || (!whichever && e.Event != event) || ref.IsFull() && e.On.Compare(ref) <= 0 {
				continue
			}
			several = several || !on.IsZero() && on != e.On
			on = e.On
		}
		if !on.IsZero() {
			return on, !several
		}
	}
	return claims.Date{}, false
}
