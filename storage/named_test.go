package storage

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims"
)

// versions is an archive with an article and two newer versions of it, each of
// which has a statement.
func versions(t *testing.T, path string) *Archive {
	t.Helper()
	a := open(t, path)
	previous := claims.ID("")
	for _, id := range []claims.ID{"a1", "a2", "a3"} {
		text := "The pier stays closed, says the mayor. " + string(id)
		article := &claims.Article{ID: id, Text: claims.HashOf([]byte(text)), Length: len(text), Previous: previous}
		_, err := a.Apply(t.Context(), claims.Change{What: "Import", Blobs: [][]byte{[]byte(text)}, Edits: []claims.Edit{
			claims.Create(article),
			claims.Create(&claims.Statement{ID: "s" + id, Article: id, Kind: claims.Indirect, Content: []claims.Span{{Start: 0, End: 21}}, Text: text[:21]}),
		}})
		if err != nil {
			t.Fatal(err)
		}
		previous = id
	}
	return a
}

// spoilText makes the text of an article another one, behind the back of the
// archive.
func spoilText(t *testing.T, a *Archive, id claims.ID) {
	t.Helper()
	err := a.update(t.Context(), func(tx *txn) error {
		r, err := tx.get(claims.Key{Kind: claims.KindArticle, ID: id})
		if err != nil {
			return err
		}
		texts := tx.Bucket(bucketTexts)
		key, _ := hashKey(r.(*claims.Article).Text)
		return texts.Put(key, append(bytes.Clone(texts.Get(key)), 0))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestVerifyNamesDamageBehindADamagedText(t *testing.T) {
	a := versions(t, filepath.Join(t.TempDir(), "a.db"))
	spoilText(t, a, "a1")
	err := a.update(t.Context(), func(tx *txn) error {
		r, err := tx.get(claims.Key{Kind: claims.KindArticle, ID: "a2"})
		if err != nil {
			return err
		}
		shorter := *r.(*claims.Article)
		shorter.Length--
		id := appendID(nil, shorter.ID)
		value, err := encodeRecord(&shorter, id)
		if err != nil {
			return err
		}
		return tx.recordsOf(claims.KindArticle).Put(id, value)
	})
	if err != nil {
		t.Fatal(err)
	}
	found := strings.Join(problems(t, a), "\n")
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"do not match their hash", "article a2: its text has 41 bytes and not 40"} {
		if !strings.Contains(found, want) {
			t.Errorf("verification does not say %q:\n%s", want, found)
		}
	}
}

func TestSalvageLetsGoOfAVersionThatIsLost(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a := versions(t, path)
	spoilText(t, a, "a2")
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	saved := path + ".saved"
	if _, err := Salvage(t.Context(), path, saved, func(Problem) {}, nil); err != nil {
		t.Fatal(err)
	}
	b := open(t, saved)
	verified(t, b)
	r, err := b.Get(t.Context(), claims.Key{Kind: claims.KindArticle, ID: "a3"})
	if err != nil || r.(*claims.Article).Previous != "" {
		t.Errorf("the newest version is %+v, %v", r, err)
	}
	r, err = b.Get(t.Context(), claims.Key{Kind: claims.KindStatement, ID: "sa2"})
	if err != nil || r.(*claims.Statement).Article != "" || r.(*claims.Statement).Text != "The pier stays closed" {
		t.Errorf("the statement of the lost version is %+v, %v", r, err)
	}
}
