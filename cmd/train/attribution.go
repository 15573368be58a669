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
	Seed: 1, Epochs: 4, Rate: 0.04, Folds: 2, Drop: 0.15, Hide: 0.03, Keep: 0.36, Log: os.Stdout,
}

// houseWeight is how much a passage in the house style counts for the judge:
// there are 150 of them and 840 articles of PolNeAR.
const houseWeight = 4

// runAttribution trains the models that find attributions, and measures them
// on PolNeAR's dev articles and on the passages that are kept for it.
func runAttribution() error {
	c, err := readLessons()
	if err != nil {
		return err
	}
	m, packed, err := learnAttribution(append(c.news, append(c.house, c.passages...)...))
	if err != nil {
		return err
	}
	fmt.Println("by the models alone:")
	c.dev.print("PolNeAR dev", m)
	c.kept.print("passages kept to measure with", m)
	return writeModel(attributionFile, packed)
}

// runHeldOut measures what the house style of texts never seen gives: every
// second one of the corpora's passages and articles is left out of the learning.
// Nothing is written.
func runHeldOut() error {
	c, err := readLessons()
	if err != nil {
		return err
	}
	var out measure
	learned := append(c.news, c.passages...)
	for i := range c.house {
		if i%2 == 0 {
			out.examples, out.articles = append(out.examples, c.house[i]), append(out.articles, c.houseArticles[i])
		} else {
			learned = append(learned, c.house[i])
		}
	}
	m, _, err := learnAttribution(learned)
	if err != nil {
		return err
	}
	fmt.Println("by the models alone:")
	c.dev.print("PolNeAR dev", m)
	c.kept.print("passages kept to measure with", m)
	out.print("passages and Wikinews articles left out", m)
	return nil
}

// lessons are all that attribution is learned from and measured with.
type lessons struct {
	news          []attribution.Example // PolNeAR
	house         []attribution.Example // passages and Wikinews articles beside the repository
	houseArticles []annotated
	passages      []attribution.Example // of the repository
	dev, kept     measure
}

// measure is annotated text that the models have not seen.
type measure struct {
	examples []attribution.Example
	articles []annotated
}

func readLessons() (*lessons, error) {
	dir, err := corporaDir()
	if err != nil {
		return nil, err
	}
	c := &lessons{}
	if c.news, _, err = readExamples(filepath.Join(dir, "polnear", "train.jsonl"), 1); err != nil {
		return nil, err
	}
	for _, name := range []string{"phenomena", "wikinews"} {
		house, articles, err := readExamples(filepath.Join(dir, name, "dev.jsonl"), houseWeight)
		if err != nil {
			return nil, err
		}
		c.house, c.houseArticles = append(c.house, house...), append(c.houseArticles, articles...)
	}
	learned, kept, err := ownPassages()
	if err != nil {
		return nil, err
	}
	c.passages = attributionExamples(learned, houseWeight)
	c.kept = measure{attributionExamples(kept, houseWeight), kept}
	c.dev.examples, c.dev.articles, err = readExamples(filepath.Join(dir, "polnear", "dev.jsonl"), 1)
	return c, err
}

// learnAttribution fits the models, and gives them as the file holds them.
func learnAttribution(train []attribution.Example) (*attribution.Model, []byte, error) {
	var b bytes.Buffer
	if err := attribution.Learn(train, attributionSettings).Write(&b); err != nil {
		return nil, nil, err
	}
	m, err := attribution.Read(b.String())
	return m, b.Bytes(), err
}

// print measures the models on the texts.
func (t *measure) print(name string, m *attribution.Model) {
	score := &board{}
	for i := range t.examples {
		doc := t.examples[i].Scene.Doc
		score.add(t.articles[i].Text, t.articles[i].golds(), marksOf(doc, m.Find(m.NewScene(doc))))
	}
	fmt.Printf("%s\n%v\n", name, score)
}

// readExamples parses the articles of a corpus and aligns their annotation.
func readExamples(path string, weight float64) ([]attribution.Example, []annotated, error) {
	articles, err := readAnnotated(path)
	if err != nil {
		return nil, nil, err
	}
	return attributionExamples(articles, weight), articles, nil
}

// attributionExamples parses articles and aligns their annotation.
func attributionExamples(articles []annotated, weight float64) []attribution.Example {
	out := make([]attribution.Example, len(articles))
	for i := range articles {
		out[i] = example(&articles[i], lang.Parse(articles[i].Text), weight)
	}
	return out
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
