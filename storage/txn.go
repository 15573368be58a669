package storage

import (
	"bytes"
	"context"
	"os"
	"sync"

	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
)

// txn is a bbolt transaction with the buckets and scales that it has already
// looked up. Nothing that bbolt hands out may leave it: every method that
// returns bytes to the outside copies them.
type txn struct {
	*bolt.Tx
	file    *os.File // that the transaction reads, to look at it without bbolt
	records map[claims.Kind]*bolt.Bucket
	indexes [maxIndexes]*bolt.Bucket
	scales  []*claims.Scale // of the archive, nil until they are needed
}

const maxIndexes = 64

func newTxn(tx *bolt.Tx, file *os.File) *txn {
	return &txn{Tx: tx, file: file, records: map[claims.Kind]*bolt.Bucket{}}
}

// view runs fn in a transaction that reads.
func (a *Archive) view(ctx context.Context, fn func(*txn) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	defer guard(a.path, &err)()
	return translate(a.path, a.read(ctx, fn))
}

// update runs fn in a transaction that writes, and is on disk when it returns
// nil. Where fn fails nothing is changed.
func (a *Archive) update(ctx context.Context, fn func(*txn) error) error {
	return a.exclusively(ctx, func() error { return a.commit(ctx, fn) })
}

// exclusively keeps all other writers out while fn runs, which can be longer
// than one transaction.
func (a *Archive) exclusively(ctx context.Context, fn func() error) error {
	select {
	case a.writing <- struct{}{}:
		defer func() { <-a.writing }()
		return fn()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// commit is update for who keeps other writers out already.
func (a *Archive) commit(ctx context.Context, fn func(*txn) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	defer guard(a.path, &err)()
	h := a.now.Load()
	return translate(a.path, h.db.Update(func(tx *bolt.Tx) error {
		if err := fn(newTxn(tx, h.file)); err != nil {
			return err
		}
		return ctx.Err()
	}))
}

// recordsOf is the bucket of a kind, or nil for a kind that does not exist.
func (t *txn) recordsOf(kind claims.Kind) *bolt.Bucket {
	b, ok := t.records[kind]
	if !ok {
		if b = t.Bucket(bucketRecords).Bucket([]byte(kind)); b != nil {
			b.FillPercent = fillMixed // new identifiers are mostly greater than all others
		}
		t.records[kind] = b
	}
	return b
}

func (t *txn) rowsOf(x *index) *bolt.Bucket {
	if t.indexes[x.number] == nil {
		t.indexes[x.number] = t.Bucket(bucketIndex).Bucket(x.bucket)
	}
	return t.indexes[x.number]
}

// stored is the stored form of a record, nil where there is none; it belongs
// to the transaction.
func (t *txn) stored(key claims.Key) []byte {
	b := t.recordsOf(key.Kind)
	if b == nil || key.ID == "" {
		return nil
	}
	return b.Get(appendID(make([]byte, 0, 32), key.ID))
}

// get reads a record.
func (t *txn) get(key claims.Key) (claims.Record, error) {
	value := t.stored(key)
	if value == nil {
		return nil, claims.NotFound(key)
	}
	return decodeRecord(key.Kind, appendID(nil, key.ID), value)
}

// pool hands out buffers that are used again.
type pool struct{ sync.Pool }

func (p *pool) get() *bytes.Buffer {
	b, ok := p.Get().(*bytes.Buffer)
	if !ok {
		return new(bytes.Buffer)
	}
	b.Reset()
	return b
}

func (p *pool) put(b *bytes.Buffer) {
	if b.Cap() < 1<<20 {
		p.Put(b)
	}
}

var buffers pool
