package desk

import (
	"context"
	"slices"
	"sync"
	"time"

	"onrecord/claims"
	"onrecord/claims/ingest"
	"onrecord/claims/ordered"
)

// How much a long import commits together, so that it waits for the disk once
// for many articles and never holds much of them in memory.
const (
	batchSize  = 64                     // articles that are enough
	batchMost  = 256                    // articles, while the batch before is being stored
	batchBytes = 16 << 20               // of texts and originals
	batchWait  = 500 * time.Millisecond // of an article for others to be committed with
)

// indexEach is how many records of an import the search index takes in at a
// time: its parts are merged as they grow, which costs less the fewer they are.
const indexEach = 8192

// Import reads files and folders into the archive. Files are read and split
// into statements in parallel, beside the storing of those before, and committed in
// batches, in the order of their names; report is called in that order, for
// each article after it is on disk. One bad file costs nothing else. The search
// finds an article a few seconds later, and all of them when Import returns. An
// import that was cancelled or killed is resumed by starting it again: what is
// there is recognised.
func (d *Desk) Import(ctx context.Context, paths []string, opts ImportOptions, report func(done Imported, n, of int)) (err error) {
	files, err := d.collect(paths)
	if err != nil {
		return err
	}
	defer func() {
		if late := d.catchUp(ctx); err == nil {
			err = late
		}
	}()
	var reading sync.WaitGroup
	defer reading.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches := make(chan []readArticle)
	reading.Go(func() {
		defer close(batches)
		d.readAll(ctx, files, opts, batches)
	})
	for batch := range batches {
		done, err := d.storeReadings(ctx, batch, opts)
		if err != nil {
			return err
		}
		for i, im := range done {
			report(im, batch[i].n, len(files))
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return d.tidy(ctx)
}

// tidier is a store that can put itself in order after much was added.
type tidier interface {
	Tidy(ctx context.Context) error
}

// tidy puts the store in order, where that is something it does.
func (d *Desk) tidy(ctx context.Context) error {
	if store, ok := d.store.(tidier); ok {
		return store.Tidy(ctx)
	}
	return nil
}

// readAll reads files in parallel and hands on what they hold in batches, in
// order. While nobody takes a batch it grows up to a limit, and then the
// reading waits.
func (d *Desk) readAll(ctx context.Context, files []ingest.Found, opts ImportOptions, batches chan<- []readArticle) {
	var batch []readArticle
	n, bytes, since := 0, 0, time.Now()
	read := func(ctx context.Context, f ingest.Found) []readArticle { return d.readOne(ctx, f, opts) }
	for found := range ordered.Map(ctx, files, read) {
		n++
		for i, r := range found {
			r.n = n
			batch = append(batch, r)
			bytes += len(r.prepared.Text)
			if i == 0 { // the articles of one file share its bytes
				bytes += len(r.prepared.Original)
			}
			due := len(batch) >= batchSize || time.Since(since) > batchWait
			full := len(batch) >= batchMost || bytes >= batchBytes
			if (due || full) && offer(ctx, batches, batch, full) {
				batch, bytes, since = nil, 0, time.Now()
			}
		}
	}
	offer(ctx, batches, batch, true)
}

// offer hands a batch on, if somebody waits for it or it shall wait for
// somebody.
func offer(ctx context.Context, batches chan<- []readArticle, batch []readArticle, wait bool) bool {
	if !wait {
		select {
		case batches <- batch:
			return true
		default:
			return false
		}
	}
	select {
	case batches <- batch:
		return true
	case <-ctx.Done():
		return false
	}
}

// storeReadings commits what could be read of a batch, and tells what became of
// each.
func (d *Desk) storeReadings(ctx context.Context, batch []readArticle, opts ImportOptions) ([]Imported, error) {
	var whole []Prepared
	for _, r := range batch {
		if r.err == nil {
			r.prepared.Sample = opts.Sample
			whole = append(whole, r.prepared)
		}
	}
	stored, err := d.storeAll(ctx, whole, opts.DropOriginals, d.commitBulk)
	if err != nil {
		return nil, err
	}
	out := make([]Imported, len(batch))
	for i, r := range batch {
		if r.err != nil {
			out[i] = Imported{Status: StatusFailed, Err: r.err}
		} else {
			out[i], stored = stored[0], stored[1:]
		}
		out[i].File, out[i].Part = r.file, r.part
	}
	return out, nil
}

// commitBulk commits changes of a long import, which the search index takes in
// now and then. Whoever calls it calls catchUp in the end.
func (d *Desk) commitBulk(ctx context.Context, changes ...claims.Change) error {
	return d.apply(ctx, func(ctx context.Context, done ...claims.Change) error {
		for _, c := range done {
			d.people.note(c)
			d.unindexed = append(d.unindexed, c.Keys()...)
			d.events.publish(Event{Seq: c.Seq, What: c.What, Keys: c.Keys()})
		}
		if len(d.unindexed) < indexEach {
			return nil
		}
		return d.indexWaiting(context.WithoutCancel(ctx), done[len(done)-1].Seq)
	}, changes)
}

// catchUp indexes what an import left waiting, also where it was cancelled.
func (d *Desk) catchUp(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	d.commits.Lock()
	defer d.commits.Unlock()
	if len(d.unindexed) == 0 {
		return nil
	}
	seq, err := d.store.Seq(ctx)
	if err != nil {
		return err
	}
	return d.indexWaiting(ctx, seq)
}

// collect lists the files of all paths.
func (d *Desk) collect(paths []string) ([]ingest.Found, error) {
	var files []ingest.Found
	for _, p := range paths {
		found, err := ingest.Files(p)
		if err != nil {
			found = []ingest.Found{{Path: p, Skip: err}}
		}
		files = append(files, found...)
	}
	return files, nil
}

// readArticle is one article of a file, or the reason why there is none.
type readArticle struct {
	n          int // of the file among all, from 1
	file, part string
	prepared   Prepared
	err        error
}

func (d *Desk) readOne(ctx context.Context, f ingest.Found, opts ImportOptions) (out []readArticle) {
	if f.Skip != nil {
		return []readArticle{{file: f.Path, err: f.Skip}}
	}
	items, err := ingest.ReadFile(ctx, f.Path, opts.Limits)
	for _, it := range items {
		if ctx.Err() != nil {
			return nil
		}
		p, perr := d.Prepare(ctx, it)
		out = append(out, readArticle{file: f.Path, part: it.Part, prepared: p, err: perr})
	}
	if err != nil {
		out = append(out, readArticle{file: f.Path, err: err})
	}
	return slices.Clip(out)
}
