package storage

import (
	"bytes"
	"context"
	"iter"

	"onrecord/claims"
)

// Get implements desk.Store.
func (a *Archive) Get(ctx context.Context, key claims.Key) (r claims.Record, err error) {
	err = a.view(ctx, func(t *txn) error {
		r, err = t.get(key)
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// walkChunk is how many records a walk reads in one transaction. A walk may
// take as long as its caller likes; a transaction must not, because pages that
// it can see are not used again.
const walkChunk = 500

// All implements desk.Store. Records that are added or removed behind the
// walk's back are seen or not, as it happens.
func (a *Archive) All(ctx context.Context, kind claims.Kind) iter.Seq2[claims.Record, error] {
	return func(yield func(claims.Record, error) bool) {
		var last []byte
		for {
			chunk, next, err := a.chunk(ctx, kind, last)
			for _, r := range chunk {
				if err := ctx.Err(); err != nil {
					yield(nil, err)
					return
				}
				if !yield(r, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if next == nil {
				return
			}
			last = next
		}
	}
}

// chunk reads the records after a key, and the key to go on after.
func (a *Archive) chunk(ctx context.Context, kind claims.Kind, last []byte) (out []claims.Record, next []byte, err error) {
	err = a.view(ctx, func(t *txn) error {
		b := t.recordsOf(kind)
		if b == nil {
			return nil
		}
		c := b.Cursor()
		k, v := c.First()
		if last != nil {
			if k, v = c.Seek(last); bytes.Equal(k, last) {
				k, v = c.Next()
			}
		}
		for ; k != nil && len(out) < walkChunk; k, v = c.Next() {
			r, err := decodeRecord(kind, k, v)
			if err != nil {
				return err
			}
			out, next = append(out, r), bytes.Clone(k)
		}
		if k == nil {
			next = nil
		}
		return nil
	})
	return out, next, err
}
