package storage

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk/storetest"
)

// wholeFile is an archive with some dozens of pages, as bytes, and the dump of
// it.
func wholeFile(t *testing.T) (file []byte, dumped string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	a, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Fill(t, a)
	for i := range 12 {
		text := strings.Repeat(fmt.Sprintf("Mayor %d says that the bridge stays closed. ", i), 20)
		c := claims.Change{What: "Import", Blobs: [][]byte{[]byte(text)}}
		id := claims.ID(fmt.Sprintf("art%02d", i))
		c.Edits = append(c.Edits, claims.Create(&claims.Article{ID: id, Text: claims.HashOf([]byte(text)), Length: len(text)}))
		for j := range 40 {
			c.Edits = append(c.Edits, claims.Create(&claims.Statement{
				ID: claims.ID(fmt.Sprintf("st%02d-%02d", i, j)), Article: id, Kind: claims.Indirect, Content: []claims.Span{{Start: 8, End: 20 + j}}, Text: text[8 : 20+j],
			}))
		}
		if _, err := a.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	dumped = dump(t, a)
	if err := a.exclusively(t.Context(), func() error { return a.compact(t.Context()) }); err != nil { // damage shall meet something
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return must(os.ReadFile(path)), dumped
}

// read opens a file, verifies it and reads all that it says. It must never
// panic; found tells whether the damage was noticed on the way.
func read(t *testing.T, file []byte) (found []string, dumped string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "damaged.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return []string{err.Error()}, ""
	}
	defer a.Close() //nolint:errcheck // damaged
	if err := a.Verify(t.Context(), func(p Problem) { found = append(found, p.String()) }, nil); err != nil {
		found = append(found, err.Error())
	}
	var out bytes.Buffer
	if err := a.Dump(t.Context(), &out, nil); err != nil {
		found = append(found, err.Error())
	}
	return found, out.String()
}

func TestDamageIsFoundAndNamed(t *testing.T) {
	whole, dumped := wholeFile(t)
	const page = 4096
	kinds := map[string]func(*rand.Rand, []byte) []byte{
		"flipped bit": func(r *rand.Rand, b []byte) []byte {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
			return b
		},
		"flipped bytes": func(r *rand.Rand, b []byte) []byte {
			for range 8 {
				b[r.IntN(len(b))] ^= byte(1 + r.IntN(255))
			}
			return b
		},
		"zeroed page": func(r *rand.Rand, b []byte) []byte {
			clear(b[r.IntN(len(b)/page)*page:][:page])
			return b
		},
		"random page": func(r *rand.Rand, b []byte) []byte {
			at := b[r.IntN(len(b)/page)*page:][:page]
			for i := range at {
				at[i] = byte(r.IntN(256))
			}
			return b
		},
		"page in the place of another": func(r *rand.Rand, b []byte) []byte {
			copy(b[r.IntN(len(b)/page)*page:][:page], b[r.IntN(len(b)/page)*page:][:page])
			return b
		},
		"cut off": func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] },
	}
	for name, damage := range kinds {
		t.Run(name, func(t *testing.T) {
			noticed := 0
			for round := range rounds(6, 3) {
				seed := uint64(round)
				file := damage(rand.New(rand.NewPCG(seed, 7)), bytes.Clone(whole)) //nolint:gosec // the same damage every time
				found, got := read(t, file)
				if len(found) > 0 {
					noticed++
				} else if got != dumped {
					t.Errorf("seed %d: the archive says something else, and nobody noticed", seed)
				}
				salvaged(t, file, seed)
			}
			if noticed == 0 {
				t.Error("no damage was ever noticed")
			}
		})
	}
}

// salvaged saves what is whole of a damaged file and verifies it.
func salvaged(t *testing.T, file []byte, seed uint64) (Salvaged, string) {
	t.Helper()
	folder := t.TempDir()
	src, dst := filepath.Join(folder, "damaged.db"), filepath.Join(folder, "saved.db")
	if err := os.WriteFile(src, file, 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := Salvage(t.Context(), src, dst, func(Problem) {}, nil)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	a, err := Open(dst, Options{})
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	defer a.Close() //nolint:errcheck // a copy
	for _, p := range problems(t, a) {
		t.Errorf("seed %d: what was saved is not whole: %s", seed, p)
	}
	return done, dump(t, a)
}

func TestSalvageOfAWholeArchiveLosesNothing(t *testing.T) {
	whole, dumped := wholeFile(t)
	done, got := salvaged(t, whole, 0)
	if got != dumped || !done.Journal || done.Mended != 0 || done.Adrift != 0 {
		t.Errorf("salvaged %+v", done)
	}
}

func TestSalvageWithoutTheBeginningOfTheFile(t *testing.T) {
	whole, _ := wholeFile(t)
	clear(whole[:2*4096])
	done, got := salvaged(t, whole, 0)
	if done.Records < 480 || !strings.Contains(got, "First cars cross") {
		t.Errorf("salvaged %+v of some 500 records", done)
	}
	if found, _ := read(t, whole); len(found) == 0 {
		t.Error("a file without its beginning was opened")
	}
}

func TestSalvageMendsWhatRefersToALostArticle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a := open(t, path)
	storetest.Fill(t, a)
	err := a.update(t.Context(), func(tx *txn) error {
		key, value := tx.Bucket(bucketTexts).Cursor().First()
		return tx.Bucket(bucketTexts).Put(bytes.Clone(key), append(bytes.Clone(value), 0))
	})
	if err != nil {
		t.Fatal(err)
	}
	if found := problems(t, a); len(found) == 0 || !strings.Contains(found[0], "do not match their hash") {
		t.Errorf("verification found %q", found)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	var lost []string
	done, err := Salvage(t.Context(), path, path+".saved", func(p Problem) { lost = append(lost, p.String()) }, nil)
	if err != nil || done.Mended == 0 || !strings.Contains(strings.Join(lost, "\n"), "is lost") {
		t.Errorf("salvaged %+v, lost %q, error %v", done, lost, err)
	}
	verified(t, open(t, path+".saved"))
}

func TestReindexRepairsIndexes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a := open(t, path)
	storetest.Fill(t, a)
	err := a.update(t.Context(), func(tx *txn) error {
		rows := tx.rowsOf(indexByName[indexName{claims.KindStatement, "date"}])
		key, _ := rows.Cursor().First()
		if err := rows.Delete(bytes.Clone(key)); err != nil {
			return err
		}
		if err := rows.Put([]byte("\x00\x00\x00\x00\x02nobody\x00"), nil); err != nil {
			return err
		}
		return tx.Bucket(bucketCounts).Put(countKey(nil, recordIndex(claims.KindClaim), nil), []byte{9})
	})
	if err != nil {
		t.Fatal(err)
	}
	found := strings.Join(problems(t, a), "\n")
	for _, want := range []string{"has no row for", "has a row for nobody", `counts: "claim\x00" is not 1`} {
		if !strings.Contains(found, want) {
			t.Errorf("verification did not find %q but\n%s", want, found)
		}
	}
	if err := a.Reindex(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	verified(t, a)
}
