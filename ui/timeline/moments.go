package timeline

import (
	"fyne.io/fyne/v2/lang"

	"onrecord/claims"
	"onrecord/claims/report"
	"onrecord/ui/kit"
	"onrecord/ui/kit/look"
	"onrecord/ui/nav"
)

// moments lays out a model: statements, and the life of each claim, once each.
func (p *Page) moments(m *report.Model) []kit.Moment {
	b := &builder{marks: p.marks, seen: map[string]bool{}}
	for i := range m.Claims {
		c := &m.Claims[i]
		for j := range c.Appearances {
			b.statement(&c.Appearances[j])
		}
		b.add("claim/"+string(c.ID), c.MadeOn, kit.Moment{Lane: lang.X("lane.claim", "Claims"), Title: c.Text, Shape: kit.Square, Tone: look.Open}, nav.Route{Screen: nav.Claim, ID: c.ID})
		for _, e := range c.Events {
			b.event(c, e)
		}
	}
	for i := range m.Statements {
		b.statement(&m.Statements[i])
	}
	return b.out
}

type builder struct {
	out   []kit.Moment
	marks map[string]nav.Route
	seen  map[string]bool
}

func (b *builder) add(id string, d claims.Date, m kit.Moment, to nav.Route) {
	first, ok := d.First()
	if !ok || b.seen[id] {
		return
	}
	last, _ := d.Last()
	b.seen[id] = true
	m.At, m.Until, m.ID = first.Time(), last.Time(), id
	b.marks[id] = to
	b.out = append(b.out, m)
}

func (b *builder) statement(s *report.Statement) {
	to := nav.Route{Screen: nav.Article, ID: s.Article, Statement: s.ID}
	if s.Article == "" {
		to = nav.Route{Screen: nav.Speakers, ID: s.Statement.Speaker} // noted by hand
	}
	b.add(string(s.ID), s.SaidOn, kit.Moment{Lane: lang.X("lane.said", "Said"), Title: kit.Here().Of(s.Speaker, s.Text), Shape: kit.Disc}, to)
}

func (b *builder) event(c *report.Claim, e report.Event) {
	to := nav.Route{Screen: nav.Claim, ID: c.ID}
	switch e.Kind {
	case report.Happened:
		b.add(string(e.ID), e.Date, kit.Moment{Lane: lang.X("lane.happened", "Happened"), Title: e.Label, Shape: kit.Diamond, Tone: look.Open}, to)
	case report.Judged:
		tone := look.Neutral
		if c.Scale != nil {
			if v, ok := c.Scale.Find(e.Label); ok {
				tone = nav.Tone(v)
			}
		}
		b.add(string(e.ID), e.Date, kit.Moment{Lane: lang.X("lane.judged", "Verdicts"), Title: kit.Here().Of(nav.ScaleWord(e.Label), c.Text), Shape: kit.Flag, Tone: tone}, to)
	case report.DueOn:
		b.add("due/"+string(c.ID), e.Date, kit.Moment{Lane: lang.X("lane.due", "Due"), Title: c.Text, Shape: kit.Ring}, to)
	}
}
