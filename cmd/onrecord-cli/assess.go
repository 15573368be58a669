package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"

	"onrecord/claims"
	"onrecord/claims/assess"
)

type assessCmd struct {
	formatFlag
}

// maxLine is the longest line that is read from standard input, in bytes.
const maxLine = 16 << 20

// Run assesses the sentences of standard input. They are taken to follow each
// other, as in a debate.
func (c *assessCmd) Run(ctx context.Context, a *app) error {
	ids, inputs, err := readSentences(a)
	if err != nil {
		return err
	}
	for i, r := range assess.Sequence(inputs) {
		if err := c.print(a.out, ids[i], inputs[i].Text, r); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func readSentences(a *app) (ids []string, inputs []assess.Input, err error) {
	in := bufio.NewScanner(a.in)
	in.Buffer(make([]byte, 64<<10), maxLine)
	for n := 1; in.Scan(); n++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		var line struct {
			ID     string      `json:"id"`
			Text   string      `json:"text"`
			SaidOn claims.Date `json:"said_on"`
		}
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			return nil, nil, claims.Invalid(fmt.Sprintf("line %d", n), claims.Plain(err.Error()))
		}
		ids = append(ids, line.ID)
		inputs = append(inputs, assess.Input{Text: line.Text, SaidOn: line.SaidOn})
	}
	if err := in.Err(); err != nil {
		return nil, nil, claims.Invalid("standard input", claims.Plain(err.Error()))
	}
	return ids, inputs, nil
}

func (c *assessCmd) print(out *output, id, text string, r assess.Result) error {
	if !c.jsonl() {
		return out.printf("%.3f  %-11s %s\n", r.Worth, r.Class, text)
	}
	return out.object(struct {
		ID        string       `json:"id"`
		Class     claims.Class `json:"class"`
		Checkable bool         `json:"checkable"`
		Score     float64      `json:"score"`
		Due       *claims.Date `json:"due"`
		DueWords  *string      `json:"due_words"`
	}{id, r.Class, r.Checkable, r.Worth, orNull(r.Due), orNull(r.DueWords)})
}
