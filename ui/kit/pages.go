package kit

import (
	"context"
	"fmt"
)

// pages keeps the rows around the visible ones of a table of any length. It
// asks the source for what is missing through one slot of the job runner, so
// that only the part looked at last is ever fetched.
type pages[T any] struct {
	jobs    *Jobs
	slot    string
	source  Source[T]
	query   Query
	total   int
	known   bool // total has been told
	kept    map[int][]T
	asked   [2]int // the pages under way, first and past the last
	failed  bool   // the last fetch; nothing more is asked until a reset
	stale   bool   // what is kept is of before the reset, and goes when the new rows come
	changed func(error)
}

const (
	pageSize  = 100
	pagesKept = 64
)

func newPages[T any](jobs *Jobs, slot string, changed func(error)) *pages[T] {
	return &pages[T]{jobs: jobs, slot: slot, kept: map[int][]T{}, changed: changed}
}

// reset asks for everything again, but keeps the rows and the total until the
// new ones are here, so that nothing flickers and the scroll bar does not jump.
func (p *pages[T]) reset() {
	p.jobs.Cancel(p.slot)
	p.stale = true
	p.asked, p.failed = [2]int{}, false
}

// has reports whether a page is here and not of before the reset.
func (p *pages[T]) has(page int) bool { return !p.stale && p.kept[page] != nil }

func (p *pages[T]) row(i int) (row T, ok bool) {
	page := p.kept[i/pageSize]
	if at := i % pageSize; i >= 0 && at < len(page) {
		return page[at], true
	}
	return row, false
}

// want asks for the rows from first up to past, unless they are here or on
// their way.
func (p *pages[T]) want(first, past int) {
	if p.source == nil || p.failed || (p.known && !p.stale && first >= p.total && p.total > 0) {
		return
	}
	from, to := max(first, 0)/pageSize, (max(past, 1)-1)/pageSize+1
	if p.known && !p.stale {
		to = min(to, (max(p.total, 1)-1)/pageSize+1)
	}
	for from < to && p.has(from) {
		from++
	}
	for to > from && p.has(to-1) {
		to--
	}
	if from >= to || (p.asked[0] <= from && to <= p.asked[1]) {
		return
	}
	p.asked = [2]int{from, to}
	p.fetch(from, to)
}

func (p *pages[T]) fetch(from, to int) {
	type answer struct {
		rows  []T
		total int
	}
	source, query := p.source, p.query
	Fetch(p.jobs, p.slot, func(ctx context.Context) (answer, error) {
		rows, total, err := source.Page(ctx, query, from*pageSize, (to-from)*pageSize)
		return answer{rows, total}, err
	}, func(a answer, err error) {
		p.asked, p.failed = [2]int{}, err != nil
		if err == nil {
			p.total, p.known = a.total, true
			if p.stale {
				p.kept, p.stale = map[int][]T{}, false
			}
			p.keep(from, to, a.rows)
		}
		p.changed(err)
	})
}

func (p *pages[T]) keep(from, to int, rows []T) {
	if len(p.kept)+to-from > pagesKept {
		for n := range p.kept { // far pages go first; the near ones come back at once
			if n < from-pagesKept/4 || n > to+pagesKept/4 {
				delete(p.kept, n)
			}
		}
	}
	for n := from; n < to; n++ {
		at := min((n-from)*pageSize, len(rows))
		p.kept[n] = append(make([]T, 0, pageSize), rows[at:min(at+pageSize, len(rows))]...)
	}
}

// collect fetches rows that may be far from the visible ones, such as those of
// a long selection, and hands them over when all are here.
func (p *pages[T]) collect(name string, first, past int, done func([]T, error)) {
	source, query := p.source, p.query
	var rows []T
	p.jobs.Run(Job{
		Name: name,
		Slot: p.slot + "/collect",
		Work: func(ctx context.Context, report func(Progress)) error {
			const step = 10 * pageSize
			for at := first; at < past; at += step {
				part, _, err := source.Page(ctx, query, at, min(step, past-at))
				if err != nil {
					return fmt.Errorf("read rows %d to %d: %w", at+1, min(at+step, past), err)
				}
				rows = append(rows, part...)
				report(Progress{Done: at - first, Total: past - first})
			}
			return nil
		},
		Done: func(err error) { done(rows, err) },
	})
}
