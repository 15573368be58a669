package pages

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// makeFile writes a bbolt file with nested, inline and large buckets and long
// values.
func makeFile(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := bolt.Open(path, 0o600, &bolt.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		small, err1 := tx.CreateBucket([]byte("small"))
		large, err2 := tx.CreateBucket([]byte("large"))
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		inner, err := small.CreateBucket([]byte("inner"))
		if err != nil {
			return err
		}
		if err := inner.Put([]byte("k"), []byte("v")); err != nil {
			return err
		}
		for i := range 500 {
			if err := large.Put(fmt.Appendf(nil, "%04d", i), bytes.Repeat([]byte{'x'}, i*20)); err != nil {
				return err
			}
		}
		return nil
	})
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// readAll walks and scans a file.
func readAll(t testing.TB, data []byte) (items, scanned []string, problems int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "b.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	raw, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close() //nolint:errcheck // only read
	f, err := Open(raw)
	if err != nil && !errors.Is(err, ErrNoMeta) {
		t.Fatal(err)
	}
	show := func(to *[]string) func(Item) {
		return func(i Item) {
			*to = append(*to, fmt.Sprintf("%s %s %d", bytes.Join(i.Path, []byte("/")), i.Key, len(i.Value)))
		}
	}
	if err := f.Walk(t.Context(), show(&items), func(uint64, error) { problems++ }); err != nil {
		t.Fatal(err)
	}
	free := f.Free()
	f.Scan(show(&scanned), func(page uint64) bool { return free[page] })
	return items, scanned, problems
}

func TestWalkReadsAllThatBboltWrote(t *testing.T) {
	items, scanned, problems := readAll(t, makeFile(t))
	if problems != 0 || len(items) != 501 || len(scanned) != 0 {
		t.Errorf("%d items, %d more by scanning, %d problems", len(items), len(scanned), problems)
	}
	if items[0] != "large 0000 0" || items[499] != "large 0499 9980" || items[500] != "small/inner k 1" {
		t.Errorf("read %q, %q and %q", items[0], items[499], items[500])
	}
}

func TestScanReadsWhatNothingLeadsTo(t *testing.T) {
	data := makeFile(t)
	clear(data[:2*4096])
	items, scanned, problems := readAll(t, data)
	if len(items) != 0 || problems == 0 || len(scanned) != 501 {
		t.Errorf("%d items, %d by scanning, %d problems", len(items), len(scanned), problems)
	}
}

func FuzzRead(f *testing.F) {
	data := makeFile(f)
	f.Add(uint32(0), []byte{0})
	f.Add(uint32(2*4096+8), []byte{1, 0})
	f.Add(uint32(3*4096+20), []byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, at uint32, damage []byte) {
		b := bytes.Clone(data)
		copy(b[int(at)%len(b):], damage)
		readAll(t, b) // must not panic
	})
}
