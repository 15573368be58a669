package report

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/claims"
)

// composer tells a page what is in the model.
type composer struct {
	m *Model
	w words
	p page
}

// compose writes the whole report onto a page.
func compose(m *Model, p page) {
	c := &composer{m, wordsFor(m.Options.Language), p}
	c.cover()
	p.contents(c.contents())
	for i := range m.Speakers {
		c.speaker(i)
	}
	for i := range m.Claims {
		c.claim(&m.Claims[i])
	}
	if len(m.Statements) > 0 {
		p.heading(2, "statements", c.w.of("part.more"))
		for i := range m.Statements {
			p.quote(c.quotation(&m.Statements[i], anchor("statement", m.Statements[i].ID)))
		}
	}
	if len(m.Sources) > 0 {
		p.heading(2, "sources", c.w.of("part.sources"))
		p.sources(c.sources())
	}
}

func (c *composer) cover() {
	m := c.m
	head := &cover{title: m.Title, notes: m.Notes}
	if m.Scope != m.Title {
		head.scope = m.Scope
	}
	head.made = c.w.of("made") + " " + c.w.date(claims.DateOf(m.Made))
	if m.Author != "" {
		head.made += ", " + c.w.of("by") + " " + m.Author
	}
	quotes, outcomes := len(m.Statements), map[claims.ID]bool{}
	for i := range m.Claims {
		quotes += len(m.Claims[i].Appearances)
		for _, o := range m.Claims[i].Outcomes {
			outcomes[o.ID] = true
		}
	}
	for _, n := range []struct {
		key string
		n   int
	}{{"count.claims", len(m.Claims)}, {"count.statements", quotes}, {"count.outcomes", len(outcomes)}, {"count.sources", len(m.Sources)}} {
		head.counts = append(head.counts, count{c.w.count(n.key, n.n), n.n})
	}
	c.p.cover(head)
}

func (c *composer) contents() []entry {
	var out []entry
	for i, s := range c.m.Speakers {
		out = append(out, entry{id: speakerAnchor(i), text: s.Name, value: c.w.of("part.scorecard")})
	}
	for i := range c.m.Claims {
		cl := &c.m.Claims[i]
		out = append(out, entry{id: anchor("claim", cl.ID), text: clip(oneLine(cl.Text), longestEntry), who: cl.Speaker, value: c.w.verdict(cl.Value.Label), colour: cl.Value.Colour})
	}
	if len(c.m.Statements) > 0 {
		out = append(out, entry{id: "statements", text: c.w.of("part.more")})
	}
	if len(c.m.Sources) > 0 {
		out = append(out, entry{id: "sources", text: c.w.of("part.sources")})
	}
	return out
}

// How long a title may be in the contents, and over a claim: the text of a
// claim can be as long as a speech, and then it stands below its title.
const (
	longestEntry   = 160
	longestHeading = 240
)

func speakerAnchor(i int) string { return fmt.Sprintf("speaker-%d", i+1) }

func (c *composer) claim(cl *Claim) {
	title := clip(oneLine(cl.Text), longestHeading)
	c.p.heading(2, anchor("claim", cl.ID), title)
	c.p.facts(c.facts(cl))
	if events := c.events(cl); len(events) > 1 {
		c.p.timeline(c.w.of("part.timeline")+c.w.colon()+title, events)
	}
	if len(cl.Appearances) > 0 {
		c.p.heading(3, "", c.w.of("part.said"))
		for i := range cl.Appearances {
			s := &cl.Appearances[i]
			c.p.quote(c.quotation(s, anchor("said", cl.ID, s.ID)))
		}
	}
	if len(cl.Outcomes) > 0 {
		c.p.heading(3, "", c.w.of("part.happened"))
		c.p.list(c.outcomes(cl))
	}
	c.verdicts(cl)
	c.replies(cl)
}

