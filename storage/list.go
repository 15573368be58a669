package storage

import (
	"context"
	"encoding/base64"
	"fmt"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// defaultPage is the length of a page when a query gives none.
const defaultPage = 50

// List implements desk.Store.
func (a *Archive) List(ctx context.Context, q desk.Query) (page desk.Page, err error) {
	s, err := newScan(q)
	if err != nil {
		return page, err
	}
	if q.Limit <= 0 {
		q.Limit = defaultPage
	}
	err = a.view(ctx, func(t *txn) error {
		var last []byte
		var failed error
		skip := q.Skip
		err := s.run(t, func(key []byte) bool {
			if skip > 0 {
				skip--
				return skip%10000 != 0 || ctx.Err() == nil
			}
			if len(page.Records) == q.Limit {
				page.Next = base64.RawURLEncoding.EncodeToString(last)
				return false
			}
			_, _, id, _ := s.index.splitKey(key)
			r, err := t.getByKey(s.index.kind, id)
			if err != nil {
				failed = err
				return false
			}
			page.Records, last = append(page.Records, r), key
			return true
		})
		if failed != nil {
			return failed
		}
		return err
	})
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return desk.Page{}, err
	}
	return page, nil
}

// getByKey reads the record of an index row.
func (t *txn) getByKey(kind claims.Kind, id []byte) (claims.Record, error) {
	value := t.recordsOf(kind).Get(id)
	if value == nil {
		return nil, damaged(kind, fmt.Sprintf("%x", id), claims.Say("damage.indexHasRow", "an index has a row for it, but it is not there"))
	}
	return decodeRecord(kind, id, value)
}

// Count implements desk.Store.
func (a *Archive) Count(ctx context.Context, q desk.Query) (n int, err error) {
	q.After = ""
	s, err := newScan(q)
	if err != nil {
		return 0, err
	}
	err = a.view(ctx, func(t *txn) error {
		if s.from == nil && (s.prefix == nil || s.index.counted) {
			n = t.count(s.index, s.prefix)
			return nil
		}
		return s.run(t, func([]byte) bool { n++; return n%10000 != 0 || ctx.Err() == nil })
	})
	if err == nil {
		err = ctx.Err()
	}
	return n, err
}

// Facets implements desk.Store.
func (a *Archive) Facets(ctx context.Context, kind claims.Kind, name desk.Index) (map[string]int, error) {
	s, err := newScan(desk.Query{Kind: kind, Index: name})
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	err = a.view(ctx, func(t *txn) error {
		if s.index.counted {
			t.eachCount(s.index, func(value []byte, rows int) { out[s.index.readValue(value)] = rows })
			return nil
		}
		if s.index.value == noValue {
			if n := t.count(s.index, nil); n > 0 {
				out[""] = n
			}
			return nil
		}
		return s.run(t, func(key []byte) bool {
			value, _, _, _ := s.index.splitKey(key)
			out[s.index.readValue(value)]++
			return true
		})
	})
	return out, err
}
