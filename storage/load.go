package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
)

// Loaded tells what a load did.
type Loaded struct {
	Lines     int // lines read
	New       int // records, texts and files that were added
	Same      int // those that were there already, exactly so
	Unknown   int // lines of a type that this version does not know
	Conflicts int // records that are there already and differ: left as they are
	// Differing names the first of the conflicts.
	Differing []claims.Key
}

// Load reads the open format. A dump that is loaded into an empty archive
// restores it whole, with its journal. Anything else is added to what is there
// as changes of who, a batch of lines each, that can be undone; records that
// are there already are left alone. A line that breaks a rule ends the load
// with an error that names line and field: the batches before it are in the
// archive, and loading the corrected file again adds the rest.
//
// The bare line {"type":"statement","id","speaker","said_on","text"} is
// enough: its speaker is found by name, or made.
func (a *Archive) Load(ctx context.Context, r io.Reader, who string, progress func(lines int)) (Loaded, error) {
	reading, stop := context.WithCancel(ctx)
	defer stop()
	batches, unread := make(chan []lineItem, 1), make(chan error, 1)
	go func() {
		defer close(batches)
		unread <- parseLines(reading, r, batches)
	}()
	l := &loader{Archive: a, ctx: ctx, who: who, names: map[string]claims.ID{}}
	err := a.exclusively(ctx, func() error { return l.run(batches, unread, progress) })
	return l.done, err
}

// loader is a load under way. It keeps other writers out.
type loader struct {
	*Archive
	ctx     context.Context
	who     string
	done    Loaded
	begun   bool
	restore bool                 // the file is a whole dump and the archive is empty
	bulk    bool                 // the archive was empty: indexes are made at the end
	names   map[string]claims.ID // speakers of this load by folded name
	held    []lineItem           // records whose references have not come yet
}

// run writes the batches. Whatever ends the load, the indexes are whole when
// it returns.
func (l *loader) run(batches <-chan []lineItem, unread <-chan error, progress func(lines int)) error {
	err := l.write(batches, progress)
	if err == nil {
		err = <-unread
	}
	if err == nil {
		err = l.release()
	}
	if l.bulk {
		err = errors.Join(err, l.reindex(context.WithoutCancel(l.ctx), nil))
	}
	if err != nil || !l.restore {
		return err
	}
	return l.commit(l.ctx, func(t *txn) error { return t.putMetaNumber(metaRestoring, 0) })
}

func (l *loader) write(batches <-chan []lineItem, progress func(lines int)) error {
	for batch := range batches {
		if !l.begun {
			if err := l.begin(batch); err != nil {
				return err
			}
		}
		if err := l.batch(batch); err != nil {
			return err
		}
		if progress != nil {
			progress(l.done.Lines)
		}
	}
	return l.ctx.Err()
}

// begin decides how to load: an empty archive can take a whole dump with its
// journal, and have its indexes made at the end.
func (l *loader) begin(batch []lineItem) error {
	l.begun = true
	return l.commit(l.ctx, func(t *txn) error {
		resumed := t.metaNumber(metaRestoring) != 0
		head, err := t.journalHead()
		if err != nil {
			return err
		}
		l.bulk = resumed || head.seq == 0 && t.empty()
		l.restore = l.bulk && batch[0].header != nil && batch[0].header.Changes > 0
		if !l.bulk {
			return nil
		}
		if err := t.putMetaNumber(metaIndexing, 1); err != nil {
			return err
		}
		if l.restore {
			return t.putMetaNumber(metaRestoring, 1)
		}
		return nil
	})
}

// empty reports whether an archive has no records.
func (t *txn) empty() bool {
	for _, kind := range claims.Kinds {
		if k, _ := t.recordsOf(kind).Cursor().First(); k != nil {
			return false
		}
	}
	return true
}

// batch writes some lines in one transaction and one change. Sorted by kind
// and identifier they come in the order in which the pages want them.
func (l *loader) batch(items []lineItem) error {
	slices.SortStableFunc(items, compareItems)
	done, held := l.done, l.held
	err := l.commit(l.ctx, func(t *txn) error {
		l.done, l.held = done, held
		w, err := newWriter(t, l.opts.Now)
		if err != nil {
			return err
		}
		w.bulk = l.bulk
		w.entry.begin(w.head.seq + 1)
		b := &loadBatch{loader: l, writer: w}
		b.cache = newTextCache(t.articleText)
		for _, item := range items {
			if err := b.item(item); err != nil {
				return item.wrap(err)
			}
		}
		return b.finish()
	})
	if err != nil {
		l.done, l.held = done, held
	}
	return err
}

// release writes the records that were held back once everything that they
// refer to has come. Records can refer to each other in a circle: those that
// refer to nothing outside the circle are written together.
func (l *loader) release() error {
	if len(l.held) == 0 {
		return nil
	}
	items := l.held
	l.held = nil
	waiting := map[claims.Key]bool{}
	for _, item := range items {
		waiting[item.record.Key()] = true
	}
	err := l.view(l.ctx, func(t *txn) error {
		for _, item := range items {
			for _, ref := range item.record.Refs() {
				if t.stored(ref) == nil && !waiting[ref] {
					return item.wrap(claims.Invalid(string(ref.Kind), fmt.Sprintf("there is none with the identifier %q", ref.ID)))
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i := range items {
		items[i].complete = true
	}
	return l.batch(items)
}

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
			return claims.Invalid("start, end", "lie outside the text of the article")
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
