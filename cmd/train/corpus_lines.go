package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"onrecord/claims/extract/newsmarks"
)

// readLines reads a file of JSON lines of the corpora, named with slashes.
func readLines[T any](name string) ([]T, error) {
	data, err := readCorpus(name)
	if err != nil {
		return nil, err
	}
	out, err := decodeLines[T](data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

func readCorpus(name string) ([]byte, error) {
	dir, err := corporaDir()
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))) //nolint:gosec // the names stand in this program
}

func decodeLines[T any](data []byte) ([]T, error) {
	var out []T
	for line := range bytes.Lines(data) {
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// markedNews are the Wikinews articles whose statements are marked in the
// repository: JSON lines to learn from, and others that are kept to measure with.
func markedNews() (newsmarks.Corpus, error) {
	return marked("wikinews.jsonl", "wikinews/articles.jsonl")
}

// markedPolitics are articles of PolNeAR with the statements that the house
// style finds in them, which are fewer than PolNeAR's. Its dev articles are kept.
func markedPolitics() (newsmarks.Corpus, error) {
	return marked("politics.jsonl", "polnear/train.jsonl", "polnear/dev.jsonl")
}

// marked joins marks of the repository with articles of the corpora.
func marked(marks string, articles ...string) (newsmarks.Corpus, error) {
	var all []byte
	for _, name := range articles {
		data, err := readCorpus(name)
		if err != nil {
			return newsmarks.Corpus{}, err
		}
		all = append(all, data...)
	}
	root, err := repositoryRoot()
	if err != nil {
		return newsmarks.Corpus{}, err
	}
	data, err := os.ReadFile(filepath.Join(root, "claims", "extract", "testdata", marks)) //nolint:gosec // as above
	if err != nil {
		return newsmarks.Corpus{}, err
	}
	return newsmarks.Join(all, data)
}
