package storage

import (
	"bytes"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// How full pages are left when they are split. Keys that come in order never
// meet those pages again, which may be full. Among keys that fall anywhere a
// full page is split by the next one, and its small part stays nearly empty:
// halves are better.
const (
	fillOrdered   = 1.0
	fillMixed     = 0.9 // in order as a whole, now and then between others
	fillScattered = 0.5
)

// longRun is how many rows must on average lie side by side to count as in
// order: about what a quarter of a page holds.
const longRun = 20

// rowOps keeps the index rows of a transaction in memory until its end, one
// list for each index, and then writes them in the order of their keys: a row
// in the middle of a page that has yet to be split moves all rows behind it,
// so that writing many rows as they come would take quadratic time.
type rowOps struct {
	lists [maxIndexes]rowList
}

// rowList is rows to be added or dropped, in the order in which that was asked.
type rowList struct {
	keys keyList
	drop []bool
}

func (o *rowOps) add(x *index, key []byte, drop bool) {
	l := &o.lists[x.number]
	l.keys.add(nil, key)
	l.drop = append(l.drop, drop)
}

// flush writes the rows of one index.
func (o *rowOps) flush(t *txn, x *index) error {
	l := &o.lists[x.number]
	if len(l.drop) == 0 {
		return nil
	}
	order := make([]int, len(l.drop))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return bytes.Compare(l.keys.at(i), l.keys.at(j)) })
	b := t.rowsOf(x)
	b.FillPercent = l.fill(b.Cursor(), order)
	for n, i := range order {
		if n+1 < len(order) && bytes.Equal(l.keys.at(i), l.keys.at(order[n+1])) {
			continue // what was asked last counts
		}
		var err error
		if l.drop[i] {
			err = b.Delete(l.keys.at(i))
		} else {
			err = b.Put(l.keys.at(i), nil)
		}
		if err != nil {
			return err
		}
	}
	l.keys.clear()
	l.drop = l.drop[:0]
	return nil
}

// fill tells how full the pages of an index are to be left, by the number of
// runs of new rows between which none of the old ones lies. The articles of an
// import follow each other and make one, their rules or classes a few; their
// speakers make nearly as many as there are rows.
func (l *rowList) fill(c *bolt.Cursor, order []int) float64 {
	added, runs := 0, 0
	var next []byte // the old row behind the run, nil where there is none
	for _, i := range order {
		if l.drop[i] {
			continue
		}
		if key := l.keys.at(i); added == 0 || next != nil && bytes.Compare(key, next) > 0 {
			runs++
			next, _ = c.Seek(key)
		}
		added++
	}
	if added < longRun*runs {
		return fillScattered
	}
	return fillOrdered
}

// flushAll writes the rows of all indexes.
func (o *rowOps) flushAll(t *txn) error {
	for _, x := range allIndexes {
		if err := o.flush(t, x); err != nil {
			return err
		}
	}
	return nil
}
