package storage

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/assets"
	"onrecord/claims"
	"onrecord/claims/desk"
	"onrecord/claims/extract"
	"onrecord/claims/ingest"
	"onrecord/claims/match"
	"onrecord/claims/ordered"
)

// BenchmarkImport reads a folder of articles into an empty archive with its
// search index, beside what the machine allows: reading the same files and
// splitting them into statements, on as many processors. ONRECORD_BENCH_ARTICLES
// names the folder; without it the articles of the sample are taken, each many
// times with other words in it.
func BenchmarkImport(b *testing.B) {
	folder := os.Getenv("ONRECORD_BENCH_ARTICLES")
	if folder == "" {
		folder = b.TempDir()
		writeBenchArticles(b, folder, 40)
	}
	files, err := ingest.Files(folder)
	if err != nil {
		b.Fatal(err)
	}
	var raw int64
	b.Run("limit/extract", func(b *testing.B) {
		for b.Loop() {
			raw = extractAll(files)
		}
		b.ReportMetric(float64(len(files)*b.N)/b.Elapsed().Seconds(), "articles/s")
	})
	b.Run("import", func(b *testing.B) {
		path := filepath.Join(b.TempDir(), "a.db")
		var statements int
		for b.Loop() {
			_ = os.Remove(path)
			statements = importAll(b, path, folder)
		}
		b.ReportMetric(float64(len(files)*b.N)/b.Elapsed().Seconds(), "articles/s")
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size()-2*raw)/float64(statements), "bytes/statement-over-twice-the-text")
	})
}

// extractAll does with files what an import does before it stores anything, and
// returns the size of their texts.
func extractAll(files []ingest.Found) (raw int64) {
	read := func(ctx context.Context, f ingest.Found) (n int64) {
		items, _ := ingest.ReadFile(ctx, f.Path, ingest.Limits{}) // one that cannot be read is as small in the import
		for _, it := range items {
			extract.Statements(extract.Input{Text: it.Text, Title: it.Article.Title, Published: it.Article.Published, Language: it.Article.Language})
			n += int64(len(it.Text))
		}
		return n
	}
	for n := range ordered.Map(context.Background(), files, read) {
		raw += n
	}
	return raw
}

// importAll imports a folder and returns the number of statements.
func importAll(b *testing.B, path, folder string) int {
	b.Helper()
	a, err := Open(path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	d := desk.New(a, match.New(), desk.Options{})
	if err := d.Import(b.Context(), []string{folder}, desk.ImportOptions{}, func(desk.Imported, int, int) {}); err != nil {
		b.Fatal(err)
	}
	n, err := d.Count(b.Context(), desk.Query{Kind: claims.KindStatement, Index: desk.ByID})
	if err != nil {
		b.Fatal(err)
	}
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
	return n
}

func writeBenchArticles(b *testing.B, folder string, times int) {
	b.Helper()
	sample, err := assets.SampleFiles()
	if err != nil {
		b.Fatal(err)
	}
	names, err := fs.Glob(sample, "*.txt")
	if err != nil || len(names) == 0 {
		b.Fatal("the sample has no articles", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(sample, name)
		if err != nil {
			b.Fatal(err)
		}
		for i := range times {
			other := strings.ReplaceAll(string(text), "the ", fmt.Sprintf("the %s ", []string{"old", "new", "great", "small"}[i%4])) + fmt.Sprintf("\nEdition %d.\n", i)
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d-%s", i, name)), []byte(other), 0o600); err != nil {
				b.Fatal(err)
			}
		}
	}
}
