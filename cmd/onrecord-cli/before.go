package main

import (
	"context"
	"strings"

	"onrecord/claims"
)

// earlierLine is one earlier statement as a JSON line.
type earlierLine struct {
	Type      string      `json:"type"` // "before"
	Statement claims.ID   `json:"statement"`
	SaidOn    claims.Date `json:"said_on,omitzero"`
	Text      string      `json:"text"`
	Score     float64     `json:"score"`
	Words     []string    `json:"words"`
	Flags     []string    `json:"flags"` // what may have changed
}

type suggestBeforeCmd struct {
	Statement claims.ID `arg:"" help:"Identifier of the statement."`
	suggestFlags
}

// Run lists what the same speaker said before.
func (c *suggestBeforeCmd) Run(ctx context.Context, a *app) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	all, err := ar.SaidBefore(ctx, c.Statement, c.Limit)
	if err != nil {
		return err
	}
	for _, e := range all {
		s := e.Statement
		if c.jsonl() {
			err = a.out.object(earlierLine{"before", s.ID, s.SaidOn, s.Text, e.Score, e.Words, append([]string{}, e.Flags...)})
		} else {
			err = a.out.printf("%s  %s  %s\n      words    %s\n%s", orDash(s.SaidOn), s.ID, oneLine(s.Text), strings.Join(e.Words, ", "), flagged(e.Flags))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
