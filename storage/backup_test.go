package storage

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/claims"
	"onrecord/claims/desk/storetest"
)

func TestBackupAndRestore(t *testing.T) {
	for _, passphrase := range []string{"", "correct horse"} {
		folder := t.TempDir()
		path, backup := filepath.Join(folder, "a.db"), filepath.Join(folder, "elsewhere", "b.db")
		a := open(t, path)
		storetest.Fill(t, a)
		then := dump(t, a)
		if err := a.Backup(t.Context(), backup, passphrase, nil); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(must(os.ReadFile(backup)), []byte("front page")) != (passphrase == "") {
			t.Error("an encrypted backup can be read, or a plain one cannot")
		}
		mustApply(t, a, claims.Create(&claims.Speaker{ID: "new", Name: "New", Type: claims.Person}))
		mustApply(t, a, claims.Trash(get(t, a, claims.KindSearch, "mine")))
		now := dump(t, a)
		preview, err := a.Preview(t.Context(), backup, passphrase, nil)
		if err != nil || preview[claims.KindSpeaker] != (Difference{Gone: 1}) || preview[claims.KindSearch] != (Difference{Back: 1}) || len(preview) != 2 {
			t.Errorf("preview %+v, error %v", preview, err)
		}
		_, err = Restore(t.Context(), path, backup, passphrase, nil)
		wantCode(t, err, claims.CodeLocked, "open in another")
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		kept := restored(t, path, backup, passphrase, then)
		restored(t, path, kept, "", now)
		if left, _ := filepath.Glob(filepath.Join(folder, "*.part*")); len(left) > 0 {
			t.Errorf("copies were left behind: %v", left)
		}
	}
}

