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
	Seed: 1, Epochs: 4, Rate: 0.04, Folds: 2, Drop: 0.15, Hide: 0.03, Keep: 0.34, Log: os.Stdout,
}

// houseWeight is how much a text in the house style counts for the judge, as
// there is far less of it than of PolNeAR.
const houseWeight = 4

// runAttribution trains the models that find attributions, and measures them
// on PolNeAR's dev articles and on the passages that are kept for it.
func runAttribution() error {
	c, err := readLessons()
	if err != nil {
		return err
	}
	learned := append(c.news, c.own...)
	for _, corpus := range c.house {
		learned = append(learned, corpus.examples...)
	}
	m, packed, err := learnAttribution(learned)
	if err != nil {
		return err
	}
	fmt.Println("by the models alone:")
	c.dev.print("PolNeAR dev", m)
	c.kept.print("passages kept to measure with", m)
	c.keptNews.print("Wikinews articles kept to measure with", m)
	c.keptPolitics.print("political news kept to measure with, in the house style", m)
	return writeModel(attributionFile, packed)
}

// runHeldOut measures what texts never seen give: every third of the passages
// and articles in the house style is left out of the learning. Nothing is
// written.
func runHeldOut() error {
	c, err := readLessons()
	if err != nil {
		return err
	}
	const part = 3
	learned := append(c.news, c.own...)
	out := make([]measure, len(c.house))
	for k, corpus := range c.house {
		for i := range corpus.examples {
			if i%part == 0 {
				out[k].examples, out[k].articles = append(out[k].examples, corpus.examples[i]), append(out[k].articles, corpus.articles[i])
			} else {
				learned = append(learned, corpus.examples[i])
			}
		}
	}
	m, _, err := learnAttribution(learned)
	if err != nil {
		return err
	}
	fmt.Println("by the models alone:")
	c.dev.print("PolNeAR dev", m)
	c.kept.print("passages kept to measure with", m)
	for k, name := range [...]string{"phenomena", "Wikinews", "marked Wikinews"} {
		out[k].print(name+" left out", m)
	}
	return nil
}

// lessons are all that attribution is learned from and measured with.
type lessons struct {
	news  []attribution.Example // PolNeAR
	house [3]measure            // phenomena, annotated Wikinews, Wikinews with the marks of this repository
	own   []attribution.Example // passages of this repository
	dev   measure
	kept  measure // passages of this repository
	// articles with the marks of this repository
	keptNews, keptPolitics measure
}

// measure is annotated text with what the models are asked about.
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
	for k, name := range [...]string{"phenomena/dev.jsonl", "wikinews/dev.jsonl"} {
		house, err := readLines[annotated](name)
		if err != nil {
			return nil, err
		}
		c.house[k] = measured(house, houseWeight)
	}
	own, err := readInvented()
	if err != nil {
		return nil, err
	}
	wikinews, keptNews, err := articlesOf(markedNews())
	if err != nil {
		return nil, err
	}
	// as house style they cost Wikinews what they gave political news
	_, keptPolitics, err := articlesOf(markedPolitics())
	if err != nil {
		return nil, err
	}
	c.own = append(attributionExamples(own.style, houseWeight), attributionExamples(own.breadth, 1)...)
	c.house[2] = measured(wikinews, houseWeight)
	c.kept = measured(own.kept, houseWeight)
	c.keptNews, c.keptPolitics = measured(keptNews, houseWeight), measured(keptPolitics, houseWeight)
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
