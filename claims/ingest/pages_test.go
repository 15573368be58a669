package ingest

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// wantedPage is what a page of testdata/pages says: all its paragraphs in
// order, and those beside them that may be kept or left out.
type wantedPage struct {
	Title, Byline, Outlet, URL, Published, Language string
	Paragraphs, Also, Extra                         []string
}

// TestPages reads pages written in the manner of many publishers.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(files) < 12 {
		t.Fatalf("only %d pages: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".html"), func(t *testing.T) {
			var want wantedPage
			src, err := os.ReadFile(strings.TrimSuffix(file, ".html") + ".json")
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(src, &want); err != nil {
				t.Fatal(err)
			}
			items, err := ReadFile(context.Background(), file, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if len(items) != 1 {
				t.Fatalf("%d articles", len(items))
			}
			a := items[0].Article
			got := wantedPage{Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, URL: a.URL, Published: a.Published.String(), Language: want.Language, Also: want.Also, Extra: want.Extra}
			if want.Language != "" {
				got.Language = a.Language
			}
			for p := range strings.SplitSeq(items[0].Text, "\n\n") {
				if !slices.Contains(want.Also, p) && !slices.Contains(want.Extra, p) {
					got.Paragraphs = append(got.Paragraphs, p)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
