package extract_test

import (
	"encoding/json"
	"testing"

	"onrecord/claims"
	"onrecord/claims/extract"
	"onrecord/claims/internal/corpora"
)

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
	if err := json.Unmarshal(corpora.Read(t, "seed/gold.jsonl"), &gold); err != nil {
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
