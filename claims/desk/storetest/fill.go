package storetest

import (
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
)

// Fill gives an empty store a little of everything: records of every kind with
// every field, an edit, a deletion, a merge, and a change that was taken back.
func Fill(t *testing.T, s desk.Store) {
	t.Helper()
	k := &kit{T: t, Store: s}
	records, blobs := fullRecords()
	c := claims.Change{At: noon, Who: "Ines", What: "Import", Blobs: blobs}
	for _, r := range records {
		c.Edits = append(c.Edits, claims.Create(r))
	}
	k.mustChange(c)
	extra := speaker("s9", "Ruíz <the younger> & sons")
	k.must("Add speaker", claims.Create(extra))
	loose := note("q9", "Wir bauen\u2028die Brücke.")
	loose.Speaker = extra.ID
	k.must("Note statement", claims.Create(loose))
	merged := with(loose, func(s *claims.Statement) { s.Speaker = records[1].Key().ID })
	k.must("Merge speakers", claims.Put(loose, merged), claims.Trash(extra))
	k.must("Edit statement", claims.Put(merged, with(merged, func(s *claims.Statement) { s.Notes = "later" })))
	if _, err := k.Undo(k.ctx(), "Omar"); err != nil {
		t.Fatal(err)
	}
}
