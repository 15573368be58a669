package report

import (
	"fmt"
	"strings"

	"onrecord/claims"
)

// speaker shows the scorecards of a speaker and one line of time over all the
// claims.
func (c *composer) speaker(i int) {
	s := &c.m.Speakers[i]
	c.p.heading(2, speakerAnchor(i), s.Name)
	var rows []fact
	for _, r := range s.Roles {
		rows = append(rows, fact{label: joined([]string{r.Title, r.Organization}), value: c.term(r)})
	}
	if len(rows) > 0 {
		c.p.facts(rows)
	}
	if events := c.eventsOf(s.ID); len(events) > 1 {
		c.p.timeline(c.w.of("part.timeline")+c.w.colon()+s.Name, events)
	}
	for _, score := range s.Cards {
		if score.Total > 0 {
			c.p.card(c.card(score))
		}
	}
}

// term is when somebody held a role: since, until, or from and to.
func (c *composer) term(r claims.Role) string {
	from, to := c.w.date(r.From), c.w.date(r.To)
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return c.w.of("since") + " " + from
	case from == "":
		return c.w.of("until") + " " + to
	}
	return from + " – " + to
}

func (c *composer) card(s claims.Scorecard) *card {
	out := &card{title: c.w.of("all.classes"), total: s.Total, tallies: s.Tallies}
	if s.Class != "" {
		out.title = c.w.of("class." + string(s.Class))
	}
	var parts []string
	for _, n := range []struct {
		key string
		n   int
	}{{"card.resolved", s.Resolved}, {"card.unresolvable", s.Unresolvable}, {"card.notyet", s.NotYetDue}, {"card.overdue", s.Overdue}, {"card.open", s.Open}} {
		if n.n > 0 || n.key == "card.resolved" {
			parts = append(parts, fmt.Sprintf("%d %s", n.n, c.w.count(n.key, n.n)))
		}
	}
	out.standing = fmt.Sprintf("%s%d. %s.", c.w.of("count.claims")+c.w.colon(), s.Total, strings.Join(parts, ", "))
	if s.Few() {
		out.few = c.w.of("card.few")
	}
	return out
}
