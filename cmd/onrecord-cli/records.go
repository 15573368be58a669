package main

import (
	"context"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// listFlags page through a list.
type listFlags struct {
	Limit   int  `help:"At most so many; 0 is all." default:"0"`
	Reverse bool `help:"Last first."`
	formatFlag
}

// list prints every record of a query, page by page.
func (f *listFlags) list(ctx context.Context, a *app, q desk.Query, show func(claims.Record) error) error {
	ar, err := a.archive(ctx)
	if err != nil {
		return err
	}
	q.Reverse = f.Reverse
	left := f.Limit
	for {
		q.Limit = 500
		if f.Limit > 0 {
			q.Limit = min(q.Limit, left)
		}
		page, err := ar.List(ctx, q)
		if err != nil {
			return err
		}
		for _, r := range page.Records {
			if err := f.record(a, r, show); err != nil {
				return err
			}
		}
		left -= len(page.Records)
		if page.Next == "" || (f.Limit > 0 && left <= 0) {
			return nil
		}
		q.After = page.Next
	}
}

func (f formatFlag) record(a *app, r claims.Record, show func(claims.Record) error) error {
	if f.jsonl() {
		return a.out.object(r)
	}
	return show(r)
}