func (c *composer) facts(cl *Claim) []fact {
	rows := []fact{{c.w.of("verdict"), c.w.verdict(cl.Value.Label), cl.Value.Colour}}
	add := func(key, value string) {
		if value != "" {
			rows = append(rows, fact{label: c.w.of(key), value: value})
		}
	}
	if title := oneLine(cl.Text); clip(title, longestHeading) != title {
		add("col.claim", title)
	}
	add("class", c.w.of("class."+string(cl.Class)))
	add("made.by", cl.Speaker)
	add("made.on", c.w.date(cl.MadeOn))
	add("due", c.due(cl.Claim))
	add("actor", cl.Actor)
	for i, t := range cl.Tests {
		key := "test.earlier"
		if i == len(cl.Tests)-1 {
			key = "test"
		}
		add(key, joinedBy(" — ", t.Text, c.w.date(c.m.Day(t.At))))
	}
	add("topics", strings.Join(cl.Topics, ", "))
	add("checked", c.w.date(c.m.Day(cl.LastChecked)))
	return rows
}

// due is the date with the words that it was read from.
func (c *composer) due(cl *claims.Claim) string {
	out := c.w.date(cl.Due)
	if cl.DueWords != "" {
		out = strings.TrimSpace(out + " (" + c.w.quoted(cl.DueWords) + ")")
	}
	return out
}

func (c *composer) verdicts(cl *Claim) {
	if len(cl.Verdicts) == 0 {
		return
	}
	c.p.heading(3, "", c.w.of("part.verdicts"))
	var items []item
	for i, v := range slices.Backward(cl.Verdicts) {
		it := item{id: verdictAnchor(cl, i), colour: colourOf(cl, v), text: inline{{text: c.w.verdict(v.Label), face: bold}, {text: ". " + apart(withStop(v.Reason)) + " "}}}
		it.text = append(it.text, run{text: "(" + joined([]string{c.w.date(c.m.Day(v.At)), v.Who}) + ")", face: faint})
		if i < len(cl.Grounds) && len(cl.Grounds[i]) > 0 {
			it.text = append(it.text, run{text: " " + c.grounds(cl.Grounds[i])})
		}
		items = append(items, it)
	}
	c.p.list(items)
}

// grounds names the outcomes that a verdict rests on, and what became of them
// since.
func (c *composer) grounds(all []Ground) string {
	parts := make([]string, len(all))
	for i, g := range all {
		parts[i] = joinedBy(", ", c.w.quoted(strings.TrimSuffix(g.Summary, ".")), c.w.date(g.Date))
		if g.Unlinked {
			parts[i] += " — " + c.w.of("ground.unlinked")
		}
		if g.Corrected {
			parts[i] += " — " + c.w.of("ground.corrected")
		}
	}
	return c.w.of("grounds") + c.w.colon() + withStop(strings.Join(parts, "; "))
}

func verdictAnchor(cl *Claim, i int) string {
	return fmt.Sprintf("%s-%d", anchor("verdict", cl.ID), i+1)
}

// colourOf is the colour that the claim's scale gives to a verdict.
func colourOf(cl *Claim, v claims.Verdict) string {
	if cl.Scale != nil {
		if value, ok := cl.Scale.Find(v.Value); ok {
			return value.Colour
		}
	}
	return ""
}

func (c *composer) replies(cl *Claim) {
	if len(cl.Replies) == 0 {
		return
	}
	c.p.heading(3, "", c.w.of("part.replies"))
	var items []item
	for _, r := range cl.Replies {
		head := joined([]string{c.w.date(c.m.Day(r.At)), r.To})
		if !r.Until.IsZero() {
			head += " (" + c.w.of("until") + " " + c.w.date(r.Until) + ")"
		}
		line := inline{{text: c.w.of("reply." + string(r.State)), face: bold}, {text: " · " + head, face: faint}}
		if r.Text != "" {
			line = append(line, run{text: c.w.colon() + r.Text})
		}
		items = append(items, item{text: line})
	}
	c.p.list(items)
}

// anchor names a place in a report after a record; different records have
// different anchors whatever their identifiers are made of.
func anchor(kind string, ids ...claims.ID) string {
	var b strings.Builder
	b.WriteString(kind)
	for _, id := range ids {
		b.WriteByte('-')
		for _, r := range []byte(id) {
			if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				b.WriteByte(r)
			} else {
				fmt.Fprintf(&b, "_%02x", r)
			}
		}
	}
	return b.String()
}
