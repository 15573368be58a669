package main

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/claims"
	"onrecord/claims/extract/passages"
)

// invented are the passages of this repository with their statements marked.
type invented struct {
	style   []annotated // to learn the house style from
	breadth []annotated // to learn rare words and frames from: denser in statements than any news
	kept    []annotated // to measure with
}

func readInvented() (*invented, error) {
	root, err := repositoryRoot()
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(root, "claims", "extract", "testdata", "[ap]*s", "*.txt")) // articles, passages
	if err != nil {
		return nil, err
	}
	out := &invented{}
	for _, path := range append(files, filepath.Join(root, "cmd", "train", "attribution_passages.txt")) {
		all, err := passages.Read(path)
		if err != nil {
			return nil, err
		}
		for i := range all {
			to := &out.kept
			switch name := filepath.Base(path); {
			case strings.HasPrefix(name, "learned-"):
				to = &out.breadth
			case name == "attribution_passages.txt", passages.Learnable(path, i):
				to = &out.style
			}
			*to = append(*to, annotatedOf(&all[i]))
		}
	}
	return out, nil
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
