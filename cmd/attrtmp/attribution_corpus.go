package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// annotated is one article of a corpus with its attributions, as the corpus
// files have them: offsets are code points.
type annotated struct {
	ID           string  `json:"id"`
	Title        string  `json:"title"`
	Date         string  `json:"date"`
	Text         string  `json:"text"`
	Attributions []marks `json:"attributions"`
	Statements   []marks `json:"statements"`
}

type marks struct {
	Kind       string   `json:"kind"`
	Content    [][2]int `json:"content"`
	Cue        [][2]int `json:"cue"`
	Source     [][2]int `json:"source"`
	Borderline bool     `json:"borderline"`
}

func (a *annotated) golds() []marks {
	if a.Attributions != nil {
		return a.Attributions
	}
	return a.Statements
}

// readAnnotated reads a corpus, one JSON object a line.
func readAnnotated(path string) ([]annotated, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var out []annotated
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var a annotated
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, a)
	}
	return out, lines.Err()
}

// example aligns the annotation of an article with the tokens of its document.
func example(a *annotated, doc *lang.Document) attribution.Example {
	runes := claims.NewRunes(a.Text)
	ex := attribution.Example{Scene: attribution.NewScene(doc), Weight: 1}
	for _, g := range a.golds() {
		ex.Gold = append(ex.Gold, attribution.Gold{
			Cue:     stretches(doc, runes, g.Cue),
			Source:  stretches(doc, runes, g.Source),
			Content: stretches(doc, runes, g.Content),
		})
	}
	return ex
}

func stretches(doc *lang.Document, runes *claims.Runes, spans [][2]int) []attribution.Stretch {
	var out []attribution.Stretch
	for _, s := range spans {
		r := doc.Within(runes.Bytes(claims.Span{Start: s[0], End: s[1]}))
		if r.Len() > 0 {
			out = append(out, attribution.Stretch{First: r.First, Last: r.Last - 1})
		}
	}
	return out
}
