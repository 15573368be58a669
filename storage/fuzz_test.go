package storage

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzLoad loads any bytes as a dump. An error names a line; indexes, counts
// and journal are whole whatever came; and what was loaded is dumped and loaded
// again to the same bytes. The words of a dump can contradict each other:
// verification then says so, which is not what is tested here.
func FuzzLoad(f *testing.F) {
	golden, err := os.ReadFile(golden0Dump)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(golden)
	for _, line := range strings.SplitAfter(string(golden), "\n") {
		f.Add([]byte(line))
	}
	f.Add([]byte(`{"type":"statement","id":"1","speaker":"Ruiz","said_on":"2016","text":"Yes."}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := loadAny(t, data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "line ") {
				t.Errorf("the error names no line: %v", err)
			}
			return
		}
		again, err := loadAny(t, []byte(once))
		if err != nil || again != once {
			t.Errorf("dumped\n%s\nand then\n%s\nerror %v", once, again, err)
		}
	})
}

// loadAny loads a dump into an empty archive and dumps it again.
func loadAny(t *testing.T, data []byte) (string, error) {
	a, err := Open(filepath.Join(t.TempDir(), "a.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close() //nolint:errcheck // thrown away
	a.now.Load().db.NoSync = true
	_, loadErr := a.Load(t.Context(), bytes.NewReader(data), "", nil)
	for _, p := range problems(t, a) {
		for _, place := range []string{"index", "counts", "page", "journal", "images", "trash"} {
			if strings.HasPrefix(p, place) {
				t.Error(p)
			}
		}
	}
	if loadErr != nil {
		return "", loadErr
	}
	return dump(t, a), nil
}
