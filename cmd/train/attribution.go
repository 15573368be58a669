package main

import (
	"bytes"
	"fmt"
	"os"

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

// articleWeight is the same for an article of which all statements are marked.
const articleWeight = 2

// runAttribution trains the models that find attributions, and measures them
// on PolNeAR's dev articles and on the passages that are kept for it.
func runAttribution() error {
	c, err := readLessons()
	if err != nil {
		return err
	}
	m, packed, err := learnAttribution(append(c.news, append(c.house, c.own...)...))
	if err != nil {
		return err
	}
	fmt.Println("by the models alone:")
	c.dev.print("PolNeAR dev", m)
	c.kept.print("passages kept to measure with", m)
	c.keptNews.print("Wikinews articles kept to measure with", m)
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
	learned := append(c.news, c.own...)
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
	c.keptNews.print("Wikinews articles kept to measure with", m)
	out.print("passages and Wikinews articles left out", m)
	return nil
}

// lessons are all that attribution is learned from and measured with.
type lessons struct {
	news          []attribution.Example // PolNeAR
	house         []attribution.Example // passages and Wikinews articles beside the repository
	houseArticles []annotated
	own           []attribution.Example // passages of the repository, and articles with the marks of it
	dev           measure
	kept          measure // passages of the repository
	keptNews      measure // articles with the marks of it
}

// measure is annotated text that the models have not seen.
type measure struct {
	examples []attribution.Example
	articles []annotated
}

func measured(articles []annotated, weight float64) measure {
	return measure{attributionExamples(articles, weight), articles}
}

func readLessons() (*lessons, error) {
	c := &lessons{}
	news, err := readLines[annotated]("polnear/train.jsonl")
	if err != nil {
		return nil, err
	}
	c.news = attributionExamples(news, 1)
	for _, name := range []string{"phenomena/dev.jsonl", "wikinews/dev.jsonl"} {
		house, err := readLines[annotated](name)
		if err != nil {
			return nil, err
		}
		c.houseArticles = append(c.houseArticles, house...)
	}
	c.house = attributionExamples(c.houseArticles, houseWeight)
	learned, kept, err := ownPassages()
	if err != nil {
		return nil, err
	}
	marked, keptNews, err := markedArticles()
	if err != nil {
		return nil, err
	}
	c.own = append(attributionExamples(learned, houseWeight), attributionExamples(marked, articleWeight)...)
	c.kept = measured(kept, houseWeight)
	c.keptNews = measured(keptNews, articleWeight)
	dev, err := readLines[annotated]("polnear/dev.jsonl")
	c.dev = measured(dev, 1)
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
