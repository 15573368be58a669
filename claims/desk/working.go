package desk

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/match/suggest"
)

// Workings sets the figures of a claim beside those of an outcome and of the
// words that it rests on: "said 4.2%, published 3.6%: 0.6 points lower, -14%".
// There is none where the two have no figures of one kind.
func (d *Desk) Workings(ctx context.Context, c *claims.Claim, o *claims.Outcome) ([]string, error) {
	texts := []string{o.Summary}
	for _, e := range o.Evidence {
		switch {
		case e.Quote != "":
			texts = append(texts, e.Quote)
		case e.Statement != "":
			s, err := d.Statement(ctx, e.Statement)
			if err != nil {
				return nil, err
			}
			texts = append(texts, s.Text)
		}
	}
	return suggest.Workings(c.Text, texts...), nil
}
