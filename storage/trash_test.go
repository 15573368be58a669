package storage

import (
	"path/filepath"
	"testing"
	"time"

	"onrecord/claims"
)

func TestTrash(t *testing.T) {
	a := open(t, filepath.Join(t.TempDir(), "a.db"))
	text := "The ferry will sail in spring."
	article := &claims.Article{ID: "a", Text: claims.HashOf([]byte(text)), Length: len(text)}
	if _, err := a.Apply(t.Context(), claims.Change{What: "Import", Blobs: [][]byte{[]byte(text)}, Edits: []claims.Edit{claims.Create(article)}}); err != nil {
		t.Fatal(err)
	}
	mustApply(t, a, claims.Trash(article))
	items, err := a.Trash(t.Context())
	if err != nil || len(items) != 1 || items[0].Record.Key() != article.Key() || items[0].Who != "Ines" || items[0].Seq != 2 {
		t.Fatalf("the trash holds %+v, error %v", items, err)
	}
	mustApply(t, a, claims.Create(items[0].Record))
	if items, _ := a.Trash(t.Context()); len(items) != 0 {
		t.Errorf("what was put back is still in the trash: %+v", items)
	}
	mustApply(t, a, claims.Trash(article))

	emptied, err := a.EmptyTrash(t.Context(), time.Now().Add(-time.Hour))
	if err != nil || emptied != (Emptied{}) {
		t.Errorf("emptying what is older than an hour took %+v, error %v", emptied, err)
	}
	emptied, err = a.EmptyTrash(t.Context(), time.Now().Add(time.Hour))
	if err != nil || emptied.Images != 2 || emptied.Blobs != 1 || emptied.Bytes == 0 {
		t.Errorf("emptying took %+v, error %v", emptied, err)
	}
	if items, err := a.Trash(t.Context()); err != nil || len(items) != 0 {
		t.Errorf("the emptied trash holds %+v, error %v", items, err)
	}
	if undo, _, err := a.Standing(t.Context()); undo != nil || err != nil {
		t.Errorf("the menu offers to take back %v, error %v", undo, err)
	}
	_, err = a.Undo(t.Context(), "")
	wantCode(t, err, claims.CodeNotFound, "can no longer be taken back")
	verified(t, a)
	b := open(t, filepath.Join(t.TempDir(), "b.db"))
	load(t, b, dump(t, a))
	if dump(t, a) != dump(t, b) {
		t.Error("an emptied trash is not dumped and loaded as it is")
	}
}
