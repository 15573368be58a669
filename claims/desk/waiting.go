package desk

import (
	"context"

	"onrecord/claims"
)

// Waiting says which of the statements that wait for review are meant: those
// that fit every part that is set.
type Waiting struct {
	Least   float64 // confidence, 0 to 1
	Rule    string  // that found it
	Class   claims.Class
	Speaker claims.ID
	Article claims.ID
	Clear   bool // a speaker is known, and nothing is in doubt
}

func (w *Waiting) fits(s *claims.Statement) bool {
	return s.Why.Confidence >= w.Least &&
		(w.Rule == "" || s.Why.Rule == w.Rule) &&
		(w.Class == "" || s.Class == w.Class) &&
		(w.Speaker == "" || s.Speaker == w.Speaker) &&
		(w.Article == "" || s.Article == w.Article) &&
		(!w.Clear || s.Why.Doubt == "" && s.Speaker != "")
}

// WaitingStatements lists the statements that nobody has judged and that fit,
// the surest first: for a decision on all of them, with Review, that one undo
// takes back.
func (d *Desk) WaitingStatements(ctx context.Context, w Waiting) ([]*claims.Statement, error) {
	var out []*claims.Statement
	q := Query{Kind: claims.KindStatement, Index: ByReview, Value: string(claims.Unreviewed), Reverse: true, Limit: 500}
	for {
		page, err := d.store.List(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, r := range page.Records {
			s := r.(*claims.Statement)
			if s.Why.Confidence < w.Least {
				return out, nil // none of those that follow is surer
			}
			if w.fits(s) {
				out = append(out, s)
			}
		}
		if page.Next == "" {
			return out, nil
		}
		q.After = page.Next
	}
}
