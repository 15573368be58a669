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
	if f.Limit < 0 {
		return claims.Invalid("limit", claims.Plain("is a number of lines, or 0 for all"))
	}
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
			if err := f.record(ctx, a, r, show); err != nil {
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

// record prints one record: for scripts with offsets in code points.
func (f formatFlag) record(ctx context.Context, a *app, r claims.Record, show func(claims.Record) error) error {
	if !f.jsonl() {
		return show(r)
	}
	points, err := a.inPoints(ctx, r)
	if err != nil {
		return err
	}
	return a.out.object(points)
}

// inPoints gives a copy of a record of the archive whose offsets count code
// points of the article's text, as in everything that leaves the archive.
func (a *app) inPoints(ctx context.Context, r claims.Record) (claims.Record, error) {
	return claims.MapSpans(r, func(article claims.ID, s claims.Span) (claims.Span, error) {
		if a.text.article != article || a.text.runes == nil {
			of, err := a.opened.Article(ctx, article)
			if err != nil {
				return s, err
			}
			text, err := a.opened.Text(ctx, of)
			if err != nil {
				return s, err
			}
			a.text.article, a.text.words, a.text.runes = article, text, claims.NewRunes(text)
		}
		if s.Check(a.text.words) != nil {
			return s, nil // damage, which verify names
		}
		return a.text.runes.Points(s), nil
	})
}
