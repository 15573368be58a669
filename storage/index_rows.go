package storage

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/fold"
)

// rows collects the index rows of one record in memory that is used again for
// the next.
type rows struct {
	kind claims.Kind
	id   []byte // of the record, as in keys
	keys []rowKey
	buf  []byte
	// resolved tells whether a claim needs no more checking; see scales.go.
	resolved func(*claims.Claim) bool
}

// rowKey is one row: a range of the buffer, of which the first part is the
// value.
type rowKey struct {
	index           *index
	start, mid, end int
}

func (r *rows) key(k rowKey) []byte   { return r.buf[k.start:k.end] }
func (r *rows) value(k rowKey) []byte { return r.buf[k.start:k.mid] }

func (r *rows) clear() { r.keys, r.buf = r.keys[:0], r.buf[:0] }

// of collects the rows of a record, sorted and each once.
func (r *rows) of(rec claims.Record, id []byte) {
	r.clear()
	r.kind, r.id = rec.Key().Kind, id
	switch rec := rec.(type) {
	case *claims.Article:
		r.article(rec)
	case *claims.Statement:
		r.statement(rec)
	case *claims.Speaker:
		r.speaker(rec)
	case *claims.Claim:
		r.claim(rec)
	case *claims.Outcome:
		r.outcome(rec)
	}
	slices.SortFunc(r.keys, r.compare)
	r.keys = slices.CompactFunc(r.keys, func(a, b rowKey) bool { return r.compare(a, b) == 0 })
}

func (r *rows) compare(a, b rowKey) int {
	return cmp.Or(a.index.number-b.index.number, bytes.Compare(r.key(a), r.key(b)))
}

func (r *rows) article(a *claims.Article) {
	date := dateOrder(a.Published)
	r.add(desk.ByDate, "", date)
	r.add(desk.ByTitle, titleValue(a.Title), 0)
	r.add(desk.ByHash, string(a.Text), 0)
	if a.URL != "" {
		r.add(desk.ByURL, a.URL, 0)
	}
	r.add(desk.ByOutlet, a.Outlet, date)
	r.addEach(desk.ByTag, a.Tags, date)
	r.addID(byPrevious, a.Previous, 0)
}

func (r *rows) statement(s *claims.Statement) {
	date := dateOrder(s.SaidOn)
	review := string(cmp.Or(s.Review, claims.Unreviewed))
	at := uint32(0)
	if len(s.Content) > 0 {
		at = uint32(s.Content[0].Start) //nolint:gosec // texts are far below 4 GB
	}
	r.add(desk.ByDate, "", date)
	r.addID(desk.ByArticle, s.Article, at)
	r.row(desk.BySpeaker, appendID(r.buf, s.Speaker), date)
	r.add(desk.ByClass, string(s.Class), date)
	r.finish(indexByName[indexName{r.kind, desk.ByReview}], appendWord(r.buf, review), func(key []byte) []byte {
		return appendConfidence(key, s.Why.Confidence)
	})
	r.add(desk.ByRule, s.Why.Rule+"/"+review, 0)
	r.addEach(desk.ByTag, s.Tags, date)
	r.addID(byOuter, s.Outer, 0)
}

func (r *rows) speaker(s *claims.Speaker) {
	r.add(desk.ByTitle, titleValue(s.Name), 0)
	r.addEach(desk.ByTag, s.Tags, 0)
	r.addEach(desk.ByName, []string{fold.Key(s.Name)}, 0)
	for _, alias := range s.Aliases {
		r.addEach(desk.ByName, []string{fold.Key(alias)}, 0)
	}
}

func (r *rows) claim(c *claims.Claim) {
	date := dateOrder(c.MadeOn)
	r.add(desk.ByDate, "", date)
	r.add(desk.ByTitle, titleValue(c.Text), 0)
	r.row(desk.BySpeaker, appendID(r.buf, c.Speaker), date)
	r.add(desk.ByClass, string(c.Class), date)
	r.addEach(desk.ByTag, c.Tags, date)
	r.add(desk.ByVerdict, c.Verdict().Value, date)
	if !r.resolved(c) {
		if !c.Due.IsZero() {
			r.add(desk.ByDue, "", dueOrder(c.Due))
		}
		r.finish(indexByName[indexName{r.kind, desk.ByChecked}], r.buf, func(key []byte) []byte {
			return appendInstant(key, c.LastChecked)
		})
	}
	for _, id := range c.Appearances {
		r.addID(desk.ByStatement, id, date)
	}
	for _, v := range c.Verdicts {
		for _, id := range v.Outcomes {
			r.addID(byRests, id, 0)
		}
	}
}

func (r *rows) outcome(o *claims.Outcome) {
	date := dateOrder(o.Date)
	r.add(desk.ByDate, "", date)
	r.addEach(desk.ByTag, o.Tags, date)
	for _, l := range o.Links {
		r.addID(desk.ByClaim, l.Claim, date)
	}
	for _, e := range o.Evidence {
		r.addID(byExcerpt, e.Article, 0)
		r.addID(byQuoted, e.Statement, 0)
	}
}

// add makes a row with a text as its value.
func (r *rows) add(name desk.Index, value string, order uint32) {
	x := indexByName[indexName{r.kind, name}]
	buf := r.buf
	switch x.value {
	case textValue:
		buf = appendText(buf, value)
	case wordValue:
		buf = appendWord(buf, value)
	case idValue, noValue:
	}
	r.row(name, buf, order)
}

// addEach makes a row for each text that is not empty.
func (r *rows) addEach(name desk.Index, values []string, order uint32) {
	for _, v := range values {
		if v != "" {
			r.add(name, v, order)
		}
	}
}

// addID makes a row with an identifier as its value, none where it is empty.
func (r *rows) addID(name desk.Index, value claims.ID, order uint32) {
	if value != "" {
		r.row(name, appendID(r.buf, value), order)
	}
}

// row ends a row whose value is already at the end of buf.
func (r *rows) row(name desk.Index, buf []byte, order uint32) {
	x := indexByName[indexName{r.kind, name}]
	r.finish(x, buf, func(key []byte) []byte {
		if x.order == noOrder {
			return key
		}
		return binary.BigEndian.AppendUint32(key, order)
	})
}

func (r *rows) finish(x *index, buf []byte, order func([]byte) []byte) {
	start, mid := len(r.buf), len(buf)
	buf = order(buf)
	r.buf = append(buf, r.id...)
	r.keys = append(r.keys, rowKey{x, start, mid, len(r.buf)})
}

// titleLength is how much of a title sorts it, in characters.
const titleLength = 60

func titleValue(s string) string {
	s = fold.Key(s)
	n := 0
	for i := range s {
		if n++; n > titleLength {
			return s[:i]
		}
	}
	return s
}

// foldValue is the value that an index keeps for the words of a query.
func foldValue(name desk.Index, value string) string {
	switch name {
	case desk.ByTitle:
		return titleValue(value)
	case desk.ByName:
		return fold.Key(value)
	}
	return value
}
