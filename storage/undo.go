package storage

import (
	"context"
	"crypto/sha256"
	"fmt"

	"onrecord/claims"
)

// The changes that stand, and those that can be redone, are two stacks that
// run through the journal: the top of each is in the meta bucket, and every
// entry names the one below it.

// stand puts a change that is being entered on its stack and returns what lies
// below it there.
func (w *writer) stand(c *claims.Change) (below uint64, err error) {
	h := &w.head
	switch {
	case c.Undoes != 0 && c.Undoes == h.undo:
		if h.undo, err = w.below(h.undo); err != nil {
			return 0, err
		}
		below, h.redo = h.redo, c.Seq
	case c.Undoes != 0 && c.Undoes == h.redo:
		if h.redo, err = w.below(h.redo); err != nil {
			return 0, err
		}
		below, h.undo = h.undo, c.Seq
	default:
		below, h.undo, h.redo = h.undo, c.Seq, 0
	}
	return below, nil
}

func (t *txn) below(seq uint64) (uint64, error) {
	v, err := t.entry(seq)
	if err != nil {
		return 0, err
	}
	return v.Below, nil
}

// Undo implements desk.Store.
func (a *Archive) Undo(ctx context.Context, who string) (claims.Change, error) {
	return a.takeBack(ctx, who, claims.Say("error.nothingUndone", "there is nothing to be undone"), func(h journalHead) uint64 { return h.undo })
}

// Redo implements desk.Store.
func (a *Archive) Redo(ctx context.Context, who string) (claims.Change, error) {
	return a.takeBack(ctx, who, claims.Say("error.nothingRedone", "there is nothing to be redone"), func(h journalHead) uint64 { return h.redo })
}

func (a *Archive) takeBack(ctx context.Context, who string, none *claims.Sentence, which func(journalHead) uint64) (c claims.Change, err error) {
	err = a.write(ctx, func(w *writer) error {
		seq := which(w.head)
		if seq == 0 {
			return &claims.Error{Code: claims.CodeNotFound, Reason: none}
		}
		c, err = w.reverse(ctx, seq, who)
		return err
	})
	if err != nil {
		return claims.Change{}, err
	}
	return c, nil
}

// reverse writes the records back that a change replaced, last edit first.
// What they replace is what is stored now, and becomes their own image.
func (w *writer) reverse(ctx context.Context, seq uint64, who string) (claims.Change, error) {
	v, err := w.txn.entry(seq)
	if err != nil {
		return claims.Change{}, err
	}
	keys, err := v.keys()
	if err != nil {
		return claims.Change{}, damaged(kindJournal, fmt.Sprint(seq), err)
	}
	c := claims.Change{Who: who, What: v.What, Undoes: seq}
	w.entry.begin(w.head.seq + 1)
	for n := len(keys) - 1; n >= 0; n-- {
		if err := ctx.Err(); err != nil {
			return c, err
		}
		e, err := w.reverseEdit(seq, n, keys[n])
		if err != nil {
			return c, err
		}
		if err := w.edit(e); err != nil {
			return c, err
		}
		c.Edits = append(c.Edits, e)
	}
	if err := w.checkRefs(c.Edits); err != nil {
		return c, err
	}
	return c, w.enter(&c)
}

func (t *txn) reverseEdit(seq uint64, n int, key editKey) (e claims.Edit, err error) {
	if t.stored(key.Key) != nil {
		if e.Before, err = t.get(key.Key); err != nil {
			return e, err
		}
	}
	if key.image {
		e.After, err = t.image(seq, n, key.Key)
	}
	return e, err
}

// An image is stored as the record itself, compressed, or, once it was thrown
// away, as the hash of what it was, which keeps the journal verifiable.
const imageGone = 2

func packImage(record []byte) []byte {
	const worthwhile = 200
	if len(record) < worthwhile {
		return append([]byte{blobRaw}, record...)
	}
	return squeeze(record)
}

// image reads the record that an edit replaced.
func (t *txn) image(seq uint64, n int, key claims.Key) (claims.Record, error) {
	stored, err := t.imageBytes(seq, n)
	if err != nil {
		return nil, err
	}
	return decodeRecord(key.Kind, appendID(nil, key.ID), stored)
}

func (t *txn) imageBytes(seq uint64, n int) ([]byte, error) {
	v := t.Bucket(bucketImages).Get(imageKey(seq, n))
	if len(v) == 1+sha256.Size && v[0] == imageGone {
		return nil, &claims.Error{Code: claims.CodeNotFound, What: "trash", Reason: claims.Say("error.trashEmptied", "it was emptied; this change can no longer be taken back")}
	}
	if v == nil {
		return nil, damaged(kindJournal, fmt.Sprint(seq), claims.Say("damage.recordReplacedMissing", "the record that it replaced is missing"))
	}
	stored, err := unsqueeze(v)
	if err != nil {
		return nil, damaged(kindJournal, fmt.Sprint(seq), err)
	}
	return stored, nil
}

// Standing implements desk.Store.
func (a *Archive) Standing(ctx context.Context) (undo, redo *claims.Change, err error) {
	err = a.view(ctx, func(t *txn) error {
		head, err := t.journalHead()
		if err != nil {
			return err
		}
		if undo, err = t.standing(head.undo); err != nil {
			return err
		}
		redo, err = t.standing(head.redo)
		return err
	})
	return undo, redo, err
}

// standing gives the head of a change that can be taken back, nil where there
// is none or where its images were thrown away.
func (t *txn) standing(seq uint64) (*claims.Change, error) {
	if seq == 0 {
		return nil, nil
	}
	v, err := t.entry(seq)
	if err != nil {
		return nil, err
	}
	if v.Images != "" && seq <= t.metaNumber(metaPurged) && t.anyImageGone(seq) {
		return nil, nil
	}
	e, err := v.public(seq)
	if err != nil {
		return nil, err
	}
	return &claims.Change{Seq: e.Seq, At: e.At, Who: e.Who, What: e.What, Undoes: e.Undoes}, nil
}

func (t *txn) anyImageGone(seq uint64) bool {
	c := t.Bucket(bucketImages).Cursor()
	prefix := string(appendSeq(nil, seq))
	for k, v := c.Seek([]byte(prefix)); len(k) > 8 && string(k[:8]) == prefix; k, v = c.Next() {
		if len(v) > 0 && v[0] == imageGone {
			return true
		}
	}
	return false
}
