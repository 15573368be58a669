package archive

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord/claims"
)

func people(t *testing.T, a *Archive) int {
	t.Helper()
	names, err := a.SpeakerNames(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return len(names)
}

func add(t *testing.T, a *Archive, name string) {
	t.Helper()
	if _, err := a.AddSpeaker(t.Context(), claims.Speaker{Name: name, Type: claims.Person}); err != nil {
		t.Fatal(err)
	}
}

func TestABackupIsRestoredWhileTheProgramGoesOn(t *testing.T) {
	folder := t.TempDir()
	a, err := Open(t.Context(), filepath.Join(folder, "archive.db"), Options{Who: "Mina"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	backup := filepath.Join(folder, "elsewhere.db")
	add(t, a, "Ana Ruiz")
	if err := a.Store.Backup(t.Context(), backup, "", nil); err != nil {
		t.Fatal(err)
	}
	add(t, a, "Jonas Vogt")
	kept, err := a.Restore(t.Context(), backup, "", nil)
	if err != nil || people(t, a) != 1 {
		t.Fatalf("%d people, error %v", people(t, a), err)
	}
	add(t, a, "Mira Holt") // it can be written to
	if _, err := a.Restore(t.Context(), kept, "", nil); err != nil || people(t, a) != 2 {
		t.Errorf("taken back: %d people, error %v", people(t, a), err)
	}
}

func TestADamagedBackupLeavesTheArchiveOpen(t *testing.T) {
	folder := t.TempDir()
	a, err := Open(t.Context(), filepath.Join(folder, "archive.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	add(t, a, "Ana Ruiz")
	broken := filepath.Join(folder, "broken.db")
	if err := os.WriteFile(broken, make([]byte, 9000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Restore(t.Context(), broken, "", nil); claims.CodeOf(err) != claims.CodeDamaged {
		t.Errorf("error %v", err)
	}
	add(t, a, "Jonas Vogt")
	if people(t, a) != 2 {
		t.Errorf("%d people", people(t, a))
	}
}
