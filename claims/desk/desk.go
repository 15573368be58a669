package desk

import (
	"context"
	"reflect"
	"slices"
	"sync"
	"time"

	"onrecord/claims"
)

// Desk is where the work is done: it knows the archive and the search index
// and offers every use case as a method. It is safe for concurrent use.
type Desk struct {
	store Store
	index Finder
	who   string
	now   func() time.Time
	newID func() claims.ID

	commits   sync.Mutex   // changes are committed, indexed and announced in one order
	unindexed []claims.Key // records of an import that the index has yet to read; commits is locked
	events    broker
	people    roster
}

// Options are what a Desk needs beside the archive.
type Options struct {
	Who string           // the person at the desk, named in the journal
	Now func() time.Time // nil: the clock
}

// New sits down at an archive with its search index. The index is brought up
// to date by Refresh.
func New(store Store, index Finder, opts Options) *Desk {
	d := &Desk{store: store, index: index, who: opts.Who, now: opts.Now}
	if d.now == nil {
		d.now = time.Now
	}
	d.newID = minter(d.now)
	return d
}

// Who is the person at the desk.
func (d *Desk) Who() string { return d.who }

// Today is the day on the desk's clock.
func (d *Desk) Today() claims.Date { return claims.Today(d.now()) }

// commit applies one change of the person at the desk, then indexes and
// announces it.
func (d *Desk) commit(ctx context.Context, what string, edits ...claims.Edit) error {
	return d.commitAll(ctx, claims.Change{What: what, Edits: edits})
}

func (d *Desk) commitAll(ctx context.Context, changes ...claims.Change) error {
	return d.apply(ctx, d.settle, changes)
}

// apply writes changes and hands them to what follows from a commit.
func (d *Desk) apply(ctx context.Context, settle func(context.Context, ...claims.Change) error, changes []claims.Change) error {
	changes = slices.DeleteFunc(slices.Clone(changes), leavesAll)
	if len(changes) == 0 {
		return nil // no step to take back: nothing was changed
	}
	for i := range changes {
		changes[i].Who = d.who
		for _, e := range changes[i].Edits {
			if e.After == nil {
				continue
			}
			if err := e.After.Check(); err != nil {
				return err
			}
		}
	}
	d.commits.Lock()
	defer d.commits.Unlock()
	done, err := d.store.Apply(ctx, changes...)
	if err != nil {
		return err
	}
	return settle(ctx, done...)
}

// leavesAll reports whether a change leaves every record as it is.
func leavesAll(c claims.Change) bool {
	return len(c.Edits) > 0 && !slices.ContainsFunc(c.Edits, func(e claims.Edit) bool {
		return e.Before == nil || e.After == nil || !reflect.DeepEqual(e.Before, e.After)
	})
}

// settle brings index and screens up to date after a commit. The change is on
// disk already: a failing index is reported, and repaired by Refresh.
func (d *Desk) settle(ctx context.Context, done ...claims.Change) error {
	ctx = context.WithoutCancel(ctx)
	for _, c := range done {
		d.people.note(c)
	}
	err := d.indexChanges(ctx, done)
	for _, c := range done {
		d.events.publish(Event{Seq: c.Seq, What: c.What, Keys: c.Keys()})
	}
	return err
}

// get reads one record as its own type.
func get[T claims.Record](ctx context.Context, s Store, kind claims.Kind, id claims.ID) (T, error) {
	var none T
	r, err := s.Get(ctx, claims.Key{Kind: kind, ID: id})
	if err != nil {
		return none, err
	}
	return r.(T), nil
}

// Statement returns one statement.
func (d *Desk) Statement(ctx context.Context, id claims.ID) (*claims.Statement, error) {
	return get[*claims.Statement](ctx, d.store, claims.KindStatement, id)
}

// Article returns one article without its text.
func (d *Desk) Article(ctx context.Context, id claims.ID) (*claims.Article, error) {
	return get[*claims.Article](ctx, d.store, claims.KindArticle, id)
}

// Speaker returns one speaker.
func (d *Desk) Speaker(ctx context.Context, id claims.ID) (*claims.Speaker, error) {
	return get[*claims.Speaker](ctx, d.store, claims.KindSpeaker, id)
}

// Claim returns one claim.
func (d *Desk) Claim(ctx context.Context, id claims.ID) (*claims.Claim, error) {
	return get[*claims.Claim](ctx, d.store, claims.KindClaim, id)
}

// Outcome returns one outcome.
func (d *Desk) Outcome(ctx context.Context, id claims.ID) (*claims.Outcome, error) {
	return get[*claims.Outcome](ctx, d.store, claims.KindOutcome, id)
}

// Text returns the frozen text of an article.
func (d *Desk) Text(ctx context.Context, a *claims.Article) (string, error) {
	return d.store.Text(ctx, a.Text)
}

// List returns one page of records in the order of an index.
func (d *Desk) List(ctx context.Context, q Query) (Page, error) { return d.store.List(ctx, q) }

// Count counts the records of a query without reading them.
func (d *Desk) Count(ctx context.Context, q Query) (int, error) { return d.store.Count(ctx, q) }

// Facets counts the records of every value of an index.
func (d *Desk) Facets(ctx context.Context, kind claims.Kind, index Index) (map[string]int, error) {
	return d.store.Facets(ctx, kind, index)
}
