package storage

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"iter"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// entryV1 is a stored line of the journal.
type entryV1 struct {
	At     string `cbor:"1,keyasint,omitempty"`
	Who    string `cbor:"2,keyasint,omitempty"`
	What   string `cbor:"3,keyasint,omitempty"`
	Keys   string `cbor:"4,keyasint,omitempty"` // a kind, with hasImage where a record was replaced, and an identifier
	Undoes uint64 `cbor:"5,keyasint,omitempty"`
	Below  uint64 `cbor:"6,keyasint,omitempty"` // the standing change that comes up again when this one is taken back
	Images string `cbor:"7,keyasint,omitempty"` // SHA-256 over the SHA-256 of each image
	Before string `cbor:"8,keyasint,omitempty"` // SHA-256 of the stored entry before this one
}

// kindJournal is what the checksum of an entry covers as its kind.
const kindJournal claims.Kind = "journal"

// hasImage marks the kind of an edit that replaced a record.
const hasImage = 0x80

// journalHead is the end of the journal: what the next entry is chained to and
// what Undo and Redo would take back.
type journalHead struct {
	seq        uint64
	hash       string
	undo, redo uint64
}

func (t *txn) journalHead() (journalHead, error) {
	h := journalHead{undo: t.metaNumber(metaUndo), redo: t.metaNumber(metaRedo)}
	k, v := t.Bucket(bucketJournal).Cursor().Last()
	if k == nil {
		return h, nil
	}
	if len(k) != 8 {
		return h, damaged(kindJournal, fmt.Sprintf("%x", k), claims.Say("damage.keyNoPosition", "the key is no position"))
	}
	sum := sha256.Sum256(v)
	h.seq, h.hash = binary.BigEndian.Uint64(k), string(sum[:])
	return h, nil
}

func (t *txn) putHead(h journalHead) error {
	if err := t.putMetaNumber(metaUndo, h.undo); err != nil {
		return err
	}
	return t.putMetaNumber(metaRedo, h.redo)
}

func (t *txn) metaNumber(key []byte) uint64 {
	n, _ := binary.Uvarint(t.Bucket(bucketMeta).Get(key))
	return n
}

func (t *txn) putMetaNumber(key []byte, n uint64) error {
	return t.Bucket(bucketMeta).Put(key, binary.AppendUvarint(nil, n))
}

// entryWriter collects what an entry says about its edits.
type entryWriter struct {
	seq    uint64
	keys   []byte
	edits  int
	images hash.Hash // nil until there is one
}

func (e *entryWriter) begin(seq uint64) { e.seq, e.keys, e.edits, e.images = seq, e.keys[:0], 0, nil }

// keepImage notes an edit for the entry and keeps the record that it replaces.
func (w *writer) keepImage(s storedEdit) error {
	e := &w.entry
	n := e.edits
	e.edits++
	kind := byte(toCode(&words{}, kindCodes, s.key.Kind))
	if s.was == nil {
		e.keys = append(append(e.keys, kind), s.id...)
		return nil
	}
	e.keys = append(append(e.keys, kind|hasImage), s.id...)
	if e.images == nil {
		e.images = sha256.New()
	}
	sum := sha256.Sum256(s.was)
	e.images.Write(sum[:])
	return w.Bucket(bucketImages).Put(imageKey(e.seq, n), packImage(s.was))
}

// enter writes the entry of a change whose edits are written.
func (w *writer) enter(c *claims.Change) error {
	e := &w.entry
	c.Seq = e.seq
	if c.At.IsZero() {
		c.At = w.now().UTC()
	}
	v := entryV1{At: packTime(c.At), Who: c.Who, What: c.What, Keys: string(e.keys), Undoes: c.Undoes, Before: w.head.hash}
	if e.images != nil {
		v.Images = string(e.images.Sum(nil))
	}
	var err error
	if v.Below, err = w.stand(c); err != nil {
		return err
	}
	return w.putEntry(e.seq, &v)
}

// putEntry writes an entry at the end of the journal.
func (w *writer) putEntry(seq uint64, v *entryV1) error {
	key := appendSeq(nil, seq)
	value, err := seal(kindJournal, key, v)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(value)
	w.head.seq, w.head.hash = seq, string(sum[:])
	b := w.Bucket(bucketJournal)
	b.FillPercent = 1 // entries are only ever added at the end
	return b.Put(key, value)
}

// entry reads a line of the journal.
func (t *txn) entry(seq uint64) (*entryV1, error) {
	key := appendSeq(nil, seq)
	value := t.Bucket(bucketJournal).Get(key)
	if value == nil {
		return nil, damaged(kindJournal, fmt.Sprint(seq), claims.Say("error.missing", "is missing"))
	}
	var v entryV1
	if err := unseal(kindJournal, key, value, &v); err != nil {
		return nil, damaged(kindJournal, fmt.Sprint(seq), err)
	}
	return &v, nil
}

// editKey is the record of one edit of an entry.
type editKey struct {
	claims.Key
	image bool // the edit replaced a record
}

func (v *entryV1) keys() (out []editKey, err error) {
	for rest := []byte(v.Keys); len(rest) > 0; {
		var w words
		kind := toWord(&w, kindCodes, code(rest[0]&^hasImage))
		id, tail, ok := cutID(rest[1:])
		if !ok || w.err != nil {
			return nil, claims.Say("damage.listRecordsDamaged", "its list of records is damaged")
		}
		out = append(out, editKey{claims.Key{Kind: kind, ID: id}, rest[0]&hasImage != 0})
		rest = tail
	}
	return out, nil
}

// public gives an entry as the desk sees it.
func (v *entryV1) public(seq uint64) (desk.Entry, error) {
	at, err := unpackTime(v.At)
	if err != nil {
		return desk.Entry{}, damaged(kindJournal, fmt.Sprint(seq), err)
	}
	keys, err := v.keys()
	if err != nil {
		return desk.Entry{}, damaged(kindJournal, fmt.Sprint(seq), err)
	}
	e := desk.Entry{Seq: seq, At: at, Who: v.Who, What: v.What, Undoes: v.Undoes}
	for _, k := range keys {
		e.Keys = append(e.Keys, k.Key)
	}
	return e, nil
}

// Journal implements desk.Store.
func (a *Archive) Journal(ctx context.Context, seq uint64) iter.Seq2[desk.Entry, error] {
	return func(yield func(desk.Entry, error) bool) {
		for {
			chunk, err := a.journalChunk(ctx, seq)
			for _, e := range chunk {
				if !yield(e, nil) {
					return
				}
				seq = e.Seq
			}
			if err != nil {
				yield(desk.Entry{}, err)
				return
			}
			if len(chunk) == 0 {
				return
			}
		}
	}
}

// journalChunk reads the entries after a position, as many as together touch
// no more than some thousand records.
func (a *Archive) journalChunk(ctx context.Context, seq uint64) (out []desk.Entry, err error) {
	err = a.view(ctx, func(t *txn) error {
		head, err := t.journalHead()
		if err != nil {
			return err
		}
		for keys := 0; seq < head.seq && len(out) < walkChunk && keys < 10*walkChunk; {
			seq++
			v, err := t.entry(seq)
			if err != nil {
				return err
			}
			e, err := v.public(seq)
			if err != nil {
				return err
			}
			out = append(out, e)
			keys += len(e.Keys)
		}
		return nil
	})
	return out, err
}

// Seq implements desk.Store.
func (a *Archive) Seq(ctx context.Context) (seq uint64, err error) {
	err = a.view(ctx, func(t *txn) error {
		head, err := t.journalHead()
		seq = head.seq
		return err
	})
	return seq, err
}
