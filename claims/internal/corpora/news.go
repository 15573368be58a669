package corpora

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord/claims/extract/newsmarks"
)

// News joins the marks of the repository with the articles beside it. Where
// the articles are not there, it skips the test.
func News(t testing.TB) newsmarks.Corpus {
	t.Helper()
	marks, err := os.ReadFile(filepath.Join(root(t), "claims", "extract", "testdata", "wikinews.jsonl")) //nolint:gosec // a file of the repository
	if err != nil {
		t.Fatal(err)
	}
	c, err := newsmarks.Join(Read(t, "corpora/wikinews/articles.jsonl"), marks)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
