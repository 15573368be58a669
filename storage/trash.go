package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"time"

	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
)

// Trashed is a deleted record that can be put back: by undo, or by a change
// that creates it again.
type Trashed struct {
	Record claims.Record
	Seq    uint64 // the change that deleted it
	At     time.Time
	Who    string
	What   string
}

// markTrash notes where the image of a deleted record is, and forgets it when
// the record is created again.
func (w *writer) markTrash(s storedEdit) error {
	trash := w.Bucket(bucketTrash)
	switch {
	case s.now == nil:
		return trash.Put(trashKey(s.key.Kind, s.id), imageKey(w.entry.seq, w.entry.edits-1))
	case s.was == nil:
		return trash.Delete(trashKey(s.key.Kind, s.id))
	}
	return nil
}

func trashKey(kind claims.Kind, id []byte) []byte {
	return append([]byte{byte(toCode(&words{}, kindCodes, kind))}, id...)
}

// Trash lists the deleted records, by kind and identifier.
func (a *Archive) Trash(ctx context.Context) (out []Trashed, err error) {
	err = a.view(ctx, func(t *txn) error {
		c := t.Bucket(bucketTrash).Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			item, err := t.trashed(k, v)
			if err != nil {
				return err
			}
			out = append(out, item)
		}
		return nil
	})
	return out, err
}

func (t *txn) trashed(key, image []byte) (Trashed, error) {
	var w words
	kind := toWord(&w, kindCodes, code(key[0]))
	id, _, ok := cutID(key[1:])
	if !ok || len(image) != 12 {
		return Trashed{}, damaged("trash", string(key), claims.Say("damage.leadsNowhere", "leads nowhere"))
	}
	seq, n := cutImageKey(image)
	r, err := t.image(seq, n, claims.Key{Kind: kind, ID: id})
	if err != nil {
		return Trashed{}, err
	}
	v, err := t.entry(seq)
	if err != nil {
		return Trashed{}, err
	}
	e, err := v.public(seq)
	return Trashed{Record: r, Seq: seq, At: e.At, Who: e.Who, What: e.What}, err
}

func cutImageKey(key []byte) (seq uint64, n int) {
	return binary.BigEndian.Uint64(key), int(binary.BigEndian.Uint32(key[8:]))
}

// Emptied tells what EmptyTrash threw away.
type Emptied struct {
	Images int   // records as they were before a change
	Blobs  int   // texts and files that nothing names any more
	Bytes  int64 // of both, as they were stored
}

// EmptyTrash throws away for ever what only undo and the trash still need: the
// records that changes made before a moment replaced or deleted, and the texts
// and files that nothing names any more. The journal still tells who did what
// and when; those changes can no longer be taken back.
func (a *Archive) EmptyTrash(ctx context.Context, before time.Time) (out Emptied, err error) {
	err = a.update(ctx, func(t *txn) error {
		last, err := t.lastBefore(before)
		if err != nil {
			return err
		}
		if err := t.dropImages(ctx, last, &out); err != nil {
			return err
		}
		if err := t.dropTrash(last); err != nil {
			return err
		}
		if err := t.putMetaNumber(metaPurged, max(last, t.metaNumber(metaPurged))); err != nil {
			return err
		}
		return t.dropBlobs(ctx, &out)
	})
	if err == nil {
		err = a.Tidy(ctx)
	}
	return out, err
}

// lastBefore is the last position of the beginning of the journal that was
// written before a moment.
func (t *txn) lastBefore(moment time.Time) (last uint64, err error) {
	c := t.Bucket(bucketJournal).Cursor()
	for k, _ := c.First(); k != nil; k, _ = c.Next() {
		seq := binary.BigEndian.Uint64(k)
		v, err := t.entry(seq)
		if err != nil {
			return 0, err
		}
		at, err := unpackTime(v.At)
		if err != nil {
			return 0, err
		}
		if !at.Before(moment) {
			break
		}
		last = seq
	}
	return last, nil
}

// dropImages leaves only the hash of each image up to a position.
func (t *txn) dropImages(ctx context.Context, last uint64, out *Emptied) error {
	b := t.Bucket(bucketImages)
	c := b.Cursor()
	var keys [][]byte
	for k, v := c.First(); k != nil && binary.BigEndian.Uint64(k) <= last; k, v = c.Next() {
		if v[0] != imageGone {
			keys = append(keys, bytes.Clone(k))
			out.Images++
			out.Bytes += int64(len(v))
		}
	}
	for _, k := range keys {
		if err := ctx.Err(); err != nil {
			return err
		}
		seq, n := cutImageKey(k)
		stored, err := t.imageBytes(seq, n)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(stored)
		if err := b.Put(k, append([]byte{imageGone}, sum[:]...)); err != nil {
			return err
		}
	}
	return nil
}

func (t *txn) dropTrash(last uint64) error {
	return deleteWhere(t.Bucket(bucketTrash), func(_, image []byte) bool {
		return binary.BigEndian.Uint64(image) <= last
	})
}

// dropBlobs removes the texts and files that neither a record nor an image
// names.
func (t *txn) dropBlobs(ctx context.Context, out *Emptied) error {
	used := map[string]bool{}
	use := func(r claims.Record) {
		for _, h := range hashesOf(r) {
			key, _ := hashKey(h)
			used[string(key)] = true
		}
	}
	for _, kind := range []claims.Kind{claims.KindArticle, claims.KindOutcome} {
		c := t.recordsOf(kind).Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			r, err := decodeRecord(kind, k, v)
			if err != nil {
				return err
			}
			use(r)
		}
	}
	if err := t.eachImage(ctx, use); err != nil {
		return err
	}
	for _, name := range [][]byte{bucketTexts, bucketBlobs} {
		err := deleteWhere(t.Bucket(name), func(k, v []byte) bool {
			if used[string(k)] {
				return false
			}
			out.Blobs++
			out.Bytes += int64(len(v))
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// eachImage calls fn with every record that an edit replaced and that is
// still kept.
func (t *txn) eachImage(ctx context.Context, fn func(claims.Record)) error {
	c := t.Bucket(bucketImages).Cursor()
	var keys []editKey
	at := uint64(0)
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if err := ctx.Err(); err != nil {
			return err
		}
		seq, n := cutImageKey(k)
		if seq != at {
			e, err := t.entry(seq)
			if err != nil {
				return err
			}
			if keys, err = e.keys(); err != nil {
				return err
			}
			at = seq
		}
		if v[0] == imageGone || n >= len(keys) {
			continue
		}
		r, err := t.image(seq, n, keys[n].Key)
		if err != nil {
			return err
		}
		fn(r)
	}
	return nil
}

// deleteWhere removes the pairs that match. bbolt's cursors do not survive a
// deletion beside them, so the keys are collected first.
func deleteWhere(b *bolt.Bucket, match func(k, v []byte) bool) error {
	var keys [][]byte
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if match(k, v) {
			keys = append(keys, bytes.Clone(k))
		}
	}
	for _, k := range keys {
		if err := b.Delete(k); err != nil {
			return err
		}
	}
	return nil
}
