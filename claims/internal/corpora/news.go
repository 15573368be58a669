package corpora

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord/claims/extract/newsmarks"
)

// News joins the marks of the repository with the Wikinews articles beside it.
// Where the articles are not there, it skips the test.
func News(t testing.TB) newsmarks.Corpus {
	t.Helper()
	return marked(t, "wikinews.jsonl", "corpora/wikinews/articles.jsonl")
}

// Politics does so for US political news: articles of PolNeAR with the
// statements that the house style finds in them. PolNeAR's dev articles are kept.
func Politics(t testing.TB) newsmarks.Corpus {
	t.Helper()
	return marked(t, "politics.jsonl", "corpora/polnear/train.jsonl", "corpora/polnear/dev.jsonl")
}

func marked(t testing.TB, marks string, articles ...string) newsmarks.Corpus {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), "claims", "extract", "testdata", marks)) //nolint:gosec // a file of the repository
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, name := range articles {
		all = append(all, Read(t, name)...)
	}
	c, err := newsmarks.Join(all, data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
