package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"onrecord/claims"
	"onrecord/claims/extract/attribution"
	"onrecord/claims/lang"
)

// attributionFile holds the models of claims/extract/attribution.
const attributionFile = "models/attribution.bin"

// attributionSettings are the numbers that measured best on PolNeAR's dev
// articles; claims/extract/README.md lists what was tried.
var attributionSettings = attribution.Settings{
	Seed: 1, Epochs: 4, Rate: 0.04, Folds: 2, Drop: 0.15, Hide: 0.03, Keep: 0.40, Log: os.Stdout,
}

// houseWeight is how much a passage in the house style counts for the judge:
// there are 150 of them and 840 articles of PolNeAR.
const houseWeight = 4

// runAttribution trains the models that find attributions, and measures them
// on PolNeAR's dev articles.
func runAttribution() error {
	dir, err := corporaDir()
	if err != nil {
		return err
	}
	train, _, err := readExamples(filepath.Join(dir, "polnear", "train.jsonl"), 1)
	if err != nil {
		return err
	}
	for _, name := range []string{"phenomena", "wikinews"} {
		house, _, err := readExamples(filepath.Join(dir, name, "dev.jsonl"), houseWeight)
		if err != nil {
			return err
		}
		train = append(train, house...)
	}
	m := attribution.Learn(train, attributionSettings)
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	if m, err = attribution.Read(b.String()); err != nil {
		return err
	}
	dev, articles, err := readExamples(filepath.Join(dir, "polnear", "dev.jsonl"), 1)
	if err != nil {
		return err
	}
	score := &board{}
	for i := range dev {
		doc := dev[i].Scene.Doc
		score.add(articles[i].Text, articles[i].Attributions, marksOf(doc, m.Find(m.NewScene(doc))))
	}
	fmt.Printf("PolNeAR dev, by the models alone:\n%v\n", score)
	return writeModel(attributionFile, b.Bytes())
}

// readExamples parses the articles of a corpus and aligns their annotation.
func readExamples(path string, weight float64) ([]attribution.Example, []annotated, error) {
	articles, err := readAnnotated(path)
	if err != nil {
		return nil, nil, err
	}
	out := make([]attribution.Example, len(articles))
	for i := range articles {
		out[i] = example(&articles[i], lang.Parse(articles[i].Text), weight)
	}
	return out, articles, nil
}

// marksOf turns attributions into the marks of the corpora: code points.
func marksOf(doc *lang.Document, found []attribution.Found) []marks {
	runes := claims.NewRunes(doc.Text)
	points := func(s attribution.Stretch) [2]int {
		p := runes.Points(doc.Span(lang.Range{First: s.First, Last: s.Last + 1}))
		return [2]int{p.Start, p.End}
	}
	out := make([]marks, len(found))
	for i, f := range found {
		out[i].Cue = [][2]int{points(f.Cue)}
		for _, c := range f.Content {
			out[i].Content = append(out[i].Content, points(c))
		}
		if f.HasSource {
			out[i].Source = [][2]int{points(f.Source)}
		}
	}
	return out
}
