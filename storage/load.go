package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"onrecord/claims"
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
	if err == nil {
		err = a.Tidy(ctx)
	}
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
					return item.wrap(claims.Invalid(string(ref.Kind), claims.Plain(fmt.Sprintf("there is none with the identifier %q", ref.ID))))
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
