package storage

import (
	"bytes"
	"fmt"
	"maps"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// checkRecords decodes every record, checks its rules, references and hashes,
// and looks up the index rows that it must have.
func (v *verifier) checkRecords() error {
	scales, err := v.allScales()
	if err != nil {
		return err
	}
	r := rows{resolved: resolvedBy(scales)}
	known := map[claims.Key]bool{}
	for _, kind := range claims.Kinds {
		c := v.recordsOf(kind).Cursor()
		for k, value := c.First(); k != nil; k, value = c.Next() {
			if err := v.step(); err != nil {
				return err
			}
			rec, err := decodeRecord(kind, k, value)
			if err != nil {
				v.problem(inRecord(kind, claims.ID(readID(k))), claims.Because(err))
				continue
			}
			v.checkRecord(rec, known)
			r.of(rec, k)
			v.checkRows(&r, rec)
		}
	}
	return nil
}

func readID(key []byte) string {
	id, _, ok := cutID(key)
	if !ok {
		return fmt.Sprintf("%x", key)
	}
	return string(id)
}

func (v *verifier) checkRecord(rec claims.Record, known map[claims.Key]bool) {
	place := inRecord(rec.Key().Kind, rec.Key().ID)
	if err := rec.Check(); err != nil {
		v.problem(place, claims.Because(err))
	}
	for _, ref := range rec.Refs() {
		if known[ref] {
			continue
		}
		if v.stored(ref) == nil {
			v.problem(place, claims.Say("damage.refersWhichNot", "refers to %s %s, which is not there", ref.Kind, ref.ID))
			continue
		}
		if ref.Kind != claims.KindStatement { // statements are too many to remember
			known[ref] = true
		}
	}
	for _, h := range hashesOf(rec) {
		if v.storedBlob(h) == nil {
			v.problem(place, claims.Say("damage.namesTextOr", "names the text or file %s, which is not there", h))
		}
	}
}

// checkRows makes sure that each row of a record is in its index and counts it.
func (v *verifier) checkRows(r *rows, rec claims.Record) {
	for _, k := range r.keys {
		key := r.key(k)
		if found, _ := v.rowsOf(k.index).Cursor().Seek(key); !bytes.Equal(found, key) {
			v.problem(inIndex(k.index), claims.Say("damage.hasNoRow", "has no row for %s", rec.Key().ID))
			continue
		}
		v.rows[k.index.number]++
	}
}

// checkIndexes finds rows that no record calls for: an index that holds no more
// rows than were found for the records has none.
func (v *verifier) checkIndexes() error {
	for _, x := range allIndexes {
		n := 0
		c := v.rowsOf(x).Cursor()
		for k, value := c.First(); k != nil; k, value = c.Next() {
			n++
			if len(value) > 0 {
				v.problem(inIndex(x), claims.Say("damage.rowHasValue", "row %s has a value", fmt.Sprintf("%x", k)))
			}
		}
		if err := v.ctx.Err(); err != nil {
			return err
		}
		if n != v.rows[x.number] {
			if err := v.nameStrayRows(x); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v *verifier) nameStrayRows(x *index) error {
	scales, err := v.allScales()
	if err != nil {
		return err
	}
	r := rows{resolved: resolvedBy(scales)}
	c := v.rowsOf(x).Cursor()
	for k, _ := c.First(); k != nil; k, _ = c.Next() {
		_, _, id, ok := x.splitKey(k)
		if !ok {
			v.problem(inIndex(x), claims.Say("damage.noRow", "%s is no row", fmt.Sprintf("%x", k)))
			continue
		}
		if !v.calledFor(&r, x, k, id) {
			v.problem(inIndex(x), claims.Say("damage.hasRowFor", "has a row for %s that its record does not call for", readID(id)))
		}
	}
	return nil
}

func (v *verifier) calledFor(r *rows, x *index, key, id []byte) bool {
	value := v.recordsOf(x.kind).Get(id)
	if value == nil {
		return false
	}
	rec, err := decodeRecord(x.kind, id, value)
	if err != nil {
		return true // named already
	}
	r.of(rec, id)
	for _, k := range r.keys {
		if k.index == x && bytes.Equal(r.key(k), key) {
			return true
		}
	}
	return false
}

// checkCounts counts everything again.
func (v *verifier) checkCounts() error {
	counts, err := v.countAll(v.ctx)
	if err != nil {
		return err
	}
	want := map[string]uint64{}
	for key, n := range counts.values {
		want[key] = n.now - n.stored
	}
	c := v.Bucket(bucketCounts).Cursor()
	for k, value := c.First(); k != nil; k, value = c.Next() {
		if n := want[string(k)]; !bytes.Equal(value, putUvarint(n)) {
			v.problem(inCounts, claims.Say("damage.wrongCount", "%q is not %d", string(k), n))
		}
		delete(want, string(k))
	}
	for key, n := range maps.All(want) {
		if n > 0 {
			v.problem(inCounts, claims.Say("damage.missingAndShould", "%q is missing and should be %d", key, n))
		}
	}
	return nil
}

// checkBlobs unpacks every text and file and compares it with its hash.
func (v *verifier) checkBlobs() error {
	for _, name := range [][]byte{bucketTexts, bucketBlobs} {
		c := v.Bucket(name).Cursor()
		for k, value := c.First(); k != nil; k, value = c.Next() {
			if err := v.step(); err != nil {
				return err
			}
			b, err := unsqueeze(value)
			if hash := claims.Hash(fmt.Sprintf("%x", k)); err != nil || claims.HashOf(b) != hash {
				v.problem(inRecord(claims.Kind(name), claims.ID(hash)), claims.Say("damage.bytesDoNot", "the bytes do not match their hash"))
			}
		}
	}
	return nil
}

// checkSpans holds every statement and excerpt against the frozen text of its
// article, one article after the other.
func (v *verifier) checkSpans() error {
	articles := v.recordsOf(claims.KindArticle).Cursor()
	for k, value := articles.First(); k != nil; k, value = articles.Next() {
		if err := v.step(); err != nil {
			return err
		}
		rec, err := decodeRecord(claims.KindArticle, k, value)
		if err != nil {
			continue // named already
		}
		a := rec.(*claims.Article)
		text, err := v.blob(a.Text)
		if err != nil {
			continue // named already
		}
		if len(text) != a.Length {
			v.problem(inRecord(claims.KindArticle, a.ID), claims.Say("damage.textHasBytes", "its text has %d bytes and not %d", len(text), a.Length))
		}
		v.checkStatements(k, string(text))
		v.checkExcerpts(k, a.ID, string(text))
	}
	return nil
}

func (v *verifier) checkStatements(article []byte, text string) {
	v.eachReferrer(claims.KindStatement, desk.ByArticle, article, func(rec claims.Record) {
		s := rec.(*claims.Statement)
		if err := s.CheckText(text); err != nil {
			v.problem(inRecord(claims.KindStatement, s.ID), claims.Because(err))
		}
	})
}

func (v *verifier) checkExcerpts(key []byte, article claims.ID, text string) {
	v.eachReferrer(claims.KindOutcome, byExcerpt, key, func(rec claims.Record) {
		o := rec.(*claims.Outcome)
		for _, e := range o.Evidence {
			if e.Article != article {
				continue
			}
			if err := e.Span.Check(text); err != nil {
				v.problem(inRecord(claims.KindOutcome, o.ID), claims.Because(err))
			} else if e.Quote != "" && e.Span.In(text) != e.Quote {
				v.problem(inRecord(claims.KindOutcome, o.ID), claims.Say("damage.excerptNotWhat", "its excerpt is not what the article says there"))
			}
		}
	})
}

// eachReferrer calls fn with the records that have a value in an index.
func (v *verifier) eachReferrer(kind claims.Kind, name desk.Index, value []byte, fn func(claims.Record)) {
	x := indexByName[indexName{kind, name}]
	c := v.rowsOf(x).Cursor()
	for k, _ := c.Seek(value); bytes.HasPrefix(k, value); k, _ = c.Next() {
		_, _, id, _ := x.splitKey(k)
		if rec, err := v.getByKey(kind, id); err == nil {
			fn(rec)
		}
	}
}
