package main

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/match"
	"onrecord/cmd/internal/archive"
)

type searchCmd struct {
	Query   []string `arg:"" optional:"" help:"Words as remembered, \"phrases\", -words, filters such as speaker: or before:."`
	Stream  bool     `help:"Read {\"id\",\"q\"} lines and answer each."`
	Limit   int      `help:"At most so many hits." default:"10"`
	Explain bool     `help:"Say why each hit stands where it stands."`
	formatFlag
}

type hitLine struct {
	Type    claims.Kind    `json:"type"`
	ID      claims.ID      `json:"id"`
	Score   float64        `json:"score"`
	Speaker *string        `json:"speaker"`
	SaidOn  *claims.Date   `json:"said_on"`
	Text    string         `json:"text"`
	Match   [][2]int       `json:"match"`
	Why     []match.Reason `json:"why,omitempty"`
}

// Run searches the archive.
func (c *searchCmd) Run(ctx context.Context, a *app) error {
	if c.Limit < 1 {
		return claims.Invalid("limit", claims.Plain("must be at least 1"))
	}
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	if c.Stream {
		return c.stream(ctx, a)
	}
	if len(c.Query) == 0 {
		return claims.Invalid("query", claims.Plain("say what to look for, or --stream to answer the queries of standard input"))
	}
	c.tellLoose(a)
	hits, cut, err := c.search(ctx, ar)
	if err != nil {
		return err
	}
	for _, h := range hits {
		if err := c.print(a.out, h); err != nil {
			return err
		}
	}
	if cut != 0 {
		a.tell("Cut short: " + cut.String() + ".")
	}
	return nil
}

func (c *searchCmd) search(ctx context.Context, ar *archive.Archive) (hits []desk.Result, cut match.Cut, err error) {
	if c.Explain {
		return ar.Explain(ctx, c.typed(), c.Limit)
	}
	hits, err = ar.Search(ctx, c.typed(), c.Limit, 0)
	return hits, 0, err
}

func (c *searchCmd) typed() string { return strings.Join(c.Query, " ") }

// tellLoose names what was meant as a filter and is none.
func (c *searchCmd) tellLoose(a *app) {
	q := match.ParseQuery(c.typed())
	for _, s := range q.Loose {
		a.tell(s.In(q.Typed) + ": is no filter, since that is no date; searched as words")
	}
}

func (c *searchCmd) print(out *output, h desk.Result) error {
	if c.jsonl() {
		line := hitLine{Type: h.Kind, ID: h.ID, Score: h.Score, Speaker: orNull(h.Speaker), SaidOn: orNull(h.Said), Text: h.Text, Match: [][2]int{}}
		runes := claims.NewRunes(h.Text)
		for _, s := range h.Match {
			p := runes.Points(s)
			line.Match = append(line.Match, [2]int{p.Start, p.End})
		}
		if c.Explain {
			line.Why = h.Why
		}
		return out.object(line)
	}
	if err := out.printf("%s  %-9s  %-10s  %s: %s\n", h.ID, h.Kind, h.Said, h.Speaker, marked(h.Text, h.Match)); err != nil {
		return err
	}
	if !c.Explain {
		return nil
	}
	for _, w := range h.Why {
		if err := out.printf("    %-16s %-22s %-16s in %-8s %.3f of %.3f\n", w.Typed, w.How, w.Found, w.Field, w.Given, w.Weight); err != nil {
			return err
		}
	}
	return nil
}

// marked puts brackets around the letters that match.
func marked(text string, spans []claims.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start])
		b.WriteString("[" + s.In(text) + "]")
		at = s.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// stream answers queries as they come, each on a line of its own.
func (c *searchCmd) stream(ctx context.Context, a *app) error {
	type query struct {
		ID json.RawMessage `json:"id"`
		Q  string          `json:"q"`
	}
	return inputLines(ctx, a, `{"id": "a", "q": "harbour bridge"}`, func(q query) error {
		began := time.Now()
		hits, err := a.opened.SearchKeys(ctx, q.Q, c.Limit)
		if err != nil {
			return err
		}
		ids := make([]claims.ID, len(hits))
		for i, h := range hits {
			ids[i] = h.ID
		}
		err = a.out.object(struct {
			ID   json.RawMessage `json:"id"`
			Hits []claims.ID     `json:"hits"`
			MS   float64         `json:"ms"`
		}{q.ID, ids, float64(time.Since(began).Microseconds()) / 1000})
		return errors.Join(err, a.out.Flush())
	})
}
