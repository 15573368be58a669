package storage

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/desk/storetest"
)

var update = flag.Bool("update", false, "write the golden file of an older format anew")

const (
	golden0     = "testdata/format-0.db.gz"
	golden0Dump = "testdata/format-0.jsonl"
	golden1     = "testdata/format-1.db.gz" // written by the last program of that format
	golden1Dump = "testdata/format-1.jsonl"
)

// TestWriteGolden makes the archive of format 0: without statements by rule and
// without counts.
func TestWriteGolden(t *testing.T) {
	if !*update {
		t.Skip("run with -update to write the golden files anew")
	}
	path := filepath.Join(t.TempDir(), "a.db")
	a, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Fill(t, a)
	if err := os.WriteFile(golden0Dump, []byte(dump(t, a)), 0o600); err != nil {
		t.Fatal(err)
	}
	err = a.update(t.Context(), func(tx *txn) error {
		if err := tx.DeleteBucket(bucketCounts); err != nil {
			return err
		}
		if err := tx.Bucket(bucketIndex).DeleteBucket([]byte("statement/rule")); err != nil {
			return err
		}
		return tx.Bucket(bucketMeta).Put(metaFormat, binary.AppendUvarint(nil, 0))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(data)
	_ = w.Close()
	if err := os.WriteFile(golden0, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// oldArchive unpacks the golden file of an older format.
func oldArchive(t testing.TB, path, golden string) {
	t.Helper()
	f, err := os.Open(golden) //nolint:gosec // of this test
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestMigrateFormat0(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	oldArchive(t, path, golden0)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{ReadOnly: true})
	wantCode(t, err, claims.CodeRefused, "older version")

	a := open(t, path)
	verified(t, a)
	want, err := os.ReadFile(golden0Dump)
	if err != nil {
		t.Fatal(err)
	}
	if got := dump(t, a); got != string(want) {
		t.Errorf("after the migration the archive says\n%s", got)
	}
	n, err := a.Count(t.Context(), desk.Query{Kind: claims.KindStatement, Index: desk.ByRule, Value: "cue verb/edited"})
	if n != 1 || err != nil {
		t.Errorf("%d statements by the rule, error %v", n, err)
	}
	backup, err := os.ReadFile(path + ".format-0")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(backup[2*4096:], before[2*4096:len(backup)]) {
		t.Error("the backup before the migration is not the archive as it was")
	}
	if left, _ := filepath.Glob(path + "*.part"); len(left) > 0 || strings.Contains(strings.Join(left, ""), "sort") {
		t.Errorf("the migration left %v behind", left)
	}
}

// TestMigrateFormat1 brings an archive up to date whose records were not
// packed. They stay as they are until they are changed.
func TestMigrateFormat1(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	oldArchive(t, path, golden1)
	a := open(t, path)
	verified(t, a)
	want, err := os.ReadFile(golden1Dump)
	if err != nil {
		t.Fatal(err)
	}
	if got := dump(t, a); got != string(want) {
		t.Errorf("after the migration the archive says\n%s", got)
	}
	if _, err := os.Stat(path + ".format-1"); err != nil {
		t.Errorf("there is no backup from before the migration: %v", err)
	}
	for r, err := range a.All(t.Context(), claims.KindStatement) {
		if err != nil {
			t.Fatal(err)
		}
		before := r.(*claims.Statement)
		after := *before
		after.Notes = strings.Repeat("as the desk sees it ", 9)
		if _, err := a.Apply(t.Context(), claims.Change{Edits: []claims.Edit{claims.Put(before, &after)}}); err != nil {
			t.Errorf("a record of format 1 cannot be changed: %v", err)
		}
	}
	for range 2 {
		if _, err := a.Undo(t.Context(), ""); err != nil {
			t.Error(err)
		}
	}
}
