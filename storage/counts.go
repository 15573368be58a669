package storage

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
)

// counter is the number of rows of one value while a transaction changes it.
type counter struct {
	stored uint64
	now    uint64
}

// counters keeps the counts of a transaction in memory until its end: a bulk
// import touches the same few values again and again.
type counters struct {
	t      *txn
	values map[string]*counter
	key    []byte
}

func newCounters(t *txn) *counters { return &counters{t: t, values: map[string]*counter{}} }

// countKey names the count of a value, or of the whole index where the value
// is nil.
func countKey(key []byte, x *index, value []byte) []byte {
	key = append(append(key, x.bucket...), 0)
	return append(key, value...)
}

// add counts rows of an index up or down, in total and for their value.
func (c *counters) add(x *index, value []byte, rows int) {
	c.bump(x, nil, rows)
	if x.counted {
		c.bump(x, value, rows)
	}
}

func (c *counters) bump(x *index, value []byte, rows int) {
	c.key = countKey(c.key[:0], x, value)
	n := c.values[string(c.key)]
	if n == nil {
		stored, _ := binary.Uvarint(c.t.Bucket(bucketCounts).Get(c.key))
		n = &counter{stored, stored}
		c.values[string(c.key)] = n
	}
	n.now += uint64(rows) //nolint:gosec // wraps around: a negative number is subtracted
}

// flush writes the counts that changed.
func (c *counters) flush() error {
	b := c.t.Bucket(bucketCounts)
	for _, key := range slices.Sorted(maps.Keys(c.values)) {
		n := c.values[key]
		var err error
		switch n.now {
		case n.stored:
		case 0:
			err = b.Delete([]byte(key))
		default:
			err = b.Put([]byte(key), binary.AppendUvarint(nil, n.now))
		}
		if err != nil {
			return err
		}
	}
	clear(c.values)
	return nil
}

// count reads the count of a value, or of the whole index.
func (t *txn) count(x *index, value []byte) int {
	n, _ := binary.Uvarint(t.Bucket(bucketCounts).Get(countKey(nil, x, value)))
	return int(n) //nolint:gosec // rows of a file
}

// eachCount calls fn with every value of an index and the number of its rows.
func (t *txn) eachCount(x *index, fn func(value []byte, rows int)) {
	prefix := countKey(nil, x, nil)
	c := t.Bucket(bucketCounts).Cursor()
	for k, v := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, v = c.Next() {
		if value := k[len(prefix):]; len(value) > 0 {
			n, _ := binary.Uvarint(v)
			fn(value, int(n)) //nolint:gosec // rows of a file
		}
	}
}
