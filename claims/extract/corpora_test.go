package extract_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract"
)

// shared finds a file of the folder beside the repository.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the package")
		}
		dir = filepath.Dir(dir)
	}
	data, err := os.ReadFile(filepath.Join(filepath.Dir(dir), "shared", name))
	if err != nil {
		t.Skipf("the corpora are not here: %v", err)
	}
	return data
}

// The wire article that the project began with: every statement, every span.
func TestSeedArticle(t *testing.T) {
	t.Parallel()
	var gold struct {
		Text         string
		Attributions []struct {
			Content, Cue, Source [][2]int
			Speaker              string
		}
	}
	if err := json.Unmarshal(shared(t, "seed/gold.jsonl"), &gold); err != nil {
		t.Fatal(err)
	}
	found := extract.Statements(extract.Input{Text: gold.Text})
	if len(found) != len(gold.Attributions) {
		t.Fatalf("want %d statements, got %d", len(gold.Attributions), len(found))
	}
	for i, g := range gold.Attributions {
		want := claims.Span{Start: g.Content[0][0], End: g.Content[len(g.Content)-1][1]}
		if got := claims.Cover(found[i].Content); got != want {
			t.Errorf("statement %d: want %q, got %q", i+1, want.In(gold.Text), got.In(gold.Text))
		}
		if found[i].Who.Name != g.Speaker {
			t.Errorf("statement %d: want %q to speak, got %q", i+1, g.Speaker, found[i].Who.Name)
		}
	}
}
