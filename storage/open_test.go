package storage

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims"
	"onrecord/claims/desk/storetest"
)

func wantCode(t *testing.T, err error, code claims.Code, words string) {
	t.Helper()
	if err == nil || claims.CodeOf(err) != code || !strings.Contains(err.Error(), words) {
		t.Errorf("error %v with code %q, want %q with %q", err, claims.CodeOf(err), code, words)
	}
}

func TestOpenElsewhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	open(t, path)
	_, err := Open(path, Options{Wait: 1})
	wantCode(t, err, claims.CodeLocked, "open in another window or program")
}

func TestOnlyTheOwnerCanRead(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new", "folder")
	open(t, filepath.Join(folder, "a.db"))
	for name, want := range map[string]os.FileMode{folder: 0o700, filepath.Join(folder, "a.db"): 0o600} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", filepath.Base(name), got, want)
		}
	}
}

func TestNewerArchiveIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a := open(t, path)
	err := a.update(t.Context(), func(tx *txn) error {
		return tx.Bucket(bucketMeta).Put(metaFormat, binary.AppendUvarint(nil, currentFormat+1))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Open(path, Options{})
	wantCode(t, err, claims.CodeNewer, "newer version of Onrecord")
}

func TestWhatIsNoArchiveIsRefused(t *testing.T) {
	folder := t.TempDir()
	letter := filepath.Join(folder, "letter.txt")
	if err := os.WriteFile(letter, []byte(strings.Repeat("Dear Ms Vogt. ", 9000)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(letter, Options{})
	wantCode(t, err, claims.CodeDamaged, "not an archive")
	_, err = Open(folder, Options{})
	wantCode(t, err, claims.CodeDamaged, "is a folder")
	_, err = Open(filepath.Join(folder, "none.db"), Options{ReadOnly: true})
	wantCode(t, err, claims.CodeNotFound, "no such file")
}

func TestReadOnlyChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	a := open(t, path)
	storetest.Fill(t, a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	r, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Errorf("two that only look are in each other's way: %v", err)
	}
	_, err = r.Apply(t.Context(), claims.Change{Edits: []claims.Edit{claims.Create(&claims.Speaker{ID: "x", Name: "X", Type: claims.Person})}})
	wantCode(t, err, claims.CodeDisk, "for reading only")
	verified(t, r)
	for _, x := range []*Archive{r, again} {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("looking at the archive changed it")
	}
}

func TestDangerousPlaces(t *testing.T) {
	home := t.TempDir()
	marked := filepath.Join(home, "Work", "deep")
	if err := os.MkdirAll(marked, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(home, "Work", ".stfolder"), 0o700); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{
		filepath.Join(home, "Dropbox", "archives"):           "Dropbox",
		filepath.Join(home, "OneDrive - Elm Courier"):        "OneDrive",
		filepath.Join(home, "Mobile Documents", "archives"):  "iCloud",
		filepath.Join(home, "Nextcloud"):                     "Nextcloud",
		marked:                                               "Syncthing",
		filepath.Join(home, "Documents", "Dropbox articles"): "",
	} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, w := range placeWarnings(filepath.Join(folder, "a.db")) {
			got += w.String()
		}
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: warnings %q, want %q named", folder, got, want)
		}
	}
}
