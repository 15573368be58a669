// Package corpora finds the annotated texts that tests measure against. They
// are not part of the repository but lie beside it, in a folder named shared.
package corpora

import (
	"os"
	"path/filepath"
	"testing"
)

// Read gives the bytes of a file of that folder, by its path in it with
// slashes. Where the file is not there, it skips the test.
func Read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), "..", "shared", filepath.FromSlash(name))) //nolint:gosec // tests name the files
	if err != nil {
		t.Skipf("the corpus %s is not beside the repository", name)
	}
	return data
}

// root is the directory of the repository. Outside of it, the test is skipped.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Skip("not inside the repository")
		}
		dir = filepath.Dir(dir)
	}
}
