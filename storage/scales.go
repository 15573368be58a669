package storage

import (
	"slices"

	"onrecord/claims"
)

// Whether a claim is resolved depends on its scale: the orders by due date and
// by last check list only claims that are not. They are the one place where a
// change of one record moves the index rows of others.

// allScales reads the scales once a transaction; those that nobody has changed
// are the default ones.
func (t *txn) allScales() ([]*claims.Scale, error) {
	if t.scales != nil {
		return t.scales, nil
	}
	var stored []*claims.Scale
	c := t.recordsOf(claims.KindScale).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		r, err := decodeRecord(claims.KindScale, k, v)
		if err != nil {
			return nil, err
		}
		stored = append(stored, r.(*claims.Scale))
	}
	t.scales = claims.WithDefaults(stored)
	return t.scales, nil
}

// resolvedBy gives the test whether the latest verdict of a claim is final on
// the scale that judges its class.
func resolvedBy(scales []*claims.Scale) func(*claims.Claim) bool {
	return func(c *claims.Claim) bool {
		scale, ok := claims.ScaleFor(scales, c.Class)
		if !ok {
			return false
		}
		value := c.Verdict().Value
		i := slices.IndexFunc(scale.Values, func(v claims.Value) bool { return v.ID == value })
		return i >= 0 && scale.Values[i].Final
	}
}

// writeScale writes a scale and moves the rows of the claims that it resolves
// or opens again.
func (w *writer) writeScale(e storedEdit) error {
	was, err := w.allScales()
	if err != nil {
		return err
	}
	if err := w.putRecord(e); err != nil {
		return err
	}
	w.scales = nil
	now, err := w.allScales()
	if err != nil {
		return err
	}
	w.old.resolved, w.new.resolved = resolvedBy(was), resolvedBy(now)
	c := w.recordsOf(claims.KindClaim).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		r, err := decodeRecord(claims.KindClaim, k, v)
		if err != nil {
			return err
		}
		w.moveRows(r, r, k)
	}
	w.old.resolved = w.new.resolved
	return nil
}
