package storage

import (
	"bytes"
	"encoding/base64"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// recordIndexes lets the records of a kind be listed as if they were an index
// without a value: their keys are identifiers already.
var recordIndexes = func() map[claims.Kind]*index {
	out := map[claims.Kind]*index{}
	for _, kind := range claims.Kinds {
		out[kind] = &index{kind: kind, name: desk.ByID, bucket: []byte(kind)}
	}
	return out
}()

func recordIndex(kind claims.Kind) *index { return recordIndexes[kind] }

// scan is a query made ready for an index: which keys, in which direction.
type scan struct {
	index    *index
	prefix   []byte // value of the rows; nil for all
	from, to []byte // bounds of the order, inclusive; nil where there are none
	reverse  bool
	after    []byte // key of the last row of the page before
}

func newScan(q desk.Query) (*scan, error) {
	x := recordIndex(q.Kind)
	if q.Index != desk.ByID || x == nil {
		var err error
		if x, err = findIndex(q.Kind, q.Index); err != nil {
			return nil, err
		}
	}
	s := &scan{index: x, reverse: q.Reverse}
	if q.Value != "" {
		if x.value == noValue {
			return nil, claims.Invalid("value", claims.Plain(fmt.Sprintf("the order of %s by %s has no values", q.Kind, q.Index)))
		}
		s.prefix = x.appendValue(nil, q.Value)
	}
	if err := s.setPeriod(q); err != nil {
		return nil, err
	}
	return s, s.setCursor(q.After)
}

// setPeriod turns the days of a query into bounds of the order. A date without
// a year lies in no period.
func (s *scan) setPeriod(q desk.Query) error {
	if q.From == "" && q.To == "" {
		return nil
	}
	if s.index.order != dayOrder && s.index.order != timeOrder {
		return claims.Invalid("index", claims.Plain(fmt.Sprintf("the order of %s by %s has no dates", q.Kind, q.Index)))
	}
	from, to := claims.Date{Year: 1}, claims.Date{Year: 9999}
	for _, bound := range []struct {
		text string
		date *claims.Date
	}{{q.From, &from}, {q.To, &to}} {
		if bound.text == "" {
			continue
		}
		d, err := claims.ParseDate(bound.text)
		if err != nil {
			return err
		}
		if d.Year == 0 {
			return claims.Invalid("date", claims.Plain("a period needs years"))
		}
		*bound.date = d
	}
	first, _ := from.First()
	last, _ := to.Last()
	if s.index.order == timeOrder {
		s.from = appendInstant(nil, first.Time().Add(1)) // the zero time, never, lies in no period
		s.to = appendInstant(nil, last.Time().AddDate(0, 0, 1).Add(-1))
		return nil
	}
	s.from = appendDate(nil, max(dateOrder(first)&^3, firstYear))
	s.to = appendDate(nil, dateOrder(last)|3)
	return nil
}

func (s *scan) setCursor(cursor string) error {
	if cursor == "" {
		return nil
	}
	bad := claims.Invalid("after", claims.Plain("is not the cursor of a page of this list"))
	key, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || !bytes.HasPrefix(key, s.prefix) {
		return bad
	}
	if _, _, _, ok := s.index.splitKey(key); !ok {
		return bad
	}
	s.after = key
	return nil
}

// bucket is where the rows are.
func (s *scan) bucket(t *txn) *bolt.Bucket {
	if s.index.name == desk.ByID {
		return t.recordsOf(s.index.kind)
	}
	return t.rowsOf(s.index)
}

// run calls fn with the keys of the rows in order until it returns false. The
// keys belong to the transaction.
func (s *scan) run(t *txn, fn func(key []byte) bool) error {
	keys, ok, err := s.few(t)
	if err != nil {
		return err
	}
	if !ok {
		return s.walk(t, fn)
	}
	for _, key := range keys {
		if !fn(key) {
			break
		}
	}
	return nil
}

// walk is run by the index itself.
func (s *scan) walk(t *txn, fn func(key []byte) bool) error {
	c := s.bucket(t).Cursor()
	key := s.first(c)
	for key != nil && bytes.HasPrefix(key, s.prefix) {
		value, order, _, ok := s.index.splitKey(key)
		if !ok {
			return damaged(s.index.kind, fmt.Sprintf("%s %x", s.index.bucket, key), claims.Say("damage.rowNoRow", "the row is no row"))
		}
		switch {
		case s.from != nil && bytes.Compare(order, s.from) < 0:
			key = s.skipBelow(c, value)
		case s.to != nil && bytes.Compare(order, s.to) > 0:
			key = s.skipAbove(c, value)
		default:
			if !fn(key) {
				return nil
			}
			key = s.step(c)
		}
	}
	return nil
}

func (s *scan) step(c *bolt.Cursor) []byte {
	var k []byte
	if s.reverse {
		k, _ = c.Prev()
	} else {
		k, _ = c.Next()
	}
	return k
}

// first finds the row to begin with.
func (s *scan) first(c *bolt.Cursor) []byte {
	switch {
	case s.reverse && s.after != nil:
		return seekBefore(c, s.after)
	case s.reverse:
		return seekBefore(c, s.end(s.prefix))
	case s.after != nil:
		k, _ := c.Seek(s.after)
		if bytes.Equal(k, s.after) {
			k, _ = c.Next()
		}
		return k
	}
	k, _ := c.Seek(concat(s.prefix, s.lowest()))
	return k
}

// lowest is the lower bound where there is a single value to look at.
func (s *scan) lowest() []byte {
	if s.prefix == nil && s.index.value != noValue {
		return nil
	}
	return s.from
}

// end is a key behind all rows of a value that lie in the period, nil for the
// end of the bucket.
func (s *scan) end(value []byte) []byte {
	if s.to != nil && (value != nil || s.index.value == noValue) {
		return after(concat(value, s.to))
	}
	if len(value) == 0 {
		return nil
	}
	return after(value)
}

// skipBelow leaves a row that lies before the period: forwards to the period of
// the same value, backwards to the value before it.
func (s *scan) skipBelow(c *bolt.Cursor, value []byte) []byte {
	if s.reverse {
		return s.before(c, value)
	}
	k, _ := c.Seek(concat(value, s.from))
	return k
}

// skipAbove leaves a row that lies after the period.
func (s *scan) skipAbove(c *bolt.Cursor, value []byte) []byte {
	if s.reverse {
		return seekBefore(c, after(concat(value, s.to)))
	}
	if len(value) == 0 {
		return nil
	}
	k, _ := c.Seek(after(value))
	return k
}

// before finds the last row of the value before this one.
func (s *scan) before(c *bolt.Cursor, value []byte) []byte {
	if len(value) == 0 {
		return nil
	}
	return seekBefore(c, bytes.Clone(value))
}

// seekBefore finds the last key below a key; nil stands for the end.
func seekBefore(c *bolt.Cursor, key []byte) []byte {
	var k []byte
	if key == nil {
		k, _ = c.Last()
		return k
	}
	if k, _ = c.Seek(key); k == nil {
		k, _ = c.Last()
		return k
	}
	k, _ = c.Prev()
	return k
}

func concat(a, b []byte) []byte { return append(bytes.Clone(a), b...) }