func get(t *testing.T, a *Archive, kind claims.Kind, id claims.ID) claims.Record {
	t.Helper()
	r, err := a.Get(t.Context(), claims.Key{Kind: kind, ID: id})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// restored puts a backup back and checks what the archive then says.
func restored(t *testing.T, path, backup, passphrase, want string) (kept string) {
	t.Helper()
	kept, err := Restore(t.Context(), path, backup, passphrase, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := open(t, path)
	if got := dump(t, a); got != want {
		t.Errorf("the restored archive says\n%s\nand not\n%s", got, want)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return kept
}

func TestBackupThatCannotBeTrusted(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "a.db"), filepath.Join(folder, "b.db")
	a := open(t, path)
	storetest.Fill(t, a)
	wantCode(t, a.Backup(t.Context(), path, "", nil), claims.CodeInvalid, "the archive itself")
	if err := a.Backup(t.Context(), backup, "correct horse", nil); err != nil {
		t.Fatal(err)
	}
	_, err := a.Preview(t.Context(), backup, "wrong horse", nil)
	wantCode(t, err, claims.CodeRefused, "passphrase")
	sealed := must(os.ReadFile(backup))
	sealed[len(sealed)/2] ^= 1
	if err := os.WriteFile(backup, sealed, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = a.Preview(t.Context(), backup, "correct horse", nil)
	wantCode(t, err, claims.CodeDamaged, "damaged")
}

func TestWhatCanBeRestoredIsListed(t *testing.T) {
	folder := t.TempDir()
	path, backups := filepath.Join(folder, "a.db"), filepath.Join(folder, "backups")
	a := open(t, path)
	storetest.Fill(t, a)
	want, err := a.counts(t.Context())
	if err != nil || want[claims.KindStatement] == 0 {
		t.Fatalf("counts %v, error %v", want, err)
	}
	old := filepath.Join(backups, "a-2024-04-30.db")
	if err := a.Backup(t.Context(), old, "", nil); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(old, time.Time{}, time.Date(2024, 4, 30, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	sealed := filepath.Join(folder, "sealed.db")
	if err := a.Backup(t.Context(), sealed, "correct horse", nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(backups, "a-2024-05-01.db"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := Restore(t.Context(), path, old, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	copies, err := Copies(t.Context(), path, backups)
	if err != nil || len(copies) != 3 || copies[2].Path != old || !copies[2].Automatic || copies[2].Size == 0 || !maps.Equal(copies[2].Counts, want) {
		t.Fatalf("copies %+v, error %v", copies, err)
	}
	for _, c := range copies[:2] {
		if c.Path == kept && !maps.Equal(c.Counts, want) || c.Path != kept && claims.CodeOf(c.Err) != claims.CodeDamaged {
			t.Errorf("%+v", c)
		}
	}
	if got := Look(t.Context(), sealed); !got.Encrypted || got.Err != nil || got.Counts != nil {
		t.Errorf("an encrypted backup: %+v", got)
	}
	if none, err := Copies(t.Context(), filepath.Join(folder, "b.db"), filepath.Join(folder, "nowhere")); err != nil || len(none) != 0 {
		t.Errorf("another archive has the copies %v, error %v", none, err)
	}
}

func TestABackupOfAnOlderFormatCanBeRestored(t *testing.T) {
	folder := t.TempDir()
	backup := filepath.Join(folder, "old.db")
	oldArchive(t, backup, golden1)
	if c := Look(t.Context(), backup); c.Err != nil || c.Size == 0 {
		t.Errorf("%+v", c)
	}
	want := must(os.ReadFile(golden1Dump))
	restored(t, filepath.Join(folder, "a.db"), backup, "", string(want))
}

func TestADamagedBackupIsRefusedByItsName(t *testing.T) {
	folder := t.TempDir()
	path, backup := filepath.Join(folder, "a.db"), filepath.Join(folder, "b.db")
	a := open(t, path)
	storetest.Fill(t, a)
	if err := a.Backup(t.Context(), backup, "", nil); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(backup, 9000); err != nil {
		t.Fatal(err)
	}
	_, err := a.Preview(t.Context(), backup, "", nil)
	wantCode(t, err, claims.CodeDamaged, backup+": ")
}

func TestDailyBackup(t *testing.T) {
	folder := t.TempDir()
	today := time.Date(2024, 5, 1, 9, 0, 0, 0, time.UTC)
	made := make(chan string, 1)
	a, err := Open(filepath.Join(folder, "a.db"), Options{
		Now: func() time.Time { return today }, Backups: filepath.Join(folder, "backups"),
		BackedUp: func(path string, err error) {
			if err != nil {
				t.Error(err)
			}
			made <- path
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	torn := filepath.Join(folder, "backups", "a-2024-04-30.db.part") // of a program that was killed
	if err := errors.Join(os.Mkdir(filepath.Dir(torn), 0o700), os.WriteFile(torn, []byte("half"), 0o600)); err != nil {
		t.Fatal(err)
	}
	mustApply(t, a, claims.Create(&claims.Speaker{ID: "1", Name: "One", Type: claims.Person}))
	if path := <-made; filepath.Base(path) != "a-2024-05-01.db" {
		t.Errorf("the backup is %s", path)
	}
	mustApply(t, a, claims.Create(&claims.Speaker{ID: "2", Name: "Two", Type: claims.Person}))
	today = today.AddDate(0, 0, 1)
	mustApply(t, a, claims.Create(&claims.Speaker{ID: "3", Name: "Three", Type: claims.Person}))
	<-made
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(folder, "backups", "*"))
	if len(names) != 2 {
		t.Errorf("two days made the backups %v", names)
	}
}

func TestOutdatedBackups(t *testing.T) {
	var days []time.Time
	for d := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC); d.Before(time.Date(2024, 7, 1, 0, 0, 0, 0, time.UTC)); d = d.AddDate(0, 0, 1) {
		days = append(days, d)
	}
	old := outdated(days)
	var kept []string
	for _, d := range days {
		if !slices.Contains(old, d) {
			kept = append(kept, d.Format(time.DateOnly))
		}
	}
	want := "2023-07-31 2023-08-31 2023-09-30 2023-10-31 2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31 " +
		"2024-06-09 2024-06-16 2024-06-23 2024-06-24 2024-06-25 2024-06-26 2024-06-27 2024-06-28 2024-06-29 2024-06-30"
	if got := strings.Join(kept, " "); got != want {
		t.Errorf("kept  %s\nwant  %s", got, want)
	}
	if again := outdated(nil); len(again) != 0 {
		t.Errorf("of no backups %v are outdated", again)
	}
}
