package main

import (
	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/extract/newsmarks"
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

// articlesOf decodes articles with the marks of the repository.
func articlesOf(c newsmarks.Corpus, failed error) (learned, kept []annotated, err error) {
	if failed != nil {
		return nil, nil, failed
	}
	if learned, err = decodeLines[annotated](c.Learned); err != nil {
		return nil, nil, err
	}
	kept, err = decodeLines[annotated](c.Kept)
	return learned, kept, err
}

// example aligns the annotation of an article with the tokens of its document.
func example(a *annotated, doc *lang.Document, weight float64) attribution.Example {
	runes := claims.NewRunes(a.Text)
	ex := attribution.Example{Scene: attribution.NewScene(doc), House: weight > 1, Weight: weight}
	for _, g := range a.golds() {
		ex.Gold = append(ex.Gold, attribution.Gold{
			Cue:     stretches(doc, runes, g.Cue),
			Source:  stretches(doc, runes, g.Source),
			Content: stretches(doc, runes, g.Content),
			Loose:   g.Borderline,
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
