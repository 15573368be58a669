package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"onrecord/claims"
)

// Near is a record that may be meant where an identifier is unknown.
type Near struct {
	Key   claims.Key
	Words string // what the record says, for a person to know it by
}

// mostScanned is how many records, the newest first, are looked at for
// identifiers like an unknown one.
const mostScanned = 20_000

// Nearest finds the records that may be meant by a key that no record has: one
// of another kind with that identifier, or those of its kind whose identifiers
// are nearest to it.
func (d *Desk) Nearest(ctx context.Context, key claims.Key, limit int) ([]Near, error) {
	for _, kind := range claims.Kinds {
		r, err := d.store.Get(ctx, claims.Key{Kind: kind, ID: key.ID})
		if err == nil {
			return []Near{{r.Key(), wordsOf(r)}}, nil
		}
		if claims.CodeOf(err) != claims.CodeNotFound {
			return nil, err
		}
	}
	type found struct {
		Near
		away int
	}
	var all []found
	q := Query{Kind: key.Kind, Index: ByID, Reverse: true, Limit: 500}
	for seen := 0; seen < mostScanned; {
		page, err := d.store.List(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, r := range page.Records {
			if away, ok := apart(string(key.ID), string(r.Key().ID)); ok {
				all = append(all, found{Near{r.Key(), wordsOf(r)}, away})
			}
		}
		seen += len(page.Records)
		if q.After = page.Next; q.After == "" {
			break
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.away, b.away) })
	out := make([]Near, 0, limit)
	for _, f := range all[:min(limit, len(all))] {
		out = append(out, f.Near)
	}
	return out, nil
}

// wordsOf is what a record is known by.
func wordsOf(r claims.Record) string {
	switch r := r.(type) {
	case *claims.Article:
		return r.Title
	case *claims.Statement:
		return r.Text
	case *claims.Speaker:
		return r.Name
	case *claims.Claim:
		return r.Text
	case *claims.Outcome:
		return r.Summary
	case *claims.Scale:
		return r.Name
	case *claims.Search:
		return r.Name
	}
	return ""
}

// apart tells how far two identifiers are from each other: 0 where one is a
// beginning, an end or a part of the other that was cut off, else the number
// of characters that differ. It is not ok where they are nothing alike.
func apart(typed, id string) (away int, ok bool) {
	const (
		leastPart = 4 // characters
		mostSlips = 3
	)
	a, b := strings.ToLower(strings.TrimSpace(typed)), strings.ToLower(id)
	if len(a) >= leastPart && strings.Contains(b, a) {
		return 0, true
	}
	if short := len(a) - len(b); short > mostSlips || short < -mostSlips {
		return 0, false
	}
	away = editDistance(a, b)
	return away, away <= min(mostSlips, max(len(a), len(b))/2)
}

// editDistance counts the characters to be changed, added or left out to make
// one word of another (V. I. Levenshtein, Soviet Physics Doklady 10, 1966).
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		left := row[0]
		row[0] = i + 1
		for j := range y {
			diagonal := left
			left = row[j+1]
			if x[i] == y[j] {
				row[j+1] = diagonal
				continue
			}
			row[j+1] = 1 + min(diagonal, left, row[j])
		}
	}
	return row[len(y)]
}
