package main

import (
	"context"
	"encoding/json"
	"errors"

	"onrecord/claims"
	"onrecord/claims/assess"
)

type assessCmd struct {
	Format string `help:"jsonl or text" enum:"jsonl,text" default:"jsonl"`
}

// Run assesses the sentences of standard input. They are taken to follow each
// other, as in a debate.
func (c *assessCmd) Run(ctx context.Context, a *app) error {
	ids, inputs, err := readSentences(ctx, a)
	if err != nil && !errors.Is(err, errPartly) {
		return err
	}
	for i, r := range assess.Sequence(inputs) {
		if err := c.print(a.out, ids[i], inputs[i].Text, r); err != nil {
			return err
		}
	}
	return errors.Join(ctx.Err(), err)
}

// readSentences reads what is to be assessed. The identifiers are any JSON
// values, and are printed as they came.
func readSentences(ctx context.Context, a *app) (ids []json.RawMessage, inputs []assess.Input, err error) {
	type sentence struct {
		ID     json.RawMessage `json:"id"`
		Text   string          `json:"text"`
		SaidOn claims.Date     `json:"said_on"`
	}
	err = inputLines(ctx, a, `{"id": "a", "text": "We will ...", "said_on": "2016-08"}`, func(s sentence) error {
		ids = append(ids, s.ID)
		inputs = append(inputs, assess.Input{Text: s.Text, SaidOn: s.SaidOn})
		return nil
	})
	return ids, inputs, err
}

func (c *assessCmd) print(out *output, id json.RawMessage, text string, r assess.Result) error {
	if c.Format == "text" {
		return out.printf("%.3f  %-11s %s\n", r.Worth, r.Class, text)
	}
	return out.object(struct {
		ID        json.RawMessage `json:"id"`
		Class     claims.Class    `json:"class"`
		Checkable bool            `json:"checkable"`
		Score     float64         `json:"score"`
		Due       *claims.Date    `json:"due"`
		DueWords  *string         `json:"due_words"`
	}{id, r.Class, r.Checkable, r.Worth, orNull(r.Due), orNull(r.DueWords)})
}
