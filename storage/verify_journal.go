package storage

import (
	"crypto/sha256"
	"encoding/binary"

	"onrecord/claims"
)

// checkJournal follows the chain of the journal from its first entry, checks
// the images of each, and replays which changes stand.
func (v *verifier) checkJournal() error {
	var stacks standingStacks
	hash, next, images := "", uint64(1), 0
	c := v.Bucket(bucketJournal).Cursor()
	for k, value := c.First(); k != nil; k, value = c.Next() {
		if err := v.step(); err != nil {
			return err
		}
		if len(k) != 8 || binary.BigEndian.Uint64(k) != next {
			v.problem(inJournal, claims.Say("damage.entryMissing", "entry %d is missing", next))
			return nil
		}
		place := claims.Say("place.entry", "journal %d", next)
		e, err := v.entry(next)
		if err != nil {
			v.problem(place, claims.Because(err))
			return nil
		}
		if e.Before != hash {
			v.problem(place, claims.Say("damage.doesNotFollow", "does not follow from the entry before it"))
		}
		if below := stacks.stand(next, e.Undoes); below != e.Below {
			v.problem(place, claims.Say("damage.standsOnChange", "stands on change %d and not on %d", e.Below, below))
		}
		images += v.checkEntry(place, next, e)
		sum := sha256.Sum256(value)
		hash, next = string(sum[:]), next+1
	}
	if n := v.Bucket(bucketImages).Stats().KeyN; n != images {
		v.problem(inImages, claims.Say("damage.imageCount", "there are %d and not %d", n, images))
	}
	if undo, redo := stacks.tops(); undo != v.metaNumber(metaUndo) || redo != v.metaNumber(metaRedo) {
		v.problem(inArchive, claims.Say("damage.undoAndRedo", "undo and redo would take back changes %d and %d, and not %d and %d", v.metaNumber(metaUndo), v.metaNumber(metaRedo), undo, redo))
	}
	return nil
}

// checkEntry checks the images of an entry and returns their number.
func (v *verifier) checkEntry(place *claims.Sentence, seq uint64, e *entryV1) (images int) {
	keys, err := e.keys()
	if err != nil {
		v.problem(place, claims.Because(err))
		return 0
	}
	all := sha256.New()
	for n, key := range keys {
		if !key.image {
			continue
		}
		images++
		stored := v.Bucket(bucketImages).Get(imageKey(seq, n))
		if len(stored) == 1+sha256.Size && stored[0] == imageGone {
			all.Write(stored[1:])
			continue
		}
		record, err := v.imageBytes(seq, n)
		if err == nil {
			_, err = decodeRecord(key.Kind, appendID(nil, key.ID), record)
		}
		if err != nil {
			v.problem(place, claims.Because(err))
		}
		sum := sha256.Sum256(record)
		all.Write(sum[:])
	}
	if want := string(all.Sum(nil)); images > 0 && e.Images != want || images == 0 && e.Images != "" {
		v.problem(place, claims.Say("damage.recordsReplacedAre", "the records that it replaced are not those that it names"))
	}
	return images
}

// standingStacks replays which changes stand and which can be redone.
type standingStacks struct{ undo, redo []uint64 }

// stand enters a change and returns what lies below it on its stack.
func (s *standingStacks) stand(seq, undoes uint64) (below uint64) {
	switch {
	case undoes != 0 && undoes == top(s.undo):
		s.undo = s.undo[:len(s.undo)-1]
		below = top(s.redo)
		s.redo = append(s.redo, seq)
	case undoes != 0 && undoes == top(s.redo):
		s.redo = s.redo[:len(s.redo)-1]
		below = top(s.undo)
		s.undo = append(s.undo, seq)
	default:
		below = top(s.undo)
		s.undo, s.redo = append(s.undo, seq), nil
	}
	return below
}

func (s *standingStacks) tops() (undo, redo uint64) { return top(s.undo), top(s.redo) }

func top(stack []uint64) uint64 {
	if len(stack) == 0 {
		return 0
	}
	return stack[len(stack)-1]
}

// checkTrash makes sure that what is in the trash is deleted, and can be read.
func (v *verifier) checkTrash() error {
	c := v.Bucket(bucketTrash).Cursor()
	for k, image := c.First(); k != nil; k, image = c.Next() {
		item, err := v.trashed(k, image)
		if err != nil {
			v.problem(inTrash, claims.Because(err))
			continue
		}
		if key := item.Record.Key(); v.stored(key) != nil {
			v.problem(inTrash, claims.Say("damage.holdsWhichNot", "holds %s %s, which is not deleted", key.Kind, key.ID))
		}
	}
	return nil
}

// putUvarint is how a count is stored.
func putUvarint(n uint64) []byte { return binary.AppendUvarint(nil, n) }
