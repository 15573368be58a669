package backups_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"onrecord/claims"
	"onrecord/ui/backups"
	"onrecord/ui/kit"
	"onrecord/ui/nav/navtest"
)

// shelf is a source of copies that are not there.
type shelf struct {
	copies  []backups.Copy
	changes map[claims.Kind]backups.Difference
	damaged error
	looked  []string
}

func (s *shelf) Copies(context.Context) ([]backups.Copy, error) { return s.copies, nil }

func (s *shelf) Look(_ context.Context, path string) backups.Copy {
	s.looked = append(s.looked, filepath.Base(path))
	return backups.Copy{Path: path, Made: made, Encrypted: true}
}

func (s *shelf) Compare(_ context.Context, c backups.Chosen, report func(done, total int)) (map[claims.Kind]backups.Difference, error) {
	report(1, 2)
	if c.Encrypted && c.Passphrase != "correct horse" {
		return nil, &claims.Error{Code: claims.CodeRefused, Reason: claims.Plain("wrong")}
	}
	return s.changes, s.damaged
}

func (s *shelf) Restore(context.Context, backups.Chosen, func(done, total int)) (backups.Restored, error) {
	return backups.Restored{}, errors.New("the window does this")
}

var made = time.Date(2026, 5, 3, 9, 5, 0, 0, time.Local)

func ask(t *testing.T, s *shelf) (w *navtest.Window, restored *[]string) {
	w, restored = navtest.New(t), new([]string)
	w.Win.Resize(fyne.NewSize(1280, 800))
	backups.New(w.Host, s, func(c backups.Chosen) { *restored = append(*restored, filepath.Base(c.Path)+" "+c.Passphrase) }).Ask()
	w.Sees("Restore a backup")
	return w, restored
}

func full() *shelf {
	return &shelf{
		copies: []backups.Copy{{
			Path: "/backups/archive-2026-05-03.db", Made: made, Size: 2_100_000, Automatic: true,
			Counts: map[claims.Kind]int{claims.KindArticle: 12, claims.KindStatement: 106, claims.KindClaim: 1},
		}},
		changes: map[claims.Kind]backups.Difference{claims.KindArticle: {Gone: 48}, claims.KindStatement: {Back: 3, Changed: 7, Gone: 445}},
	}
}

func TestABackupIsLookedIntoBeforeItIsRestored(t *testing.T) {
	w, restored := ask(t, full())
	w.Sees("3 May 2026, 09:05")
	w.Sees("12 articles · 106 statements · 1 claim · 2.1 MB · automatic")
	w.Keys(fyne.KeyReturn)
	w.Sees("Restore this backup?")
	for _, words := range []string{"Articles 60 12 – – 48", "Statements 548 106 3 7 445", "kept as a copy first"} {
		w.Sees(words)
	}
	if len(*restored) > 0 {
		t.Fatal("it was restored without a yes")
	}
	w.Press("Restore")
	if len(*restored) != 1 || (*restored)[0] != "archive-2026-05-03.db " {
		t.Errorf("restored %q", *restored)
	}
}

func TestARestoreIsCancelledAtEachStep(t *testing.T) {
	w, restored := ask(t, full())
	w.Press("Cancel")
	w, restored2 := ask(t, full())
	w.Keys(fyne.KeyReturn)
	w.Sees("Restore this backup?")
	w.Press("Cancel")
	if kit.InDialog(w.Win.Canvas()) || len(*restored)+len(*restored2) > 0 {
		t.Error("cancelled, and restored or still asked")
	}
}

func TestADamagedBackupIsRefusedInASentence(t *testing.T) {
	s := full()
	s.damaged = &claims.Error{Code: claims.CodeDamaged, What: "page 3", Reason: claims.Plain("checksum")}
	w, restored := ask(t, s)
	w.Keys(fyne.KeyReturn)
	w.Sees("archive-2026-05-03.db: This is damaged, or no backup of Onrecord, and cannot be restored.")
	w.Sees("Nothing was changed.")
	s.copies[0].Unreadable = s.damaged
	w2, _ := ask(t, s)
	w2.Sees("This is damaged")
	w2.Keys(fyne.KeyReturn)
	w2.Sees("See what it changes") // the list stays
	if len(*restored) > 0 {
		t.Errorf("restored %q", *restored)
	}
}

func TestABackupThatChangesNothingIsNotRestored(t *testing.T) {
	s := full()
	s.changes = nil
	w, _ := ask(t, s)
	w.Keys(fyne.KeyReturn)
	w.Sees("there is nothing to restore")
	w.Press("Close")
}

func TestABackupIsAFileWithAPassphrase(t *testing.T) {
	s := full()
	s.copies = nil
	w, restored := ask(t, s)
	w.Sees("No automatic backup yet")
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "mine.db"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.Host.App.Preferences().SetString("files.opened", folder)
	w.Press("From a file…")
	w.Sees("mine.db")
	w.Keys(fyne.KeyReturn)
	w.Sees("Passphrase")
	for _, phrase := range []string{"wrong horse", "correct horse"} {
		w.Fields()[0].SetText(phrase)
		w.Confirm()
		if phrase == "wrong horse" {
			w.Sees("That is not the passphrase of this backup.")
		}
	}
	w.Sees("Restore this backup?")
	w.Confirm()
	if len(*restored) != 1 || (*restored)[0] != "mine.db correct horse" || len(s.looked) != 1 {
		t.Errorf("restored %q, looked into %q", *restored, s.looked)
	}
}
