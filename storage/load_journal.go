package storage

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"onrecord/claims"
)

// change writes an entry of the journal as it was in the archive that was
// dumped. The stacks of undo and redo, the chain and the trash follow from the
// entries and are made anew.
func (b *loadBatch) change(line *changeLine) error {
	if line.Seq <= b.head.seq {
		return nil // of a load that was interrupted
	}
	if line.Seq != b.head.seq+1 {
		return claims.Invalid("seq", claims.Plain(fmt.Sprintf("is %d where %d must follow", line.Seq, b.head.seq+1)))
	}
	b.entry.begin(line.Seq)
	v := &entryV1{At: packTime(line.At), Who: line.Who, What: line.What, Undoes: line.Undoes, Before: b.head.hash}
	var sums []byte
	for n, e := range line.Edits {
		sum, err := b.editLine(line.Seq, n, e)
		if err != nil {
			return err
		}
		sums = append(sums, sum...)
	}
	if len(sums) > 0 {
		sum := sha256.Sum256(sums)
		v.Images = string(sum[:])
	}
	v.Keys = string(b.entry.keys)
	var err error
	if v.Below, err = b.stand(&claims.Change{Seq: line.Seq, Undoes: line.Undoes}); err != nil {
		return err
	}
	return b.putEntry(line.Seq, v)
}

// editLine writes one edit of an entry and returns the hash of the record that
// it replaced, nil where there was none.
func (b *loadBatch) editLine(seq uint64, n int, e editLine) ([]byte, error) {
	var w words
	kind := byte(toCode(&w, kindCodes, e.Kind))
	if w.err != nil || e.Kind == "" {
		return nil, claims.Invalid("edits", claims.Plain(fmt.Sprintf("there is no kind of records %q", e.Kind)))
	}
	if err := e.ID.Check(); err != nil {
		return nil, claims.Invalid("edits", claims.Plain(err.Error()))
	}
	id := appendID(nil, e.ID)
	if e.Before == nil && e.Gone == "" {
		b.entry.keys = append(append(b.entry.keys, kind), id...)
		return nil, nil
	}
	image, sum, err := b.imageLine(e, id)
	if err != nil {
		return nil, err
	}
	b.entry.keys = append(append(b.entry.keys, kind|hasImage), id...)
	if err := b.Bucket(bucketImages).Put(imageKey(seq, n), image); err != nil {
		return nil, err
	}
	return sum, b.markLoadedTrash(e, id, imageKey(seq, n))
}

// imageLine gives the stored image of an edit and the hash of its record.
func (b *loadBatch) imageLine(e editLine, id []byte) (image, sum []byte, err error) {
	if e.Gone != "" {
		sum, ok := hashKey(e.Gone)
		if !ok {
			return nil, nil, claims.Invalid("gone", claims.Plain("is not a SHA-256"))
		}
		return append([]byte{imageGone}, sum...), sum, nil
	}
	r := claims.New(e.Kind)
	if err := json.Unmarshal(e.Before, r); err != nil {
		return nil, nil, claims.Invalid("before", claims.Plain(err.Error()))
	}
	if r.Key() != (claims.Key{Kind: e.Kind, ID: e.ID}) {
		return nil, nil, claims.Invalid("before", claims.Plain("is another record"))
	}
	stored, err := encodeRecord(r, id)
	if err != nil {
		return nil, nil, err
	}
	hash := sha256.Sum256(stored)
	return packImage(stored), hash[:], nil
}

// markLoadedTrash notes the last image of a record that is not there any more.
func (b *loadBatch) markLoadedTrash(e editLine, id, image []byte) error {
	key := trashKey(e.Kind, id)
	if e.Gone != "" {
		seq, _ := cutImageKey(image)
		if err := b.putMetaNumber(metaPurged, max(seq, b.metaNumber(metaPurged))); err != nil {
			return err
		}
		return b.Bucket(bucketTrash).Delete(key)
	}
	if b.stored(claims.Key{Kind: e.Kind, ID: e.ID}) != nil {
		return nil
	}
	return b.Bucket(bucketTrash).Put(key, image)
}
