package storage

import (
	"bytes"
	"fmt"
	"slices"

	"onrecord/claims"
)

// mend takes references to what was not saved out of the records, until none
// is left: taking one record out can leave others without theirs.
func (s *salvager) mend() error {
	for changed := true; changed; {
		changed = false
		err := s.commit(s.ctx, func(t *txn) error {
			for _, kind := range claims.Kinds {
				n, err := s.mendKind(t, kind)
				if err != nil {
					return err
				}
				changed = changed || n > 0
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// mended is a record with its new form, nil where it is taken out.
type mended struct {
	id     []byte
	record claims.Record
}

func (s *salvager) mendKind(t *txn, kind claims.Kind) (n int, err error) {
	var torn []mended
	c := t.recordsOf(kind).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		r, err := decodeRecord(kind, k, v)
		if err != nil {
			return 0, err
		}
		if lost := t.lost(r); lost != "" {
			s.report(Problem{inRecord(kind, r.Key().ID), claims.Plain(lost)})
			torn = append(torn, mended{bytes.Clone(k), t.without(r)})
		}
	}
	for _, m := range torn {
		if m.record == nil {
			err = t.recordsOf(kind).Delete(m.id)
		} else {
			var value []byte
			if value, err = encodeRecord(m.record, m.id); err == nil {
				err = t.recordsOf(kind).Put(m.id, value)
			}
		}
		if err != nil {
			return 0, err
		}
		s.done.Mended++
	}
	return len(torn), nil
}

// lost tells what a record refers to and was not saved, "" where it is whole.
func (t *txn) lost(r claims.Record) string {
	for _, ref := range r.Refs() {
		if t.stored(ref) == nil {
			return fmt.Sprintf("referred to %s %s, which is lost", ref.Kind, ref.ID)
		}
	}
	for _, h := range hashesOf(r) {
		if t.storedBlob(h) == nil {
			return fmt.Sprintf("named the text or file %s, which is lost", h)
		}
	}
	return ""
}

// without gives a record without what was lost, or nil where nothing is left
// of it: an article without its text.
func (t *txn) without(r claims.Record) claims.Record {
	there := func(kind claims.Kind, id claims.ID) bool { return t.stored(claims.Key{Kind: kind, ID: id}) != nil }
	keepID := func(kind claims.Kind, id claims.ID) claims.ID {
		if there(kind, id) {
			return id
		}
		return ""
	}
	switch r := r.(type) {
	case *claims.Article:
		return t.mendArticle(r, keepID(claims.KindArticle, r.Previous))
	case *claims.Statement:
		if !there(claims.KindArticle, r.Article) {
			r.Article, r.Content, r.Cue, r.Source = "", nil, nil, nil // its words are whole
		}
		r.Speaker, r.Outer = keepID(claims.KindSpeaker, r.Speaker), keepID(claims.KindStatement, r.Outer)
	case *claims.Claim:
		r.Speaker = keepID(claims.KindSpeaker, r.Speaker)
		r.Appearances = slices.DeleteFunc(r.Appearances, func(id claims.ID) bool { return !there(claims.KindStatement, id) })
		for i, v := range r.Verdicts {
			r.Verdicts[i].Outcomes = slices.DeleteFunc(v.Outcomes, func(id claims.ID) bool { return !there(claims.KindOutcome, id) })
		}
	case *claims.Outcome:
		r.Links = slices.DeleteFunc(r.Links, func(l claims.Link) bool { return !there(claims.KindClaim, l.Claim) })
		r.Evidence = slices.DeleteFunc(r.Evidence, func(e claims.Evidence) bool {
			return e.Article != "" && !there(claims.KindArticle, e.Article) || e.Statement != "" && !there(claims.KindStatement, e.Statement) ||
				e.File != "" && t.storedBlob(e.File) == nil
		})
	}
	return r
}

func (t *txn) mendArticle(a *claims.Article, previous claims.ID) claims.Record {
	if t.storedBlob(a.Text) == nil {
		return nil
	}
	if t.storedBlob(a.Original) == nil {
		a.Original = ""
	}
	a.Previous = previous
	return a
}
