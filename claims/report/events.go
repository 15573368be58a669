package report

import (
	"slices"

	"onrecord/claims"
)

// eventsOf gathers the events of all the claims of a speaker, and of the
// statements that no claim rests on.
func (c *composer) eventsOf(speaker claims.ID) []claimEvent {
	var out []claimEvent
	for i := range c.m.Claims {
		if c.m.Claims[i].Claim.Speaker == speaker {
			out = append(out, c.events(&c.m.Claims[i])...)
		}
	}
	for i := range c.m.Statements {
		if s := &c.m.Statements[i]; s.Statement.Speaker == speaker && !s.SaidOn.IsZero() {
			out = append(out, c.saidEvent(s))
		}
	}
	slices.SortStableFunc(out, func(a, b claimEvent) int { return a.Date.Compare(b.Date) })
	return out
}

// saidEvent is the mark of a statement that no claim rests on.
func (c *composer) saidEvent(s *Statement) claimEvent {
	e := Event{Date: s.SaidOn, Kind: Said, Label: s.Text, ID: s.ID}
	return claimEvent{e, c.w.date(e.Date), c.w.of("event.said"), "#" + anchor("statement", s.ID)}
}

// events are the dated events of a claim, each with the place in the report
// that it leads to.
func (c *composer) events(cl *Claim) []claimEvent {
	var out []claimEvent
	for _, e := range withMaking(cl) {
		if e.Date.IsZero() {
			continue
		}
		href := anchor("claim", cl.ID)
		switch e.Kind {
		case Said:
			if e.ID != "" {
				href = anchor("said", cl.ID, e.ID)
			}
		case Happened:
			href = anchor("outcome", cl.ID, e.ID)
		case Judged:
			e.Label = c.w.verdict(e.Label)
		case Replied:
			e.Label = c.w.of("reply." + e.Label)
		}
		out = append(out, claimEvent{e, c.w.date(e.Written()), c.w.of("event." + string(e.Kind)), "#" + href})
	}
	return out
}

// withMaking are the events of a claim; where none of its statements has a day,
// or it has no statement, it was said when it was made.
func withMaking(cl *Claim) []Event {
	told := slices.ContainsFunc(cl.Events, func(e Event) bool { return e.Kind == Said && !e.Date.IsZero() })
	if told || cl.MadeOn.IsZero() {
		return cl.Events
	}
	out := append([]Event{{Date: cl.MadeOn, Kind: Said, Label: cl.Text}}, cl.Events...)
	slices.SortStableFunc(out, func(a, b Event) int { return a.Date.Compare(b.Date) })
	return out
}
