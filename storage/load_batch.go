package storage

import (
	"bytes"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
)

// loadBatch is one transaction of a load.
type loadBatch struct {
	*loader
	*writer
	cache *textCache
	edits []claims.Edit
}

func (b *loadBatch) item(item lineItem) error {
	if !item.complete {
		b.done.Lines++
	}
	switch {
	case item.blob != nil:
		return b.blob(item.blob)
	case item.record != nil:
		return b.record(item)
	case item.change != nil && b.restore:
		return b.change(item.change)
	case item.header == nil && item.change == nil:
		b.done.Unknown++
	}
	return nil
}

func (b *loadBatch) blob(p *packedBlob) error {
	if b.Bucket(bucketTexts).Get(p.key) != nil || b.Bucket(bucketBlobs).Get(p.key) != nil {
		b.done.Same++
		return nil
	}
	b.done.New++
	return b.Bucket(p.bucket).Put(p.key, p.value)
}

// record writes a record, or holds it back until its references come.
func (b *loadBatch) record(item lineItem) error {
	r := item.record
	if s, ok := r.(*claims.Statement); ok && s.Article == "" && s.Speaker != "" {
		if err := b.nameSpeaker(s); err != nil {
			return err
		}
	}
	if err := r.Check(); err != nil {
		return err
	}
	for _, ref := range r.Refs() {
		if !item.complete && !b.exists(ref) {
			b.held = append(b.held, item)
			return nil
		}
	}
	if err := b.checkHashes(r); err != nil {
		return err
	}
	if !item.inBytes {
		converted, ok, err := toBytes(r, b.cache.get)
		if err != nil {
			return err
		}
		if !ok {
			return claims.Invalid("start, end", claims.Plain("lie outside the text of the article"))
		}
		r = converted
	}
	return b.put(r)
}

// put writes a record that is not there yet.
func (b *loadBatch) put(r claims.Record) error {
	if s, ok := r.(*claims.Speaker); ok {
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			b.names[fold.Key(name)] = s.ID
		}
	}
	key := r.Key()
	if b.stored(key) != nil {
		return b.compare(r)
	}
	b.done.New++
	if !b.restore {
		b.edits = append(b.edits, claims.Create(r))
		return b.edit(claims.Create(r))
	}
	id := appendID(make([]byte, 0, 32), key.ID)
	value, err := encodeRecord(r, id)
	if err != nil {
		return err
	}
	if err := b.Bucket(bucketTrash).Delete(trashKey(key.Kind, id)); err != nil {
		return err
	}
	return b.recordsOf(key.Kind).Put(id, value)
}

// compare counts a record that is there already.
func (b *loadBatch) compare(r claims.Record) error {
	stored, err := b.get(r.Key())
	if err != nil {
		return err
	}
	s := storedEdit{key: r.Key(), id: appendID(nil, r.Key().ID), before: r}
	if s.was, err = encodeRecord(stored, s.id); err != nil {
		return err
	}
	if err := s.checkBefore(); claims.CodeOf(err) != claims.CodeConflict {
		b.done.Same++
		return err
	}
	const named = 100
	if b.done.Conflicts++; len(b.done.Differing) < named {
		b.done.Differing = append(b.done.Differing, r.Key())
	}
	return nil
}

// nameSpeaker gives a bare statement the speaker that has its name.
func (b *loadBatch) nameSpeaker(s *claims.Statement) error {
	if b.exists(claims.Key{Kind: claims.KindSpeaker, ID: s.Speaker}) {
		return nil
	}
	name := string(s.Speaker)
	folded := fold.Key(name)
	if id, ok := b.names[folded]; ok {
		s.Speaker = id
		return nil
	}
	if id, ok := b.findSpeaker(folded); ok {
		s.Speaker, b.names[folded] = id, id
		return nil
	}
	s.Speaker = speakerID(folded)
	return b.put(&claims.Speaker{ID: s.Speaker, Name: name, Type: claims.Person})
}

// findSpeaker looks a name up in the archive as it was before this load.
func (b *loadBatch) findSpeaker(folded string) (claims.ID, bool) {
	if b.loader.bulk {
		return "", false // the archive had no speakers
	}
	x := indexByName[indexName{claims.KindSpeaker, desk.ByName}]
	prefix := appendText(nil, folded)
	k, _ := b.rowsOf(x).Cursor().Seek(prefix)
	if !bytes.HasPrefix(k, prefix) {
		return "", false
	}
	id, _, ok := cutID(k[len(prefix):])
	return id, ok
}

// finish enters the batch into the journal.
func (b *loadBatch) finish() error {
	if len(b.edits) > 0 {
		if err := b.enter(&claims.Change{Who: b.who, What: "Load"}); err != nil {
			return err
		}
	}
	return b.flush()
}
