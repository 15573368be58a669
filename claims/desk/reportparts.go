package desk

import (
	"slices"
	"strings"

	"onrecord/claims"
	"onrecord/claims/report"
)

// claim gathers one claim with its statements, outcomes and timeline.
func (b *reporter) claim(c *claims.Claim) (report.Claim, error) {
	out := report.Claim{Claim: c}
	if scale, ok := claims.ScaleFor(b.scales, c.Class); ok {
		out.Scale, out.Value = scale, claims.ValueOf(c, scale)
	}
	if c.Speaker != "" {
		s, err := b.speaker(c.Speaker)
		if err != nil {
			return out, err
		}
		out.Speaker, out.SpeakerType = s.Name, s.Type
	}
	for _, id := range c.Appearances {
		s, err := b.d.Statement(b.ctx, id)
		if err != nil {
			return out, err
		}
		rs, err := b.statement(s)
		if err != nil {
			return out, err
		}
		b.inClaims[id] = true
		out.Appearances = append(out.Appearances, rs)
	}
	err := b.d.each(b.ctx, Query{Kind: claims.KindOutcome, Index: ByClaim, Value: string(c.ID)}, func(r claims.Record) error {
		o, err := b.outcome(r.(*claims.Outcome), c.ID)
		out.Outcomes = append(out.Outcomes, o)
		return err
	})
	slices.SortStableFunc(out.Outcomes, func(a, b report.Outcome) int { return a.Date.Compare(b.Date) })
	if err != nil {
		return out, err
	}
	out.Events = events(b.model, &out)
	out.Grounds, err = b.grounds(c)
	return out, err
}

// events lays out the life of a claim in the order of time.
func events(m *report.Model, c *report.Claim) []report.Event {
	var out []report.Event
	for _, a := range c.Appearances {
		out = append(out, report.Event{Date: a.SaidOn, Kind: report.Said, Label: a.Text, ID: a.ID})
	}
	for _, o := range c.Outcomes {
		out = append(out, report.Event{Date: o.Date, Kind: report.Happened, Label: o.Summary, ID: o.ID})
	}
	for _, v := range c.Verdicts {
		colour := ""
		if c.Scale != nil {
			if value, ok := c.Scale.Find(v.Value); ok {
				colour = value.Colour
			}
		}
		out = append(out, report.Event{Date: m.Day(v.At), Kind: report.Judged, Label: v.Label, Colour: colour, ID: v.ID})
	}
	for _, r := range c.Replies {
		out = append(out, report.Event{Date: m.Day(r.At), Kind: report.Replied, Label: string(r.State)})
	}
	if !c.Due.IsZero() {
		due, _ := c.Due.Last()
		out = append(out, report.Event{Date: due, Known: c.Due, Kind: report.DueOn, Label: c.DueWords})
	}
	slices.SortStableFunc(out, func(a, b report.Event) int { return a.Date.Compare(b.Date) })
	return out
}

// statement gathers one statement with its place in its article.
func (b *reporter) statement(s *claims.Statement) (report.Statement, error) {
	out := report.Statement{Statement: s, Speaker: s.Mention}
	if s.Speaker != "" {
		who, err := b.speaker(s.Speaker)
		if err != nil {
			return out, err
		}
		out.Speaker = who.Name
	}
	var err error
	if out.Teller, err = b.teller(s); err != nil || s.Article == "" {
		return out, err
	}
	source, text, err := b.source(s.Article)
	if err != nil {
		return out, err
	}
	out.Source = source
	if !slices.ContainsFunc(source.Statements, func(have *claims.Statement) bool { return have.ID == s.ID }) {
		source.Statements = append(source.Statements, s)
	}
	runes := claims.NewRunes(text)
	for _, sp := range s.Content {
		out.Points = append(out.Points, runes.Points(sp))
	}
	if b.opts.Context {
		out.Before, out.After = around(text, claims.Cover(s.Content))
	}
	return out, nil
}

// teller names who reports a statement within words of their own.
func (b *reporter) teller(s *claims.Statement) (string, error) {
	if s.Outer == "" {
		return "", nil
	}
	outer, err := b.d.Statement(b.ctx, s.Outer)
	if err != nil {
		return "", err
	}
	if outer.Speaker == "" {
		return outer.Mention, nil
	}
	who, err := b.speaker(outer.Speaker)
	if err != nil {
		return "", err
	}
	return who.Name, nil
}

// around returns the rest of the paragraphs in which the span begins and ends.
func around(text string, s claims.Span) (before, after string) {
	start := strings.LastIndex(text[:s.Start], "\n\n") + 1
	end := len(text)
	if i := strings.Index(text[s.End:], "\n\n"); i >= 0 {
		end = s.End + i
	}
	return strings.TrimSpace(text[start:s.Start]), strings.TrimSpace(text[s.End:end])
}

// source cites an article, under the number it has had since its first
// mention.
func (b *reporter) source(id claims.ID) (*report.Source, string, error) {
	if s, ok := b.sources[id]; ok {
		return s, b.model.Texts[s.Text], nil
	}
	a, err := b.d.Article(b.ctx, id)
	if err != nil {
		return nil, "", err
	}
	text, err := b.d.Text(b.ctx, a)
	if err != nil {
		return nil, "", err
	}
	s := &report.Source{Article: a, Number: len(b.sources) + 1}
	b.sources[id] = s
	b.model.Texts[a.Text] = text
	b.model.Sources = append(b.model.Sources, s)
	return s, text, b.keep(a.Original)
}

// keep reads a file of the archive where the report takes files in.
func (b *reporter) keep(hash claims.Hash) error {
	if hash == "" || !b.opts.Files || b.model.Files[hash] != nil {
		return nil
	}
	data, err := b.d.store.Blob(b.ctx, hash)
	b.model.Files[hash] = data
	return err
}

func (b *reporter) speaker(id claims.ID) (*claims.Speaker, error) {
	if s, ok := b.speakers[id]; ok {
		return s, nil
	}
	s, err := b.d.Speaker(b.ctx, id)
	if err == nil {
		b.speakers[id] = s
	}
	return s, err
}

func (b *reporter) outcome(o *claims.Outcome, claim claims.ID) (report.Outcome, error) {
	out := report.Outcome{Outcome: o}
	for _, l := range o.Links {
		if l.Claim == claim {
			out.Relation, out.Note = l.Relation, l.Note
		}
	}
	for _, e := range o.Evidence {
		re := report.Evidence{Evidence: e}
		switch {
		case e.Article != "":
			source, _, err := b.source(e.Article)
			if err != nil {
				return out, err
			}
			re.Source = source
		case e.Statement != "":
			s, err := b.d.Statement(b.ctx, e.Statement)
			if err != nil {
				return out, err
			}
			rs, err := b.statement(s)
			if err != nil {
				return out, err
			}
			re.Statement = &rs
		case e.File != "":
			if err := b.keep(e.File); err != nil {
				return out, err
			}
		}
		out.Evidence = append(out.Evidence, re)
	}
	return out, nil
}
