package storage

import (
	"bytes"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// referrers lists, for each kind, the indexes that tell who needs a record.
var referrers = map[claims.Kind][]indexName{
	claims.KindArticle: {
		{claims.KindStatement, desk.ByArticle}, {claims.KindArticle, byPrevious}, {claims.KindOutcome, byExcerpt},
	},
	claims.KindSpeaker:   {{claims.KindStatement, desk.BySpeaker}, {claims.KindClaim, desk.BySpeaker}},
	claims.KindStatement: {{claims.KindClaim, desk.ByStatement}, {claims.KindStatement, byOuter}, {claims.KindOutcome, byQuoted}},
	claims.KindClaim:     {{claims.KindOutcome, desk.ByClaim}},
	claims.KindOutcome:   {{claims.KindClaim, byRests}},
}

// checkRefs finds references that lead nowhere once a change is written: from
// the records that it wrote and to those that it removed.
func (w *writer) checkRefs(edits []claims.Edit) error {
	final := make(map[claims.Key]claims.Record, len(edits))
	for _, e := range edits {
		final[e.Key()] = e.After
	}
	for _, e := range edits {
		if r := final[e.Key()]; r != nil && r == e.After {
			if err := w.checkOwnRefs(r, final); err != nil {
				return err
			}
		}
	}
	for _, e := range edits {
		if final[e.Key()] == nil {
			if err := w.checkUnneeded(e.Key()); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkOwnRefs follows the references of one record that a change wrote.
func (w *writer) checkOwnRefs(r claims.Record, final map[claims.Key]claims.Record) error {
	for _, ref := range r.Refs() {
		after, touched := final[ref]
		if touched && after == nil {
			continue // the record that was removed will be found to be needed
		}
		if !touched && !w.exists(ref) {
			return claims.Invalid(string(ref.Kind), claims.Say("error.refersAndThere", "%s %s refers to %q, and there is no such %s", r.Key().Kind, r.Key().ID, ref.ID, ref.Kind))
		}
	}
	return w.checkHashes(r)
}

// exists looks a record up once a transaction: a bulk import refers to the
// same speakers again and again.
func (w *writer) exists(key claims.Key) bool {
	if w.known[key] {
		return true
	}
	if w.stored(key) == nil {
		return false
	}
	w.known[key] = true
	return true
}

// checkHashes makes sure that the texts and files of a record are kept.
func (w *writer) checkHashes(r claims.Record) error {
	for _, h := range hashesOf(r) {
		if w.storedBlob(h) == nil {
			return claims.Invalid(string(r.Key().Kind), claims.Say("error.namesTextOr", "%s names a text or file that is not there: %s", r.Key().ID, h))
		}
	}
	return nil
}

// hashesOf lists the texts and files that a record names.
func hashesOf(r claims.Record) (out []claims.Hash) {
	switch r := r.(type) {
	case *claims.Article:
		out = append(out, r.Text)
		if r.Original != "" {
			out = append(out, r.Original)
		}
	case *claims.Outcome:
		for _, e := range r.Evidence {
			if e.File != "" {
				out = append(out, e.File)
			}
		}
	}
	return out
}

// checkUnneeded makes sure that nothing refers to a record that is gone.
func (w *writer) checkUnneeded(key claims.Key) error {
	prefix := appendID(nil, key.ID)
	for _, name := range referrers[key.Kind] {
		x := indexByName[name]
		if err := w.rows.flush(w.txn, x); err != nil {
			return err
		}
		k, _ := w.rowsOf(x).Cursor().Seek(prefix)
		if !bytes.HasPrefix(k, prefix) {
			continue
		}
		_, _, id, _ := x.splitKey(k)
		who, _, _ := cutID(id)
		return &claims.Error{
			Code: claims.CodeConflict, What: string(key.Kind), Reason: claims.Say("error.neededBy", "%s is needed by %s %s", key.ID, x.kind, who),
			Advice: claims.Say("error.deleteOrChange", "Delete or change that first"),
		}
	}
	return nil
}
