// Package newsmarks joins statements that were marked in news articles with the
// articles. The marks belong to the repository, the articles lie beside it: the
// marks hold offsets, names and dates, and no sentence of an article.
//
// A line of the marks is the JSON object of one article:
//
//	{"id": "wn-007", "sha256": "of the text in hex", "kept": true, "statements": [...]}
//
// with statements in the form of the corpora (offsets count code points). The
// kept ones are only measured, the others are learned from. "interview": true
// sets kept interviews apart, whose answers would outnumber everything else. The
// text alone tells which article is meant; the id is what the marks call it.
package newsmarks

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Corpus is what Join gives: JSON lines in the form of the annotated corpora.
type Corpus struct{ Learned, Kept, Interviews []byte }

type marks struct {
	ID         string          `json:"id"`
	SHA256     string          `json:"sha256"`
	Kept       bool            `json:"kept"`
	Interview  bool            `json:"interview"`
	Statements json.RawMessage `json:"statements"`
}

type article struct {
	ID         string          `json:"id"`
	Title      string          `json:"title"`
	Date       string          `json:"date"`
	Text       string          `json:"text"`
	Statements json.RawMessage `json:"statements,omitempty"`
}

// Join puts the marks into the articles, both JSON lines. Marks whose text is
// not among the articles, letter for letter, are an error.
func Join(articles, all []byte) (Corpus, error) {
	var out Corpus
	bySum := map[string]article{}
	if err := each(articles, func(a article) error {
		sum := sha256.Sum256([]byte(a.Text))
		bySum[hex.EncodeToString(sum[:])] = a
		return nil
	}); err != nil {
		return out, fmt.Errorf("articles: %w", err)
	}
	err := each(all, func(m marks) error {
		a, ok := bySum[m.SHA256]
		if !ok {
			return fmt.Errorf("the text of %s that was marked is not there", m.ID)
		}
		a.ID, a.Statements = m.ID, m.Statements
		line, err := json.Marshal(a)
		if err != nil {
			return err
		}
		to := &out.Learned
		switch {
		case m.Kept && m.Interview:
			to = &out.Interviews
		case m.Kept:
			to = &out.Kept
		}
		*to = append(append(*to, line...), '\n')
		return nil
	})
	if err != nil {
		return out, fmt.Errorf("marks: %w", err)
	}
	return out, nil
}

// each decodes the lines of data.
func each[T any](data []byte, use func(T) error) error {
	for line := range bytes.Lines(data) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return err
		}
		if err := use(v); err != nil {
			return err
		}
	}
	return nil
}
