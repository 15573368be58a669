package main

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/extract/passages"
)

// ownPassages are invented passages with their statements marked: the ones to
// learn from and the ones that are kept to measure with.
func ownPassages() (learned, kept []annotated, err error) {
	root, err := repositoryRoot()
	if err != nil {
		return nil, nil, err
	}
	own, err := passages.Read(filepath.Join(root, "cmd", "train", "attribution_passages.txt"))
	if err != nil {
		return nil, nil, err
	}
	for i := range own {
		learned = append(learned, annotatedOf(&own[i]))
	}
	tests, err := filepath.Glob(filepath.Join(root, "claims", "extract", "testdata", "[ap]*s", "*.txt")) // articles, passages
	if err != nil {
		return nil, nil, err
	}
	for _, path := range tests {
		all, err := passages.Read(path)
		if err != nil {
			return nil, nil, err
		}
		for i := range all {
			if a := annotatedOf(&all[i]); passages.Learnable(path, i) {
				learned = append(learned, a)
			} else {
				kept = append(kept, a)
			}
		}
	}
	return learned, kept, nil
}

// annotatedOf brings a passage into the form of the corpora.
func annotatedOf(p *passages.Passage) annotated {
	a := annotated{ID: p.Name, Text: p.Text, Statements: make([]marks, len(p.Statements))}
	for i, s := range p.Statements {
		a.Statements[i] = marks{
			Content: codePoints(p.Text, s.Content), Cue: codePoints(p.Text, s.Cue), Source: codePoints(p.Text, s.Source),
			Borderline: slices.Contains(strings.Split(s.Answer, " | "), "optional"),
		}
	}
	return a
}

// codePoints counts spans in code points, as the corpora do.
func codePoints(text string, spans []claims.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		start := utf8.RuneCountInString(text[:s.Start])
		out[i] = [2]int{start, start + utf8.RuneCountInString(s.In(text))}
	}
	return out
}
