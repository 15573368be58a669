package storage

import (
	"bufio"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
)

// Dump writes the whole archive in the open format, as it is at this moment:
// texts and files, records in the order in which others refer to them, and the
// journal. Loaded into an empty archive and dumped again it gives the same
// bytes. Progress, where it is not nil, hears how many lines are written of
// how many.
func (a *Archive) Dump(ctx context.Context, w io.Writer, progress func(done, total int)) error {
	return a.view(ctx, func(t *txn) error {
		d := &dumper{txn: t, ctx: ctx, out: bufio.NewWriterSize(w, 1<<18), progress: progress}
		d.cache = newTextCache(t.articleText)
		for _, step := range []func() error{d.header, d.blobs, d.allRecords, d.journal} {
			if err := step(); err != nil {
				return err
			}
		}
		return d.out.Flush()
	})
}

type dumper struct {
	*txn
	ctx         context.Context
	out         *bufio.Writer
	cache       *textCache
	progress    func(done, total int)
	done, total int
}

// line writes one line.
func (d *dumper) line(b []byte, err error) error {
	if err != nil {
		return err
	}
	if d.done++; d.done%1000 == 0 {
		if err := d.ctx.Err(); err != nil {
			return err
		}
		if d.progress != nil {
			d.progress(d.done, max(d.total, d.done))
		}
	}
	if _, err := d.out.Write(b); err != nil {
		return err
	}
	return d.out.WriteByte('\n')
}

func (d *dumper) header() error {
	head, err := d.journalHead()
	if err != nil {
		return err
	}
	for _, kind := range claims.Kinds {
		d.total += d.count(recordIndex(kind), nil)
	}
	d.total += int(head.seq) //nolint:gosec // entries of a file
	return d.line(marshal(headerLine{Type: lineArchive, Format: openFormat, Program: "onrecord", Changes: head.seq}))
}

func (d *dumper) blobs() error {
	err := d.eachBlob(bucketTexts, func(hash claims.Hash, b []byte) error {
		line := blobLine{Type: lineText, Hash: hash}
		if text := string(b); utf8.ValidString(text) {
			line.Text = &text
		} else {
			line.Data = b
		}
		return d.line(marshal(line))
	})
	if err != nil {
		return err
	}
	return d.eachBlob(bucketBlobs, func(hash claims.Hash, b []byte) error {
		return d.line(marshal(blobLine{Type: lineBlob, Hash: hash, Data: b}))
	})
}

func (d *dumper) eachBlob(bucket []byte, fn func(claims.Hash, []byte) error) error {
	return eachPair(d.Bucket(bucket), func(k, _ []byte) error {
		hash := claims.Hash(fmt.Sprintf("%x", k))
		b, err := d.blob(hash)
		if err != nil {
			return err
		}
		return fn(hash, b)
	})
}

func eachPair(b *bolt.Bucket, fn func(k, v []byte) error) error {
	c := b.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if err := fn(k, v); err != nil {
			return err
		}
	}
	return nil
}

func (d *dumper) allRecords() error {
	for _, kind := range claims.Kinds {
		err := eachPair(d.recordsOf(kind), func(k, v []byte) error {
			r, err := decodeRecord(kind, k, v)
			if err != nil {
				return err
			}
			points, ok, err := toPoints(r, d.cache.get)
			if err != nil {
				return err
			}
			if !ok {
				points = r
			}
			return d.line(recordLine(points, !ok))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *dumper) journal() error {
	head, err := d.journalHead()
	if err != nil {
		return err
	}
	for seq := uint64(1); seq <= head.seq; seq++ {
		v, err := d.entry(seq)
		if err != nil {
			return err
		}
		line, err := d.changeLine(seq, v)
		if err != nil {
			return err
		}
		if err := d.line(marshal(line)); err != nil {
			return err
		}
	}
	return nil
}

func (d *dumper) changeLine(seq uint64, v *entryV1) (*changeLine, error) {
	keys, err := v.keys()
	if err != nil {
		return nil, damaged(kindJournal, fmt.Sprint(seq), err)
	}
	at, err := unpackTime(v.At)
	if err != nil {
		return nil, damaged(kindJournal, fmt.Sprint(seq), err)
	}
	line := &changeLine{Type: lineChange, Seq: seq, At: at, Who: v.Who, What: v.What, Undoes: v.Undoes}
	for n, key := range keys {
		e := editLine{Kind: key.Kind, ID: key.ID}
		if key.image {
			if err := d.before(&e, seq, n, key.Key); err != nil {
				return nil, err
			}
		}
		line.Edits = append(line.Edits, e)
	}
	return line, nil
}

// before fills in what an edit replaced.
func (d *dumper) before(e *editLine, seq uint64, n int, key claims.Key) error {
	stored := d.Bucket(bucketImages).Get(imageKey(seq, n))
	if len(stored) == 1+sha256.Size && stored[0] == imageGone {
		e.Gone = claims.Hash(fmt.Sprintf("%x", stored[1:]))
		return nil
	}
	r, err := d.image(seq, n, key)
	if err != nil {
		return err
	}
	e.Before, err = marshal(r)
	return err
}
