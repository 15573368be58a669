package storage

import (
	"bytes"
	"slices"

	"onrecord/claims/desk"
)

// fewRecords is how many records of a period are read at most to sort them
// anew. Stepping over as many values that have nothing in it costs about the
// same.
const fewRecords = 500

// few gives the rows of a short period in an index that begins with a value:
// one day, grouped by 5,000 speakers. The index would step over every speaker
// who said nothing that day; here the few records of the period are found by
// their date, and their rows made and sorted anew. ok is false where the
// period is not short, or the query is another.
func (s *scan) few(t *txn) (keys [][]byte, ok bool, err error) {
	dates := indexByName[indexName{s.index.kind, desk.ByDate}]
	if s.from == nil || s.prefix != nil || s.index.value == noValue || s.index.order != dayOrder || dates == nil {
		return nil, false, nil
	}
	var ids [][]byte
	period := scan{index: dates, from: s.from, to: s.to}
	err = period.walk(t, func(key []byte) bool {
		_, _, id, _ := dates.splitKey(key)
		ids = append(ids, id)
		return len(ids) <= fewRecords
	})
	if err != nil || len(ids) > fewRecords {
		return nil, false, err
	}
	keys, err = s.rowsOfRecords(t, ids)
	return keys, err == nil, err
}

// rowsOfRecords makes the rows that some records have in the index, in the
// order of the scan and from its cursor on.
func (s *scan) rowsOfRecords(t *txn, ids [][]byte) (keys [][]byte, err error) {
	scales, err := t.allScales()
	if err != nil {
		return nil, err
	}
	r := rows{resolved: resolvedBy(scales)}
	for _, id := range ids {
		rec, err := t.getByKey(s.index.kind, id)
		if err != nil {
			return nil, err
		}
		r.of(rec, id)
		for _, k := range r.keys {
			if key := r.key(k); k.index == s.index && s.isAfter(key) {
				keys = append(keys, bytes.Clone(key))
			}
		}
	}
	slices.SortFunc(keys, bytes.Compare)
	if s.reverse {
		slices.Reverse(keys)
	}
	return keys, nil
}

// isAfter reports whether a row lies behind the last one of the page before.
func (s *scan) isAfter(key []byte) bool {
	switch {
	case s.after == nil:
		return true
	case s.reverse:
		return bytes.Compare(key, s.after) < 0
	}
	return bytes.Compare(key, s.after) > 0
}
