package storage

import (
	"bytes"
	"context"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
)

// Apply implements desk.Store.
func (a *Archive) Apply(ctx context.Context, changes ...claims.Change) ([]claims.Change, error) {
	blobs := make([][]packedBlob, len(changes))
	for i, c := range changes {
		blobs[i] = packBlobs(c) // compression needs no transaction
	}
	done := slices.Clone(changes)
	err := a.write(ctx, func(w *writer) error {
		for i := range done {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := w.apply(&done[i], blobs[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return done, nil
}

// write runs fn with a writer in one durable transaction.
func (a *Archive) write(ctx context.Context, fn func(*writer) error) error {
	err := a.update(ctx, func(t *txn) error {
		w, err := newWriter(t, a.opts.Now)
		if err != nil {
			return err
		}
		if err := fn(w); err != nil {
			return err
		}
		return w.flush()
	})
	if err == nil {
		a.backUpDaily()
	}
	return err
}

// writer changes records together with everything that follows from them.
type writer struct {
	*txn
	now      func() time.Time
	counts   *counters
	rows     rowOps
	bulk     bool // leave indexes and counts to reindex
	old, new rows
	head     journalHead            // end of the journal
	entry    entryWriter            // of the change that is being written
	known    map[claims.Key]bool    // records that are there, for references
	last     map[claims.Kind][]byte // greatest identifier of a kind that got records
}

func newWriter(t *txn, now func() time.Time) (*writer, error) {
	scales, err := t.allScales()
	if err != nil {
		return nil, err
	}
	head, err := t.journalHead()
	if err != nil {
		return nil, err
	}
	w := &writer{txn: t, now: now, counts: newCounters(t), head: head, known: map[claims.Key]bool{}, last: map[claims.Kind][]byte{}}
	w.old.resolved = resolvedBy(scales)
	w.new.resolved = w.old.resolved
	return w, nil
}

// flush writes what was kept in memory until the end of the transaction.
func (w *writer) flush() error {
	if err := w.rows.flushAll(w.txn); err != nil {
		return err
	}
	if err := w.counts.flush(); err != nil {
		return err
	}
	return w.putHead(w.head)
}

// apply writes one change and enters it into the journal.
func (w *writer) apply(c *claims.Change, blobs []packedBlob) error {
	if err := w.putBlobs(blobs); err != nil {
		return err
	}
	w.entry.begin(w.head.seq + 1)
	for _, e := range c.Edits {
		if err := w.edit(e); err != nil {
			return err
		}
	}
	if err := w.checkRefs(c.Edits); err != nil {
		return err
	}
	return w.enter(c)
}

// storedEdit is an edit together with the stored forms of its records.
type storedEdit struct {
	key           claims.Key
	id            []byte
	before, after claims.Record
	was, now      []byte // nil where there is no record
}

// edit checks one edit against what is stored and writes it.
func (w *writer) edit(e claims.Edit) error {
	switch {
	case e.Before == nil && e.After == nil:
		return claims.Invalid("edit", claims.Say("error.hasNoRecord", "has no record"))
	case e.Before != nil && e.After != nil && e.Before.Key() != e.After.Key():
		return claims.Invalid("edit", claims.Say("error.turnsRecordInto", "turns a record into another"))
	}
	s := storedEdit{key: e.Key(), before: e.Before, after: e.After}
	s.id = appendID(make([]byte, 0, 32), s.key.ID)
	if bucket := w.recordsOf(s.key.Kind); bucket != nil && s.key.ID != "" {
		s.was = bucket.Get(s.id)
	}
	if err := s.checkBefore(); err != nil {
		return err
	}
	if e.After != nil {
		if err := e.After.Check(); err != nil {
			return err
		}
		var err error
		if s.now, err = encodeRecord(e.After, s.id); err != nil {
			return err
		}
	}
	return w.writeEdit(s)
}

// checkBefore finds out whether somebody else changed the record in between.
func (s *storedEdit) checkBefore() error {
	conflict := &claims.Error{
		Code: claims.CodeConflict, What: string(s.key.Kind), Reason: claims.Say("error.wasChangedIn", "%s was changed in between", s.key.ID),
		Advice: claims.Say("error.lookAtAgain", "Look at it again and repeat the change"),
	}
	if s.before == nil && s.was == nil {
		return nil
	}
	if s.before == nil || s.was == nil {
		return conflict
	}
	expected, err := encodeRecord(s.before, s.id)
	if err != nil {
		return err
	}
	stored := s.was
	if stored[0]&^packed != recordVersion { // of an older program: compare what it says
		r, err := decodeRecord(s.key.Kind, s.id, stored)
		if err != nil {
			return err
		}
		if stored, err = encodeRecord(r, s.id); err != nil {
			return err
		}
	}
	if !sameFields(expected, stored) {
		return conflict
	}
	return nil
}

// writeEdit writes a record with its image, its index rows and its place in
// the trash.
func (w *writer) writeEdit(s storedEdit) error {
	if err := w.keepImage(s); err != nil {
		return err
	}
	if err := w.markTrash(s); err != nil {
		return err
	}
	if s.now == nil {
		clear(w.known)
	}
	if s.key.Kind == claims.KindScale {
		return w.writeScale(s)
	}
	w.moveRows(s.before, s.after, s.id)
	return w.putRecord(s)
}

func (w *writer) putRecord(s storedEdit) error {
	bucket := w.recordsOf(s.key.Kind)
	if s.now == nil {
		w.countRecords(s.key.Kind, -1)
		return bucket.Delete(s.id)
	}
	if s.was == nil {
		w.countRecords(s.key.Kind, 1)
		w.packPages(bucket, s.key.Kind, s.id)
	}
	return bucket.Put(s.id, s.now)
}

// packPages leaves the pages of a bucket full while every new record of the
// transaction comes after all others.
func (w *writer) packPages(bucket *bolt.Bucket, kind claims.Kind, id []byte) {
	last, known := w.last[kind]
	if !known {
		last, _ = bucket.Cursor().Last()
		last = bytes.Clone(last)
		bucket.FillPercent = fillOrdered
	}
	if bytes.Compare(id, last) > 0 {
		last = id
	} else {
		bucket.FillPercent = fillMixed
	}
	w.last[kind] = last
}

func (w *writer) countRecords(kind claims.Kind, n int) { w.counts.add(recordIndex(kind), nil, n) }

// moveRows takes away the index rows that a record had and adds those that it
// has now; rows that stay are not touched.
func (w *writer) moveRows(before, after claims.Record, id []byte) {
	if w.bulk {
		return
	}
	w.old.clear()
	w.new.clear()
	if before != nil {
		w.old.of(before, id)
	}
	if after != nil {
		w.new.of(after, id)
	}
	i, j := 0, 0
	for i < len(w.old.keys) || j < len(w.new.keys) {
		switch c := w.compareRows(i, j); {
		case c == 0:
			i, j = i+1, j+1
		case c < 0:
			w.row(&w.old, i, -1)
			i++
		default:
			w.row(&w.new, j, 1)
			j++
		}
	}
}

// row adds a row of a record or drops it.
func (w *writer) row(r *rows, i, by int) {
	k := r.keys[i]
	w.counts.add(k.index, r.value(k), by)
	w.rows.add(k.index, r.key(k), by < 0)
}

// compareRows orders row i of the old ones and row j of the new ones.
func (w *writer) compareRows(i, j int) int {
	switch {
	case i == len(w.old.keys):
		return 1
	case j == len(w.new.keys):
		return -1
	}
	a, b := w.old.keys[i], w.new.keys[j]
	if a.index != b.index {
		return a.index.number - b.index.number
	}
	return bytes.Compare(w.old.key(a), w.new.key(b))
}
