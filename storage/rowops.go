package storage

import (
	"bytes"
	"slices"
)

// fillSorted is how full pages are left when a bulk of sorted keys is split:
// bbolt would leave half of each empty.
const fillSorted = 0.9

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
	b.FillPercent = fillSorted
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

// flushAll writes the rows of all indexes.
func (o *rowOps) flushAll(t *txn) error {
	for _, x := range allIndexes {
		if err := o.flush(t, x); err != nil {
			return err
		}
	}
	return nil
}
