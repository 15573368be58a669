package extract_test

import (
	"path/filepath"
	"strings"
	"testing"

	"onrecord/claims/extract/passages"
)

// Whole articles, divided like the passages: those in odd places may be looked
// at and are learned from, those in even places are only measured.
const (
	seenRight   = 94.0 // statements right in content, cue, source and speaker, in percent
	unseenRight = 84.0
)

func TestMarkedArticles(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var seen, unseen score
	for _, file := range files {
		all, err := passages.Read(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range all {
			s := scorePassage(p)
			if i%2 == 1 {
				unseen.add(s)
				continue
			}
			seen.add(s)
			for _, w := range append(s.wrong, s.aside...) {
				t.Logf("%s, %s: %s", filepath.Base(file), p.Name, strings.ReplaceAll(w, "\n", "⏎"))
			}
		}
	}
	seen.reportStatements(t, "looked at", seenRight)
	unseen.reportStatements(t, "only measured", unseenRight)
}
